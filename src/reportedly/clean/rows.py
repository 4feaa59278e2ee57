"""Rows of tables and numbered lists, which say something without a sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportedly.clean.lines import Line

_CELL = re.compile(r"\s*\|\s*|\t+| {3,}")
_NUMBER = re.compile(r"(\d{1,2})[.)] ?\S")
_FEWEST = 2  # cells of a row, and rows
_SERIES = 3  # numbered lines
_LONGEST = 300  # characters
_WITHIN = 2  # lines from one number to the next


def find_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Return which lines are rows of a table or a numbered list.

    "Harrow | 12 | 40" and "Orsk | 3 | 9" are two rows of three cells, with numbers in them; "1) Keep away from the
    river", "2) Leave the valley", "3) Boil water" are a list. Neither "Home | News" nor two lines with a number are.
    """
    return frozenset((*_tables(lines), *_lists(lines)))


def _tables(lines: Sequence[Line]) -> Iterator[int]:
    sizes = [len(_CELL.split(line.text)) if len(line.text) <= _LONGEST else 1 for line in lines]
    for cells, run in groupby(range(len(lines)), key=lambda i: sizes[i]):
        rows = [*run]
        numbers = sum(any(c.isdigit() for c in lines[i].text) for i in rows)
        if cells >= _FEWEST and len(rows) >= _FEWEST and 2 * numbers >= len(rows):
            yield from rows


def _lists(lines: Sequence[Line]) -> Iterator[int]:
    found = [(i, int(match[1])) for i, line in enumerate(lines) if (match := _NUMBER.match(line.text))]
    series: list[int] = []
    last = 0
    for i, number in [*found, (len(lines) + _SERIES, 0)]:
        if series and number == last + 1 and i - series[-1] <= _WITHIN:
            series.append(i)
        else:
            yield from series if len(series) >= _SERIES else ()
            series = [i] if number == 1 else []
        last = number
