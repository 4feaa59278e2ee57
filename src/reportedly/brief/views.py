"""What the HTML template shows: lines with their links and bars, pages with their marks and margin notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.brief.charts import Bar, Tick, bar_of, calendar_of, days_of, scale_of, stretch_of, ticks_of
from reportedly.brief.lines import Group, Line, Narrative, PageEntry, key_of
from reportedly.brief.overtime import Course, draw_course
from reportedly.brief.pagetext import Block, Marking, blocks_of
from reportedly.brief.wording import describe_attitude, describe_chain, describe_number, plain
from reportedly.records import Figure, FigureRef, Measure, Reading, Statement, Support

# What is shown when a pointer rests on a citation; the page below has the rest.
LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A short key, the anchor that it leads to, and the words that stand there."""

    key: str
    anchor: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line with its own anchor, its citations, the bar that is drawn beside it and its number in the course."""

    line: Line
    anchor: str
    citations: tuple[Citation, ...]
    bar: Bar | None
    mark: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group of lines with the scale of its bars and their course over time; no ticks where nothing is drawn."""

    heading: str
    note: str
    lines: tuple[LineView, ...]
    ticks: tuple[Tick, ...]
    course: Course | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands in the margin of a page's text: what is marked, who said it, and which line of the brief cites it."""

    id: str
    anchor: str
    kind: str
    told: str
    cited_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A line of a page's text with its margin notes."""

    block: Block
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page in full."""

    entry: PageEntry
    blocks: tuple[BlockView, ...]

    @property
    def titled(self) -> bool:
        """Tell whether the headline stands in the text."""
        return any(view.block.kind == "title" for view in self.blocks)


class Viewer:
    """Makes the views of one narrative: gives every line its anchor, and every cited word a mark to lead to."""

    def __init__(self, narrative: Narrative, readings: Mapping[str, Reading]) -> None:
        self.readings = readings
        self._figures: dict[FigureRef, Figure] = {
            FigureRef(page=name, figure=figure.id): figure
            for name, reading in readings.items()
            for figure in reading.figures
        }
        self._entries = {entry.name: entry for entry in narrative.pages}
        lines = [line for section in narrative.sections for line in section.lines]
        self._anchors = {id(line): f"line-{i}" for i, line in enumerate(lines, 1)}
        self._cited: dict[str, dict[str, tuple[str, Support]]] = {}
        for line in lines:
            for support in line.support:
                here = self._cited.setdefault(support.page, {})
                here.setdefault(self._anchor(support), (self._anchors[id(line)], support))
        self.markings = {entry.name: self._markings(entry) for entry in narrative.pages}
        self._by_anchor = {marking.anchor: marking for page in self.markings.values() for marking in page}

    def group(self, group: Group) -> GroupView:
        """Return the lines of a group with their bars: counts on a scale of their own, events on a calendar."""
        bars, ticks = self._counts(group) if any(line.figure for line in group.lines) else _days(group)
        marks = {one.line: one.number for one in group.dated}
        lines = tuple(
            replace(self._line(line, bar), mark=marks.get(i))
            for i, (line, bar) in enumerate(zip(group.lines, bars, strict=True))
        )
        course = draw_course(group.dated)
        return GroupView(heading=group.heading, note=group.note, lines=lines, ticks=ticks, course=course)

    def _counts(self, group: Group) -> tuple[list[Bar | None], tuple[Tick, ...]]:
        figures = [self._figures[line.figure] if line.figure else None for line in group.lines]
        scale = scale_of([figure for figure in figures if figure])
        bars = [
            bar_of(figure, scale, standing=line.standing) if figure else None
            for figure, line in zip(figures, group.lines, strict=True)
        ]
        return bars, ticks_of(scale)

    def page(self, entry: PageEntry) -> PageView:
        """Return a page's whole text, marked."""
        reading = self.readings.get(entry.name)
        if reading is None or entry.left_out:
            return PageView(entry=entry, blocks=())
        blocks = blocks_of(
            reading.text,
            self.markings[entry.name],
            title=reading.page.title.span if reading.page.title else None,
            furniture=[furniture.span for furniture in reading.page.furniture],
        )
        views = (BlockView(block=block, notes=tuple(self._notes(block, entry))) for block in blocks)
        return PageView(entry=entry, blocks=tuple(views))

    def _line(self, line: Line, bar: Bar | None) -> LineView:
        citations: dict[str, Citation] = {}
        for support in line.support:
            entry = self._entries[support.page]
            key = str(entry.number) if support == entry.whole else key_of(support, entry.number)
            citations[key] = Citation(key=key, anchor=self._anchor(support), words=self._words(support))
        return LineView(line=line, anchor=self._anchors[id(line)], citations=tuple(citations.values()), bar=bar)

    def _words(self, support: Support) -> str:
        """Return what a citation leads to: the title of a page, or the words of its page."""
        entry = self._entries[support.page]
        marking = self._by_anchor.get(self._anchor(support))
        if support == entry.whole or marking is None:
            return entry.title
        text = self.readings[support.page].text
        words = plain(" … ".join(span.of(text)[:LONGEST_QUOTE] for span in marking.spans))
        return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"

    def _anchor(self, support: Support) -> str:
        entry = self._entries[support.page]
        if support == entry.whole:
            return f"page-{entry.number}"
        return f"page-{key_of(support, entry.number).replace(':', '-')}"

    def _notes(self, block: Block, entry: PageEntry) -> Iterator[Note]:
        cited = self._cited.get(entry.name, {})
        for marking in block.begins:
            line, _ = cited.get(marking.anchor, ("", None))
            name = marking.anchor.removeprefix(f"page-{entry.number}-")
            yield Note(id=name, anchor=marking.anchor, kind=marking.kind, told=marking.told, cited_by=line)

    def _markings(self, entry: PageEntry) -> tuple[Marking, ...]:
        reading = self.readings.get(entry.name)
        if reading is None:
            return ()
        bare = (
            Marking(anchor=anchor, kind="words", spans=(support.span,), told="cited in the brief")
            for anchor, (_, support) in self._cited.get(entry.name, {}).items()
            if support.span is not None and support != entry.whole
        )
        return (
            *(_marking_of(statement, reading, entry) for statement in reading.statements),
            *(_figure_marking(figure, entry) for figure in reading.figures),
            *bare,
        )


