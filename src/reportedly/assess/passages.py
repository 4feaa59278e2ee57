"""The passages that two pages have in common: stretches of runs that stand in both, in one order."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reportedly.assess.boilerplate import Flags
from reportedly.assess.fingerprints import RUN, Hashes

# Words that a passage has at the least: about two sentences. One sentence may be what everybody was told.
FEWEST_WORDS = 40
# A word or two changed within a passage breaks so many runs.
NEAR = RUN + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A passage as the first word, and the word behind the last one, in the one text and in the other."""

    words: tuple[int, int]
    other_words: tuple[int, int]


def find_stretches(runs: Hashes, other: Hashes, usable: Flags) -> Iterator[Stretch]:
    """Yield the passages of a text that another has too, as far as its runs are usable.

    A word changed on the way ends no passage: "killed at least 12 miners" and "killed about 12 miners" are one.
    """
    order = np.argsort(other, kind="stable")
    at = np.minimum(np.searchsorted(other, runs, sorter=order), max(len(other) - 1, 0))
    places = order[at] if len(other) else at
    shared = np.flatnonzero((other[places] == runs) & usable) if len(other) else at[:0]
    if not len(shared):
        return
    steps, others = np.diff(shared), np.diff(places[shared])
    breaks = np.flatnonzero((steps > NEAR) | (others > NEAR) | (others < 1)) + 1
    for part in np.split(shared, breaks):
        if len(part) + RUN - 1 >= FEWEST_WORDS:
            first, last = int(part[0]), int(part[-1])
            ends = int(places[first]), int(places[last])
            yield Stretch(words=(first, last + RUN), other_words=(ends[0], ends[1] + RUN))
