"""Lines that speak of the page and not of the news: who owns it, whose report it carries, who wrote it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reportedly.clean.outlets import Outlets
from reportedly.records import Named, OutletKind
from reportedly.spans import Span

LONGEST = 200  # characters of a line that speaks of the page
_SIGN = re.compile(r"\W*(?:©|\(c\)|copyright\b)(?:[\s,\d–-]|©|\(c\)|copyright\b|by\b)*", re.IGNORECASE)  # noqa: RUF001 -- a dash
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A name goes to the first mark that cannot stand in one.
_NAME = re.compile(r"[^\W_](?:[^|•·©;:(,\n]*?)(?=\s*(?:[|•·©;:(,\n]|\.(?:\s|$)|\ball rights|$))", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*(?:/|,|;|&|\+|\band\b)\s*")
_GAP = re.compile(r"\s*[:–—-]?\s*")  # noqa: RUF001 -- dashes
_SIGNED = re.compile(r"(?:[–—-]{1,2}\s*|\()(?P<name>[^()–—\n-]{2,40}?)\)?\.?$")  # noqa: RUF001 -- dashes
_DATED = re.compile(r"\W*(?:$|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Updated|Published|Posted)\w*\b)")
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]+(?: (?:(?:van|von|de|der|den|la|al|el|bin|ibn|da|dos|du|di) ){0,2}[^\W\d_a-z][\w.'’-]*){1,3}"  # noqa: RUF001 -- an apostrophe
)
_PEOPLE = re.compile(rf"{_PERSON.pattern}(?:(?:, {_PERSON.pattern})*,? (?:and|&) {_PERSON.pattern})?")
_WORD_END = re.compile(r"\b(?=\W)|$")
_THE = ("the ", "The ")
_PLACED = "reporting from"  # a place may follow
_APART = "([*_ "  # what may stand in front of a line that is set apart
_LONGEST_AGENCY = 40  # characters
_MOST_WORDS = 5  # of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the lines say: the page's outlet, the outlets whose reports it carries, its author."""

    outlet: str | None = None
    credits: tuple[Named, ...] = ()
    byline: Named | None = None


def read_imprint(text: str, lines: Sequence[Span], outlets: Outlets) -> Imprint:
    """Return what the lines about the page say of it.

    "© 2031 Harlow Post. All rights reserved." and "Discover more from Harlow Post" give its outlet; "Source: Norpress"
    and "With reporting by Norpress" credits; "By Jane Roe and Sam Poe" its byline, but "By Norpress" a credit.
    """
    short = [line for line in lines if line.end - line.start <= LONGEST]
    owners = (owner for line in short if (owner := _owner(line.of(text), outlets)))
    authors = (author for line in short if (author := _author(text, line, outlets)))
    credited = [credit for line in short for credit in _credits(text, line, outlets)]
    return Imprint(outlet=next(owners, None), credits=tuple(credited), byline=next(authors, None))


def _owner(words: str, outlets: Outlets) -> str | None:
    sign = _SIGN.match(words)
    if sign is not None:
        return _holder(_name(words, sign.end()) or "", outlets, dated=_YEAR.search(sign[0]) is not None)
    start = _prefix(words, outlets.words.imprints)
    match = _NAME.match(words, start) if start else None
    return match[0] if match and len(match[0].split()) <= _MOST_WORDS else None


def _holder(name: str, outlets: Outlets, *, dated: bool) -> str | None:
    """Return the outlet that holds the rights: "Harlow Post Ltd" is the Harlow Post, of "Harlow Media Ltd" nobody.

    A company may own many outlets, an agency's sign may stand under any page, and without a year the name may be that
    of a photographer.
    """
    name = name.rstrip(" )–—-")  # noqa: RUF001 -- "(© 2031 Harlow Post)", "Harlow Post - All rights reserved"
    bare = name.removesuffix(f" {_last_word(name)}") if _last_word(name) in outlets.words.legal_forms else name
    outlet = outlets.called(bare)
    if outlet is not None:
        return outlet.name if outlet.kind is not OutletKind.AGENCY else None
    owners = {bare.casefold(), _last_word(bare).casefold()} & outlets.words.companies
    return bare if dated and bare and not owners else None


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2]