def _days(group: Group) -> tuple[list[Bar | None], tuple[Tick, ...]]:
    """Draw the days of a group's lines on one calendar, where there are several to compare."""
    stretches = [line.when for line in group.lines if line.when]
    if len(stretches) <= 1:
        return [None] * len(group.lines), ()
    calendar = calendar_of(stretches)
    bars = [stretch_of(line.when, calendar, line.lead) if line.when else None for line in group.lines]
    return bars, days_of(calendar)


def _marking_of(statement: Statement, reading: Reading, entry: PageEntry) -> Marking:
    attitude = describe_attitude(statement, reading.text)
    speaker = describe_chain(statement) if statement.chain else "no one named"
    return Marking(
        anchor=f"page-{entry.number}-{statement.id}",
        kind="statement",
        spans=statement.content or statement.cue or statement.source,
        told=f"{speaker} ({attitude})" if attitude else speaker,
    )


def _figure_marking(figure: Figure, entry: PageEntry) -> Marking:
    what = figure.counted or "" if figure.measure is Measure.OTHER else figure.measure.value
    return Marking(
        anchor=f"page-{entry.number}-{figure.id}",
        kind="figure",
        spans=(figure.span,),
        told=" · ".join(part for part in (describe_number(figure), plain(what)) if part),
    )


def split_anchors(markings: Mapping[str, Sequence[Marking]]) -> list[str]:
    """Return the anchors of what stands in several places of a page."""
    return [marking.anchor for page in markings.values() for marking in page if len(marking.spans) > 1]
