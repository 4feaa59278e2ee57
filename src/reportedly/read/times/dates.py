"""Dates by name and number: "Friday 14 March 2025", "the third quarter of 1984", "the 1990s", "14.03.2025"."""

from dataclasses import replace
from datetime import date, timedelta

from reportedly.read.times.figures import find_figures
from reportedly.read.times.holidays import find_holiday
from reportedly.read.times.numerals import read_day_number, read_ordinal, read_short_year, read_year_number
from reportedly.read.times.tokens import DASHES, Words, open_lexicon
from reportedly.read.times.values import (
    CalendarDate,
    DayOfWeek,
    Duration,
    Ending,
    Found,
    InYear,
    Part,
    Portion,
    Quarter,
    Season,
    Shift,
    Unit,
    Weekday,
    WeekNumber,
)
from reportedly.read.times.years import (
    begins_clause,
    find_century,
    find_decade,
    find_fiscal,
    find_year,
    is_counted,
    second_year,
)

_QUARTERS = range(1, 5)
_WEEK, _LAST_DAY, _LAST_WEEK = 7, 31, 53
# Days that slip into a date; larger numbers before a month count something.
_NO_DAYS = frozenset(str(number) for number in range(_LAST_DAY + 1, 40))
_NEAR = 15  # words, in which a touchdown shows that the quarter is a match's


def find_date(words: Words, i: int) -> Found | None:
    """Return the date that begins at a place."""
    for rule in (
        find_holiday,
        _by_weekday,
        find_figures,
        _by_hyphens,
        _by_week,
        _by_no_such_day,
        _by_month,
        _by_short_quarter,
        _by_quarter,
        _by_half,
        _by_season,
        find_fiscal,
        find_century,
        find_decade,
        find_year,
    ):
        found = rule(words, i)
        if found:
            return found
    return None


# --- days and months -------------------------------------------------------------------------------------------------


def _by_weekday(words: Words, i: int) -> Found | None:
    """Read "Friday", "Friday, 14 March 2025" or "Fri 14 March"."""
    lexicon = open_lexicon()
    short = words.at(i) in lexicon.short_weekdays
    number = lexicon.short_weekdays.get(words.at(i)) if short else lexicon.weekdays.get(words.at(i))
    if number is None or not words.capitalised(i):
        return None
    after = i + 1
    while words.at(after) in (",", ".") and after < i + 3:
        after += 1
    dated = _by_month(words, after + (words.at(after) == "the"))
    if dated and isinstance(dated[0], CalendarDate) and dated[0].day:
        return replace(dated[0], weekday=number), dated[1]
    if short or _is_named_day(words, i):
        return None
    weeks = _year_steps(words, i + 1, "week")
    return (Weekday(number), i + 1) if weeks is None else (DayOfWeek(number, weeks), i + 3)


def _is_named_day(words: Words, i: int) -> bool:
    """Tell "Good Friday" and the "Sunday Times" from days."""
    named = open_lexicon().named_days
    return (words.capitalised(i - 1) and words.at(i - 1) in named) or (
        words.capitalised(i + 1) and words.at(i + 1) in named
    )


def _by_no_such_day(words: Words, i: int) -> Found | None:
    """Read "32 March 2025" and "March 32, 2025", which no calendar has; without a year, 32 may count something."""
    at = i + (words.at(i) in _NO_DAYS)
    month = open_lexicon().months.get(words.at(at))
    if month is None or not words.capitalised(at):
        return None
    number, after = (words.at(i), at + 1) if at > i else (words.at(at + 1), at + 2)
    year = read_year_number(words, after + (words.at(after) == ","))
    return (CalendarDate(year[0], month, int(number)), year[1]) if year and number in _NO_DAYS else None


