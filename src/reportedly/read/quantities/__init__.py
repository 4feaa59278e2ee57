"""Number phrases as intervals, before anything is known of what they count.

By the table of docs/reference/reading.md: "at least 300" is low 300 and no high, "several thousand" 2,000 to 9,999.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportedly.read.quantities.bounds import Bounded, bound
from reportedly.read.quantities.calendar import is_measured_duration
from reportedly.read.quantities.changes import read_change
from reportedly.read.quantities.conversions import tie_conversions
from reportedly.read.quantities.cores import read_core
from reportedly.read.quantities.exceptions import is_no_figure
from reportedly.read.quantities.ordinals import find_ordinals
from reportedly.read.quantities.singles import find_singles
from reportedly.read.quantities.units import read_unit
from reportedly.read.quantities.wordlist import cues, starters, wordlist
from reportedly.read.quantities.words import Line, split_words
from reportedly.records import Basis, Quantity, Sentence, TimeMention
from reportedly.spans import Span

# Words and single digits: four sentences in five hold no number, and need not be split.
CUE = re.compile(r"[a-z]+|[0-9\u00bc-\u00be]")


def find_quantities(text: str, sentences: Sequence[Sentence], times: Sequence[TimeMention]) -> tuple[Quantity, ...]:
    """Return the number phrases of the sentences, in order.

    "At least 300 were killed and about 2,700 more injured" gives 300 to an open end, and 2,700, approximate and
    additional. Dates, years, ages, clock times, ranks, addresses, model names and whatever `times` covers give nothing.
    """
    taken = sorted((time.span, time.known or time.basis is Basis.RELATIVE) for time in times)
    found = [quantity for sentence in sentences for quantity in _in_sentence(text, sentence, taken)]
    singles = [single for sentence in sentences for single in find_singles(text, sentence)]
    ranks = [rank for sentence in sentences for rank in find_ordinals(text, sentence)]
    return tie_conversions(text, sorted([*found, *singles, *ranks], key=lambda q: q.span))


def _in_sentence(text: str, sentence: Sentence, taken: Sequence[tuple[Span, bool]]) -> Iterator[Quantity]:
    if cues().isdisjoint(CUE.findall(sentence.span.of(text).lower())):
        return
    line = split_words(text, sentence)
    i, free, start = 0, 0, starters()
    while i < len(line.words):
        core = read_core(line, i) if line.words[i].is_number or line.words[i].lower in start else None
        if core is None:
            i += 1
            continue
        bounded = bound(line, core, free=free)
        i = free = max(core.end, bounded.end)
        if not _is_taken(line, bounded, taken) and not is_no_figure(line, bounded):
            yield _quantity(line, bounded)


def _is_taken(line: Line, bounded: Bounded, taken: Sequence[tuple[Span, bool]]) -> bool:
    """Tell whether a time mention has the number.

    One that is no place on the calendar, and would not be with the page's date, leaves a length: "every 33 years".
    """
    span = line.span(bounded.core.first, bounded.core.end)
    at = bisect_left(taken, ((span.end, 0), False))
    measured = is_measured_duration(line, bounded)
    return any(on.overlaps(span) and (placed or not measured) for on, placed in taken[max(0, at - 2) : at])


def _quantity(line: Line, bounded: Bounded) -> Quantity:
    low, high, low_open, high_open = bounded.ends()
    unit, end = _unit(line, bounded)
    span = line.span(bounded.first, end)
    return Quantity(
        span=span,
        text=span.of(line.text),
        low=low,
        high=high,
        low_open=low_open,
        high_open=high_open,
        approximate=bounded.approximate,
        unit=unit,
        change=read_change(line, bounded),
        additional="additional" in bounded.effects,
    )


def _unit(line: Line, bounded: Bounded) -> tuple[str | None, int]:
    """Return the unit, and where the phrase ends: with its "%" or "percent", which no counted noun follows."""
    core = bounded.core
    if core.unit is not None:
        return core.unit, bounded.end
    unit = read_unit(line, core.end)
    if unit is None:
        return _crowd(line, core.end) or _of_many(line, bounded), bounded.end
    return unit.name, max(unit.end, bounded.end) if unit.name == "percent" else bounded.end


def _of_many(line: Line, bounded: Bounded) -> str | None:
    """Read the unit of "millions of dollars" and "hundreds of acres"; "pounds" are money as often as a weight."""
    unit = read_unit(line, bounded.core.end + 1) if line.lower(bounded.core.end) == "of" else None
    plural = line.lower(bounded.core.end - 1).endswith("s")
    return unit.name if unit is not None and plural and bounded.core.approximate and unit.name != "lb" else None


def _crowd(line: Line, end: int) -> str | None:
    """Read "-strong" as people."""
    return "person" if line.lower(end) == "-" and line.lower(end + 1) in wordlist().crowds.words else None
