"""Quotation marks of every kind, paired within a paragraph."""
# ruff: noqa: RUF001 -- marks that look alike are what this module is about

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
    "‚": "‘’",
    "‛": "’",
    "‟": "”",
    "`": "'´`",
    "´": "´",
    "＂": "＂",
    "〝": "〞",
    "「": "」",
    "『": "』",
    "<": ">",
}
# These are marks only where they stand twice: <<We will stay>>.
DOUBLED = "<>"
TWICE = "'`<>"
# An apostrophe that opens nothing must not make a long page dear.
MOST_INSIDE = 50
SINGLE = "'‘’‹‚‛`´"
# What stands at the edges of words that are said and is no part of them.
EDGES = " \t\n\u00a0,;:.\"“”„«»‘’'‹›‚‛‟`´＂〝〞「」『』<>-–—"
PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“”"), ("‘", "’"))
DASHES = frozenset("-–—")
BULLETS = DASHES | frozenset("•*·▪")
SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "»", "’", "'", ")")
STOPS = ".,!?…"
# How far from a « its » may stand, where a space follows it.
FAR = 2_000
MARKS = frozenset("\"“”„«»‘’'‹›‚‛‟`´＂〝〞「」『』<>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between quotation marks. `span` has the marks, `words` has not.

    `closed` is False for a paragraph that ends before its quotation does: the speaker goes on in the next.
    """

    span: Span
    words: Span
    paragraph: int
    closed: bool
    opens_paragraph: bool = False


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


def close_before(
    text: str, quotations: Sequence[Quotation], said: Sequence[Span], paragraphs: Sequence[Span]
) -> tuple[Quotation, ...]:
    """Return the quotations, those that never close cut where the page says who spoke: `"We will stay, said Orsk. He`.

    `said` is where a speaker and his verb stand together, in order. What goes on in the next paragraph is not cut.
    """
    starts = [span.start for span in said]
    found = []
    for q in quotations:
        k = bisect_right(starts, q.span.start)
        open_end = not q.closed and k < len(said) and said[k].end <= q.span.end
        found.append(_cut(text, q, said[k], paragraphs) if open_end else q)
    return tuple(found)


def _cut(text: str, q: Quotation, said: Span, paragraphs: Sequence[Span]) -> Quotation:
    after = paragraphs[q.paragraph + 1].start if q.paragraph + 1 < len(paragraphs) else len(text)
    end = Span(q.words.start, max(q.words.start, said.start)).stripped(text).end
    goes_on = text[after : after + 1] in MARKS
    if goes_on or text[end - 1] not in STOPS or text.find(". ", q.words.start, end) >= 0:
        return q
    return replace(q, span=Span(q.span.start, end), words=Span(q.words.start, end), closed=True)


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
        yield Quotation(
            span=Span(at, end),
            words=inner.stripped(text),
            paragraph=index,
            closed=close is not None,
            opens_paragraph=at == paragraph.start,
        )
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
    return 2 if text[at] in TWICE and text[at + 1 : at + 2] == text[at] else 1


def _opens(text: str, at: int, width: int, paragraph: Span) -> bool:
    if text[at] not in CLOSES or (text[at] in DOUBLED and width == 1):
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

    A mark stays where its other half does: `the dam "could break"`.
    """
    start, end = span
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    start = _with_opener(text, start, end, span.start)
    for opener, closers in PAIRS:
        closed = sum(text.count(closer, start, end) for closer in closers) if opener not in closers else 0
        inside = text.count(opener, start, end) - closed
        at = min((k for k in (text.find(closer, end, span.end) for closer in closers) if k >= 0), default=-1)
        if at >= 0 and (inside % 2 if opener in closers else inside > 0):
            return Span(start, at + 1)
    return Span(start, end)


def _with_opener(text: str, start: int, end: int, first: int) -> int:
    """Return where the words begin with the mark that opens them, if it closes inside: `"Tired" is what it is`."""
    if start == first or start >= end:
        return start
    closers = next((closers for opener, closers in PAIRS if opener == text[start - 1]), "")
    return start - 1 if any(text.find(closer, start, end) >= 0 for closer in closers) else start