def _by_month(words: Words, i: int) -> Found | None:
    day = read_day_number(words, i)
    if day:
        after = day[1] + (words.at(day[1]) == "of") + (words.at(day[1]) in DASHES and not words.joined(day[1]))
        month = _month(words, after)
        if month:
            return _with_year(words, CalendarDate(month=month[0], day=day[0]), month[1])
    month = _month(words, i)
    if not month:
        return None
    after = month[1] + (words.at(month[1]) == "the")
    day = read_day_number(words, after)
    if day and not is_counted(words, day[1]):
        return _with_year(words, CalendarDate(month=month[0], day=day[0]), day[1])
    return _with_year(words, CalendarDate(month=month[0]), month[1])


def _by_hyphens(words: Words, i: int) -> Found | None:
    """Read "10-Feb-2025"."""
    month, day = open_lexicon().months.get(words.at(i + 2)), read_day_number(words, i)
    if not month or not day or words.at(i + 1) not in DASHES or words.at(i + 3) not in DASHES:
        return None
    year = read_year_number(words, i + 4)
    joined = all(words.joined(n) for n in range(i + 1, i + 5))
    return (CalendarDate(year[0], month, day[0]), year[1]) if year and joined else None


def _month(words: Words, i: int) -> tuple[int, int] | None:
    """Return the month named at a place, and the place after it and its full stop."""
    lexicon = open_lexicon()
    name = words.at(i)
    number = lexicon.months.get(name)
    if number is None or not words.capitalised(i):
        return None
    dotted = words.at(i + 1) == "." and words.joined(i + 1) and name in lexicon.short_months
    after = i + 1 + dotted
    numbered = _numbered(words, i, after) or (words.at(after) in DASHES and words.at(after + 1) in lexicon.months)
    if name in lexicon.short_months and not dotted and not numbered:
        return None
    if name in lexicon.doubtful_months and not numbered and not _is_month(words, i):
        return None
    return number, after


def _numbered(words: Words, i: int, after: int) -> bool:
    """Tell whether a day or a year stands beside a month: "14 May", "May 2025"."""
    before = i - 1 - (words.at(i - 1) in ("of", *DASHES))
    following = after + (words.at(after) in (",", "of", "the"))
    return bool(
        read_day_number(words, before) or read_day_number(words, following) or read_year_number(words, following)
    )


def _is_month(words: Words, i: int) -> bool:
    """Tell "in May" from "May said", "by March" from "March on the capital"."""
    lexicon = open_lexicon()
    before = i - 1 - (words.at(i - 1) in DASHES)
    if words.at(i - 1) in lexicon.determiners:
        noun = words.at(i + 1).isalpha() and not words.capitalised(i + 1)
        return noun and words.at(i) != "may" and words.at(i + 1) not in lexicon.after_marches
    if words.at(before) in lexicon.before_months:
        return words.written(i) != "MAY" and not (words.capitalised(i + 1) and words.at(i + 1) not in lexicon.months)
    return words.at(i + 1) in ("and", "to", *DASHES) and words.at(i + 2) in lexicon.months


def _with_year(words: Words, date: CalendarDate, i: int) -> Found:
    """Add the year that follows a day or a month: "March 14, 2025", "January this year"."""
    after = i + (words.at(i) in (",", "of"))
    year = read_year_number(words, after) or read_short_year(words, i)
    if year and not is_counted(words, year[1]) and not (words.at(i) == "," and begins_clause(words, year[1])):
        return CalendarDate(year[0], date.month, date.day), year[1]
    if _is_year_zero(words, after):
        return replace(date, year=0), after + 1  # no calendar has it
    steps = _year_steps(words, i)
    if steps is not None:
        return InYear(date, steps), i + 2
    return date, i


def _is_year_zero(words: Words, i: int) -> bool:
    """Tell the year of "1 January 0000" from "on 1 January, 0 people came"."""
    return words.at(i) in ("0", "0000") and not words.at(i + 1).isalpha()


def _year_steps(words: Words, i: int, unit: str = "year") -> int | None:
    """Return -1 for "last year", 0 for "this year", 1 for "next year"; so for weeks."""
    if words.at(i + 1) != unit:
        return None
    return {"last": -1, "this": 0, "next": 1}.get(words.at(i))


