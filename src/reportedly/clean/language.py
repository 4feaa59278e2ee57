"""The language a text is written in."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from reportedly.lexicons import read_lexicon

SAMPLE = 3_000  # characters: py3langid's cost grows with the text and its answer changes no more
ENOUGH = 20  # letters
# Headlines and lists of names in English come out as Pidgin or Latin with a confidence below this.
SURE = 0.7
# Plainly English: the model, which takes half a second to load, is not asked.
PLAIN_WORDS = 40
PLAIN_SHARE = 0.1
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_TWO_LETTERS = 2


class Identifier(Protocol):
    """What tells languages apart: the code of the likeliest one and how sure that is, from 0 to 1."""

    def classify(self, text: str) -> tuple[str, float]:
        """Return the language and the confidence."""
        ...


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, None where too little of it can be told.

    "Офіцер заявив, що міст зруйновано." is "uk"; "KT Wiz vs. SK Wyverns, 5:25 a.m." is None.
    """
    sample = text[:SAMPLE]
    if len(_LETTER.findall(sample)) < ENOUGH:
        return None
    if _is_plainly_english(sample):
        return "en"
    return likeliest_language(sample)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """The form of data/language.toml."""

    english: frozenset[str]
    joining: dict[str, frozenset[str]]


def language_words() -> LanguageWords:
    """Return the word list data/language.toml."""
    words: LanguageWords = read_lexicon("language.toml", LanguageWords)
    return words


def likeliest_language(text: str) -> str | None:
    """Return the language that the model holds for the likeliest, None where it is not sure."""
    code, confidence = _identifier().classify(text[:SAMPLE])
    return code if confidence >= SURE and len(code) == _TWO_LETTERS else None


def _is_plainly_english(sample: str) -> bool:
    words = _WORD.findall(sample.lower())
    english = language_words().english
    return len(words) >= PLAIN_WORDS and sum(word in english for word in words) >= PLAIN_SHARE * len(words)


@cache
def _identifier() -> Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- loads numpy and a model

    found: Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return found
