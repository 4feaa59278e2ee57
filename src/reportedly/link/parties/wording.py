"""What the words of a source say about who it is.

"the spokesman for the Harrow Border Service Ants Kask" is a named person, described as "spokesman for the Harrow Border
Service"; "Western officials" are unnamed people; "Harrow intelligence estimates" are Harrow's intelligence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.link.parties.offices import has_one_holder, singles_out
from reportedly.link.parties.page import Page
from reportedly.link.parties.people import find_person, lists_people, office_of
from reportedly.link.parties.phrases import bare_words, body_nouns, describing_terms
from reportedly.read.gazetteer import open_actors
from reportedly.read.names import open_titles
from reportedly.records import Name, NameKind, Sentence, Token
from reportedly.spans import Span

_HYPHENS = frozenset({"-", "\u2013"})
_DASHES = _HYPHENS | {"\u2014", "--"}
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_MAKERS = frozenset({"by", "citing", "from", "of", "to"})
_ASIDES = frozenset({",", "(", ";", ":", "\u2014"}) | _HYPHENS
LONGEST_PRODUCT = 8
LONGEST_DATELINE = 12
_INITIALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One mention of an actor, read for itself.

    words: as they stand, without article and trailing clause. head: its noun in lower case ("officer"). terms: the
    other words that describe it, in lower case, countries as codes. person: the span of a person's name inside.
    definite: "the officer", which must have been met before. through: "reports" in "reports attributed to ...".
    name: the span of the name that is the head. owner: "its" of "its director Eda Kask", "the company" of "the
    company's chief", with `rest` "chief"; `single` where an owner singles it out. made: "report" where the words mean
    what somebody put out, or who did; product: nobody is known to have.
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
    owner: Span | None = None
    rest: str | None = None
    single: bool = False
    made: str | None = None
    product: bool = False


def read_wording(page: Page, span: Span) -> Wording:
    """Return what a source's or a relayer's words say of it."""
    sentence = page.sentence_at(span.start)
    tokens = _past_dateline(sentence, sentence.tokens_in(span)) if sentence else ()
    if sentence is None or not tokens:
        return _unparsed(page, span)
    if len(tokens) == 1:
        pronoun = _pronoun(page, sentence, tokens[0])
        if pronoun is not None:
            return pronoun
    person = find_person(page, sentence, tokens)
    if person is not None:
        return _of_person(page, sentence, tokens, person, span)
    return _of_noun(page, sentence, tokens, span)


def _past_dateline(sentence: Sentence, tokens: Sequence[int]) -> Sequence[int]:
    """Return the source behind a dateline that was read as part of it: "OSTREL, 3 March - The ministry" said it."""
    capitals = sentence.tokens[0].text.isupper() and len(sentence.tokens[0].text) > _INITIALS
    if not tokens or tokens[0] != 0 or not capitals:
        return tokens
    ahead = range(1, min(LONGEST_DATELINE, len(sentence.tokens) - 1))
    dash = next((i for i in ahead if sentence.tokens[i].text in _DASHES and _spaced(sentence, i)), None)
    if dash is None:
        return tokens
    verb = next((i for i in range(dash + 1, len(sentence.tokens)) if sentence.tokens[i].tag in _FINITE), dash + 1)
    return [i for i in tokens if i > dash] or list(range(dash + 1, verb)) or tokens


def _spaced(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i - 1].span.end < sentence.tokens[i].span.start


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
            span=token.span,
            words=open_actors().anonymous.shown.get(token.lower, token.text),
            kind=NameKind.OTHER,
            named=False,
            head=token.lower,
            pronoun=True,
        )
    return None


def subjects_of(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last token of what a sentence is about: its own subject, then that of a clause right under it."""
    roots = sentence.roots
    clauses = [i for root in roots for i in sentence.children[root] if sentence.tokens[i].dep in ("ccomp", "advcl")]
    for verb in (*roots, *clauses):
        for i in sentence.children[verb]:
            if sentence.tokens[i].dep in ("nsubj", "nsubjpass"):
                yield min(sentence.subtree(i)), max(sentence.subtree(i))


def _noun_phrase(sentence: Sentence, noun: int) -> tuple[int, int]:
    """Return first and last token of the noun with what stands before it."""
    first = min((i for i in sentence.subtree(noun) if i <= noun), default=noun)
    return first, noun