def _credits(text: str, line: Span, outlets: Outlets) -> Iterator[Named]:
    line = _unbracketed(text, line)
    words = line.of(text)
    sign = _SIGN.match(words)
    start = sign.end() if sign else _prefix(words, outlets.credit_lines)
    if start is None:
        yield from _contributors(line, words, outlets)
        yield from _leading_agency(line, words, outlets)
        return
    before = "" if sign else words[:start]
    for part in _parts(words, start):
        name = part.of(words)
        outlet = outlets.called(name) or (outlets.at(name) if "." in name else None)
        if outlet is not None and (sign is None or outlet.kind is OutletKind.AGENCY):
            yield Named(name=outlet.name, span=part.shifted(line.start))
        elif outlet is None and _may_name(before, name, outlets):
            yield Named(name=name, span=part.shifted(line.start))


def _unbracketed(text: str, line: Span) -> Span:
    """Return a line without the marks that set it apart: "(Source: Norpress)", "*First published by Norpress*"."""
    words = line.of(text)
    inner = words.lstrip(_APART)
    return Span(line.end - len(inner), line.end) if inner else line


def _contributors(line: Span, words: str, outlets: Outlets) -> Iterator[Named]:
    """Yield the outlets of "Norpress and the Associated Press contributed to this report."; people are none."""
    names = words.rstrip(" .)]*_")
    end = next((names[: -len(end)] for end in outlets.credit_ends if names.casefold().endswith(f" {end}")), None)
    for part in _parts(end, 0) if end else ():
        name = part.of(words)
        outlet = outlets.called(name)
        if outlet is not None or (_is_name(name, outlets) and _sounds_like_outlet(name, outlets, alone=True)):
            yield Named(name=outlet.name if outlet else name, span=part.shifted(line.start))


def inner_credits(text: str, paragraphs: Iterable[Span], outlets: Outlets) -> Iterator[Named]:
    """Yield the credits that stand as lines of their own inside an article, by words that leave no doubt.

    "With material from Norpress" below the lead is one; "By Monday" and "From Harlow" are sentences.
    """
    for paragraph in paragraphs:
        if paragraph.end - paragraph.start <= LONGEST:
            words = _unbracketed(text, paragraph).of(text)
            start = _prefix(words, outlets.credit_lines)
            phrase = _phrase(words[:start]) if start else ""
            if " " in phrase and (phrase in outlets.words.fair_credit_lines or phrase in outlets.sure_credit_lines):
                yield from _credits(text, paragraph, outlets)


def closing_credits(text: str, paragraph: Span, outlets: Outlets) -> Iterator[Named]:
    """Yield the credits in brackets at a paragraph's end: "(With reporting by Norpress)"."""
    bracket = _closing_bracket(text, paragraph)
    if bracket is not None and bracket.start > paragraph.start + 1:
        yield from _credits(text, bracket, outlets)


def _closing_bracket(text: str, paragraph: Span) -> Span | None:
    start = text.rfind("(", max(paragraph.start, paragraph.end - LONGEST), paragraph.end) + 1
    if not start or not text[: paragraph.end].endswith((")", ").")):
        return None
    return Span(start, len(text[start : paragraph.end].rstrip(" .)")) + start)


def _phrase(before: str) -> str:
    """Return the words in front of a name without the marks between: "Source: " is "source"."""
    return before.rstrip(" :–—-").casefold()  # noqa: RUF001 -- dashes


def _is_sure(before: str, outlets: Outlets) -> bool:
    """Tell whether the words leave no doubt that an outlet follows: "Source: Harlow Herald", not "Sources told us"."""
    phrase = _phrase(before)
    marked = len(before.rstrip()) > len(phrase)
    return phrase in outlets.sure_credit_lines and (marked or " " in phrase)


def _may_name(before: str, name: str, outlets: Outlets) -> bool:
    """Tell whether the words in front of a name that is not known make it an outlet's."""
    phrase = _phrase(before)
    fair = phrase in outlets.words.fair_credit_lines
    named = fair and _sounds_like_outlet(name, outlets, alone=not phrase.endswith(_PLACED))
    return (named or _is_sure(before, outlets)) and _is_name(name, outlets)


def _sounds_like_outlet(name: str, outlets: Outlets, *, alone: bool) -> bool:
    """Tell whether a name is no person's: "Harlow Post"; with `alone`, one word is enough: "Norpress"."""
    words = name.casefold().split()
    return (alone and len(words) == 1) or words[-1] in outlets.words.outlet_words


