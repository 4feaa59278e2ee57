"""Numbers inside expressions of time: "three", "twenty-four", "14th", "nineteen ninety-six"."""

from reportedly.read.times.tokens import APOSTROPHES, DASHES, Words, open_lexicon

_SUFFIXES = ("st", "nd", "rd", "th")
_TENS, _HUNDRED = 20, 100
_MOST_DIGITS = 4
_LAST_DAY = 31
_TURN = 50  # '49 is 2049, '50 is 1950
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_OLD_CENTURIES = {"eighteen": 1800, "nineteen": 1900}

Count = tuple[int, int]  # the number and the place after it


def read_number(words: Words, i: int) -> Count | None:
    """Return a whole number in figures or words: "24", "twenty-four", "a"."""
    word = words.at(i)
    if word.isdecimal() and word.isascii():
        return (int(word), i + 1) if len(word) <= _MOST_DIGITS else None
    number = open_lexicon().numbers.get(word)
    if number is None:
        return None
    if word not in ("a", "an") and number >= _TENS:
        unit = _unit_after(words, i + 1)
        if unit:
            return number + unit[0], unit[1]
    return number, i + 1


def _unit_after(words: Words, i: int) -> Count | None:
    """Return the four of "twenty-four" or "twenty four"."""
    after = i + 1 if words.at(i) in DASHES else i
    unit = open_lexicon().numbers.get(words.at(after), 0)
    return (unit, after + 1) if 0 < unit < 10 and words.at(after) not in ("a", "an") else None  # noqa: PLR2004


def read_ordinal(words: Words, i: int) -> Count | None:
    """Return an ordinal: "14th", "first", "twenty-first"."""
    word = words.at(i)
    if word[:1].isdigit() and word[-2:] in _SUFFIXES and word[:-2].isdecimal() and len(word) <= _MOST_DIGITS:
        return int(word[:-2]), i + 1
    lexicon = open_lexicon()
    tens = lexicon.numbers.get(word, 0)
    if tens in (20, 30):
        after = i + 1 + (words.at(i + 1) in DASHES)
        unit = lexicon.ordinals.get(words.at(after), 0)
        return (tens + unit, after + 1) if 0 < unit < 10 else None  # noqa: PLR2004
    number = lexicon.ordinals.get(word)
    return (number, i + 1) if number else None


def read_day_number(words: Words, i: int) -> Count | None:
    """Return the day of a month: "14", "14th", "fourteenth"."""
    word = words.at(i)
    if word.isdecimal() and word.isascii() and len(word) <= 2:  # noqa: PLR2004
        return (int(word), i + 1) if 1 <= int(word) <= _LAST_DAY else None
    found = read_ordinal(words, i)
    return found if found and 1 <= found[0] <= _LAST_DAY else None


def read_year_number(words: Words, i: int) -> Count | None:
    """Return four figures, or the words for them, that can be a year, whatever they stand for here."""
    word = words.at(i)
    if len(word) == _MOST_DIGITS and word.isdecimal() and word.isascii():
        return (int(word), i + 1) if _FIRST_YEAR <= int(word) <= _LAST_YEAR else None
    century = _OLD_CENTURIES.get(word)
    rest = read_number(words, i + 1) if century else None
    if century and rest and rest[0] >= _TENS and rest[0] < _HUNDRED and not words.at(i + 1).isdecimal():
        return century + rest[0], rest[1]
    return _two_thousands(words, i)


def read_short_year(words: Words, i: int) -> Count | None:
    """Return the year of "March '24"."""
    figures = words.at(i + 1)
    if words.at(i) not in APOSTROPHES or not words.joined(i + 1) or len(figures) != 2 or not figures.isdecimal():  # noqa: PLR2004
        return None
    return (2000 if int(figures) < _TURN else 1900) + int(figures), i + 2


def _two_thousands(words: Words, i: int) -> Count | None:
    """Return "the year two thousand (and five)"; without "year" before it, it is a count."""
    if words.at(i) != "two" or words.at(i + 1) != "thousand" or words.at(i - 1) != "year":
        return None
    rest = read_number(words, i + 2 + (words.at(i + 2) == "and"))
    return (2000 + rest[0], rest[1]) if rest and words.at(rest[1] - 1) != "a" else (2000, i + 2)
