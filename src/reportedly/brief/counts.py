"""The sections of a brief that are about numbers: what is reported, where reports disagree, what fits together."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportedly.brief.days import PAGE_DATE, UNSTATED
from reportedly.brief.lines import Dated, Group, Line
from reportedly.brief.rows import Row
from reportedly.brief.sources import Sources, cited
from reportedly.brief.wording import count_of, few, listed, plain
from reportedly.records import FigureRef, FlagKind, Measure, Relation, RelationKind, Series, Status, When

# What fits a reporter's first screen; the rest of each kind is minor.
MAIN_SERIES = 4
MAIN_ROWS = 4
MAIN_ALONE = 2
MAIN_DISAGREEMENTS = 3
MAIN_FITS = 1
MAIN_FLAGS = 2

DISAGREE = {RelationKind.CONTRADICTS: "contradicts", RelationKind.DIVERGES: "diverges"}
FLAGS = {
    FlagKind.BOUND_CHANGED: "changed on the way",
    FlagKind.MEASURE_CHANGED: "changed on the way",
    FlagKind.PARTS_ABOVE_WHOLE: "cannot be",
    FlagKind.FEWER_SENT: "cannot be",
    FlagKind.CAPTION_NEWER: "caption newer",
}
ADD_UP = {RelationKind.ADDS_UP: "adds up"}
REFINE = {RelationKind.REFINES: "more closely"}
# What tells series of one name apart by their source, which every row has.
BY = ", counted by "
YEAR = re.compile(r" \d{4}(?![\d,])")
# What an editor asks for first stands first.
MEASURES = (
    Measure.KILLED,
    Measure.CASUALTIES,
    Measure.INJURED,
    Measure.MISSING,
    Measure.CAPTURED,
    Measure.ARRESTED,
    Measure.DISPLACED,
    Measure.EVACUATED,
    Measure.HOSPITALISED,
    Measure.SENT,
    Measure.PRESENT,
    Measure.AREA,
    Measure.DISTANCE,
    Measure.MONEY,
    Measure.PERCENT,
    Measure.OTHER,
)
# Counts of people: with a party to them, the ones that a short form has room for.
PEOPLE = frozenset(MEASURES[: MEASURES.index(Measure.AREA)])


# --- what is reported ------------------------------------------------------------------------------------------------


def tell_reported(sources: Sources) -> Iterator[Group]:
    """Yield a group of rows for each series of several counts, then one for the counts that stand alone.

    Of those the ones that add up with others, and are told there, come after the rest.
    """
    disputed = {ref for r in sources.brief.relations if r.relation in DISAGREE for ref in (r.a, r.b)}
    parts = {ref for r in sources.brief.relations if r.relation in ADD_UP for ref in (r.a, r.b)}
    told = sorted(sources.figures.series, key=lambda pair: _weight(pair[0], disputed), reverse=True)
    rivals = [(series, rows) for series, rows in told if len(rows) > 1]
    main = [(series, rows) for series, rows in rivals if series.measure in PEOPLE][:MAIN_SERIES]
    for series, rows in sorted(rivals, key=_measure):
        yield _group(series, rows, sources, most=MAIN_ROWS if (series, rows) in main else 0)
    alone = [(series, rows[0]) for series, rows in told if len(rows) == 1]
    if alone:
        alone.sort(key=lambda told: (not _counts_people(*told), parts.issuperset(told[1].figures), _measure(told)))
        lines = (_alone(series, row, sources, minor=i >= MAIN_ALONE) for i, (series, row) in enumerate(alone))
        yield Group(heading="One count each" if rivals else "", lines=tuple(lines))


def _measure(told: tuple[Series, Sequence[Row] | Row]) -> int:
    return MEASURES.index(told[0].measure)


def _counts_people(series: Series, row: Row) -> bool:
    return series.measure in PEOPLE and row.sourced


def _weight(series: Series, disputed: Collection[FigureRef]) -> tuple[bool, int, int, int]:
    """Rank a series: rival counts first, then by origins and by the order of measures."""
    origins = series.stands_at.origins if series.stands_at else 0
    return (
        any(ref in disputed for ref in series.figures),
        origins,
        -MEASURES.index(series.measure),
        len(series.figures),
    )


def _heading(series: Series, sources: Sources) -> str:
    """Return what is counted and where, unless the name of the series or of the story says where."""
    name, place = plain(series.name).partition(BY)[0], plain(series.place or "")
    said = f"{name} {plain(sources.brief.story)}".casefold()
    return name if place.casefold() in said else f"{name}, {place}"


def _group(series: Series, rows: Sequence[Row], sources: Sources, *, most: int) -> Group:
    """Tell a series: a day that no count states is said once, above them all; if no page is dated, above the brief."""
    undated = all(row.days == UNSTATED for row in rows)
    origins = series.stands_at.origins if series.stands_at else 0
    standing = count_of(sum(row.standing for row in rows), "count")
    days = UNSTATED if undated and sources.dated else ""
    notes = [f"{standing}, {count_of(origins, 'origin')}" if origins else "", days]
    lines = (
        Line(
            lead=row.words,
            text=_told(row, sources, dated=not undated),
            short=_short(row, rows[:most], sources, dated=not undated) if i < most else "",
            starred=PAGE_DATE in row.days and not undated,
            support=row.support,
            figure=row.figures[0],
            standing=row.standing,
            minor=i >= most,
        )
        for i, row in enumerate(rows)
    )
    return Group(
        heading=_heading(series, sources),
        note=", ".join(note for note in notes if note),
        lines=tuple(lines),
        dated=_over_time(rows, sources),
    )


def _over_time(rows: Sequence[Row], sources: Sources) -> tuple[Dated, ...]:
    """Return the counts that have a day, by day, where they are of several days: a course to draw."""
    placed = [(_days_of(row.when), i, row) for i, row in enumerate(rows) if row.when is not None and row.when.known]
    if len({days for days, _, _ in placed}) <= 1:
        return ()
    ordered = sorted(placed, key=lambda one: (one[0][::-1], one[1]))
    return tuple(
        Dated(
            number=number,
            line=i,
            first=days[0],
            last=days[1],
            low=figure.low,
            high=figure.high,
            approximate=figure.approximate,
            standing=row.standing,
            words=row.words,
            hedge="" if figure.status is Status.ACTUAL else figure.status.value,
        )
        for number, (days, i, row) in enumerate(ordered, start=1)
        for figure in [sources.figures.figure(row.figures[0])]
    )


def _days_of(when: When) -> tuple[date, date]:
    """Return the first and the last day of a stretch; an open end lies at the other."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return (first or date.min, last or date.min)


