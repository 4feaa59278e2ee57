"""Numbers that are no figures: years, ages, clock times, calibres, ranks, addresses, model names, scores."""

import re
from collections.abc import Callable

from reportedly.read.quantities.bounds import Bounded
from reportedly.read.quantities.units import is_duration, read_unit
from reportedly.read.quantities.wordlist import wordlist
from reportedly.read.quantities.words import Line

CLOCK = re.compile(r"\s?(?:[ap]\.\s?m\b|[ap]m\b|o['’]\s?clock)", re.IGNORECASE)
OLD = re.compile(
    r"(?:\s?(?:,|and|or|to|-|–)\s?\d{1,3})*"
    r"[\s-]?(?:(?:years?|months?|weeks?|days?|yrs?)[\s-]olds?\b|(?:years?|months?)[\s-]of[\s-]age\b|yos?\b|-?year-(?:wo)?man\b)",
    re.IGNORECASE,
)
# A stretch of text this long is enough for the longest words after a number.
AHEAD = 32
NAMES_OF_STREETS = 4
FIRST_YEAR, LAST_YEAR, FIRST_OLD_YEAR = 1900, 2199, 1000
OLDEST, DAYS_OF_A_MONTH = 120, 31
# Digits of a number that news would write with commas, if it counted.
LONG = 6
GLUED = frozenset("_@#/\\=&:^×·|")
NOUNS = ("NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "RB")


def is_no_figure(line: Line, bounded: Bounded) -> bool:
    """Tell whether a number is of a kind that counts nothing."""
    return any(rule(line, bounded) for rule in RULES)


def _is_glued(line: Line, bounded: Bounded) -> bool:
    """Numbers inside other signs: "T-72", "5G", "2019-09-01", "12:01", "24/7", "1990s", "22nd", "#3"."""
    first, end = bounded.core.first, bounded.core.end
    if line.glued(first - 1) and bounded.first == first and not bounded.core.unit and _sticks(line, first - 1):
        return True
    if any(_sticks_inside(line, i) for i in range(first, end - 1)):
        return True
    if not line.glued(end - 1) or not line.is_number(end - 1):
        return False
    after = line.lower(end)
    if after in GLUED or (after in {".", ",", "'", "’"} and line.glued(end) and line.is_number(end + 1)):
        return after != "/" or line.is_number(end + 1) or line.lower(end + 1).isalpha()
    if after == "-":
        return line.is_number(end + 1)
    return after.isalpha() and read_unit(line, end) is None


def _sticks(line: Line, i: int) -> bool:
    """Tell whether the sign or letter at `i` makes one thing of what follows: the hyphen of "Su-34"."""
    lower = line.lower(i)
    if lower in {"-", "−"}:
        return line.glued(i - 1)
    return lower.isalpha() or lower in GLUED or (lower in {".", ",", "'", "’"} and line.glued(i - 1))


def _sticks_inside(line: Line, i: int) -> bool:
    return line.lower(i) in {":", "/"} and line.glued(i) and line.is_number(i - 1)


def _is_numbering(line: Line, bounded: Bounded) -> bool:
    """ "1." or "(2)" before a sentence, a note's "[3]", a line of numbers alone."""
    first, end = bounded.first, bounded.end
    if not bounded.core.digits:
        return False
    if all(w.is_number or not w.text.isalnum() for w in line.words) and read_unit(line, end) is None:
        return True
    before, after = line.lower(first - 1), line.lower(end)
    if before in {"(", "["} and after in {")", "]"} and not bounded.core.unit:
        return True
    return first == 0 and after in {".", ")"} and end + 1 < len(line.words)


def _is_labelled(line: Line, bounded: Bounded) -> bool:
    """ "No. 3", "Article 5", "Flight 370", "Category 4"."""
    if bounded.first != bounded.core.first:
        return False
    lists = wordlist().no_figure_before
    at = bounded.first - 1
    while line.lower(at) in {".", "and", "to", "-", "–"} or line.is_number(at):
        if bounded.first - at > NAMES_OF_STREETS:
            return False
        at -= 1
    return line.lower(at) in lists.labels or (_is_capital(line, at) and line.lower(at) in lists.titles)


def _is_capital(line: Line, i: int) -> bool:
    return 0 <= i < len(line.words) and line.words[i].text != line.words[i].lower


def _is_name_number(line: Line, bounded: Bounded) -> bool:
    """ "Nasdaq 100", "Boeing 737 jets", "Windows 10": a number that hangs on the name before it."""
    at = bounded.core.first
    if bounded.first != at or bounded.core.end != at + 1 or not bounded.core.digits:
        return False
    token, before, place = line.token(at), line.token(at - 1), line.place(at)
    if (
        token is None
        or before is None
        or place is None
        or not before.tag.startswith("NNP")
        or not before.text[0].isupper()
    ):
        return False
    if before.lower in wordlist().months.words or token.head == place - 1:
        return True
    after = line.token(at + 1)
    return read_unit(line, bounded.core.end) is None and (after is None or not after.tag.startswith(NOUNS))


def _is_before_name(line: Line, bounded: Bounded) -> bool:
    """ "787 Dreamliner", "2020 Escape": a number that a name starts with."""
    at = bounded.core.end
    token, after = line.token(bounded.core.first), line.token(at)
    if token is None or after is None or bounded.first != bounded.core.first or not bounded.core.digits:
        return False
    return (
        after.tag == "NNP"
        and after.text[:1].isupper()
        and _head_is(line, bounded.core.first, at)
        and not after.text.isupper()
    )


def _head_is(line: Line, i: int, head: int) -> bool:
    token, place = line.token(i), line.place(head)
    return token is not None and place is not None and token.head == place


def _is_date(line: Line, bounded: Bounded) -> bool:
    """ "14 March", "Aug. 14"."""
    months, core = wordlist().months.words, bounded.core
    if not isinstance(core.high, int) or not line.is_number(core.end - 1) or core.unit or core.high > LAST_YEAR:
        return False
    before = core.first - 2 if line.lower(core.first - 1) == "." else core.first - 1
    if line.is_name(before) and line.lower(before) in months:
        return core.high <= DAYS_OF_A_MONTH or core.high >= FIRST_YEAR
    return core.high <= DAYS_OF_A_MONTH and line.is_name(core.end) and line.lower(core.end) in months


def _is_year(line: Line, bounded: Bounded) -> bool:
    """ "in 2019", "the 2019 elections"; "2000 people" and "about 1500 shells" are counts."""
    core = bounded.core
    if (not core.digits and not core.is_range) or core.unit or not isinstance(core.high, int):
        return False
    if line.words[core.end - 1].text != str(core.high) or not FIRST_OLD_YEAR <= core.high <= LAST_YEAR:
        return False
    if read_unit(line, core.end) is not None:
        return False
    before = line.lower(core.first - 1)
    if core.high < FIRST_YEAR:
        return before in wordlist().no_figure_before.years and not _counts(line, core.end)
    return not _counts(line, core.end) or before in {"the", "this", *wordlist().no_figure_before.years}


def _counts(line: Line, i: int) -> bool:
    """Tell whether a plural follows, or people a few words on: "2000 hires", "2000 Norvian soldiers"."""
    after = line.token(i)
    if after is not None and after.tag == "NNS":
        return True
    number = line.token(i - 1)
    head = line.sentence.tokens[number.head] if number is not None else None
    return head is not None and head.lower in wordlist().persons.words


def _is_clock(line: Line, bounded: Bounded) -> bool:
    end = line.words[bounded.core.end - 1].end
    return CLOCK.match(line.text[end : end + AHEAD]) is not None


def _is_age(line: Line, bounded: Bounded) -> bool:
    """ "a 17-year-old", "aged 16", "Ada Harrow, 34, said", "ages 14 and 28"."""
    core, end = bounded.core, line.words[bounded.core.end - 1].end
    if OLD.match(line.text[end : end + AHEAD]):
        return True
    if core.unit or not isinstance(core.high, int) or core.high > OLDEST:
        return False
    apposed = bounded.first == core.first and _is_apposed(line, bounded)
    return apposed or _is_aged(line, bounded.first) or _is_predicate(line, bounded)


def _is_aged(line: Line, first: int) -> bool:
    at, lists = first - 1, wordlist()
    fillers = {"of", "the", "between", "and", "to", "under", "over", ",", "from", "-", "–", "or"}
    while first - at < 2 * NAMES_OF_STREETS and (
        line.lower(at) in fillers or line.is_number(at) or line.lower(at) in lists.cardinals
    ):
        at -= 1
    return line.lower(at) in lists.no_figure_before.ages


def _is_apposed(line: Line, bounded: Bounded) -> bool:
    """Tell an age set between commas after a name or a person: "Ada Harrow, 34, said", "a boy, 14; a girl, 15"."""
    first, end = bounded.core.first, bounded.core.end
    closes = {",", ".", ";", ")", "and", "of", "from", "was", "is", ":", "–", "—"}
    if line.lower(first - 1) not in {",", "("} or (end < len(line.words) and line.lower(end) not in closes):
        return False
    name, before = line.token(first - 2), line.lower(first - 2)
    if before == "also" or before in wordlist().persons.singular:
        return True
    return name is not None and (name.tag.startswith("NNP") or name.entity == "PERSON" or name.text[0].isupper())


def _is_predicate(line: Line, bounded: Bounded) -> bool:
    """Tell the age in "he was 16" and "the victim was only ten"."""
    place = line.place(bounded.core.first)
    if place is None or bounded.effects - {"exactly"} or bounded.core.end != bounded.core.first + 1:
        return False
    tokens, token = line.sentence.tokens, line.sentence.tokens[place]
    if token.dep not in {"attr", "acomp"} or tokens[token.head].lower not in {"is", "was", "am", "be", "turned"}:
        return False
    subjects = [tokens[i] for i in line.sentence.children[token.head] if tokens[i].dep == "nsubj"]
    people = {"he", "she", "i", *wordlist().persons.singular}
    return any(s.lower in people or s.entity == "PERSON" for s in subjects)


def _is_calibre(line: Line, bounded: Bounded) -> bool:
    """ "155mm shells", "a 9 mm pistol", ".45-caliber"."""
    unit, core = read_unit(line, bounded.core.end), bounded.core
    small = core.unit is None and core.digits and line.words[core.first].text.startswith(".")
    if not small and (unit is None or unit.name != "mm"):
        return False
    end = unit.end if unit else core.end
    near = {line.lower(j) for j in range(end, end + 3)}
    return bool(near & wordlist().no_figure_after.weapons)


def _is_followed(line: Line, bounded: Bounded) -> bool:
    """ "10 GMT", "12-gauge", "the 300 block", "575 Wilbraham Road"."""
    at, lists = bounded.core.end, wordlist().no_figure_after
    at += line.lower(at) == "-"
    if line.lower(at) in lists.words:
        return True
    if not bounded.core.digits or bounded.first != bounded.core.first:
        return False
    if line.lower(at) == "block":
        return True
    for step in range(NAMES_OF_STREETS):
        if step and line.is_name(at + step) and line.lower(at + step) in lists.streets:
            return True
        ordinal = line.is_number(at + step) and line.lower(at + step + 1) in {"st", "nd", "rd", "th"}
        if not line.is_name(at + step) and not ordinal and line.lower(at + step) not in {".", "st", "nd", "rd", "th"}:
            return False
    return False


def _is_score(line: Line, bounded: Bounded) -> bool:
    """ "9-2 lead", "lost 1-3": numbers that a hyphen joins, of games and votes."""
    core, lists = bounded.core, wordlist()
    first, end = core.first, core.end
    joined = line.lower(first - 1) in {"-", "–"} and line.is_number(first - 2) and line.glued(first - 1)
    joined = joined or (line.lower(end) in {"-", "–"} and line.is_number(end + 1) and line.glued(end))
    if joined:
        return True
    if not core.is_range or line.lower(first + 1) not in {"-", "–"}:
        return False
    near = {line.lower(end), line.lower(end + 1)} & lists.no_figure_after.scores
    return bool(near) or line.lower(first - 1) in lists.no_figure_before.scores


def _is_pronoun(line: Line, bounded: Bounded) -> bool:
    """ "one of them", "the new one", "one can": "one" counts before a noun and beside killing or dying."""
    at, lists = bounded.core.first, wordlist()
    if line.lower(at) != "one" or bounded.core.end != at + 1:
        return False
    after, before = line.lower(at + 1), line.lower(at - 1)
    if after in lists.pronoun_one.before or before in lists.pronoun_one.after or after in {"'", "’"}:
        return True
    near = {before, after, line.lower(at + 2), line.lower(at + 3)}
    token, place = line.token(at), line.place(at)
    if bounded.first != at or near & lists.counting.words or token is None or place is None or read_unit(line, at + 1):
        return False
    return not (token.tag == "CD" and token.dep == "nummod" and token.head > place)


def _is_compound(line: Line, bounded: Bounded) -> bool:
    """ "a two-state solution", "four-day", "one-sided": number words that describe and do not count."""
    at = bounded.core.end
    if line.lower(at) != "-" or not line.glued(at - 1) or not line.glued(at) or bounded.core.is_part:
        return False
    if line.lower(at + 1) in wordlist().crowds.words or line.lower(at + 1) in {"plus", "odd"}:
        return False
    unit = read_unit(line, at)
    return unit is None or is_duration(unit.name)


def is_measured_duration(line: Line, bounded: Bounded) -> bool:
    """Tell "every 33 years" and "an average of 70 days" from durations that place something in time: "for three weeks"."""
    unit = read_unit(line, bounded.core.end)
    if unit is None or not is_duration(unit.name):
        return False
    lists = wordlist().durations
    before = {line.lower(bounded.first - 1), line.lower(bounded.first - 2)}
    return not before & lists.before and line.lower(unit.end) not in lists.after


def _is_idle(line: Line, bounded: Bounded) -> bool:
    """ "several times", "a few days ago", "the one", "few": loose words about time."""
    if not bounded.core.approximate or bounded.core.high >= 20:  # noqa: PLR2004
        return False
    unit = read_unit(line, bounded.core.end)
    return unit is not None and (is_duration(unit.name) or unit.name == "times")


def _is_code(line: Line, bounded: Bounded) -> bool:
    """Tell "Harrow, CO 80123", "(555) 343-5628", "911 calls", a docket's "162195"."""
    at, end = bounded.core.first, bounded.core.end
    written = [line.words[i].text for i in range(at, end) if line.is_number(i)]
    if [len(number) for number in written] == [3, 4] and end == at + 3 and line.glued(at):
        return True
    if line.lower(end) == "-" and line.glued(end - 1) and line.lower(at - 1) == ")":
        return True
    if written and written[0] in wordlist().emergency.numbers and line.lower(end) in wordlist().emergency.before:
        return True
    long = bounded.core.digits and len(written[0]) >= LONG and written[0].isdigit() and not bounded.core.unit
    return (long and not line.lower(end).isalpha()) or (long and _is_capital(line, end)) or _is_postcode(line, bounded)


def _is_postcode(line: Line, bounded: Bounded) -> bool:
    at = bounded.core.first
    if not line.is_number(at) or len(line.words[at].text) != 5 or at == 0:  # noqa: PLR2004
        return False
    before = line.words[at - 1].text
    return len(before) == 2 and before.isupper() and before.isalpha()  # noqa: PLR2004


RULES: tuple[Callable[[Line, Bounded], bool], ...] = (
    _is_glued,
    _is_numbering,
    _is_labelled,
    _is_name_number,
    _is_before_name,
    _is_date,
    _is_year,
    _is_clock,
    _is_age,
    _is_calibre,
    _is_followed,
    _is_score,
    _is_pronoun,
    _is_compound,
    _is_idle,
    _is_code,
)
