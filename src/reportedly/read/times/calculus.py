"""A value and what surrounds it -> a place on the calendar. Nothing here reads text, and nothing reads a clock."""

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from reportedly.read.times import places
from reportedly.read.times.places import NOWHERE, Place
from reportedly.read.times.values import (
    Again,
    Around,
    CalendarDate,
    Coming,
    Duration,
    EitherDate,
    InYear,
    Limit,
    Limited,
    Moment,
    Named,
    Onward,
    Part,
    Portion,
    Quarter,
    QuarterAgain,
    Recurring,
    Season,
    Shift,
    Stretch,
    Unit,
    Value,
    Weekday,
    Weekend,
    WeekOf,
    Which,
    Window,
    YearAgo,
    Years,
)
from reportedly.records import Basis

_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_FAR = 2_000  # steps; beyond them nothing in the news is meant
_JUST_ENDED = timedelta(60)  # "will report its loss for the third quarter" in October
_LEAP_DAY = (2, 29)
_AHEAD = 2  # with no tense, a date ahead is meant where it is more than twice as near


class Tense(Enum):
    """Where the verb of a mention looks from the page's date."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What a value is read against: the page's date, its verb's tense, and the dates that the text gave before.

    `before` is the last place that the text told of, `quarter` the last quarter.
    """

    page: date | None = None
    tense: Tense | None = None
    before: Place = NOWHERE
    quarter: Place = NOWHERE


def place(value: Value, host: Host) -> Place:
    """Return where the value lies on the calendar; NOWHERE where the host does not say enough.

    `Named(Which.LAST, CalendarDate(month=8))` on a page of 31 January 2025 is 2024-08.
    """
    try:
        return _place(value, host)
    except (ValueError, OverflowError):  # 31 February, or a year that no calendar has
        return NOWHERE


def _place(value: Value, host: Host) -> Place:  # noqa: C901, PLR0911, PLR0912 -- one line for each kind of value
    match value:
        case CalendarDate():
            return _calendar_date(value, host)
        case EitherDate(first, second):
            return places.one_of(_place(first, host), _place(second, host))
        case Season(_, None) | Quarter(_, None) | Weekday() | Weekend():
            return _by_tense(value, host)
        case Season(number, int(year)):
            return places.season(year, number)
        case Quarter(number, int(year)):
            return places.quarter(year, number)
        case Years(first, last, edtf):
            stretch = places.years(first, last)
            return replace(stretch, edtf=edtf) if edtf else stretch
        case Shift(unit, steps):
            return _relative(host, lambda page: _shifted(page, unit, steps))
        case Moment():
            return _relative(host, lambda page: _moment(value, page))
        case Window(unit, steps, ahead):
            return _relative(host, lambda page: _window(page, unit, steps, ahead=ahead))
        case Named(which, named):
            return _named(which, named, host)
        case InYear(dated, steps):
            return _relative(host, lambda page: _place(replace(dated, year=page.year + steps), host))
        case Coming(unit, steps):
            return _place(Shift(unit, steps), host) if host.tense is Tense.FUTURE else NOWHERE
        case Onward() | Again() | YearAgo() | QuarterAgain():
            return _from_text(value, host)
        case Part() | WeekOf() | Around() | Limited() | Stretch():
            return _composed(value, host)
        case Duration():
            return NOWHERE


def _relative(host: Host, of: Callable[[date], Place]) -> Place:
    stretch = NOWHERE if host.page is None else of(host.page)
    return stretch.resting_on(Basis.RELATIVE)


# --- dates -----------------------------------------------------------------------------------------------------------


def _calendar_date(value: CalendarDate, host: Host) -> Place:
    if value.year is not None:
        return _checked(_complete(value, value.year), value.weekday)
    if host.page is None:
        return replace(NOWHERE, edtf=_without_year(value))
    return _by_tense(value, host)


def _complete(value: CalendarDate, year: int) -> Place:
    if value.month is None:
        return places.year(year)
    if value.day is None:
        return places.month(year, value.month)
    return places.day(date(year, value.month, value.day))


