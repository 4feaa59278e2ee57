"""Dates that no calendar has, and weekdays that their dates were not."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from reportedly.read.times.grammar import read_mentions
from reportedly.read.times.tokens import read_words
from reportedly.read.times.values import Around, CalendarDate, EitherDate, Limited, Stretch, Value
from reportedly.records import Problem, TimeMention

_LEAP_YEAR = 2024


def find_time_problems(text: str, times: Sequence[TimeMention]) -> tuple[Problem, ...]:
    """Return what is wrong with the dates of a page.

    "31 February 2024" gives impossible_date, "Friday 13 March 2025", which was a Thursday, weekday_mismatch.
    """
    return tuple(problem for mention in times for problem in _problems(text, mention))


def _problems(text: str, mention: TimeMention) -> Iterator[Problem]:
    for _, _, value in read_mentions(read_words(text, mention.span)):
        for date in _dates(value):
            if not _is_possible(date):
                what = f"'{mention.text}' is no day of the calendar; the date is left open. Check it against the page."
                yield Problem(code="impossible_date", message=what, span=mention.span)
            elif mention.edtf is not None and mention.edtf.count("?") and date.weekday:
                what = (
                    f"'{mention.text}' fell on another weekday; both {mention.earliest} and {mention.latest} are kept."
                )
                yield Problem(code="weekday_mismatch", message=what, span=mention.span)


def _dates(value: Value) -> Iterator[CalendarDate]:
    """Yield the dates that a value is made of."""
    match value:
        case CalendarDate():
            yield value
        case EitherDate(first, last) | Stretch(first, last):
            yield from _dates(first)
            yield from _dates(last)
        case Around(inner) | Limited(_, inner):
            yield from _dates(inner)


def _is_possible(date: CalendarDate) -> bool:
    """Tell whether some calendar has the date; with no year, 29 February is possible."""
    if date.year == 0:  # the calendar goes from 1 BC to AD 1
        return False
    if date.day is None or date.month is None:
        return True
    year = _LEAP_YEAR if date.year is None else date.year
    return date.day <= monthrange(year, date.month)[1]
