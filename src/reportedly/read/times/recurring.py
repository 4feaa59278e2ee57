"""Dates that come again and bear a name, March 10, Friday, the summer: the page's date and the tense tell which one."""

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.read.times import places
from reportedly.read.times.holidays import holiday_in
from reportedly.read.times.host import Host, Tense
from reportedly.read.times.places import NOWHERE, Place
from reportedly.read.times.values import (
    CalendarDate,
    Holiday,
    Quarter,
    Recurring,
    Season,
    Unit,
    Weekday,
    Weekend,
    Which,
)
from reportedly.records import Basis

_JUST_ENDED = timedelta(60)  # "will report its loss for the third quarter" in October
_LEAP_DAY = (2, 29)
_FAR_NEARER = 6  # "invited them to a feast on 12 March", said in February
_AHEAD = 2  # with no tense, a date ahead is meant where it is more than twice as near

Candidate = tuple[date, date, Place]  # first day, last day


def place_date(value: CalendarDate, host: Host) -> Place:
    """Return a date; without a year the one that the page points to, and where there is none, "XXXX-03-10"."""
    if value.year is not None:
        return _checked(_complete(value, value.year), value.weekday)
    if host.page is None:
        return replace(NOWHERE, edtf=_without_year(value), basis=Basis.RELATIVE)
    return place_by_tense(value, host)


def _complete(value: CalendarDate, year: int) -> Place:
    if value.month is None:
        return places.year(year)
    if value.day is None:
        return places.month(year, value.month)
    return places.day(date(year, value.month, value.day))


def _checked(stated: Place, weekday: int | None) -> Place:
    """Keep both readings of a date whose weekday is another's: it is not known which of the two is wrong.

    "Friday 13 March 2025", a Thursday, is "2025-03-13?/2025-03-14?".
    """
    if weekday is None or stated.first is None or stated.first.isoweekday() == weekday:
        return stated
    off = (weekday - stated.first.isoweekday() + 3) % 7 - 3
    first, last = sorted((stated.first, stated.first + timedelta(off)))
    return Place(edtf=f"{first}?/{last}?", first=first, last=last)


def _without_year(value: CalendarDate) -> str | None:
    if value.month is None:
        return None
    if value.day is None:
        return f"XXXX-{value.month:02d}"
    date(2024, value.month, value.day)  # raises for 31 February
    return f"XXXX-{value.month:02d}-{value.day:02d}"


def place_day_of_month(number: int, host: Host) -> Place:
    """Return "the 3rd": the first from the day that the text told last, else the one that the page points to."""
    told = host.before.first
    if told is not None and host.before.unit in (Unit.DAY, Unit.MONTH):
        return next(
            (day for day in _days_numbered(number, told) if day.first and day.first >= told), NOWHERE
        ).resting_on(Basis.INFERRED)
    if host.page is None:
        return replace(NOWHERE, edtf=f"XXXX-XX-{number:02d}", basis=Basis.RELATIVE)
    page, near = host.page, _days_numbered(number, host.page)
    past = next((day for day in reversed(near) if day.first and day.first <= page), NOWHERE)
    ahead = next((day for day in near if day.first and day.first >= page), NOWHERE)
    return (ahead if host.tense is Tense.FUTURE else past).resting_on(Basis.RELATIVE)


def _days_numbered(number: int, near: date) -> list[Place]:
    """Return the days of that number in the months around a day that have it, in order."""
    months = [divmod(near.year * 12 + near.month - 1 + n, 12) for n in (-2, -1, 0, 1, 2)]
    return [places.day(date(y, m + 1, number)) for y, m in months if number <= monthrange(y, m + 1)[1]]


def place_by_tense(value: Recurring, host: Host) -> Place:
    """Return the day, month, season or quarter of that name that the verb's tense and the page's date point to.

    With no tense to go by, the one that is clearly the nearer.
    """
    if host.page is None:
        return NOWHERE.resting_on(Basis.RELATIVE)
    page = host.page
    if isinstance(value, Weekday) and host.week.first is not None:
        return day_of_week(host.week.first, value.number).resting_on(Basis.INFERRED)
    near = tuple(_candidates(value, page, south=host.south))
    past = next((c for c in reversed(near) if c[0] <= page), None)
    ahead = next((c for c in near if c[1] >= page), None)
    chosen = past or ahead
    is_of_week = isinstance(value, Weekday | Weekend)
    if host.tense is Tense.TOLD and past and ahead and _FAR_NEARER * (ahead[0] - page) < page - past[1]:
        return ahead[2].resting_on(Basis.RELATIVE)
    untold = host.tense in (None, Tense.LEANING) or (host.tense is Tense.EXPECTED and not is_of_week)
    if isinstance(value, Quarter) and past and page - past[1] < _JUST_ENDED:
        chosen = past
    elif host.tense is Tense.FUTURE:
        chosen = ahead or past
    elif untold and past and ahead:
        chosen = _nearest(past, ahead, page, doubtful=not is_of_week)
        if chosen is None and host.tense is Tense.LEANING:
            chosen = ahead
    return (chosen[2] if chosen else NOWHERE).resting_on(Basis.RELATIVE)


