"""What the words of a source say about who it is.

"the spokesman for the Harrow Border Service Ants Kask" is a named person, described as "spokesman for the Harrow Border
Service"; "Western officials" are unnamed people; "Harrow intelligence estimates" are Harrow's intelligence.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.read.gazetteer import open_actors, open_gazetteer
from reportedly.read.names import open_titles, title_length
from reportedly.records import Name, NameKind, Sentence, Token
from reportedly.spans import Span

_HYPHENS = frozenset({"-", "\u2013"})
_ASIDES = frozenset({",", "(", ";", ":", "\u2014"}) | _HYPHENS
_ENDS = frozenset({",", ".", ";", ":", "(", ")", '"', "\u201c", "\u201d", "\u2013", "\u2014"})
LONGEST_DESCRIPTION = 25
LONGEST_PRODUCT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One mention of an actor, read for itself.

    words: as they stand, without article and trailing clause. head: its noun in lower case ("officer"). terms: the
    other words that describe it, in lower case, countries as codes. person: the span of a person's name inside.
    definite: "the officer", which must have been met before. through: "reports" in "reports attributed to ...".
    name: the span of the name that is the head.
    """

    span: Span
    words: str
    kind: NameKind
    named: bool
    head: str
    terms: frozenset[str] = frozenset()
    person: Span | None = None
    description: str | None = None
    pronoun: bool = False
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    through: Span | None = None
    name: Span | None = None


