"""The lines of a text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.spans import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[*+•·‣▪●○◦–—#>»-]|o(?= )|\d{1,2}[.)](?= ))\s*")  # noqa: RUF001 -- bullets
_MARKS = re.compile(r"[\W_]+")
# What makes two lines the same, or one furniture, shows in its first words.
_HEAD = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank.

    `key` is its words in lower case without bullet and marks: "• Read more:" is "read more". `times` is how many lines
    of the page have that key.
    """

    span: Span
    text: str
    key: str
    bullet: bool
    times: int


def find_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of the text that are not blank, without the white space at their edges."""
    spans = tuple(_spans(text))
    heads = [text[span.start : min(span.end, span.start + _HEAD)] for span in spans]
    bullets = [_BULLET.match(head) for head in heads]
    keys = [key_of(head[bullet.end() :] if bullet else head) for head, bullet in zip(heads, bullets, strict=True)]
    times = Counter(keys)
    return tuple(
        Line(span=span, text=span.of(text), key=key, bullet=bullet is not None, times=times[key])
        for span, key, bullet in zip(spans, keys, bullets, strict=True)
    )


def key_of(words: str) -> str:
    """Return the words in lower case with single spaces and nothing else: "Tips & News:" is "tips and news"."""
    return _MARKS.sub(" ", words.casefold().replace("&", " and ").replace("'", "").replace("’", "")).strip()  # noqa: RUF001 -- an apostrophe


def _spans(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        span = Span(*match.span()).stripped(text)
        if span.start < span.end:
            yield span