def _by_week(words: Words, i: int) -> Found | None:
    """Read "week 12 of 2025", "calendar week 12", "2025-W12"."""
    if words.at(i + 2)[:1] == "w" and words.at(i + 1) in DASHES and words.joined(i + 2):
        year = read_year_number(words, i)
        day = _day_of_week(words, i, year[0]) if year else None
        return day or (_week(words.at(i + 2)[1:], year[0], i + 3) if year else None)
    start = i + (words.at(i) in ("calendar", "iso"))
    if words.at(start) != "week" or not words.at(start + 1).isdecimal():
        return None
    of = words.at(start + 2) in ("of", ",")
    year = read_year_number(words, start + 2 + of)
    if year:
        return _week(words.at(start + 1), year[0], year[1])
    return _week(words.at(start + 1), None, start + 2) if start > i else None


def _day_of_week(words: Words, i: int, year: int) -> Found | None:
    """Read "2025-W12-3", the Wednesday of that week."""
    week, day = words.at(i + 2)[1:], words.at(i + 4)
    if words.at(i + 3) not in DASHES or not words.joined(i + 3) or not words.joined(i + 4):
        return None
    if not (week.isdecimal() and 1 <= int(week) <= _LAST_WEEK and day.isdecimal() and 1 <= int(day) <= _WEEK):
        return None
    on = date.fromisocalendar(year, 1, int(day)) + timedelta(_WEEK * (int(week) - 1))
    return CalendarDate(on.year, on.month, on.day), i + 5


def _week(number: str, year: int | None, end: int) -> Found | None:
    fits = number.isdecimal() and 1 <= int(number) <= _LAST_WEEK
    return (WeekNumber(int(number), year), end) if fits else None


# --- quarters, seasons, years ----------------------------------------------------------------------------------------


def _by_short_quarter(words: Words, i: int) -> Found | None:
    """Read "Q3 2024", "3Q", "2024 Q3"."""
    year = read_year_number(words, i) if words.at(i + 1)[:1] == "q" else None
    start = year[1] if year else i
    number = _short_quarter(words, start)
    if not number:
        return None
    return (Quarter(number, year[0]), start + 1) if year else _in_its_year(words, Quarter(number), start + 1)


def _by_quarter(words: Words, i: int) -> Found | None:
    """Read "the third quarter of 1984", "third-quarter", "1988 third quarter"."""
    year = read_year_number(words, i)
    start = year[1] if year else i
    ordinal = read_ordinal(words, start)
    after = ordinal[1] + (words.at(ordinal[1]) in DASHES) if ordinal else 0
    if not ordinal or ordinal[0] not in _QUARTERS or words.at(after) != "quarter":
        return None
    if _is_of_match(words, i, after):
        return None
    end = _stated_end(words, after + 1)
    if _is_fiscal(words, start - 1, 3 * ordinal[0], end):
        return (Ending(3, end) if end else Duration()), after + 1
    in_year = year[0] if year else end.year if end else None
    if in_year:
        return Quarter(ordinal[0], in_year), after + 1
    return _in_its_year(words, Quarter(ordinal[0]), after + 1)


def _short_quarter(words: Words, i: int) -> int:
    """Return the quarter of "Q3" and of "3Q", 0 where there is none."""
    letter, figure = sorted(words.at(i), reverse=True) if len(words.at(i)) == 2 else ("", "")  # noqa: PLR2004
    return int(figure) if letter == "q" and figure in "1234" and words.written(i).isupper() else 0


def _stated_end(words: Words, i: int) -> CalendarDate | None:
    """Return the end of "the fourth quarter ended Sept. 30"."""
    end = _by_month(words, i + 1) if words.at(i) in ("ended", "ending") else None
    return end[0] if end and isinstance(end[0], CalendarDate) and end[0].month else None


