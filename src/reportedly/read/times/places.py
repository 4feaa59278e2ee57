"""Stretches of calendar, each built with its EDTF (ISO 8601-2) and its days at once, so that the two cannot part."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.read.times.values import Portion, Unit
from reportedly.records import Basis

# Northern half of the world, by months as in EDTF's own libraries: spring is March to May.
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
# The sun's reckoning begins each season three weeks later.
_SOLAR_DAYS = {21: 20, 22: 21, 23: 23, 24: 21}
_EDTF_QUARTERS = 32
_MONTHS = 12
_SPRING, _WINTER = 21, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of calendar; `first` and `last` are its days, None where open or unknown.

    `unit` is the calendar unit that the place is exactly one of. `season` is set for a season.
    """

    edtf: str | None
    first: date | None
    last: date | None
    basis: Basis = Basis.EXPLICIT
    unit: Unit | None = None
    season: int | None = None

    @property
    def closed(self) -> bool:
        """Tell whether both ends are known."""
        return self.first is not None and self.last is not None

    def resting_on(self, basis: Basis) -> "Place":
        """Return the same days, known in another way."""
        return replace(self, basis=basis)


NOWHERE = Place(edtf=None, first=None, last=None)


def day(on: date) -> Place:
    """Return one day."""
    return Place(edtf=on.isoformat(), first=on, last=on, unit=Unit.DAY)


def days(first: date, last: date) -> Place:
    """Return the days from one to another: "2025-01-20/2025-01-26"."""
    return day(first) if first == last else Place(edtf=f"{first}/{last}", first=first, last=last)


def week(holding: date) -> Place:
    """Return the ISO week of a day."""
    monday = holding - timedelta(holding.weekday())
    return replace(days(monday, monday + timedelta(6)), unit=Unit.WEEK)


def weekend(holding: date) -> Place:
    """Return the Saturday and Sunday of a day's ISO week."""
    monday = holding - timedelta(holding.weekday())
    return replace(days(monday + timedelta(5), monday + timedelta(6)), unit=Unit.WEEKEND)


def month(year: int, number: int) -> Place:
    """Return a month: "2025-03"."""
    return Place(
        edtf=f"{year:04d}-{number:02d}", first=date(year, number, 1), last=_month_end(year, number), unit=Unit.MONTH
    )


def months(year: int, number: int, count: int) -> Place:
    """Return several months from one on: "2024-12/2025-02"."""
    last_year, last_month = divmod(year * _MONTHS + number - 2 + count, _MONTHS)
    last = month(last_year, last_month + 1)
    if count == 1:
        return last
    first = month(year, number)
    return Place(edtf=f"{first.edtf}/{last.edtf}", first=first.first, last=last.last)


def quarter(year: int, number: int) -> Place:
    """Return a quarter: "2025-33" is the first of 2025."""
    stretch = months(year, 3 * number - 2, 3)
    return replace(stretch, edtf=f"{year:04d}-{_EDTF_QUARTERS + number}", unit=Unit.QUARTER)


def season(year: int, number: int, *, south: bool = False) -> Place:
    """Return a season: "2025-22". One that spans the turn of a year is named for the year that it begins in.

    EDTF's "2025-24" does not say which end of 2025 is meant, so a winter is written as its months; so is every season
    of the southern half, where readers of EDTF do not agree on the months of a number.
    """
    northern = (number - _SPRING + 2) % 4 + _SPRING if south else number
    stretch = months(year, _SEASON_STARTS[northern], 3)
    edtf = stretch.edtf if south or number == _WINTER else f"{year:04d}-{number}"
    return replace(stretch, edtf=edtf, season=northern)


def year(number: int) -> Place:
    """Return a year."""
    return Place(edtf=f"{number:04d}", first=date(number, 1, 1), last=date(number, 12, 31), unit=Unit.YEAR)


def years(first: int, last: int) -> Place:
    """Return the years from one to another: "2024/2025"."""
    if first == last:
        return year(first)
    return Place(edtf=f"{first:04d}/{last:04d}", first=date(first, 1, 1), last=date(last, 12, 31))


def decade(first: int) -> Place:
    """Return a decade: "199X"."""
    return replace(years(first, first + 9), edtf=f"{first // 10}X", unit=Unit.DECADE)


def century(first: int) -> Place:
    """Return a century: "19XX"."""
    return replace(years(first, first + 99), edtf=f"{first // 100}XX", unit=Unit.CENTURY)


def one_of(first: Place, second: Place) -> Place:
    """Return one of two days, it is not known which: "[2025-03-10,2025-10-03]"."""
    early, late = sorted((first, second), key=lambda place: place.first or date.max)
    return Place(edtf=f"[{early.edtf},{late.edtf}]", first=early.first, last=late.last, unit=None)


def around(place: Place) -> Place:
    """Mark both ends as approximate: "1994~"."""
    if place.edtf is None or place.edtf.startswith("["):
        return place
    written = f"{_start(place)}/{_end(place)}" if _is_coded(place) else place.edtf
    ends = [end if end in ("", "..") or end.endswith("~") else f"{end}~" for end in written.split("/")]
    return replace(place, edtf="/".join(ends))


def stretch(first: Place, last: Place) -> Place:
    """Return the stretch from the start of one place to the end of another."""
    if first.edtf is None or last.edtf is None or "[" in first.edtf + last.edtf:
        return NOWHERE
    return Place(edtf=f"{_start(first)}/{_end(last)}", first=first.first, last=last.last)


