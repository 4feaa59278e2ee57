"""Dates told together: "12, 13 and 20 March 2024", "April 24 and 25", "March and April 2024"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.read.times.dates import find_date
from reportedly.read.times.numerals import read_day_number, read_year_number
from reportedly.read.times.tokens import DASHES, Words
from reportedly.read.times.values import CalendarDate, Found, Value

Mention = tuple[int, int, Value]  # first word, the place after the last, meaning

_LINKS = (",", "and", "or", "&")
_MOST = 8


def each_day(words: Words, i: int, found: Found) -> Iterator[Mention]:
    """Yield an expression; of "on April 24, 25 and 27, 2024" every day, with the year that stands after the last."""
    value, end = found
    value = _with_year_beyond(words, value, end)
    more = tuple(_more_days(words, value, end))
    if not more or not isinstance(value, CalendarDate):
        yield i, end, value
        return
    year = more[-1][2].year
    yield i, end, replace(value, year=year)
    for start, stop, day in more:
        yield start, stop, replace(day, year=year)


def _with_year_beyond(words: Words, value: Value, end: int) -> Value:
    """Return the March of "in March and April 2024" with the year that stands after the last of them."""
    if not isinstance(value, CalendarDate) or value.year is not None or not value.month:
        return value
    at = end
    for _ in range(_MOST):
        if words.at(at) not in (",", "and", "or"):
            return value
        at += 1 + (words.at(at) == "," and words.at(at + 1) in ("and", "or"))
        later = find_date(words, at)
        if not later or not isinstance(later[0], CalendarDate) or bool(later[0].day) is not bool(value.day):
            return value
        if later[0].year is not None:
            in_order = (value.month, value.day or 0) <= (later[0].month or 0, later[0].day or 0)
            return replace(value, year=later[0].year) if in_order else value
        at = later[1]
    return value


def listed_days(words: Words, i: int) -> tuple[Mention, ...]:
    """Return the days of "12, 13 and 14 January 2024"; nothing where they do not rise to a date."""
    starts, at = [i], read_day_number(words, i) if words.at(i + 1) in _LINKS else None
    while at and words.at(at[1]) in _LINKS and len(starts) < _MOST:
        closed, after = words.at(at[1]) != ",", at[1] + 1
        last = find_date(words, after) if closed else None
        if last and isinstance(last[0], CalendarDate) and last[0].day:
            return _rising(words, (*starts, after), last)
        at = read_day_number(words, after)
        starts.append(after)
    return ()


def _rising(words: Words, starts: Sequence[int], last: Found) -> tuple[Mention, ...]:
    date, end = last
    numbers = [number for start in starts if (number := read_day_number(words, start))]
    days = [number[0] for number in numbers]
    if not isinstance(date, CalendarDate) or len(days) < len(starts) or days != sorted(set(days)):
        return ()
    before = [
        (start, number[1], replace(date, day=number[0], weekday=None))
        for start, number in zip(starts[:-1], numbers, strict=False)
    ]
    return (*before, (starts[-1], end, date))


def _more_days(words: Words, value: Value, end: int) -> Iterator[tuple[int, int, CalendarDate]]:
    """Yield the days of ", 25 and 27"; nothing where no "and" closes the list: "on April 24, 25 people"."""
    days = []
    while words.at(end) in (",", "and"):
        last = words.at(end) == "and"
        day = day_of_same_month(words, value, end + 1)
        if day is None or not isinstance(day[0], CalendarDate):
            return
        days.append((end + 1, day[1], day[0]))
        if last:
            yield from days
            return
        end = day[1]


def day_of_same_month(words: Words, first: Value, i: int) -> Found | None:
    """Read the 12 of "March 10-12, 2025"."""
    day = read_day_number(words, i)
    hyphened = words.at(i - 1) in DASHES and words.joined(i)  # "the Feb. 3-5 summit"
    if not isinstance(first, CalendarDate) or not first.day or not day or (_counts(words, day[1]) and not hyphened):
        return None
    year = read_year_number(words, day[1] + (words.at(day[1]) == ","))
    return CalendarDate(year[0] if year else first.year, first.month, day[0]), year[1] if year else day[1]


def _counts(words: Words, i: int) -> bool:
    """Tell whether a number is followed by what it may count: a noun, a month of its own, a sign."""
    return bool(words.at(i)) and (words.at(i).isalpha() and words.at(i) not in ("in", "at", "on", "and", "of", "for"))
