"""The kept runs of many pages in one sorted table, and which of them are boilerplate: footers, sidebars, notices.

A run is boilerplate where it stands in many pages that are otherwise different, or in a few of one outlet. Different is
a page that has words of its own beside it: two hundred reprints of one report have none, so it is no boilerplate.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.assess.fingerprints import Hashes

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Otherwise different pages of any outlets, and of one outlet, that make a run boilerplate.
MANY = 20
FEW_AT_HOME = 3
# What a page must have of its own to be otherwise different: kept runs, and their part of all that it keeps.
OWN_RUNS = 5
OWN_SHARE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Kept runs sorted by hash, then by page; a bucket is all entries of one hash.

    `pages` are ranks, the longest page being 0. `first` is False where a page has the run for a second time.
    `everywhere` and `at_home` mark boilerplate, of any outlets and of the page's own. `order` is the place of an entry
    among the runs as they were given, page by page.
    """

    pages: Numbers
    buckets: Numbers
    first: Flags
    everywhere: Flags
    at_home: Flags
    order: Numbers
    bounds: Numbers

    def flags_of(self, marked: Flags) -> list[Flags]:
        """Return marks of entries as marks of each page's kept runs, in their order in the page."""
        given = np.zeros(len(marked), dtype=np.bool_)
        given[self.order] = marked
        return np.split(given, self.bounds[1:-1]) if len(self.bounds) > 1 else []


def tabulate_runs(kept: Sequence[Hashes], carriers: Numbers) -> Table:
    """Return the table of the kept runs of pages; `carriers` are numbers of outlets, -1 where it is not known."""
    hashes = np.concatenate([*kept, np.zeros(0, dtype=np.uint64)])
    bounds = np.concatenate([[0], np.cumsum([len(one) for one in kept], dtype=np.int64)])
    pages = np.repeat(np.arange(len(kept)), np.diff(bounds))
    order = np.argsort(hashes, kind="stable")
    hashes, pages = hashes[order], pages[order]
    opens = np.ones(len(hashes), dtype=np.bool_)
    opens[1:] = hashes[1:] != hashes[:-1]
    first = opens.copy()
    first[1:] |= pages[1:] != pages[:-1]
    buckets = np.cumsum(opens) - 1
    everywhere, at_home = _boilerplate(pages, buckets, first, carriers)
    return Table(
        pages=pages,
        buckets=buckets,
        first=first,
        everywhere=everywhere,
        at_home=at_home,
        order=order,
        bounds=bounds,
    )


def _boilerplate(pages: Numbers, buckets: Numbers, first: Flags, carriers: Numbers) -> tuple[Flags, Flags]:
    """Tell which entries are boilerplate: of many pages, and of a few of one outlet, each with words of its own."""
    outlets = carriers[pages] if len(carriers) else pages
    homes = _homes(buckets, outlets)
    known = outlets >= 0
    often = _usual(buckets, first)[buckets] >= MANY
    often |= known & (_usual(homes, first)[homes] >= FEW_AT_HOME)
    kept = np.bincount(pages, weights=first)
    own = np.bincount(pages, weights=first & ~often, minlength=len(kept))
    different = (own >= OWN_RUNS) & (own >= OWN_SHARE * kept)
    counted = first & different[pages]
    everywhere = _usual(buckets, counted)[buckets] >= MANY
    at_home = known & (_usual(homes, counted)[homes] >= FEW_AT_HOME)
    return everywhere, at_home


def _homes(buckets: Numbers, outlets: Numbers) -> Numbers:
    """Return a number for each pair of a bucket and an outlet."""
    keys = buckets * (int(outlets.max(initial=-1)) + 2) + outlets + 1
    numbers: Numbers = np.unique(keys, return_inverse=True)[1]
    return numbers


def _usual(groups: Numbers, counted: Flags) -> NDArray[np.float64]:
    """Return how many of the counted entries each group has."""
    return np.bincount(groups, weights=counted).astype(np.float64)
