"""Versions of one page: the same address, or nearly the same words, and what changed of figures and attributions.

"12 killed, police said" of Monday is "14 killed, the mayor said" on Tuesday: the number is another one, and so is who
gives it. Commas and headlines are no differences.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from reportedly.assess.addresses import same_address
from reportedly.assess.phrases import number_of
from reportedly.assess.sightings import Sighting, before, find_sightings, first_day
from reportedly.assess.words import assess_words, content_words, overlap
from reportedly.link.identities import Identities
from reportedly.records import (
    ChangeKind,
    CopyKind,
    PageVersions,
    Reading,
    Role,
    Statement,
    Support,
    VersionBasis,
    VersionChange,
)
from reportedly.spans import Span, hull

Copies = Sequence[tuple[str, str, CopyKind]]
Item = TypeVar("Item")

# Of the shorter sentence's words, numbers aside, the part that two tellings of one thing share.
SAME_SENTENCE = 0.5
FEWEST_WORDS = 2
# Figures, and statements, of a version that are held against the other's.
MOST = 200
# Characters of a statement that are told of it.
LONGEST = 90


def same_page(readings: Sequence[Reading]) -> tuple[tuple[str, str], ...]:
    """Return the pages of one address, each with the next one in time, or in order where a date is open."""
    by_address: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if address := same_address(reading.page.url):
            by_address[address].append(reading)
    pairs = (pair for same in by_address.values() for pair in pairwise(sorted(same, key=_day)))
    return tuple((one.page.name, other.page.name) for one, other in pairs)


def with_versions(copies: Copies, same: Sequence[tuple[str, str]]) -> tuple[tuple[str, str, CopyKind], ...]:
    """Return the copies and versions, those of one address among them."""
    known = {frozenset((a, b)) for a, b, _ in copies}
    return (*copies, *((a, b, CopyKind.VERSION) for a, b in same if frozenset((a, b)) not in known))


def find_versions(
    readings: Sequence[Reading], copies: Copies, same: Sequence[tuple[str, str]], identities: Identities
) -> tuple[PageVersions, ...]:
    """Return the versions of pages, each pair with its differences, the earlier first where the dates say so.

    An exact copy with no difference is no version. A copy of one outlet with other figures is.
    """
    by_name = {reading.page.name: reading for reading in readings}
    pairs = {frozenset(pair): VersionBasis.URL for pair in same}
    for a, b, kind in copies:
        if kind is CopyKind.VERSION or _one_carrier(by_name[a], by_name[b], identities):
            pairs.setdefault(frozenset((a, b)), VersionBasis.TEXT)
    exact = {frozenset((a, b)) for a, b, kind in copies if kind is CopyKind.COPY}
    found = (_compare([r for r in readings if r.page.name in pair], pairs[pair], identities) for pair in pairs)
    return tuple(one for one in found if one.changes or frozenset((one.earlier, one.later)) not in exact)


def _one_carrier(a: Reading, b: Reading, identities: Identities) -> bool:
    return bool(a.page.carrier and b.page.carrier and identities.same(a.page.carrier.name, b.page.carrier.name))


def _day(reading: Reading) -> date:
    return first_day(reading.page.published)


def _compare(pair: Sequence[Reading], basis: VersionBasis, identities: Identities) -> PageVersions:
    one, other = sorted(pair, key=_day)
    comparison = _Comparison(one, other, identities)
    return PageVersions(
        earlier=one.page.name,
        later=other.page.name,
        ordered=comparison.ordered,
        basis=basis,
        changes=tuple(comparison.changes()),
    )


class _Comparison:
    """Two versions, with the figures and the statements that each has in place of the other's."""

    def __init__(self, one: Reading, other: Reading, identities: Identities) -> None:
        self._one, self._other, self._identities = one, other, identities
        self.ordered = before(one.page.published, other.page.published)
        self._early, self._late = (
            [s for s in find_sightings([page]) if not s.figure.converts] for page in (one, other)
        )
        self._touched: set[tuple[str, str]] = set()

    def changes(self) -> Iterator[VersionChange]:
        """Yield the figures that changed, came or went, then the statements that did, without those figures' own."""
        matched = _match(self._early, self._late, _figure_likeness)
        for one, other in matched:
            yield from self._figure_changes(one, other)
        gone = _unmatched(self._early, [one for one, _ in matched], self._late)
        came = _unmatched(self._late, [other for _, other in matched], self._early)
        yield from (self._figure(ChangeKind.FIGURE_REMOVED, one, None) for one in gone)
        yield from (self._figure(ChangeKind.FIGURE_ADDED, None, other) for other in came)
        yield from self._statement_changes()

    def _figure_changes(self, one: Sighting, other: Sighting) -> Iterator[VersionChange]:
        if _number(one) != _number(other):
            yield self._figure(ChangeKind.FIGURE_CHANGED, one, other)
        if self._other_speaker(_party(one), _party(other)):
            yield self._figure(ChangeKind.SPEAKER_CHANGED, one, other)

    def _figure(self, kind: ChangeKind, one: Sighting | None, other: Sighting | None) -> VersionChange:
        for sighting in (one, other):
            if sighting and sighting.statement:
                self._touched.add((sighting.page, sighting.statement.id))
        told = [f"“{number_of(s)}” ({_giver(s)})" for s in (one, other) if s]
        why = told[0]
        if kind is ChangeKind.FIGURE_CHANGED and one and other:
            why = self._became(f"“{number_of(one)}”", f"“{number_of(other)}”")
        if kind is ChangeKind.SPEAKER_CHANGED and one and other:
            why = self._moved(number_of(one), _giver(one), _giver(other))
        return VersionChange(
            kind=kind,
            earlier=_support(one),
            later=_support(other),
            earlier_span=one.figure.span if one else None,
            later_span=other.figure.span if other else None,
            why=why,
        )

    def _became(self, one: str, other: str) -> str:
        return f"{one} became {other}" if self.ordered else f"{one} in one, {other} in the other"

    def _moved(self, what: str, one: str, other: str) -> str:
        told = f"“{what}” is laid to {one}"
        return f"{told}, then to {other}" if self.ordered else f"{told} in one, to {other} in the other"

    def _statement_changes(self) -> Iterator[VersionChange]:
        early, late = ([_Telling(page, s) for s in page.statements if s.chain] for page in (self._one, self._other))
        matched = _match(early, late, _telling_likeness)
        for one, other in matched:
            if {one.place, other.place} & self._touched:
                continue
            if self._other_speaker(one.speaker, other.speaker):
                yield self._statement(ChangeKind.SPEAKER_CHANGED, one, other)
        kept = {telling.place for pair in matched for telling in pair} | self._touched
        gone, came = ([t for t in tellings if t.speaker and t.place not in kept] for tellings in (early, late))
        yield from (self._statement(ChangeKind.STATEMENT_REMOVED, one, None) for one in gone)
        yield from (self._statement(ChangeKind.STATEMENT_ADDED, None, other) for other in came)

    def _statement(self, kind: ChangeKind, one: "_Telling | None", other: "_Telling | None") -> VersionChange:
        told = [f"{t.speaker or 'no source given'}: “{t.short}”" for t in (one, other) if t]
        if one and other:
            told = [self._moved(one.short, one.speaker or "nobody", other.speaker or "nobody")]
        return VersionChange(
            kind=kind,
            earlier=one.support if one else None,
            later=other.support if other else None,
            earlier_span=one.span if one else None,
            later_span=other.span if other else None,
            why=told[0],
        )

    def _other_speaker(self, one: str | None, other: str | None) -> bool:
        if one is None or other is None:
            return one is not other
        short, long = sorted((content_words(one), content_words(other)), key=len)
        return not (self._identities.same(one, other) or (short and short <= long))


