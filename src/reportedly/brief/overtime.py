"""A count over time: each party's count as a bar from low to high on its day, in HTML and, in small, in a terminal.

"At least 30" of 6 March is a bar that goes up from 30 with an arrow; "27" of 9 March a dot; "about 50" a ring. A count
that its own speaker has replaced, or that is denied, is dashed, so that it is told apart in black and white. What
copies repeat is one bar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.phrases import MONTHS
from reportedly.brief.charts import MOST_TICKS, Scale, Tick, round_step
from reportedly.brief.lines import Dated
from reportedly.records import Number, Status

# The drawing, in its own units; room for the numbers at the left and for the days below.
WIDE, HIGH = 640, 180
LEFT, RIGHT, TOP, BOTTOM = 56, 24, 22, 26
# Bars of one day stand this far apart, and no nearer to another day's.
APART = 16
BEYOND = 1.15
# In a terminal: the columns of the day, and those of the bars.
DAY_COLUMNS = 15
FEWEST_COLUMNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One count in the drawing: `top` is above `bottom`, so smaller. `number` is the one beside its row."""

    number: int
    at: float
    top: float
    bottom: float
    open_top: bool
    open_bottom: bool
    approximate: bool
    standing: bool
    words: str

    @property
    def point(self) -> bool:
        """Tell whether low and high are one."""
        return self.bottom - self.top < 1 and not (self.open_top or self.open_bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A count over time, drawn: its marks, the days below and the numbers at the left."""

    marks: tuple[Mark, ...]
    days: tuple[Tick, ...]
    numbers: tuple[Tick, ...]
    words: str


def draw_course(dated: Sequence[Dated]) -> Course | None:
    """Return the drawing of counts that have a day; None where there are none."""
    if not dated:
        return None
    largest = _largest(dated) * BEYOND
    days = sorted({_middle(one) for one in dated})
    places = _places(dated, days)
    return Course(
        marks=tuple(_mark(one, at, largest) for one, at in zip(dated, places, strict=True)),
        days=_day_ticks(dated, places),
        numbers=_number_ticks(largest),
        words=f"{len(dated)} counts by day, {_day(dated[0].first)} to {_day(max(one.last for one in dated))}; "
        "the table below gives each.",
    )


def _largest(dated: Sequence[Dated]) -> float:
    return max([float(end) for one in dated for end in (one.low, one.high) if end is not None] + [1.0])


def _middle(one: Dated) -> float:
    return (one.first.toordinal() + one.last.toordinal()) / 2


def _places(dated: Sequence[Dated], days: Sequence[float]) -> list[float]:
    """Return where each count stands: on its day, beside those that have the place already."""
    scale = Scale(low=days[0], high=max(days[-1], days[0] + 1))
    wide = WIDE - LEFT - RIGHT - APART * 2
    places: list[float] = []
    for one in dated:
        share = (_middle(one) - scale.low) / (scale.high - scale.low)
        at = LEFT + APART + share * wide
        while any(abs(at - other) < APART for other in places):
            at += APART
        places.append(round(at, 1))
    over = max(0.0, max(places) - (WIDE - RIGHT))
    return [round(at - over, 1) for at in places]


def _mark(one: Dated, at: float, largest: float) -> Mark:
    return Mark(
        number=one.number,
        at=at,
        top=_height(one.high, largest) if one.high is not None else float(TOP),
        bottom=_height(one.low, largest) if one.low is not None else float(HIGH - BOTTOM),
        open_top=one.high is None,
        open_bottom=one.low is None,
        approximate=one.approximate,
        standing=_holds(one),
        words=f"{_day(one.last)}: {_told(one)}",
    )


def _holds(one: Dated) -> bool:
    """Tell whether anybody still gives a count: nobody has replaced it, and it is not denied."""
    return one.standing and one.hedge != Status.DENIED.value


def _told(one: Dated) -> str:
    return ", ".join(filter(None, (one.words, one.hedge, "" if one.standing else "superseded")))


def _height(value: Number | float, largest: float) -> float:
    share = float(value) / largest
    return round(HIGH - BOTTOM - share * (HIGH - BOTTOM - TOP), 1)


def _number_ticks(largest: float) -> tuple[Tick, ...]:
    step = round_step(largest / MOST_TICKS)
    return tuple(
        Tick(at=_height(step * i, largest), label=f"{step * i:,}", anchor="end") for i in range(int(largest / step) + 1)
    )


def _day_ticks(dated: Sequence[Dated], places: Sequence[float]) -> tuple[Tick, ...]:
    """Return the days under the first bar of each, as far as their words do not run into one another."""
    ticks: list[Tick] = []
    for at, label in sorted((at, _day(one.last)) for one, at in zip(dated, places, strict=True)):
        if all(tick.label != label and at - tick.at >= APART * 5 for tick in ticks):
            ticks.append(Tick(at=at, label=label))
    return tuple(ticks)


def _day(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"


# --- terminal --------------------------------------------------------------------------------------------------------


def course_lines(dated: Sequence[Dated], width: int) -> Iterator[str]:
    """Yield a line for each count, by day, under a scale: "6 Mar 2024    ├─────────▶  at least 30".

    A replaced or denied count is dotted, and its words say so. Nothing is drawn where there is no room.
    """
    words = [_told(one) for one in dated]
    room = width - DAY_COLUMNS - max(map(len, words), default=0) - 2
    if room < FEWEST_COLUMNS:
        return
    largest = _largest(dated) * BEYOND
    end = _column(_largest(dated), largest, room)
    yield f"{'':{DAY_COLUMNS}}0{f'{_largest(dated):,.0f}':>{end}}"
    for one, told in zip(dated, words, strict=True):
        day = _day(one.last) if one.first == one.last else f"by {_day(one.last)}"
        yield f"{day:<{DAY_COLUMNS}}{_bar(one, largest, room)}  {told}"


def _bar(one: Dated, largest: float, room: int) -> str:
    start = _column(one.low, largest, room) if one.low is not None else 0
    end = _column(one.high, largest, room) if one.high is not None else room - 1
    if start == end and None not in (one.low, one.high):
        return f"{'':{start}}{'○' if one.approximate else '●'}{'':{room - start - 1}}"
    first, last = "├" if one.low is not None else "◀", "┤" if one.high is not None else "▶"
    middle = ("─" if _holds(one) else "┄") * max(0, end - start - 1)
    return f"{'':{start}}{first}{middle}{last}".ljust(room)[:room]


def _column(value: Number | float, largest: float, room: int) -> int:
    return round(float(value) / largest * (room - 1))
