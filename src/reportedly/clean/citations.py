"""Outlets that an article's first paragraphs say it has its news from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.clean.outlets import Outlets
from reportedly.records import Named, OutletKind
from reportedly.spans import Span

_WORD = re.compile(r"[^\s,;:()\"“”«»]+")
_DOMAIN = re.compile(r"[A-Z][\w-]*(?:\.[\w-]+)*\.(?:[A-Z]{2,4}|[a-z]{2,6})")
# Behind a network's name, what makes it another outlet's: "NBC 4 New York", "ABC affiliate WDSU".
_OTHER = re.compile(r" (?:\d|affiliate\b|station\b)")
_MOST_WORDS = 5  # of a name
_BEFORE = 30  # characters that hold the words in front of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An outlet that the text cites. `site` where it is a web outlet; `cites` where it is said to cite another."""

    named: Named
    site: bool
    cites: bool


def cited_outlets(text: str, paragraphs: Sequence[Span], outlets: Outlets) -> tuple[Citation, ...]:
    """Return the outlets that the paragraphs cite, in their order.

    "According to Harlow.net, citing the Post, ..." cites Harlow.net, which cites another, and the Post. "told the BBC"
    cites it too; "a BBC reporter was hurt" does not.
    """
    return tuple(citation for span in paragraphs for citation in _in_paragraph(text, span, outlets))


def _in_paragraph(text: str, paragraph: Span, outlets: Outlets) -> Iterator[Citation]:
    found = [*_names(text, paragraph, outlets)]
    for i, (span, name, site) in enumerate(found):
        if _is_cited(text, paragraph, span, outlets):
            nearest = found[i + 1][0] if i + 1 < len(found) else None
            cites = nearest is not None and _cites(text[span.end : nearest.start], outlets)
            yield Citation(named=Named(name=name, span=span), site=site, cites=cites)


def _names(text: str, paragraph: Span, outlets: Outlets) -> Iterator[tuple[Span, str, bool]]:
    """Yield known outlets, and names that are web addresses: the longest name at each place."""
    words = [Span(*match.span()) for match in _WORD.finditer(text, paragraph.start, paragraph.end)]
    i = 0
    while i < len(words):
        known = _longest(text, words[i : i + _MOST_WORDS], outlets)
        if known is not None:
            span, name, site, taken = known
            yield span, name, site
            i += taken
        else:
            i += 1


def _longest(text: str, words: Sequence[Span], outlets: Outlets) -> tuple[Span, str, bool, int] | None:
    for taken in range(len(words), 0, -1):
        span = _bare(text, Span(words[0].start, words[taken - 1].end))
        outlet = outlets.called(span.of(text))
        if outlet is not None and not _OTHER.match(text, span.end):
            return span, outlet.name, outlet.kind is OutletKind.SITE, taken
    span = _bare(text, words[0])
    return (span, span.of(text), True, 1) if _DOMAIN.fullmatch(span.of(text)) else None


def _bare(text: str, span: Span) -> Span:
    """Return the span without a possessive and marks at its end: "Reuters'", "Norpress's", "Post."."""
    words = re.sub(r"(?:['’]s?|[.!?]+)$", "", span.of(text))  # noqa: RUF001 -- an apostrophe
    return Span(span.start, span.start + len(words))


def _is_cited(text: str, paragraph: Span, span: Span, outlets: Outlets) -> bool:
    before = text[max(paragraph.start, span.start - _BEFORE) : span.start].casefold().rstrip()
    after = text[span.end : min(paragraph.end, span.end + _BEFORE)].casefold().lstrip(" ,")
    before, after = f" {before.removesuffix(' the').rstrip()}", f"{after.removeprefix('also ')} "
    return before.endswith(outlets.cites) or after.startswith(outlets.cites_after)


def _cites(between: str, outlets: Outlets) -> bool:
    words = between.casefold().strip(" ,").removesuffix(" the").strip(" ,")
    return words in outlets.words.cites
