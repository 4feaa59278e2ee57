"""Numbers of single sentences: values that were missed or invented, and bounds that were read otherwise."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import ModuleType

import msgspec

from differences.comparison import Cell, Comparison, Examination, Examined, Kind, Verdict, cell, printable

Quantity = tuple[float, float, str]


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a labelled sentence."""

    text: str
    quantities: list[dict[str, object]]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a reading."""

    figures: list[dict[str, object]]


def examine(script: ModuleType, labels: Mapping[str, object], answer: object) -> Examined:
    """Lay the sentence's labelled numbers beside the figures of its reading, value by value as the scorer does."""
    sentence = msgspec.convert(labels, Labels)
    left = [(wanted, label) for label in sentence.quantities if (wanted := script.wanted(label))]
    rows, kinds = [], Counter[Kind]()
    for figure in msgspec.convert(answer, Reading).figures if answer else []:
        mine = script.mine(figure)
        hit = next((pair for pair in left if script.same(pair[0], mine)), None)
        if hit is None:
            rows.append(Comparison(verdict=Verdict.INVENTED, found=_cells(mine, figure["text"])))
            kinds[Kind("invented, by unit", str(figure["unit"] or "no unit"))] += 1
            continue
        left.remove(hit)
        rows.append(_compare(hit[0], hit[1], mine, figure))
        if hit[0][2] != mine[2]:
            kinds[Kind("bounds", f"{hit[0][2]} read as {mine[2]}")] += 1
    for wanted, label in left:
        rows.append(Comparison(verdict=Verdict.MISSED, gold=_cells(wanted, label["unit"])))
        kinds[Kind("missed, by unit", str(label["normalized_unit"]))] += 1
    return Examined(rows=tuple(rows), kinds=kinds, context=printable(sentence.text))


QUANTITIES = Examination(
    columns={"value": 40, "bound": 15, "unit or words": 45},
    ranked=("value", "value and bound"),
    topics=(("missed, by unit", "invented, by unit", "bounds"),),
    examine=examine,
)


def _compare(wanted: Quantity, label: Mapping[str, object], mine: Quantity, figure: Mapping[str, object]) -> Comparison:
    differs = wanted[2] != mine[2]
    return Comparison(
        verdict=Verdict.DIFFERS if differs else Verdict.RIGHT,
        gold=_cells(wanted, label["unit"], differs=differs),
        found=_cells(mine, figure["text"], differs=differs),
    )


def _cells(quantity: Sequence[object], told: object, *, differs: bool = False) -> tuple[Cell, ...]:
    low, high, bound = quantity
    value = f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"
    return cell(value), cell(str(bound), differs=differs), cell(str(told))
