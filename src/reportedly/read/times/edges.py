"""Parts of a stretch told by their place in it: "the last three months of 2024", "the year to March", "on the 3rd"."""

from reportedly.read.times.dates import find_date, find_this_unit
from reportedly.read.times.lengths import MONTHS, Length, read_length
from reportedly.read.times.numerals import read_ordinal
from reportedly.read.times.tokens import Words, open_lexicon
from reportedly.read.times.values import (
    Around,
    CalendarDate,
    DayOfMonth,
    Ending,
    Found,
    NthWeekday,
    Part,
    Portion,
    Slice,
    Stretch,
    Unit,
    Value,
)
from reportedly.read.times.years import find_fiscal

_AT_END = {"closing": True, "dying": True, "final": True, "first": False, "last": True, "opening": False}
_LAST_DAY = 31
_MONTHS = {**MONTHS, Unit.DECADE: 120}
_WEEKS = {Unit.WEEK: 1, Unit.FORTNIGHT: 2}
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


def find_slice(words: Words, i: int) -> Found | None:
    """Read "the last three months of 2024", "the first two weeks of March"."""
    at = i + (words.at(i) in ("in", "for", "over", "during"))
    at += words.at(at) == "the"
    at_end = words.at(at) in ("last", "final", "closing")
    ordinal = read_ordinal(words, at)
    if not at_end and not ordinal and words.at(at) != "opening":
        return None
    length = _one_unit(words, at + 1) or (read_length(words, at + 1) if words.at(at) != "second" else None)
    if not length or length[0] is None or words.at(length[2]) != "of":
        return None
    start = length[2] + 1
    numbered = ordinal and words.at(length[2] - 1) == "quarter"  # it has a rule of its own
    if numbered or find_fiscal(words, start):  # a firm's year begins where the firm says
        return None
    whole = find_date(words, start) or find_this_unit(words, start + (words.at(start) == "the"))
    skipped = ordinal[0] - 1 if ordinal else 0
    return (Slice(whole[0], length[1], length[0], at_end, skipped), whole[1]) if whole else None


def _one_unit(words: Words, i: int) -> Length | None:
    """Read the week of "the last week of March"."""
    unit = open_lexicon().units.get(words.at(i))
    return (1, Unit(unit), i + 1) if unit and not words.at(i).endswith("s") else None


def find_nth(words: Words, i: int) -> Found | None:
    """Read "the second Tuesday of March", "the last Friday in May 2024"."""
    at = i + (words.at(i) == "the")
    weekday = open_lexicon().weekdays.get(words.at(at + 1))
    ordinal = read_ordinal(words, at) if weekday else None
    nth = -1 if words.at(at) == "last" else ordinal[0] if ordinal else 0
    if not -2 < nth < 6 or not nth or not weekday or words.at(at + 2) not in ("of", "in"):  # noqa: PLR2004
        return None
    month = find_date(words, at + 3)
    return (NthWeekday(nth, weekday, month[0]), month[1]) if month and isinstance(month[0], CalendarDate) else None


def find_ended(words: Words, i: int) -> Found | None:
    """Read "the three months ended March 31", "the year to June 2024": the length; its end is a date of its own."""
    at = i + (words.at(i) == "the")
    length = _one_unit(words, at) if at > i else None
    length = length or read_length(words, at)
    if not length or length[0] is None or length[1] not in {*_MONTHS, *_WEEKS}:
        return None
    if words.at(length[2]) not in ("ended", "ending") and (at == i or words.at(length[2]) != "to"):
        return None
    end = find_date(words, length[2] + 1)
    if not end or not isinstance(end[0], CalendarDate):
        return None
    months, weeks = (units.get(length[1], 0) * length[0] for units in (_MONTHS, _WEEKS))
    exact = end[0].day if weeks else end[0].month or months >= _MONTHS[Unit.YEAR]
    return (Ending(months, end[0], weeks), length[2]) if exact else None
