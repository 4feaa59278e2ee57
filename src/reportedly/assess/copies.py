"""Pages that carry one text: a wire report that two outlets reprint is one report, however it was shortened.

Five-word runs of the paragraphs, with numbers masked, are looked up in an index; texts are never compared two by two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.assess.words import AssessWords
from reportedly.lexicons import read_lexicon
from reportedly.records import CopyKind, Reading

RUN = 5
# Of the shorter page's runs, the part that the longer page has too. A rewrite of an agency's report keeps less; two
# reports that share a long quotation share less.
SHARED = 0.6
# Shorter texts are one quotation or one headline: what they share is no sign of copying.
FEWEST_RUNS = 25
# A run that stands in more pages than this is somebody's boilerplate: the first that have it are enough.
COMMONEST = 100

WORD = re.compile(r"\d[\d.,:]*\d|\w+")
NUMBER = "#"


def find_copies(readings: Sequence[Reading]) -> tuple[tuple[str, str, CopyKind], ...]:
    """Return the pairs of pages with one text, earlier page first.

    "At least 12 miners were killed at Harrow, police said ..." on two pages is a copy, also where one stops half way;
    with 14 for 12 it is a version. Of many copies each is paired with the longest page that it agrees with.
    """
    masked = {i: runs for i, reading in enumerate(readings) if len(runs := _runs(reading)) >= FEWEST_RUNS}
    index: dict[int, list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], CopyKind] = {}
    for i in sorted(masked, key=lambda i: (-len(masked[i]), i)):
        mates = ((_kind(masked[i], masked[j]), j) for j in _mates(masked[i], index))
        kind, j = min(mates, key=lambda mate: mate[0] is CopyKind.VERSION, default=(None, i))
        if kind:
            pairs[min(i, j), max(i, j)] = kind
        if kind is not CopyKind.COPY:
            _add(masked[i], i, index)
    return tuple((readings[i].page.name, readings[j].page.name, kind) for (i, j), kind in sorted(pairs.items()))


def _runs(reading: Reading) -> dict[int, frozenset[int]]:
    """Return the page's masked runs of words, each with the runs as they really read."""
    runs: dict[int, set[int]] = defaultdict(set)
    words = [word for span in reading.page.paragraphs for word in WORD.findall(span.of(reading.text).casefold())]
    number_words = read_lexicon("assess_words.toml", AssessWords).number_words
    shapes = [NUMBER if word[0].isdigit() or word in number_words else word for word in words]
    for at in range(len(words) - RUN + 1):
        runs[hash(tuple(shapes[at : at + RUN]))].add(hash(tuple(words[at : at + RUN])))
    return {shape: frozenset(real) for shape, real in runs.items()}


def _add(runs: Iterable[int], i: int, index: dict[int, list[int]]) -> None:
    for run in runs:
        if len(index[run]) < COMMONEST:
            index[run].append(i)


def _mates(runs: Mapping[int, object], index: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """Yield the indexed pages, none of them shorter, that have most of a page's runs; best first."""
    shared = Counter(j for run in runs for j in index.get(run, ()))
    return (j for j, count in shared.most_common() if count >= SHARED * len(runs))


def _kind(runs: Mapping[int, frozenset[int]], other: Mapping[int, frozenset[int]]) -> CopyKind:
    """Tell a copy from a version: some run that both have reads with other numbers."""
    same = all(real & other[shape] for shape, real in runs.items() if shape in other)
    return CopyKind.COPY if same else CopyKind.VERSION
