"""What kind of time an expression stands for, and its value as TimeML writes it (TIMEX3, ISO 24617-1).

"for three weeks" is a duration of "P3W", "every Friday" a set of "XXXX-WXX-5", "10 p.m. Wednesday" a time of
"2025-01-29T22:00". X stands for digits that the page does not say.
"""

from datetime import date

from reportedly.read.times.clocks import find_daypart
from reportedly.read.times.lengths import read_length
from reportedly.read.times.numerals import read_number
from reportedly.read.times.places import Place
from reportedly.read.times.tokens import Words, open_lexicon
from reportedly.read.times.values import (
    Again,
    Around,
    CalendarDate,
    Coming,
    Counted,
    DayOfWeek,
    Duration,
    EitherDate,
    Ending,
    Holiday,
    InYear,
    Limited,
    Moment,
    Named,
    NthWeekday,
    Onward,
    Part,
    Quarter,
    QuarterAgain,
    Season,
    Shift,
    Slice,
    Stretch,
    Unit,
    Value,
    Weekday,
    Weekend,
    WeekNumber,
    WeekOf,
    Window,
    YearAgo,
    Years,
)
from reportedly.records import TimeKind

# The unit of a length: what stands before it, its letter, and how many of that it has.
_LENGTHS = {
    Unit.MINUTE: ("PT", "M", 1),
    Unit.HOUR: ("PT", "H", 1),
    Unit.DAY: ("P", "D", 1),
    Unit.WEEKEND: ("P", "WE", 1),
    Unit.WEEK: ("P", "W", 1),
    Unit.FORTNIGHT: ("P", "W", 2),
    Unit.MONTH: ("P", "M", 1),
    Unit.QUARTER: ("P", "Q", 1),
    Unit.YEAR: ("P", "Y", 1),
    Unit.DECADE: ("P", "Y", 10),
    Unit.CENTURY: ("P", "Y", 100),
}
# A half of a unit, in a smaller one: "two and a half years" are P2Y6M.
_HALVES = {Unit.YEAR: "6M", Unit.DAY: "T12H", Unit.HOUR: "30M"}
_UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}
_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_REFERENCES = {
    Moment.PRESENT: "PRESENT_REF",
    Moment.TO_PRESENT: "PRESENT_REF",
    Moment.LATELY: "PAST_REF",
    Moment.AHEAD: "FUTURE_REF",
}
_SHORT = (Unit.MINUTE, Unit.HOUR)
_DECADE = 10

Timex = tuple[TimeKind, str | None]


def read_timex(words: Words, value: Value, here: Place) -> Timex:
    """Return the kind and the value of an expression; `here` is where it was placed, NOWHERE where that is not sure.

    "Friday" on an undated page is a date of "XXXX-WXX-5".
    """
    if words.is_one_of(0, "every", "each"):
        return TimeKind.SET, _repeated(words)
    length = _length(words, value, here)
    if length is not None:
        return TimeKind.DURATION, length
    day = _date(value, here, words)
    daypart = find_daypart(words)
    if daypart is None:
        return (TimeKind.TIME if _unit(value) in _SHORT else TimeKind.DATE), day
    return TimeKind.TIME, f"{day}{daypart}" if day is not None and _unit(value) is Unit.DAY else None


# --- lengths ---------------------------------------------------------------------------------------------------------


def _length(words: Words, value: Value, here: Place) -> str | None:
    """Return a length: "in three weeks" is one only where it was not placed ahead."""
    match value:
        case Coming() if here.closed:
            return None
        case Slice(_, _, 1):
            return None
        case Duration() if words.at(len(words.lower) - 1) in open_lexicon().directions:
            return None  # "several years ago" is a date that the page does not give
        case Window(unit, steps):
            return _first_length(words) or _written(unit, steps)
        case Duration() | Coming() | Ending() | Slice():
            return _first_length(words)
    return None


def _first_length(words: Words) -> str | None:
    """Return the first length among the words: "P3W" of "for about three weeks", "P1Y" of "the year to June"."""
    for i in range(len(words.lower)):
        found = read_length(words, i)
        if found:
            return _half(words, i, found[2], found[1]) or _written(found[1], found[0])
    alone = [Unit(word) for word in words.lower if word in ("week", "month", "year")]
    return _written(alone[0], 1) if alone else None


def _half(words: Words, i: int, end: int, unit: Unit) -> str | None:
    """Return "P2Y6M" of "two and a half years" and of "2 1/2 years"."""
    inside = words.lower[i:end]
    whole = read_number(words, i)
    if whole is None or unit not in _HALVES:
        return None
    halved = inside[whole[1] - i :][:3] in (("and", "a", "half"), ("1", "/", "2"))
    return f"{_written(unit, whole[0])}{_HALVES[unit]}" if halved else None


def _written(unit: Unit, count: int | None) -> str:
    prefix, letter, times = _LENGTHS[unit]
    return f"{prefix}{'X' if count is None else count * times}{letter}"


