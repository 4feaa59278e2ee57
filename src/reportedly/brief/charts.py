"""Bars for the HTML form: counts as intervals on one scale, days as stretches of one calendar.

"at least 300" is a bar from 300 that fades out to the right; "about 11,000" is a hollow point.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.phrases import MONTHS
from reportedly.records import Figure, Number, When

WIDTH = 240
MARGIN = 12
# A bar with an open end runs to the end of the scale, which lies this much beyond the largest number.
BEYOND = 1.15
STEPS = (1, 2, 5)
MOST_TICKS = 4
YEAR = 12
MONTHS_APART = (1, 3, YEAR, 5 * YEAR, 10 * YEAR, 50 * YEAR, 100 * YEAR, 500 * YEAR, 2500 * YEAR)
# The largest share of events, the earliest or the latest, that a calendar may leave out to show the others larger.
LEFT_OUT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar in the units of a drawing WIDTH wide; `words` say what it shows."""

    start: float
    end: float
    open_start: bool
    open_end: bool
    approximate: bool
    standing: bool
    words: str

    @property
    def point(self) -> bool:
        """Tell whether the bar is one place and no stretch."""
        return self.end - self.start < 1

    @property
    def length(self) -> float:
        """How long the bar is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the scale under the bars. `anchor` is the SVG text-anchor that keeps its label inside."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A stretch of numbers laid over the drawing; `room` is left free at each end."""

    low: float
    high: float
    room: float = 0.0

    @property
    def ends(self) -> tuple[float, float]:
        """The first and the last value that was to be shown."""
        return self.low + self.room, self.high - self.room

    def place(self, value: float) -> float:
        """Return where a value lies, kept inside the drawing."""
        share = (value - self.low) / (self.high - self.low)
        return round(MARGIN + min(max(share, 0.0), 1.0) * (WIDTH - 2 * MARGIN), 1)


# --- counts ----------------------------------------------------------------------------------------------------------


def scale_of(figures: Iterable[Figure]) -> Scale:
    """Return the scale from nought to beyond the largest end of the figures."""
    ends = [float(end) for figure in figures for end in (figure.low, figure.high) if end is not None]
    return Scale(low=0.0, high=max([*ends, 1.0]) * BEYOND)


def bar_of(figure: Figure, scale: Scale, *, standing: bool) -> Bar:
    """Return the bar of a figure: "up to 40" fades in from the left, "more than 1,000" fades out to the right."""
    open_start, open_end = figure.low is None, figure.high is None
    return Bar(
        start=scale.place(float(figure.low)) if figure.low is not None else 0.0,
        end=scale.place(float(figure.high)) if figure.high is not None else float(WIDTH),
        open_start=open_start,
        open_end=open_end,
        approximate=figure.approximate,
        standing=standing,
        words=_in_words(figure),
    )


def ticks_of(scale: Scale) -> tuple[Tick, ...]:
    """Return a few round numbers along the scale."""
    step = round_step(scale.high / MOST_TICKS)
    values = [step * i for i in range(int(scale.high / step) + 1)]
    return tuple(Tick(at=scale.place(value), label=f"{value:,}") for value in values)


def round_step(least: float) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, ... that is not below `least`."""
    power = 1
    while True:
        for step in STEPS:
            if step * power >= least:
                return step * power
        power *= 10


def _in_words(figure: Figure) -> str:
    about = "about " if figure.approximate else ""
    if figure.low is None and figure.high is None:
        return "open at both ends"
    if figure.low is None:
        return f"{about}{_number(figure.high)} at most, open below"
    if figure.high is None:
        return f"{about}{_number(figure.low)} {'and more' if not figure.low_open else 'exceeded'}, open above"
    if figure.low == figure.high:
        return f"{about}{_number(figure.low)}"
    return f"{about}{_number(figure.low)} to {_number(figure.high)}"


def _number(value: Number | None) -> str:
    return f"{value:,}"


# --- days ------------------------------------------------------------------------------------------------------------


def calendar_of(stretches: Sequence[When]) -> Scale:
    """Return the days that hold all events, or all but a few that lie long before or long after the rest."""
    ends = [_days(when) for when in stretches if when.known]
    starts, last = sorted(days[0] for days in ends), max(days[-1] for days in ends)
    first = _main(starts, last)
    last = -_main(sorted(-days[-1] for days in ends), -first)
    room = max((last - first) * 0.06, 2)
    return Scale(low=first - room, high=last + room, room=room)


def _days(when: When) -> tuple[int, ...]:
    return tuple(end.toordinal() for end in (when.earliest, when.latest) if end is not None)


def _main(starts: Sequence[int], last: int) -> int:
    """Return where the events begin, without the few before which half of the stretch is empty, again and again."""
    first = starts[0]
    for start in starts[1 : 1 + int(len(starts) * LEFT_OUT)]:
        if 2 * (last - start) <= last - first:
            first = start
    return first


def stretch_of(when: When, calendar: Scale, words: str) -> Bar:
    """Return the bar of a stretch of calendar; an end that is open, or beyond the calendar, fades."""
    first, last = when.earliest, when.latest
    open_start = first is None or first.toordinal() < calendar.low
    open_end = last is None or last.toordinal() > calendar.high
    return Bar(
        start=calendar.place(first.toordinal()) if first and not open_start else 0.0,
        end=calendar.place(last.toordinal()) if last and not open_end else float(WIDTH),
        open_start=open_start,
        open_end=open_end,
        approximate="~" in (when.edtf or ""),
        standing=True,
        words=words,
    )


def days_of(calendar: Scale) -> tuple[Tick, ...]:
    """Return the first days of months, quarters, years or more along the calendar, or its ends where it is short."""
    first, last = (date.fromordinal(round(end)) for end in calendar.ends)
    for months in MONTHS_APART:
        starts = list(_starts(first, last, months))
        if len(starts) <= MOST_TICKS:
            break
    if len(starts) > 1:
        return tuple(Tick(at=calendar.place(on.toordinal()), label=_month(on, months)) for on in starts)
    ends = dict.fromkeys((first, last))
    return tuple(Tick(at=calendar.place(on.toordinal()), label=f"{on.day} {_month(on, 1)}") for on in ends)


def _starts(first: date, last: date, months: int) -> Iterator[date]:
    """Yield the first day of every so many months, from the first day to the last."""
    begin, end = (on.year * 12 + on.month - 1 for on in (first, last))
    for month in range(-(-begin // months) * months, end + 1, months):
        on = date(month // 12, month % 12 + 1, 1)
        if on >= first:
            yield on


def _month(on: date, months: int) -> str:
    return str(on.year) if months >= YEAR else f"{MONTHS[on.month - 1][:3]} {on.year}"