def _of_person(page: Page, sentence: Sentence, tokens: Sequence[int], name: Name, span: Span) -> Wording:
    inside = sentence.tokens_in(name.span)
    before = [i for i in tokens if i < inside[0]]
    while before and sentence.tokens[before[0]].tag in ("IN", "TO"):
        before.pop(0)  # "by the mayor, Eda Kask"
    description = office_of(page.text, sentence, before)
    its = before and sentence.tokens[before[0]].tag == "PRP$"
    return Wording(
        span=span,
        words=name.text,
        kind=NameKind.PERSON,
        named=True,
        head=name.text.split()[-1].lower(),
        terms=describing_terms(sentence, before),
        person=name.span,
        description=description,
        owner=sentence.tokens[before[0]].span if its else None,
    )


def _of_noun(page: Page, sentence: Sentence, tokens: Sequence[int], span: Span) -> Wording:
    core = _core(page, sentence, tokens)
    head = _head(sentence, core)
    noun = sentence.tokens[head]
    name = page.name_over(noun.span)
    made = noun.lower if name is None and noun.lower in open_titles().products else None
    if made is not None:
        owner = _owner(page, sentence, tokens, head)
        if owner is not None:
            return replace(owner, made=made)
        core = list(tokens) if len(tokens) <= LONGEST_PRODUCT else core
    beside = _name_beside(page, sentence, tokens, head) if name is None else None
    if beside is not None:
        rest = [i for i in core if not sentence.tokens[i].span.overlaps(beside.span)]
        return replace(read_wording(page, beside.span), span=span, description=bare_words(page.text, sentence, rest))
    listed = lists_people(page, sentence, tokens)
    core = [i for i in tokens if sentence.tokens[i].tag != "_SP"] if listed else core
    first = sentence.tokens[core[0]]
    joined = listed or bool(_others(page, sentence, core, head))
    whose, own = (None, None) if name or joined else _possessor(page, sentence, core, head)
    return Wording(
        span=span,
        words=bare_words(page.text, sentence, core) or span.of(page.text),
        kind=NameKind.GROUP if joined else _kind(name, noun),
        named=_is_named(page, sentence, core, head, name),
        head=noun.lower,
        terms=describing_terms(sentence, [i for i in core if i != head]),
        definite=first.lower in ("the", "this", "that", "these", "those") and name is None,
        indefinite=first.lower in ("a", "an", "one", "another") and name is None,
        plural=noun.tag in ("NNS", "NNPS"),
        name=name.span if name and not joined else None,
        description=_kind_before(page, sentence, core, name) if name and not joined else None,
        owner=whose,
        rest=own,
        single=has_one_holder(sentence, core, head),
        made=made,
        product=made is not None,
    )


def _possessor(page: Page, sentence: Sentence, core: Sequence[int], head: int) -> tuple[Span | None, str | None]:
    """Return "her" and "office" of "her office", "the company" and "chief" of "the company's chief".

    A name before the noun needs none: "Kask's office" says whose it is.
    """
    owner = next((i for i in core if sentence.tokens[i].dep == "poss" and sentence.tokens[i].head == head), None)
    if owner is None or owner > head:
        return None, None
    before = [i for i in sentence.subtree(owner) if i <= owner]
    goes_back = sentence.tokens[owner].tag == "PRP$" or _is_definite(page, sentence, before)
    if not before or before[0] != core[0] or not goes_back:
        return None, None
    after = [i for i in core if i > owner and sentence.tokens[i].tag != "POS"]
    return sentence.span_of(before[0], owner), bare_words(page.text, sentence, after)


def _is_definite(page: Page, sentence: Sentence, tokens: Sequence[int]) -> bool:
    names = page.names_in(sentence.span_of(tokens[0], tokens[-1]))
    return sentence.tokens[tokens[0]].lower in ("the", "this", "that") and not names


def _kind_before(page: Page, sentence: Sentence, core: Sequence[int], name: Name) -> str | None:
    """Return "rescue group" of "the rescue group Blue Ladders"."""
    before = [i for i in core if sentence.tokens[i].span.end <= name.span.start]
    kind = before and sentence.tokens[before[-1]].text in body_nouns()
    return bare_words(page.text, sentence, before) if kind else None


def _name_beside(page: Page, sentence: Sentence, tokens: Sequence[int], head: int) -> Name | None:
    """Return the name of "the operator, Harlov Oil"."""
    beside = [i for i in tokens if sentence.tokens[i].dep == "appos" and sentence.tokens[i].head == head and i > head]
    if sentence.tokens[head].lower in body_nouns() and head + 1 < len(sentence.tokens):
        beside.append(head + 1)  # in "the agency Norpress" the source may be no more than "the agency"
    names = (page.name_over(sentence.tokens[i].span) for i in beside)
    return next((name for name in names if name and name.kind is NameKind.ORGANIZATION), None)


