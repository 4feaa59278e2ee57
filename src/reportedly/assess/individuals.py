"""People whom a page tells of one by one, as the one number that they come to: two killed, and no count gives two."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.assess.sightings import Sighting
from reportedly.records import Figure, Measure


def count_together(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Return the sightings, each of a person whom its page tells of beside others as the number of them all.

    "Ann Roe was killed" and "Ben Kask died too" are two killed on that page: each figure is of one person of the two.
    """
    people: dict[tuple[str, Measure], set[str]] = defaultdict(set)
    for sighting in sightings:
        if sighting.figure.person is not None:
            people[sighting.page, sighting.figure.measure].add(sighting.figure.person)
    return tuple(
        replace(sighting, figure=_as_one_of(sighting.figure, len(people[sighting.page, sighting.figure.measure])))
        if sighting.figure.person is not None
        else sighting
        for sighting in sightings
    )


def _as_one_of(figure: Figure, number: int) -> Figure:
    if number <= 1:
        return figure
    return replace(figure, low=number, high=number, text=f"{number} people", who=None, counted=None)
