"""Statements with their chains of sources, nearest to the fact first.

"Citing Norpress, the Harrow Post writes that Ada Holm denied it" is Holm's denial, relayed by Norpress, published by
the Harrow Post. Who relayed one speaker relayed all that he says on the page, and nothing that others say.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.lexicons import read_lexicon
from reportedly.link.nesting import find_holders, find_leaders, place_of
from reportedly.link.parties import find_party
from reportedly.read.gazetteer import fold, open_gazetteer
from reportedly.records import (
    Attitude,
    Attribution,
    Basis,
    Hop,
    Masthead,
    Named,
    Party,
    Published,
    Role,
    Stance,
    Statement,
    TimeMention,
    When,
)
from reportedly.spans import Span, hull

# Statements inside statements: nobody writes more, and hostile text would cost a chain of thousands for each.
_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWords:
    """The table of data/statements.toml. `labels`: what stands in front of a text and is nobody: "UPDATE: ..."."""

    earlier: frozenset[str]
    labels: frozenset[str]


def link_statements(
    text: str,
    attributions: Sequence[Attribution],
    attitudes: Sequence[Attitude],
    parties: Sequence[Party],
    masthead: Masthead,
    times: Sequence[TimeMention],
    published: Published,
) -> tuple[Statement, ...]:
    """Return the statements in text order, numbered "s1", "s2" and on.

    `Ada Holm told the Post that "no one was hurt"` on a page of the Harrow Times, which credits Norpress: the chain is
    Ada Holm, Post, Norpress, Harrow Times.
    """
    chains = _Chains(text, attributions, attitudes, parties, masthead)
    order = sorted(range(len(attributions)), key=lambda i: place_of(attributions[i]))
    return tuple(
        Statement(
            id=f"s{number}",
            content=attributions[i].content,
            cue=attributions[i].cue,
            source=attributions[i].source,
            chain=chains.of(i),
            manner=attributions[i].manner,
            stance=attitudes[i].stance,
            certainty=attitudes[i].certainty,
            hedges=attitudes[i].hedges,
            said=find_said(text, attributions[i], times, published),
        )
        for number, i in enumerate(order, 1)
    )


class _Chains:
    """The chain of each attribution of a page."""

    def __init__(
        self,
        text: str,
        attributions: Sequence[Attribution],
        attitudes: Sequence[Attitude],
        parties: Sequence[Party],
        masthead: Masthead,
    ) -> None:
        self._text = text
        self._attributions = attributions
        self._attitudes = attitudes
        self._masthead = masthead
        self._by_mention = {mention: party for party in parties for mention in party.mentions}
        self._parties = parties
        self._by_start: dict[int, list[tuple[Span, Party]]] = {}
        for mention, party in self._by_mention.items():
            self._by_start.setdefault(mention.start, []).append((mention, party))
        self._leader = find_leaders(text, attributions)
        self._outer = find_holders(attributions)
        self._relayed = self._relayers_of_parties()
        in_text = {span for attribution in attributions for span in attribution.relayers}
        self._credits = [c for c in masthead.credits if not _told_in_text(c, attributions, in_text)]

    def of(self, i: int) -> tuple[Hop, ...]:
        """Return originator, his relayers, who holds his words in theirs, the page's credits, its publisher."""
        hops = _each_once([*self._own(i), *self._around(i), *self._page()])
        return tuple(hops)

    def _own(self, i: int) -> Iterator[Hop]:
        leader = self._attributions[self._leader[i]]
        if leader.source and not _is_label(self._text, leader):
            span = leader.source[0] if self._leader[i] == i else None
            party = self._party(leader.source[0])
            yield self._hop(leader.source[0], party, Role.ORIGINATOR, span)
            yield from self._products(leader.source[0])
        for relayer in leader.relayers or self._relayed_for(leader):
            yield self._hop(relayer, self._party(relayer), Role.RELAYER, relayer)

    def _products(self, source: Span) -> Iterator[Hop]:
        """Yield "reports" of "reports attributed to Harrow intelligence": a party inside the source's own words."""
        owner = self._party(source)
        for mention, party in self._by_start.get(source.start, ()):
            inside = mention.end < source.end and party is not owner
            if inside and not party.named and party.name == mention.of(self._text):
                yield self._hop(mention, party, Role.RELAYER, mention)

    def _around(self, i: int) -> Iterator[Hop]:
        outer, deep = self._outer[i], 0
        while outer is not None and deep < _DEEPEST:
            deep += 1
            # "declined to comment on claims that ...", "denied reports that ...": the claim does not come through them
            passes_on = self._attitudes[outer].stance not in (Stance.NO_COMMENT, Stance.DENIES)
            for hop in self._own(outer) if passes_on else ():
                yield replace(hop, role=Role.RELAYER)
            outer = self._outer[outer]

    def _page(self) -> Iterator[Hop]:
        for credit in self._credits:
            yield Hop(party=credit.name, role=Role.RELAYER, named=True, span=credit.span)
        carrier = self._masthead.carrier
        if carrier is not None:
            yield Hop(party=carrier.name, role=Role.PUBLISHER, named=True)

    def _hop(self, words: Span, party: Party | None, role: Role, span: Span | None) -> Hop:
        if party is None:
            return Hop(party=words.of(self._text), role=role, named=False, span=span)
        return Hop(party=party.name, description=party.description, role=role, named=party.named, span=span)

    def _party(self, span: Span) -> Party | None:
        return self._by_mention.get(span) or find_party(self._parties, span)

    # --- relayers ----------------------------------------------------------------------------------------------------

    def _relayers_of_parties(self) -> dict[str, list[tuple[int, tuple[Span, ...]]]]:
        """Return for each party where the page says who relayed it: its later statements keep that relayer."""
        relayed: dict[str, list[tuple[int, tuple[Span, ...]]]] = {}
        for attribution in self._attributions:
            relayers = attribution.relayers
            party = self._party(attribution.source[0]) if attribution.source else None
            if party is not None and relayers:
                relayed.setdefault(party.id, []).append((attribution.source[0].start, relayers))
        for places in relayed.values():
            places.sort()
        return relayed

    def _relayed_for(self, leader: Attribution) -> tuple[Span, ...]:
        """Return the relayers last named for the speaker; before any was named, the first that will be."""
        party = self._party(leader.source[0]) if leader.source else None
        places = self._relayed.get(party.id, []) if party else []
        if not places:
            return ()
        before = bisect_right(places, leader.source[0].start, key=lambda place: place[0])
        return places[max(0, before - 1)][1]


