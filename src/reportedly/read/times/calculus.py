"""A value and what surrounds it -> a place on the calendar. Nothing here reads text, and nothing reads a clock."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from reportedly.read.times import places
from reportedly.read.times.counted import (
    ending,
    holding,
    onward,
    place_from_text,
    place_full_year,
    place_moment,
    place_same_ago,
    place_school_year,
    place_shift,
    place_slice,
    place_window,
)
from reportedly.read.times.holidays import holiday_in
from reportedly.read.times.host import Host, Tense
from reportedly.read.times.places import NOWHERE, Place
from reportedly.read.times.recurring import (
    day_of_week,
    nth_weekday,
    place_by_tense,
    place_date,
    place_day_of_month,
    place_named,
)
from reportedly.read.times.values import (
    Again,
    Around,
    CalendarDate,
    Coming,
    Counted,
    DayOfMonth,
    DayOfWeek,
    Duration,
    EitherDate,
    Ending,
    FullYear,
    Holiday,
    InYear,
    Limit,
    Limited,
    Moment,
    Named,
    NthWeekday,
    Onward,
    Part,
    Portion,
    Quarter,
    QuarterAgain,
    Recurring,
    SameAgo,
    SchoolYear,
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
    Which,
    Window,
    YearAgo,
    Years,
)
from reportedly.records import Basis


def place(value: Value, host: Host) -> Place:
    """Return where the value lies on the calendar; NOWHERE where the host does not say enough.

    `Named(Which.LAST, CalendarDate(month=8))` on a page of 31 January 2025 is 2024-08.
    """
    if value is Moment.PRESENT:  # "now" has no first and last day: it may mean this week or these years
        return NOWHERE.resting_on(Basis.RELATIVE)
    try:
        return _place(value, host)
    except (ValueError, OverflowError):  # 31 February, or a year that no calendar has
        return NOWHERE


def _place(value: Value, host: Host) -> Place:  # noqa: C901, PLR0911, PLR0912 -- one line for each kind of value
    match value:
        case CalendarDate():
            return place_date(value, host)
        case EitherDate(first, second):
            return places.one_of(_place(first, host), _place(second, host))
        case Season(number, year):
            return place_by_tense(value, host) if year is None else places.season(year, number, south=host.south)
        case Quarter(number, year):
            return place_by_tense(value, host) if year is None else places.quarter(year, number)
        case Holiday(rule, year):
            return place_by_tense(value, host) if year is None else places.day(holiday_in(rule, year))
        case WeekNumber(number, year):
            return _week(number, year, host)
        case Weekday() | Weekend():
            return place_by_tense(value, host)
        case Years(first, last, edtf):
            stretch = places.years(first, last)
            return replace(stretch, edtf=edtf) if edtf else stretch
        case Shift(unit, steps):
            return _relative(host, lambda page: place_shift(page, unit, steps))
        case SameAgo():
            return _relative(host, lambda page: place_same_ago(page, value))
        case DayOfMonth(day):
            return place_day_of_month(day, host)
        case Moment():
            return _relative(host, lambda page: place_moment(value, page))
        case Window(unit, length, ahead):
            return _relative(host, lambda page: place_window(page, unit, length, ahead=ahead))
        case Named(which, named):
            return place_named(which, named, host)
        case DayOfWeek(number, steps):
            return _relative(host, lambda page: day_of_week(page + timedelta(7 * steps), number))
        case Slice(whole):
            return place_slice(_place(whole, host), value)
        case InYear(dated, steps):
            return _relative(host, lambda page: _place(replace(dated, year=page.year + steps), host))
        case Coming(unit, steps):
            return _place(Shift(unit, steps), host) if host.tense is Tense.FUTURE else NOWHERE
        case Onward() | Again() | YearAgo() | QuarterAgain():
            return place_from_text(value, host)
        case FullYear():
            return place_full_year(host)
        case SchoolYear(steps):
            return _relative(host, lambda page: place_school_year(page, steps))
        case Part() | WeekOf() | Around() | Limited() | Stretch() | Counted() | Ending() | NthWeekday():
            return _composed(value, host)
        case Duration():
            return NOWHERE


def _relative(host: Host, of: Callable[[date], Place]) -> Place:
    stretch = NOWHERE if host.page is None else of(host.page)
    return stretch.resting_on(Basis.RELATIVE)


def _composed(  # noqa: PLR0911 -- one line for each kind of value
    value: Part | WeekOf | Around | Limited | Stretch | Counted | Ending | NthWeekday, host: Host
) -> Place:
    match value:
        case Part(portion, whole):
            return _part(portion, whole, host)
        case WeekOf(unit, day):
            on = _place(day, host)
            return holding(unit, on.first).resting_on(on.basis) if on.unit is Unit.DAY and on.first else NOWHERE
        case Around(about):
            return places.around(_place(about, host))
        case Limited(limit, limited):
            looking = _looking(limit, host)
            if (
                limit is Limit.BY
                and isinstance(limited, Season)
                and limited.year is None
                and looking.tense is Tense.FUTURE
            ):
                limited = Named(Which.NEXT, limited)  # "by the summer", said in July, is the next
            return _limited(limit, _place(limited, looking))
        case Stretch(first, last):
            return _stretch(first, last, host)
        case Counted(counted, steps, whence):
            start = _place(whence, host)
            return onward(start, counted, steps).resting_on(start.basis)
        case Ending(months, end, weeks):
            ended = _place(end, replace(host, tense=Tense.PAST))
            return ending(ended, months, weeks).resting_on(ended.basis)
        case NthWeekday(nth, weekday, month):
            held = _place(month, host)
            return nth_weekday(held, nth, weekday).resting_on(held.basis)


def _week(number: int, year: int | None, host: Host) -> Place:
    """Return an ISO week; without its year, of the page's."""
    if year is None:
        return _relative(host, lambda page: _week(number, page.isocalendar().year, host))
    return places.week(date.fromisocalendar(year, number, 1))


