"""A text as numbers that can be compared by the million: its words, its runs of words, a few runs that stand for it.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every WINDOW neighbouring runs that of the smallest hash is
kept. Whoever shares RUN + WINDOW - 1 words in a row shares at least one kept run, wherever the words stand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reportedly.assess.words import assess_words

RUN = 5
WINDOW = 8
# Forms of words that are kept with their codes; beyond it the table is begun anew.
MOST_FORMS = 2_000_000

WORD = re.compile(r"\d[\d.,:]*\d|\w+")
NUMBER = np.uint64(1)
FACTOR = np.uint64(0x9E3779B97F4A7C15)
STIR = np.uint64(0xD6E8FEB86659FD93)
HALF = np.uint64(32)

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]


class WordCodes(dict[str, int]):
    """The code of each form of a word: odd for numbers, whatever the run or the machine."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = assess_words().number_words

    def __missing__(self, form: str) -> int:
        if len(self) >= MOST_FORMS:
            self.clear()
        word = form.casefold()
        number = word[0].isdigit() or word in self._numbers
        code = crc32(word.encode("utf-8", "surrogatepass")) & ~1 | number
        self[form] = code
        return code

    def of(self, paragraphs: Iterable[str]) -> Codes:
        """Return the codes of the words of some paragraphs, in order."""
        words = [word for paragraph in paragraphs for word in WORD.findall(paragraph)]
        return np.fromiter(map(self.__getitem__, words), dtype=np.uint32, count=len(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The runs that stand for a text, with the word at which each begins, in order."""

    hashes: Hashes
    places: NDArray[np.uint32]


def masked_runs(codes: Codes) -> Hashes:
    """Return the hash of each run of words, all numbers being one: "12 miners were killed on", "14 miners ..."."""
    wide = codes.astype(np.uint64)
    wide[(codes & 1).astype(bool)] = NUMBER
    return _runs(wide)


def real_runs(codes: Codes) -> Hashes:
    """Return the hash of each run of words as it reads."""
    return _runs(codes.astype(np.uint64))


def winnow(runs: Hashes) -> Kept:
    """Return the runs of the smallest hash of each window."""
    if not len(runs):
        return Kept(hashes=runs, places=np.zeros(0, dtype=np.uint32))
    width = min(WINDOW, len(runs))
    windows = np.lib.stride_tricks.sliding_window_view(runs, width)
    places = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
    return Kept(hashes=runs[places], places=places.astype(np.uint32))


def _runs(wide: Hashes) -> Hashes:
    count = len(wide) - RUN + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = wide[:count].copy()
    for at in range(1, RUN):
        total *= FACTOR
        total += wide[at : at + count]
    total ^= total >> HALF
    total *= STIR
    total ^= total >> HALF
    return total