def since(place: Place) -> Place:
    """Return everything from the place on: "2025-02-01~/.."."""
    return Place(edtf=f"{_start(place)}/..", first=place.first, last=None)


def after(place: Place) -> Place:
    """Return everything from the last day of the place on."""
    return Place(edtf=f"{_day_written(place.last, _end(place))}/..", first=place.last, last=None)


def until(place: Place) -> Place:
    """Return everything to the end of the place."""
    return Place(edtf=f"../{_end(place)}", first=None, last=place.last)


def before(place: Place) -> Place:
    """Return everything to the first day of the place."""
    return Place(edtf=f"../{_day_written(place.first, _start(place))}", first=None, last=place.first)


def by(place: Place) -> Place:
    """Return everything to the end of the place; of a season, to its latest beginning: "../2025-06-21"."""
    if place.season is None or place.first is None:
        return until(place)
    return until(day(place.first.replace(day=_SOLAR_DAYS[place.season])))


def beginning(place: Place) -> str | None:
    """Return what is known of the month or day that an open stretch of no known year begins in.

    EDTF's readers take no open end after unspecified digits, so of "since early February" it is "XXXX-02".
    """
    return place.edtf.removesuffix("-0X").removesuffix("-1X").removesuffix("-2X") if place.edtf else None


def undated_stretch(first: Place, last: Place) -> Place:
    """Return the stretch between two dates of no known year: "XXXX-03-10/XXXX-03-12"."""
    if first.edtf is None or last.edtf is None or not first.edtf.startswith("X") or not last.edtf.startswith("X"):
        return NOWHERE
    return NOWHERE if "/" in first.edtf + last.edtf else replace(NOWHERE, edtf=f"{first.edtf}/{last.edtf}")


def hull(first: Place, second: Place) -> Place:
    """Return the days that either place can mean, where it is not known which of the two is right."""
    if first == second:
        return first
    start = None if first.first is None or second.first is None else min(first.first, second.first)
    end = None if first.last is None or second.last is None else max(first.last, second.last)
    if start is None and end is None:
        return NOWHERE
    edtf = f"{start or '..'}/{end or '..'}"
    return Place(edtf=edtf, first=start, last=end, basis=first.basis)


def part(place: Place, portion: Portion) -> Place:
    """Return a part: early, mid and late are days 1-10, 11-20 and 21 to the end of a month, and the thirds of a year.

    Of a decade or century they are thirds of its years, of a season or quarter its months. A week or a day stays whole.
    """
    if place.first is None or place.last is None:
        return NOWHERE
    if place.unit is Unit.MONTH:
        return around(_part_of_month(place.first, place.last, portion))
    span = _months_between(place.first, place.last)
    if span > _MONTHS:
        return around(_part_of_years(place.first.year, place.last.year, portion))
    if span > 1:
        return around(_part_of_months(place.first, span, portion))
    return place


def _part_of_month(first: date, last: date, portion: Portion) -> Place:
    start, end = {
        Portion.EARLY: (1, 10),
        Portion.MID: (11, 20),
        Portion.LATE: (21, last.day),
        Portion.FIRST_HALF: (1, 15),
        Portion.SECOND_HALF: (16, last.day),
    }[portion]
    return days(first.replace(day=start), first.replace(day=end))


def _part_of_months(first: date, count: int, portion: Portion) -> Place:
    start, length = _share(count, portion)
    moved_year, moved_month = divmod(first.year * _MONTHS + first.month - 1 + start, _MONTHS)
    return months(moved_year, moved_month + 1, length)


def _part_of_years(first: int, last: int, portion: Portion) -> Place:
    start, length = _share(last - first + 1, portion)
    return years(first + start, first + start + length - 1)


def _share(count: int, portion: Portion) -> tuple[int, int]:
    """Return how many units in the part begins, and how many it has; a third that does not divide is rounded up."""
    third, half = -(-count // 3), count // 2
    return {
        Portion.EARLY: (0, third),
        Portion.MID: (count // 3, third),
        Portion.LATE: (count - third, third),
        Portion.FIRST_HALF: (0, half),
        Portion.SECOND_HALF: (half, count - half),
    }[portion]


def _months_between(first: date, last: date) -> int:
    if first.day != 1 or last != _month_end(last.year, last.month):
        return 0
    return (last.year - first.year) * _MONTHS + last.month - first.month + 1


def _month_end(year_number: int, number: int) -> date:
    return date(year_number, number, monthrange(year_number, number)[1])


def _is_coded(place: Place) -> bool:
    """Tell whether EDTF writes the place by a season's or a quarter's number."""
    return place.unit is Unit.QUARTER or (place.season is not None and "/" not in (place.edtf or ""))


def _day_written(on: date | None, end: str) -> str:
    """Write an end as its day: "after 1984" begins with the year's last day; what was approximate stays so."""
    return f"{on}{'~' if end.endswith('~') else ''}"


def _start(place: Place) -> str:
    """Return the first end as EDTF writes it; of a decade or an alternative, its first day."""
    return _written(place, 0, place.first)


def _end(place: Place) -> str:
    return _written(place, -1, place.last)


def _written(place: Place, which: int, fallback: date | None) -> str:
    """Write one end: of sets and unspecified digits as a day, of a season or a quarter as a month.

    EDTF's intervals, and marks of approximation, do not take those on every level.
    """
    end = (place.edtf or "").split("/")[which]
    if fallback and _is_coded(place):
        return f"{fallback.year:04d}-{fallback.month:02d}"
    if place.edtf is None or "X" in end or "[" in end or "," in end or "]" in end:
        return fallback.isoformat() if fallback else ".."
    return end