# --- what comes again ------------------------------------------------------------------------------------------------


def _repeated(words: Words) -> str | None:
    """Return what comes again: "P1Y" of "each year", "XXXX-WXX-5" of "every Friday"."""
    lexicon = open_lexicon()
    length = read_length(words, 1)
    if length:
        return _written(length[1], length[0])
    word = words.at(1)
    if word in lexicon.units:
        return _written(Unit(lexicon.units[word]), 1)
    weekday, month, season = lexicon.weekdays.get(word), lexicon.months.get(word), lexicon.seasons.get(word)
    daypart = find_daypart(words) or ""
    if weekday:
        return f"XXXX-WXX-{weekday}{daypart}"
    if season:
        return f"XXXX-{_SEASONS[season]}"
    if month:
        day = words.at(2)
        return f"XXXX-{month:02d}{f'-{int(day):02d}' if day.isdecimal() else ''}"
    return f"XXXX-XX-XX{daypart}" if daypart else None


# --- dates -----------------------------------------------------------------------------------------------------------


def _date(value: Value, here: Place, words: Words) -> str | None:
    """Return a stretch of calendar: the month of "since early March", the week of "last week"."""
    if isinstance(value, Moment) and value in _REFERENCES:
        return _REFERENCES[value]
    if isinstance(value, Duration):
        return "PAST_REF" if "ago" in words.lower else None
    on = here.first or here.last
    season = _season(value)
    if on is None or any(mark in (here.edtf or "") for mark in "?["):
        return None if isinstance(value, EitherDate) else _unplaced(value)
    if season:
        return f"{_year_of(on, season)}-{_SEASONS[season]}"
    inside = isinstance(value, Limited | Part | Around | Years) or value is Moment.OVERNIGHT
    unit = here.unit or (_unit(value) if inside else None)
    return _of_unit(unit, on) if unit else None


def _year_of(on: date, season: int) -> int:
    """Return the year that a season is named for: that of its beginning."""
    return on.year - 1 if season == max(_SEASONS) and on.month <= 2 else on.year  # noqa: PLR2004


def _of_unit(unit: Unit, on: date) -> str | None:  # noqa: PLR0911 -- one line for each unit
    match unit:
        case Unit.DAY:
            return on.isoformat()
        case Unit.WEEK | Unit.WEEKEND:
            year, week, _ = on.isocalendar()
            return f"{year:04d}-W{week:02d}{'-WE' if unit is Unit.WEEKEND else ''}"
        case Unit.MONTH:
            return f"{on:%Y-%m}"
        case Unit.QUARTER:
            return f"{on.year:04d}-Q{(on.month + 2) // 3}"
        case Unit.YEAR:
            return f"{on.year:04d}"
        case Unit.DECADE:
            return f"{on.year // _DECADE:03d}"
        case Unit.CENTURY:
            return f"{on.year // _DECADE**2:02d}"
    return None


def _unplaced(value: Value) -> str | None:
    """Return what the words alone say of a date that the page does not place: "XXXX-03-10"."""
    match value:
        case Part(_, whole) | Around(whole) | Limited(_, whole) | Named(_, whole) | InYear(whole, _):
            return _unplaced(whole)
        case CalendarDate(year, month, day) if month:
            written = f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}"
            return f"{written}-{day:02d}" if day else written
        case Weekday(number) | DayOfWeek(number):
            return f"XXXX-WXX-{number}"
        case Quarter(number, year):
            return f"{year or 'XXXX'}-Q{number}"
        case Season(number, year):
            return f"{year or 'XXXX'}-{_SEASONS[number]}"
    unit = _unit(value)
    return _UNKNOWN.get(unit) if unit else None


def _season(value: Value) -> int | None:
    match value:
        case Season(number):
            return number
        case Part(_, whole) | Around(whole) | Limited(_, whole) | Named(_, whole) | InYear(whole, _):
            return _season(whole)
    return None


def _unit(value: Value) -> Unit | None:  # noqa: C901, PLR0911 -- one line for each kind of value
    """Return the unit of the calendar that a value is one of, or is bounded by."""
    match value:
        case Part(_, whole) | Around(whole) | Limited(_, whole) | Named(_, whole) | InYear(whole, _):
            return _unit(whole)
        case CalendarDate(_, month, day):
            return Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
        case Weekday() | DayOfWeek() | Holiday() | NthWeekday() | EitherDate():
            return Unit.DAY
        case Moment():
            return None if value in _REFERENCES else Unit.DAY
        case Shift(unit) | Onward(unit) | Counted(unit) | Coming(unit) | Again(unit) | WeekOf(unit):
            return unit
        case Weekend():
            return Unit.WEEKEND
        case WeekNumber():
            return Unit.WEEK
        case Quarter() | QuarterAgain():
            return Unit.QUARTER
        case Years(first, last):
            return {9: Unit.DECADE, 99: Unit.CENTURY}.get(last - first)
        case Stretch() | YearAgo():
            return None
    return None
