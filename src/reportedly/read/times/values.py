"""What expressions of time mean before it is known when the page was written.

"last August" is `Named(Which.LAST, CalendarDate(month=8))` on every page; only `calculus.place` turns it into days.
"""

from dataclasses import dataclass
from enum import Enum


class Unit(Enum):
    """A stretch of calendar that is counted."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Which(Enum):
    """Which of several: counted from the page's date, but AFTER, BEFORE, SAME and LATEST from the text before."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    LATEST = "latest"
    SAME = "same"
    AFTER = "after"
    BEFORE = "before"


class Portion(Enum):
    """A part of a longer stretch."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class Limit(Enum):
    """The side of a date that is meant: "since early February", "by the summer"."""

    SINCE = "since"
    AFTER = "after"
    BY = "by"
    BEFORE = "before"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A year, month or day, as far as the words give it: "Friday 14 March" has no year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the month that the text or the page's date tells: "on the 3rd"."""

    day: int


@dataclass(frozen=True, slots=True)
class EitherDate:
    """A date in figures that two conventions read differently: "10/03/2025"."""

    first: CalendarDate
    second: CalendarDate


@dataclass(frozen=True, slots=True)
class Season:
    """A season by EDTF's number (21 spring to 24 winter)."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Quarter:
    """A calendar quarter."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that bears a name, by its rule in data/times.toml: "11-thu-4"."""

    rule: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """An ISO week: "2025-W12", "week 12 of 2025"."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """So many months that end with a date: "the fourth quarter ended Sept. 30", "the 12 months to March 2024".

    `weeks` instead of months in "the week to 7 February".
    """

    months: int
    end: CalendarDate
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school year, which begins after the summer, so many from the page's: "this academic year"."""

    steps: int


@dataclass(frozen=True, slots=True)
class Years:
    """A decade, a century, a year that does not begin in January: `edtf` is its own notation, None for first/last."""

    first: int
    last: int
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1."""

    number: int


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday of the week that lies so many weeks from the page's: "Tuesday last week"."""

    number: int
    steps: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """The Saturday and Sunday that the verb's tense points to."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the page's date: "last week" is -1 week, "three years ago" -3 years, "this month" 0."""

    unit: Unit
    steps: int


@dataclass(frozen=True, slots=True)
class SameAgo:
    """The same day, week or month so long ago: "a year ago today", "two years ago this month"."""

    unit: Unit
    steps: int
    same: Unit


@dataclass(frozen=True, slots=True)
class Onward:
    """So many units from the date that the text gave before: "three days later", "the next day"."""

    unit: Unit
    steps: int


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units from a date that the same words give: "the day before Christmas", "two days after 14 March"."""

    unit: Unit
    steps: int
    whence: "Value"


@dataclass(frozen=True, slots=True)
class YearAgo:
    """A year before what is being compared: "$2m, against $1m a year earlier" in a passage about a quarter."""

    deictic: bool


@dataclass(frozen=True, slots=True)
class Again:
    """The date that the text gave before: "since then", "that day", "the quarter"; a unit where the words name one."""

    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class FullYear:
    """The year that the page reports on: "for the full year, profit rose"."""


@dataclass(frozen=True, slots=True)
class QuarterAgain:
    """The quarter that the text speaks of, in another year: "the 1988 period"; with no quarter, the year."""

    year: int


@dataclass(frozen=True, slots=True)
class Named:
    """One of the weekdays, months, seasons or quarters that bear a name: "last August", "next Friday"."""

    which: Which
    value: "Recurring"


@dataclass(frozen=True, slots=True)
class InYear:
    """A date in the year that lies so many years from the page's: "January this year"."""

    value: "CalendarDate | Season | Quarter"
    steps: int


@dataclass(frozen=True, slots=True)
class Coming:
    """So many units from the page's date, if the verb looks ahead: "will vote in three weeks"; else a mere length."""

    unit: Unit
    steps: int


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that ends or begins with the page's date: "for the past three weeks"; no steps in "recent weeks"."""

    unit: Unit
    steps: int | None
    ahead: bool


class Moment(Enum):
    """An expression with no number that counts from the page's date."""

    PRESENT = "present"
    TO_PRESENT = "to_present"
    TODAY = "today"
    YESTERDAY = "yesterday"
    TOMORROW = "tomorrow"
    TWO_DAYS_AGO = "two_days_ago"
    IN_TWO_DAYS = "in_two_days"
    OVERNIGHT = "overnight"
    LATELY = "lately"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a date: "mid-January"."""

    portion: Portion
    whole: "Value"


@dataclass(frozen=True, slots=True)
class Slice:
    """The first or last so many units of a date: "the last three months of 2024".

    `skipped` units stand before them: one in "the second week of March".
    """

    whole: "Value"
    unit: Unit
    steps: int
    at_end: bool
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first, second or last (-1) weekday of a month: "the second Tuesday of March"."""

    nth: int
    weekday: int
    month: "Value"


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, or weekend, that holds a day: "the week of 6 March"."""

    unit: Unit
    day: "Value"


@dataclass(frozen=True, slots=True)
class Around:
    """About that time."""

    value: "Value"


@dataclass(frozen=True, slots=True)
class Limited:
    """A stretch with one end open."""

    limit: Limit
    value: "Value"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another."""

    first: "Value"
    last: "Value"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that the words do not tie to the calendar: "about a month"; and clock times."""


Value = (
    CalendarDate
    | DayOfMonth
    | EitherDate
    | Season
    | Quarter
    | Ending
    | SchoolYear
    | Holiday
    | WeekNumber
    | Years
    | Weekday
    | Weekend
    | DayOfWeek
    | Shift
    | SameAgo
    | Onward
    | Counted
    | YearAgo
    | Again
    | FullYear
    | QuarterAgain
    | Named
    | InYear
    | Coming
    | Window
    | Moment
    | Part
    | Slice
    | NthWeekday
    | WeekOf
    | Around
    | Limited
    | Stretch
    | Duration
)

# What comes again and bears a name: the page's date and the verb's tense tell which one.
Recurring = Weekday | Weekend | CalendarDate | Season | Quarter | Holiday

# What words mean, and the place after them.
Found = tuple[Value, int]
