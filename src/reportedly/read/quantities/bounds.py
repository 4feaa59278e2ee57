"""What stands before and after a count and bounds it: "at least", "some", "or more"."""

from dataclasses import dataclass, replace
from functools import cache

from reportedly.read.quantities.cores import Core
from reportedly.read.quantities.units import is_duration, read_unit
from reportedly.read.quantities.wordlist import wordlist
from reportedly.read.quantities.words import WORD, Line
from reportedly.records import Number

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounded:
    """A count with its modifiers: words from `first` up to `end`, and what the modifiers do."""

    core: Core
    first: int
    end: int
    effects: frozenset[str] = frozenset()

    def ends(self) -> tuple[Number | None, Number | None, bool, bool]:
        """Return low, high, and whether the low and the high end are themselves left out."""
        low: Number | None = self.core.low
        high: Number | None = self.core.high
        if self.effects & {"at_least", "more_than"}:
            return low, None, "more_than" in self.effects, False
        if self.effects & {"at_most", "less_than"}:
            return None, high, False, "less_than" in self.effects
        return low, high, False, "nearly" in self.effects

    @property
    def approximate(self) -> bool:
        """Tell whether the words say that the count is not exact."""
        return self.core.approximate or bool(self.effects & {"about", "nearly"})


def bound(line: Line, core: Core, *, free: int = 0) -> Bounded:
    """Return the count with the modifiers around it: "more than 1,000" has no upper end.

    Words before `free` belong to the count before: in "dozens at least, 12" the "at least" is the dozens'.
    """
    alone = Bounded(core=core, first=core.first, end=core.end)
    before = _before(line, alone)
    return _after(line, before if before.first >= free else alone)


@cache
def _phrases(where: str) -> Phrases:
    """Return the modifiers by their last word (before a number) or first word (after one), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    table = wordlist().bounds if where == "before" else wordlist().after
    for effect in table.__dataclass_fields__:
        for phrase in getattr(table, effect):
            words = tuple(m[0] for m in WORD.finditer(phrase))
            found.setdefault(words[-1 if where == "before" else 0], []).append((words, effect))
    return {key: tuple(sorted(options, key=lambda o: -len(o[0]))) for key, options in found.items()}


def _before(line: Line, bounded: Bounded) -> Bounded:
    while (found := _modifier(line, bounded.first, bounded.core)) is not None:
        first, effect = found
        bounded = replace(bounded, first=first, effects=bounded.effects | {effect})
    verb = line.lower(bounded.first - 1)
    if verb in wordlist().reaching.more_than and not bounded.effects:
        return replace(bounded, effects=frozenset({"more_than"}))
    return bounded


def _modifier(line: Line, at: int, core: Core) -> tuple[int, str] | None:
    """Return where the modifier that ends right before a word starts, and its effect."""
    for words, effect in _phrases("before").get(line.lower(at - 1), ()):
        first = at - len(words)
        if first >= 0 and all(line.lower(first + k) == word for k, word in enumerate(words)):
            if not _bounds(line, first, words, core):
                return None
            return _strengthened(line, first, effect), effect
    if at and line.lower(at - 1) in {"between", "from"} and core.is_range and at == core.first:
        return at - 1, "exactly"
    if line.lower(at - 1) == "-" and line.lower(at - 2) == "sub" and line.glued(at - 2) and line.glued(at - 1):
        return at - 2, "less_than"
    return None


def _bounds(line: Line, first: int, words: tuple[str, ...], core: Core) -> bool:
    """Tell a modifier from the same word as a preposition or determiner: "over two years", "all 12"."""
    if words == ("sub",):
        return False
    if words == ("over",):
        unit = read_unit(line, core.end)
        return not is_duration(unit.name if unit else None) or line.lower(first - 1) in {"after", "for", "in", "of"}
    if words == ("up", "to"):
        return line.lower(first - 1) not in {"back", *wordlist().changes.up}
    if words in {("under",), ("below",), ("above",)}:
        measured = core.unit is not None or read_unit(line, core.end) is not None
        return measured or core.low > 2  # noqa: PLR2004 -- "under two presidents"
    return words != ("some",) or first + 1 == core.first


def _strengthened(line: Line, first: int, effect: str) -> int:
    """Return where the phrase starts with the word that strengthens it: "well over"."""
    if effect in {"more_than", "less_than"} and line.lower(first - 1) in wordlist().degrees.words:
        first -= 1
        return first - 1 if line.lower(first - 1) == "a" else first
    return first


def _after(line: Line, bounded: Bounded) -> Bounded:
    unit = read_unit(line, bounded.end)
    for at in (bounded.end, unit.end if unit else bounded.end):
        start = at + 1 if line.lower(at) == "-" and line.glued(at - 1) and line.glued(at) else at
        for words, effect in _phrases("after").get(line.lower(start), ()):
            if all(line.lower(start + k) == word for k, word in enumerate(words)):
                return _with(line, bounded, start, words, effect)
    return bounded


def _with(line: Line, bounded: Bounded, start: int, words: tuple[str, ...], effect: str) -> Bounded:
    """Add what stands after; "12 more than" compares, "12 more" adds. "more" is no part of the phrase, "or more" is."""
    end = start + len(words)
    if effect == "additional":
        return bounded if line.lower(end) == "than" else replace(bounded, effects=bounded.effects | {effect})
    if words in {("odd",), ("plus",)} and line.lower(start - 1) != "-":
        return bounded
    return replace(bounded, end=end, effects=bounded.effects | {effect})
