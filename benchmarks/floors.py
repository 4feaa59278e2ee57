"""The figures that no change may make worse unnoticed, each with the reason it stands where it does: `floors.json`."""

import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from measures import Measured

FLOORS = Path(__file__).with_name("floors.json")


class Floor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A limit on one figure; with neither end it is provisional and holds nothing back."""

    at_least: float | None = None
    at_most: float | None = None
    why: str

    def holds(self, value: float) -> bool:
        """Tell whether the value is on the right side."""
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)

    def __str__(self) -> str:
        if self.at_least is not None:
            return f"at least {self.at_least:g}"
        return "provisional" if self.at_most is None else f"at most {self.at_most:g}"


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """Return the floors by the name of their figure."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor])


def write_floors(floors: Mapping[str, Floor], path: Path = FLOORS) -> None:
    """Write the floors, sorted by name."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(floors.items()))), indent=1) + b"\n")


def find_breaches(measured: Iterable[Measured], floors: Mapping[str, Floor]) -> Iterator[str]:
    """Yield a sentence for each figure that lies beyond its limit. Samples are not held to limits."""
    for figure in measured:
        floor = floors.get(figure.name)
        if figure.whole and floor and not floor.holds(figure.value):
            yield f"{figure.name} is {figure.value:g} {figure.unit}, and has to be {floor}: {floor.why}"


def find_missing(measured: Iterable[Measured], floors: Mapping[str, Floor], benchmarks: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each floor whose benchmark ran and gave no such figure."""
    got, ran = {figure.name for figure in measured}, set(benchmarks)
    for name in floors:
        if name not in got and name.split(":")[0] in ran:
            yield f"{name} has a floor, and was not measured."


def raise_floors(floors: Mapping[str, Floor], measured: Iterable[Measured], *, why: str) -> dict[str, Floor]:
    """Return the floors moved to what was measured on the whole data, with the reason.

    Limits from above (seconds, ratios, memory) are promises and stay; a floor that is where it was keeps its reason.
    """
    moved = dict(floors)
    for figure in measured:
        floor = moved.get(figure.name)
        at_least = math.floor(figure.value * 10) / 10
        is_promise = floor is not None and floor.at_most is not None
        if figure.whole and figure.unit == "%" and not is_promise and (floor is None or floor.at_least != at_least):
            moved[figure.name] = Floor(at_least=at_least, why=why)
    return moved
