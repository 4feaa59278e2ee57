"""Which clues of several pages tell of one event.

"The dam gave way before dawn on Tuesday" and "when the Tarnholt dam gave way" are one; "Police arrested two men" of
Monday and of Thursday are not, and where a story tells such a thing of two days, it dates no page.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.assess.dating.words import dating_heads, dating_words
from reportedly.assess.joins import Joins
from reportedly.assess.sightings import apart
from reportedly.assess.words import content_words, overlap
from reportedly.records import Clue, Reading, TimeMention
from reportedly.spans import Span, hull

# Words that two tellings share, and which part of the smaller one's they are; fewer do where a count agrees.
FEWEST_SHARED, MOST_OF = 4, 0.8
FEWEST_WITH_COUNT, PART_WITH_COUNT = 3, 0.6
# Of the shared words so many are told of few events: no more than these, or than this part of all.
FEWEST_RARE, RARE, RARE_PART = 2, 4, 0.05
# Characters behind a noun's time in which its count may stand.
NEAR = 80
# Tellings that are looked at for one word.
NEAREST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A clue of one page with the words and counts of its event; `time` is where a date or a full date puts it."""

    reading: Reading
    clue: Clue
    node: str
    words: frozenset[str]
    counts: frozenset[Hashable]
    time: TimeMention | None

    @property
    def spoken(self) -> bool:
        """Whether it only tells that somebody said something."""
        return not dating_words().saying.isdisjoint(self.words)


def tellings_of(reading: Reading) -> Iterator[Telling]:
    """Yield what a page's clues tell of, each as an event of its own so far."""
    heads = dating_heads()
    placed = {time.span: time for time in reading.times if time.known}
    for i, clue in enumerate(reading.clues):
        words = (word for run in clue.event for word in content_words(run.of(reading.text)) if not word.isdecimal())
        runs = (_around(reading.text, clue),) if clue.noun else clue.event
        counts = (
            (figure.low, figure.high) for figure in reading.figures if any(run.contains(figure.span) for run in runs)
        )
        yield Telling(
            reading=reading,
            clue=clue,
            node=f"event {reading.page.name} {i}",
            words=frozenset(heads.get(word, word) for word in words),
            counts=frozenset(counts),
            time=placed.get(clue.span),
        )


def _around(text: str, clue: Clue) -> Span:
    """Return an event's words with what stands near them: "the transfer of a contingent, numbering up to 3,000"."""
    own = hull([clue.span, *clue.event])
    last = text.find(". ", own.end, own.end + NEAR)
    return Span(own.start, last if last >= 0 else own.end + NEAR)


def join_events(tellings: Sequence[Telling]) -> dict[str, str]:
    """Return for every telling's node the node of its event."""
    usual = Counter(word for telling in tellings for word in telling.words)
    joins = Joins(telling.node for telling in tellings)
    index: dict[str, list[Telling]] = defaultdict(list)
    rare = max(RARE, round(RARE_PART * len(tellings)))
    for telling in tellings:
        if telling.spoken:
            continue
        for other in _mates(telling, index, usual, rare):
            joins.join(other.node, telling.node)
        for word in telling.words:
            index[word].append(telling)
    by_node = {telling.node: telling for telling in tellings}
    return {
        node: node if _is_routine([by_node[one] for one in group]) else group[0]
        for group in joins.groups()
        for node in group
    }


def _mates(telling: Telling, index: dict[str, list[Telling]], usual: Counter[str], rare: int) -> Iterator[Telling]:
    rarest = sorted(telling.words, key=lambda word: (usual[word], word))[:FEWEST_SHARED]
    near = {other.node: other for word in rarest for other in index[word][-NEAREST:]}
    for other in near.values():
        few = sum(usual[word] <= rare for word in telling.words & other.words)
        telling_enough = few >= FEWEST_RARE or _same_days(telling.clue, other.clue)
        if telling_enough and _are_one(telling, other):
            yield other


def _are_one(one: Telling, other: Telling) -> bool:
    if one.reading.page.name == other.reading.page.name or _differ(one.clue, other.clue):
        return False
    shared, part = len(one.words & other.words), overlap(one.words, other.words)
    if one.counts and other.counts:
        same = not one.counts.isdisjoint(other.counts) and shared >= FEWEST_WITH_COUNT
        return same and (part >= PART_WITH_COUNT or _same_days(one.clue, other.clue))
    return shared >= FEWEST_SHARED and part >= MOST_OF


def _same_days(one: Clue, other: Clue) -> bool:
    """Tell whether both name one day or month, or stretch of them, without its year."""
    return bool(one.first) and (one.first, one.last) == (other.first, other.last)


def _differ(one: Clue, other: Clue) -> bool:
    """Tell whether two clues name other weekdays, or days and months that are not the same."""
    if one.weekday and other.weekday and one.weekday != other.weekday:
        return True
    if not (one.first and one.last and other.first and other.last):
        return False
    crossing = one.last < one.first or other.last < other.first
    return not crossing and (one.last < other.first or other.last < one.first)


def _is_routine(group: Sequence[Telling]) -> bool:
    """Tell whether what looks like one event is told of two days."""
    times = list({(t.time.earliest, t.time.latest): t.time for t in group if t.time}.values())
    return any(apart(one, other) for one, other in combinations(times, 2))
