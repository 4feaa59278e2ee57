"""Edges of a stretch, and days by their number: "the last days of December", "the turn of the year", "the 3rd"."""

from reportedly.read.times.dates import find_date, find_this_unit
from reportedly.read.times.numerals import read_ordinal
from reportedly.read.times.tokens import Words, open_lexicon
from reportedly.read.times.values import (
    Around,
    CalendarDate,
    DayOfMonth,
    Found,
    Part,
    Portion,
    Slice,
    Stretch,
    Unit,
    Value,
)

_AT_END = {"closing": True, "dying": True, "final": True, "first": False, "last": True, "opening": False}
_LAST_DAY = 31
_ENDS = ("", ".", ",", ";", ":", ")")


def find_edge(words: Words, i: int) -> Found | None:
    """Read "the last days of December", "the opening months of 2024", "in the first weeks of March"."""
    at = i + (words.at(i) in ("in", "for", "over", "during"))
    at += words.at(at) == "the"
    at_end = _AT_END.get(words.at(at))
    if at_end is None or not words.at(at + 1).endswith("s") or words.at(at + 2) != "of":
        return None
    unit = open_lexicon().units.get(words.at(at + 1))
    start = at + 3 + (words.at(at + 3) == "the")
    whole = find_date(words, start) or find_this_unit(words, start)
    edge = _edge_of(whole[0], unit, at_end=at_end) if whole else None
    return (edge, whole[1]) if whole and edge else None


def _edge_of(whole: Value, unit: str | None, *, at_end: bool) -> Value | None:
    """Return the first or last days or weeks of a month or year, the first or last months of a year."""
    of_month = isinstance(whole, CalendarDate) and whole.month and not whole.day
    of_year = isinstance(whole, CalendarDate) and not whole.month
    if (of_month and unit == "day") or (of_year and unit == "month"):
        return Part(Portion.LATE if at_end else Portion.EARLY, whole)
    if of_month and unit == "week":
        return Part(Portion.SECOND_HALF if at_end else Portion.FIRST_HALF, whole)
    return Around(Slice(whole, Unit.MONTH, 1, at_end)) if of_year and unit in ("day", "week") else None


def find_turn_of_year(words: Words, i: int) -> Found | None:
    """Read "the turn of the year": December and January, about so."""
    at = i + (words.at(i) == "the")
    if words.at(at) != "turn" or words.lower[at + 1 : at + 4] != ("of", "the", "year"):
        return None
    return Around(Stretch(CalendarDate(month=12), CalendarDate(month=1))), at + 4


def find_day_of_month(words: Words, i: int) -> Found | None:
    """Read the 3rd of "on the 3rd" and "by the 3rd of the month"; "the 3rd battalion" is no day."""
    led = words.at(i - 1) in ("from", "on") or words.at(i - 1) in open_lexicon().bounds
    day = read_ordinal(words, i + 1) if led and words.at(i + 1)[:1].isdigit() else None
    if not day or not 1 <= day[0] <= _LAST_DAY:
        return None
    of_month = words.lower[day[1] : day[1] + 3] == ("of", "the", "month")
    after = words.at(day[1])
    ends = of_month or after in _ENDS or (after != "of" and after in open_lexicon().after_holidays)
    return (DayOfMonth(day[0]), day[1] + 3 * of_month) if ends else None
