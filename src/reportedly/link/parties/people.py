"""People in a sentence: who is meant by a source's words, and what the words around a name say of him."""

from collections.abc import Sequence

from reportedly.link.parties.page import Page
from reportedly.link.parties.phrases import bare_words, describing_terms
from reportedly.read.names import open_titles, title_length
from reportedly.records import Name, NameKind, Sentence, Token

_ENDS = frozenset({",", ".", ";", ":", "(", ")", '"', "\u201c", "\u201d", "\u2013", "\u2014"})
# What begins a clause of its own between a noun and a name.
_CLAUSE = frozenset({"WDT", "WP", "WP$", "WRB"})
# Verbs inside a description that are none: "the prize-winning former head".
_LIKE_ADJECTIVES = frozenset({"VBG", "VBN"})
LONGEST_DESCRIPTION = 25


def find_person(page: Page, sentence: Sentence, tokens: Sequence[int]) -> Name | None:
    """Return the person whom the words are about: none in "a spokesman for President Holm" or "Holm's office".

    In "Holm spokeswoman Eda Kask" it is the last one; in "Holm and Kask" no one alone.
    """
    people = [name for name in page.names_in(sentence.span_of(tokens[0], tokens[-1])) if name.kind is NameKind.PERSON]
    found: tuple[Name, Sequence[int]] | None = None
    for name in people:
        inside = sentence.tokens_in(name.span)
        if not inside or _owns(sentence, tokens, inside):
            continue
        if found is not None and not _same_phrase(sentence, found[1][-1], inside[0]):
            break
        if inside[0] == tokens[0] or _leads_up(page, sentence, tokens[0], inside[0]):
            found = name, inside
    alone = found and not _joined(sentence, tokens, found[1]) and not lists_people(page, sentence, tokens)
    return found[0] if found and alone else None


def _same_phrase(sentence: Sentence, last: int, first: int) -> bool:
    """Tell whether only nouns stand between two names: the first describes the second."""
    return all(token.tag.startswith(("NN", "JJ", "HYPH")) for token in sentence.tokens[last + 1 : first])


def _joined(sentence: Sentence, tokens: Sequence[int], inside: Sequence[int]) -> bool:
    """Tell whether others are named in the same breath: "Holm and Kask", "Holm and other members"."""
    return any(sentence.tokens[i].dep == "conj" and sentence.tokens[i].head in inside for i in tokens)


def lists_people(page: Page, sentence: Sentence, tokens: Sequence[int]) -> bool:
    """Tell whether the words are names with commas between and nothing else, as in the headline "Holm, Kask clash"."""
    kept = [i for i in tokens if sentence.tokens[i].text != ","]
    names = {page.name_over(sentence.tokens[i].span) for i in kept}
    people = all(name is not None and name.kind is NameKind.PERSON for name in names)
    return people and len(names) > 1 and any(sentence.tokens[i].text == "," for i in tokens[1:-1])


def _owns(sentence: Sentence, tokens: Sequence[int], inside: Sequence[int]) -> bool:
    """Tell whether the name only goes before the noun that is meant: "Holm's office", "Holm aides"."""
    after = inside[-1] + 1
    if after >= len(sentence.tokens):
        return False
    noun = sentence.tokens[inside[-1]].head
    leads = noun in tokens and noun > inside[-1] and sentence.tokens[inside[-1]].dep in ("compound", "nmod", "poss")
    possessive = sentence.tokens[after].tag == "POS" and after + 1 in tokens
    return possessive or (leads and sentence.tokens[after].tag.startswith(("NN", "JJ")) and after in tokens)


def _leads_up(page: Page, sentence: Sentence, first: int, name: int) -> bool:
    """Tell whether the words before a name describe it, and do not merely contain it.

    "spokesman for President Holm" does not: before her title stands a preposition. "head of the Harrow Ministry Ants
    Kask" does: before the name stands a body, which the preposition took.
    """
    at = _before_titles(sentence, first, name)
    apart = at > first and sentence.tokens[at - 1].text == ","
    if not apart and any(sentence.tokens[i].tag in _CLAUSE for i in range(first, at)):
        return False  # "the officer who shot Kask" is not Kask
    if at == name:
        before = sentence.tokens[at - 1]
        return before.tag not in ("IN", "TO", "CC", "DT", "PRP$", "POS")
    if at - 2 >= first and sentence.tokens[at - 1].tag == "CC" and sentence.tokens[at - 2].lower in open_titles().roles:
        at -= 2  # "Holm's adviser and doctor Ants Kask"
    while at > first and (sentence.tokens[at - 1].tag.startswith(("JJ", "NN", "POS", "DT", "PRP$"))):
        body = page.name_over(sentence.tokens[at - 1].span)
        at = max(first, sentence.tokens_in(body.span)[0]) if body else at - 1
    return at == first or sentence.tokens[at - 1].tag not in ("IN", "TO", "CC")


