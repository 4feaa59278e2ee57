"""Lengths of time and where they point: "three years ago", "two days later", "for the past three weeks"."""

from reportedly.read.times.numerals import read_number
from reportedly.read.times.tokens import DASHES, Words, open_lexicon
from reportedly.read.times.values import Around, Coming, Duration, Found, Onward, SameAgo, Shift, Unit, Value, Window

# A length of time, with its number; None where the words give none ("several weeks"), and the place after it.
Length = tuple[int | None, Unit, int]

MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
SHORT = (Unit.MINUTE, Unit.HOUR)
_MOST = 999


def read_length(words: Words, i: int) -> Length | None:
    """Return a length of time: "three weeks", "a couple of years", "2 1/2 years", "several months", "ten-day"."""
    after = i + (words.at(i) == "a" and words.is_one_of(i + 1, "few", "couple"))
    steps: int | None
    if words.at(i) == "half" and words.is_one_of(i + 1, "a", "an"):
        unit = open_lexicon().units.get(words.at(i + 2))
        return (6, Unit.MONTH, i + 3) if unit == "year" else None
    if words.is_one_of(after, "several", "few", "many", "recent", "couple"):
        steps, end = (2 if words.at(after) == "couple" else None), after + 1
        end += words.at(end) == "of"
    else:
        number = read_number(words, after)
        if not number:
            return None
        steps, end = number
    if steps is not None and steps > _MOST:
        return None
    whole = end
    end = _after_fraction(words, end)
    if end != whole:
        steps = None  # "two and a half years ago" may be either of two years
    end += words.at(end) in ("more", "full", "whole", "straight", "long", "short", "consecutive") or (
        words.at(end) in DASHES and words.joined(end)
    )
    unit = open_lexicon().units.get(words.at(end))
    if unit is None or (unit == "quarter" and words.at(end + 1) in DASHES):
        return None
    return steps, Unit(unit), end + 1


def _after_fraction(words: Words, i: int) -> int:
    """Skip the half of "2 1/2 years" and of "two and a half years"."""
    if words.at(i + 1) == "/" and words.at(i).isdecimal():
        return i + 3
    if words.at(i) == "and" and words.at(i + 1) == "a" and words.at(i + 2) == "half":
        return i + 3
    return i


def find_counted(words: Words, i: int) -> Found | None:
    """Read "three years ago", "two days later", "in three weeks", "about a month"."""
    lexicon = open_lexicon()
    inside = i + (words.at(i) in lexicon.before_windows)
    about = inside
    while words.at(about) in lexicon.around or words.is_one_of(about, "more", "less", "than", "over", "only"):
        about += 1
    length = read_length(words, about)
    if not length or _is_age(words, length[2]):
        return None
    steps, unit, end = length
    end = _after_or_so(words, end)
    pointed = _pointed(words, length, end) if inside == i else None
    if pointed:
        value, end = pointed
        return (value if about == inside else Around(value)), end
    if words.is_one_of(about, "a", "an", "one") and (about == i or unit is Unit.QUARTER):
        return None
    if words.at(i) == "in" and steps is not None:
        return Coming(unit, steps), end
    return (Duration(), end) if unit not in SHORT else None


def _after_or_so(words: Words, i: int) -> int:
    return i + 2 if words.at(i) == "or" and words.at(i + 1) == "so" else i


def _pointed(words: Words, length: Length, end: int) -> Found | None:
    """Return where a length points: "ago", "later", "from now"."""
    steps, unit, _ = length
    direction = open_lexicon().directions.get(words.at(end))
    if direction is None or (words.at(end) in ("before", "after") and not _ends_there(words, end)):
        return None
    if words.at(end) == "from":
        return (Shift(unit, steps), end + 2) if words.at(end + 1) == "now" and steps else None
    if words.at(end) == "ago":
        same = _same_as_now(words, end + 1) if steps else None
        if same and steps:
            return SameAgo(unit, steps, same[0]), same[1]
        return (_ago(unit, steps) if steps else Duration()), end + 1
    if not steps:
        return Duration(), end + 1
    return Onward(unit, direction * steps), end + 1


def _same_as_now(words: Words, i: int) -> tuple[Unit, int] | None:
    """Read the rest of "a year ago today", "two years ago this month"."""
    if words.at(i) == "today":
        return Unit.DAY, i + 1
    unit = open_lexicon().units.get(words.at(i + 1)) if words.at(i) == "this" else None
    return (Unit(unit), i + 2) if unit in ("week", "month") else None


def _ago(unit: Unit, steps: int) -> Value:
    years = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit)
    return Around(Shift(Unit.YEAR, -years * steps)) if years else Shift(unit, -steps)


def _ends_there(words: Words, i: int) -> bool:
    """Tell "he had left two days before." from "two days before the vote"."""
    return words.at(i + 1) in ("", ".", ",", ";", ":", ")", '"', "”")


def _is_age(words: Words, i: int) -> bool:
    """Tell "18 years old", "three-year-old", "40 years of age" from times."""
    after = i + (words.at(i) in DASHES)
    return words.at(after) in ("old", "olds", "younger", "older") or words.lower[i : i + 2] == ("of", "age")


def find_window(words: Words, i: int) -> Found | None:
    """Read "for the past three weeks", "in recent months", "over the next few days", "the past year"."""
    lexicon = open_lexicon()
    at = i + (words.at(i) in lexicon.before_windows)
    if words.at(at) == "the" and words.at(at + 1) in ("course", "space") and words.at(at + 2) == "of":
        inside = read_length(words, at + 3)
        return (Duration(), inside[2]) if inside else None
    at += words.is_one_of(at, "at") and words.at(at + 1) == "least" and 2
    the = words.at(at) in ("the", "these", "its", "their", "his", "her")
    at += the
    if words.at(at) in ("recent", "coming", "past") or (the and words.at(at) in ("last", "next")):
        return _window(words, at, by_article=the)
    if words.at(at) in ("last", "next") and read_length(words, at + 1):
        return _window(words, at, by_article=True)
    return None


def _window(words: Words, at: int, *, by_article: bool) -> Found | None:
    ahead, recent = words.at(at) in ("coming", "next"), words.at(at) == "recent"
    length = read_length(words, at + 1)
    if words.at(length[2] if length else at + 2) == "of":
        return None  # "the last days of the war"
    if length and not recent:
        return Window(length[1], length[0], ahead), _after_or_so(words, length[2])
    unit = open_lexicon().units.get(words.at(at + 1))
    plural = words.at(at + 1).endswith("s")
    if unit is None or (not plural and (unit == "day" or recent or not by_article)):
        return None
    if unit == "quarter" and not plural:
        return Shift(Unit.QUARTER, 1 if ahead else -1), at + 2
    return Window(Unit(unit), None if plural else 1, ahead), _after_or_so(words, at + 2)
