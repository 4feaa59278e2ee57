"""The heart of a number phrase: a number, a range, a share or a vague count, without its modifiers."""

from dataclasses import dataclass, replace
from decimal import Decimal

from reportedly.read.quantities.fractions import DOZEN, Numeral, exact, read_part, read_written_part
from reportedly.read.quantities.numbers import read_numeral
from reportedly.read.quantities.units import Unit, read_currency, read_unit
from reportedly.read.quantities.wordlist import dimensions, wordlist
from reportedly.read.quantities.words import DASHES, MINUS, Line
from reportedly.records import Number

# "two or three" and "20 or 30" are one loose count; "25k or 40k" are two.
LOOSE, LOOSE_TENS = 2, 10
# What "from" may stand away from its verb: "rose in the night to Monday from 12".
FAR = 8
LARGEST_RATIO = 100
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A count from `low` to `high` in the words from `first` up to `end`; `unit` where its words show one."""

    low: Number
    high: Number
    first: int
    end: int
    unit: str | None = None
    approximate: bool = False
    digits: bool = False
    is_range: bool = False
    is_nought: bool = False
    is_part: bool = False


def read_core(line: Line, i: int) -> Core | None:
    """Return the count that starts at a word, if one does."""
    lower = line.lower(i)
    lists = wordlist()
    if lower in {"no", *lists.nought.pronouns}:
        return _nought(line, i)
    if lower in {"both", "twice"}:
        return _both(line, i) or _twice(line, i)
    if lower == "couple" or (lower == "a" and line.lower(i + 1) == "couple"):
        return _couple(line, i)
    if (part := _part(line, i)) is not None:
        return part
    if (vague := _vague(line, i)) is not None:
        return vague
    return _ratio(line, i) or _range(line, i)


def _nought(line: Line, i: int) -> Core | None:
    """Read "no one was killed", "nobody", "no deaths"."""
    if line.lower(i) != "no":
        return Core(low=0, high=0, first=i, end=i + 1, is_nought=True)
    if line.lower(i + 1) == "one":
        return Core(low=0, high=0, first=i, end=i + 2, is_nought=True)
    near = {line.lower(j) for j in range(i + 1, i + 4)}
    return Core(low=0, high=0, first=i, end=i + 1, is_nought=True) if near & wordlist().nought.nouns else None


def _both(line: Line, i: int) -> Core | None:
    """Read "both were killed"; "both sides" and "both A and B" count nothing."""
    plain = line.lower(i) == "both" and line.lower(i + 1) in {"were", "are", "died", "have", "had", "survived"}
    return Core(low=2, high=2, first=i, end=i + 1) if plain else None


def _twice(line: Line, i: int) -> Core | None:
    """Read "twice as many"; who was "shot twice" is counted no further."""
    if line.lower(i) != "twice" or line.lower(i + 1) != "as" or line.lower(i + 2) not in {"many", "much"}:
        return None
    return Core(low=2, high=2, first=i, end=i + 1, unit="times")


def _couple(line: Line, i: int) -> Core | None:
    at = i + 1 if line.lower(i) == "a" else i
    scale = wordlist().scales.get(line.lower(at + 1)) or DOZEN.get(line.lower(at + 1))
    if scale:
        return Core(low=2 * scale, high=2 * scale, first=i, end=at + 2, approximate=True)
    return Core(low=2, high=2, first=i, end=at + 1, approximate=True) if line.lower(at + 1) == "of" else None


# --- vague counts ----------------------------------------------------------------------------------------------------


def _vague(line: Line, i: int) -> Core | None:
    """Read "dozens", "tens of thousands", "several thousand", "a few", "hundreds or even thousands"."""
    at = i + 1 if line.lower(i) in {"a", "an"} else i
    found = _vague_count(line, at)
    if found is None or (at > i) != (line.lower(at) in {"few", "handful"}):
        return None
    low, high, end = found
    later = end + 1 if line.lower(end) in {"or", "to", "and"} else end
    later += line.lower(later) in {"even", "possibly", "perhaps"}
    more = _vague_count(line, later) if later > end else None
    if more is not None and more[1] >= high:
        high, end = more[1], more[2]
    return Core(low=low, high=high, first=i, end=end, approximate=True)


def _vague_count(line: Line, i: int) -> tuple[int, int, int] | None:
    """Return lowest, highest and where the words end."""
    lists, lower = wordlist(), line.lower(i)
    multiple = lists.vague_multiples.get(lower)
    scale = lists.scales.get(line.lower(i + 1)) or DOZEN.get(line.lower(i + 1))
    if multiple == 1 and scale:
        low, high = _multiplied(scale)
        return low, high, i + 2
    inner = lists.vague.get(line.lower(i + 2)) if line.lower(i + 1) == "of" else None
    if multiple and multiple > 1 and inner and line.lower(i + 2) != "few":
        return inner[0] * multiple, (inner[1] + 1) * multiple - 1, i + 3
    if lower not in lists.vague or (lower == "scores" and not _counts_scores(line, i)):
        return None
    return (*lists.vague[lower], i + 1)


def _multiplied(scale: int) -> tuple[int, int]:
    """Return the ends of "several hundred" or "a few dozen"."""
    plural = {12: "dozens", 100: "hundreds", 1_000: "thousands", 1_000_000: "millions", 1_000_000_000: "billions"}
    known = wordlist().vague.get(plural.get(scale, ""))
    return known or (2 * scale, 10 * scale - 1)


def _counts_scores(line: Line, i: int) -> bool:
    """Tell "scores of people" and "killed scores more" from the scores of games."""
    token, after = line.token(i), line.lower(i + 1)
    subject = token is not None and token.tag == "NNS" and token.dep.startswith("nsubj")
    return after in {"of", "more", "dead"} or subject or line.lower(i - 1) in wordlist().counting.words


# --- shares ----------------------------------------------------------------------------------------------------------


def _part(line: Line, i: int) -> Core | None:
    """Read "half of", "two-thirds", "a quarter of", "1/3 of" as percent, and "half a mile" as a part of its unit."""
    if (measured := _part_of_unit(line, i)) is not None:
        return measured
    if line.lower(i) in {"half", "halves"}:
        return _half_of(line, i)
    if (written := read_written_part(line, i)) is not None:
        return _share(i, written[0], written[1]) if line.lower(written[0]) == "of" else None
    numeral = read_numeral(line, i)
    many = 1 if line.lower(i) in {"a", "an"} and numeral is None else numeral.value if numeral else None
    if many is None or not isinstance(many, int):
        return None
    at = numeral.end if numeral else i + 1
    hyphen = line.lower(at) == "-" and line.glued(at - 1) and line.glued(at)
    at += hyphen
    size = wordlist().parts.get(line.lower(at))
    if size is None or many >= size or not _is_part(line, at, certain=hyphen or line.lower(at).endswith("s")):
        return None
    return _share(i, at + 1, Decimal(many) / size)


def _share(first: int, end: int, part: Decimal) -> Core:
    share = exact(_rounded(part * 100))
    return Core(low=share, high=share, first=first, end=end, unit="percent", is_part=True)


def _rounded(share: Decimal) -> Decimal:
    """Return a share to hundredths, or to three digits where it is below one percent: "3 in 100,000" is 0.003."""
    return share.quantize(HUNDREDTH) if share >= 1 else Decimal(f"{share:.3g}")


def _part_of_unit(line: Line, i: int) -> Core | None:
    """Read "half a mile", "a quarter of a percentage point", "half of 1 percent", "a quarter-mile", "1/2 inch"."""
    if (written := read_written_part(line, i)) is not None:
        end, part = written
    elif (words := read_part(line, i)) is not None:
        end, part = words[2], Decimal(words[0]) / words[1]
    else:
        return None
    at = _unit_of_part(line, i, end, joined=written is not None)
    if at is None or read_unit(line, at) is None:
        return None
    value = exact(part.quantize(HUNDREDTH) if len(str(part)) > len("0.0625") else part)
    return Core(low=value, high=value, first=i, end=at)


def _unit_of_part(line: Line, i: int, end: int, *, joined: bool) -> int | None:
    """Return where the unit stands of which there is a part, as far as the words between allow one."""
    if line.lower(end) == "of" and line.lower(end + 1) in {"a", "an", "one", "1"}:
        return end + 2
    if joined:
        return end
    if line.lower(i) == "half" and line.lower(end) in {"a", "an"}:
        return end + 1
    unit = read_unit(line, end)
    short = line.lower(i) in {"a", "one", "three"} and line.lower(end - 1) in {"half", "quarter", "quarters"}
    if not short or unit is None or dimensions().get(unit.name) != "length":
        return None
    return end


def _is_part(line: Line, at: int, *, certain: bool) -> bool:
    """Tell "a third of", "a third more than" and "one third" from "a third man" and "a quarter" of the year."""
    if line.lower(at + 1) in {"fewer", "higher", "less", "lower", "more"} and line.lower(at + 2) == "than":
        return True
    return line.lower(at + 1) in {"of", "were", "are", "said", "had", "have", "do"} or (certain and not line.glued(at))


def _half_of(line: Line, i: int) -> Core | None:
    if read_numeral(line, i) is not None or (line.glued(i) and line.lower(i + 1) == "-"):
        return None
    token = line.token(i)
    if token is not None and token.tag.startswith("VB"):
        return None
    before, after = line.lower(i - 1), line.lower(i + 1)
    shares = {"of", "the", "its", "their", "his", "her", "our", "those", "these", "that", "were", "are", "have", "had"}
    bounded = before in {"about", "almost", "around", "by", "least", "nearly", "over", "roughly", "than", "to"}
    if before in {"first", "second", "other", "and", "the", "a"} or not (after in shares or bounded):
        return None
    return Core(low=50, high=50, first=i, end=i + 1, unit="percent", is_part=True)


def _ratio(line: Line, i: int) -> Core | None:
    """Read "one in five", "one of every nine" and "nine out of 10" as percent."""
    a = read_numeral(line, i)
    at = None if a is None else _second_of_ratio(line, a.end)
    b = None if at is None else read_numeral(line, at)
    if a is None or b is None or not _is_ratio(line, a, b):
        return None
    return _share(i, b.end, Decimal(a.value) / Decimal(b.value))


def _second_of_ratio(line: Line, at: int) -> int | None:
    for words in (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",)):
        if all(line.lower(at + k) == word for k, word in enumerate(words)):
            return at + len(words)
    return None


def _is_ratio(line: Line, a: Numeral, b: Numeral) -> bool:
    """Tell "one in five people" from "two in three days" and "killed 3 in 2019"."""
    round_number = b.value <= LARGEST_RATIO or b.value in {1_000, 10_000, 100_000, 1_000_000}
    whole = isinstance(a.value, int) and isinstance(b.value, int)
    return whole and 0 < a.value < b.value and round_number and read_unit(line, b.end) is None


# --- numbers and ranges ----------------------------------------------------------------------------------------------


def _range(line: Line, i: int) -> Core | None:
    """Read a number, and the number that makes it a range: "5 to 7", "between 5% and 6%", "$10-15 billion"."""
    money = read_currency(line, i)
    low = read_numeral(line, i, money=money is not None)
    if low is None:
        return None
    inner = read_unit(line, low.end)
    alone = _level(line, low, money, inner)
    at = _joined(line, inner.end if inner else low.end, low, money)
    if at is None:
        return alone
    high_money = _second_currency(line, at)
    high = read_numeral(line, high_money.end if high_money else at, money=bool(money or high_money))
    if high is None:
        return alone
    low = _same_scale(low, high)
    mixed = line.lower(low.end) in DASHES and line.is_number(low.first) != line.is_number(high.first)
    if mixed or low.value >= high.value or not _one_kind(line, inner, high, money, high_money):
        return alone
    name = (money or high_money or Unit("", 0, 0)).name or None
    return replace(alone, low=low.value, high=high.value, end=high.end, unit=name, is_range=True)


def _level(line: Line, low: Numeral, money: Unit | None, inner: Unit | None) -> Core:
    """Give the first level of "rose from 24 to 33 billion euros" the billion and the euros of the second."""
    if inner is not None or line.lower(low.end) != "to" or not _steps(line, money.first if money else low.first):
        return _alone(line, low, money)
    second = _second_currency(line, low.end + 1)
    high = read_numeral(line, second.end if second else low.end + 1, money=second is not None)
    if high is None:
        return _alone(line, low, money)
    unit = money or second or read_unit(line, high.end)
    return replace(_alone(line, _same_scale(low, high), money), unit=unit.name if unit else None)


def _second_currency(line: Line, i: int) -> Unit | None:
    """Return the currency that starts at the word at `i` and has a number after it."""
    found = (read_currency(line, end) for end in range(i + 1, i + 4) if line.is_number(end))
    return next((unit for unit in found if unit is not None and unit.first == i), None)


def _alone(line: Line, numeral: Numeral, money: Unit | None) -> Core:
    first = money.first if money else numeral.first
    value = numeral.value
    if _is_minus(line, first):
        first, value = first - 1, -value
    elif line.lower(first - 2) == "minus" and line.lower(first - 1) == "-":
        first, value = first - 2, -value
    return Core(
        low=value,
        high=value,
        first=first,
        end=numeral.end,
        unit=money.name if money else None,
        digits=line.is_number(numeral.first) and numeral.end == numeral.first + 1,
    )


def _is_minus(line: Line, i: int) -> bool:
    """Tell the sign in "-1.3%" from a hyphen or a bullet."""
    if line.lower(i - 1) not in MINUS or not line.glued(i - 1) or line.glued(i - 2):
        return False
    return read_unit(line, i + 1) is not None or "." in line.words[i].text


def _joined(line: Line, i: int, low: Numeral, money: Unit | None) -> int | None:
    """Return where the second number of a range starts, if the words at `i` join two numbers."""
    lower = line.lower(i)
    first = money.first if money else low.first
    if lower in DASHES:
        return i + 1 if line.glued(i - 1) == line.glued(i) else None
    if lower == "to":
        return None if _steps(line, first) or _step_to_level(line, low, first, i) else i + 1
    if lower == "and" and "between" in {line.lower(j) for j in range(first - 4, first)}:
        return i + 1
    return i + 1 if lower == "or" and _is_loose(line, low, i + 1) else None


def _steps(line: Line, first: int) -> bool:
    """Tell "rose from 12 to 43", two levels, from "ranges from 12 to 43", one range."""
    changes = wordlist().changes
    if "from" not in {line.lower(j) for j in range(first - 3, first)}:
        return False
    near = {line.lower(j) for j in range(max(0, first - FAR), first)}
    return bool(near & (changes.up | changes.down | changes.up_nouns | changes.down_nouns))


def _step_to_level(line: Line, low: Numeral, first: int, i: int) -> bool:
    """Tell "rose by 12 to 43", a step and a level, from "rose by 3 to 5 percent", a range of steps."""
    changes = wordlist().changes
    if line.lower(first - 1) not in {"by", *changes.up, *changes.down}:
        return False
    high = read_numeral(line, i + 1)
    if high is None:
        return True
    inner, outer = read_unit(line, low.end), read_unit(line, high.end)
    one_unit = outer is not None and (i == low.end or (inner is not None and inner.name == outer.name))
    return not one_unit or high.value > 2 * low.value


def _is_loose(line: Line, low: Numeral, i: int) -> bool:
    high = read_numeral(line, i)
    if high is None:
        return False
    step = high.value - low.value
    return 0 < step <= LOOSE or (step == LOOSE_TENS and low.value % LOOSE_TENS == 0)


def _same_scale(low: Numeral, high: Numeral) -> Numeral:
    """Give the first of "2 to 3 million" the million of the second."""
    if low.scale != 1 or high.scale == 1 or low.value * high.scale >= high.value:
        return low
    return replace(low, value=exact(Decimal(low.value) * high.scale), scale=high.scale)


def _one_kind(line: Line, inner: Unit | None, high: Numeral, money: Unit | None, high_money: Unit | None) -> bool:
    """Tell whether the two ends are in one unit."""
    if money and high_money and money.name != high_money.name:
        return False
    outer = read_unit(line, high.end)
    return inner is None or (outer is not None and outer.name == inner.name)