def _checked(stated: Place, weekday: int | None) -> Place:
    """A date whose weekday is another's: it is not known which of the two is wrong, so both readings stay.

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


def _by_tense(value: Recurring, host: Host) -> Place:
    """Return the day, month, season or quarter of that name that the verb's tense and the page's date point to.

    With no tense to go by, the one that ends a page's past unless the one ahead is much the nearer.
    """
    if host.page is None:
        return NOWHERE.resting_on(Basis.RELATIVE)
    page = host.page
    near = tuple(_candidates(value, page))
    past = next((c for c in reversed(near) if c[0] <= page), None)
    ahead = next((c for c in near if c[1] >= page), None)
    chosen = past or ahead
    if isinstance(value, Quarter) and past and page - past[1] < _JUST_ENDED:
        chosen = past
    elif host.tense is Tense.FUTURE:
        chosen = ahead or past
    elif host.tense is None and past and ahead and (ahead[0] - page) * _AHEAD < page - past[1]:
        chosen = ahead
    return (chosen[2] if chosen else NOWHERE).resting_on(Basis.RELATIVE)


def _candidates(value: Recurring, page: date) -> Iterator[tuple[date, date, Place]]:
    """Yield, in order, what bears that name around a day: first day, last day, place."""
    match value:
        case Weekday(number):
            week = places.week(page).first or page
            found = [places.day(week + timedelta(number - 1 + 7 * n)) for n in (-2, -1, 0, 1, 2)]
        case Weekend():
            found = [places.weekend(page + timedelta(7 * n)) for n in (-2, -1, 0, 1, 2)]
        case CalendarDate():
            found = _dates_near(value, page)
        case Season(number):
            found = [places.season(page.year + n, number) for n in (-2, -1, 0, 1)]
        case Quarter(number):
            found = [places.quarter(page.year + n, number) for n in (-2, -1, 0, 1)]
    for stretch in found:
        if stretch.first and stretch.last:
            yield stretch.first, stretch.last, stretch


def _dates_near(value: CalendarDate, page: date) -> list[Place]:
    """Return the dates of the years around the page's; those on the stated weekday where there are any."""
    found = []
    for year in range(page.year - 1, page.year + 2):
        if (value.month, value.day) != _LEAP_DAY or isleap(year):
            found.append(_complete(value, year))
    fitting = [d for d in found if d.first and value.weekday in (None, d.first.isoweekday())]
    return fitting or [_checked(d, value.weekday) for d in found]


def _named(which: Which, value: Recurring, host: Host) -> Place:
    """Return the last, this or next of a name; from the text's own date where the words count from that."""
    if which in (Which.AFTER, Which.BEFORE, Which.SAME, Which.LATEST):
        return _named_in_text(which, value, host)
    if host.page is None:
        return NOWHERE.resting_on(Basis.RELATIVE)
    page = host.page
    near = tuple(_candidates(value, page))
    chosen = None
    if which is Which.LAST:
        chosen = next((c for c in reversed(near) if c[1] < page), None)
    elif which is Which.NEXT:
        chosen = next((c for c in near if c[0] > page), None)
    elif isinstance(value, Weekday):
        chosen = next((c for c in near if places.week(c[0]) == places.week(page)), None)
    else:
        chosen = next((c for c in near if c[0].year == page.year), None)
    return (chosen[2] if chosen else NOWHERE).resting_on(Basis.RELATIVE)


def _named_in_text(which: Which, value: Recurring, host: Host) -> Place:
    """Return "the following March", "the previous Friday": counted from the date that the text gave before."""
    if which is Which.LATEST:
        return _named(Which.LAST, value, host)
    start, end = host.before.first, host.before.last
    if start is None or end is None or which is Which.SAME:
        return NOWHERE
    if which is Which.AFTER:
        found = next((c for c in _candidates(value, end) if c[0] > end), None)
    else:
        found = next((c for c in reversed(tuple(_candidates(value, start))) if c[1] < start), None)
    return (found[2] if found else NOWHERE).resting_on(Basis.INFERRED)


# --- counted from the page's date ------------------------------------------------------------------------------------


