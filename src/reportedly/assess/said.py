"""The same thing said on several pages: how many speakers stand behind it, and why they are fewer than the pages.

"The gallery had been inspected twice" by Edda Lorne on three pages has one origin; by her and by the inspectors, two.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reportedly.assess.claims import NEAREST, NOBODY, describe_source, rest_of
from reportedly.assess.footing import is_reports
from reportedly.assess.joins import Joins
from reportedly.assess.mouths import Mouths
from reportedly.assess.origins import outlets_of
from reportedly.assess.sources import STRONGEST
from reportedly.assess.words import content_words, overlap
from reportedly.link.identities import Identities
from reportedly.records import (
    Claim,
    CopyKind,
    Number,
    Passage,
    Reading,
    Rest,
    RestBasis,
    Role,
    SeparateOrigin,
    Stance,
    Statement,
    Support,
)
from reportedly.spans import Span, hull

# Of the shorter statement's words, the part that the longer has too when both say one thing; and the fewest words.
SAME_SAYING = 0.6
SAME_IN_ALL = 0.3
FEWEST_WORDS = 4
# A word of more statements than this, or of a larger part of them, tells nothing of what one says.
COMMONEST, RUNS_THROUGH, FEW = 200, 0.2, 6
# Statements that are held against one.
MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saying:
    """A statement as it is compared: its words and numbers, and what it has in common with another of one origin.

    `text` is the first page of the same words.
    """

    reading: Reading
    statement: Statement
    text: str
    words: frozenset[str]
    numbers: frozenset[Number]
    grounds: Mapping[Hashable, RestBasis]

    @property
    def support(self) -> Support:
        return Support(page=self.reading.page.name, statement=self.statement.id)


def find_said(
    readings: Sequence[Reading],
    copies: Sequence[tuple[str, str, CopyKind]],
    passages: Sequence[Passage],
    identities: Identities,
    *,
    circular: Mapping[tuple[str, str], int],
) -> Iterator[Claim]:
    """Yield each thing that was said, wherever it is told, with its separate origins and why.

    `circular` are statements, by page and id, that tell a count which goes in a circle, with the circle's number.
    """
    sayings = tuple(_sayings(readings, copies, passages, identities))
    joins = Joins(range(len(sayings)))
    for i, j in _alike(sayings):
        joins.join(i, j)
    for group in joins.groups():
        yield _claim([sayings[i] for i in group], circular)


def _sayings(
    readings: Sequence[Reading],
    copies: Sequence[tuple[str, str, CopyKind]],
    passages: Sequence[Passage],
    identities: Identities,
) -> Iterator[_Saying]:
    texts = Joins[str](reading.page.name for reading in readings)
    for one, other, _ in copies:
        texts.join(one, other)
    mouths = Mouths(readings, identities)
    shared: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for i, passage in enumerate(passages):
        shared[passage.page].append((i, passage.span))
        shared[passage.other].append((i, passage.other_span))
    for reading in readings:
        numbers = _numbers(reading)
        text, outlets = texts.first_of(reading.page.name), outlets_of(reading, identities)
        for statement in reading.statements:
            if statement.content and statement.chain and statement.stance not in {Stance.NO_COMMENT, Stance.ASKS}:
                voice = _voice(reading, statement, outlets, mouths, identities)
                inside = [i for i, span in shared[reading.page.name] if span.contains(hull(statement.content))]
                yield _Saying(
                    reading=reading,
                    statement=statement,
                    text=text,
                    words=content_words(" ".join(span.of(reading.text) for span in statement.content)),
                    numbers=frozenset(numbers[statement.id]),
                    grounds=_of_its_place(statement, text, inside) | voice,
                )


def _numbers(reading: Reading) -> Mapping[str, set[Number]]:
    """Return the numbers that each statement of a page names: 300 of "at least 300" and of "300"."""
    numbers: dict[str, set[Number]] = defaultdict(set)
    for figure in reading.figures:
        numbers[figure.statement or ""] |= {end for end in (figure.low, figure.high) if end is not None}
    return numbers


def _of_its_place(statement: Statement, text: str, passages: Sequence[int]) -> dict[Hashable, RestBasis]:
    """Return what a statement is known by on pages of the same words, or with the same passage."""
    voice = statement.chain[0].party.casefold()
    place: dict[Hashable, RestBasis] = {("text", text, voice): RestBasis.COPY}
    return place | {("passage", i, voice): RestBasis.PASSAGE for i in passages}


def _voice(
    reading: Reading, statement: Statement, outlets: frozenset[str], mouths: Mouths, identities: Identities
) -> dict[Hashable, RestBasis]:
    """Return what the speaker of a statement is known by, on other pages too."""
    speaker = statement.chain[0]
    if speaker.role is Role.PUBLISHER:
        return {("own", reading.page.name): RestBasis.OWN}
    if is_reports(speaker):
        return {"reports": RestBasis.REPORTS}
    if speaker.named:
        names = {identities.canonical(speaker.party), mouths.behind(speaker, reading.page.name)}
        return {("named", name): RestBasis.SAME_SPEAKER for name in names}
    return {("unnamed", speaker.party.casefold(), outlet): RestBasis.CREDIT for outlet in outlets}


def _alike(sayings: Sequence[_Saying]) -> Iterator[tuple[int, int]]:
    """Yield statements with the first that says the same: by the words that do not run through the whole story.

    "12 died" and "16 died" are two things, whatever else they share; "12 died" and "12 died and 30 were hurt" are one.
    """
    usual = Counter(word for saying in sayings if saying.text == saying.support.page for word in saying.words)
    most = min(COMMONEST, max(FEW, len(sayings) * RUNS_THROUGH))
    telling = [frozenset(word for word in saying.words if usual[word] <= most) for saying in sayings]
    index: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(telling):
        near = Counter(j for word in sorted(words) for j in index[word])
        same = (j for j, _ in near.most_common(MOST) if _one_thing(telling[j], words))
        found = next((j for j in same if _agree(sayings[j].numbers, sayings[i].numbers)), None)
        if found is not None:
            yield found, i
            continue
        for word in words:
            index[word].append(i)


def _agree(one: frozenset[Number], other: frozenset[Number]) -> bool:
    return one <= other or other <= one


def _one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    both = len(one & other)
    return both >= FEWEST_WORDS and overlap(one, other) >= SAME_SAYING and both >= SAME_IN_ALL * len(one | other)


def _claim(group: Sequence[_Saying], circular: Mapping[tuple[str, str], int]) -> Claim:
    joins, first = Joins(range(len(group))), dict[Hashable, int]()
    rounds = [circular.get((s.support.page, s.statement.id)) for s in group]
    for i, saying in enumerate(group):
        for key in (*saying.grounds, *([("circle", rounds[i])] if rounds[i] is not None else ())):
            joins.join(first.setdefault(key, i), i)
    separate = tuple(_separate([group[i] for i in same]) for same in joins.groups())
    circle = rounds[0] if len(set(rounds)) == 1 else None
    if circle is not None:
        separate = tuple(replace(origin, origin=NOBODY) for origin in separate)
    return Claim(
        statements=tuple(saying.support for saying in group),
        origins=len(separate),
        separate=separate,
        circle=circle,
    )


def _separate(same: Sequence[_Saying]) -> SeparateOrigin:
    told = next((s for s in same if s.statement.chain[0].named), same[0])
    return SeparateOrigin(origin=describe_source(told.statement, told.reading), counts=True, rests=tuple(_rests(same)))


def _rests(same: Sequence[_Saying]) -> Iterator[Rest]:
    first: dict[str, _Saying] = {}
    for saying in same:
        yield rest_of(saying.statement, saying.reading, saying.support)
        page = saying.reading.page.name
        if page not in first:
            yield from _tied(saying, first)
            first[page] = saying


def _tied(saying: _Saying, first: Mapping[str, _Saying]) -> Iterator[Rest]:
    """Yield the edge to the page before this one whose statement it is tied to most closely."""
    bases = [
        (STRONGEST.index(saying.grounds[key]), i)
        for i, other in enumerate(islice(first.values(), NEAREST))
        for key in saying.grounds.keys() & other.grounds.keys()
    ]
    if bases:
        strongest, i = min(bases)
        support = (saying.support, list(first.values())[i].support)
        yield Rest(page=support[0].page, basis=STRONGEST[strongest], other=support[1].page, support=support)