def _before_titles(sentence: Sentence, first: int, name: int) -> int:
    """Return where the titles that end right before the name begin."""
    at = name
    for start in range(max(first, name - 6), name):
        end = start
        while end < name and (length := title_length(sentence, end) or _lower_title(sentence, end)):
            end += length
        if end == name:
            at = start
            break
    return at


def _lower_title(sentence: Sentence, i: int) -> int:
    return int(sentence.tokens[i].lower in open_titles().roles)


def is_subject(sentence: Sentence, name: Name) -> bool:
    """Tell whether a sentence or clause is about the person: "Eda Kask left", "The mayor, Eda Kask, left"."""
    inside = sentence.tokens_in(name.span)
    noun = _noun_beside(sentence, inside)
    owned = _owned_thing(sentence, inside)
    about = (*inside, *(i for i in (noun, owned) if i is not None))
    return any(sentence.tokens[i].dep.startswith("nsubj") for i in about)


def _owned_thing(sentence: Sentence, inside: Sequence[int]) -> int | None:
    """Return "campaign" of "Kask's campaign gained": it is about Kask; "Kask's wife left" is about another."""
    owner = next((i for i in inside if sentence.tokens[i].dep == "poss"), None)
    if owner is None:
        return None
    thing = sentence.tokens[owner].head
    above = sentence.tokens[sentence.tokens[thing].head]
    if above.lower == "of" and sentence.tokens[thing].dep == "pobj":
        return above.head  # "much of Kask's campaign"
    person = sentence.tokens[thing].lower.removesuffix("s") in open_titles().roles
    return None if person or sentence.tokens[thing].tag.startswith("NNP") else thing


def _noun_beside(sentence: Sentence, inside: Sequence[int]) -> int | None:
    """Return the office that a name stands beside: "mayor" in "The mayor of Harlov, Eda Kask,"."""
    beside = next((sentence.tokens[i].head for i in inside if sentence.tokens[i].dep == "appos"), None)
    if beside is None or beside >= inside[0]:
        return None
    chain = [beside, *(i for i in sentence.above(beside) if i < beside)]
    return next((i for i in chain if sentence.tokens[i].lower in open_titles().roles), None)


def titles_before(sentence: Sentence, name: Name) -> frozenset[str]:
    """Return the words of the title before a name, in lower case: "Colonel Ants Kask" gives "colonel"."""
    inside = sentence.tokens_in(name.span)
    first = _before_titles(sentence, 0, inside[0]) if inside else 0
    return describing_terms(sentence, range(first, inside[0])) if inside else frozenset()


def describe_before(page: Page, name: Name) -> str | None:
    """Return the nouns that lead up to a name: "the longtime Harrow pollster Eda Kask" is a "longtime Harrow pollster".

    None where they may belong to something before them: "head of the regional administration Eda Kask".
    """
    sentence = page.sentence_at(name.span.start)
    inside = sentence.tokens_in(name.span) if sentence else ()
    if sentence is None or not inside or not inside[0]:
        return None
    if sentence.tokens[inside[0] - 1].text == ",":
        return _describe_by_noun(page, sentence, inside)
    first = inside[0]
    while first > 0 and _modifies(page, sentence.tokens[first - 1]):
        first -= 1
    last = sentence.tokens[inside[0] - 1]
    if not _names_an_office(sentence, range(first, inside[0])):
        return None
    hangs = last.head in inside or last.lower in open_titles().roles
    noun = (last.tag in ("NN", "NNS") and hangs) or _before_titles(sentence, first, inside[0]) < inside[0]
    before = sentence.tokens[first - 1].tag if first else ""
    start = first - 1 if before == "DT" else first
    owned = start > 0 and sentence.tokens[start - 1].tag in ("IN", "POS", "CC")
    if first == inside[0] or not noun or owned:
        return None
    return office_of(page.text, sentence, range(first, inside[0]))


