"""Days in a reporter's words: stretches of calendar, when a page came out, what day a count is of."""

import calendar
import re
from datetime import date

from reportedly.assess.phrases import MONTHS
from reportedly.brief.wording import plain
from reportedly.records import Basis, Bounds, Figure, PageDating, Published, When

UNSTATED = "date not stated"
# A day that a count has from its page alone.
PAGE_DATE = " (page date)"
DAY_WITHOUT_YEAR = re.compile(r"(?:XXXX|-)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?P<about>[~?%])?")
MONTH_ALONE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


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


def describe_bounds(dating: Bounds) -> str:
    """Return the days between which a page came out: "between 5 and 12 March 2024", "no earlier than 5 March 2024"."""
    if dating.earliest and dating.latest:
        return _stretch(dating.earliest, dating.latest)
    if dating.earliest:
        return f"no earlier than {describe_day(dating.earliest)}"
    return f"no later than {describe_day(dating.latest)}" if dating.latest else ""


def describe_dating(published: Published, dating: PageDating | None) -> str:
    """Return when a page came out, by itself or, where it does not say so, by the story: "not dated, 2025".

    Likely days stand for the sure ones that they narrow: "not dated, probably between 3 and 9 May 2025".
    """
    bounds = describe_bounds(dating) if dating and not dated(published) else ""
    likely = describe_bounds(dating.likely) if dating and dating.likely and not dated(published) else ""
    if not bounds and not likely:
        return describe_published(published)
    return f"not dated, {f'probably {likely}' if likely and likely != bounds else bounds}"


def describe_days(figure: Figure, published: Published) -> str:
    """Return what days a count is of and current to: "for 2011", "as of 14 March 2025", "date not stated"."""
    held = _held(figure)
    if not _states_day(figure):
        return held or UNSTATED
    return ", ".join(part for part in (held, f"as of {_current_to(figure.as_of, published)}") if part)


def describe_page_day(figure: Figure, published: Published) -> str:
    """Return "page of 14 March 2025" for a count that names no day it is current to, "" where nothing is known."""
    return f"page of {describe_when(published)}" if dated(published) and not _states_day(figure) else ""


def _states_day(figure: Figure) -> bool:
    return figure.as_of is not None and (figure.as_of.known or figure.as_of.edtf is not None)


def _held(figure: Figure) -> str:
    """Return when a count held, where that is another time than the day it is current to."""
    valid = figure.dated
    if valid is None or not (valid.known or valid.edtf) or (figure.as_of and _same_days(valid, figure.as_of)):
        return ""
    words = describe_when(valid)
    return words if words.startswith(("by ", "since ", "between ")) else f"for {words}"


def _current_to(as_of: When | None, published: Published) -> str:
    if as_of is None:
        return UNSTATED
    words = _some_day(as_of)
    if as_of.known and _same_days(as_of, published) and as_of.basis not in {Basis.EXPLICIT, Basis.RELATIVE}:
        return f"{words}{PAGE_DATE}"
    return f"{words} (inferred)" if as_of.basis is Basis.INFERRED else words


def _some_day(when: When) -> str:
    """Return a stretch as the one day somewhere in it: "9 March 2024 at the latest", "a day between 1 and 3 March"."""
    if when.earliest is None and when.latest is not None:
        return f"{_about(when)[-1]}{describe_day(when.latest)} at the latest"
    if when.latest is None and when.earliest is not None:
        return f"{_about(when)[0]}{describe_day(when.earliest)} at the earliest"
    words = describe_when(when)
    return f"a day {words}" if words.startswith("between ") else words


def dated(published: Published) -> bool:
    """Tell whether it is known when the page came out, at both ends."""
    return published.earliest is not None and published.latest is not None


def describe_day(on: date | None) -> str:
    """Return a day in words, "" for none."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}" if on else ""


def _same_days(a: When, b: When) -> bool:
    return (a.earliest, a.latest) == (b.earliest, b.latest)


def _start_of(when: When) -> str:
    """Return an open stretch's first day, or its month or year where EDTF gives no more: "1998/.." is "1998"."""
    first, precision = when.earliest, _precision(when, 0)
    if first is None or precision == DAY:
        return describe_day(first)
    return str(first.year) if precision == YEAR else f"{MONTHS[first.month - 1]} {first.year}"


def _end_of(when: When) -> str:
    """Return an open stretch's last day, or the end of its month or year: "../1998" is "the end of 1998"."""
    last, precision = when.latest, _precision(when, -1)
    if last is None or precision == DAY:
        return describe_day(last)
    return f"the end of {last.year if precision == YEAR else f'{MONTHS[last.month - 1]} {last.year}'}"


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
    return f"{'about ' if end['about'] else ''}{day}{MONTHS[int(end['month']) - 1]}"


def _stretch(first: date, last: date) -> str:
    if first == last:
        return describe_day(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {describe_day(last)}"
    if first.year == last.year:
        return f"between {first.day} {MONTHS[first.month - 1]} and {describe_day(last)}"
    return f"between {describe_day(first)} and {describe_day(last)}"


def _months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"between {first.year} and {last.year}"
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"between {MONTHS[first.month - 1]} {first.year} and {end}"
    return end if first.month == last.month else f"between {MONTHS[first.month - 1]} and {end}"
