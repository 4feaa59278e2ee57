"""Dates in figures alone: "2025-03-14", "14.03.2025", "14/03/2025"."""

from reportedly.read.times.tokens import DASHES, Words
from reportedly.read.times.values import CalendarDate, EitherDate, Found, Value

_MONTHS = 12
_LAST_DAY = 31


def find_figures(words: Words, i: int) -> Found | None:
    """Read "2025-03-14", "14.03.2025" and "14/03/2025"."""
    parts = words.at(i).split(".")
    if len(parts) == 3 and all(p.isdecimal() and len(p) <= 4 for p in parts):  # noqa: PLR2004
        found = _from_figures(parts)
        return (found, i + 1) if found else None
    separator = words.at(i + 1)
    if separator not in (*DASHES, "/") or separator != words.at(i + 3):
        return None
    figures = [words.at(i), words.at(i + 2), words.at(i + 4).partition("t")[0]]
    if not all(words.joined(n) for n in range(i + 1, i + 5)) or not all(f.isdecimal() for f in figures):
        return None
    found = _from_figures(figures, slashed=separator == "/")
    return (found, i + 5) if found else None


def _from_figures(figures: list[str], *, slashed: bool = False) -> Value | None:
    """Return a date from year, month, day or day, month, year; both readings where a slash leaves two."""
    if len(figures[0]) == 4 and len(figures[1]) <= 2:  # noqa: PLR2004
        year, month, day = (int(f) for f in figures)
        return CalendarDate(year, month, day) if month <= _MONTHS and day <= _LAST_DAY else None
    if len(figures[2]) != 4 or max(len(figures[0]), len(figures[1])) > 2:  # noqa: PLR2004
        return None
    first, second, year = (int(f) for f in figures)
    by_day, by_month = CalendarDate(year, second, first), CalendarDate(year, first, second)
    if second > _MONTHS:
        return by_month if first <= _MONTHS and second <= _LAST_DAY else None
    if first > _MONTHS:
        return by_day if first <= _LAST_DAY else None
    return EitherDate(by_day, by_month) if slashed and first != second else by_day
