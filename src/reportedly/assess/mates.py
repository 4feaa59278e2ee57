"""Which pages share enough kept runs to be held against one another, found in the sorted table, without all pairs."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from reportedly.assess.boilerplate import MANY, Flags, Numbers, Table

# Each page of a bucket is paired with the longest pages in it; in a large bucket, which is one report told many times,
# with the very longest alone.
LONGEST = 24
LONGEST_OF_MANY = 4


def find_mates(
    table: Table, carriers: Numbers, entries: Flags, *, share: float, least: int, most: int
) -> Mapping[int, list[int]]:
    """Return for each page the longer pages with which it shares kept runs, most shared first.

    Only the entries are looked at. `share` is the part of a page's own entries that a mate must have, `least` the
    fewest; of more than `most` mates the best are returned.
    """
    at = np.flatnonzero(entries & table.first)
    pages, home = table.pages[at], table.at_home[at]
    known = np.bincount(pages, minlength=len(carriers))
    keys, counts = np.unique(_pairs(pages, table.buckets[at], home, carriers), return_counts=True)
    shorter, longer = keys // max(len(carriers), 1), keys % max(len(carriers), 1)
    enough = counts >= np.maximum(share * known[shorter], least)
    mates: dict[int, list[int]] = defaultdict(list)
    best = np.lexsort((longer[enough], -counts[enough], shorter[enough]))
    for page, mate in zip(shorter[enough][best].tolist(), longer[enough][best].tolist(), strict=True):
        if len(mates[page]) < most:
            mates[page].append(mate)
    return mates


def _pairs(pages: Numbers, buckets: Numbers, home: Flags, carriers: Numbers) -> Numbers:
    """Return the pairs of pages of each bucket as numbers, the shorter page counting for len(carriers)."""
    opens = np.ones(len(pages), dtype=np.bool_)
    opens[1:] = buckets[1:] != buckets[:-1]
    starts = np.flatnonzero(opens)
    sizes = np.diff(np.append(starts, len(pages)))
    start, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    place = np.arange(len(pages)) - start
    found = [np.zeros(0, dtype=np.int64)]
    for nth in range(LONGEST):
        at = np.flatnonzero((place > nth) & ((nth < LONGEST_OF_MANY) | (size < MANY)))
        mates = pages[start[at] + nth]
        ours = home[at] & (carriers[pages[at]] == carriers[mates])
        found.append((pages[at] * len(carriers) + mates)[~ours])
    return np.concatenate(found)
