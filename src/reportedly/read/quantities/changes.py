"""Steps: numbers that say by how much something rose or fell, not where it stands."""

from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.units import read_unit
from reportedly.read.quantities.wordlist import dimensions, wordlist
from reportedly.read.quantities.words import Line
from reportedly.records import Change

# Words that may stand between a verb and its number.
APART = 3
# Words of the object between a verb and "by".
FAR = 6
# After a verb of change they say where it came to: "fell below 300".
LEVELS = frozenset({"above", "below"})
SHARES = frozenset({"share", "money", "ratio"})


def read_change(line: Line, bounded: Bounded) -> Change | None:
    """Return the way of a step: "rose by 12" and "up 3 percent" are up, "rose to 43" and "rose above 43" are levels."""
    changes, at = wordlist().changes, bounded.first - 1
    if line.lower(bounded.first) in LEVELS and line.lower(at) in changes.up | changes.down:
        return None
    by = line.lower(at) == "by"
    steps = 0
    while steps < APART and line.lower(at) in changes.between | {"by"} and line.lower(at) != "to":
        at, steps = at - 1, steps + 1
    verb = line.lower(at)
    if verb in changes.up | changes.down:
        if _is_particle(line, at):
            return None
        if not by and not _is_step(line, bounded, verb) and not _is_of_water(line, bounded, at):
            return None
        return Change.UP if verb in changes.up else Change.DOWN
    return _noun(line, at) or (_farther(line, at) if by else None) or _signed(line, bounded)


def _is_particle(line: Line, at: int) -> bool:
    """Tell the "up" of "signed up 300 people" and the "down" of "paid down $5 billion" from "went up 3 percent"."""
    token = line.token(at)
    if token is None or line.lower(at) not in {"up", "down"} or token.dep not in {"prt", "prep"}:
        return False
    changes, verb = wordlist().changes, line.sentence.tokens[token.head]
    return verb.tag.startswith("VB") and verb.lower not in changes.moving | changes.up | changes.down


def _farther(line: Line, at: int) -> Change | None:
    """Read "grow sales by 35 percent": the verb a few words before "by"."""
    changes = wordlist().changes
    for i in range(at, max(-1, at - FAR), -1):
        if _is_particle(line, i):
            return None
        if line.lower(i) in changes.up | changes.up_by:
            return Change.UP
        if line.lower(i) in changes.down | changes.down_by:
            return Change.DOWN
        if not line.lower(i).isalpha():
            return None
    return None


def _noun(line: Line, at: int) -> Change | None:
    """Read "an increase of 12"."""
    changes, noun = wordlist().changes, line.lower(at - 1)
    if line.lower(at) != "of" or noun not in changes.up_nouns | changes.down_nouns:
        return None
    return Change.UP if noun in changes.up_nouns else Change.DOWN


def _is_step(line: Line, bounded: Bounded, verb: str) -> bool:
    """Tell "lost 2.1 percent" from "lost 300 men"; "rose 12" is a step by any unit."""
    unit = read_unit(line, bounded.core.end)
    name = unit.name if unit else bounded.core.unit
    if dimensions().get(name or "") in SHARES:
        return True
    return verb not in wordlist().changes.shares_only and dimensions().get(name or "") not in {"length", "area", "time"}


def _is_of_water(line: Line, bounded: Bounded, at: int) -> bool:
    """Tell "sea levels rise 11 feet", a step, from "the tower rises 300 feet"."""
    unit = read_unit(line, bounded.core.end)
    long = unit is not None and dimensions().get(unit.name) == "length"
    return long and any(line.lower(i) in wordlist().changes.waters for i in range(max(0, at - FAR), at))


def _signed(line: Line, bounded: Bounded) -> Change | None:
    """Read the sign of "-1.3%"."""
    unit = read_unit(line, bounded.core.end)
    if bounded.core.high >= 0 or unit is None or unit.name != "percent":
        return None
    return Change.DOWN
