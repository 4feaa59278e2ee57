"""The language a text is written in."""

import re

# py3langid is sure of a language from a sentence on; its cost grows with the text, so a sample is enough.
SAMPLE = 3_000
ENOUGH = 20
_LETTER = re.compile(r"[^\W\d_]")


def find_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, None where there are too few letters to tell.

    "Офіцер заявив, що міст зруйновано." is "uk".
    """
    sample = text[:SAMPLE]
    if len(_LETTER.findall(sample)) < ENOUGH:
        return None
    import py3langid  # noqa: PLC0415 -- loads its model: 0.1 s that `--help` does not need

    code, _ = py3langid.classify(sample)
    return str(code)
