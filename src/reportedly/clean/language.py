"""The language a text is written in."""

import re
from functools import cache
from typing import Protocol

SAMPLE = 3_000  # characters: py3langid's cost grows with the text and its answer changes no more
ENOUGH = 20  # letters
# Headlines and lists of names in English come out as Pidgin or Latin with a confidence below this.
SURE = 0.7
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
    code, confidence = _identifier().classify(sample)
    return code if confidence >= SURE and len(code) == _TWO_LETTERS else None


@cache
def _identifier() -> Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- loads numpy and a model

    found: Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return found
