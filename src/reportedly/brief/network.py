"""What rests on what, as a drawing for the HTML form: pages at the left, the origins they rest on at the right.

It is drawn for a phone's width and in ink alone, so that it reads small and in black and white: a line is "rests on", a
dashed one "in part", a bar at the left joins pages of the same words, and a ring is a page of a count that goes in a
circle. Of many pages only the origins are drawn, with how many pages rest on each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from reportedly.brief.lines import PageEntry
from reportedly.brief.origins import copied_sets
from reportedly.brief.wording import count_of, plain
from reportedly.records import Brief, Origin

# The drawing is 360 units wide, a phone's width; what stands where across it is the template's.
# Beyond so many pages they are counted, and beyond so many origins those of one page are.
MOST_PAGES, MOST_ORIGINS = 24, 12
# A page's row, a line of words, and the room between two origins.
ROW, LINE, GAP = 24, 13, 8
TOP = 14
# Letters that fit beside a page and in the name of an origin, and the lines of that; a bar's longest.
LETTERS, NAME_LETTERS, NAME_LINES = 19, 27, 3
BAR = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A page: its number, the outlet beside it, and whether a count that it gives goes in a circle."""

    number: int
    at: float
    outlet: str
    circular: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """An origin: its name, line by line, and, where pages are counted, how many and the length of the bar for them."""

    at: float
    words: tuple[str, ...]
    pages: int = 0
    length: float = 0.0

    @property
    def first(self) -> float:
        """Where its first line of words stands."""
        return round(self.at - (len(self.words) - 1) * LINE / 2 + 4, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A line from a page to an origin: dashed where the page rests on it in part."""

    start: float
    end: float
    in_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The drawing: `bars` are the first and last row of pages of the same words."""

    high: float
    dots: tuple[Dot, ...]
    roots: tuple[Root, ...]
    threads: tuple[Thread, ...]
    bars: tuple[tuple[float, float], ...]
    words: str

    @property
    def circular(self) -> bool:
        """Whether some count of the pages goes in a circle."""
        return any(dot.circular for dot in self.dots)

    @property
    def in_part(self) -> bool:
        """Whether some page rests on an origin in part."""
        return any(thread.in_part for thread in self.threads)


def draw_network(brief: Brief, entries: Sequence[PageEntry]) -> Network | None:
    """Return the drawing of a brief's origins; None where there is nothing to tell apart: fewer than two pages."""
    pages = {entry.name: entry for entry in entries if entry.read}
    origins = [origin for origin in brief.origins if any(name in pages for name in origin.pages)]
    if len(pages) <= 1 or not origins:
        return None
    ordered = sorted(origins, key=lambda origin: -len(_wholly(origin, brief)))
    words = f"{count_of(len(pages), 'page')} and the {count_of(len(origins), 'origin')} they rest on; listed below."
    if len(pages) > MOST_PAGES:
        return _counted(ordered, brief, words)
    return _drawn(ordered, brief, pages, words)


def _wholly(origin: Origin, brief: Brief) -> list[str]:
    """Return the pages that rest on an origin in the main."""
    index = brief.origins.index(origin)
    elsewhere = {page.name for page in brief.pages if page.origin not in {None, index}}
    return [name for name in origin.pages if name not in elsewhere]


def _drawn(origins: Sequence[Origin], brief: Brief, pages: dict[str, PageEntry], words: str) -> Network:
    circular = {ref.page for circle in brief.circles for ref in circle.figures}
    dots: dict[str, Dot] = {}
    roots: list[Root] = []
    bars: list[tuple[float, float]] = []
    at = float(TOP)
    for origin in origins:
        own = _together([name for name in _wholly(origin, brief) if name in pages], brief)
        named = _name(origin.origin, NAME_LETTERS)
        high = max(len(own) * ROW, len(named) * LINE + 4)
        first = at + (high - len(own) * ROW) / 2
        for i, name in enumerate(own):
            dots[name] = _dot(pages[name], first + (i + 0.5) * ROW, circular=name in circular)
        bars.extend(_bars(own, dots, brief))
        roots.append(Root(at=round(at + high / 2, 1), words=named))
        at += high + GAP
    return Network(
        high=round(at - GAP + TOP, 1),
        dots=tuple(dots.values()),
        roots=tuple(roots),
        threads=tuple(_threads(origins, roots, brief, dots)),
        bars=tuple(bars),
        words=words,
    )


def _together(names: Sequence[str], brief: Brief) -> list[str]:
    """Return the pages so that those of the same words stand beside one another."""
    places = {name: i for i, same in enumerate(copied_sets(brief)) for name in same}
    return sorted(names, key=lambda name: places.get(name, len(places)))


def _dot(entry: PageEntry, at: float, *, circular: bool) -> Dot:
    outlet = plain(entry.carrier or entry.title)
    short = outlet if len(outlet) <= LETTERS else f"{outlet[: LETTERS - 1].rstrip()}…"
    return Dot(number=entry.number, at=round(at, 1), outlet=short, circular=circular)


def _bars(own: Sequence[str], dots: dict[str, Dot], brief: Brief) -> Iterator[tuple[float, float]]:
    for same in copied_sets(brief):
        places = [dots[name].at for name in own if name in same]
        if len(places) > 1:
            yield min(places), max(places)


def _threads(origins: Sequence[Origin], roots: Sequence[Root], brief: Brief, dots: dict[str, Dot]) -> Iterator[Thread]:
    for origin, root in zip(origins, roots, strict=True):
        wholly = set(_wholly(origin, brief))
        for name in origin.pages:
            if name in dots:
                yield Thread(start=dots[name].at, end=root.at, in_part=name not in wholly)


def _counted(origins: Sequence[Origin], brief: Brief, words: str) -> Network:
    """Return the origins alone, each with a bar as long as it has pages; those of one page at the end together."""
    counts = [(_name(origin.origin, NAME_LETTERS + 4), len(_wholly(origin, brief))) for origin in origins]
    shown = [one for one in counts if one[1] > 1][:MOST_ORIGINS]
    left = counts[len(shown) :]
    if len(left) == 1:
        shown, left = counts, []
    most = max(count for _, count in counts)
    roots: list[Root] = []
    at = float(TOP)
    for named, count in shown:
        high = len(named) * LINE + GAP
        roots.append(
            Root(at=round(at + high / 2, 1), words=named, pages=count, length=round(max(2, BAR * count / most), 1))
        )
        at += high
    if left:
        pages = sum(count for _, count in left)
        named = (f"{count_of(len(left), 'other origin')}, {count_of(pages, 'page')}",)
        roots.append(Root(at=round(at + (LINE + GAP) / 2, 1), words=named, pages=pages))
        at += LINE + GAP
    return Network(high=round(at + TOP, 1), dots=(), roots=tuple(roots), threads=(), bars=(), words=words)


def _name(words: str, letters: int) -> tuple[str, ...]:
    """Return words in a few lines, the last of them with an ellipsis where there are more."""
    lines = wrap(plain(words), letters) or [""]
    if len(lines) <= NAME_LINES:
        return tuple(lines)
    return (*lines[: NAME_LINES - 1], f"{lines[NAME_LINES - 1][: letters - 2].rstrip()} …")