def _is_fiscal(words: Words, before: int, month: int, end: CalendarDate | None) -> bool:
    """Tell the quarter of a year that does not begin in January: its last month is another, or its words say so."""
    if words.at(before - (words.at(before) in DASHES)) in ("fiscal", "financial"):
        return True
    if end is None or end.month is None:
        return False
    # A quarter counted in weeks ends some days beside the month's last: "the first quarter ended April 2".
    after = (end.month - month) % 12
    return after != 0 and not (after == 1 and (end.day or _LAST_DAY) <= _WEEK)


def _is_of_match(words: Words, first: int, last: int) -> bool:
    """Tell the quarter of a match, and a quarter-final, from the quarter of a year."""
    near = words.lower[max(0, first - _NEAR) : last + _NEAR]
    final = words.at(last + 1).startswith("final") or words.at(last + 2).startswith("final")
    return final or not open_lexicon().matches.isdisjoint(near)


def _by_half(words: Words, i: int) -> Found | None:
    """Read "the first half of March", "H1 2024": a date, halved."""
    if words.at(i) in ("h1", "h2") and words.capitalised(i):
        year = read_year_number(words, i + 1)
        half = Portion.FIRST_HALF if words.at(i) == "h1" else Portion.SECOND_HALF
        return (Part(half, CalendarDate(year[0])), year[1]) if year else None
    halves = {"first": Portion.FIRST_HALF, "second": Portion.SECOND_HALF, "last": Portion.SECOND_HALF}
    portion = halves.get(words.at(i))
    if portion is None or words.at(i + 1) != "half" or words.at(i + 2) != "of":
        return None
    start = i + 3 + (words.at(i + 3) == "the")
    whole = find_date(words, start) or find_this_unit(words, start)
    return (Part(portion, whole[0]), whole[1]) if whole else None


def find_this_unit(words: Words, i: int) -> Found | None:
    """Read "the year", "this month" after "half of", "end of"."""
    steps = {"last": -1, "this": 0, "next": 1}.get(words.at(i))
    at = i if steps is None else i + 1
    unit = open_lexicon().units.get(words.at(at))
    if unit in ("week", "month", "quarter", "year", "decade", "century"):
        return Shift(Unit(unit), steps or 0), at + 1
    return None


def _by_season(words: Words, i: int) -> Found | None:
    number = open_lexicon().seasons.get(words.at(i))
    if number is None:
        return None
    found, end = _in_its_year(words, Season(number), i + 1)
    if found == Season(number) and not _is_season(words, i):
        return None
    return found, end


def _is_season(words: Words, i: int) -> bool:
    """Tell "by spring", "in the fall" from "spring up" and "the fall of the capital"."""
    lexicon = open_lexicon()
    before = i - 1
    while words.at(before) in ("the", "early", "late", "mid", *DASHES) and before > i - 4:
        before -= 1
    if words.at(i - 1) in ("early", "late") or words.at(i - 2) == "mid":
        return True
    if words.at(before) not in lexicon.before_seasons or words.at(i + 1) in DASHES:
        return False
    return words.at(i) not in ("fall", "spring") or words.at(i + 1) not in ("in", "of", "to", "from", "out", "off")


def _in_its_year(words: Words, value: Quarter | Season, i: int) -> Found:
    """Add the year that follows: "summer 2024", "the third quarter of 1984", "last" and "next" year."""
    after = i + (words.at(i) in ("of", ",")) + (words.is_one_of(i + 1, "the") and words.at(i + 2) == "year")
    year = read_year_number(words, after) or read_short_year(words, i)
    if year and not is_counted(words, year[1]):
        end = second_year(words, year[0], year[1]) or year[1]
        return (type(value)(value.number, year[0]), end)
    fiscal = find_fiscal(words, after)
    if fiscal:  # the fourth quarter of fiscal 2024 is where the firm's year ends
        return Duration(), fiscal[1]
    steps = _year_steps(words, after)
    return (InYear(value, steps), after + 2) if steps is not None else (value, i)
