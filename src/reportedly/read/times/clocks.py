"""Times of day inside an expression: "10:35 a.m. (0835 GMT) Friday", "Saturday night", "noon Thursday"."""

import re
from dataclasses import dataclass
from datetime import time
from functools import cache

from reportedly.lexicons import read_lexicon
from reportedly.read.times.tokens import Words

_HOURS, _MINUTES = 24, 60
_NOON = 12
_MOST_OFFSET = 14 * _MINUTES
_FOUR_FIGURES = re.compile(r"[0-2]\d[0-5]\d")
_AT_MOST = 12  # words of an expression that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockWords:
    """The form of data/clocks.toml."""

    dayparts: dict[str, str]
    offsets: dict[str, str]


@cache
def _lexicon() -> ClockWords:
    lexicon: ClockWords = read_lexicon("clocks.toml", ClockWords)
    return lexicon


def find_daypart(words: Words) -> str | None:
    """Return the time of day as TIMEX3 writes it behind a day: "T10:35+02:00", "TNI"; None where there is none."""
    for i in range(min(len(words.lower), _AT_MOST)):
        clock = _clock(words, i)
        if clock:
            at, end = clock
            return f"T{at:%H:%M}{_offset(words, at, end)}"
    parts = [_lexicon().dayparts[word] for word in words.lower if word in _lexicon().dayparts]
    return parts[0] if parts else None


def _clock(words: Words, i: int) -> tuple[time, int] | None:
    """Return a time of day and the place after it: "10 p.m.", "10:35 am", "15:30", "2200 GMT"."""
    if _FOUR_FIGURES.fullmatch(words.at(i)) and _zone(words, i + 1) is not None:
        return _time(words.at(i)[:2], words.at(i)[2:], i + 1)
    hour, *minutes = words.at(i).split(":")
    if not hour.isdecimal() or not hour.isascii():
        return None
    half, end = _half_of_day(words, i + 1)
    if half is None and not minutes:
        return None
    found = _time(hour, minutes[0] if minutes else "0", end)
    if found is None or half is None or not 1 <= found[0].hour <= _NOON:
        return found
    return found[0].replace(hour=found[0].hour % _NOON + (_NOON if half == "p" else 0)), end


def _half_of_day(words: Words, i: int) -> tuple[str | None, int]:
    """Return "a" or "p" of "a.m." and "pm", and the place after it."""
    if words.at(i) in ("am", "pm"):
        return words.at(i)[0], i + 1
    if words.at(i) in ("a", "p") and words.at(i + 1) == "." and words.at(i + 2) == "m":
        return words.at(i), i + 3 + (words.at(i + 3) == ".")
    return None, i


def _time(hour: str, minute: str, end: int) -> tuple[time, int] | None:
    fits = minute.isdecimal() and int(hour) < _HOURS and int(minute) < _MINUTES
    return (time(int(hour), int(minute)), end) if fits else None


# --- zones -----------------------------------------------------------------------------------------------------------


def _zone(words: Words, i: int) -> str | None:
    """Return the distance from UTC that the zone at a place has: "+00:00" of "GMT"."""
    return _lexicon().offsets.get(words.at(i)) if words.written(i).isupper() else None


def _offset(words: Words, at: time, end: int) -> str:
    """Return the distance from UTC that the page gives, "" where it gives none.

    "10:35 a.m. (0835 GMT)" is two hours ahead. "EST" is five behind, "CST" is of Chicago, of Shanghai or of Havana.
    """
    zone = _zone(words, end)
    if zone is not None:
        return zone
    behind = end + 2 if words.lower[end : end + 2] == ("local", "time") else end
    universal = _clock(words, behind + 1) if words.at(behind) == "(" else None
    if universal is None or _zone(words, universal[1]) != "+00:00":
        return ""
    ahead = _minutes(at) - _minutes(universal[0])
    ahead = (ahead + _NOON * _MINUTES) % (_HOURS * _MINUTES) - _NOON * _MINUTES
    if ahead < _MOST_OFFSET - _HOURS * _MINUTES:
        return ""
    return f"{'-' if ahead < 0 else '+'}{abs(ahead) // _MINUTES:02d}:{abs(ahead) % _MINUTES:02d}"


def _minutes(at: time) -> int:
    return at.hour * _MINUTES + at.minute
