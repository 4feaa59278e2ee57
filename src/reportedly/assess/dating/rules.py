"""The pages of a story into rules for their dates, each with the words that it rests on."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.assess.dating.anchors import Anchor
from reportedly.assess.dating.constraints import Constraint, Fixed, Gap, Ground, OnWeekday, Recurring
from reportedly.assess.dating.events import Telling, join_events, tellings_of
from reportedly.assess.phrases import MONTHS
from reportedly.records import Basis, Calendar, Clue, CopyKind, DateKind, Page, Published, Reading, When

Copies = Sequence[tuple[str, str, CopyKind]]
# Longer words of a page are cut in a proof.
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What rules are made from: all tellings, the event of each, and pages that carry the words of others."""

    anchors: Sequence[Anchor]
    tellings: Sequence[Telling]
    events: Mapping[str, str]
    derived: Collection[str]


def node_of(page: str) -> str:
    """Return the name of a page's date among the days of a story."""
    return f"page {page}"


def is_dated(published: Published) -> bool:
    """Tell whether a page's own date is known at both ends, from a person or the page."""
    return published.earliest is not None and published.latest is not None


def find_told(readings: Sequence[Reading], copies: Copies, anchors: Sequence[Anchor]) -> Told:
    """Return what the pages tell of, with what is one event on several of them."""
    tellings = [telling for reading in readings for telling in tellings_of(reading)]
    sure = [telling for telling in tellings if not telling.clue.likely]
    derived = _derived(readings, copies)
    return Told(anchors=anchors, tellings=tellings, events=join_events(sure), derived=derived)


def find_rules(readings: Sequence[Reading], copies: Copies, told: Told) -> tuple[Constraint, ...]:
    """Return what is known of the dates of pages, events and anchors.

    Dates of pages are given; "last year" on an undated page is a distance to what it tells of; what two pages tell of
    as one event has one day; an anchor has the day that a person gave; a copy is no earlier than the page it credits.
    """
    of_page: dict[str, list[Telling]] = defaultdict(list)
    for telling in told.tellings:
        if not telling.clue.likely:
            of_page[telling.reading.page.name].append(telling)
    rules: list[Constraint] = [_anchored(anchor) for anchor in told.anchors]
    for reading in readings:
        rules.extend(_of_page(reading.page))
        for telling in of_page[reading.page.name]:
            rules.extend(_of_telling(telling, told))
        if not is_dated(reading.page.published):
            rules.extend(_mentions(reading, told.anchors))
    rules.extend(_credits(readings, copies))
    return tuple(rules)


def _anchored(anchor: Anchor) -> Fixed:
    ground = Ground(words=f"“{anchor.name}”: {_in_words(anchor.day)}, in about.json", given=True)
    return Fixed(ground=ground, node=anchor.node, earliest=anchor.day, latest=anchor.day)


def _of_page(page: Page) -> Iterator[Constraint]:
    published, node = page.published, node_of(page.name)
    span = published.evidence[0] if published.evidence else None
    if is_dated(published):
        ground = Ground(words=f"is of {_between(published)}", page=page.name, span=span, given=True)
        yield Fixed(ground=ground, node=node, earliest=published.earliest, latest=published.latest)
    elif published.known:
        ground = Ground(words=f"tells of {_between(published)}", page=page.name, span=span)
        yield Fixed(ground=ground, node=node, earliest=published.earliest, latest=published.latest)
    for saved in page.dates:
        if saved.kind is DateKind.CAPTURED and saved.latest and not is_dated(published):
            ground = Ground(
                words=f"was saved on {_in_words(saved.latest)}", page=page.name, span=saved.span, given=True
            )
            yield Fixed(ground=ground, node=node, earliest=None, latest=saved.latest)


def _between(when: When) -> str:
    first, last = when.earliest, when.latest
    if first and last and first != last:
        return f"{_in_words(first)} to {_in_words(last)}"
    return _in_words(first or last)


# --- clues -----------------------------------------------------------------------------------------------------------


def _of_telling(telling: Telling, told: Told) -> Iterator[Constraint]:
    """Yield where a clue puts its event and its page."""
    clue, page = telling.clue, telling.reading.page
    ground = Ground(words=f"tells of “{short(clue.text)}”", page=page.name, span=clue.span)
    if clue.after:
        if not is_dated(page.published):
            yield from _since(telling, ground, told)
        return
    event, time = told.events[telling.node], telling.time
    if time:
        put = f"puts “{short(clue.text)}” on {_between(time)}"
        words = put if time.basis is not Basis.EXPLICIT else ground.words
        yield Fixed(ground=replace(ground, words=words), node=event, earliest=time.earliest, latest=time.latest)
    own = _carried_over(clue) if page.name in told.derived else clue
    if not is_dated(page.published):
        yield from distances(own, event, page, ground)
    elif clue.least is not None and (time is None or time.basis is Basis.EXPLICIT):
        yield Gap(ground=ground, early=event, late=node_of(page.name))
    elif own.first and time and time.latest is None:  # "since early February": begun then, whatever lasts
        yield from distances(own, event, page, ground)
    yield from _of_anchors(telling, event, ground, told.anchors)


