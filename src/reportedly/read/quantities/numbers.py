"""Single numbers: digits, words, and the two mixed."""

from dataclasses import replace
from decimal import Decimal

from reportedly.read.quantities.fractions import (
    DOZEN,
    Numeral,
    exact,
    read_part_of_scale,
    read_part_on_top,
    read_spoken_decimals,
)
from reportedly.read.quantities.wordlist import Wordlist, wordlist
from reportedly.read.quantities.words import Line

HUNDRED = 100
ZERO = Decimal(0)


def read_numeral(line: Line, i: int, *, money: bool = False) -> Numeral | None:
    """Return the number that starts at a word: "2.7 million", "twenty-eight thousand", "a dozen", "half a million"."""
    if line.is_number(i):
        return _digits(line, i, money=money)
    lower = line.lower(i)
    lists = wordlist()
    if lower in {"a", "an"}:
        return _single(line, i, lists)
    if lower == "half":
        return _half(line, i, lists)
    if (part := read_part_of_scale(line, i)) is not None:
        return part
    if lower in lists.cardinals or ((lower in lists.scales or lower in DOZEN) and _counts(line, i + 1)):
        return _words(line, i, lists)
    return None


def _digits(line: Line, i: int, *, money: bool) -> Numeral:
    value, end = Decimal("".join(c for c in line.words[i].text if c.isdecimal() or c == ".")), i + 1
    end, part = read_part_on_top(line, end)
    end, scale = _abbreviated(line, end, money=money)
    end, more = _scales(line, end)
    scale *= more
    return Numeral(value=exact((value + part) * scale), first=i, end=end, scale=scale)


def _abbreviated(line: Line, i: int, *, money: bool) -> tuple[int, int]:
    """Read "bn" in "4.3bn". "5m" is five million of money or of what is counted, and five metres alone."""
    if i >= len(line.words):
        return i, 1
    lists, word = wordlist(), line.words[i]
    scale = lists.abbreviated_scales.get(word.lower)
    if scale is None:
        return i, 1
    if not line.glued(i - 1):
        return (i + 1, scale) if len(word.text) > 1 or (money and word.lower in {"b", "m"}) else (i, 1)
    clear = len(word.text) > 1 or money or word.text in {"M", "B"} or (word.lower == "k" and not line.glued(i))
    return (i + 1, scale) if clear or (word.lower == "m" and _counts(line, i + 1)) else (i, 1)


def _counts(line: Line, i: int) -> bool:
    """Tell whether a plural noun stands within the next two words: "5m people", not "a baker's dozen is"."""
    tokens = [line.token(j) for j in (i, i + 1)]
    return any(t is not None and t.tag in {"NNS", "NNPS"} for t in tokens) and not line.glued(i - 1)


def _scales(line: Line, i: int) -> tuple[int, int]:
    """Read the words that multiply: "hundred thousand", "-million"."""
    lists, scale = wordlist(), 1
    while True:
        at = i + 1 if line.lower(i) == "-" and line.glued(i - 1) and line.glued(i) else i
        factor = lists.scales.get(line.lower(at)) or DOZEN.get(line.lower(at))
        if factor is None:
            return i, scale
        i, scale = at + 1, scale * factor


def _single(line: Line, i: int, lists: Wordlist) -> Numeral | None:
    """Read "a dozen", "a hundred and thirty million", "a quarter of a million"."""
    if line.lower(i + 1) not in lists.scales and line.lower(i + 1) not in DOZEN:
        return read_part_of_scale(line, i)
    found = _words(line, i + 1, lists, group=Decimal(1))
    return None if found is None else replace(found, first=i)


def _half(line: Line, i: int, lists: Wordlist) -> Numeral | None:
    """Read "half a dozen", "half a million", "half-dozen"."""
    at = i + 2 if line.lower(i + 1) in {"a", "-"} else i + 1
    if line.lower(at) not in lists.scales and line.lower(at) not in DOZEN:
        return read_part_of_scale(line, i)
    end, scale = _scales(line, at)
    return Numeral(value=exact(Decimal(scale) / 2), first=i, end=end, scale=scale)


def _words(line: Line, i: int, lists: Wordlist, *, group: Decimal = ZERO) -> Numeral | None:
    """Read number words, each rank of which must be lower than the one before: "two three" is two numbers.

    `group` is what stands before them: the one of "a hundred".
    """
    total, low, end, scale, ceiling = ZERO, 1_000, i, 1, 10**15
    while True:
        at = _next_word(line, end, i)
        lower = line.lower(at)
        if (value := lists.cardinals.get(lower)) is not None and _fits(value, low):
            group, low, scale = group + value, 1 if value < 20 or value % 10 else 10, 1  # noqa: PLR2004
        elif lower == "hundred" and 0 < group < HUNDRED:
            group, low, scale = group * HUNDRED, HUNDRED, HUNDRED
        elif (factor := _factor(lower, lists, ceiling)) and (group or not total):
            total, group, low, scale, ceiling = total + (group or 1) * factor, ZERO, 1_000, factor, factor
        else:
            break
        end = at + 1
        added, part = read_part_on_top(line, end)
        if not part:
            added, part = read_spoken_decimals(line, end)
        if part:
            at, factor = _scales(line, added)
            return Numeral(value=exact((total + group + part * max(scale, 1)) * factor), first=i, end=at, scale=factor)
    return Numeral(value=exact(total + group), first=i, end=end, scale=scale) if end > i else None


def _factor(lower: str, lists: Wordlist, ceiling: int) -> int | None:
    factor = lists.scales.get(lower) or DOZEN.get(lower)
    return factor if factor and factor < ceiling else None


def _fits(value: int, low: int) -> bool:
    return value < low or low == 1_000  # noqa: PLR2004


def _next_word(line: Line, end: int, first: int) -> int:
    """Return where the next number word may stand: past a hyphen, or past "and" after a hundred or a thousand."""
    lower = line.lower(end)
    if end > first and lower == "-" and line.glued(end - 1) and line.glued(end):
        return end + 1
    if end > first and lower == "and" and line.lower(end - 1) in wordlist().scales and _goes_on(line, end + 1):
        return end + 1
    return end


def _goes_on(line: Line, i: int) -> bool:
    """Tell "two million and five" from "two million and five thousand", two numbers; a hundred goes on with both."""
    hundred = line.lower(i - 2) == "hundred"
    return line.lower(i) in wordlist().cardinals and (hundred or line.lower(i + 1) not in wordlist().scales)
