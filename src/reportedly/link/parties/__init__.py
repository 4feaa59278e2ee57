"""The actors of a page: who speaks, in what capacity, and every mention of them.

"Colonel Ants Kask, head of the Harrow Centre, said ... The officer added ... he said" is one party, "Ants Kask", with
the description "head of the Harrow Centre" and three mentions.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.link.nesting import find_holders, find_leaders
from reportedly.link.parties.cast import Cast
from reportedly.link.parties.labels import Labels, without_labels
from reportedly.link.parties.page import Page
from reportedly.link.parties.wording import Wording, read_wording
from reportedly.read.names import open_titles
from reportedly.records import Attribution, Manner, Masthead, Name, NameKind, Party, Sentence
from reportedly.spans import Span

_SELF = frozenset({"i", "me", "my"})
_SELVES = frozenset({"our", "us", "we"})

__all__ = ["find_party", "link_parties", "mark_entities"]


def link_parties(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    attributions: Sequence[Attribution],
    masthead: Masthead,
) -> tuple[Party, ...]:
    """Return everybody named on the page and everybody who speaks, in the order of their first mention.

    "A spokesman" right after "Harrow special forces told the Post" is the party "Harrow special forces spokesman",
    not named; "he" with nobody before it stays "he".
    """
    contents = [span for attribution in attributions if _is_told(attribution) for span in attribution.content]
    unmarked = [span for attribution in attributions if attribution.continues for span in attribution.content]
    own, others = _mentions(text, attributions)
    sources = [span for span, speaks in others if speaks]
    named = (*without_labels(text, names), *_credited(names, masthead))
    cast = Cast(Page(text, sentences, named), contents, unmarked, sources)
    labels, vehicles = Labels(cast.page), _vehicles(text, attributions)
    for span, speaks in others:
        while vehicles and vehicles[-1][0] < span.start:
            place, noun, source = vehicles.pop()
            cast.puts_out(noun, place, source)
        wording = labels.read(span)
        actor = cast.resolve(wording)
        actor.mention(span)
        if speaks:
            cast.hear(actor, span.start)
        if wording.through is not None:
            cast.resolve(_product(text, wording.through))
    _resolve_speakers_of_themselves(cast, attributions, own)
    return cast.parties()


def find_party(parties: Sequence[Party], span: Span) -> Party | None:
    """Return the party that the span mentions: the same span first, else the longest mention inside it."""
    best: tuple[int, Party] | None = None
    for party in parties:
        for mention in party.mentions:
            if mention == span:
                return party
            if span.contains(mention) and (best is None or mention.end - mention.start > best[0]):
                best = (mention.end - mention.start, party)
    return best[1] if best else None


def mark_entities(names: Sequence[Name], parties: Sequence[Party]) -> tuple[Name, ...]:
    """Return the names with the id of their party; other names that have the same words share an id of their own."""
    owners = {mention: party.id for party in parties for mention in party.mentions}
    others: dict[tuple[str, NameKind], str] = {}
    marked = []
    for name in names:
        entity = owners.get(name.span)
        if entity is None:
            entity = others.setdefault((name.text, name.kind), f"n{len(others) + 1}")
        marked.append(replace(name, entity=entity))
    return tuple(marked)


def _is_told(attribution: Attribution) -> bool:
    """Tell whether somebody says it: "Kask is expected to leave" is the page's own sentence about Kask."""
    return bool(attribution.source) or attribution.continues or attribution.manner is not Manner.INDIRECT


def _vehicles(text: str, attributions: Sequence[Attribution]) -> list[tuple[int, str, Span]]:
    """Return where somebody "said in a statement", the last place first."""
    products = open_titles().products
    found = [
        (max(cue.end, attribution.source[0].start), word, attribution.source[0])
        for attribution in attributions
        for cue in (attribution.cue if attribution.source else ())
        for word in cue.of(text).lower().split()
        if word in products
    ]
    return sorted(found, reverse=True)


def _credited(names: Sequence[Name], masthead: Masthead) -> list[Name]:
    """Return the credit lines as names, where the text has them and nothing else was found there."""
    taken = [name.span for name in names]
    return [
        Name(span=credit.span, text=credit.name, kind=NameKind.ORGANIZATION)
        for credit in masthead.credits
        if credit.span is not None and not any(credit.span.overlaps(span) for span in taken)
    ]


def _mentions(text: str, attributions: Sequence[Attribution]) -> tuple[list[int], list[tuple[Span, bool]]]:
    """Return whose source is "I" or "we", and all other sources and relayers in text order, True for a source."""
    own = [i for i, a in enumerate(attributions) if a.source and a.source[0].of(text).lower() in _SELF | _SELVES]
    sources = {span for a in attributions for span in a.source[:1]} - {attributions[i].source[0] for i in own}
    relayers = {span for a in attributions for span in a.relayers} - sources
    return own, sorted([*((span, True) for span in sources), *((span, False) for span in relayers)])


def _resolve_speakers_of_themselves(cast: Cast, attributions: Sequence[Attribution], own: Sequence[int]) -> None:
    """Lay "I think" inside what somebody says to that one, "we think" to his side; elsewhere nobody is known."""
    if not own:
        return
    leaders, holders = find_leaders(cast.page.text, attributions), find_holders(attributions)
    for i in own:
        span, holder = attributions[i].source[0], holders[i]
        source = () if holder is None else attributions[leaders[holder]].source[:1]
        speaker = next(filter(None, map(cast.speaker, source)), None)
        if speaker is None or (speaker.kind is NameKind.OTHER and not speaker.named):
            cast.resolve(read_wording(cast.page, span))
        elif span.of(cast.page.text).lower() in _SELVES:
            speaker.mention(span) if speaker.several else cast.side_of(speaker, span)
        else:
            (cast.resolve(read_wording(cast.page, span)) if speaker.several else speaker).mention(span)


def _product(text: str, span: Span) -> Wording:
    """Return "reports" of "reports attributed to ..." as an unnamed party of its own."""
    return Wording(
        span=span, words=span.of(text), kind=NameKind.OTHER, named=False, head=span.of(text).lower(), indefinite=True
    )
