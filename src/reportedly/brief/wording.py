"""Records in a reporter's words: days, speakers, numbers of things."""

import calendar
import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from reportedly.records import (
    Basis,
    Certainty,
    Figure,
    Hop,
    Published,
    Reading,
    Role,
    Stance,
    Statement,
    Status,
    When,
)

UNSTATED = "date not stated"
MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAY_WITHOUT_YEAR = re.compile(r"(?:XXXX|-)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?P<about>[~?%])?")
MONTH_ALONE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
# Descriptions longer than this crowd a row; the page's text shows them in full.
LONGEST_DESCRIPTION = 44


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count_of(1, "page"), count_of(3, "page"), count_of(0, "copy", "copies")
    ('1 page', '3 pages', 'no copies')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def listed(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them.

    >>> listed(["1", "2", "5"])
    '1, 2 and 5'
    """
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def plain(words: str) -> str:
    r"""Return page words on one line, without control, direction or zero-width characters that would upset a terminal.

    >>> plain("at least\n300\u202e \x1b[31mdead")
    'at least 300 [31mdead'
    """
    kept = (" " if c.isspace() else c for c in words if c.isspace() or unicodedata.category(c) not in UNSEEN)
    return " ".join("".join(kept).split())


def fold(name: str) -> str:
    r"""Return a name as it is compared: one case, one kind of apostrophe.

    >>> fold("Veldria\u2019s Ministry")
    "veldria's ministry"
    """
    return plain(name).casefold().replace("\u2019", "'")


UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


# --- days ------------------------------------------------------------------------------------------------------------


def describe_when(when: When | None, words: str = "") -> str:
    """Return a stretch of calendar as people write it; `words` are the page's own, for what has no place on it.

    edtf "2025-03-14" is "14 March 2025", "2025-02-01~/.." is "since about 1 February 2025", "../2025-06-21" is
    "by 21 June 2025", and "early February" on an undated page is "early February (year not stated)".
    """
    if when is None or not when.known:
        return _unplaced(when, plain(words))
    starts, ends = _about(when)
    if when.earliest is None:
        return f"by {ends}{_end_of(when)}"
    if when.latest is None:
        return f"since {starts}{_start_of(when)}"
    return f"{starts if '/' not in (when.edtf or '') else ''}{_stretch(when.earliest, when.latest)}"


def describe_published(published: Published) -> str:
    """Return when a page came out: "27 February 2025", "not dated", "not dated, no earlier than 10 March 2025"."""
    if not published.known:
        return "not dated"
    if published.latest is None:
        return f"not dated, no earlier than {describe_day(published.earliest)}"
    if published.earliest is None:
        return f"not dated, no later than {describe_day(published.latest)}"
    return describe_when(published)


def describe_days(figure: Figure, published: Published) -> str:
    """Return what days a count is of and current to: "for 2011", "as of 14 March 2025", "date not stated"."""
    held = _held(figure)
    if figure.as_of is None or not (figure.as_of.known or figure.as_of.edtf):
        page = f" (page of {describe_when(published)})" if dated(published) else ""
        return f"{held or UNSTATED}{page}"
    return ", ".join(part for part in (held, f"as of {_current_to(figure.as_of, published)}") if part)


def _held(figure: Figure) -> str:
    """Return when a count held, where that is another time than the day it is current to."""
    valid = figure.valid
    if valid is None or not (valid.known or valid.edtf) or (figure.as_of and _same_days(valid, figure.as_of)):
        return ""
    words = describe_when(valid)
    return words if words.startswith(("by ", "since ", "between ")) else f"for {words}"


def _current_to(as_of: When, published: Published) -> str:
    words = describe_when(as_of)
    if as_of.known and _same_days(as_of, published) and as_of.basis not in {Basis.EXPLICIT, Basis.RELATIVE}:
        return f"{words} (page date)"
    return f"{words} (inferred)" if as_of.basis is Basis.INFERRED else words


def dated(published: Published) -> bool:
    """Tell whether it is known when the page came out, at both ends."""
    return published.earliest is not None and published.latest is not None


def describe_day(on: date | None) -> str:
    """Return a day in words, "" for none."""
    return f"{on.day} {MONTHS[on.month]} {on.year}" if on else ""


def _same_days(a: When, b: When) -> bool:
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def _start_of(when: When) -> str:
    """Return an open stretch's first day, or its month or year where EDTF gives no more: "1998/.." is "1998"."""
    first, precision = when.earliest, _precision(when, 0)
    if first is None or precision == DAY:
        return describe_day(first)
    return str(first.year) if precision == YEAR else f"{MONTHS[first.month]} {first.year}"


def _end_of(when: When) -> str:
    """Return an open stretch's last day, or the end of its month or year: "../1998" is "the end of 1998"."""
    last, precision = when.latest, _precision(when, -1)
    if last is None or precision == DAY:
        return describe_day(last)
    return f"the end of {last.year if precision == YEAR else f'{MONTHS[last.month]} {last.year}'}"


DAY, MONTH, YEAR = "day", "month", "year"


def _precision(when: When, end: int) -> str:
    """Tell how fine EDTF gives one end: "1998" a year, "1998-05" a month; seasons and all else are days."""
    written = (when.edtf or "").split("/")[end].rstrip("~?%")
    if len(written) == len("YYYY") and written.isdigit():
        return YEAR
    return MONTH if MONTH_ALONE.fullmatch(written) else DAY


def _about(when: When) -> tuple[str, str]:
    """Return "about " for each end that EDTF marks as approximate or uncertain."""
    ends = (when.edtf or "").split("/")
    marked = ["about " if end.endswith(("~", "?", "%")) else "" for end in ends]
    return marked[0], marked[-1]


def _unplaced(when: When | None, words: str) -> str:
    edtf = when.edtf or "" if when else ""
    ends = [DAY_WITHOUT_YEAR.fullmatch(end) for end in edtf.split("/")]
    lacks_year = any(ends)
    if words:
        return f"{words} ({'year' if lacks_year else 'date'} not stated)"
    if not all(ends):
        return UNSTATED
    days = [_day_without_year(end) for end in ends if end]
    return f"{days[0] if len(days) == 1 else f'between {days[0]} and {days[-1]}'} (year not stated)"


def _day_without_year(end: re.Match[str]) -> str:
    day = f"{int(end['day'])} " if end["day"] else ""
    return f"{'about ' if end['about'] else ''}{day}{MONTHS[int(end['month'])]}"


def _stretch(first: date, last: date) -> str:
    if first == last:
        return describe_day(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {describe_day(last)}"
    if first.year == last.year:
        return f"between {first.day} {MONTHS[first.month]} and {describe_day(last)}"
    return f"between {describe_day(first)} and {describe_day(last)}"


def _months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"between {first.year} and {last.year}"
    end = f"{MONTHS[last.month]} {last.year}"
    if first.year != last.year:
        return f"between {MONTHS[first.month]} {first.year} and {end}"
    return end if first.month == last.month else f"between {MONTHS[first.month]} and {end}"


# --- speakers --------------------------------------------------------------------------------------------------------


def describe_source(figure: Figure, statement: Statement | None, reading: Reading) -> str:
    """Return who gives a figure and through whom: "harbour police, through Norpress".

    A figure in no statement is the page's own: "Harrow Post, in its own words", or "no source given".
    """
    if statement is None or not statement.chain:
        return _own_words(figure, reading)
    return describe_chain(statement)


def describe_chain(statement: Statement) -> str:
    """Return the speaker of a statement with those who passed it on, nearest to the fact first."""
    first, *others = statement.chain
    party = describe_hop(first)
    relayers = [plain(hop.party) for hop in others if hop.role is not Role.PUBLISHER]
    return f"{party}, through {listed(relayers)}" if relayers else party


def describe_hop(hop: Hop) -> str:
    """Return a party with what the page calls it: "Ilse Varga, mayor of Brinmoor", "officials (unnamed)"."""
    description, party = plain(hop.description or ""), plain(hop.party)
    if description and len(description) <= LONGEST_DESCRIPTION and description.casefold() not in party.casefold():
        party = f"{party}, {description}"
    return party if hop.named else f"{party} (unnamed)"


def describe_number(figure: Figure) -> str:
    """Return the number as the page words it, with its unit where the words do not show one."""
    words, unit = plain(figure.text), figure.unit or ""
    shown = UNIT_WORDS.get(unit, unit)
    bare = shown and words[-1:].isdigit()
    return f"{words} {shown}" if bare else words


UNIT_WORDS = {"person": "", "km2": "sq km", "percent": "percent"}


def describe_hedging(figure: Figure, statement: Statement | None, text: str) -> str:
    """Return what keeps a figure from being a flat assertion: 'possible, hedged "may"'; "" for nothing."""
    notes = [STATUS_WORDS[figure.status], "on top of an earlier count" if figure.additional else ""]
    notes.append(f"a step {figure.change.value}" if figure.change else "")
    if statement:
        notes.append("" if STATUS_WORDS[figure.status] else STANCE_WORDS[statement.stance])
        notes.append(_hedges(statement, text, ""))
    return ", ".join(note for note in notes if note)


def describe_attitude(statement: Statement, text: str, *, within: str = "") -> str:
    """Return how a speaker holds what he says: 'expected, hedged "may"'; not what `within` shows already."""
    shown = any(plain(span.of(text)) in within for span in statement.cue)
    notes = ("" if shown else STANCE_WORDS[statement.stance], _hedges(statement, text, within))
    return ", ".join(note for note in notes if note)


STATUS_WORDS = {
    Status.ACTUAL: "",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
    Status.DENIED: "denied",
}
STANCE_WORDS = {
    Stance.ASSERTS: "",
    Stance.DENIES: "in a denial",
    Stance.EXPECTS: "expected",
    Stance.PLANS: "in a plan",
    Stance.ASKS: "in a question",
    Stance.NO_COMMENT: "no comment",
}


def _hedges(statement: Statement, text: str, within: str) -> str:
    words = dict.fromkeys(plain(span.of(text)) for span in statement.hedges)
    if words:
        told = [f"“{word}”" for word in words if word not in within]
        return f"hedged {listed(told)}" if told else ""
    return "" if statement.certainty is Certainty.CERTAIN else f"held {statement.certainty.value}"


def _own_words(figure: Figure, reading: Reading) -> str:
    outlet = figure.party or (reading.page.carrier.name if reading.page.carrier else None)
    return f"{plain(outlet)}, no source given" if outlet else "no source given"
