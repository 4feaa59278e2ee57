"""The figures of a series as rows: who gives which count, each repeated count once.

"At least 300" in a lead, "at least 300" in the body and the same in a reprint are one row with three citations.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.words import content_words
from reportedly.brief.days import describe_days, describe_page_day
from reportedly.brief.wording import (
    describe_chain,
    describe_hedging,
    describe_hop,
    describe_number,
    few,
    fold,
    listed,
    plain,
)
from reportedly.link.identities import link_identities
from reportedly.records import (
    Brief,
    Figure,
    FigureRef,
    Hop,
    Measure,
    Published,
    Reading,
    RelationKind,
    Role,
    Series,
    Statement,
    Support,
    When,
)

Given = tuple[Figure, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One count of one speaker: its words as the page gives them, its source, and every figure that says it.

    `also` names others that a repeat of the count gives it to; `hedging` is what keeps it from being flat. `when` is
    the day that the count is current to, else that of its page; None where neither is known.
    """

    words: str
    source: str
    hedging: str
    also: tuple[str, ...]
    days: str
    page_day: str
    party: str | None
    figures: tuple[FigureRef, ...]
    sourced: bool
    standing: bool = True
    when: When | None = None

    @property
    def support(self) -> tuple[Support, ...]:
        """The figures as what a line rests on."""
        return tuple(Support(page=ref.page, figure=ref.figure) for ref in self.figures)


