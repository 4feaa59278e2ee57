"""Days that bear a name: "Christmas Eve", "last Thanksgiving", "Easter Monday 2025"."""

from calendar import monthrange
from datetime import date, timedelta

from reportedly.read.times.numerals import read_year_number
from reportedly.read.times.tokens import APOSTROPHES, Words, holidays_by_first_word, open_lexicon
from reportedly.read.times.values import Duration, Found, Holiday

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_OPEN = "open"
_WEEK = 7


def find_holiday(words: Words, i: int) -> Found | None:
    """Read "Thanksgiving Day", "Christmas 2024", "the 2015 New Year's Eve".

    "Christmas shoppers" names no day, and "Ramadan" is left unplaced.
    """
    year = read_year_number(words, i) if words.at(i).isdecimal() else None
    if year:
        found = _named(words, year[1])
        return (Holiday(found[0].rule, year[0]), found[1]) if found and isinstance(found[0], Holiday) else None
    return _named(words, i)


def _named(words: Words, i: int) -> Found | None:
    if not words.capitalised(i):
        return None
    for name, rule in holidays_by_first_word().get(words.at(i), ()):
        end = i + len(name)
        if _said(words, i, end) == name and not (_is_doubtful(name) and _modifies(words, end)):
            return _in_year(words, rule, end)
    return None


def _in_year(words: Words, rule: str, i: int) -> Found:
    if rule == _OPEN:
        return Duration(), i
    year = read_year_number(words, i + (words.at(i) == ","))
    return (Holiday(rule, year[0]), year[1]) if year else (Holiday(rule), i)


def _said(words: Words, i: int, end: int) -> tuple[str, ...]:
    return tuple("'" if word in APOSTROPHES else word for word in words.lower[i:end])


def _is_doubtful(name: tuple[str, ...]) -> bool:
    return " ".join(name).replace(" ' s", "'s") in open_lexicon().doubtful_holidays


def _modifies(words: Words, i: int) -> bool:
    """Tell "Christmas shoppers" and "Easter's end" from "by Christmas"."""
    word, lexicon = words.at(i), open_lexicon()
    return words.owns(i) or (word.isalpha() and word not in lexicon.after_holidays and word not in lexicon.dayparts)


# --- which day of a year ---------------------------------------------------------------------------------------------


def holiday_in(rule: str, year: int) -> date:
    """Return the day that a rule of data/times.toml means in a year.

    "12-25" is 25 December, "11-thu-4" the fourth Thursday of November, "05-mon-last" the last Monday of May,
    "easter-2" Good Friday, "pascha" Easter by the old calendar.
    """
    for name, feast in (("easter", _easter), ("pascha", _pascha)):
        if rule.startswith(name):
            return feast(year) + timedelta(int(rule.removeprefix(name) or 0))
    month, day, *nth = rule.split("-")
    if not nth:
        return date(year, int(month), int(day))
    return _nth_weekday(year, int(month), _WEEKDAYS.index(day), nth[0])


def _nth_weekday(year: int, month: int, weekday: int, nth: str) -> date:
    if nth == "last":
        end = date(year, month, monthrange(year, month)[1])
        return end - timedelta((end.weekday() - weekday) % _WEEK)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % _WEEK + _WEEK * (int(nth) - 1))


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % _WEEK
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - _WEEK * late + 114, 31)
    return date(year, month, day + 1)


def _pascha(year: int) -> date:
    """Return Easter Sunday of the Julian calendar as a Gregorian day (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % _WEEK) - moon + 34) % _WEEK
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)
