"""Places inside spans."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reportedly.spans import Span


def covers(spans: Sequence[Span], place: int) -> bool:
    """Tell whether the place is inside one of the spans, which are in order and apart."""
    i = bisect_left(spans, place + 1, key=lambda span: span.start) - 1
    return i >= 0 and place < spans[i].end


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
