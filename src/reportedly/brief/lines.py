"""The one narrative that every prose form of a brief is made from: sections of cited lines.

"at least 12 | harbour police, through Norpress | [2:f1]" is a Line: what it opens with, what it says, what it rests on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.errors import UncitedSentenceError
from reportedly.records import FigureRef, Number, Support, When
from reportedly.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a brief, or one row of a list; raises UncitedSentenceError where it rests on nothing.

    `lead` is the number or the day that a row opens with. `figure` and `when` are what a chart draws for it.
    `standing` is False for a count that its own speaker has replaced. Where room is short `minor` lines are left out,
    and `short` stands for the text; `starred` is a short text with a day that only its page gives, "9 March 2024*".
    `depth` is 1 for a line that stands under the one before it, as a branch of it.
    """

    text: str
    support: tuple[Support, ...]
    lead: str = ""
    figure: FigureRef | None = None
    when: When | None = None
    standing: bool = True
    minor: bool = False
    short: str = ""
    starred: bool = False
    depth: int = 0

    def __post_init__(self) -> None:
        if not self.support:
            raise UncitedSentenceError(f"{self.lead} {self.text}".strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A count on the day, or the days, that it is current to, for a chart: `line` is the index of its line.

    `number` is what the chart calls it by. A count of no known day is in no chart. `hedge`: "possible", "planned" or
    "denied", "" where it is said to be so.
    """

    number: int
    line: int
    first: date
    last: date
    low: Number | None
    high: Number | None
    approximate: bool
    standing: bool
    words: str
    hedge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines under one smaller heading, or under none. `note` is what holds for all of them: "2 counts, 1 origin".

    `dated` are the counts of the lines in the order of their days, where they are of several days.
    """

    heading: str = ""
    note: str = ""
    lines: tuple[Line, ...]
    dated: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the brief. `key` is a stable word for anchors: "reported", "timeline"."""

    key: str
    heading: str
    groups: tuple[Group, ...]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines of the section, in order."""
        return (line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A page as the brief lists it: its number, where it came out and when, in words, and how long its text is.

    `left_out` pages are named by a problem of the brief and are no part of it.
    """

    number: int
    name: str
    title: str
    carrier: str
    published: str
    length: int
    read: bool
    left_out: bool = False

    @property
    def state(self) -> str:
        """When the page came out, or why the brief says nothing of it."""
        if self.left_out:
            return f"left out, {self.published}"
        return self.published if self.read else "not read"

    @property
    def whole(self) -> Support:
        """The page from its first to its last character, for what is said of it as a whole."""
        return Support(page=self.name, span=Span(0, self.length))


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """A brief in sentences, ready for any prose form. `as_of` is "" where no day was asked for."""

    story: str
    as_of: str
    sections: tuple[Section, ...]
    pages: tuple[PageEntry, ...]

    def keys(self, line: Line) -> tuple[str, ...]:
        """Return the short keys that a line is cited by, whole pages first: "1-3", "2:f1", "4:s7", "4:230"."""
        entries = {entry.name: entry for entry in self.pages}
        whole, parts = set(), dict[str, None]()
        for support in line.support:
            entry = entries[support.page]
            if support == entry.whole:
                whole.add(entry.number)
            else:
                parts[key_of(support, entry.number)] = None
        return (*_runs(sorted(whole)), *parts)


def key_of(support: Support, number: int) -> str:
    """Return the key of a part of page `number`: its statement, its figure, or the character that its words start at.

    >>> key_of(Support(page="b.txt", figure="f1"), 2)
    '2:f1'
    """
    start = support.span.start if support.span else 0
    return f"{number}:{support.statement or support.figure or start}"


def _runs(numbers: list[int]) -> Iterator[str]:
    """Yield 1, 2, 3, 5 as "1-3" and "5"."""
    while numbers:
        length = 1
        while length < len(numbers) and numbers[length] == numbers[0] + length:
            length += 1
        first, last = numbers[0], numbers[length - 1]
        yield str(first) if first == last else f"{first}-{last}"
        numbers = numbers[length:]
