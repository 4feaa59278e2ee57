"""Codes: "T-72", "5G", "12:01", "(555) 343-5628", "575 Wilbraham Road", "9mm pistol", "a 9-2 lead"."""

from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.fractions import read_written_part
from reportedly.read.quantities.labels import is_capital
from reportedly.read.quantities.units import read_unit
from reportedly.read.quantities.wordlist import wordlist
from reportedly.read.quantities.words import APOSTROPHES, DASHES, MINUS, Line

GLUED = frozenset("_@#/\\=&:^\u00d7\u00b7|")
INNER = frozenset(".,") | APOSTROPHES
ORDINAL = frozenset({"st", "nd", "rd", "th"})
# Digits of a number that news would write with commas, if it counted.
LONG = 6
STREET_WORDS = 4
PHONE = [3, 4]
POSTCODE, STATE = 5, 2
BEYOND_COUNTS = 10**24


def is_glued(line: Line, bounded: Bounded) -> bool:
    """Tell numbers inside other signs: "T-72", "5G", "2019-09-01", "12:01", "24/7", "1990s", "22nd", "#3"."""
    first, end = bounded.core.first, bounded.core.end
    if line.glued(first - 1) and bounded.first == first and not bounded.core.unit and _sticks(line, first - 1):
        return True
    if any(_sticks_inside(line, i) for i in range(first, end - 1)):
        return True
    if not line.glued(end - 1) or not line.is_number(end - 1):
        return False
    after = line.lower(end)
    if after in GLUED or (after in INNER and line.glued(end) and line.is_number(end + 1)):
        return after != "/" or line.is_number(end + 1) or line.lower(end + 1).isalpha()
    if after == "-":
        return line.is_number(end + 1)
    return after.isalpha() and read_unit(line, end) is None


def _sticks(line: Line, i: int) -> bool:
    """Tell whether the sign or letter at `i` makes one thing of what follows: the hyphen of "Su-34"."""
    lower = line.lower(i)
    if lower in MINUS:
        return line.glued(i - 1)
    return lower.isalpha() or lower in GLUED or (lower in INNER and line.glued(i - 1))


def _sticks_inside(line: Line, i: int) -> bool:
    joined = line.lower(i) in {":", "/"} and line.glued(i) and line.is_number(i - 1)
    return joined and read_written_part(line, i - 1) is None


def is_numbering(line: Line, bounded: Bounded) -> bool:
    """Tell "1." or "(2)" before a sentence, a note's "[3]", a line of numbers alone."""
    first, end = bounded.first, bounded.end
    if not bounded.core.digits:
        return False
    if line.is_table and read_unit(line, end) is None:
        return True
    before, after = line.lower(first - 1), line.lower(end)
    if before in {"(", "["} and after in {")", "]"} and not bounded.core.unit:
        return True
    return first == 0 and after in {".", ")"} and end + 1 < len(line.words)


def is_code(line: Line, bounded: Bounded) -> bool:
    """Tell "Harrow, CO 80123", "(555) 343-5628", "911 calls", a docket's "162195"."""
    at, end = bounded.core.first, bounded.core.end
    written = [line.words[i].text for i in range(at, end) if line.is_number(i)]
    if [len(number) for number in written] == PHONE and end == at + 3 and line.glued(at):
        return True
    if line.lower(end) == "-" and line.glued(end - 1) and line.lower(at - 1) == ")":
        return True
    if any(number.isdigit() and number.startswith("0") and len(number) > 1 for number in written):
        return True  # nobody counts "0134"
    if written and written[0] in wordlist().emergency.numbers and _is_dialled(line, at, end):
        return True
    long = bounded.core.digits and len(written[0]) >= LONG and written[0].isdigit() and not bounded.core.unit
    return (long and not line.lower(end).isalpha()) or (long and is_capital(line, end)) or _is_postcode(line, bounded)


def _is_dialled(line: Line, at: int, end: int) -> bool:
    """Tell "a 911 call", "called 911"."""
    return line.lower(end) in wordlist().emergency.before or line.lower(at - 1) in wordlist().emergency.after


def _is_postcode(line: Line, bounded: Bounded) -> bool:
    at = bounded.core.first
    if not line.is_number(at) or len(line.words[at].text) != POSTCODE or at == 0:
        return False
    before = line.words[at - 1].text
    return len(before) == STATE and before.isupper() and before.isalpha()


def is_followed(line: Line, bounded: Bounded) -> bool:
    """Tell "10 GMT", "12-gauge", "the 300 block", "575 Wilbraham Road"."""
    at, lists = bounded.core.end, wordlist().no_figure_after
    at += line.lower(at) == "-"
    if line.lower(at) in lists.words:
        return True
    if not bounded.core.digits or bounded.first != bounded.core.first:
        return False
    if line.lower(at) == "block":
        return True
    for step in range(STREET_WORDS):
        if step and line.is_name(at + step) and line.lower(at + step) in lists.streets:
            return True
        ordinal = line.is_number(at + step) and line.lower(at + step + 1) in ORDINAL
        if not line.is_name(at + step) and not ordinal and line.lower(at + step) not in {".", *ORDINAL}:
            return False
    return False


def is_calibre(line: Line, bounded: Bounded) -> bool:
    """Tell "155mm shells", "a 9 mm pistol", "the gun was a 9 mm", ".45-caliber"."""
    unit, core = read_unit(line, bounded.core.end), bounded.core
    small = core.unit is None and core.digits and line.words[core.first].text.startswith(".")
    if not small and (unit is None or unit.name != "mm"):
        return False
    end = unit.end if unit else core.end
    near = {line.lower(j) for j in range(end, end + 3)}
    named = line.lower(core.first - 1) in {"a", "the", "his", "her"} and not line.lower(end).isalpha()
    return bool(near & wordlist().no_figure_after.weapons) or (named and line.lower(end) != "-")


def _is_to_one(line: Line, first: int, end: int) -> bool:
    """Tell both numbers of "a 3 to 1 margin" and "split 4 to 1 in favour"."""
    after = {line.lower(end), line.lower(end + 1)}
    if line.lower(first - 1) == "to" and line.lower(first) in {"1", "one"} and end == first + 1:
        return bool(after & wordlist().no_figure_after.scores) and (
            line.is_number(first - 2) or _is_word(line, first - 2)
        )
    if line.lower(end) != "to" or line.lower(end + 1) not in {"1", "one"}:
        return False
    return bool({line.lower(end + 2), line.lower(end + 3)} & wordlist().no_figure_after.scores)


def _is_word(line: Line, i: int) -> bool:
    return line.lower(i) in wordlist().cardinals


def is_score(line: Line, bounded: Bounded) -> bool:
    """Tell "9-2 lead", "lost 1-3", "a 3 to 1 margin": numbers that are held against each other, of games and votes."""
    core, lists = bounded.core, wordlist()
    first, end = core.first, core.end
    if _is_to_one(line, first, end):
        return True
    joined = line.lower(first - 1) in DASHES and line.is_number(first - 2) and line.glued(first - 1)
    joined = joined or (line.lower(end) in DASHES and line.is_number(end + 1) and line.glued(end))
    if joined:
        return True
    if not core.is_range or line.lower(first + 1) not in DASHES:
        return False
    near = {line.lower(end), line.lower(end + 1)} & lists.no_figure_after.scores
    return bool(near) or line.lower(first - 1) in lists.no_figure_before.scores


def is_endless(_: Line, bounded: Bounded) -> bool:
    """Tell whether a number is beyond all counts of news: "9" written four hundred times."""
    return bounded.core.high >= BEYOND_COUNTS