def _told(row: Row, sources: Sources, *, dated: bool) -> str:
    """Return the source of a count, its day, what hedges it, and what its speaker put in its place."""
    stated = row.days != UNSTATED or sources.dated
    days = f"{row.days} ({row.page_day})" if row.page_day else row.days if stated else ""
    also = f"also {listed(few(row.also))}" if row.also else ""
    told = _joined(row.source, row.hedging, also, days if dated else row.page_day)
    if row.standing:
        return told
    newer = sources.figures.replaced(row)
    return f"{told}; superseded by “{sources.figures.words(newer)}”" if newer else f"{told}; superseded"


def _short(row: Row, shown: Sequence[Row], sources: Sources, *, dated: bool) -> str:
    """Tell a count with one other source at most, and a replaced one by what replaced it, where that is shown.

    "At least 30" beside "27", as of 9 March 2024, is told as "same party, 6 March: superseded by “27”".
    """
    short = replace(row, also=tuple(few(row.also, 1)), days=row.days.replace(PAGE_DATE, "*"))
    ref = sources.figures.replaced(row)
    newer = next((one for one in shown if one.standing and ref in one.figures), None)
    if row.standing or ref is None or newer is None:
        return _told(short, sources, dated=dated)
    party = "same party" if sources.figures.one_party(row, newer) else row.source
    days = _within_year(short.days.removeprefix("as of "), newer.days) if dated else ""
    return f"{_joined(party, row.hedging, days)}: superseded by “{sources.figures.words(ref)}”"