def _part(portion: Portion, whole: Value, host: Host) -> Place:
    stretch = _place(whole, host)
    if not stretch.closed:
        digits = {Portion.EARLY: "0X", Portion.MID: "1X", Portion.LATE: "2X"}
        if isinstance(whole, CalendarDate) and whole.month and not whole.day and portion in digits:
            return replace(stretch, edtf=f"{stretch.edtf}-{digits[portion]}")
        return replace(stretch, edtf=None)
    return replace(places.part(stretch, portion), basis=stretch.basis)


def _looking(limit: Limit, host: Host) -> Host:
    """Return where to look: what lasts since a day began before, what is done by one lies ahead or as the verb says."""
    if limit is Limit.SINCE:
        return replace(host, tense=Tense.PAST)
    if limit is Limit.BY and host.tense in (None, Tense.LEANING):
        return replace(host, tense=Tense.FUTURE)
    return replace(host, tense=None) if limit is Limit.UNTIL and host.tense is Tense.PAST else host


def _limited(limit: Limit, stretch: Place) -> Place:
    if not stretch.closed:
        return replace(stretch, edtf=places.beginning(stretch) if limit is Limit.SINCE else None)
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
        return places.undated_stretch(start, end).resting_on(end.basis)
    if start.first and end.first and start.first > end.first and host.tense is Tense.FUTURE:
        end = _place(last, replace(host, page=start.first))  # "will be shut from Monday until Friday"
    if start.first and end.first and start.first > end.first:
        start = _last_before(first, replace(host, page=end.first, tense=Tense.PAST))
    if start.first is None or end.last is None or start.first > end.last:
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


def _last_before(value: Value, host: Host) -> Place:
    """Return the latest of a name before the stretch's end: "between December and February"."""
    return _place(value, host) if isinstance(value, Recurring | Part) else NOWHERE
