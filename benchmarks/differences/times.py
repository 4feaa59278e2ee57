"""Expressions of time: which were found with other edges, placed on other days, missed or invented."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

import msgspec

from differences.comparison import (
    Cell,
    Comparison,
    Examination,
    Examined,
    Kind,
    Verdict,
    cell,
    find_edges,
    span_cell,
    words,
)

Days = tuple[str, str]
# Labelled expressions of other types stand for no days.
DATED = frozenset({"DATE", "TIME"})
OPEN = ".."


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled expression."""

    span: tuple[int, int]
    type: str
    value: str | None


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a labelled page."""

    text: str
    published: str | None = None
    times: list[Label]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a time in a reading."""

    span: tuple[int, int]
    earliest: str | None
    latest: str | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of a reading."""

    times: list[Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A labelled expression that stands for days, and what was found there; one of them may be missing."""

    text: str
    gold: Label | None = None
    days: Days | None = None
    found: Found | None = None
    is_close: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return min(side.span[0] for side in (self.gold, self.found) if side)


def examine(script: ModuleType, labels: Mapping[str, object], answer: object) -> Examined:
    """Lay the page's labelled days beside the times of its reading."""
    page = msgspec.convert(labels, Labels)
    found = msgspec.convert(answer, Reading).times if answer else []
    pairs = sorted(_pair_up(script, page, found), key=lambda pair: pair.start)
    kinds = sum((_kinds(pair) for pair in pairs), Counter[Kind]())
    context = f"page of {page.published}" if page.published else ""
    return Examined(rows=tuple(_compare(pair) for pair in pairs), kinds=kinds, context=context)


TIMES = Examination(
    columns={"words": 40, "days": 60},
    ranked=("found, any overlap", "found, same span", "placed on the right days"),
    topics=(
        ("missed", "invented", "placed elsewhere"),
        ("expression edges", "words left out", "words taken in"),
    ),
    examine=examine,
)


def _pair_up(script: ModuleType, page: Labels, found: list[Found]) -> list[Pair]:
    """Pair what overlaps. Labels that stand for no days are left aside, and what was found on them with them."""
    left, pairs = list(page.times), []
    for mine in found:
        best = max(left, key=lambda label: script.overlap(label.span, mine.span), default=None)
        if best is None or not script.overlap(best.span, mine.span):
            taken = any(script.overlap(label.span, mine.span) for label in page.times)
            if not taken and (mine.earliest or mine.latest):
                pairs.append(Pair(text=page.text, found=mine))
            continue
        left.remove(best)
        if days := _days(script, best):
            close = script.close((mine.earliest, mine.latest), days)
            pairs.append(Pair(text=page.text, gold=best, days=days, found=mine, is_close=close))
    missed = [(label, days) for label in left if (days := _days(script, label))]
    return [*pairs, *(Pair(text=page.text, gold=label, days=days) for label, days in missed)]


def _days(script: ModuleType, label: Label) -> Days | None:
    days: Days | None = script.days(label.value) if label.type in DATED else None
    return days


def _compare(pair: Pair) -> Comparison:
    text, gold, found = pair.text, pair.gold, pair.found
    if gold is None or found is None:
        return Comparison(
            verdict=Verdict.INVENTED if gold is None else Verdict.MISSED,
            gold=(span_cell(text, [gold.span]), _days_cell(pair.days)) if gold else (),
            found=(span_cell(text, [found.span]), _days_cell((found.earliest, found.latest))) if found else (),
        )
    same = words(text, [gold.span]) == words(text, [found.span])
    placed = _days_cell(pair.days, differs=not pair.is_close)
    return Comparison(
        verdict=Verdict.RIGHT if same and pair.is_close else Verdict.DIFFERS,
        gold=(span_cell(text, [gold.span], [found.span]), placed),
        found=(
            span_cell(text, [found.span], [gold.span]),
            _days_cell((found.earliest, found.latest), differs=True) if not pair.is_close else placed,
        ),
    )


def _days_cell(days: tuple[str | None, str | None] | None, *, differs: bool = False) -> Cell:
    first, last = days or (None, None)
    return cell(first if first and first == last else f"{first or OPEN} to {last or OPEN}", differs=differs)


def _kinds(pair: Pair) -> Counter[Kind]:
    text, gold, found = pair.text, pair.gold, pair.found
    if gold is None or found is None:
        side = gold or found
        named = _shape(text[slice(*side.span)]) if side else ""
        return Counter([Kind("missed" if gold else "invented", named)])
    placed = Counter() if pair.is_close else Counter([Kind("placed elsewhere", _shape(text[slice(*gold.span)]))])
    return placed + find_edges("expression", text, [gold.span], [found.span])


def _shape(expression: str) -> str:
    """Return an expression without its own numbers, so that alike ones are counted together: "# years ago"."""
    return " ".join(re.sub(r"\d+", "#", expression.lower()).split())
