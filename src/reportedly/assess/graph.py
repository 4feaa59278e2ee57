"""Who rests on whom in a story, as a graph: pages on pages, on outlets, documents and speakers, on "media reports"."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from reportedly.assess.footing import Outlets, document_of, is_reports
from reportedly.assess.origins import Copies, StoryOrigins
from reportedly.assess.sightings import before
from reportedly.assess.words import assess_words
from reportedly.link.identities import Identities
from reportedly.records import (
    Hop,
    NodeKind,
    OriginBasis,
    Passage,
    Reading,
    RestBasis,
    Role,
    SourceEdge,
    SourceGraph,
    SourceNode,
    Stance,
    Statement,
    Support,
)
from reportedly.spans import Span

BASES = {
    OriginBasis.COPY: RestBasis.COPY,
    OriginBasis.CREDIT: RestBasis.CREDIT,
    OriginBasis.SAME_SPEAKER: RestBasis.SAME_SPEAKER,
}
REPORTS = "unnamed reports"


def draw_graph(
    readings: Sequence[Reading],
    origins: StoryOrigins,
    copies: Copies,
    passages: Sequence[Passage],
    identities: Identities,
) -> SourceGraph:
    """Return the graph of a story: its pages first, in order, then whom they have their words from.

    "The dam was opened, Ilse Kor told Norpress" on page a: a rests on Norpress, Norpress on Ilse Kor, by these words.
    """
    graph = _Graph(identities, Outlets(readings, identities))
    by_name = {reading.page.name: reading for reading in readings}
    for name in by_name:
        graph.node(NodeKind.PAGE, name, name)
    for one, other, basis in _between_pages(origins, copies):
        _join_pages(graph, (by_name[one], whole(by_name[one])), (by_name[other], whole(by_name[other])), basis)
    for passage in passages:
        here = Support(page=passage.page, span=passage.span)
        there = Support(page=passage.other, span=passage.other_span)
        _join_pages(graph, (by_name[passage.page], here), (by_name[passage.other], there), RestBasis.PASSAGE)
    for reading in readings:
        _add_page(graph, reading)
    return graph.drawn()


def whole(reading: Reading) -> Support:
    """Return a page from its first to its last character."""
    return Support(page=reading.page.name, span=Span(0, len(reading.text)))


def rests_on(a: Reading, b: Reading, identities: Identities) -> bool | None:
    """Tell whether the first of two pages that share words has them from the second; None where nothing says so.

    A page that credits the other's outlet has them from it; else the later page, where both are dated.
    """
    forth, back = _credits(a, b, identities), _credits(b, a, identities)
    if forth is not back:
        return forth
    if before(b.page.published, a.page.published):
        return True
    return False if before(a.page.published, b.page.published) else None


class _Graph:
    """Nodes and edges as they are found, each once; an edge keeps all that it was found by."""

    def __init__(self, identities: Identities, outlets: Outlets) -> None:
        self.identities, self._outlets = identities, outlets
        self._nodes: dict[tuple[NodeKind, Hashable], int] = {}
        self._found: list[SourceNode] = []
        self._edges: dict[tuple[int, int, RestBasis, bool], dict[Support, None]] = defaultdict(dict)

    def node(self, kind: NodeKind, key: Hashable, name: str, *, named: bool = True) -> int:
        """Return the number of a node; one that is new is called by the name."""
        place = self._nodes.setdefault((kind, key), len(self._found))
        if place == len(self._found):
            self._found.append(SourceNode(kind=kind, name=name, named=named))
        return place

    def party(self, party: str) -> int:
        """Return the node of a named party: an outlet or a speaker."""
        kind = NodeKind.OUTLET if self._outlets.has(party) else NodeKind.SPEAKER
        return self.node(kind, self.identities.canonical(party), party)

    def edge(self, rests: int, on: int, basis: RestBasis, support: Sequence[Support], *, mutual: bool = False) -> None:
        """Let one node rest on another, unless it is the same."""
        if rests != on:
            self._edges[rests, on, basis, mutual].update(dict.fromkeys(support))

    def drawn(self) -> SourceGraph:
        """Return what was found."""
        edges = (
            SourceEdge(rests=rests, on=on, basis=basis, support=tuple(support), mutual=mutual)
            for (rests, on, basis, mutual), support in self._edges.items()
        )
        return SourceGraph(nodes=tuple(self._found), edges=tuple(edges))


def _between_pages(origins: StoryOrigins, copies: Copies) -> Iterator[tuple[str, str, RestBasis]]:
    """Yield what pages are of one origin, copies first; a pair that is a copy is not told again."""
    copied = {frozenset((a, b)) for a, b, _ in copies}
    yield from ((a, b, RestBasis.COPY) for a, b, _ in copies)
    yield from (
        (a, b, BASES[basis])
        for a, b, basis in origins.ties
        if basis is not OriginBasis.COPY and frozenset((a, b)) not in copied
    )


def _join_pages(graph: _Graph, one: tuple[Reading, Support], other: tuple[Reading, Support], basis: RestBasis) -> None:
    """Let the one of two pages rest on the other that has its words from it; both on each other where that is open."""
    speaks = basis is RestBasis.SAME_SPEAKER
    rests = None if speaks else rests_on(one[0], other[0], graph.identities)
    late, early = (one, other) if rests else (other, one)
    places = [graph.node(NodeKind.PAGE, reading.page.name, "") for reading, _ in (late, early)]
    graph.edge(places[0], places[1], basis, (late[1], early[1]), mutual=rests is None)


def _credits(page: Reading, other: Reading, identities: Identities) -> bool:
    carrier = other.page.carrier
    return carrier is not None and any(identities.same(credit.name, carrier.name) for credit in page.page.credits)


def _add_page(graph: _Graph, reading: Reading) -> None:
    """Let a page rest on those it credits, and on those it has its statements from."""
    page = graph.node(NodeKind.PAGE, reading.page.name, reading.page.name)
    for credit in reading.page.credits:
        outlet = graph.party(credit.name)
        support = Support(page=reading.page.name, span=credit.span) if credit.span else whole(reading)
        graph.edge(page, outlet, RestBasis.CREDIT, (support,))
    for statement in reading.statements:
        if statement.chain and statement.stance not in {Stance.NO_COMMENT, Stance.ASKS}:
            _add_chain(graph, page, statement, reading)


def _add_chain(graph: _Graph, page: int, statement: Statement, reading: Reading) -> None:
    """Lead from a page through those who passed a statement on to him who made it."""
    support = (Support(page=reading.page.name, statement=statement.id),)
    first, *others = statement.chain
    here = page
    for hop in reversed([hop for hop in others if hop.role is Role.RELAYER]):
        outlet = _node_of(graph, hop, reading)
        graph.edge(here, outlet, RestBasis.REPORTS if is_reports(hop) else RestBasis.CREDIT, support)
        here = outlet
    if first.role is Role.PUBLISHER:
        return
    document = document_of(statement, reading.text)
    if document:
        noun = assess_words().documents.intersection(document.casefold().split())
        key = (graph.identities.canonical(first.party), noun, "" if first.named else reading.page.name)
        paper = graph.node(NodeKind.DOCUMENT, key, document)
        graph.edge(here, paper, RestBasis.DOCUMENT, support)
        here = paper
    speaker = _node_of(graph, first, reading)
    graph.edge(here, speaker, RestBasis.REPORTS if is_reports(first) else RestBasis.SAID, support)


def _node_of(graph: _Graph, hop: Hop, reading: Reading) -> int:
    """Return the node of a party: one for all unnamed reports, one a page for other unnamed parties."""
    if is_reports(hop):
        return graph.node(NodeKind.REPORTS, REPORTS, REPORTS, named=False)
    if hop.named:
        return graph.party(hop.party)
    return graph.node(NodeKind.SPEAKER, (hop.party.casefold(), reading.page.name), hop.party, named=False)
