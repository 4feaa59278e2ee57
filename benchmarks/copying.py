"""Copies among many pages: seconds, memory, and how well copies and lifted passages are told, on invented pages.

    python benchmarks/copying.py 10000

Each page has 400 words of its own or is made from an earlier one: an exact copy, a near one, one with other numbers, a
shortened one, or a page of its own words with a passage lifted from another. A third of the pages carry one of a few
sidebars, and every outlet has its own footer; neither makes a copy.
"""

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import comb

import numpy as np

from reportedly.assess.copies import Shared, Text, find_shared
from reportedly.assess.joins import Joins
from reportedly.records import CopyKind

WORDS, PARAGRAPHS = 400, 8
VOCABULARY = 60_000
SIDEBARS, OUTLETS = 40, 400
NUMBERS = 40
# Of few pages each has one of fewer sidebars, so that each is seen often enough to be one.
PAGES_OF_A_SIDEBAR = 100
MEGABYTE = 1024
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "har", "kel", "lom", "mir", "nas", "or", "pel", "rin", "sol", "tun", "va")
KINDS = ("exact", "near", "version", "shortened", "lifted")
SHARES = (0.02, 0.10, 0.03, 0.05, 0.05)

Body = list[list[str]]


@dataclass(slots=True, kw_only=True)
class Made:
    """Invented pages, and what is true of them: the page that each was made from, and how."""

    texts: list[Text]
    source: dict[int, tuple[int, str]] = field(default_factory=dict)