class Figures:
    """The figures of all readings by where they stand; `series` are those of the brief, each with its rows."""

    def __init__(self, brief: Brief, readings: Iterable[Reading]) -> None:
        self.readings: Mapping[str, Reading] = {reading.page.name: reading for reading in readings}
        self._identities = link_identities(tuple(self.readings.values()))
        self._given: dict[FigureRef, Given] = {
            FigureRef(page=name, figure=figure.id): (figure, reading)
            for name, reading in self.readings.items()
            for figure in reading.figures
        }
        self._statements: dict[tuple[str, str], Statement] = {
            (name, statement.id): statement
            for name, reading in self.readings.items()
            for statement in reading.statements
        }
        self._told_apart = _told_apart(self.readings.values())
        self._superseded_by = {r.b: r.a for r in brief.relations if r.relation is RelationKind.SUPERSEDES}
        self._repeats = [(r.a, r.b) for r in brief.relations if r.relation is RelationKind.SAME_ORIGIN]
        self.series: tuple[tuple[Series, tuple[Row, ...]], ...] = tuple(
            (series, rows) for series in brief.series if (rows := self._rows(series))
        )

    def __contains__(self, ref: FigureRef) -> bool:
        return ref in self._given

    def words(self, ref: FigureRef) -> str:
        """Return the number as its page words it."""
        return describe_number(self._given[ref][0])

    def statement(self, ref: FigureRef) -> Statement | None:
        """Return the statement that a figure stands in."""
        figure, _ = self._given[ref]
        return self._statements.get((ref.page, figure.statement)) if figure.statement else None

    def speaker(self, page: str, statement: str) -> Statement | None:
        """Return a statement of a page by its id."""
        return self._statements.get((page, statement))

    def replaced(self, row: Row) -> FigureRef | None:
        """Return the count that its speaker put in the row's place, None where it is not known."""
        newer = [self._superseded_by[ref] for ref in row.figures if ref in self._superseded_by]
        return next((ref for ref in newer if ref in self), None)

    def one_party(self, a: Row, b: Row) -> bool:
        """Tell whether two rows name one party, so that the second need not name it again."""
        if not a.party or not b.party:
            return False
        return _one_name(a.party, b.party) or self._identities.same(a.party, b.party)

    def _rows(self, series: Series) -> tuple[Row, ...]:
        """Return the counts of a series: what stands, that with a source first; then the replaced, the newest first."""
        refs = [ref for ref in dict.fromkeys(series.figures) if ref in self and not self._converts(ref, series)]
        gone = set(series.superseded)
        rows = [self._row(same, standing=not gone.issuperset(same)) for same in self._same(refs)]
        return tuple(sorted(rows, key=self._place))

    def _place(self, row: Row) -> tuple[bool, bool, bool, int]:
        """Rank a row; of replaced counts the one first whose successor is known, and of those the newest."""
        day = row.when and (row.when.latest or row.when.earliest)
        if row.standing or not day:
            return (not row.standing, not row.sourced, not row.standing, 0)
        return (True, not row.sourced, self.replaced(row) is None, -day.toordinal())

    def _converts(self, ref: FigureRef, series: Series) -> bool:
        """Tell whether a figure only gives another of the series in a second unit."""
        original = self._given[ref][0].converts
        return original is not None and FigureRef(page=ref.page, figure=original) in series.figures

    def _row(self, same: Sequence[FigureRef], *, standing: bool) -> Row:
        ranked = sorted(same, key=self._rank)
        dated = [(figure, reading.page.published) for figure, reading in (self._given[ref] for ref in ranked)]
        told = min((pair for pair in dated if pair[0].as_of and pair[0].as_of.known), key=_first_told, default=None)
        return Row(
            words=self.words(ranked[0]),
            source=self._source(ranked),
            hedging=self._hedging(ranked),
            also=self._also(ranked),
            days=describe_days(*(told or dated[0])),
            page_day="" if told else _page_day(dated),
            party=dated[0][0].party,
            figures=tuple(ranked),
            sourced=self._speaker(ranked[0]) is not None,
            standing=standing,
            when=told[0].as_of if told else next((page for _, page in dated if page.known), None),
        )

    def figure(self, ref: FigureRef) -> Figure:
        """Return a figure by where it stands."""
        return self._given[ref][0]

    def _speaker(self, ref: FigureRef) -> Hop | None:
        """Return who gives a figure; None where the page gives it in its own words."""
        figure, reading = self._given[ref]
        statement = self.statement(ref)
        if statement and statement.chain:
            return statement.chain[0]
        outlet = reading.page.carrier
        if figure.party is None or (outlet and _one_name(figure.party, outlet.name)):
            return None
        return Hop(party=figure.party, role=Role.ORIGINATOR, named=True)

    def _source(self, ranked: Sequence[FigureRef]) -> str:
        """Name who gives a count and through whom, or the outlets that give it without a source."""
        statement, speaker = self.statement(ranked[0]), self._speaker(ranked[0])
        if speaker:
            return describe_chain(statement) if statement and statement.chain else describe_hop(speaker)
        carriers = [self._given[ref][1].page.carrier for ref in ranked]
        outlets = list(dict.fromkeys(plain(carrier.name) for carrier in carriers if carrier))
        return f"{listed(few(outlets))}, no source given" if outlets else "no source given"

    def _hedging(self, ranked: Sequence[FigureRef]) -> str:
        """Return what hedges a count; hedges of a repeat alone are kept too."""
        first, *others = (
            describe_hedging(self._given[ref][0], self.statement(ref), self._given[ref][1].text) for ref in ranked
        )
        elsewhere = next((hedging for hedging in others if hedging), "")
        return first or (f"elsewhere {elsewhere}" if elsewhere else "")

    def _also(self, ranked: Sequence[FigureRef]) -> tuple[str, ...]:
        """Name whoever else the repeats of a count give it to."""
        speakers = [speaker for ref in ranked if (speaker := self._speaker(ref))]
        others = [hop for hop in speakers if not self._one_party(hop, speakers[0])]
        return tuple({fold(hop.party): describe_hop(hop) for hop in others}.values())

    def _one_party(self, a: Hop, b: Hop) -> bool:
        if _speaks_for(a, b) or _speaks_for(b, a):
            return True
        return _one_name(a.party, b.party) or (a.named and b.named and self._identities.same(a.party, b.party))

    def _rank(self, ref: FigureRef) -> tuple[bool, bool, bool, int]:
        """Put the figure that tells most of its source first: a speaker of his own, a named one, a long chain."""
        statement, speaker = self.statement(ref), self._speaker(ref)
        if speaker is None:
            return (True, True, True, 0)
        passed_on = speaker.role is Role.RELAYER
        return (False, passed_on, not speaker.named, -len(statement.chain) if statement else 0)

    def _same(self, refs: Sequence[FigureRef]) -> Iterator[list[FigureRef]]:
        """Yield the figures that are one count: one interval, and one speaker or one origin."""
        first_of: dict[FigureRef, FigureRef] = {ref: ref for ref in refs}
        seen: dict[object, FigureRef] = {}
        for ref in refs:
            self._join(first_of, seen.setdefault(self._saying(ref), ref), ref)
        for a, b in self._repeats:
            if a in first_of and b in first_of and self._interval(a) == self._interval(b):
                self._join(first_of, a, b)
        groups: dict[FigureRef, list[FigureRef]] = {}
        for ref in refs:
            groups.setdefault(_root(first_of, ref), []).append(ref)
        yield from groups.values()

    def _join(self, first_of: dict[FigureRef, FigureRef], a: FigureRef, b: FigureRef) -> None:
        first_of[_root(first_of, b)] = _root(first_of, a)

    def _interval(self, ref: FigureRef) -> tuple[object, ...]:
        figure, _ = self._given[ref]
        return (
            figure.low,
            figure.high,
            figure.low_open,
            figure.high_open,
            figure.approximate,
            figure.status,
            figure.change,
            figure.unit,
            (ref.page, figure.person) if (ref.page, figure.measure) in self._told_apart else None,
        )

    def _saying(self, ref: FigureRef) -> tuple[object, ...]:
        figure, _ = self._given[ref]
        days = [(when.earliest, when.latest) for when in (figure.dated, figure.as_of) if when and when.known]
        speaker = self._speaker(ref)
        if speaker is None:
            return (*self._interval(ref), *days)
        # "Officials" of one page are not the officials of another, as far as anyone can tell.
        page = "" if speaker.named else ref.page
        return (*self._interval(ref), *days, fold(self._identities.canonical(speaker.party)), page)


