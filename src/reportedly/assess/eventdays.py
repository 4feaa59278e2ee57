"""Events as stretches of calendar: which surely lies before which, and which one event is told of two days."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.assess.sightings import apart
from reportedly.assess.words import overlap
from reportedly.records import When

Words = frozenset[str]
# Words that two tellings of one event share where their days differ, and which part of the smaller one's they are: a
# paper tells of another shelling in nearly the same words.
FEWEST_SHARED, MOST_OF = 5, 0.85
NEAREST = 40


def surely_before(days: Sequence[When]) -> tuple[int | None, ...]:
    """Return for each stretch the one that ends last of those that surely end before it begins, None where none does.

    Before 5 March lies "4 March", not "early March" and not "by 9 March".
    """
    ends = sorted((when.latest, -i) for i, when in enumerate(days) if when.latest)
    return tuple(_last_ending(ends, when.earliest) for when in days)


def _last_ending(ends: Sequence[tuple[date, int]], begin: date | None) -> int | None:
    at = bisect_left(ends, begin, key=lambda end: end[0]) if begin else 0
    return -ends[at - 1][1] if at else None


def find_disputes(events: Sequence[tuple[When, Words, frozenset[str]]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of events, each its days, its words and its pages, that are one event put on two days.

    "The east gallery of the Harrow pit fell in" of 5 March on one page and of 6 March on another.
    """
    usual = Counter(word for _, words, _ in events for word in words)
    index: dict[str, list[int]] = defaultdict(list)
    for i, (when, words, pages) in enumerate(events):
        if len(words) < FEWEST_SHARED or when.earliest is None or when.latest is None:
            continue
        rarest = sorted(words, key=lambda word: (usual[word], word))[:FEWEST_SHARED]
        for j in sorted({j for word in rarest for j in index[word][-NEAREST:]}):
            other, others, elsewhere = events[j]
            same = len(words & others) >= FEWEST_SHARED and overlap(words, others) >= MOST_OF
            if same and apart(when, other) and pages.isdisjoint(elsewhere):
                yield j, i
        for word in words:
            index[word].append(i)