def day_of_week(holding: date, number: int) -> Place:
    """Return a weekday of the ISO week that holds a day."""
    return places.day(holding + timedelta(number - holding.isoweekday()))


def nth_weekday(month: Place, nth: int, weekday: int) -> Place:
    """Return the first, second or last (-1) weekday of a month, where it has so many."""
    if month.first is None or month.last is None or month.unit is not Unit.MONTH:
        return NOWHERE
    if nth < 0:
        return places.day(month.last - timedelta((month.last.isoweekday() - weekday) % 7))
    on = month.first + timedelta((weekday - month.first.isoweekday()) % 7 + 7 * (nth - 1))
    return places.day(on) if on <= month.last else NOWHERE


def _nearest(past: Candidate, ahead: Candidate, page: date, *, doubtful: bool) -> Candidate | None:
    """Return the one that is past unless the one ahead is much the nearer; neither where it is only somewhat nearer.

    The news names the days of the week behind it: there the past one is meant.
    """
    behind, before = page - past[1], ahead[0] - page
    if before * _AHEAD < behind:
        return ahead
    return None if doubtful and before < behind else past


def _candidates(value: Recurring, page: date, *, south: bool = False) -> Iterator[Candidate]:
    """Yield, in order, what bears that name around a day: first day, last day, place."""
    match value:
        case Weekday(number):
            found = [day_of_week(page + timedelta(7 * n), number) for n in (-2, -1, 0, 1, 2)]
        case Weekend():
            found = [places.weekend(page + timedelta(7 * n)) for n in (-2, -1, 0, 1, 2)]
        case CalendarDate():
            found = _dates_near(value, page)
        case Season(number):
            found = [places.season(page.year + n, number, south=south) for n in (-2, -1, 0, 1)]
        case Holiday(rule):
            found = [places.day(holiday_in(rule, page.year + n)) for n in (-1, 0, 1)]
        case Quarter(number):
            found = [places.quarter(page.year + n, number) for n in (-2, -1, 0, 1)]
    for stretch in found:
        if stretch.first and stretch.last:
            yield stretch.first, stretch.last, stretch


def _dates_near(value: CalendarDate, page: date) -> list[Place]:
    """Return the dates of the years around the page's; those on the stated weekday where there are any."""
    around = range(page.year - 1, page.year + 2)
    found = [_complete(value, y) for y in around if (value.month, value.day) != _LEAP_DAY or isleap(y)]
    fitting = [d for d in found if d.first and value.weekday in (None, d.first.isoweekday())]
    return fitting or [_checked(d, value.weekday) for d in found]


def place_named(which: Which, value: Recurring, host: Host) -> Place:
    """Return the last, this or next of a name; from the text's own date where the words count from that."""
    if which in (Which.AFTER, Which.BEFORE, Which.SAME, Which.LATEST):
        return _named_in_text(which, value, host)
    if host.page is None:
        return NOWHERE.resting_on(Basis.RELATIVE)
    page = host.page
    near = tuple(_candidates(value, page, south=host.south))
    chosen = None
    if which is Which.LAST:
        chosen = next((c for c in reversed(near) if c[1] < page), None)
    elif which is Which.NEXT:
        chosen = next((c for c in near if c[0] > page), None)
    elif isinstance(value, Weekday):
        chosen = next((c for c in near if places.week(c[0]) == places.week(page)), None)
    else:
        chosen = _this(near, page, host.tense)
    return (chosen[2] if chosen else NOWHERE).resting_on(Basis.RELATIVE)


def _this(near: Sequence[Candidate], page: date, tense: Tense | None) -> Candidate | None:
    """Return the one that holds the page's day, else that of its year: "this winter" in January began last year."""
    holding = next((c for c in near if c[0] <= page <= c[1]), None)
    of_year = next((c for c in near if c[0].year == page.year), None)
    if holding or tense is not Tense.PAST or of_year is None or of_year[0] <= page:
        return holding or of_year
    ended = next((c for c in reversed(near) if c[1] < page), None)
    return ended if ended and ended[1].year == page.year else of_year


def _named_in_text(which: Which, value: Recurring, host: Host) -> Place:
    """Return "the following March", "the previous Friday": counted from the date that the text gave before."""
    if which is Which.LATEST:
        return place_named(Which.LAST, value, host)
    start, end = host.before.first, host.before.last
    if start is None or end is None or which is Which.SAME:
        return NOWHERE
    if which is Which.AFTER:
        found = next((c for c in _candidates(value, end, south=host.south) if c[0] > end), None)
    else:
        found = next((c for c in reversed(tuple(_candidates(value, start, south=host.south))) if c[1] < start), None)
    return (found[2] if found else NOWHERE).resting_on(Basis.INFERRED)
