"""Where each number, and each thing that was said on several pages, comes from: its separate origins and the proof."""

from collections.abc import Iterator, Sequence

from reportedly.brief.lines import Group, Line
from reportedly.brief.sources import Sources
from reportedly.brief.wording import count_of, fold, listed, plain
from reportedly.records import Claim, Rest, RestBasis, SeparateOrigin

# Characters of what was said that are told.
LONGEST = 90

TIES = {
    RestBasis.COPY: "in the same words as",
    RestBasis.PASSAGE: "with a passage of",
    RestBasis.SAME_SPEAKER: "by the same party as",
    RestBasis.CREDIT: "through the same outlet as",
    RestBasis.DOCUMENT: "by the same document as",
    RestBasis.SAME_WORDS: "in much the same words as",
    RestBasis.REPORTS: "from nobody named, like",
    RestBasis.CIRCLE: "in a circle with",
    RestBasis.OWN: "without a source, like",
}


def tell_footing(sources: Sources) -> Iterator[Group]:
    """Yield the numbers, then the statements, that several pages have, with the footing of each page."""
    figures = [claim for claim in sources.brief.claims if claim.figures and _pages(claim) > 1]
    said = [claim for claim in sources.brief.claims if claim.statements and _pages(claim) > 1]
    for heading, claims in (("", figures), ("Said on several pages", said)):
        lines = tuple(line for claim in claims for line in _claim(claim, sources))
        if lines:
            yield Group(heading=heading, lines=lines)


def _pages(claim: Claim) -> int:
    return len({ref.page for ref in claim.figures} | {said.page for said in claim.statements})


def _claim(claim: Claim, sources: Sources) -> Iterator[Line]:
    support = sources.known(
        rest.support[0] for origin in claim.separate for rest in origin.rests if rest.support and rest.other is None
    )
    if support:
        what = f"{_what(claim, sources)}: {count_of(claim.origins, 'origin')} on {count_of(_pages(claim), 'page')}"
        circular = "; nobody says where it comes from" if claim.circle is not None else ""
        yield Line(text=f"{what}{circular}.", support=support, minor=True)
        for origin in claim.separate:
            yield from _origin(origin, sources)


def _what(claim: Claim, sources: Sources) -> str:
    if claim.figures:
        words = sources.figures.words(claim.figures[0]) if claim.figures[0] in sources.figures else ""
        return f"“{words}”, {plain(claim.series)}" if claim.series else f"“{words}”"
    first = claim.statements[0]
    statement = sources.statement(first)
    spans = statement.content if statement else ()
    words = plain(" … ".join(span.of(sources.figures.readings[first.page].text) for span in spans))
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …"
    return f"“{short}”"


def _origin(origin: SeparateOrigin, sources: Sources) -> Iterator[Line]:
    """Yield one origin with the footing of its pages, as a branch."""
    support = sources.known(one for rest in origin.rests for one in rest.support)
    if support:
        steps: dict[str, list[str]] = {}
        for rest in origin.rests:
            if told := _rest(rest, origin, sources):
                steps.setdefault(told, []).append(rest.page)
        footing = "; ".join(f"{sources.numbers(pages)} {_of_all(told, pages)}" for told, pages in steps.items())
        apart = "" if origin.counts else " (adds no origin)"
        yield Line(text=f"{sources.told(origin.origin)}{apart}: {footing}.", support=support, minor=True, depth=1)


def _of_all(told: str, pages: Sequence[str]) -> str:
    return told.replace("its own words", "their own words") if len(set(pages)) > 1 else told


def _rest(rest: Rest, origin: SeparateOrigin, sources: Sources) -> str:
    """Tell what a page rests on, without the name of the origin: "through Norpress", "in the same words as page 2"."""
    if rest.other is not None:
        plainly = rest.basis is RestBasis.SAME_SPEAKER and _names_it(rest.page, origin)
        return "" if plainly else f"{TIES.get(rest.basis, 'together with')} {sources.numbers([rest.other])}"
    if rest.party is None:
        return "in its own words"
    if rest.basis is RestBasis.CREDIT and not rest.through:
        return f"in its own words, crediting {plain(rest.party)}"
    through = f"through {listed([plain(name) for name in rest.through])}" if rest.through else ""
    if fold(rest.party) in fold(origin.origin):
        told = through or "directly"
    else:
        told = ", ".join(part for part in (f"from {plain(rest.party)}", through) if part)
    return f"{told} (in a document)" if rest.basis is RestBasis.DOCUMENT else told


def _names_it(page: str, origin: SeparateOrigin) -> bool:
    """Tell whether a page itself names the party that the origin is."""
    return any(r.page == page and r.party and fold(r.party) in fold(origin.origin) for r in origin.rests)
