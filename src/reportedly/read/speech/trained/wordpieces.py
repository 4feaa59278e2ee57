"""Words into the pieces that the encoder knows: WordPiece, lower-cased and without accents, as its base was trained."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
# Nobody writes a word of more; on a hostile page each piece costs a row of every matrix.
MOST_PIECES = 12
KEPT_WORDS = 20_000


class WordPieces:
    """The vocabulary, longest match first: "Kiviselg" is "ki", "##vis", "##el", "##g"."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.index = {piece: i for i, piece in enumerate(vocabulary)}
        self.first, self.last = self.index[FIRST], self.index[LAST]
        self.unknown = self.index[UNKNOWN]
        self.known: dict[str, tuple[int, ...]] = {}

    def ids(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word by their numbers, one at least."""
        found = self.known.get(word)
        if found is None:
            found = tuple(islice((i for part in _parts(word) for i in self._longest(part)), MOST_PIECES))
            found = found or (self.unknown,)
            if len(self.known) < KEPT_WORDS:
                self.known[word] = found
        return found

    def _longest(self, part: str) -> Iterator[int]:
        if len(part) > LONGEST_WORD:
            yield self.unknown
            return
        found, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start and (part[start:end] if not start else "##" + part[start:end]) not in self.index:
                end -= 1
            if end == start:
                yield self.unknown
                return
            found.append(self.index[part[start:end] if not start else "##" + part[start:end]])
            start = end
        yield from found


def _parts(word: str) -> Iterator[str]:
    """Yield a word's runs of letters, and each mark by itself: "U.S." is "u", ".", "s", "."."""
    plain = [c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"]
    run: list[str] = []
    for c in plain:
        if c.isalnum() or not (_is_mark(c) or c.isspace() or unicodedata.category(c).startswith("C")):
            run.append(c)
            continue
        if run:
            yield "".join(run)
            run = []
        if _is_mark(c):
            yield c
    if run:
        yield "".join(run)


def _is_mark(c: str) -> bool:
    return (c.isascii() and c.isprintable() and not c.isalnum() and c != " ") or unicodedata.category(c)[0] == "P"