def distances(clue: Clue, event: str, page: Page, ground: Ground) -> Iterator[Constraint]:
    """Yield how far an undated page lies from an event that it tells of."""
    node = node_of(page.name)
    if clue.first and clue.last:
        yield Recurring(
            ground=ground,
            event=event,
            page=node,
            first=clue.first,
            last=clue.last,
            within=clue.most,
            last_named=clue.unit is Calendar.YEAR,
            or_ahead=clue.least is None,
        )
    if clue.least is None:
        if clue.most is not None and not clue.first:
            yield Gap(ground=replace(ground, words=f"looks ahead to “{clue.text}”"), early=node, late=event)
        return
    yield Gap(ground=ground, early=event, late=node)
    if clue.most is not None and not clue.first:
        yield Gap(ground=ground, early=event, late=node, unit=clue.unit, least=clue.least, most=clue.most)
    if clue.weekday:
        yield OnWeekday(ground=ground, node=event, weekday=clue.weekday)


def _carried_over(clue: Clue) -> Clue:
    """Return what is left of a clue on a copy: "on Friday" in it counts from the day of the first report."""
    if clue.least is None:
        return clue
    return replace(clue, unit=Calendar.DAY, least=0, most=None, first=None, last=None)


def _since(telling: Telling, ground: Ground, told: Told) -> Iterator[Constraint]:
    """Yield how long after an anchor, or an event of other pages, a page says that it is."""
    clue, reading = telling.clue, telling.reading
    said = replace(ground, words=f"says “{short(clue.text)}”")
    most = None if reading.page.name in told.derived else clue.most
    named = [anchor.node for anchor in told.anchors if anchor.named_in(reading.text, clue)]
    for node in named or [told.events[telling.node]]:
        yield Gap(ground=said, early=node, late=node_of(reading.page.name), least=clue.least, most=most)


# --- anchors ---------------------------------------------------------------------------------------------------------


def _of_anchors(telling: Telling, event: str, ground: Ground, anchors: Sequence[Anchor]) -> Iterator[Constraint]:
    text, clue = telling.reading.text, telling.clue
    if clue.least is None:
        return
    for anchor in anchors:
        if anchor.begins_in(text, clue):
            yield Gap(ground=ground, early=anchor.node, late=event, most=0)
        elif anchor.lies_before(text, clue):
            yield Gap(ground=ground, early=anchor.node, late=event)


def _mentions(reading: Reading, anchors: Sequence[Anchor]) -> Iterator[Constraint]:
    for anchor in anchors:
        span = anchor.mention_in(reading)
        if span:
            words = f"speaks of it: “{short(span.of(reading.text))}”"
            ground = Ground(words=words, page=reading.page.name, span=span)
            yield Gap(ground=ground, early=anchor.node, late=node_of(reading.page.name))


# --- copies ----------------------------------------------------------------------------------------------------------


def _derived(readings: Sequence[Reading], copies: Copies) -> frozenset[str]:
    """Return the pages whose words stand on another page too, but for those that the other credits."""
    sources = {(one, other) for one, other in _credited(readings, copies)}
    pairs = [(one, other) for a, b, _ in copies for one, other in ((a, b), (b, a))]
    return frozenset(one for one, other in pairs if (other, one) not in sources)


def _credits(readings: Sequence[Reading], copies: Copies) -> Iterator[Constraint]:
    names = {reading.page.name: reading.page for reading in readings}
    for copy, source in sorted(_credited(readings, copies)):
        carrier = names[source].carrier
        span = next((credit.span for credit in names[copy].credits), None)
        words = f"has its words from {carrier.name if carrier else source}"
        yield Gap(ground=Ground(words=words, page=copy, span=span), early=node_of(source), late=node_of(copy))


def _credited(readings: Sequence[Reading], copies: Copies) -> Iterator[tuple[str, str]]:
    """Yield a copy with the page of the outlet that it says its words are from, where the other does not say so too."""
    pages = {reading.page.name: reading.page for reading in readings}
    for a, b, _ in copies:
        if a in pages and b in pages:
            forth, back = _credits_the(pages[a], pages[b]), _credits_the(pages[b], pages[a])
            if forth is not back:
                yield (a, b) if forth else (b, a)


def _credits_the(page: Page, other: Page) -> bool:
    carrier = other.carrier.name.casefold() if other.carrier else ""
    return any(credit.name.casefold() == carrier for credit in page.credits)


def short(words: str) -> str:
    """Return a page's words as a proof has room for them."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} …"


def _in_words(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