class _Telling:
    """A statement of a version with its words."""

    def __init__(self, page: Reading, statement: Statement) -> None:
        first = statement.chain[0]
        self.speaker = first.party if first.role is not Role.PUBLISHER else None
        self.place = (page.page.name, statement.id)
        self.support = Support(page=page.page.name, statement=statement.id)
        self.span: Span = hull(statement.content or statement.cue or statement.source)
        words = " ".join(self.span.of(page.text).split())
        self.words = content_words(words)
        self.short = words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …"


def _number(sighting: Sighting) -> Hashable:
    return (sighting.interval, sighting.figure.approximate, sighting.figure.status)


def _party(sighting: Sighting) -> str | None:
    return sighting.speaker.party if sighting.speaker else None


def _giver(sighting: Sighting) -> str:
    return _party(sighting) or "no source given"


def _support(sighting: Sighting | None) -> Support | None:
    return Support(page=sighting.page, figure=sighting.figure.id) if sighting else None


# --- what stands in the place of what --------------------------------------------------------------------------------


def _match(
    mine: Sequence[Item], theirs: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[tuple[Item, Item]]:
    """Return what stands for what, each once: the likest first, and of equals those at the likest place."""
    pairs = [
        (-like, abs(i - j), i, j)
        for i, one in enumerate(mine[:MOST])
        for j, other in enumerate(theirs[:MOST])
        if (like := likeness(one, other)) > 0
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    matched: list[tuple[int, int]] = []
    for _, _, i, j in sorted(pairs):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            matched.append((i, j))
    return [(mine[i], theirs[j]) for i, j in sorted(matched)]


def _figure_likeness(one: Sighting, other: Sighting) -> float:
    """Return how likely a figure stands in the place of another: the same number does, else one in the same words."""
    if (one.figure.measure, one.figure.unit) != (other.figure.measure, other.figure.unit):
        return 0.0
    mine, theirs = (_words_around(sighting) for sighting in (one, other))
    share = overlap(mine, theirs)
    if _number(one) == _number(other):
        return 1 + share
    return share if share >= SAME_SENTENCE and len(mine & theirs) >= FEWEST_WORDS else 0.0


def _words_around(sighting: Sighting) -> frozenset[str]:
    words = content_words(sighting.sentence.of(sighting.reading.text))
    return frozenset(word for word in words - assess_words().number_words if not word[0].isdigit())


def _telling_likeness(one: _Telling, other: _Telling) -> float:
    share = overlap(one.words, other.words)
    return share if share >= SAME_SENTENCE and len(one.words & other.words) >= FEWEST_WORDS else 0.0


def _unmatched(mine: Sequence[Sighting], matched: Sequence[Sighting], others: Sequence[Sighting]) -> list[Sighting]:
    """Return the figures that the other version has nowhere, each number once."""
    kept = {sighting.ref for sighting in matched}
    told = {(s.figure.measure, s.figure.unit, _number(s)) for s in others}
    left: dict[Hashable, Sighting] = {}
    for sighting in mine:
        key = (sighting.figure.measure, sighting.figure.unit, _number(sighting))
        if sighting.ref not in kept and key not in told:
            left.setdefault(key, sighting)
    return list(left.values())