def _told_apart(readings: Iterable[Reading]) -> frozenset[tuple[str, Measure]]:
    """Return the pages and measures of which several people are told of one by one, each with a row of his own."""
    people = {(r.page.name, f.measure, f.person) for r in readings for f in r.figures if f.person is not None}
    usual = Counter((page, measure) for page, measure, _ in people)
    return frozenset(place for place, count in usual.items() if count > 1)


def _first_told(given: tuple[Figure, Published]) -> date:
    """Return the day of a telling: a count told again on a later page is as old as its first telling."""
    as_of = given[0].as_of
    return (as_of and (as_of.earliest or as_of.latest)) or date.max


def _page_day(dated: Iterable[tuple[Figure, Published]]) -> str:
    """Return the day of the pages that give a count, where they are of one day."""
    days = {describe_page_day(figure, published) for figure, published in dated} - {""}
    return days.pop() if len(days) == 1 else ""


def _one_name(a: str, b: str) -> bool:
    """Tell whether one name is the other with words left out: "police", "harbour police"."""
    one, other = set(fold(a).split()), set(fold(b).split())
    return one <= other or other <= one


def _speaks_for(person: Hop, body: Hop) -> bool:
    """Tell whether what the page calls a person names the body: "Ministry of Emergencies spokeswoman"."""
    words = content_words(person.description or "")
    return body.named and len(words) > 1 and len(words & content_words(body.party)) > 1


def _root(first_of: dict[FigureRef, FigureRef], ref: FigureRef) -> FigureRef:
    while first_of[ref] != ref:
        first_of[ref] = first_of[first_of[ref]]
        ref = first_of[ref]
    return ref
