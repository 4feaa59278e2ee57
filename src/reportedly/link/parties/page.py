"""A page's sentences and names, found by place."""

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.records import Name, Sentence
from reportedly.spans import Span


class Page:
    """A page's sentences and names, found by place."""

    def __init__(self, text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> None:
        self.text = text
        self.sentences = sentences
        self.names = sorted(names, key=lambda name: name.span)
        self._sentence_starts = [sentence.span.start for sentence in sentences]
        self._name_starts = [name.span.start for name in self.names]

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that the place lies in."""
        i = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[i] if i >= 0 and place < self.sentences[i].span.end else None

    def sentence_number(self, place: int) -> int:
        """Return the index of the last sentence that starts at or before the place."""
        return bisect_right(self._sentence_starts, place) - 1

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """Return the names that begin inside the span."""
        first = bisect_right(self._name_starts, span.start - 1)
        last = bisect_right(self._name_starts, span.end - 1)
        return tuple(self.names[first:last])

    def name_over(self, span: Span) -> Name | None:
        """Return the name that covers the whole span."""
        i = bisect_right(self._name_starts, span.start) - 1
        return self.names[i] if i >= 0 and self.names[i].span.contains(span) else None
