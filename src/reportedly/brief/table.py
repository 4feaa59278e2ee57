"""The figures of pages as a table that goes into a sheet: a row a figure, with page, quotation, span and chain."""

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum

from reportedly.assess.sightings import Sighting, find_sightings
from reportedly.brief.days import describe_days, describe_published
from reportedly.brief.lines import Dated
from reportedly.brief.overtime import course_lines
from reportedly.brief.text import wrapped
from reportedly.brief.wording import STATUS_WORDS, describe_counted, describe_number, fold, plain
from reportedly.forms import to_json
from reportedly.records import (
    Brief,
    FigureRef,
    FigureRow,
    FigureTable,
    Hop,
    Measure,
    Number,
    PageProblem,
    Reading,
    Series,
    Status,
    When,
)

WIDTH = 80
INDENT = "    "
LEFT_OUT = frozenset({"later", "no_date"})
# A cell that opens with one of these is a formula to a spreadsheet, also in its wide form; a quotation mark in front
# makes it text. https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Cell = str | Number | None


class TableForm(Enum):
    """The three forms of the table."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def tabulate(brief: Brief, readings: Sequence[Reading], *, measures: Collection[Measure] = ()) -> FigureTable:
    """Return the figures of the brief's pages, page by page; `measures` are those wanted, none of them means all.

    Pages that the brief's day leaves out are named in the problems.
    """
    pages = {page.name for page in brief.pages}
    series_of = {ref: series for series in brief.series for ref in series.figures}
    sightings = find_sightings([reading for reading in readings if reading.page.name in pages])
    return FigureTable(
        story=brief.story,
        as_of=brief.as_of,
        rows=tuple(
            _row(sighting, series_of.get(sighting.ref))
            for sighting in sightings
            if not measures or sighting.figure.measure in measures
        ),
        problems=tuple(problem for problem in brief.problems if _left_out(problem)),
    )


def _left_out(problem: PageProblem) -> bool:
    return problem.code in LEFT_OUT


def _row(sighting: Sighting, series: Series | None) -> FigureRow:
    page = sighting.reading.page
    return FigureRow(
        page=page.name,
        outlet=page.carrier.name if page.carrier else None,
        published=page.published,
        figure=sighting.figure,
        quotation=plain(sighting.sentence.of(sighting.reading.text)),
        quoted=sighting.sentence,
        chain=sighting.statement.chain if sighting.statement else (),
        series=series.name if series else None,
        superseded=bool(series and FigureRef(page=page.name, figure=sighting.figure.id) in series.superseded),
    )


def render_table(table: FigureTable, *, form: TableForm) -> str:
    """Return the table for a terminal, as CSV for a spreadsheet (RFC 4180), or as JSON.

    In CSV no cell can act as a formula: words that open with "=", "+", "-" or "@" get a quotation mark before them.
    """
    if form is TableForm.JSON:
        return to_json(table).decode() + "\n"
    if form is TableForm.CSV:
        return _as_csv(table)
    return "".join(f"{line}\n" for line in _as_text(table))


# --- CSV -------------------------------------------------------------------------------------------------------------


def _as_csv(table: FigureTable) -> str:
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    rows.writerows([_guarded(cell) for cell in _cells(row)] for row in table.rows)
    return written.getvalue()


COLUMNS = (
    *("page", "outlet", "published", "figure", "series", "measure", "status", "words"),
    *("low", "high", "low_open", "high_open", "approximate", "unit", "counted", "who", "scope", "place"),
    *("valid", "valid_from", "valid_to", "as_of", "as_of_from", "as_of_to", "change", "additional", "superseded"),
    *("party", "chain", "quotation", "start", "end", "quotation_start", "quotation_end", "tense"),
)


def _cells(row: FigureRow) -> tuple[Cell, ...]:
    figure = row.figure
    return (
        *(row.page, row.outlet, row.published.edtf, figure.id, row.series, figure.measure.value, figure.status.value),
        *(figure.text, figure.low, figure.high),
        *map(_yes, (figure.low_open, figure.high_open, figure.approximate)),
        *(figure.unit, figure.counted, figure.who),
        *(f"{figure.scope.kind.value} {figure.scope.who}" if figure.scope else None, figure.place),
        *_days(figure.valid),
        *_days(figure.as_of),
        *(figure.change.value if figure.change else None, *map(_yes, (figure.additional, row.superseded))),
        *(figure.party, describe_chain_of(row.chain), row.quotation, figure.span.start, figure.span.end),
        *(row.quoted.start, row.quoted.end, figure.tense.value if figure.tense else None),
    )


def _yes(flag: bool) -> str:  # noqa: FBT001 -- made for map()
    return "yes" if flag else ""


def _days(when: When | None) -> tuple[str | None, ...]:
    if when is None:
        return (None, None, None)
    return (when.edtf, *(end.isoformat() if end else None for end in (when.earliest, when.latest)))


def describe_chain_of(chain: Sequence[Hop]) -> str:
    """Return a chain on one line, nearest to the fact first: "Ada Kask < Norpress < Harlow Post"."""
    return " < ".join(plain(hop.party) for hop in chain)


def _guarded(cell: Cell) -> Cell:
    """Return a cell on one line that no spreadsheet takes for a formula; a number stays one.

    >>> _guarded("=1+1"), _guarded("12 dead"), _guarded(300), _guarded(Decimal("-2.5"))
    ("'=1+1", '12 dead', 300, '-2.5')
    """
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if not isinstance(cell, str):
        return cell
    words = plain(cell)
    return f"'{words}" if words.startswith(FORMULA) else words


# --- text ------------------------------------------------------------------------------------------------------------


def _as_text(table: FigureTable) -> Iterator[str]:
    """Yield each figure with its number, then who gives it and as of when, then its sentence and where it stands."""
    page = None
    for row in table.rows:
        if row.page != page:
            page = row.page
            yield from ([""] if row is not table.rows[0] else [])
            known = (plain(row.page), plain(row.outlet or ""), describe_published(row.published))
            yield from wrapped(" · ".join(part for part in known if part), WIDTH)
        yield from _told(row)
    if not table.rows:
        yield "No figures."
    for name, counts in _courses(table.rows):
        lines = list(course_lines(counts, WIDTH - 2))
        yield from ["", *wrapped(f"{plain(name)}, by day", WIDTH), *(f"  {line}" for line in lines)] if lines else []


def _courses(rows: Sequence[FigureRow]) -> Iterator[tuple[str, list[Dated]]]:
    """Yield the counts of each series of several days, by day; what a party or a copy repeats is one."""
    told: dict[str, dict[object, tuple[When, FigureRow]]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: _last_day(_current(row))):
        if row.series is None or not _current(row).known:
            continue
        number = (row.figure.low, row.figure.high, row.figure.low_open, row.figure.high_open)
        party = fold(row.chain[0].party if row.chain else row.figure.party or row.page)
        first = told[row.series].setdefault((number, party), (_current(row), row))
        told[row.series].setdefault((number, row.quotation), first)
    for name, counts in told.items():
        once = list({id(row): (when, row) for when, row in counts.values()}.values())
        if len({_last_day(when) for when, _ in once}) > 1:
            yield name, [_dated(i, when, row) for i, (when, row) in enumerate(once)]


def _current(row: FigureRow) -> When:
    return row.figure.as_of if row.figure.as_of is not None and row.figure.as_of.known else row.published


def _last_day(when: When) -> date:
    return when.latest or when.earliest or date.max


def _dated(i: int, when: When, row: FigureRow) -> Dated:
    figure = row.figure
    return Dated(
        number=i + 1,
        line=i,
        first=when.earliest or _last_day(when),
        last=_last_day(when),
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        standing=not row.superseded,
        words=describe_number(figure),
        hedge="" if figure.status is Status.ACTUAL else figure.status.value,
    )


def _told(row: FigureRow) -> Iterator[str]:
    figure = row.figure
    notes = (STATUS_WORDS[figure.status], "superseded" if row.superseded else "")
    told = ", ".join(note for note in (describe_counted(figure), *notes) if note)
    giver = describe_chain_of(row.chain) or plain(figure.party or "no one named")
    place = f"[{figure.span.start}-{figure.span.end}]"
    yield from (f"  {line}" for line in wrapped(f"{figure.id} {told}", WIDTH - 2))
    for line in (f"{giver}, {describe_days(figure, row.published)}", f"“{row.quotation}” {place}"):
        yield from (f"{INDENT}{part}" for part in wrapped(line, WIDTH - len(INDENT)))