def _is_label(text: str, attribution: Attribution) -> bool:
    """Tell "UPDATE: ..." and "Related: ..." from a speaker; "video shows" is no label."""
    words = attribution.source[0].of(text)
    colon = [cue.of(text) for cue in attribution.cue] == [":"]
    return (words.isupper() or colon) and words.lower() in read_lexicon("statements.toml", StatementWords).labels


def _told_in_text(credit: Named, attributions: Sequence[Attribution], relayers: Iterable[Span]) -> bool:
    """Tell whether a credit is given for one speaker in a sentence ("citing Norpress"), and not for the page."""
    if credit.span is None:
        return False
    span = credit.span
    return any(span.overlaps(relayer) for relayer in relayers) or any(
        span.overlaps(source) for attribution in attributions for source in attribution.source
    )


def _each_once(hops: Iterable[Hop]) -> Iterator[Hop]:
    """Drop a party that the chain has already; the publisher's role is kept where he is also a relayer."""
    hops = list(hops)
    last = {_same_party(hop): hop for hop in hops if hop.role is Role.PUBLISHER}
    seen: set[str] = set()
    for hop in hops:
        key = _same_party(hop)
        if key in seen or (hop.role is Role.RELAYER and key in last and last[key] is not hop):
            continue
        seen.add(key)
        yield hop


def _same_party(hop: Hop) -> str:
    actor = open_gazetteer().actor(hop.party)
    return fold(actor.name if actor else hop.party).lower().removeprefix("the ")


# --- when it was said ------------------------------------------------------------------------------------------------


def find_said(text: str, attribution: Attribution, times: Sequence[TimeMention], published: Published) -> When | None:
    """Return when the speaker spoke: the time in the words that report it, else by the day of the page.

    "On Friday, Holm told the Post that ..." was said on Friday. "Holm said" on a page of 4 March is put on that day, as
    inferred; "earlier, Holm had said" there is only known to be no later.
    """
    if not attribution.cue:
        return _by_the_page(published, earlier=False)
    clause = _reporting_clause(text, attribution)
    inside = [
        time
        for time in times_between(times, clause)
        if time.known and not any(content.overlaps(time.span) for content in attribution.content)
    ]
    if inside:
        nearest = min(inside, key=lambda time: abs(time.span.start - attribution.cue[0].start))
        return When(edtf=nearest.edtf, earliest=nearest.earliest, latest=nearest.latest, basis=nearest.basis)
    words = re.findall(r"[a-z]+", clause.of(text).lower())
    marks = read_lexicon("statements.toml", StatementWords).earlier
    return _by_the_page(published, earlier=not marks.isdisjoint(words))


def times_between(times: Sequence[TimeMention], clause: Span) -> Sequence[TimeMention]:
    """Return the times that begin inside the span; `times` are in text order."""
    first = bisect_right(times, clause.start - 1, key=lambda time: time.span.start)
    last = bisect_right(times, clause.end - 1, key=lambda time: time.span.start)
    return times[first:last]


def _by_the_page(published: Published, *, earlier: bool) -> When | None:
    """Return the page's day, or with `earlier` all that is before it; None where the page has no last day."""
    if published.latest is None:
        return None
    if earlier:
        return When(edtf=f"../{published.latest}", earliest=None, latest=published.latest, basis=Basis.INFERRED)
    return When(edtf=published.edtf, earliest=published.earliest, latest=published.latest, basis=Basis.INFERRED)


def _reporting_clause(text: str, attribution: Attribution) -> Span:
    """Return the sentence around cue and source, up to the content on either side."""
    own = hull([*attribution.cue, *attribution.source])
    start, end = _sentence_around(text, own)
    for content in attribution.content:
        if content.end <= own.start:
            start = max(start, content.end)
        elif content.start >= own.end:
            end = min(end, content.start)
    return Span(start, max(end, start))


def _sentence_around(text: str, span: Span) -> tuple[int, int]:
    reach = 600  # a reporting clause is no longer than this; looking further costs time on hostile text
    before, after = text[max(0, span.start - reach) : span.start], text[span.end : span.end + reach]
    starts = [before.rfind(mark) + len(mark) for mark in (". ", "\n", "? ", "! ", "” ", ".” ") if mark in before]
    ends = [after.find(mark) for mark in (". ", ".\n", "\n", "? ", "! ") if mark in after]
    start = span.start - len(before) + max(starts, default=0)
    return start, span.end + min(ends, default=len(after))
