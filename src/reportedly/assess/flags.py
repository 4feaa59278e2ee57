"""Numbers that changed on their way, and totals that cannot be: flagged for a person to look at, never corrected.

"At least 300 killed" on one page and "300 killed", laid to the same party, on the next: the bound was lost.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.assess.comparable import TOLLS, Subject, comparable, ends
from reportedly.assess.phrases import capital, cited, number_of
from reportedly.assess.relations import Assessed, held
from reportedly.assess.sightings import Sighting, apart, before, first_day
from reportedly.assess.sources import FigureOrigins, is_telling
from reportedly.records import Figure, Flag, FlagKind, Measure, Number, Status

# Figures of one number, and standing figures of two series, that are held against each other.
NEAREST = 12
PARTS = (Measure.KILLED, Measure.INJURED)
# Below this many, two pages with one number of people say little of where it comes from.
TELLING = 2


def find_flags(
    sightings: Sequence[Sighting], series: Sequence[Assessed], origins: FigureOrigins, of_page: Mapping[str, int]
) -> tuple[Flag, ...]:
    """Return the flags of a story: numbers that changed on their way, totals that cannot be, captions; each once."""
    one_report = _one_report(origins, of_page)
    counts = {s.ref: (s.figure.measure, s.interval, s.figure.approximate) for s in sightings}
    found: dict[Hashable, Flag] = {}
    odd = (*_mutations(sightings, one_report), *_parts_above(series), *_fewer_sent(series), *_captions(series))
    for flag in odd:
        found.setdefault((flag.kind, *(counts[ref] for ref in flag.figures)), flag)
    return tuple(found.values())


# --- from page to page -----------------------------------------------------------------------------------------------


def _one_report(origins: FigureOrigins, of_page: Mapping[str, int]) -> Callable[[Sighting, Sighting], bool]:
    """Return what tells whether two figures are one report told twice: one speaker, or one passage of one origin."""

    def tell(a: Sighting, b: Sighting) -> bool:
        if apart(a.current, b.current) and a.own_day and b.own_day:
            return False
        return origins.same_voice(a.ref, b.ref) or (of_page[a.page] == of_page[b.page] and is_telling(a, b))

    return tell


def _mutations(sightings: Sequence[Sighting], one_report: Callable[[Sighting, Sighting], bool]) -> Iterator[Flag]:
    named: dict[Hashable, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        figure = sighting.figure
        if figure.unit == "person" and figure.person is None and figure.status is Status.ACTUAL:
            named[_names(figure)].append(sighting)
    given = {(s.page, s.figure.measure, s.interval) for s in sightings}
    for group in named.values():
        for a, b in combinations(group[:NEAREST], 2):
            if a.page != b.page and one_report(a, b):
                early, late = sorted((a, b), key=lambda s: first_day(s.reading.page.published))
                yield from _changed(early, late, given)


def _names(figure: Figure) -> tuple[Number, ...]:
    """Return the numbers that a figure names: 300 of "at least 300" and of "300"."""
    return tuple(dict.fromkeys(end for end in (figure.low, figure.high) if end is not None))


def _changed(early: Sighting, late: Sighting, given: set[tuple[str, Measure, tuple[object, ...]]]) -> Iterator[Flag]:
    one, other = early.figure.measure, late.figure.measure
    if one is other and one is not Measure.OTHER and _is_bound(early.figure) != _is_bound(late.figure):
        if (early.page, one, late.interval) in given or (late.page, one, early.interval) in given:
            return
        yield _flag(FlagKind.BOUND_CHANGED, early, late, _why_bound(early, late))
    if (
        one is not other
        and {one, other} <= TOLLS
        and early.interval == late.interval
        and max(_names(early.figure), default=0) >= TELLING
    ):
        if (early.page, other, late.interval) in given or (late.page, one, early.interval) in given:
            return
        yield _flag(FlagKind.MEASURE_CHANGED, early, late, f"{_told(early)} is {_told(late)}: what is counted changed.")


def _is_bound(figure: Figure) -> bool:
    return figure.low != figure.high or figure.low_open or figure.high_open or figure.approximate


def _why_bound(early: Sighting, late: Sighting) -> str:
    exact = late if _is_bound(early.figure) else early
    ordered = before(early.reading.page.published, late.reading.page.published)
    if not ordered:
        return f"{_told(early)} is {_told(late)}: what keeps the number open stands in one of them only."
    what = "lost" if exact is late else "added"
    return f"{_told(early)} is {_told(late)}: what keeps the number open was {what} on the way."


def _told(sighting: Sighting) -> str:
    return f"“{number_of(sighting)}” in {sighting.page}"


# --- totals ----------------------------------------------------------------------------------------------------------


def _parts_above(series: Sequence[Assessed]) -> Iterator[Flag]:
    """Yield parts that are larger than their whole: 500 killed of at most 300 killed or injured."""
    wholes = [assessed for assessed in series if assessed.counted.measure is Measure.CASUALTIES]
    for part in (assessed for assessed in series if assessed.counted.measure in PARTS):
        for whole in wholes:
            for one, other in _pairs(part, whole, as_measure=Measure.CASUALTIES):
                if ends(one.figure)[0] > ends(other.figure)[1] and not before(other.current, one.current):
                    why = f"{capital(cited(one))} are more than the whole that they are a part of, {cited(other)}."
                    yield _flag(FlagKind.PARTS_ABOVE_WHOLE, one, other, why)
    yield from _parts_on_page(series)


def _parts_on_page(series: Sequence[Assessed]) -> Iterator[Flag]:
    """Yield what a page calls a part of those counted, where that is more: "12 died; of the dead, 14 were children"."""
    told = [pair for one in series for pair in zip(one.counted.sightings, one.counted.subjects, strict=True)]
    wholes: dict[Hashable, Sighting] = {}
    for sighting, subject in told:
        if not (subject.part or subject.step):
            wholes.setdefault((sighting.page, sighting.figure.measure), sighting)
    for sighting, subject in told:
        whole = wholes.get((sighting.page, sighting.figure.measure)) if subject.part else None
        if whole and subject.measure in TOLLS and ends(sighting.figure)[0] > ends(whole.figure)[1]:
            why = f"{capital(cited(sighting))} are called a part of {cited(whole)}, and are more."
            yield _flag(FlagKind.PARTS_ABOVE_WHOLE, sighting, whole, why)


def _fewer_sent(series: Sequence[Assessed]) -> Iterator[Flag]:
    """Yield where fewer were ever sent than are present: who is there was sent first."""
    present = [assessed for assessed in series if assessed.counted.measure is Measure.PRESENT]
    for sent in (assessed for assessed in series if assessed.counted.measure is Measure.SENT):
        for there in present:
            for one, other in _pairs(sent, there, as_measure=Measure.PRESENT):
                if ends(one.figure)[1] < ends(other.figure)[0] and not before(one.current, other.current):
                    why = f"{capital(cited(one))} are fewer than {cited(other)}, who were sent before they were there."
                    yield _flag(FlagKind.FEWER_SENT, one, other, why)


def _captions(series: Sequence[Assessed]) -> Iterator[Flag]:
    """Yield where a headline or caption gives a higher toll than the text below it, which nobody has updated.

    A page that tells of the new number in its text too is as new as its headline.
    """
    for assessed in (one for one in series if one.counted.measure in TOLLS):
        told: dict[str, list[Sighting]] = defaultdict(list)
        for sighting, subject in zip(assessed.counted.sightings, assessed.counted.subjects, strict=True):
            if sighting.figure.status is Status.ACTUAL and held(sighting) and not (subject.part or subject.step):
                told[sighting.page].append(sighting)
        for sightings in told.values():
            above = max((s for s in sightings if s.above), key=_named_most, default=None)
            below = max((s for s in sightings if not s.above), key=_named_most, default=None)
            if above and below and ends(above.figure)[0] > ends(below.figure)[1]:
                why = f"{_told(above)} stands above a text that tells of {number_of(below)}: the text may be older."
                yield _flag(FlagKind.CAPTION_NEWER, above, below, why)


def _named_most(sighting: Sighting) -> Number:
    return max(_names(sighting.figure), default=0)


def _pairs(a: Assessed, b: Assessed, *, as_measure: Measure) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield the standing figures of two series that can count the same people, were their measures one."""
    if any(subject.step or subject.part for subject in (a.counted.subject, b.counted.subject)):
        return
    for one, subject in _standing(a):
        for other, of_other in _standing(b):
            if comparable(replace(subject, measure=as_measure), replace(of_other, measure=as_measure)):
                yield one, other


def _standing(assessed: Assessed) -> list[tuple[Sighting, Subject]]:
    pairs = zip(assessed.counted.sightings, assessed.counted.subjects, strict=True)
    kept = [(s, subject) for s, subject in pairs if s.ref not in assessed.replaced and s.figure.status is Status.ACTUAL]
    return [(s, subject) for s, subject in kept if held(s) and not s.figure.converts][:NEAREST]


def _flag(kind: FlagKind, a: Sighting, b: Sighting, why: str) -> Flag:
    return Flag(kind=kind, figures=(a.ref, b.ref), spans=(a.figure.span, b.figure.span), why=why)