def _core(page: Page, sentence: Sentence, tokens: Sequence[int]) -> list[int]:
    """Return the tokens without clause, aside and edge punctuation: "troops fighting in Harrow" are "troops"."""
    kept = [i for i in tokens if sentence.tokens[i].tag != "_SP"] or list(tokens)
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
    while len(core) > 1 and _is_edge(sentence.tokens[core[-1]]):
        core.pop()
    while len(core) > 1 and not sentence.tokens[core[0]].text[0].isalnum():
        core.pop(0)
    return core


def _is_edge(token: Token) -> bool:
    """Tell whether the last word is punctuation or a possessive: "the ministry's" is the ministry."""
    return token.tag == "POS" or (not token.text[-1].isalnum() and token.text[-1] != ".")


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
    if len(nouns) > 1 and all(sentence.tokens[i].dep == "compound" for i in nouns):
        return nouns[-1]  # "the GOP nominee" where the parse takes the verb behind it for the noun
    return (nouns or tops or list(tokens))[0]


def _owner(page: Page, sentence: Sentence, tokens: Sequence[int], head: int) -> Wording | None:
    """Return the actor behind a report: "the ministry's statement", "Harrow intelligence estimates", "report by".

    In "reports attributed to Harrow intelligence" the reports are a party of their own, between the two.
    """
    titles, noun = open_titles(), sentence.tokens[head].lower
    owner = _actor_in(page, sentence, [i for i in tokens if i < head])
    if owner is not None and (noun not in titles.papers or owner.words.lower() not in body_nouns()):
        return owner
    for at in (i for i in tokens if i > head and sentence.tokens[i].lower in _MAKERS):
        owner = _actor_in(page, sentence, [i for i in tokens if i > at])
        if owner is not None and _made_it(sentence, head, at, owner):
            relayed = any(sentence.tokens[i].lower in ("attributed", "citing") for i in tokens if head < i <= at)
            return replace(owner, through=sentence.tokens[head].span) if relayed else owner
    return None


def _made_it(sentence: Sentence, head: int, at: int, owner: Wording) -> bool:
    """Tell "statement of the ministry", "images from Orbex" from "images of Orsk", "letter to Kask"."""
    leads, noun = sentence.tokens[at].lower, sentence.tokens[head].lower
    if leads == "of":
        return noun not in open_titles().pictures and owner.kind in (NameKind.ORGANIZATION, NameKind.OTHER)
    if leads == "to":
        return any(sentence.tokens[i].lower == "attributed" for i in range(head, at))
    return leads != "from" or owner.kind is not NameKind.PLACE


def _actor_in(page: Page, sentence: Sentence, tokens: Sequence[int]) -> Wording | None:
    while tokens and sentence.tokens[tokens[-1]].tag in ("POS", "VBN", "VBD"):
        tokens = tokens[:-1]
    if not tokens:
        return None
    span = sentence.span_of(tokens[0], tokens[-1])
    names = [name for name in page.names_in(span) if name.kind is not NameKind.OTHER]
    last = sentence.tokens[tokens[-1]]
    actor = last.lower in body_nouns() or last.lower in open_actors().anonymous.heads - {"media", "press", "reports"}
    named = bool(names) and (names[-1].span.end == span.end and names[-1].kind is not NameKind.GROUP)
    return read_wording(page, span) if named or actor else None


def _kind(name: Name | None, noun: Token) -> NameKind:
    if name is not None and name.kind is not NameKind.OTHER:
        return name.kind
    if noun.lower in body_nouns():
        return NameKind.ORGANIZATION
    if noun.lower in open_titles().roles:
        return NameKind.PERSON
    if noun.lower in open_actors().anonymous.heads or noun.lower.removesuffix("s") in open_titles().roles:
        return NameKind.GROUP
    return NameKind.OTHER


def _is_named(page: Page, sentence: Sentence, core: Sequence[int], head: int, name: Name | None) -> bool:
    """Tell whether the words are a name or single out one actor as a name does."""
    noun = sentence.tokens[head]
    if name is not None:
        return name.kind is not NameKind.GROUP
    if noun.tag == "NNP" and all(sentence.tokens[i].tag.startswith("NNP") for i in core):
        return True
    return singles_out(page, sentence, core, head)
