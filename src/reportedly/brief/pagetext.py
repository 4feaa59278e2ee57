"""A page's text as HTML: every statement, figure and cited word marked where it stands, furniture set apart.

The text is what the page says, character for character; marks are put around it and nothing is left out.
"""

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

from reportedly.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """Something to mark in a page: its anchor ("p2-f1"), its kind (a CSS class), where it stands, who said it."""

    anchor: str
    kind: str
    spans: tuple[Span, ...]
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line of the page's text with its marks, and the markings that begin in it."""

    html: Markup
    kind: str
    begins: tuple[Marking, ...]


Piece = tuple[Span, Marking]


def blocks_of(
    text: str, markings: Sequence[Marking], *, title: Span | None, furniture: Sequence[Span]
) -> Iterator[Block]:
    """Yield the lines of a page's text, marked up.

    In "At least 12 people died, police said." the statement "At least 12 people died" becomes a <mark> with an anchor
    and the figure "At least 12" another inside it.
    """
    pieces = sorted(
        ((span, marking) for marking in markings for span in marking.spans if span.start < span.end),
        key=lambda piece: (piece[0].start, -piece[0].end),
    )
    aside = _Aside(furniture)
    anchored: set[str] = set()
    waiting: list[Piece] = []
    at = 0
    for line in _lines(text):
        while at < len(pieces) and pieces[at][0].start < line.end:
            waiting.append(pieces[at])
            at += 1
        here = [(Span(max(span.start, line.start), min(span.end, line.end)), marking) for span, marking in waiting]
        waiting = [piece for piece in waiting if piece[0].end > line.end]
        begins = tuple(marking for _, marking in here if marking.anchor not in anchored)
        html = _marked(text, line, [piece for piece in here if piece[0].start < piece[0].end], anchored)
        yield Block(html=html, kind=_kind(line, title, aside), begins=tuple(dict.fromkeys(begins)))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


class _Aside:
    """The stretches that are furniture, to be asked line by line."""

    def __init__(self, furniture: Iterable[Span]) -> None:
        spans = sorted(furniture)
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))

    def touches(self, line: Span) -> bool:
        """Tell whether any furniture lies in the line."""
        before = bisect_left(self._starts, line.end)
        return before > 0 and self._reach[before - 1] > line.start


def _kind(line: Span, title: Span | None, aside: _Aside) -> str:
    if aside.touches(line):
        return "furniture"
    return "title" if title and title.overlaps(line) else "text"


def _marked(text: str, line: Span, pieces: Iterable[Piece], anchored: set[str]) -> Markup:
    """Nest the marks of a line; one that crosses the end of another is closed there and opened again."""
    todo = [(span.start, -span.end, i, marking) for i, (span, marking) in enumerate(pieces)]
    heapq.heapify(todo)
    out: list[Markup] = []
    ends: list[int] = []
    at = line.start
    while todo:
        start, end, i, marking = heapq.heappop(todo)
        end = -end
        at = _close(text, at, start, ends, out)
        if ends and end > ends[-1]:
            heapq.heappush(todo, (ends[-1], -end, i, marking))
            end = ends[-1]
        out.extend((escape(text[at:start]), _opening(marking, anchored)))
        at = start
        ends.append(end)
    at = _close(text, at, line.end, ends, out)
    return Markup("").join([*out, escape(text[at : line.end])])


def _close(text: str, at: int, until: int, ends: list[int], out: list[Markup]) -> int:
    """Close the marks that end by `until`; return how far the text is written."""
    while ends and ends[-1] <= until:
        out.extend((escape(text[at : ends[-1]]), Markup("</mark>")))
        at = ends.pop()
    return at


def _opening(marking: Marking, anchored: set[str]) -> Markup:
    """Open a mark; the first of a marking has its anchor."""
    first = marking.anchor not in anchored
    anchored.add(marking.anchor)
    anchor = Markup(' id="{}"').format(marking.anchor) if first else Markup("")
    return Markup('<mark class="{} {}"{} title="{}">').format(marking.kind, marking.anchor, anchor, marking.told)