def _shifted(page: date, unit: Unit, steps: int) -> Place:
    if abs(steps) > _FAR:
        return NOWHERE
    if unit in _DAYS:
        on = page + timedelta(_DAYS[unit] * steps)
        return {Unit.DAY: places.day, Unit.WEEKEND: places.weekend}.get(unit, places.week)(on)
    if unit in _MONTHS:
        year, month = _months_on(page, _MONTHS[unit] * steps)
        return _holding(unit, date(year, month, 1))
    hours = steps if unit is Unit.HOUR else 0
    moved = page + timedelta(hours // 24 if hours < 0 else -(-hours // 24))
    return places.days(min(page, moved), max(page, moved))


def _holding(unit: Unit, on: date) -> Place:
    """Return the unit of the calendar that holds the day."""
    match unit:
        case Unit.DAY:
            return places.day(on)
        case Unit.MONTH:
            return places.month(on.year, on.month)
        case Unit.QUARTER:
            return places.quarter(on.year, (on.month + 2) // 3)
        case Unit.YEAR:
            return places.year(on.year)
        case Unit.DECADE:
            return places.decade(on.year // 10 * 10)
        case Unit.CENTURY:
            return places.century(on.year // 100 * 100)
        case Unit.WEEKEND:
            return places.weekend(on)
        case _:
            return places.week(on)


def _months_on(on: date, count: int) -> tuple[int, int]:
    year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
    return year, month + 1


def _moment(moment: Moment, page: date) -> Place:  # noqa: PLR0911 -- one line for each moment
    match moment:
        case Moment.PRESENT | Moment.TODAY:
            return places.day(page)
        case Moment.TO_PRESENT | Moment.LATELY:
            return places.until(places.day(page))
        case Moment.YESTERDAY:
            return _shifted(page, Unit.DAY, -1)
        case Moment.TOMORROW:
            return _shifted(page, Unit.DAY, 1)
        case Moment.TWO_DAYS_AGO:
            return _shifted(page, Unit.DAY, -2)
        case Moment.IN_TWO_DAYS:
            return _shifted(page, Unit.DAY, 2)
        case Moment.OVERNIGHT:
            return places.days(page - timedelta(1), page)
        case Moment.AHEAD:
            return places.since(places.day(page))


def _window(page: date, unit: Unit, steps: int | None, *, ahead: bool) -> Place:
    if steps is None:
        here = places.day(page)
        return places.since(here) if ahead else places.until(here)
    if abs(steps) > _FAR:
        return NOWHERE
    end = _moved(page, unit, steps if ahead else -steps)
    first, last = sorted((page, end))
    edtf = f"{first}/{last}~" if ahead else f"{first}~/{last}"
    return Place(edtf=edtf, first=first, last=last)


def _moved(page: date, unit: Unit, steps: int) -> date:
    if unit in _MONTHS:
        year, month = _months_on(page, _MONTHS[unit] * steps)
        return date(year, month, min(page.day, monthrange(year, month)[1]))
    if unit in _DAYS:
        return page + timedelta(_DAYS[unit] * steps)
    return page + timedelta((-1 if steps < 0 else 1) if unit is Unit.HOUR and steps else 0)


# --- counted from the text's own dates -------------------------------------------------------------------------------


def _from_text(value: Onward | Again | YearAgo | QuarterAgain, host: Host) -> Place:
    match value:
        case Onward(unit, steps):
            found = _onward(host.before, unit, steps)
        case Again(None):
            found = host.before
        case Again(Unit.QUARTER):
            found = host.quarter
        case QuarterAgain(year):
            found = (
                places.quarter(year, (host.quarter.first.month + 2) // 3) if host.quarter.first else places.year(year)
            )
        case Again(unit):
            found = _around_in(host.before, unit)
        case YearAgo(deictic):
            if host.quarter.first is None and deictic:
                return _relative(host, lambda page: _shifted(page, Unit.YEAR, -1))
            before = host.quarter if host.quarter.first else host.before
            found = _onward(before, Unit.YEAR, -1)
    return found.resting_on(Basis.INFERRED)


def _onward(before: Place, unit: Unit, steps: int) -> Place:
    """Return so many units from a date; NOWHERE where the date is less exact than the unit."""
    if before.first is None or before.unit is None or abs(steps) > _FAR:
        return NOWHERE
    if before.unit is Unit.DAY and unit in _DAYS:
        moved = places.day(before.first + timedelta(_DAYS[unit] * steps))
        return moved if unit is Unit.DAY else places.around(moved)
    if unit is Unit.YEAR and before.unit in (Unit.QUARTER, Unit.MONTH, Unit.YEAR):
        return _holding(before.unit, before.first.replace(year=before.first.year + steps))
    if unit in _MONTHS and (before.unit is Unit.DAY or before.unit is unit):
        year, month = _months_on(before.first, _MONTHS[unit] * steps)
        return _holding(unit, date(year, month, 1))
    return NOWHERE


def _around_in(before: Place, unit: Unit | None) -> Place:
    """Return the unit that holds all of a date: "that year" after "10 March 2025" is 2025."""
    if before.first is None or before.last is None or unit is None:
        return NOWHERE
    held = _holding(unit, before.first)
    fits = held.first and held.last and held.first <= before.first and before.last <= held.last
    return held if fits and unit not in (Unit.HOUR, Unit.MINUTE) else NOWHERE


# --- made of other values --------------------------------------------------------------------------------------------


def _composed(value: Part | WeekOf | Around | Limited | Stretch, host: Host) -> Place:
    match value:
        case Part(portion, whole):
            return _part(portion, whole, host)
        case WeekOf(unit, day):
            on = _place(day, host)
            return _holding(unit, on.first).resting_on(on.basis) if on.unit is Unit.DAY and on.first else NOWHERE
        case Around(about):
            return places.around(_place(about, host))
        case Limited(limit, limited):
            return _limited(limit, _place(limited, _looking(limit, host)))
        case Stretch(first, last):
            return _stretch(first, last, host)


def _part(portion: Portion, whole: Value, host: Host) -> Place:
    stretch = _place(whole, host)
    if not stretch.closed:
        digits = {Portion.EARLY: "0X", Portion.MID: "1X", Portion.LATE: "2X"}
        if isinstance(whole, CalendarDate) and whole.month and not whole.day and portion in digits:
            return replace(stretch, edtf=f"{stretch.edtf}-{digits[portion]}")
        return replace(stretch, edtf=None)
    return replace(places.part(stretch, portion), basis=stretch.basis)


def _looking(limit: Limit, host: Host) -> Host:
    """What lasts since a day began in the past; what is to be done by one lies ahead unless the verb looks back."""
    if limit is Limit.SINCE:
        return replace(host, tense=Tense.PAST)
    if limit is Limit.BY and host.tense is None:
        return replace(host, tense=Tense.FUTURE)
    return replace(host, tense=None) if limit is Limit.UNTIL else host


def _limited(limit: Limit, stretch: Place) -> Place:
    if not stretch.closed:
        return NOWHERE.resting_on(stretch.basis)
    bounded = {
        Limit.SINCE: places.since,
        Limit.AFTER: places.after,
        Limit.BY: places.by,
        Limit.BEFORE: places.before,
        Limit.UNTIL: places.until,
    }[limit](stretch)
    return bounded.resting_on(stretch.basis)


def _stretch(first: Value, last: Value, host: Host) -> Place:
    """Return from one to the other; the year, or month, that the one leaves out is the other's."""
    end = _place(last, host)
    start = _place(_filled(first, last), host)
    if not start.closed or not end.closed:
        return NOWHERE.resting_on(end.basis)
    if start.first and end.first and start.first > end.first:
        start = _last_before(first, end.first)
    if not start.closed:
        return NOWHERE
    whole = places.stretch(start, end)
    explicit = start.basis is Basis.EXPLICIT and end.basis is Basis.EXPLICIT
    return whole.resting_on(Basis.EXPLICIT if explicit else end.basis)


def _filled(first: Value, last: Value) -> Value:
    if not isinstance(first, CalendarDate) or not isinstance(last, CalendarDate):
        return first
    if first.year is None and last.year is not None and (first.month or 0) <= (last.month or 0):
        return replace(first, year=last.year)
    return first


def _last_before(value: Value, end: date) -> Place:
    """Return the latest of a name before the stretch's end: "between December and February"."""
    if isinstance(value, Recurring):
        return _by_tense(value, Host(page=end, tense=Tense.PAST))
    return NOWHERE