def make_pages(count: int, seed: int = 7) -> Made:
    """Return so many pages and the truth about them."""
    rng = np.random.default_rng(seed)
    words = np.array(["".join(rng.choice(SYLLABLES, size=rng.integers(1, 5))) for _ in range(VOCABULARY)], dtype=object)
    ranks = 1 / np.arange(1, VOCABULARY + 1) ** 0.9
    edges = np.cumsum(ranks / ranks.sum())

    def tell(length: int) -> list[str]:
        told: list[str] = words[np.minimum(np.searchsorted(edges, rng.random(length)), VOCABULARY - 1)].tolist()
        for at in range(20, length, NUMBERS):
            told[at] = str(int(rng.integers(2, 900)))
        return told

    sidebars = [
        " ".join(tell(int(rng.integers(60, 260)))) for _ in range(max(1, min(SIDEBARS, count // PAGES_OF_A_SIDEBAR)))
    ]
    footers = [" ".join(tell(40)) for _ in range(OUTLETS)]
    made, bodies = Made(texts=[]), list[list[list[str]]]()
    for i in range(count):
        kind = str(rng.choice(["own", *KINDS], p=[1 - sum(SHARES), *SHARES])) if i > count // 20 else "own"
        body = [tell(WORDS // PARAGRAPHS) for _ in range(PARAGRAPHS)]
        if kind != "own":
            of = int(rng.integers(0, i))
            body = _derived(kind, bodies[of], body, rng, tell)
            made.source[i] = (of, kind)
        bodies.append(body)
        outlet = int(rng.integers(0, OUTLETS))
        paragraphs = [*map(" ".join, body), footers[outlet]]
        if rng.random() < 0.3:  # noqa: PLR2004 -- the share of pages with a sidebar
            paragraphs.insert(int(rng.integers(0, len(paragraphs))), sidebars[int(rng.integers(0, len(sidebars)))])
        made.texts.append(Text(name=f"{i:06d}", paragraphs=tuple(paragraphs), carrier=f"outlet {outlet}"))
    return made


def _derived(kind: str, source: Body, own: Body, rng: np.random.Generator, tell: Callable[[int], list[str]]) -> Body:
    """Return what an editor makes of a page."""
    if kind == "lifted":
        at, to = int(rng.integers(0, max(1, len(source) - 1))), int(rng.integers(0, len(own)))
        return [*own[:to], *source[at : at + 2], *own[to + 1 :]]
    if kind == "shortened":
        return [list(part) for part in source[: max(2, int(len(source) * rng.uniform(0.3, 0.6)))]]
    body = [list(part) for part in source]
    if kind == "near":
        for part in body:
            for at in rng.integers(0, len(part), size=max(1, len(part) // 25)):
                part[at] = tell(1)[0]
        if len(body) > 3 and rng.random() < 0.5:  # noqa: PLR2004 -- a paragraph is cut from half of the longer ones
            del body[int(rng.integers(1, len(body)))]
    if kind == "version":
        part = body[0]
        numbers = [at for at, word in enumerate(part) if word.isdigit()]
        for at in numbers:
            part[at] = str(int(part[at]) + 3)
    return body


# --- what was found, against the truth -------------------------------------------------------------------------------


def report(made: Made, shared: Shared) -> Iterator[str]:
    """Yield how much of the truth was found, kind by kind, and how much of what was found is true."""
    names = [text.name for text in made.texts]
    truth, found = Joins(names), Joins(names)
    for i, (of, kind) in made.source.items():
        if kind != "lifted":
            truth.join(names[of], names[i])
    for a, b, _ in shared.copies:
        found.join(a, b)
    for kind in KINDS[:-1]:
        pairs = [(names[of], names[i]) for i, (of, made_so) in made.source.items() if made_so == kind]
        yield f"recall of {kind}: {_share(found.first_of(a) == found.first_of(b) for a, b in pairs)}"
    right = [truth.first_of(a) == truth.first_of(b) for a, b, _ in shared.copies]
    yield f"precision of copies: {_share(right)}"
    yield f"adjusted Rand index of copies: {100 * adjusted_rand(truth, found, names):.2f}"
    lifted = [frozenset((names[of], names[i])) for i, (of, kind) in made.source.items() if kind == "lifted"]
    pairs_found = {frozenset((p.page, p.other)) for p in shared.passages}
    groups = {frozenset(map(truth.first_of, pair)) for pair in pairs_found}
    yield f"recall of lifted passages: {_share(frozenset(map(truth.first_of, pair)) in groups for pair in lifted)}"
    true_groups = {frozenset(map(truth.first_of, pair)) for pair in lifted}
    yield f"precision of passages: {_share(frozenset(map(truth.first_of, p)) in true_groups for p in pairs_found)}"
    versions = {frozenset((a, b)) for a, b, kind in shared.copies if kind is CopyKind.VERSION}
    yield f"versions found: {len(versions)}"


def _share(right: Iterator[bool] | Sequence[bool]) -> str:
    told = list(right)
    return f"{100 * sum(told) / len(told):.2f} of {len(told)}" if told else "none"


def adjusted_rand(truth: Joins[str], found: Joins[str], names: Sequence[str]) -> float:
    """Return how far two ways to put pages into groups agree: 1 for the same groups, 0 for chance."""
    table: dict[tuple[str, str], int] = defaultdict(int)
    rows: dict[str, int] = defaultdict(int)
    columns: dict[str, int] = defaultdict(int)
    for name in names:
        a, b = truth.first_of(name), found.first_of(name)
        table[a, b] += 1
        rows[a] += 1
        columns[b] += 1
    both = sum(comb(n, 2) for n in table.values())
    one, other = (sum(comb(n, 2) for n in sums.values()) for sums in (rows, columns))
    expected = one * other / comb(len(names), 2)
    most = (one + other) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def main() -> None:
    """Make pages, look for what they share, and print what that took and what it is worth."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    made = make_pages(count)
    before, began, worked = _peak(), time.perf_counter(), time.process_time()
    shared = find_shared(iter(made.texts))
    print(f"pages: {count}; seconds: {time.perf_counter() - began:.1f}, processor {time.process_time() - worked:.1f}")
    print(f"memory: {_peak():.0f} MB at most, {before:.0f} MB of it the pages")
    for line in report(made, shared):
        print(line)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


if __name__ == "__main__":
    main()
