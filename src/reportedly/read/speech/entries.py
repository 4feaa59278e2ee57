"""Where a page begins anew: the entries of a live page, each under its time of day.

Nothing said in one entry goes on in the next: the next one is older or newer, and often by another hand.
"""
# ruff: noqa: RUF001 -- dashes and apostrophes that look alike

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.spans import Span

CLOCK = r"(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?)"
ZONE = r"(?:\s(?:[A-Z]{2,5}|local time)\b)?(?:\s\([^()\n]{1,20}\))?"
HEADING = re.compile(rf"(?:(?:Updated?|Posted)(?: at)?:? )?{CLOCK}{ZONE}\s*(?:$|\n|[-–—|•]+\s|:\s)")
RULE = re.compile(r"[_*=~•·–—-]{3,}|(?:\* ){2,}\*")
# A line that is no paragraph and heads an entry is short.
LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """For each paragraph the number of its entry, and where its prose begins behind "14:32 GMT - "."""

    numbers: tuple[int, ...]
    starts: tuple[int, ...]


def find_entries(text: str, paragraphs: Sequence[Span]) -> Entries:
    """Return which paragraphs stand in one entry. A page without times of day or rules between is one entry.

    `14:32 GMT - The dam holds.` opens an entry, as does a line `14:32` that is no paragraph itself.
    """
    numbers, starts = [], []
    number, end = 0, 0
    for paragraph in paragraphs:
        heading = HEADING.match(text, paragraph.start, paragraph.end)
        if heading or any(_divides(line) for line in text[end : paragraph.start].splitlines()):
            number += 1
        numbers.append(number)
        starts.append(heading.end() if heading else paragraph.start)
        end = paragraph.end
    return Entries(numbers=tuple(numbers), starts=tuple(starts))


def _divides(line: str) -> bool:
    line = line.strip()
    return bool(RULE.fullmatch(line)) or (len(line) <= LONGEST_HEADING and HEADING.fullmatch(line) is not None)
