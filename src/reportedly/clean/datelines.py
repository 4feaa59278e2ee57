"""Where a report was filed and by which agency, as its first words say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportedly.clean.outlets import Outlets
from reportedly.records import Article, Dateline, Named, Outlet
from reportedly.spans import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_PLACE = r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}"  # noqa: RUF001 -- an apostrophe
_DASH = r"(?:(?:--+|[-–—_:]|\.)(?=\s|$)|(?:--+|[–—])(?=[^\W\d_]|[\"“]))"  # noqa: RUF001 -- dashes
# "HARROW, Norland, March 3, 2031 (Norpress) — ", with any part but the place and the dash left out.
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<region>(?:, {_PLACE}){{0,2}}?)(?P<day>[,.]? {_DAY})?"
    rf"(?P<agency>[.,]? ?[(/](?P<name>[^()/\n]{{2,40}})[)/]\.?)?\s?(?P<dash>{_DASH}|(?<=[)/])(?=\s))"
)
# "HARROW. March 3. Norpress. ": the agency without brackets.
_SIGNED = re.compile(
    rf"(?P<place>{_PLACE})(?:, {_PLACE})?(?:[,.]? {_DAY})?(?P<agency>[.,] (?P<name>[^.,:()/\n]{{2,40}}?))\s?{_DASH}"
)
_AGENCY = re.compile(rf"[(/](?P<name>[^()/\n]{{2,40}})[)/]\.?\s?{_DASH}")
_INITIAL_NAME = re.compile(r"[^\W\d_]{3,6}")
_LETTERS = 4  # of a place in capitals with nothing else beside it: fewer are an abbreviation
# "Harrow • NORPRESS" on a line of its own: the agency's own page.
_IMPRINT = re.compile(rf"(?P<place>{_PLACE})\s*[•·|/,–—-]\s*(?P<name>[^•·|/,\n]{{2,40}})")  # noqa: RUF001 -- dashes
_DAY_ALONE = re.compile(_DAY)
_DAY_INSIDE = re.compile(rf"\b{_DAY}")
_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")  # "U.S."
_OPENING = 3  # paragraphs
_REACH = 120  # characters
_LINE_START = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A dateline and the agency it names; `own` where they are a line of their own, as on agencies' own pages.

    `end` is where the report's own words begin; `dated` where a day stands before it.
    """

    dateline: Dateline | None = None
    agency: Named | None = None
    own: bool = False
    end: int = 0
    dated: bool = False


def read_filed(article: Article, lines: Sequence[Span], outlets: Outlets) -> Filed:
    """Return the dateline at the head of the page, looked for in the first lines, then in the first paragraphs.

    "HARROW, March 3 (Norpress) — The dam held." was filed in Harrow; Norpress is its agency. "Harrow - a town on the
    Wend - was evacuated." has none: a place in small letters needs a day or an agency beside it.
    """
    own = (found for line in lines if (found := _own_line(article.text, line, outlets)))
    return next(own, None) or next((filed for _, filed in _filed(article, outlets)), Filed())


def begin_after_dateline(article: Article, outlets: Outlets) -> tuple[Span, ...]:
    """Return the article's paragraphs; the one with the dateline begins with the report's own words.

    "HARROW (Norpress) — The dam held." begins at "The". A dateline with a day is a paragraph of its own, for a reader
    of the page learns the day from it: "HARROW, March 3 (Norpress) —".
    """
    found = next(_filed(article, outlets), None)
    if found is None:
        return article.paragraphs
    paragraph, filed = found
    rest = Span(filed.end, paragraph.end).stripped(article.text)
    if rest.start >= rest.end:
        return article.paragraphs
    own = (filed.dateline.span,) if filed.dateline and filed.dated else ()
    return tuple(piece for span in article.paragraphs for piece in ((*own, rest) if span == paragraph else (span,)))


def _filed(article: Article, outlets: Outlets) -> Iterator[tuple[Span, Filed]]:
    """Yield the datelines of the first paragraphs, which may begin behind theirs."""
    for paragraph in _opening(article):
        line = _LINE_START.search(article.text, max(0, paragraph.start - _REACH), paragraph.start)
        start = line.start() if line else paragraph.start
        if filed := _inline(article.text, Span(start, paragraph.end).stripped(article.text), outlets):
            yield paragraph, filed


def _opening(article: Article) -> Iterable[Span]:
    title = article.title.span if article.title else None
    return [span for span in article.paragraphs[: _OPENING + 1] if span != title][:_OPENING]


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
    if match is not None and (_outlet(match["name"], outlets) or _is_initials(match["name"])):
        return Filed(agency=_named(match, outlets), end=match.end())
    match = _SIGNED.match(text, paragraph.start, end)
    if match is None or not (match["place"].isupper() and _outlet(match["name"], outlets)):
        match = _DATELINE.match(text, paragraph.start, end)
        if match is None or not _is_dateline(match, outlets):
            return None
    agency = _named(match, outlets) if match["agency"] and not _DAY_ALONE.fullmatch(match["name"]) else None
    span = Span(*match.span()).stripped(text)
    return Filed(
        dateline=Dateline(place=_place(match["place"]), span=span),
        agency=agency,
        end=match.end(),
        dated=_DAY_INSIDE.search(match[0]) is not None,
    )


def _is_initials(name: str) -> bool:
    return name.isupper() and _INITIAL_NAME.fullmatch(name) is not None


def _is_dateline(match: re.Match[str], outlets: Outlets) -> bool:
    place, known = match["place"], match["agency"] is not None and _outlet(match["name"], outlets) is not None
    if outlets.words.not_places.intersection(_WORD.findall(place.casefold())) or outlets.called(place):
        return False
    dated = match["day"] is not None and (place.isupper() or match["day"].startswith((",", ".")))
    if match["agency"]:
        return known or dated or (place.isupper() and bool(match["dash"]))
    if match["dash"] == ":":
        return False
    return dated or (place.isupper() and match["dash"] != "." and _stands_apart(match))


def _stands_apart(match: re.Match[str]) -> bool:
    """Tell whether a place in capitals is no subject: "NATO - the alliance - agreed", "GUR - Military Intelligence"."""
    goes_on = match.string[match.end() : match.end() + 2].strip()[:1]
    letters = sum(c.isalpha() for c in match["place"])
    return not goes_on.islower() and (letters >= _LETTERS or bool(match["region"]))


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
