"""Quantities said twice: "more than 1,000 sq km (386 sq miles)", "rose 12 points, or 3 percent"."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.read.quantities.units import same_dimension
from reportedly.records import Quantity
from reportedly.spans import Span

# What may stand between a quantity and its bracket: its unit, "-long", "of land".
NEAR = 40
OPENERS = ("(", "[")
SECOND = "/"


def tie_conversions(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities with each conversion tied to what it repeats, and with its bounds."""
    tied: list[Quantity] = []
    for i, quantity in enumerate(quantities):
        first = _first(text, tied, i, quantity)
        if first is not None:
            tied.append(_repeated(quantity, tied[first], first))
        else:
            tied.append(replace(quantity, change=tied[-1].change) if _is_same_step(text, tied, quantity) else quantity)
    return tuple(tied)


def _is_same_step(text: str, before: Sequence[Quantity], quantity: Quantity) -> bool:
    """Tell "or 3 percent" after a step: it is that step again, as a share."""
    if not before or before[-1].change is None or quantity.change is not None or quantity.unit != "percent":
        return False
    between = Span(before[-1].span.end, quantity.span.start).of(text)
    return len(between) <= NEAR and between.endswith(" or ") and "." not in between


def _first(text: str, before: Sequence[Quantity], i: int, quantity: Quantity) -> int | None:
    """Return the index of the quantity that this one converts."""
    if i == 0 or quantity.converts is not None:
        return None
    last = before[i - 1]
    between = Span(last.span.end, quantity.span.start).of(text)
    if len(between) > NEAR or not same_dimension(last.unit, quantity.unit):
        return None
    if between.rstrip().endswith(OPENERS) and between.count("(") + between.count("[") == 1 and ")" not in between:
        return i - 1
    return last.converts if between.rstrip().endswith(SECOND) else None


def _repeated(quantity: Quantity, of: Quantity, index: int) -> Quantity:
    """Give the conversion the bounds of what it repeats, unless it has its own."""
    if quantity.low is None or quantity.high is None or quantity.low != quantity.high:
        return replace(quantity, converts=index)
    return replace(
        quantity,
        low=None if of.low is None else quantity.low,
        high=None if of.high is None else quantity.high,
        low_open=of.low_open,
        high_open=of.high_open,
        approximate=of.approximate or quantity.approximate,
        converts=index,
    )
