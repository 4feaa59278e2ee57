"""Letters that pass for others: a name with a Cyrillic letter among its Latin ones is the same name to who reads it.

The text stays as it is; only comparisons see through, and the page is told of.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.records import Problem

WORD = re.compile(r"[^\W\d_]+(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+[^\W\d_]+)*")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
UNSEEN = "Cf"  # Unicode's category of signs that are not shown: zero-width and direction marks
SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalikes:
    """The form of data/lookalikes.toml: pairs "Latin other"."""

    cyrillic: tuple[str, ...]
    greek: tuple[str, ...]


def see_through(words: str) -> str:
    """Return the words as they look: `unmask`, and signs that are not seen are gone."""
    if words.isascii():
        return words
    return "".join(letter for letter in unmask(words) if unicodedata.category(letter) != UNSEEN)


def unmask(text: str) -> str:
    """Return the text with the letters of words of two scripts made Latin, each in its place.

    A word that is wholly of another script stays: it is no disguise.
    """
    return WORD.sub(lambda word: word[0].translate(_table()) if _is_mixed(word[0]) else word[0], text)


def find_lookalikes(text: str) -> tuple[Problem, ...]:
    """Return what to tell of a text with disguised words: one problem, with the first of them.

    A Latin name with one Cyrillic letter is one, and so is "ki", an unseen sign and "lled".
    """
    disguised = list(dict.fromkeys(_disguised(text))) if not text.isascii() else []
    if not disguised:
        return ()
    first = ", ".join(f"“{see_through(word)}”" for word in disguised[:SHOWN])
    more = f" and {len(disguised) - SHOWN} more" if len(disguised) > SHOWN else ""
    told = f"letters that look like others, or signs that are not seen, stand inside of words: {first}{more}; "
    return (Problem(code="lookalike_letters", message=told + "names are compared as they look, all else as written."),)


def _disguised(text: str) -> Iterator[str]:
    for word in WORD.finditer(text):
        letters = word[0]
        if not letters.isascii() and (_is_mixed(letters) or _hides(letters)):
            yield letters


def _is_mixed(word: str) -> bool:
    """Tell whether Latin letters and lookalikes stand in one word, and nothing of the other script that is none."""
    strange = OTHER.findall(word)
    return bool(strange and LATIN.search(word)) and all(ord(letter) in _table() for letter in strange)


def _hides(word: str) -> bool:
    """Tell whether signs stand inside of a word that are not seen; the soft hyphen is a typesetter's."""
    return bool(LATIN.search(word)) and any(unicodedata.category(sign) == UNSEEN and sign != "\u00ad" for sign in word)


@cache
def _table() -> dict[int, str]:
    lists = read_lexicon("lookalikes.toml", Lookalikes)
    return {ord(other): latin for latin, other in map(str.split, (*lists.cyrillic, *lists.greek))}
