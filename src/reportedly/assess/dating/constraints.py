"""What is known of how days lie to one another, each as one rule that narrows the bounds of the days it joins.

A node is a page's date, an event or an anchor. Days are counted as `date.toordinal` does; an end that is open is FIRST
or LAST. Every rule looks at low ends to raise low ends, or at high ends to lower high ends: more rules never widen.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reportedly.records import Calendar
from reportedly.spans import Span

FIRST, LAST = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()
# The years in which a day without its year is looked for.
FIRST_YEAR, LAST_YEAR = 1500, 2500
# A page gives a day of another year with its year, if it is more than so many days back; most do so after half a year.
NINE_MONTHS, HALF_YEAR = 270, 183
ONE_YEAR = 366
YEAR = 12
WEEK = 7


class Side(Enum):
    """An end of what a node can be."""

    LOW = "low"
    HIGH = "high"


End = tuple[str, Side]
Ends = Mapping[End, int]
# An end, the day that it is moved to, and the end that moves it; None where the rule alone does.
Move = tuple[End, int, End | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a rule rests on, in words that follow the page's name: "tells of “mid-January”"; no page for an anchor.

    `given`: a person or the page itself gives the date. Where rules contradict, what is given stands and what was read
    out of the words goes. `likely`: it holds in most pages, not in all.
    """

    words: str
    page: str | None = None
    span: Span | None = None
    given: bool = False
    likely: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A node lies between two days; None is open. "Published on 3 March 2024"."""

    ground: Ground
    node: str
    earliest: date | None
    latest: date | None

    @property
    def nodes(self) -> tuple[str, ...]:
        """The days that it speaks of."""
        return (self.node,)

    def moves(self, _ends: Ends) -> Iterator[Move]:
        """Yield its days."""
        if self.earliest:
            yield (self.node, Side.LOW), self.earliest.toordinal(), None
        if self.latest:
            yield (self.node, Side.HIGH), self.latest.toordinal(), None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """From one node to a later one there are so many days, months or years of the calendar; None is open.

    "Last year" is 1 to 1 years whatever the day, "last week" 1 to 14 days, what is told as past 0 days and more.
    """

    ground: Ground
    early: str
    late: str
    unit: Calendar = Calendar.DAY
    least: int | None = 0
    most: int | None = None

    @property
    def nodes(self) -> tuple[str, ...]:
        """The days that it speaks of."""
        return (self.early, self.late)

    def moves(self, ends: Ends) -> Iterator[Move]:
        """Yield what each end of the one makes of the other."""
        early, late = self.early, self.late
        if self.least is not None:
            yield from _moved(ends, (early, Side.LOW), (late, Side.LOW), self.unit, self.least)
            yield from _moved(ends, (late, Side.HIGH), (early, Side.HIGH), self.unit, -self.least)
        if self.most is not None:
            yield from _moved(ends, (early, Side.HIGH), (late, Side.HIGH), self.unit, self.most)
            yield from _moved(ends, (late, Side.LOW), (early, Side.LOW), self.unit, -self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """An event on a day and month of some year, told by a page before it would need to write the year.

    "In mid-January": the page is no more than `within` days later, or of that calendar year; None where it may have the
    year elsewhere. `last_named`: "last August" is told after that August and before the end of the next year.
    `or_ahead`: no verb says that it lies behind, so the page may be up to a year before it.
    """

    ground: Ground
    event: str
    page: str
    first: str
    last: str
    within: int | None = NINE_MONTHS
    last_named: bool = False
    or_ahead: bool = False

    @property
    def nodes(self) -> tuple[str, ...]:
        """The days that it speaks of."""
        return (self.event, self.page)

    def moves(self, ends: Ends) -> Iterator[Move]:
        """Yield the first year that the low ends leave, and the last year that the high ends leave."""
        telling = self.nodes if self.within else (self.event,)
        low = [end for node in telling if ends[end := (node, Side.LOW)] > FIRST]
        if low:
            year, by = max(((self._first_year(end, ends[end]), end) for end in low), key=lambda pair: pair[0])
            yield (self.event, Side.LOW), self._start(year), by
            yield (self.page, Side.LOW), self._told_from(year), by
        high = [end for node in self.nodes if ends[end := (node, Side.HIGH)] < LAST]
        if high:
            year, by = min(((self._last_year(end, ends[end]), end) for end in high), key=lambda pair: pair[0])
            yield (self.event, Side.HIGH), self._end(year), by
            if self.within:
                yield (self.page, Side.HIGH), self._told_until(year), by

    def _first_year(self, end: End, day: int) -> int:
        """Return the first year whose event, or whose telling, ends on the day or later."""
        until = self._end if end[0] == self.event else self._told_until
        year = min(max(date.fromordinal(day).year - 2, FIRST_YEAR), LAST_YEAR)
        while year < LAST_YEAR and until(year) < day:
            year += 1
        return year

    def _last_year(self, end: End, day: int) -> int:
        """Return the last year whose event, or whose telling, begins on the day or earlier."""
        begins = self._start if end[0] == self.event else self._told_from
        year = min(max(date.fromordinal(day).year + 1, FIRST_YEAR), LAST_YEAR)
        while year > FIRST_YEAR and begins(year) > day:
            year -= 1
        return year

    def _start(self, year: int) -> int:
        return _day(year, self.first)

    def _end(self, year: int) -> int:
        """Return the last day that the event of a year can be; "from December to February" ends in the next."""
        return _day(year + (self.last < self.first), self.last)

    def _told_from(self, year: int) -> int:
        if self.or_ahead:
            return self._start(year) - ONE_YEAR
        return self._end(year) + 1 if self.last_named else self._start(year)

    def _told_until(self, year: int) -> int:
        end = self._end(year)
        if self.last_named:
            return date(year + 1, YEAR, 31).toordinal()
        return max(date(date.fromordinal(end).year, YEAR, 31).toordinal(), end + (self.within or NINE_MONTHS))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnWeekday:
    """A node is a day of the week, Monday 1."""

    ground: Ground
    node: str
    weekday: int

    @property
    def nodes(self) -> tuple[str, ...]:
        """The days that it speaks of."""
        return (self.node,)

    def moves(self, ends: Ends) -> Iterator[Move]:
        """Yield the first and the last such day between the ends."""
        low, high = ends[self.node, Side.LOW], ends[self.node, Side.HIGH]
        if low > FIRST:
            ahead = (self.weekday - date.fromordinal(low).isoweekday()) % WEEK
            yield (self.node, Side.LOW), low + ahead, (self.node, Side.LOW)
        if high < LAST:
            back = (date.fromordinal(high).isoweekday() - self.weekday) % WEEK
            yield (self.node, Side.HIGH), high - back, (self.node, Side.HIGH)


Constraint = Fixed | Gap | Recurring | OnWeekday


def _moved(ends: Ends, of: End, to: End, unit: Calendar, steps: int) -> Iterator[Move]:
    at = ends[of]
    if FIRST < at < LAST:
        yield to, _shifted(at, unit, steps, to[1]), of


def _shifted(day: int, unit: Calendar, steps: int, side: Side) -> int:
    """Return the day so many units on; of a month or year, its first for a low end and its last for a high end."""
    if unit is Calendar.DAY:
        return min(max(day + steps, FIRST), LAST)
    on = date.fromordinal(day)
    months = on.year * YEAR + on.month - 1 + steps if unit is Calendar.MONTH else (on.year + steps) * YEAR
    if side is Side.HIGH and unit is Calendar.YEAR:
        months += YEAR - 1
    year, month = divmod(months, YEAR)
    if not date.min.year <= year <= date.max.year:
        return FIRST if year < date.min.year else LAST
    return date(year, month + 1, 1 if side is Side.LOW else monthrange(year, month + 1)[1]).toordinal()


def _day(year: int, month_and_day: str) -> int:
    """Return a day of a year, the month's last where it has no such day."""
    month, day = map(int, month_and_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1])).toordinal()