def _within_year(days: str, newer: str) -> str:
    """Leave out the year of a day where the count beside it gives it: "6 March*" beside "as of 9 March 2024"."""
    years = [YEAR.findall(words) for words in (days, newer)]
    return YEAR.sub("", days) if years[0] == years[1] and len(years[0]) == 1 else days


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _alone(series: Series, row: Row, sources: Sources, *, minor: bool) -> Line:
    return Line(
        lead=row.words,
        text=f"{_heading(series, sources)}: {_told(row, sources, dated=True)}",
        short=f"{_heading(series, sources)}: {_short(row, (), sources, dated=True)}",
        starred=PAGE_DATE in row.days,
        support=row.support,
        standing=row.standing,
        minor=minor or not _counts_people(series, row),
    )


# --- how the numbers bear on one another -----------------------------------------------------------------------------


def tell_disagreements(sources: Sources) -> Iterator[Line]:
    """Yield the counts that go in a circle, that contradict one another or diverge, and those that cannot be."""
    yield from _circles(sources)
    yield from _relations(DISAGREE, sources, most=MAIN_DISAGREEMENTS)
    yield from _flags(sources)


def tell_fits(sources: Sources) -> Iterator[Line]:
    """Yield which counts are parts of which, and, where there is room, which make another narrower."""
    yield from _relations(ADD_UP, sources, most=MAIN_FITS)
    yield from _relations(REFINE, sources, most=0)


def _relations(kinds: dict[RelationKind, str], sources: Sources, *, most: int) -> Iterator[Line]:
    """Yield a line for each pair of counts, however many pages repeat them, and for each sum of several."""
    for i, relations in enumerate(_once(kinds, sources)):
        adds_up = relations[0].relation is RelationKind.ADDS_UP
        yield Line(
            lead="" if adds_up else kinds[relations[0].relation],
            text=sources.told(relations[0].why),
            support=cited(ref for relation in relations for ref in (relation.a, relation.b)),
            minor=i >= most,
        )


def _once(kinds: Collection[RelationKind], sources: Sources) -> Iterable[list[Relation]]:
    """Return the relations that say one thing: of the same rows, and of a sum all its parts."""
    rows = _row_of(sources)
    sums: dict[str, set[FigureRef]] = {}
    told = [r for kind in kinds for r in sources.brief.relations if r.relation is kind]
    told = [r for r in told if r.a in sources.figures and r.b in sources.figures]
    for relation in told:
        sums.setdefault(relation.why, set()).update(rows.get(ref, ref) for ref in (relation.a, relation.b))
    same: dict[object, list[Relation]] = {}
    for r in told:
        ends = sums[r.why] if r.relation is RelationKind.ADDS_UP else {rows.get(ref, ref) for ref in (r.a, r.b)}
        same.setdefault((r.relation, frozenset(ends)), []).append(r)
    return same.values()


def _flags(sources: Sources) -> Iterator[Line]:
    """Yield the numbers that changed from page to page and the totals that cannot be."""
    for i, flag in enumerate(sources.brief.flags):
        if all(ref in sources.figures for ref in flag.figures):
            yield Line(
                lead=FLAGS[flag.kind], text=sources.told(flag.why), support=cited(flag.figures), minor=i >= MAIN_FLAGS
            )


def _circles(sources: Sources) -> Iterator[Line]:
    """Yield the counts that outlets trace to one another or to "media reports"."""
    for i, circle in enumerate(sources.brief.circles):
        figures = [ref for ref in circle.figures if ref in sources.figures]
        if figures:
            yield Line(lead="circular", text=sources.told(circle.why), support=cited(figures), minor=i >= MAIN_FLAGS)


def _row_of(sources: Sources) -> dict[FigureRef, FigureRef]:
    """Return for each figure the one that stands for its row."""
    return {ref: row.figures[0] for _, rows in sources.figures.series for row in rows for ref in row.figures}
