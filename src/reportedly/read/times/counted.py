"""Times counted off: from the page's date ("three weeks ago"), or from a date of the text ("three weeks later")."""

from calendar import monthrange
from datetime import date, timedelta

from reportedly.read.times import places
from reportedly.read.times.host import Host, Tense
from reportedly.read.times.places import NOWHERE, Place
from reportedly.read.times.values import Again, Moment, Onward, QuarterAgain, SameAgo, Slice, Unit, YearAgo
from reportedly.records import Basis

DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_HOLIDAYS = (6, 7, 8)  # months in which school years change
_REPORTED = 4  # the month from which the last year is no longer reported on
_FAR = 2_000  # steps; beyond them nothing in the news is meant


def place_shift(page: date, unit: Unit, steps: int) -> Place:
    """Return the unit of the calendar so many steps from the page's: -1 week is last week."""
    if abs(steps) > _FAR:
        return NOWHERE
    if unit in DAYS:
        on = page + timedelta(DAYS[unit] * steps)
        return {Unit.DAY: places.day, Unit.WEEKEND: places.weekend}.get(unit, places.week)(on)
    if unit in MONTHS:
        year, month = _months_on(page, MONTHS[unit] * steps)
        return holding(unit, date(year, month, 1))
    hours = steps if unit is Unit.HOUR else 0
    moved = page + timedelta(hours // 24 if hours < 0 else -(-hours // 24))
    return places.days(min(page, moved), max(page, moved))


def holding(unit: Unit, on: date) -> Place:  # noqa: PLR0911 -- one line for each unit
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


def place_moment(moment: Moment, page: date) -> Place:  # noqa: PLR0911 -- one line for each moment
    """Return "yesterday", "overnight", "so far" on a page's day."""
    match moment:
        case Moment.PRESENT | Moment.TODAY:
            return places.day(page)
        case Moment.TO_PRESENT | Moment.LATELY:
            return places.until(places.day(page))
        case Moment.YESTERDAY:
            return place_shift(page, Unit.DAY, -1)
        case Moment.TOMORROW:
            return place_shift(page, Unit.DAY, 1)
        case Moment.TWO_DAYS_AGO:
            return place_shift(page, Unit.DAY, -2)
        case Moment.IN_TWO_DAYS:
            return place_shift(page, Unit.DAY, 2)
        case Moment.OVERNIGHT:
            return places.days(page - timedelta(1), page)
        case Moment.AHEAD:
            return places.since(places.day(page))


def place_same_ago(page: date, ago: SameAgo) -> Place:
    """Return the day, week or month that is the page's so long ago: "a year ago today"."""
    return holding(ago.same, _moved(page, ago.unit, -ago.steps)) if ago.steps < _FAR else NOWHERE


def place_window(page: date, unit: Unit, steps: int | None, *, ahead: bool) -> Place:
    """Return the stretch that ends or begins with the page's day: "for the past three weeks", "in the coming days"."""
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
    if unit in MONTHS:
        year, month = _months_on(page, MONTHS[unit] * steps)
        return date(year, month, min(page.day, monthrange(year, month)[1]))
    if unit in DAYS:
        return page + timedelta(DAYS[unit] * steps)
    return page + timedelta((-1 if steps < 0 else 1) if unit is Unit.HOUR and steps else 0)


def place_slice(whole: Place, slice_: Slice) -> Place:
    """Return the first or last units of a place: of 2024, the last three months are 2024-10/2024-12."""
    if whole.first is None or whole.last is None or not 0 < slice_.steps < _FAR:
        return NOWHERE.resting_on(whole.basis)
    if slice_.unit in MONTHS:
        count = MONTHS[slice_.unit] * slice_.steps
        skipped = MONTHS[slice_.unit] * slice_.skipped
        year, month = _months_on(whole.last, 1 - count) if slice_.at_end else _months_on(whole.first, skipped)
        part = places.months(year, month, count)
    elif slice_.unit in DAYS:
        length = timedelta(DAYS[slice_.unit] * slice_.steps - 1)
        first = whole.last - length if slice_.at_end else whole.first + slice_.skipped * (length + timedelta(1))
        part = places.days(first, first + length)
    else:
        return NOWHERE.resting_on(whole.basis)
    inside = part.first and part.last and whole.first <= part.first and part.last <= whole.last
    return (part if inside else NOWHERE).resting_on(whole.basis)


# --- counted from the text's own dates -------------------------------------------------------------------------------


def place_from_text(value: Onward | Again | YearAgo | QuarterAgain, host: Host) -> Place:
    """Return what counts from a date of the text: "three days later", "since then", "a year earlier"."""
    match value:
        case Onward(unit, steps):
            found = onward(host.before, unit, steps)
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
                here = place_shift(host.page, Unit.YEAR, -1) if host.page else NOWHERE
                return here.resting_on(Basis.RELATIVE)
            before = host.quarter if host.quarter.first else host.before
            found = onward(before, Unit.YEAR, -1)
    return found.resting_on(Basis.INFERRED)


def place_full_year(host: Host) -> Place:
    """Return the year reported on: that of the quarter told of, else the page's; early in a year it may be the last."""
    if host.quarter.first is not None:
        return places.year(host.quarter.first.year).resting_on(Basis.INFERRED)
    if host.page is None or (host.page.month < _REPORTED and host.tense is not Tense.FUTURE):
        return NOWHERE.resting_on(Basis.INFERRED)
    return places.year(host.page.year).resting_on(Basis.INFERRED)


def onward(before: Place, unit: Unit, steps: int) -> Place:
    """Return so many units from a date; NOWHERE where the date is less exact than the unit."""
    if before.first is None or before.unit is None or abs(steps) > _FAR:
        return NOWHERE
    if before.unit is Unit.DAY and unit in DAYS:
        moved = places.day(before.first + timedelta(DAYS[unit] * steps))
        return moved if unit is Unit.DAY else places.around(moved)
    if unit is Unit.YEAR and before.unit in (Unit.QUARTER, Unit.MONTH, Unit.YEAR):
        return holding(before.unit, before.first.replace(year=before.first.year + steps))
    if unit in MONTHS and (before.unit is Unit.DAY or before.unit is unit):
        year, month = _months_on(before.first, MONTHS[unit] * steps)
        return holding(unit, date(year, month, 1))
    return NOWHERE


def ending(end: Place, count: int, weeks: int = 0) -> Place:
    """Return so many months, or weeks, that end with a day or month; months with a day inside the month about so."""
    if end.last is None or not 0 < count + weeks < _FAR:
        return NOWHERE
    if weeks:
        return places.days(end.last - timedelta(7 * weeks - 1), end.last) if end.unit is Unit.DAY else NOWHERE
    year, month = _months_on(end.last, 1 - count)
    stretch = places.months(year, month, count)
    return stretch if end.last == stretch.last else places.around(stretch)


def place_school_year(page: date, steps: int) -> Place:
    """Return a school year by its two years; in the summer it is not known which one "last" is counted from."""
    if steps and page.month in _HOLIDAYS:
        return NOWHERE
    first = page.year - (page.month < _HOLIDAYS[-1]) + steps
    return places.around(places.years(first, first + 1))


def _around_in(before: Place, unit: Unit | None) -> Place:
    """Return the unit that holds all of a date: "that year" after "10 March 2025" is 2025."""
    if before.first is None or before.last is None or unit is None:
        return NOWHERE
    held = holding(unit, before.first)
    fits = held.first and held.last and held.first <= before.first and before.last <= held.last
    return held if fits and unit not in (Unit.HOUR, Unit.MINUTE) else NOWHERE
