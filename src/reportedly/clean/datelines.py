"""Where a report was filed and by which agency, as its first words say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.clean.outlets import Outlet, Outlets
from reportedly.records import Dateline, Named
from reportedly.spans import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_PLACE = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}"  # noqa: RUF001 -- an apostrophe
_DASH = r"(?:--+|[-–—:]|\.)(?=\s)"  # noqa: RUF001 -- dashes
# "HARROW, Norland, March 3, 2031 (Norpress) — ", with any part but the place and the dash left out.
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<region>(?:, {_PLACE}){{0,2}}?)(?P<day>[,.]? {_DAY})?"
    rf"(?P<agency>[.,]? ?[(/](?P<name>[^()/\n]{{2,40}})[)/]\.?)?\s?{_DASH}"
)
_AGENCY = re.compile(rf"[(/](?P<name>[^()/\n]{{2,40}})[)/]\.?\s?{_DASH}")
# "Harrow • NORPRESS" on a line of its own: the agency's own page.
_IMPRINT = re.compile(rf"(?P<place>{_PLACE})\s*[•·|/,–—-]\s*(?P<name>[^•·|/,\n]{{2,40}})")  # noqa: RUF001 -- dashes
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")  # "U.S."
_OPENING = 3  # paragraphs
_REACH = 120  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A dateline and the agency it names; `own` where they are a line of their own, as on agencies' own pages."""

    dateline: Dateline | None = None
    agency: Named | None = None
    own: bool = False


def read_filed(text: str, lines: Sequence[Span], paragraphs: Sequence[Span], outlets: Outlets) -> Filed:
    """Return the dateline at the head of the page, looked for in the first lines, then in the first paragraphs.

    "HARROW, March 3 (Norpress) — The dam held." was filed in Harrow; Norpress is its agency. "Harrow - a town on the
    Wend - was evacuated." has none: a place in small letters needs a day or an agency beside it.
    """
    own = (found for line in lines if (found := _own_line(text, line, outlets)))
    inline = (found for span in paragraphs[:_OPENING] if (found := _inline(text, span, outlets)))
    return next(own, None) or next(inline, None) or Filed()


def _own_line(text: str, line: Span, outlets: Outlets) -> Filed | None:
    if line.end - line.start > _REACH:
        return None
    match = _IMPRINT.fullmatch(text, line.start, line.end)
    if match is None or _outlet(match["name"], outlets) is None or outlets.called(match["place"]):
        return None
    span = Span(*match.span("place"))
    return Filed(dateline=Dateline(place=_place(match["place"]), span=span), agency=_named(match, outlets), own=True)


def _inline(text: str, paragraph: Span, outlets: Outlets) -> Filed | None:
    end = min(paragraph.end, paragraph.start + _REACH)
    match = _AGENCY.match(text, paragraph.start, end)
    if match is not None and _outlet(match["name"], outlets):
        return Filed(agency=_named(match, outlets))
    match = _DATELINE.match(text, paragraph.start, end)
    if match is None or not _is_dateline(match, outlets):
        return None
    agency = _named(match, outlets) if match["agency"] else None
    return Filed(dateline=Dateline(place=_place(match["place"]), span=Span(*match.span())), agency=agency)


def _is_dateline(match: re.Match[str], outlets: Outlets) -> bool:
    if match["day"]:
        return True
    if match["agency"]:
        return match["place"].isupper() or _outlet(match["name"], outlets) is not None
    return match["place"].isupper() and not match[0].endswith((".", ":"))


def own_dateline(text: str, line: Span, outlets: Outlets) -> bool:
    """Tell whether the line is a place and an agency: "Harrow • NORPRESS"."""
    return _own_line(text, line, outlets) is not None


def _outlet(name: str, outlets: Outlets) -> Outlet | None:
    return outlets.called(name.strip())


def _named(match: re.Match[str], outlets: Outlets) -> Named:
    span = Span(*match.span("name")).stripped(match.string)
    name = match["name"].strip()
    outlet = outlets.called(name)
    return Named(name=outlet.name if outlet else name, span=span)


def _place(words: str) -> str:
    """Return a place in usual letters: "NEW HARROW" is "New Harrow", "U.S." stays."""
    return " ".join(_usual(word) for word in words.rstrip(".").split())


def _usual(word: str) -> str:
    if not word.isupper() or _INITIALS.fullmatch(word):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
