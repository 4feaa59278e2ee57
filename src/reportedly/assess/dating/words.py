"""The word list of dating."""

from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingWords:
    """The form of data/dating.toml."""

    again: frozenset[str]
    starting: frozenset[str]
    being: frozenset[str]
    definite: frozenset[str]
    unsure: frozenset[str]
    saying: frozenset[str]
    kinds: dict[str, frozenset[str]]
    phases: dict[str, frozenset[str]]
    same: dict[str, frozenset[str]]
    stages: dict[str, tuple[frozenset[str], ...]]


def dating_words() -> DatingWords:
    """Return the word list."""
    words: DatingWords = read_lexicon("dating.toml", DatingWords)
    return words


@cache
def dating_heads() -> dict[str, str]:
    """Return the words that stand for others, each with the name of what they all mean."""
    lists = dating_words()
    kinds = {word: kind for kind, words in lists.kinds.items() for word in words}
    return kinds | {word: thing for thing, words in lists.same.items() for word in words}
