"""In which half of the world a season is told of: "by the summer" in a report from Sydney is December."""

from reportedly.read.gazetteer import open_gazetteer
from reportedly.read.times.tokens import Words, open_lexicon

_LONGEST = 3  # words: "Papua New Guinea"
_NEAR = 40  # words on either side that are looked at


def is_southern(words: Words, at: int, lead: str | None) -> bool:
    """Tell whether the place named nearest to a word, else the page's own country, lies in the southern half."""
    found = [(abs(i - at), code) for i, code in _countries(words, at - _NEAR, at + _NEAR)]
    code = min(found)[1] if found else lead
    return code in open_lexicon().southern


def first_country(words: Words) -> str | None:
    """Return the country that a page's lead names first: of "SYDNEY, 3 March - ..." it is AU."""
    return next((code for _, code in _countries(words, 0, _NEAR)), None)


def _countries(words: Words, first: int, end: int) -> list[tuple[int, str]]:
    """Return the countries that names of places and peoples stand for, and where: "Sydney", "Australian"."""
    gazetteer, found = open_gazetteer(), []
    for i in range(max(0, first), min(end, len(words.raw))):
        for length in range(_LONGEST, 0, -1) if words.capitalised(i) else ():
            name = " ".join(words.raw[i : i + length])
            entry = gazetteer.find(name)
            code = gazetteer.country(name) or (entry.country if entry else "")
            if code:
                found.append((i, code))
                break
    return found
