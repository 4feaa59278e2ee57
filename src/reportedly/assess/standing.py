"""Where a count stands: what its own speakers have not replaced, rivals side by side, and the ends of them all."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from reportedly.assess.comparable import ONE_OF_A_KIND, TOLLS, ends, near
from reportedly.assess.phrases import listed, number_of
from reportedly.assess.series import Counted
from reportedly.assess.sightings import Sighting, before, first_day
from reportedly.assess.sources import FigureOrigins
from reportedly.assess.words import WORD, assess_words, content_words
from reportedly.records import Certainty, Count, Figure, FigureRef, Measure, Number, StandsAt, Status, When

# Characters before a number in which a word says that it is an older one.
NEARBY = 40
# "To 27 from an earlier 30", "from 30 dead to 27": what stands between the two numbers of a revision, new or old first.
TO_THE_NEW = re.compile(r"\bto\s+$")
FROM_THE_OLD = re.compile(r"\bfrom\s+(?:(?:an?|its|the|their)\s+)?(?:[^\W\d]+\s+)?$")
TO_BEHIND = re.compile(r"(?:\s+[^\W\d]+){0,2}\s+to\s+$")
FROM_BEHIND = re.compile(
    r"(?:\s+[^\W\d]+){0,2},?\s+(?:up\s+|down\s+)?from\s+(?:(?:an?|its|the|their)\s+)?(?:[^\W\d]+\s+)?$"
)
# Different numbers that are held against each: of one speaker, on either side of it in time; of a series, its first.
NEAREST = 12


def find_superseded(counted: Counted, origins: FigureOrigins) -> Mapping[FigureRef, Sighting]:
    """Return the figures that their own speaker has replaced, each with the figure that stands in its place.

    The ministry's "at least 30" of 6 March is replaced by its 27 of 9 March; the Red Lantern's 40 is not.
    """
    replaced: dict[FigureRef, Sighting] = {}
    for group in _by_voice(counted.sightings, origins):
        since = _since(group)
        tellings: dict[Hashable, list[Sighting]] = defaultdict(list)
        for sighting in sorted(group, key=lambda s: first_day(since[s.ref])):
            tellings[sighting.interval, sighting.figure.status, since[sighting.ref], called_earlier(sighting)].append(
                sighting
            )
        ordered = [min(telling, key=lambda sighting: not sighting.counts) for telling in tellings.values()]
        days = [first_day(since[sighting.ref]) for sighting in ordered]
        for i, telling in enumerate(tellings.values()):
            old = telling[0]
            start = bisect_right(days, since[old.ref].latest or date.max)
            others = [*ordered[start : start + NEAREST], *ordered[max(0, i - NEAREST) : i + NEAREST]]
            newer = next((new for new in others if _replaces(new, old, since)), None)
            if newer:
                replaced.update((sighting.ref, newer) for sighting in telling)
    return replaced


def _since(group: Sequence[Sighting]) -> Mapping[FigureRef, When]:
    """Return the day of each figure of a speaker; one told with no day of its own is as old as its first telling.

    A page of 12 March that says "the ministry counts at least 30" tells the number that the ministry gave on 6 March.
    """
    first: dict[Hashable, When] = {}
    for sighting in sorted(group, key=lambda s: first_day(s.current)):
        if sighting.current.known:
            first.setdefault(sighting.interval, sighting.current)
    return {s.ref: s.current if s.own_day else first.get(s.interval, s.current) for s in group}


def _replaces(new: Sighting, old: Sighting, since: Mapping[FigureRef, When]) -> bool:
    """Tell whether a figure takes the place of another of its speaker: later, another number, and no vaguer one.

    "At least 20" replaces "at least 12"; "between 1,000 and 3,000" only says more of "more than 1,000".
    """
    if new.interval == old.interval or new.figure.status is not old.figure.status or _inside(old.figure, new.figure):
        return False
    if _inside(new.figure, old.figure) and new.figure.low == old.figure.low:
        return False
    if before(since[old.ref], since[new.ref]):
        return True
    earlier = (called_earlier(old) and not called_earlier(new)) or revises(new, old)
    return earlier and not before(since[new.ref], since[old.ref])


def revises(new: Sighting, old: Sighting) -> bool:
    """Tell whether one sentence puts a number in the place of another: "revised down to 27 from 30", "from 30 to 27".

    "From 27 to 30 were killed" revises nothing: it takes a word such as "raised", "corrected" or "rose".
    """
    if new.page != old.page or new.sentence != old.sentence or new.figure.measure not in ONE_OF_A_KIND:
        return False
    text, first, last = new.reading.text, *sorted((new.figure.span, old.figure.span))
    leading = text[new.sentence.start : first.start]
    if assess_words().revising_words.isdisjoint(WORD.findall(leading.casefold())):
        return False
    between = text[first.end : max(first.end, min(last.start, first.end + NEARBY))]
    if first == new.figure.span:
        return bool(TO_THE_NEW.search(leading) and FROM_BEHIND.fullmatch(between))
    return bool(FROM_THE_OLD.search(leading) and TO_BEHIND.fullmatch(between))


def stand(counted: Counted, replaced: Mapping[FigureRef, Sighting], origins: FigureOrigins) -> StandsAt | None:
    """Return the interval that the standing figures leave; None where nobody asserts one.

    "At least 300" (one party) and "1,000" (another) are far apart and leave 300 and no upper end: speakers never close
    one another's figures. "At least 1" and 1, or "at least 30" and a later 34, agree and leave 1 and 34. "About 50" of
    the police, who say 47 as well, leaves 47. A toll of 12 of one day and of 40 of a later day leaves the later.
    """
    standing = _standing(counted.sightings, replaced)
    groups: dict[Hashable, list[Sighting]] = defaultdict(list)
    for sighting in standing:
        groups[sighting.interval].append(sighting)
    if not groups:
        return None
    counts = tuple(_count(group, origins) for group in groups.values())
    sides = [one for one in groups.values() if not any(_outgrown(one, by) for by in list(groups.values())[:NEAREST])]
    kept = [one[0].figure for one in sides if not any(_closes(other, one, origins) for other in sides[:NEAREST])]
    low, high = _left(kept) if _agree(sides) else _spanned(kept)
    return StandsAt(
        low=low,
        high=high,
        parties=tuple(dict.fromkeys(party for count in counts for party in count.parties)),
        origins=origins.count([s.ref for s in standing]),
        why=_why(groups, counts, replaced=bool(replaced), grown=len(sides) < len(groups)),
        counts=counts,
    )


def _by_voice(sightings: Sequence[Sighting], origins: FigureOrigins) -> list[list[Sighting]]:
    groups: dict[Hashable, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        for voice in origins.voices_of(sighting.ref):
            if not sighting.figure.converts:
                groups[voice].append(sighting)
    return list(groups.values())


def called_earlier(sighting: Sighting) -> bool:
    """Tell whether the words before a number call it an older one: "from an earlier 12"."""
    start = max(sighting.sentence.start, sighting.figure.span.start - NEARBY)
    leading = f" {sighting.reading.text[start : sighting.figure.span.start].casefold()}"
    return any(f" {words} " in leading for words in assess_words().earlier_words)


def _standing(sightings: Sequence[Sighting], replaced: Mapping[FigureRef, Sighting]) -> list[Sighting]:
    """Return the figures that stand; merely possible ones only where nobody gives more than that."""
    own = [s for s in sightings if s.ref not in replaced and not s.figure.converts]
    actual = [s for s in own if s.figure.status in {Status.ACTUAL, Status.PLANNED}]
    return actual or [s for s in own if s.figure.status is Status.POSSIBLE]


def _count(group: Sequence[Sighting], origins: FigureOrigins) -> Count:
    figure, refs = group[0].figure, tuple(s.ref for s in group)
    return Count(
        low=figure.low,
        high=figure.high,
        low_open=figure.low_open,
        high_open=figure.high_open,
        approximate=figure.approximate,
        parties=_parties(group),
        origins=origins.count(refs),
        figures=refs,
    )


def _parties(group: Sequence[Sighting]) -> tuple[str, ...]:
    named = [s.speaker.party for s in group if s.speaker]
    outlets = [s.reading.page.carrier.name for s in group if s.reading.page.carrier]
    return tuple({content_words(party): party for party in reversed(named or outlets)}.values())[::-1]


def _inside(narrow: Figure, wide: Figure) -> bool:
    (low, high), (lowest, highest) = ends(narrow), ends(wide)
    return lowest <= low and high <= highest and (low, high) != (lowest, highest)


def _closes(narrow: Sequence[Sighting], wide: Sequence[Sighting], origins: FigureOrigins) -> bool:
    """Tell whether a number says more closely what a wider one says: within two closed ends, or of its speakers."""
    figure = wide[0].figure
    if not _inside(narrow[0].figure, figure):
        return False
    if figure.low is not None and figure.high is not None:
        return True
    own = {voice for sighting in narrow for voice in origins.voices_of(sighting.ref)}
    return not any(own.isdisjoint(origins.voices_of(sighting.ref)) for sighting in wide)


def _outgrown(old: Sequence[Sighting], new: Sequence[Sighting]) -> bool:
    """Tell whether a toll is only of days before another, higher one that somebody asserts: 12, and 40 on the next.

    Not of the injured, of whom some may have died since.
    """
    figure = old[0].figure
    if figure.measure not in TOLLS - {Measure.INJURED} or highest_named(figure) >= (new[0].figure.low or 0):
        return False
    asserted = [one for one in new if one.statement is None or one.statement.certainty is Certainty.CERTAIN]
    return all(any(before(one.current, other.current) for other in asserted) for one in old)


def highest_named(figure: Figure) -> Number:
    """Return the highest number that a figure names: 300 of "at least 300"."""
    return max((end for end in (figure.low, figure.high) if end is not None), default=0)


def _agree(sides: Sequence[Sequence[Sighting]]) -> bool:
    """Tell whether numbers can all hold and none of them misleads: close to one another, or open and then closed."""
    firsts = [side[0] for side in sides]
    lowest = max(ends(one.figure)[0] for one in firsts)
    if lowest > min(ends(one.figure)[1] for one in firsts):
        return False
    return all(_confirms(a, b) for a, b in pairwise(sorted(firsts, key=lambda one: ends(one.figure))))


def _confirms(a: Sighting, b: Sighting) -> bool:
    """Tell whether two numbers that can both hold stay true together: near, or a bound that a later count fills."""
    if near(a.figure, b.figure):
        return True
    bound, count = (a, b) if a.figure.high is None else (b, a)
    return bound.figure.high is None and count.figure.high is not None and before(bound.current, count.current)


def _left(figures: Sequence[Figure]) -> tuple[Number | None, Number | None]:
    """Return the interval that numbers leave which all hold."""
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    rounded = low is not None and high is not None and low > high
    return (high, low) if rounded else (low, high)


def _spanned(figures: Sequence[Figure]) -> tuple[Number | None, Number | None]:
    """Return the interval from the lowest to the highest end, open where one is open."""
    return _lowest([figure.low for figure in figures]), _highest([figure.high for figure in figures])


def _lowest(ends_: Sequence[Number | None]) -> Number | None:
    known = [end for end in ends_ if end is not None]
    return min(known) if len(known) == len(ends_) else None


def _highest(ends_: Sequence[Number | None]) -> Number | None:
    known = [end for end in ends_ if end is not None]
    return max(known) if len(known) == len(ends_) else None


def _why(groups: Mapping[Hashable, Sequence[Sighting]], counts: Sequence[Count], *, replaced: bool, grown: bool) -> str:
    """Return one sentence on why the count stands where it does."""
    after = "; the toll may have grown, and the latest stand" if grown else ""
    after += "; an earlier number was replaced by its own source" if replaced else ""
    if len(counts) == 1:
        (group,) = groups.values()
        return f"{_who_says(counts[0], group)}{after}."
    sides = [f"{_number(group)} ({_named(c, group)})" for c, group in zip(counts, groups.values(), strict=True)]
    more = [f"{len(sides) - NEAREST} more"] if len(sides) > NEAREST else []
    return f"{len(counts)} numbers stand side by side: {listed([*sides[:NEAREST], *more])}{after}."


def _who_says(count: Count, group: Sequence[Sighting]) -> str:
    number, pages = _number(group), len({s.page for s in group})
    if not count.parties:
        return f"One number is given, with no source: {number}"
    if count.origins > 1:
        return f"{count.origins} separate origins give one number, {number}: {_named(count, group)}"
    return f"One origin gives one number, {number}: {_named(count, group)}{f', on {pages} pages' if pages > 1 else ''}"


def _number(group: Sequence[Sighting]) -> str:
    told = ", told of one by one" if all(sighting.one_by_one for sighting in group) else ""
    return f"{number_of(group[0])}{told}"


def _named(count: Count, group: Sequence[Sighting]) -> str:
    names = count.parties[:3] or (f"no source given, {group[0].page}",)
    more = len(count.parties) - len(names)
    return f"{listed(names)}{f' and {more} more' if more > 0 else ''}"