class Page:
    """A page's sentences and names, found by place."""

    def __init__(self, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self.text = text
        self.sentences = sentences
        self.names = sorted(names, key=lambda name: name.span)
        self._sentence_starts = [sentence.span.start for sentence in sentences]
        self._name_starts = [name.span.start for name in self.names]

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that the place lies in."""
        i = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].span.end else None

    def sentence_number(self, place: int) -> int:
        """Return the index of the last sentence that starts at or before the place."""
        return bisect_right(self._sentence_starts, place) - 1

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """Return the names that begin inside the span."""
        first = bisect_right(self._name_starts, span.start - 1)
        last = bisect_right(self._name_starts, span.end - 1)
        return tuple(self.names[first:last])

    def name_over(self, span: Span) -> Name | None:
        """Return the name that covers the whole span."""
        i = bisect_right(self._name_starts, span.start) - 1
        return self.names[i] if i >= 0 and self.names[i].span.contains(span) else None


def read_wording(page: Page, span: Span) -> Wording:
    """Return what a source's or a relayer's words say of it."""
    sentence = page.sentence_at(span.start)
    tokens = sentence.tokens_in(span) if sentence else ()
    if sentence is None or not tokens:
        return _unparsed(page, span)
    if len(tokens) == 1:
        pronoun = _pronoun(page, sentence, tokens[0])
        if pronoun is not None:
            return pronoun
    person = _person(page, sentence, tokens)
    if person is not None:
        return _of_person(page, sentence, tokens, person, span)
    return _of_noun(page, sentence, tokens, span)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(word.lower() for word in open_actors().anonymous.pronouns)


def _unparsed(page: Page, span: Span) -> Wording:
    name = page.name_over(span)
    kind = name.kind if name else NameKind.OTHER
    words = span.of(page.text)
    return Wording(
        span=span,
        words=words,
        kind=kind,
        named=name is not None,
        head=words.split()[-1].lower() if words.split() else "",
    )


def _pronoun(page: Page, sentence: Sentence, i: int) -> Wording | None:
    token = sentence.tokens[i]
    if token.tag in ("WP", "WDT"):
        noun = next(
            (sentence.tokens[a].head for a in (i, *sentence.above(i)) if sentence.tokens[a].dep == "relcl"), None
        )
        if noun is not None:
            return read_wording(page, sentence.span_of(*_noun_phrase(sentence, noun)))
    if token.lower in _pronouns():
        return Wording(
            span=token.span, words=token.text, kind=NameKind.OTHER, named=False, head=token.lower, pronoun=True
        )
    return None


def _noun_phrase(sentence: Sentence, noun: int) -> tuple[int, int]:
    """Return first and last token of the noun with what stands before it."""
    first = min((i for i in sentence.subtree(noun) if i <= noun), default=noun)
    return first, noun


# --- people ----------------------------------------------------------------------------------------------------------


def _person(page: Page, sentence: Sentence, tokens: Sequence[int]) -> Name | None:
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
        if inside[0] == tokens[0] or _leads_up(sentence, tokens[0], inside[0]):
            found = name, inside
    return found[0] if found and not _joined(sentence, tokens, found[1]) else None


def _same_phrase(sentence: Sentence, last: int, first: int) -> bool:
    """Tell whether only nouns stand between two names: the first describes the second."""
    return all(token.tag.startswith(("NN", "JJ", "HYPH")) for token in sentence.tokens[last + 1 : first])


def _joined(sentence: Sentence, tokens: Sequence[int], inside: Sequence[int]) -> bool:
    """Tell whether others are named in the same breath: "Holm and Kask", "Holm and other members"."""
    return any(sentence.tokens[i].dep == "conj" and sentence.tokens[i].head in inside for i in tokens)


def is_subject(sentence: Sentence, name: Name) -> bool:
    """Tell whether a sentence or clause is about the person: "Eda Kask left", "The mayor, Eda Kask, left"."""
    inside = sentence.tokens_in(name.span)
    noun = _noun_beside(sentence, inside)
    about = inside if noun is None else (*inside, noun)
    return any(sentence.tokens[i].dep.startswith("nsubj") for i in about)


def _noun_beside(sentence: Sentence, inside: Sequence[int]) -> int | None:
    """Return the office that a name stands beside: "mayor" in "The mayor of Harlov, Eda Kask,"."""
    beside = next((sentence.tokens[i].head for i in inside if sentence.tokens[i].dep == "appos"), None)
    if beside is None or beside >= inside[0]:
        return None
    chain = [beside, *(i for i in sentence.above(beside) if i < beside)]
    return next((i for i in chain if sentence.tokens[i].lower in open_titles().roles), None)


def _owns(sentence: Sentence, tokens: Sequence[int], inside: Sequence[int]) -> bool:
    """Tell whether the name only goes before the noun that is meant: "Holm's office", "Holm aides"."""
    after = inside[-1] + 1
    if after >= len(sentence.tokens):
        return False
    noun = sentence.tokens[inside[-1]].head
    leads = noun in tokens and noun > inside[-1] and sentence.tokens[inside[-1]].dep in ("compound", "nmod", "poss")
    possessive = sentence.tokens[after].tag == "POS" and after + 1 in tokens
    return possessive or (leads and sentence.tokens[after].tag.startswith(("NN", "JJ")) and after in tokens)


def _leads_up(sentence: Sentence, first: int, name: int) -> bool:
    """Tell whether the words before a name describe it, and do not merely contain it.

    "spokesman for President Holm" does not: before her title stands a preposition. "head of the Harrow Ministry Ants
    Kask" does: before the name stands a body, which the preposition took.
    """
    at = _before_titles(sentence, first, name)
    if at == name:
        before = sentence.tokens[at - 1]
        return before.tag not in ("IN", "TO", "CC", "DT", "PRP$", "POS")
    while at > first and (sentence.tokens[at - 1].tag.startswith(("JJ", "NN", "POS", "DT", "PRP$"))):
        at -= 1
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


def _of_person(page: Page, sentence: Sentence, tokens: Sequence[int], name: Name, span: Span) -> Wording:
    inside = sentence.tokens_in(name.span)
    before = [i for i in tokens if i < inside[0]]
    description = _office(page.text, sentence, before)
    return Wording(
        span=span,
        words=name.text,
        kind=NameKind.PERSON,
        named=True,
        head=name.text.split()[-1].lower(),
        terms=_terms(sentence, before),
        person=name.span,
        description=description,
    )


def titles_before(sentence: Sentence, name: Name) -> frozenset[str]:
    """Return the words of the title before a name, in lower case: "Colonel Ants Kask" gives "colonel"."""
    inside = sentence.tokens_in(name.span)
    first = _before_titles(sentence, 0, inside[0]) if inside else 0
    return _terms(sentence, range(first, inside[0])) if inside else frozenset()


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
    hangs = last.head in inside or last.lower in open_titles().roles
    noun = (last.tag in ("NN", "NNS") and hangs) or _before_titles(sentence, first, inside[0]) < inside[0]
    before = sentence.tokens[first - 1].tag if first else ""
    start = first - 1 if before == "DT" else first
    owned = start > 0 and sentence.tokens[start - 1].tag in ("IN", "POS", "CC")
    if first == inside[0] or not noun or owned:
        return None
    return _office(page.text, sentence, range(first, inside[0]))


def _describe_by_noun(page: Page, sentence: Sentence, inside: Sequence[int]) -> str | None:
    """Return "mayor of Harlov" of "The mayor of Harlov, Eda Kask,"."""
    noun = _noun_beside(sentence, inside)
    if noun is None:
        return None
    first = min((i for i in sentence.subtree(noun) if i <= noun), default=noun)
    return _bare(page.text, sentence, range(first, inside[0] - 1))


def _office(text: str, sentence: Sentence, tokens: Sequence[int]) -> str | None:
    """Return the words without "Mr" or "Dame" at their end: those name no office."""
    kept = list(tokens)
    while kept and sentence.tokens[kept[-1]].text in open_titles().courtesies:
        kept.pop()
    return _bare(text, sentence, kept)


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
    if not _starts_description(sentence, first, inside):
        return None
    end = first
    while end < len(sentence.tokens) and end - first < LONGEST_DESCRIPTION and not _ends_description(sentence, end):
        end += 1
    return _bare(page.text, sentence, range(first, end))


def _starts_description(sentence: Sentence, first: int, inside: Sequence[int]) -> bool:
    """Tell whether the words after the comma are a noun for the person: "the mayor", "head of", never "who"."""
    for i in range(first, min(first + 8, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.dep == "appos" and token.head in inside:
            return True
        if token.tag in ("IN", "TO", ",", "WP", "WDT", "WRB") or token.tag.startswith("V"):
            return False
        if token.lower in open_titles().roles:
            return True
    return False


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


def _is_article(token: Token) -> bool:
    return token.tag == "PRP$" or (token.tag == "DT" and token.lower not in ("all", "no", "both", "every", "each"))


def _bare(text: str, sentence: Sentence, tokens: Sequence[int]) -> str | None:
    """Return the tokens' words without article and edge punctuation; None where nothing is left."""
    kept = list(tokens)
    while kept and (_is_article(sentence.tokens[kept[0]]) or not sentence.tokens[kept[0]].text[0].isalnum()):
        kept.pop(0)
    while kept and not sentence.tokens[kept[-1]].text[-1].isalnum() and sentence.tokens[kept[-1]].text[-1] != ".":
        kept.pop()
    return " ".join(sentence.span_of(kept[0], kept[-1]).of(text).split()) if kept else None


# --- bodies and the unnamed ------------------------------------------------------------------------------------------


def _of_noun(page: Page, sentence: Sentence, tokens: Sequence[int], span: Span) -> Wording:
    core = _core(page, sentence, tokens)
    head = _head(sentence, core)
    noun = sentence.tokens[head]
    name = page.name_over(noun.span)
    if name is None and noun.lower in open_titles().products:
        owner = _owner(page, sentence, tokens, head)
        if owner is not None:
            return owner
        core = list(tokens) if len(tokens) <= LONGEST_PRODUCT else core
    beside = _name_beside(page, sentence, tokens, head) if name is None else None
    if beside is not None:
        return replace(read_wording(page, beside.span), span=span, description=_bare(page.text, sentence, core))
    first = sentence.tokens[core[0]]
    joined = bool(_others(page, sentence, core, head))
    return Wording(
        span=span,
        words=_bare(page.text, sentence, core) or span.of(page.text),
        kind=NameKind.GROUP if joined else _kind(name, noun),
        named=_is_named(page, sentence, core, head, name),
        head=noun.lower,
        terms=_terms(sentence, [i for i in core if i != head]),
        definite=first.lower in ("the", "this", "that", "these", "those") and name is None,
        indefinite=first.lower in ("a", "an", "one", "another") and name is None,
        plural=noun.tag in ("NNS", "NNPS"),
        name=name.span if name and not joined else None,
    )


def _name_beside(page: Page, sentence: Sentence, tokens: Sequence[int], head: int) -> Name | None:
    """Return the name of "the operator, Harlov Oil"."""
    beside = [i for i in tokens if sentence.tokens[i].dep == "appos" and sentence.tokens[i].head == head and i > head]
    names = (page.name_over(sentence.tokens[i].span) for i in beside)
    return next((name for name in names if name and name.kind is NameKind.ORGANIZATION), None)


def _core(page: Page, sentence: Sentence, tokens: Sequence[int]) -> list[int]:
    """Return the tokens without clause, aside and edge punctuation: "troops fighting in Harrow" are "troops"."""
    kept = [i for i in tokens if sentence.tokens[i].tag != "_SP"]
    head = _head(sentence, kept)
    stop = len(sentence.tokens)
    for i in kept:
        if i <= head:
            continue
        token = sentence.tokens[i]
        covered = page.name_over(token.span) is not None
        clause = token.dep in ("acl", "relcl", "advcl") or token.tag in ("WP", "WDT", "WRB")
        inside_word = i > 0 and token.text in _HYPHENS and sentence.tokens[i - 1].span.end == token.span.start
        aside = token.text in _ASIDES and not inside_word
        if (clause or aside) and not covered:
            first = min((t for t in sentence.subtree(i) if t > head), default=i) if clause else i
            stop = min(stop, first)
            break
    others = _others(page, sentence, kept, head)
    stop = max(stop, max(others) + 1) if others else stop
    core = [i for i in kept if i < stop] or list(kept)
    while (
        len(core) > 1 and not sentence.tokens[core[-1]].text[-1].isalnum() and sentence.tokens[core[-1]].text[-1] != "."
    ):
        core.pop()
    while len(core) > 1 and not sentence.tokens[core[0]].text[0].isalnum():
        core.pop(0)
    return core


def _others(page: Page, sentence: Sentence, tokens: Sequence[int], head: int) -> set[int]:
    """Return the nouns that stand beside the head: Uganda of "Kenya and Uganda"."""
    name = page.name_over(sentence.tokens[head].span)
    firsts = {head, *(sentence.tokens_in(name.span) if name else ())}
    joined = set(firsts)
    for i in tokens:
        token = sentence.tokens[i]
        if token.dep == "conj" and token.head in joined and token.tag.startswith("NN"):
            joined.add(i)
    return joined - firsts


def _head(sentence: Sentence, tokens: Sequence[int]) -> int:
    """Return the noun that the others hang on."""
    inside = set(tokens)
    tops = [i for i in tokens if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    nouns = [i for i in tops if sentence.tokens[i].tag.startswith(("NN", "PRP", "CD"))]
    return (nouns or tops or list(tokens))[0]


def _owner(page: Page, sentence: Sentence, tokens: Sequence[int], head: int) -> Wording | None:
    """Return the actor behind a report: "the ministry's statement", "Harrow intelligence estimates", "report by".

    In "reports attributed to Harrow intelligence" the reports are a party of their own, between the two.
    """
    owner = _actor_in(page, sentence, [i for i in tokens if i < head])
    if owner is not None:
        return owner
    for at in (i for i in tokens if i > head and sentence.tokens[i].lower in ("by", "citing", "from", "of", "to")):
        owner = _actor_in(page, sentence, [i for i in tokens if i > at])
        if owner is not None:
            relayed = any(sentence.tokens[i].lower in ("attributed", "citing") for i in tokens if head < i <= at)
            return replace(owner, through=sentence.tokens[head].span) if relayed else owner
    return None


def _actor_in(page: Page, sentence: Sentence, tokens: Sequence[int]) -> Wording | None:
    while tokens and sentence.tokens[tokens[-1]].tag in ("POS", "VBN", "VBD"):
        tokens = tokens[:-1]
    if not tokens:
        return None
    span = sentence.span_of(tokens[0], tokens[-1])
    names = [name for name in page.names_in(span) if name.kind is not NameKind.OTHER]
    last = sentence.tokens[tokens[-1]]
    actor = last.lower in _body_nouns() or last.lower in open_actors().anonymous.heads - {"media", "press", "reports"}
    named = bool(names) and (names[-1].span.end == span.end and names[-1].kind is not NameKind.GROUP)
    return read_wording(page, span) if named or actor else None


@cache
def _body_nouns() -> dict[str, str]:
    return {noun: body for body, nouns in open_titles().bodies.items() for noun in nouns}


def body_of(noun: str) -> str | None:
    """Return the kind of body that a noun names: "directorate" is a service, as "agency" is."""
    return _body_nouns().get(noun)


def _kind(name: Name | None, noun: Token) -> NameKind:
    if name is not None and name.kind is not NameKind.OTHER:
        return name.kind
    if noun.lower in _body_nouns():
        return NameKind.ORGANIZATION
    if noun.lower in open_titles().roles:
        return NameKind.PERSON
    if noun.lower in open_actors().anonymous.heads or noun.lower.removesuffix("s") in open_titles().roles:
        return NameKind.GROUP
    return NameKind.OTHER


def _is_named(page: Page, sentence: Sentence, core: Sequence[int], head: int, name: Name | None) -> bool:
    """Tell whether the words single out one actor: "Harrow's intelligence agency" does, "Harrow officials" does not."""
    noun = sentence.tokens[head]
    if name is not None:
        return name.kind is not NameKind.GROUP
    if noun.tag == "NNP" and all(sentence.tokens[i].tag.startswith("NNP") for i in core):
        return True
    attribute = any(i < head for i in core if page.name_over(sentence.tokens[i].span) is not None)
    return attribute and noun.lower in _body_nouns() and noun.lower not in ("police", "troops")


def _terms(sentence: Sentence, tokens: Sequence[int]) -> frozenset[str]:
    """Return the describing words, with every form of a country as its code: "Harrow's" and "Harrovian" agree."""
    found = set()
    gazetteer = open_gazetteer()
    kept = [sentence.tokens[i] for i in tokens if sentence.tokens[i].text[0].isalnum()]
    for i, token in enumerate(kept):
        pair = f"{token.text} {kept[i + 1].text}" if i + 1 < len(kept) else ""
        country = (pair and gazetteer.country(pair)) or gazetteer.country(token.text)
        if country:
            found.add(country)
        elif token.tag.startswith(("NN", "JJ", "VBG", "CD")):
            found.add(open_titles().short.get(token.lower, token.lower))
    return frozenset(found)
