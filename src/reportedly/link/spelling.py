"""One key for the many Latin spellings of one name: Harovsky, Harovskyy, Kharovskiy; Mohammed, Muhammad."""

import re

from reportedly.read.gazetteer import fold

# Romanisations of Slavic, Arabic and Korean names differ in these letters (BGN/PCGN, ISO 9, national systems).
_SAME = (
    (re.compile(r"['`\u02bc]"), ""),
    (re.compile(r"^m[ou]ham+[ae]d$"), "mohamed"),
    (re.compile(r"shch|sch"), "sh"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ou|oo|u"), "o"),
    (re.compile(r"ai|ei(?=.)"), "e"),
    (re.compile(r"(?<![aeio])(?:ie|ye|je)|(?<=[^aeio])(?:yo|jo|io)"), "e"),
    (re.compile(r"(?:ij|iy|yi|yy|ii|ey|ei|[iyj])$"), "i"),
    (re.compile(r"ya|ia|ja"), "a"),
    (re.compile(r"yo|io|jo(?!n)"), "o"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"w|ff$"), "v"),
    (re.compile(r"(?<=a)h$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def spelling_key(name: str) -> str:
    """Return the letters that all usual spellings of a name share; not a word, only good to compare.

    "Harovsky", "Harovskyy" and "Kharovskiy" have one key; so have "Mohammed al-Masri" and "Mohamed Al Masri".
    """
    words = re.sub(r"\b[Aa]l[- ](?=\w)|-", " ", fold(name)).split()
    return " ".join(filter(None, map(_word_key, words)))


def _word_key(word: str) -> str:
    letters = word.lower().strip(".,'\"")
    for pattern, to in _SAME:
        letters = pattern.sub(to, letters)
    return letters
