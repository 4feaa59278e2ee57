"""What rests on what, as a tree of cited lines: an origin, and under it the pages that rest on it, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reportedly.brief.lines import Line
from reportedly.brief.sources import Sources
from reportedly.brief.wording import count_of, few, listed
from reportedly.records import (
    Brief,
    CopyKind,
    NodeKind,
    Origin,
    OriginBasis,
    RelationKind,
    RestBasis,
    SourceEdge,
    Support,
)

Ties = Mapping[str, Sequence[tuple[str, RestBasis]]]

BASES = {
    OriginBasis.COPY: "",
    OriginBasis.CREDIT: "by credit",
    OriginBasis.SAME_SPEAKER: "one speaker",
    OriginBasis.OWN: "",
}
BRANCHES = {RestBasis.CREDIT: "by credit", RestBasis.SAME_SPEAKER: "one speaker, on one occasion"}


def tell_origins(sources: Sources) -> Iterator[Line]:
    """Yield what several pages rest on, each with its pages; then the pages that stand alone, what is copied or lifted.

    "Norpress: pages 1, 2 and 8", and under it "pages 1 and 2: the same words" and "page 8: by credit".
    """
    ties = _ties(sources.brief)
    for origin in sorted(sources.brief.origins, key=lambda origin: len(origin.pages) == 1):
        support = sources.whole(origin.pages)
        if not support:
            continue
        in_part = _in_part(origin, sources)
        branches = list(_branches(origin, in_part, ties, sources))
        told, short = (_origin(origin, in_part, sources, short=short) for short in (False, True))
        if len(branches) > 1:
            name = sources.told(origin.origin)
            part = f", in part {sources.numbers(in_part)}" if in_part else ""
            wholly = sources.numbers(set(origin.pages) - in_part)
            rest = _for_numbers(origin, in_part, sources)
            yield Line(text=f"{name}: {wholly}{rest}.", short=f"{name}{part}", support=support)
            yield from branches
        else:
            yield Line(text=told, short=short, support=support, minor=len(origin.pages) == 1)
    yield from _copies(sources)
    yield from _passages(sources)


# --- one origin ------------------------------------------------------------------------------------------------------


def _branches(origin: Origin, in_part: Collection[str], ties: Ties, sources: Sources) -> Iterator[Line]:
    """Yield the pages that rest on an origin in the main, those together that do for one reason."""
    wholly = [page for page in origin.pages if page not in in_part]
    same = [names for names in copied_sets(sources.brief) if names <= set(wholly)]
    told = set[str]().union(*same)
    for names in same:
        yield _branch(names, f"the same words{_direction(names, sources)}", sources)
    by_basis: dict[str, list[str]] = {}
    for page in (page for page in wholly if page not in told):
        why = _version(page, told, wholly, sources) or _basis(page, origin, ties)
        by_basis.setdefault(why, []).append(page)
    yield from (_branch(pages, basis or "on its own", sources) for basis, pages in by_basis.items())


def _branch(names: Iterable[str], why: str, sources: Sources) -> Line:
    names = list(names)
    return Line(text=f"{sources.numbers(names)}: {why}.", support=sources.whole(names), depth=1)


def _version(page: str, told: Collection[str], wholly: Collection[str], sources: Sources) -> str:
    """Tell that a page is a version of one that its origin has already told of, or of one beside it; "" if of none."""
    pairs = [{one.earlier, one.later} for one in sources.brief.versions]
    others = {other for pair in pairs if page in pair for other in pair & set(wholly) - {page}}
    known = others & set(told)
    return f"another version of {sources.numbers(known)}" if known else "versions of one page" if others else ""


def _basis(page: str, origin: Origin, ties: Ties) -> str:
    """Return what ties a page to another of its origin: what its edges say, else what is said of the whole origin."""
    pages = set(origin.pages)
    told = (basis for other, basis in ties.get(page, ()) if other in pages and basis in BRANCHES)
    basis = next(told, None)
    return BRANCHES[basis] if basis else BASES[origin.basis]


def _ties(brief: Brief) -> Ties:
    """Return for each page the pages that it is tied to, and why."""
    ties: dict[str, list[tuple[str, RestBasis]]] = {}
    for one, other, edge in edges_of(brief):
        ties.setdefault(one, []).append((other, edge.basis))
        ties.setdefault(other, []).append((one, edge.basis))
    return ties


def _direction(names: Collection[str], sources: Sources) -> str:
    """Return which pages have their words from which, where that is known: ", page 3 from page 4"."""
    told = [
        f"{sources.numbers([one])} from {sources.numbers([other])}"
        for one, other, edge in edges_of(sources.brief)
        if {one, other} <= set(names) and edge.basis is RestBasis.COPY and not edge.mutual
    ]
    return f", {listed(few(told))}" if told else ""


def edges_of(brief: Brief) -> Iterator[tuple[str, str, SourceEdge]]:
    """Yield the edges between pages, with the names of the two."""
    nodes = brief.graph.nodes
    for edge in brief.graph.edges:
        one, other = nodes[edge.rests], nodes[edge.on]
        if one.kind is NodeKind.PAGE and other.kind is NodeKind.PAGE:
            yield one.name, other.name, edge


def _origin(origin: Origin, in_part: Collection[str], sources: Sources, *, short: bool = False) -> str:
    """Tell one report and its pages: "Harbour police, through Norpress: pages 1 and 2 (by credit), in part page 4"."""
    name = sources.told(origin.origin)
    if len(origin.pages) == 1:
        return f"{name}."
    wholly = [page for page in origin.pages if page not in in_part]
    same = any(names <= set(wholly) for names in copied_sets(sources.brief))
    words = "same words" if short else "in the same words"
    notes = [BASES[origin.basis], words] if same else [BASES[origin.basis], _versions_among(wholly, sources)]
    notes = [note for note in notes if note]
    told = f"{name}: {sources.numbers(wholly)}" + (f" ({'; '.join(notes)})" if notes else "")
    if short and in_part:
        return f"{told}, in part {sources.numbers(in_part)}."
    return f"{told}{_for_numbers(origin, in_part, sources)}."


def _versions_among(wholly: Collection[str], sources: Sources) -> str:
    pairs = [{a, b} for a, b, kind in sources.brief.copies if kind is CopyKind.VERSION]
    return "versions" if any(pair <= set(wholly) for pair in pairs) else ""


def _for_numbers(origin: Origin, in_part: Collection[str], sources: Sources) -> str:
    """Tell which pages rest on an origin in part, and for which numbers: ", and in part page 4 for “up to 900”"."""
    if not in_part:
        return ""
    wholly = [page for page in origin.pages if page not in in_part]
    numbers = [f"“{words}”" for words in _shared_numbers(wholly, in_part, sources)]
    return f", and in part {sources.numbers(in_part)}{f' for {listed(few(numbers))}' if numbers else ''}"


def _in_part(origin: Origin, sources: Sources) -> set[str]:
    """Return the pages that rest on an origin for a passage only, and on another in the main."""
    index = sources.brief.origins.index(origin)
    return {page.name for page in sources.brief.pages if page.name in origin.pages and page.origin not in {None, index}}


def _shared_numbers(wholly: Collection[str], in_part: Collection[str], sources: Sources) -> list[str]:
    """Return the numbers that pages which rest on a report in part have from it."""
    shared = [r for r in sources.brief.relations if r.relation is RelationKind.SAME_ORIGIN and r.a in sources.figures]
    between = [r.a for r in shared if {r.a.page, r.b.page} & set(in_part) and {r.a.page, r.b.page} & set(wholly)]
    return list(dict.fromkeys(sources.figures.words(ref) for ref in between))


# --- copies and passages ---------------------------------------------------------------------------------------------


def _copies(sources: Sources) -> Iterator[Line]:
    """Yield the copies and versions that no origin has told of."""
    for names in copied_sets(sources.brief):
        support = sources.whole(names)
        if support and not any(names <= set(origin.pages) for origin in sources.brief.origins):
            text = f"{sources.numbers(names).capitalize()} have the same words: one report, not {len(names)}."
            yield Line(text=text, support=support)
    versions = {frozenset((one.earlier, one.later)) for one in sources.brief.versions}
    for a, b, kind in sources.brief.copies:
        support = sources.whole((a, b)) if kind is CopyKind.VERSION and {a, b} not in versions else ()
        if support:
            text = f"{sources.numbers((a, b)).capitalize()} are versions of one report."
            yield Line(text=text, support=support, minor=True)


def copied_sets(brief: Brief) -> list[set[str]]:
    """Return the sets of pages that share their words."""
    sets: list[set[str]] = []
    for a, b, kind in brief.copies:
        if kind is CopyKind.COPY:
            touched = [names for names in sets if a in names or b in names]
            sets = [names for names in sets if names not in touched] + [{a, b}.union(*touched)]
    return sets


def _passages(sources: Sources) -> Iterator[Line]:
    """Yield the passages that pages share which are otherwise different, at the words themselves."""
    for passage in sources.brief.passages:
        places = ((passage.page, passage.span), (passage.other, passage.other_span))
        support = sources.known(Support(page=page, span=span) for page, span in places)
        if len(support) == len(places):
            words = len(passage.span.of(sources.figures.readings[passage.page].text).split())
            pages = sources.numbers(page for page, _ in places).capitalize()
            yield Line(text=f"{pages} share a passage of {count_of(words, 'word')}.", support=support, minor=True)