def _names_an_office(sentence: Sentence, tokens: Sequence[int]) -> bool:
    """Tell "campaign manager Mr. Kask" from "protesting Mr. Kask": a noun is left when "Mr" is gone."""
    kept = [i for i in tokens if sentence.tokens[i].text not in open_titles().courtesies]
    return bool(kept) and sentence.tokens[kept[-1]].tag.startswith("NN")


def _describe_by_noun(page: Page, sentence: Sentence, inside: Sequence[int]) -> str | None:
    """Return "mayor of Harlov" of "The mayor of Harlov, Eda Kask,"."""
    noun = _noun_beside(sentence, inside)
    if noun is None:
        return None
    first = min((i for i in sentence.subtree(noun) if i <= noun), default=noun)
    return bare_words(page.text, sentence, range(first, inside[0] - 1))


def office_of(text: str, sentence: Sentence, tokens: Sequence[int]) -> str | None:
    """Return the words without "Mr" or "Dame" at their end: those name no office."""
    kept = list(tokens)
    while kept and sentence.tokens[kept[-1]].text in open_titles().courtesies:
        kept.pop()
    return bare_words(text, sentence, kept)


def _modifies(page: Page, token: Token) -> bool:
    person = page.name_over(token.span)
    return token.tag.startswith(("JJ", "NN", "HYPH", "VBG")) and (person is None or person.kind is not NameKind.PERSON)


def describe_after(page: Page, name: Name) -> str | None:
    """Return what stands in apposition after a name: "Ants Kask, head of the Harrow Centre, said": the head of it."""
    sentence = page.sentence_at(name.span.start)
    inside = sentence.tokens_in(name.span) if sentence else ()
    if sentence is None or not inside or inside[-1] + 2 >= len(sentence.tokens):
        return None
    after = inside[-1] + 1
    if sentence.tokens[after].text != ",":
        return None
    first = after + 1
    if sentence.tokens[first].tag == "CD" and [token.text for token in sentence.tokens[first + 1 : first + 2]] == [","]:
        first += 2  # "Eda Kask, 69, a farmer"
    if first >= len(sentence.tokens) or not _starts_description(sentence, first, inside):
        return None
    end = first
    while end < len(sentence.tokens) and end - first < LONGEST_DESCRIPTION and not _ends_description(sentence, end):
        end += 1
    if not _has_noun(sentence, range(first, end)) or _names_another(page, sentence, range(first, end)):
        return None
    if end < len(sentence.tokens) and _another_acts(sentence, end, inside):
        return None
    return bare_words(page.text, sentence, range(first, end))


def _starts_description(sentence: Sentence, first: int, inside: Sequence[int]) -> bool:
    """Tell whether the words after the comma are a noun for the person: "the mayor", "head of", never "who"."""
    for i in range(first, min(first + 8, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.tag in ("IN", "TO", ",", "WP", "WDT", "WRB") or (i == first and token.tag.startswith("RB")):
            return False
        if token.tag.startswith("V") and token.tag not in _LIKE_ADJECTIVES:
            return False
        if (token.dep == "appos" and token.head in inside) or token.lower in open_titles().roles:
            return True
    return False


def _has_noun(sentence: Sentence, tokens: Sequence[int]) -> bool:
    return any(sentence.tokens[i].tag.startswith("NN") for i in tokens)


def _names_another(page: Page, sentence: Sentence, tokens: Sequence[int]) -> bool:
    """Tell "Ada Holm, Mayor Ants Kask and others" from "Ada Holm, sister of Ants Kask"."""
    people = [name for name in page.names_in(sentence.span_of(tokens[0], tokens[-1])) if name.kind is NameKind.PERSON]
    before = sentence.tokens_in(people[0].span)[:1] if people else ()
    if not before or any(sentence.tokens[i].tag in ("IN", "TO", "POS") for i in range(tokens[0], before[0])):
        return False
    after = sentence.tokens_in(people[0].span)[-1] + 1
    return after >= len(sentence.tokens) or not sentence.tokens[after].tag.startswith(("NN", "POS", "JJ", "HYPH"))


def _another_acts(sentence: Sentence, verb: int, inside: Sequence[int]) -> bool:
    """Tell "according to Kask, the driver fled" from "Kask, the driver said", where the verb is Kask's."""
    if sentence.tokens[verb].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return not any(sentence.tokens[i].dep.startswith("nsubj") and sentence.tokens[i].head == verb for i in inside)


def _ends_description(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.text in _ENDS or token.tag in (
        "WP",
        "WDT",
        "WRB",
        "VBD",
        "VBZ",
        "VBP",
        "MD",
    )
