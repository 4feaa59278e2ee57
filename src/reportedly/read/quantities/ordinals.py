"""Counts by the rank of the last: "the fifth victim" makes at least five."""

import re
from collections.abc import Iterator

from reportedly.read.quantities.wordlist import wordlist
from reportedly.records import Quantity, Sentence

WRITTEN = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
# Of a "second victim" the page counts both itself.
FIRST = 3


def find_ordinals(text: str, sentence: Sentence) -> Iterator[Quantity]:
    """Yield a count from the rank up for each ordinal of a victim, a death or an arrest.

    "The fifth victim was found on Monday" gives 5 and no high end: more may follow. "A fifth victim" is one person on
    top of others, and "the fifth man" no victim.
    """
    for token in sentence.tokens:
        rank = read_ordinal(token.lower) if token.dep == "amod" else None
        if rank is None or rank < FIRST or not _is_counted(sentence, token.head):
            continue
        yield Quantity(span=token.span, text=token.span.of(text), low=rank, high=None, unit="person")


def read_ordinal(lower: str) -> int | None:
    """Return the rank that a word in lower case says: 5 for "fifth" and "5th"."""
    written = WRITTEN.fullmatch(lower)
    return int(written[1]) if written else wordlist().ordinals.ranks.get(lower)


def _is_counted(sentence: Sentence, i: int) -> bool:
    noun = sentence.tokens[i]
    determiners = {sentence.tokens[k].lower for k in sentence.children[i] if sentence.tokens[k].dep == "det"}
    return noun.tag == "NN" and noun.lower in wordlist().ordinals.nouns and determiners <= {"the", "that", "this"}
