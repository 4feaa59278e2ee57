"""Quotation marks of every kind, paired within a paragraph."""
# ruff: noqa: RUF001 -- marks that look alike are what this module is about

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.spans import Span

# What opens, and what may close it. An apostrophe opens only where no letter stands before it.
CLOSES = {
    '"': '"”“',
    "“": '”"',
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "'": "'",
    "‹": "›",
}
# An apostrophe that opens nothing must not make a long page dear.
MOST_INSIDE = 50
SINGLE = "'‘’‹"
# What stands at the edges of words that are said and is no part of them.
EDGES = " \t\n\u00a0,;:.\"“”„«»‘’'‹›-–—"
PAIRS = (('"', '"'), ("“", "”"), ("«", "»"))
DASHES = frozenset("-–—")
BULLETS = DASHES | frozenset("•*·▪")
SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "»", "’", "'", ")")
STOPS = ".,!?…"
# How far from a « its » may stand, where a space follows it.
FAR = 2_000
MARKS = frozenset("\"“”„«»‘’'‹›")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks. `span` has the marks, `words` has not.

    `closed` is False for a paragraph that ends before its quotation does: the speaker goes on in the next.
    """

    span: Span
    words: Span
    paragraph: int
    closed: bool


class Quoted:
    """Where the page quotes, for quick asking; the spans are in order and apart."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = list(spans)
        self.starts = [s.start for s in self.spans]

    def at(self, position: int) -> Span | None:
        """Return the quotation that the position lies in."""
        k = bisect_right(self.starts, position) - 1
        return self.spans[k] if k >= 0 and position < self.spans[k].end else None

    def over(self, span: Span) -> list[Span]:
        """Return the quotations that overlap the span."""
        k = max(0, bisect_right(self.starts, span.start) - 1)
        found = []
        while k < len(self.spans) and self.spans[k].start < span.end:
            if self.spans[k].overlaps(span):
                found.append(self.spans[k])
            k += 1
        return found


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of the paragraphs, in order; one inside another is part of it.

    `"We will stay," said Orsk.` gives `We will stay,`. A mark that never closes reaches to the paragraph's end.
    """
    return tuple(q for i, paragraph in enumerate(paragraphs) for q in _quotations_in(text, paragraph, i))


def _quotations_in(text: str, paragraph: Span, index: int) -> Iterator[Quotation]:
    marks = [at for at in range(paragraph.start, paragraph.end) if text[at] in MARKS]
    k = 0
    while k < len(marks):
        at = marks[k]
        width = _width(text, at)
        if not _opens(text, at, width, paragraph):
            k += 1
            continue
        reach = k + MOST_INSIDE if text[at] in SINGLE else len(marks)
        later = range(k + width, min(reach, len(marks)))
        close = _close_of(text, marks, later, text[at], width, paragraph)
        if close is None and text[at] in SINGLE and width == 1:
            k += 1  # an apostrophe, not a quotation
            continue
        inner = Span(at + width, paragraph.end if close is None else marks[close])
        end = inner.end if close is None else inner.end + width
        yield Quotation(span=Span(at, end), words=inner.stripped(text), paragraph=index, closed=close is not None)
        if close is None:
            return
        k = close + width


def _close_of(text: str, marks: Sequence[int], later: range, opener: str, width: int, paragraph: Span) -> int | None:
    """Return the mark that closes; of `'It's the pumps' fault.'` not the apostrophe of a plural."""
    found = (j for j in later if _closes(text, marks[j], opener, width, paragraph))
    first = next(found, None)
    if first is None or opener != "'" or text[marks[first] - 1] in STOPS:
        return first
    for j in range(first + 1, later.stop):
        if _opens(text, marks[j], width, paragraph):
            return first
        if text[marks[j] - 1] in STOPS and _closes(text, marks[j], opener, width, paragraph):
            return j
    return first


def _width(text: str, at: int) -> int:
    """Two apostrophes in a row are one mark: ''We will stay.''."""
    return 2 if text[at] == "'" and text[at + 1 : at + 2] == "'" else 1


def _opens(text: str, at: int, width: int, paragraph: Span) -> bool:
    if text[at] not in CLOSES:
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + width] if at + width < paragraph.end else " "
    set_off = text[at] == "«" and text.find("»", at, min(at + FAR, paragraph.end)) > 0  # « spaces inside »
    return not before.isalnum() and (set_off or not after.isspace())


def _closes(text: str, at: int, opener: str, width: int, paragraph: Span) -> bool:
    if text[at] not in CLOSES[opener] or _width(text, at) < width:
        return False
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + width] if at + width < paragraph.end else " "
    if opener in SINGLE and after.isalnum():
        return False
    if opener == "«":
        return True
    return after.isspace() or not (before.isspace() or after.isalnum())


def trimmed(text: str, span: Span) -> Span:
    """Return the span without quotation marks, commas and white space at its edges.

    A mark that closes what opens inside stays: `the dam "could break"`.
    """
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    for opener, closer in PAIRS:
        inside = text.count(opener, start, end) - (text.count(closer, start, end) if opener != closer else 0)
        at = text.find(closer, end, span.end)
        if at >= 0 and (inside % 2 if opener == closer else inside > 0):
            return Span(start, at + 1)
    return Span(start, end)
