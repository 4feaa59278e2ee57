"""When what a clause tells holds: by the time that stands in it, else by the tense of its verb and when it was told.

"300 have died since early February", said on 27 February, is of 1 to 27 February; "300 died" is of any day up to the
27th; "12 are missing" is of the 27th; "300 will be sent" is of the 27th or later. With no day of the telling, all that
is open.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.read.times.counted import place_window
from reportedly.read.times.values import Unit
from reportedly.records import Basis, Published, Tense, TimeKind, TimeMention, When
from reportedly.spans import Span

# What the words before a length say of its end: "in just three months", not "after three months".
_SPANNING = ("during", "for", "in", "over", "throughout", "within")
_LENGTH = re.compile(r"P(T?)(\d+)([DHMWY])")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_NOW = "PRESENT_REF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """When something holds; `tense` where it is only known by that, `span` of the words for a time that bear on it."""

    valid: When | None = None
    tense: Tense | None = None
    span: Span | None = None


OPEN = Holding()


def day_of_page(published: Published) -> When | None:
    """Return when a page tells what it says in its own words; None where it has no last day."""
    if published.latest is None:
        return None
    return When(edtf=published.edtf, earliest=published.earliest, latest=published.latest, basis=Basis.INFERRED)


def when_of(time: TimeMention) -> When:
    """Return the days of an expression."""
    return When(edtf=time.edtf, earliest=time.earliest, latest=time.latest, basis=time.basis)


def is_present(time: TimeMention) -> bool:
    """Tell "now", "currently" and "so far", which are the day of the telling, whatever day that is."""
    return time.value == _NOW


def nearest_placed(times: Sequence[TimeMention]) -> TimeMention | None:
    """Return the first of the times, nearest first, that has days or at least digits of them; else the first of all."""
    placed = (time for time in times if time.known or time.edtf is not None)
    return next(placed, times[0] if times else None)


def holding_at(time: TimeMention | None, tense: Tense | None, told: When | None, *, perfect: bool) -> Holding:
    """Return when a clause holds whose time and tense are these, told at that time; `perfect`: it comes up to then.

    What comes again ("every Friday") has no one time, whatever the tense.
    """
    if time is None:
        return _by_tense(tense, told)
    if time.known or time.edtf is not None:
        return Holding(valid=_bounded(when_of(time), tense, told), span=time.span)
    if time.kind is TimeKind.SET:
        return Holding(valid=when_of(time), span=time.span)
    if perfect and time.kind is TimeKind.DURATION and (spanned := _up_to(time, told)) is not None:
        return Holding(valid=spanned, span=time.span)
    by_tense = _by_tense(tense, told)
    return Holding(valid=by_tense.valid or when_of(time), tense=by_tense.tense, span=time.span)


def _by_tense(tense: Tense | None, told: When | None) -> Holding:
    """Return the days that a tense leaves: before the telling, on its day, after it."""
    if tense is None or told is None:
        return OPEN
    if tense is Tense.PRESENT:
        valid = _inferred(told.edtf, told.earliest, told.latest)
    elif tense is Tense.FUTURE:
        valid = _inferred(f"{_end(told, told.earliest, 0)}/..", told.earliest, None)
    else:
        valid = _inferred(f"../{_end(told, told.latest, -1)}", None, told.latest)
    return Holding(valid=valid, tense=tense) if valid.known else OPEN


def _bounded(when: When, tense: Tense | None, told: When | None) -> When:
    """Return a time with its open end closed by the telling: "since 2003" told as past, "by June" told as coming."""
    if told is None or tense is None:
        return when
    ends = (when.edtf or "").split("/")
    ahead = tense is Tense.FUTURE
    if not ahead and _is_before(when.earliest, told.latest) and when.latest is None and ends[-1] == "..":
        return _inferred(f"{ends[0]}/{_end(told, told.latest, -1)}", when.earliest, told.latest)
    if ahead and _is_before(told.earliest, when.latest) and when.earliest is None and ends[0] == "..":
        return _inferred(f"{_end(told, told.earliest, 0)}/{ends[-1]}", told.earliest, when.latest)
    return when


def _is_before(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and a <= b


def _up_to(time: TimeMention, told: When | None) -> When | None:
    """Return the stretch of a length that ends with the telling: "had been killed in just three months"."""
    length = _LENGTH.fullmatch(time.value or "")
    first_word = time.text.casefold().partition(" ")[0]
    if told is None or told.earliest is None or told.latest is None or not length or first_word not in _SPANNING:
        return None
    unit = Unit.HOUR if length[1] else _UNITS.get(length[3])
    if unit is None:
        return None
    start = place_window(told.earliest, unit, int(length[2]), ahead=False).first
    return _inferred(f"{start}~/{told.latest}~", start, told.latest) if start else None


def _end(told: When, on: date | None, end: int) -> str:
    """Write one end of the telling as a day; what was approximate stays so."""
    written = (told.edtf or "").split("/")[end]
    return f"{on or '..'}{'~' if on and written.endswith('~') else ''}"


def _inferred(edtf: str | None, earliest: date | None, latest: date | None) -> When:
    return When(edtf=edtf, earliest=earliest, latest=latest, basis=Basis.INFERRED)


def together(holdings: Iterable[Holding]) -> Holding:
    """Return when all of several clauses hold: from the first day of any to the last of any, open where one is open."""
    parts = list(holdings)
    first = next(iter(parts), OPEN)
    tense = next((part.tense for part in parts if part.tense), None)
    span = next((part.span for part in parts if part.span), None)
    if all(part.valid == first.valid for part in parts):
        return Holding(valid=first.valid, tense=tense, span=span)
    known = [part.valid for part in parts if part.valid is not None]
    if len(known) < len(parts):
        return OPEN
    firsts = [when.earliest for when in known if when.earliest is not None]
    lasts = [when.latest for when in known if when.latest is not None]
    earliest = min(firsts) if len(firsts) == len(known) else None
    latest = max(lasts) if len(lasts) == len(known) else None
    if earliest is None and latest is None:
        return OPEN
    return Holding(valid=_inferred(f"{earliest or '..'}/{latest or '..'}", earliest, latest), tense=tense, span=span)
