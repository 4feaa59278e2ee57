"""A place in a page's text: the one coordinate that every record is given in."""

from collections.abc import Iterable
from typing import NamedTuple, Self


class Span(NamedTuple):
    """Half-open stretch `[start, end)` of a page's text, in Unicode code points.

    >>> Span(4, 10).of("The Harlow Post")
    'Harlow'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, offset: int) -> Self:
        """Return the same stretch, `offset` characters further on."""
        return type(self)(self.start + offset, self.end + offset)

    def stripped(self, text: str) -> Self:
        """Return the span without white space at its edges."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return type(self)(start, max(start, self.start + len(words.rstrip())))


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of them; at least one is needed."""
    first, *rest = spans
    return Span(min([first.start, *(s.start for s in rest)]), max([first.end, *(s.end for s in rest)]))
