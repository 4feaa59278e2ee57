"""What one page shows: rows of gold and found with what differs marked, and its mistakes tallied by kind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from types import ModuleType
from typing import NamedTuple

Spans = Sequence[tuple[int, int]]
NOTHING = "(none)"
# Words left out or taken in are counted word for word up to this many.
FEW_WORDS = 3


class Verdict(Enum):
    """How gold and found stand to each other."""

    RIGHT = "="
    DIFFERS = "~"
    MISSED = "-"
    INVENTED = "+"


class Piece(NamedTuple):
    """A run of a cell's text that the other side has too, or has not."""

    text: str
    differs: bool = False


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One row of a page: what was wanted and what was found, column by column; a side that is not there is empty."""

    verdict: Verdict
    gold: tuple[Cell, ...] = ()
    found: tuple[Cell, ...] = ()


class Kind(NamedTuple):
    """A kind of mistake: the list that it is counted in, and its line there."""

    topic: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A page's rows in the order of its text, and its mistakes by kind."""

    rows: tuple[Comparison, ...]
    kinds: Counter[Kind]
    context: str = ""

    def count(self, verdict: Verdict) -> int:
        """Return how many rows end so."""
        return sum(row.verdict is verdict for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """How the pages of one scorer are examined.

    columns: the table's, each with its share of the width. ranked: the scores by which pages are better or worse.
    topics: the lists of kinds, in the order and the rows in which they are shown.
    """

    columns: Mapping[str, int]
    ranked: tuple[str, ...]
    topics: tuple[tuple[str, ...], ...]
    examine: Callable[[ModuleType, Mapping[str, object], object], Examined]


def cell(text: str, *, differs: bool = False) -> Cell:
    """Return a cell of one piece."""
    return (Piece(printable(text).strip() or NOTHING, differs),)


def printable(text: str) -> str:
    """Return the text on one line, without what would steer a terminal."""
    return re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text))


def words(text: str, spans: Spans) -> frozenset[int]:
    """Return where the words inside the spans start: marks at an edge are no difference."""
    return frozenset(start + m.start() for start, end in spans for m in re.finditer(r"\w+", text[start:end]))


def span_cell(text: str, spans: Spans, other: Spans | None = None) -> Cell:
    """Return the text of the spans, with what lies outside the other side's spans marked.

    Spans that lie apart are joined by a dot: "the dam · would hold".
    """
    if not any(end > start for start, end in spans):
        return (Piece(NOTHING),)
    outside = _outside(text, spans, other)
    ordered = sorted(spans)
    pieces = list(_pieces(text, ordered[0], outside))
    for before, span in pairwise(ordered):
        apart = re.search(r"\w", text[before[1] : span[0]])
        pieces += [Piece(" · " if apart else " "), *_pieces(text, span, outside)]
    return joined(pieces)


def find_edges(what: str, text: str, gold: Spans, found: Spans) -> Counter[Kind]:
    """Tally how the edges of what was found lie to those of what was wanted, and the words between them.

    `what` names what the spans are: "source" is tallied under "source edges".
    """
    wanted, got = words(text, gold), words(text, found)
    if wanted == got:
        return Counter()
    if not wanted or not got:
        return Counter([Kind(f"{what} edges", "none found" if wanted else "none wanted")])
    if not wanted & got:
        return Counter([Kind(f"{what} edges", "elsewhere")])
    edges = {
        "begins too early": min(got) < min(wanted),
        "begins too late": min(got) > min(wanted),
        "ends too early": max(got) < max(wanted),
        "ends too late": max(got) > max(wanted),
    }
    seen = [edge for edge, holds in edges.items() if holds] or ["differs inside"]
    return Counter(
        [
            *(Kind(f"{what} edges", edge) for edge in seen),
            *(Kind("words left out", f"{what}: {run}") for run in _runs(text, gold, found)),
            *(Kind("words taken in", f"{what}: {run}") for run in _runs(text, found, gold)),
        ]
    )


def _runs(text: str, spans: Spans, other: Spans) -> Iterator[str]:
    """Yield the few words of the spans that stand outside the other spans, run by run."""
    for piece in span_cell(text, spans, other):
        found = re.findall(r"\w+(?:['\u2019-]\w+)*", piece.text.lower())
        if piece.differs and 0 < len(found) <= FEW_WORDS:
            yield " ".join(found)


def _outside(text: str, spans: Spans, other: Spans | None) -> frozenset[int]:
    """Return the places of the words that only these spans have."""
    if other is None:
        return frozenset()
    alone = words(text, spans) - words(text, other)
    return frozenset(i for start in alone for i in range(start, _end_of_word(text, start)))


def _end_of_word(text: str, start: int) -> int:
    match = re.compile(r"\w+").match(text, start)
    return match.end() if match else start


def _pieces(text: str, span: tuple[int, int], outside: frozenset[int]) -> Iterator[Piece]:
    """Cut a span where words begin or end to differ; marks and spaces between two words that differ, differ."""
    tokens = re.findall(r"\w+|\W+", text[span[0] : span[1]])
    at, flags = span[0], list[bool | None]()
    for token in tokens:
        flags.append(at in outside if re.match(r"\w", token) else None)
        at += len(token)
    for i, flag in enumerate(flags):
        if flag is None:
            flags[i] = bool(0 < i < len(flags) - 1 and flags[i - 1] and flags[i + 1])
    for differs, run in groupby(zip(tokens, flags, strict=True), key=lambda pair: pair[1]):
        yield Piece(printable("".join(token for token, _ in run)), bool(differs))


def joined(pieces: Sequence[Piece]) -> Cell:
    """Join neighbours that are alike; spaces around the whole are dropped."""
    runs = [
        Piece("".join(piece.text for piece in run), differs)
        for differs, run in groupby(pieces, key=lambda p: p.differs)
    ]
    runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
    runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return tuple(piece for piece in runs if piece.text)
