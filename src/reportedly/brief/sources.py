"""What the sections of a brief are told from: the brief, its figures by place, and its pages by number."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.brief.days import dated, describe_dating, describe_published
from reportedly.brief.lines import PageEntry
from reportedly.brief.rows import Figures
from reportedly.brief.wording import listed, plain
from reportedly.records import UNKNOWN_DATE, Brief, BriefPage, FigureRef, Measure, Reading, Statement, Support

# What stands between spaces and marks, and may name a page. Only a file or an address is told by its number.
NAME = re.compile(r"[^\s(),;“”]*[^\s(),;:.“”]")
FILE = re.compile(r"[./]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """A brief with its readings, ready to be cited. `counting` is whom a page's statement counts."""

    brief: Brief
    figures: Figures
    entries: tuple[PageEntry, ...]
    by_name: Mapping[str, PageEntry]
    counting: Mapping[tuple[str, str], frozenset[Measure]]

    @property
    def dated(self) -> bool:
        """Whether any page of the story has a date; where none has, no line needs to say so again."""
        return any(dated(page.published) for page in self.brief.pages)

    def entries_of(self, names: Iterable[str]) -> list[PageEntry]:
        """Return the pages of these names, in the order of their numbers; names of no page are left out."""
        found = {entry.number: entry for name in names if (entry := self.by_name.get(name))}
        return [found[number] for number in sorted(found)]

    def statement(self, support: Support) -> Statement | None:
        """Return the statement that a support is, or that its figure stands in."""
        if support.statement:
            return self.figures.speaker(support.page, support.statement)
        ref = FigureRef(page=support.page, figure=support.figure or "")
        return self.figures.statement(ref) if ref in self.figures else None

    def holds(self, support: Support) -> bool:
        """Tell whether the readings have the statement, the figure or the words that a support names."""
        if support.span is not None:
            return support.page in self.figures.readings
        ref = FigureRef(page=support.page, figure=support.figure or "")
        return ref in self.figures or self.statement(support) is not None

    def known(self, support: Iterable[Support]) -> tuple[Support, ...]:
        """Return the supports that the readings have, each once."""
        return tuple(one for one in dict.fromkeys(support) if self.holds(one))

    def whole(self, names: Iterable[str]) -> tuple[Support, ...]:
        """Return the pages as wholes, to rest a line on."""
        return tuple(entry.whole for entry in self.entries_of(names))

    def told(self, words: str) -> str:
        """Return a reason or an origin with the files that it names as pages: "a.html" as "page 1"."""
        return NAME.sub(lambda name: self._page(name[0]), plain(words))

    def _page(self, name: str) -> str:
        entry = self.by_name.get(name) if FILE.search(name) else None
        return f"page {entry.number}" if entry else name

    def numbers(self, names: Iterable[str]) -> str:
        """Return the pages as a sentence names them: "page 2", "pages 1 and 3"."""
        numbers = [str(entry.number) for entry in self.entries_of(names)]
        return f"page{'' if len(numbers) == 1 else 's'} {listed(numbers)}"


def open_sources(brief: Brief, readings: Sequence[Reading]) -> Sources:
    """Return what the sections are told from; a page with no reading, or with no text in it, counts as not read.

    Pages that only a problem names ("came out after 7 March 2025: left out") get the last numbers.
    """
    figures = Figures(brief, readings)
    pages = [_entry(page, number, figures) for number, page in enumerate(brief.pages, 1)]
    known = {page.name for page in pages}
    named = dict.fromkeys(problem.page for problem in brief.problems if problem.page and problem.page not in known)
    left_out = [_left_out(name, number, figures) for number, name in enumerate(named, len(pages) + 1)]
    entries = (*pages, *left_out)
    return Sources(
        brief=brief,
        figures=figures,
        entries=entries,
        by_name={entry.name: entry for entry in entries},
        counting=_counting(figures.readings.values()),
    )


def _counting(readings: Iterable[Reading]) -> Mapping[tuple[str, str], frozenset[Measure]]:
    found: dict[tuple[str, str], set[Measure]] = {}
    for reading in readings:
        for figure in reading.figures:
            if figure.statement and figure.unit == "person" and figure.measure is not Measure.OTHER:
                found.setdefault((reading.page.name, figure.statement), set()).add(figure.measure)
    return {place: frozenset(measures) for place, measures in found.items()}


def _entry(page: BriefPage, number: int, figures: Figures) -> PageEntry:
    reading = figures.readings.get(page.name)
    text = reading.text if reading else ""
    return PageEntry(
        number=number,
        name=page.name,
        title=plain(page.title or page.name),
        carrier=plain(page.carrier or ""),
        published=describe_dating(page.published, page.dating),
        length=len(text),
        read=bool(text.strip()) and not (reading is not None and reading.unread),
    )


def _left_out(name: str, number: int, figures: Figures) -> PageEntry:
    reading = figures.readings.get(name)
    page = reading.page if reading else None
    return PageEntry(
        number=number,
        name=name,
        title=plain(page.title.text if page and page.title else name),
        carrier=plain(page.carrier.name if page and page.carrier else ""),
        published=describe_published(page.published if page else UNKNOWN_DATE),
        length=len(reading.text) if reading else 0,
        read=False,
        left_out=True,
    )


def cited(refs: Iterable[FigureRef]) -> tuple[Support, ...]:
    """Return the figures as what a line rests on, each once."""
    return tuple(Support(page=ref.page, figure=ref.figure) for ref in dict.fromkeys(refs))
