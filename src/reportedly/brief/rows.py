"""The figures of a series as rows: who gives which count, each repeated count once.

"At least 300" in a lead, "at least 300" in the body and the same in a reprint are one row with three citations.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.brief.days import describe_days
from reportedly.brief.wording import describe_hedging, describe_hop, describe_number, describe_source, fold, listed
from reportedly.records import (
    Brief,
    Figure,
    FigureRef,
    Reading,
    RelationKind,
    Series,
    Statement,
    Support,
)

Given = tuple[Figure, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One count of one speaker: its words as the page gives them, its source, and every figure that says it.

    `also` names others that a repeat of the count gives it to; `hedging` is what keeps it from being flat.
    """

    words: str
    source: str
    hedging: str
    also: str
    as_of: str
    party: str | None
    figures: tuple[FigureRef, ...]
    standing: bool = True

    @property
    def support(self) -> tuple[Support, ...]:
        """The figures as what a line rests on."""
        return tuple(Support(page=ref.page, figure=ref.figure) for ref in self.figures)


class Figures:
    """The figures of all readings by where they stand; `series` are those of the brief, each with its rows."""

    def __init__(self, brief: Brief, readings: Iterable[Reading]) -> None:
        self.readings: Mapping[str, Reading] = {reading.page.name: reading for reading in readings}
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

    def replaced(self, row: Row) -> str:
        """Return the words of the count that its speaker put in the row's place, "" where they are not known."""
        newer = [self._superseded_by[ref] for ref in row.figures if ref in self._superseded_by]
        return next((self.words(ref) for ref in newer if ref in self), "")

    def _rows(self, series: Series) -> tuple[Row, ...]:
        """Return the counts of a series, those that stand first, each with the figures that repeat it."""
        refs = [ref for ref in dict.fromkeys(series.figures) if ref in self and not self._converts(ref, series)]
        gone = set(series.superseded)
        rows = [self._row(same, standing=not gone.issuperset(same)) for same in self._same(refs)]
        return tuple(sorted(rows, key=lambda row: not row.standing))

    def _converts(self, ref: FigureRef, series: Series) -> bool:
        """Tell whether a figure only gives another of the series in a second unit."""
        original = self._given[ref][0].converts
        return original is not None and FigureRef(page=ref.page, figure=original) in series.figures

    def _row(self, same: Sequence[FigureRef], *, standing: bool) -> Row:
        ranked = sorted(same, key=self._rank)
        figure, reading = self._given[ranked[0]]
        statement = self.statement(ranked[0])
        return Row(
            words=self.words(ranked[0]),
            source=describe_source(figure, statement, reading),
            hedging=describe_hedging(figure, statement, reading.text),
            also=self._also(ranked),
            as_of=self._as_of(ranked),
            party=figure.party,
            figures=tuple(ranked),
            standing=standing,
        )

    def _also(self, ranked: Sequence[FigureRef]) -> str:
        """Name whoever else the repeats of a count give it to."""
        speakers = [statement.chain[0] for ref in ranked if (statement := self.statement(ref)) and statement.chain]
        others = [hop for hop in speakers if not _one_name(hop.party, speakers[0].party)]
        also = dict.fromkeys(describe_hop(hop) for hop in others)
        return f"also as from {listed(list(also))}" if also else ""

    def _as_of(self, ranked: Sequence[FigureRef]) -> str:
        """Say what day a count is current to, by the first of its figures that tells."""
        told = [ref for ref in ranked if (as_of := self._given[ref][0].as_of) and as_of.known]
        figure, reading = self._given[told[0] if told else ranked[0]]
        return describe_days(figure, reading.page.published)

    def _rank(self, ref: FigureRef) -> tuple[bool, bool, int]:
        """Put the figure that tells most of its source first: a named speaker, a long chain."""
        statement = self.statement(ref)
        if statement is None or not statement.chain:
            return (True, True, 0)
        return (False, not statement.chain[0].named, -len(statement.chain))

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
            figure.additional,
            figure.change,
            figure.unit,
        )

    def _saying(self, ref: FigureRef) -> tuple[object, ...]:
        figure, _ = self._given[ref]
        days = [(when.earliest, when.latest) for when in (figure.valid, figure.as_of) if when and when.known]
        party = fold(figure.party) if figure.party and figure.statement else ref
        return (*self._interval(ref), *days, party)


def _one_name(a: str, b: str) -> bool:
    """Tell whether one name is the other with words left out: "police", "harbour police"."""
    one, other = set(fold(a).split()), set(fold(b).split())
    return one <= other or other <= one


def _root(first_of: dict[FigureRef, FigureRef], ref: FigureRef) -> FigureRef:
    while first_of[ref] != ref:
        first_of[ref] = first_of[first_of[ref]]
        ref = first_of[ref]
    return ref
