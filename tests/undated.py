"""Pages of invented stories, read as the pipeline reads them, with or without their dates."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from builders import paragraphs_of, parsed, published, reading
from reportedly.read.clues import find_clues
from reportedly.read.times import find_times
from reportedly.records import UNKNOWN_DATE, Bounds, Clue, PageDating, Reading, TimeMention


def page(name: str, text: str, day: str | None = None, **given: Any) -> Reading:
    """Return a read page whose first line is its title."""
    on = published(day) if day else UNKNOWN_DATE
    clues, times = _read(text, day)
    return reading(name, text, published=on, clues=clues, times=times, **given)


@cache
def _read(text: str, day: str | None) -> tuple[tuple[Clue, ...], tuple[TimeMention, ...]]:
    on, sentences = published(day) if day else UNKNOWN_DATE, parsed(text)
    return find_clues(text, sentences, paragraphs_of(text)[1:], ()), find_times(text, sentences, on)


def ends(bounds: Bounds | None) -> tuple[str, str]:
    """Return both ends as they are written."""
    return (str(bounds.earliest), str(bounds.latest)) if bounds else ("None", "None")


def days(bounds: Bounds | None) -> int | None:
    """Return how many days the bounds leave, None where an end is open."""
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        return None
    return (bounds.latest - bounds.earliest).days


def likeliest(dating: PageDating | None) -> Bounds | None:
    """Return the likely bounds, the sure ones where there are no closer ones."""
    return dating and (dating.likely or dating)


def misses(found: Mapping[str, PageDating], truth: Mapping[str, date], *, likely: bool = False) -> list[str]:
    """Return the pages whose true day lies outside the bounds that were found."""
    bounds = {name: likeliest(dating) if likely else dating for name, dating in found.items()}
    return [
        name
        for name, one in bounds.items()
        if one and not (one.earliest or date.min) <= truth[name] <= (one.latest or date.max)
    ]


def misorders(found: Mapping[str, PageDating], truth: Mapping[str, date]) -> list[tuple[str, str]]:
    """Return the pairs that are put in an order that is not the true one."""
    pairs: list[tuple[str, str]] = []
    for name, dating in found.items():
        for one in (dating, dating.likely):
            pairs.extend((other, name) for other in (one.after if one else ()))
            pairs.extend((name, other) for other in (one.before if one else ()))
    return [(early, late) for early, late in pairs if truth[early] > truth[late]]


def undated(pages: Sequence[tuple[str, str, str]], *given: str) -> list[Reading]:
    """Return pages, each its name, text and true day; only the given ones show theirs."""
    return [page(name, text, day if name in given else None) for name, text, day in pages]