def _is_name(name: str, outlets: Outlets) -> bool:
    return _could_be_name(name) and not _is_common(name, outlets)


def _is_common(name: str, outlets: Outlets) -> bool:
    """Tell whether the words are no outlet's name: "News agencies", "March 3"."""
    return name.casefold().split(" ")[0] in outlets.words.not_names


def _leading_agency(line: Span, words: str, outlets: Outlets) -> Iterator[Named]:
    """Yield the agency of a line that holds its name and perhaps a date: "Norpress November 19, 2031, 9:02 AM"."""
    if not words.startswith(outlets.agencies):
        return
    for end in reversed([match.start() for match in _WORD_END.finditer(words, 0, _LONGEST_AGENCY)]):
        outlet = outlets.called(words[:end])
        if outlet is not None and outlet.kind is OutletKind.AGENCY and _DATED.match(words, end):
            yield Named(name=outlet.name, span=Span(line.start, line.start + end))
            return


def speaks_of_page(text: str, line: Span, outlets: Outlets) -> bool:
    """Tell whether the line is a byline or a credit: "By Jane Roe", "Source: Norpress", "Norpress, 3 March 2031"."""
    if line.end - line.start > LONGEST:
        return False
    return _author(text, line, outlets) is not None or next(_credits(text, line, outlets), None) is not None


def signed_credit(text: str, paragraph: Span, outlets: Outlets) -> Named | None:
    """Return the agency that a paragraph is signed with: "Two people are missing. — Norpress", "(Norpress)"."""
    tail = Span(max(paragraph.start, paragraph.end - LONGEST), paragraph.end)
    match = _SIGNED.search(tail.of(text))
    outlet = outlets.called(match["name"].strip()) if match else None
    if match is None or outlet is None or outlet.kind is not OutletKind.AGENCY:
        return None
    return Named(name=outlet.name, span=Span(*match.span("name")).shifted(tail.start).stripped(text))


def author_of(text: str, line: Span, outlets: Outlets) -> str | None:
    """Return the author that a byline names: "Jane Roe" of "By Jane Roe"."""
    author = _author(text, line, outlets) if line.end - line.start <= LONGEST else None
    return author.name if author else None


def reporting_author(text: str, paragraph: Span, outlets: Outlets) -> Named | None:
    """Return who a paragraph's end says reported it: "(Reporting by Jane Roe; editing by Sam Poe)"."""
    bracket = _closing_bracket(text, paragraph)
    return _author(text, bracket, outlets) if bracket else None


def _author(text: str, line: Span, outlets: Outlets) -> Named | None:
    words = line.of(text)
    start = _prefix(words, outlets.words.bylines)
    people = _PEOPLE.match(words, start) if start else None
    if people is None or outlets.called(people[0]):
        return None
    span = Span(*people.span()).shifted(line.start)
    names = " ".join(takewhile(lambda word: word.casefold() not in outlets.words.not_names, span.of(text).split(" ")))
    return Named(name=names, span=Span(span.start, span.start + len(names))) if " " in names else None


def _prefix(words: str, phrases: tuple[str, ...]) -> int | None:
    """Return where the words go on after the longest of the phrases that they begin with, None if with none."""
    lower = words[:LONGEST].casefold()
    if not lower.startswith(phrases):
        return None
    found = (p for p in phrases if lower.startswith(p) and not lower[len(p) : len(p) + 1].isalnum())
    longest = max(found, key=len, default=None)
    gap = _GAP.match(words, len(longest)) if longest else None
    return gap.end() if gap and gap.end() > len(longest or "") else None


def _name(words: str, start: int) -> str | None:
    match = _NAME.match(words, start)
    return match[0] if match and _could_be_name(match[0]) else None


def _could_be_name(words: str) -> bool:
    return (words[:1].isupper() or "." in words or not words.isascii()) and len(words.split()) <= _MOST_WORDS


def _parts(words: str, start: int) -> Iterator[Span]:
    """Yield the names in the rest of a line, whole and then cut at "/", "and" and commas."""
    end = len(words.rstrip(" .)"))
    at = start
    cuts = [*(match.span() for match in _SEVERAL.finditer(words, start, end)), (end, end)]
    for cut, after in cuts:
        part = Span(at, max(at, cut)).stripped(words)
        if part.of(words).startswith(_THE):
            part = Span(part.start + len(_THE[0]), part.end)
        if part.start < part.end:
            yield part
        at = after
