"""A sentence into the words, numbers and signs that number phrases are read from."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.records import Sentence, Token
from reportedly.spans import Span

# Thousands by commas (the Indian grouping too), or by no-break, thin or plain spaces; a point starts decimals.
WORD = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d])(?:\.\d+)?"
    r"|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,:.])"
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.,])\.\d+)"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*"
    r"|\S"
)
DASHES = frozenset("-\u2013\u2014\u2015")
MINUS = frozenset("-\u2212")
# Words of a headline that have capitals: its prepositions and articles are shorter.
LONG = 5
APOSTROPHES = frozenset("'\u2019")


class Word(NamedTuple):
    """A word, number or sign with its place in the page's text."""

    text: str
    lower: str
    start: int
    end: int
    is_number: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words, beside its parse."""

    text: str
    sentence: Sentence
    words: tuple[Word, ...]

    @property
    def is_table(self) -> bool:
        """Tell whether it holds no word but numbers."""
        return all(word.is_number or not word.text.isalnum() for word in self.words)

    @property
    def is_headline(self) -> bool:
        """Tell whether most of its long words have a capital."""
        long = [word.text for word in self.words if len(word.text) >= LONG]
        return 4 * sum(word[0].islower() for word in long) <= len(long)

    def lower(self, i: int) -> str:
        """Return the word at a place in lower case, "" outside the sentence."""
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Tell whether nothing stands between a word and the next: "4.3" and "bn" in "4.3bn"."""
        return 0 <= i < len(self.words) - 1 and self.words[i].end == self.words[i + 1].start

    def is_number(self, i: int) -> bool:
        """Tell whether the word at a place is written in digits."""
        return 0 <= i < len(self.words) and self.words[i].is_number

    def is_name(self, i: int) -> bool:
        """Tell whether the word at a place starts with a capital."""
        return 0 <= i < len(self.words) and self.words[i].text[0].isupper()

    def span(self, first: int, end: int) -> Span:
        """Return the stretch of text from one word up to, and without, another."""
        return Span(self.words[first].start, self.words[end - 1].end)

    def place(self, i: int) -> int | None:
        """Return the index of the parsed token that holds the start of a word."""
        if not 0 <= i < len(self.words):
            return None
        tokens, at = self.sentence.tokens, self.words[i].start
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            if tokens[middle].span.end <= at:
                low = middle + 1
            else:
                high = middle
        return low if low < len(tokens) and tokens[low].span.start <= at else None

    def token(self, i: int) -> Token | None:
        """Return the parsed token that holds the start of a word."""
        place = self.place(i)
        return None if place is None else self.sentence.tokens[place]


def split_words(text: str, sentence: Sentence) -> Line:
    """Return the sentence as words: "$4.3bn" is "$", "4.3", "bn"."""
    found = WORD.finditer(text, sentence.span.start, sentence.span.end)
    words = tuple(Word(m[0], m[0].lower(), m.start(), m.end(), m.lastgroup == "number") for m in found)
    return Line(text, sentence, words)
