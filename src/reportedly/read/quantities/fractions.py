"""Parts of one: "2 1/2", "four and a half", "a quarter of a million", "half a mile", "one point six"."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from reportedly.read.quantities.wordlist import wordlist
from reportedly.read.quantities.words import Line
from reportedly.records import Number

DOZEN = {"dozen": 12}
# "3/4" is a part, "9/11" and "24/7" are not.
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
# "two and a half", "two and three quarters"
ON_TOP = frozenset({"half", "quarter", "quarters", "third", "thirds"})
# "a quarter million" and "a half-million"; "a third million" is one more.
JOINED = frozenset({"half", "quarter", "quarters"})
DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number that stands from word `first` up to word `end`. `scale` is what its last word multiplied it by."""

    value: Number
    first: int
    end: int
    scale: int = 1


def exact(value: Decimal) -> Number:
    """Return a whole number as int, any other as Decimal without idle noughts."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def read_written_part(line: Line, i: int) -> tuple[int, Decimal] | None:
    """Return where "3/4" or "\u00be" ends, and what it is."""
    sign = line.words[i].text if i < len(line.words) else ""
    if len(sign) == 1 and (part := unicodedata.numeric(sign, 0)) and unicodedata.category(sign) == "No":
        return (i + 1, Decimal(str(part))) if part < 1 else None
    if line.lower(i + 1) != "/" or not (line.glued(i) and line.glued(i + 1)):
        return None
    if line.glued(i + 2) and line.lower(i + 3) == "/":
        return None
    over, under = sign, line.lower(i + 2)
    if not (over.isdecimal() and under.isdecimal()) or len(under) > 2:  # noqa: PLR2004 -- no denominator is longer
        return None
    fits = int(under) in DENOMINATORS and 0 < int(over) < int(under)
    return (i + 3, Decimal(int(over)) / int(under)) if fits else None


def read_part_on_top(line: Line, i: int) -> tuple[int, Decimal]:
    """Return where the part ends that a number has on top: "1/2" of "2 1/2", "and a half"; `i` and 0 for none."""
    if not (line.glued(i - 1) and line.is_number(i)) and (written := read_written_part(line, i)) is not None:
        return written
    at = _past_hyphen(line, i)
    if at > i and line.is_number(i - 1) and (written := read_written_part(line, at)) is not None:
        return written  # "3-1/2 million"
    if line.lower(at) != "and":
        return i, Decimal(0)
    at = _past_hyphen(line, at + 1)
    many = 1 if line.lower(at) == "a" else wordlist().cardinals.get(line.lower(at), 0)
    at = _past_hyphen(line, at + 1)
    size = wordlist().parts.get(line.lower(at)) if line.lower(at) in ON_TOP else None
    return (at + 1, Decimal(many) / size) if size is not None and 0 < many < size else (i, Decimal(0))


def read_spoken_decimals(line: Line, i: int) -> tuple[int, Decimal]:
    """Return where the decimals end that a number is read out with: "point six" of "one point six billion"."""
    digits = ""
    if line.lower(i) == "point":
        while (digit := wordlist().cardinals.get(line.lower(i + 1 + len(digits)), DIGITS)) < DIGITS:
            digits += str(digit)
    return (i + 1 + len(digits), Decimal(f"0.{digits}")) if digits else (i, Decimal(0))


def read_part(line: Line, i: int) -> tuple[int, int, int] | None:
    """Return how many of how many parts, and where the words end: "two-thirds", "a quarter", "half"."""
    lists, lower = wordlist(), line.lower(i)
    if lower == "half":
        return 1, 2, i + 1
    many = 1 if lower in {"a", "an"} else lists.cardinals.get(lower)
    at = _past_hyphen(line, i + 1)
    size = lists.parts.get(line.lower(at))
    return (many, size, at + 1) if many and size and many < size else None


def read_part_of_scale(line: Line, i: int) -> Numeral | None:
    """Read "a quarter of a million", "three quarters of a billion", "a quarter-million"."""
    part = read_part(line, i)
    if part is None:
        return None
    many, size, end = part
    if line.lower(end) == "of" and line.lower(end + 1) in {"a", "one"}:
        at = end + 2
    elif line.lower(end - 1) in JOINED:
        at = _past_hyphen(line, end)
    else:
        return None
    scale = wordlist().scales.get(line.lower(at))
    if scale is None:
        return None
    return Numeral(value=exact(Decimal(many * scale) / size), first=i, end=at + 1, scale=scale)


def _past_hyphen(line: Line, i: int) -> int:
    return i + 1 if line.lower(i) == "-" and line.glued(i - 1) and line.glued(i) else i
