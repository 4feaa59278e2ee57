"""Dates, years, clock times and durations that place something in time."""

import re

from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.units import is_duration, read_unit
from reportedly.read.quantities.wordlist import wordlist
from reportedly.read.quantities.words import APOSTROPHES, Line

CLOCK = re.compile(r"\s?(?:[ap]\.\s?m\b|[ap]m\b|o['\u2019]\s?clock)", re.IGNORECASE)
# A stretch of text this long is enough for the words after a clock time.
AHEAD = 16
FIRST_YEAR, LAST_YEAR, FIRST_OLD_YEAR, DAYS_OF_A_MONTH = 1900, 2199, 1000, 31
# "a few" and "several", against "dozens".
LOOSE = 20
YEAR_DIGITS = 2


def is_date(line: Line, bounded: Bounded) -> bool:
    """Tell "14 March", "Aug. 14"."""
    months, core = wordlist().months.words, bounded.core
    if not isinstance(core.high, int) or not line.is_number(core.end - 1) or core.unit or core.high > LAST_YEAR:
        return False
    before = core.first - 2 if line.lower(core.first - 1) == "." else core.first - 1
    if line.is_name(before) and line.lower(before) in months:
        return core.high <= DAYS_OF_A_MONTH or core.high >= FIRST_YEAR
    return core.high <= DAYS_OF_A_MONTH and line.is_name(core.end) and line.lower(core.end) in months


def is_year(line: Line, bounded: Bounded) -> bool:
    """Tell "in 2019", "the 2019 elections", "'96"; "2000 people" and "about 1500 shells" are counts."""
    core = bounded.core
    if _is_short(line, bounded) or _is_decade(line, bounded):
        return True
    if (not core.digits and not core.is_range) or core.unit or not isinstance(core.high, int):
        return False
    if line.words[core.end - 1].text != str(core.high) or not FIRST_OLD_YEAR <= core.high <= LAST_YEAR:
        return False
    if read_unit(line, core.end) is not None or line.lower(core.end) in {"level", "levels"}:
        return read_unit(line, core.end) is None  # "32 percent below 2005 levels"
    before = line.lower(core.first - 1)
    if core.high < FIRST_YEAR:
        return before in wordlist().no_figure_before.years and not _counts(line, core.end)
    return not _counts(line, core.end) or before in {"the", "this", *wordlist().no_figure_before.years}


def _is_decade(line: Line, bounded: Bounded) -> bool:
    """Tell "the 90's", "the 1980's"."""
    at = bounded.core.end
    if not bounded.core.digits or line.lower(at) not in APOSTROPHES or not (line.glued(at - 1) and line.glued(at)):
        return False
    return line.lower(at + 1) == "s" and bounded.core.high % 10 == 0 and line.lower(bounded.core.first - 1) == "the"


def _is_short(line: Line, bounded: Bounded) -> bool:
    """Tell "the winter of '96" from a quotation that starts with a number."""
    at = bounded.core.first
    if line.lower(at - 1) not in APOSTROPHES or not line.glued(at - 1) or not bounded.core.digits:
        return False
    return len(line.words[at].text) == YEAR_DIGITS and not _counts(line, bounded.core.end)


def _counts(line: Line, i: int) -> bool:
    """Tell whether a plural follows, or people a few words on: "2000 hires", "2000 Norvian soldiers"."""
    after = line.token(i)
    if after is not None and after.tag == "NNS":
        return True
    number = line.token(i - 1)
    head = line.sentence.tokens[number.head] if number is not None else None
    return head is not None and head.lower in wordlist().persons.words


def is_clock(line: Line, bounded: Bounded) -> bool:
    """Tell "10 p.m." and "7 o'clock"."""
    end = line.words[bounded.core.end - 1].end
    return CLOCK.match(line.text[end : end + AHEAD]) is not None


def is_measured_duration(line: Line, bounded: Bounded) -> bool:
    """Tell a length of time, "every 33 years" or "within six weeks", from a point or period: "two days ago"."""
    unit = read_unit(line, bounded.core.end)
    if unit is None or not is_duration(unit.name):
        return False
    lists = wordlist().durations
    before = {line.lower(bounded.first - 1), line.lower(bounded.first - 2)}
    return not before & lists.before and line.lower(unit.end) not in lists.after


def is_idle(line: Line, bounded: Bounded) -> bool:
    """Tell "several times", "a few days ago", "the one", "few": loose words about time."""
    if not bounded.core.approximate or bounded.core.high >= LOOSE:
        return False
    unit = read_unit(line, bounded.core.end)
    return unit is not None and (is_duration(unit.name) or unit.name == "times")
