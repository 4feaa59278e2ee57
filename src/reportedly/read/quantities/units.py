"""Currencies before a number, units after it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportedly.read.quantities.wordlist import dimensions, unit_starts, unit_words, wordlist
from reportedly.read.quantities.words import DASHES, WORD, Line, Word
from reportedly.records import Sentence
from reportedly.spans import Span

LONGEST = 3
# Characters that the longest unit takes.
REACH = 40


class Unit(NamedTuple):
    """A unit and the words that it stands in, from `first` up to `end`."""

    name: str
    first: int
    end: int


def read_currency(line: Line, i: int) -> Unit | None:
    """Return the currency right before the word at `i`: "$", "US $", "EUR" of "EUR50m"."""
    signs = wordlist().currency_before
    before, further = line.lower(i - 1), line.lower(i - 2)
    if before in {"us", "u.s"} and further == "$" and line.glued(i - 2):
        return Unit("USD", i - 2, i)
    if further and further.isalpha() and (code := signs.get(further + before)) and line.words[i - 2].text.isupper():
        return Unit(code, i - 2, i)
    if before == "=" and line.glued(i - 2) and further == "y" and line.words[i - 2].text.isupper():
        return Unit(signs["\u00a5"], i - 2, i)  # how plain text writes the sign of the yen
    if before == "." and further == "rs":
        return Unit(signs["rs"], i - 2, i)
    code = signs.get(before)
    if code is None or (before.isalpha() and not _is_code(line, i - 1)):
        return None
    return Unit(code, i - 1, i)


def _is_code(line: Line, i: int) -> bool:
    text = line.words[i].text
    return text.isupper() or text == "Rs"


def read_unit(line: Line, i: int) -> Unit | None:
    """Return the unit that starts at the word at `i`, the longest that fits; past a hyphen in "1.8 billion-mile"."""
    if line.lower(i) == "-" and line.glued(i - 1) and line.glued(i):
        i += 1
    if line.lower(i) not in unit_starts():
        return None
    known = unit_words()
    for end in range(min(i + LONGEST, len(line.words)), i, -1):
        name = known.get(_written(line, i, end))
        if name is not None and _cased(line, i, end) and not line.is_number(i):
            return Unit(name, i, end)
    return None


def _written(line: Line, first: int, end: int) -> str:
    words = line.words[first:end]
    return "".join(
        w.lower if k == len(words) - 1 or line.glued(first + k) else f"{w.lower} " for k, w in enumerate(words)
    ).replace(". ", " ")


def _cased(line: Line, first: int, end: int) -> bool:
    word = line.words[first]
    if word.lower in wordlist().capitals.words and end == first + 1:
        apart = not (line.glued(first) and (line.lower(first + 1) in DASHES or line.is_number(first + 1)))
        return word.text.isupper() and line.is_number(first - 1) and line.glued(first - 1) and apart
    return end > first + 1 or word.lower not in wordlist().cased.words or word.text.islower()


def written_unit(text: str, sentence: Sentence, end: int) -> Span | None:
    """Return where the unit of a number that ends at a character is written: "sq km" of "1,000 sq km"."""
    words = tuple(
        Word(m[0], m[0].lower(), m.start(), m.end(), m.lastgroup == "number") for m in _ahead(text, sentence, end)
    )
    if not words:
        return None
    line = Line(text, sentence, words)
    unit = read_unit(line, 1 if words[0].lower in {"-", "of"} else 0)
    return None if unit is None else line.span(unit.first, unit.end)


def _ahead(text: str, sentence: Sentence, end: int) -> Iterator[re.Match[str]]:
    return WORD.finditer(text, end, min(end + REACH, sentence.span.end))


def is_duration(unit: str | None) -> bool:
    """Tell whether a unit measures time."""
    return unit is not None and dimensions().get(unit) == "time"


def same_dimension(a: str | None, b: str | None) -> bool:
    """Tell whether two different units can say one thing: km and mi can, km and km2 cannot."""
    kinds = dimensions()
    return a is not None and b is not None and a != b and kinds.get(a) is not None and kinds.get(a) == kinds.get(b)
