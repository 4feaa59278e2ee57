"""Figures that count the same thing, over all pages of a story: North Korean troops killed, says who."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from reportedly.assess.comparable import MOVED, Subject, comparable, subject_of
from reportedly.assess.joins import Joins
from reportedly.assess.populations import same_place, same_population
from reportedly.assess.sightings import Sighting, apart
from reportedly.assess.sources import FigureOrigins
from reportedly.records import FigureRef, Measure

# Numbers of things that are no toll ("one district") fill a brief: alone, a smaller one is no series.
WORTH_ALONE = 10
BARE = frozenset({Measure.OTHER, Measure.PERCENT, Measure.MONEY, Measure.AREA, Measure.DISTANCE})
# A claim is held against the first claims of a series, which say most of what is counted.
SAMPLE = 16
# Series that share a word, of which the first are looked at: no story has as many.
MOST_SERIES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The sightings of one series, in the order of pages, and what they count in the fullest of their words."""

    sightings: tuple[Sighting, ...]
    subjects: tuple[Subject, ...]

    @property
    def measure(self) -> Measure:
        """What the series measures."""
        return self.sightings[0].figure.measure

    @property
    def subject(self) -> Subject:
        """What the series counts, by the figure that says most of it."""
        return max(self.subjects, key=_fullness)

    @property
    def refs(self) -> tuple[FigureRef, ...]:
        """The figures by page and id."""
        return tuple(sighting.ref for sighting in self.sightings)


@dataclass(slots=True)
class _Claim:
    """One count as one page gives it, however often."""

    sightings: tuple[Sighting, ...]
    subject: Subject


@dataclass(slots=True)
class _Cluster:
    claims: list[_Claim] = field(default_factory=list)
    numbers: set[Hashable] = field(default_factory=set)
    steps: set[bool] = field(default_factory=set)

    def takes(self, claim: _Claim) -> bool:
        level = claim.subject.step in self.steps or claim.subject.number in self.numbers
        return level and all(comparable(other.subject, claim.subject) for other in self.claims[:SAMPLE])

    def likeness(self, claim: _Claim) -> tuple[bool, bool, bool, bool]:
        """Return what a claim has in common with the series beyond what it needs."""
        first, own = self.claims[0].subject, claim.subject
        same_time, same_place = first.dated == own.dated, first.place == own.place
        return (own.number in self.numbers, same_time, same_place, first.population == own.population)

    def add(self, claim: _Claim) -> None:
        self.claims.append(claim)
        self.steps.add(claim.subject.step)
        self.numbers.add(claim.subject.number)


class _Clusters:
    """The series found so far, looked up by what a claim has to share with one."""

    def __init__(self) -> None:
        self.all: list[_Cluster] = []
        self._index: dict[Hashable, dict[int, _Cluster]] = defaultdict(dict)

    def add(self, claim: _Claim) -> None:
        """Put a claim into the series that it fits; where it fits several as well, into one of its own."""
        found = {id(c): c for key in _keys(claim.subject) for c in islice(self._index[key].values(), MOST_SERIES)}
        fitting = sorted((c for c in found.values() if c.takes(claim)), key=lambda c: c.likeness(claim), reverse=True)
        torn = len(fitting) > 1 and fitting[0].likeness(claim) == fitting[1].likeness(claim)
        cluster = fitting[0] if fitting and not torn else self._new()
        cluster.add(claim)
        for key in _keys(claim.subject):
            self._index[key][id(cluster)] = cluster

    def _new(self) -> _Cluster:
        self.all.append(_Cluster())
        return self.all[-1]


def find_series(sightings: Sequence[Sighting], origins: FigureOrigins) -> tuple[Counted, ...]:
    """Return the figures in groups that count the same thing, in the order of the pages.

    "At least 300 North Korean soldiers were killed" on one page and "1,000 DPRK troops had been killed" on another are
    one series; 11,000 sent last year and more than 1,000 additional sent this year are two.
    """
    order = {sighting.ref: i for i, sighting in enumerate(sightings)}
    subjects = {sighting.ref: subject_of(sighting) for sighting in sightings}
    clusters = _Clusters()
    for claim in sorted(
        _lots(list(_claims(sightings, subjects))), key=lambda claim: _fullness(claim.subject), reverse=True
    ):
        clusters.add(claim)
    groups = [
        sorted((s for claim in cluster.claims for s in claim.sightings), key=lambda s: order[s.ref])
        for cluster in clusters.all
    ]
    groups.sort(key=lambda group: order[group[0].ref])
    return tuple(
        Counted(sightings=tuple(group), subjects=tuple(subjects[s.ref] for s in group))
        for group in groups
        if _worth(group, origins)
    )


def _claims(sightings: Sequence[Sighting], subjects: Mapping[FigureRef, Subject]) -> Iterator[_Claim]:
    """Yield the counts of each page: repeated numbers and conversions of one count together."""
    joins = Joins(sighting.ref for sighting in sightings)
    by_ref = {sighting.ref: sighting for sighting in sightings}
    alike: dict[Hashable, list[FigureRef]] = defaultdict(list)
    for ref, sighting in by_ref.items():
        base = FigureRef(page=ref.page, figure=sighting.figure.converts or "")
        if base in by_ref:
            joins.join(base, ref)
            continue
        group = alike[ref.page, sighting.figure.measure, sighting.figure.unit, sighting.interval]
        for other in group[:SAMPLE]:
            if _restates(subjects[other], subjects[ref]):
                joins.join(other, ref)
        group.append(ref)
    for refs in joins.groups():
        own = [ref for ref in refs if not by_ref[ref].figure.converts] or refs
        fullest = max((subjects[ref] for ref in own), key=_fullness)
        yield _Claim(sightings=tuple(by_ref[ref] for ref in refs), subject=fullest)


def _lots(claims: Sequence[_Claim]) -> Iterator[_Claim]:
    """Yield the claims, each that gives the number of a later lot as that lot.

    One page tells of "a second contingent of up to 900", another only of "up to 900 soldiers": both mean the second.
    """
    steps: dict[Hashable, list[Subject]] = defaultdict(list)
    for claim in claims:
        if claim.subject.step and claim.subject.measure in MOVED:
            steps[claim.subject.number].append(claim.subject)
    for claim in claims:
        later = replace(claim.subject, step=True)
        if any(comparable(step, later) for step in steps.get(later.number, ())[:SAMPLE]):
            yield _Claim(sightings=claim.sightings, subject=later)
        else:
            yield claim


def _restates(a: Subject, b: Subject) -> bool:
    """Tell whether one page's two equal numbers are one count: its lead may leave out that they are additional."""
    people = same_population(a.population, b.population) or a.population.anyone or b.population.anyone
    return a.planned == b.planned and people and not apart(a.valid, b.valid) and same_place(a.place, b.place)


def _fullness(subject: Subject) -> tuple[int, int, bool]:
    """Return how much a figure says of what it counts; those that say most found a series, the others join it."""
    population = subject.population
    return (
        bool(population.names) + bool(population.nouns) + bool(subject.place) + bool(subject.dated),
        len(population.names) + len(population.nouns),
        subject.step,
    )


def _keys(subject: Subject) -> Iterator[Hashable]:
    population = subject.population
    for word in population.names | population.nouns or {"*"}:
        yield (subject.kind, word)
    yield (subject.kind, population)
    yield (subject.kind, subject.number)


def _worth(group: Sequence[Sighting], origins: FigureOrigins) -> bool:
    """Tell whether a brief should show the series: people always, other numbers if cited or told by two pages."""
    if group[0].figure.measure not in BARE:
        return True
    if not any(sighting.figure.who or sighting.figure.counted for sighting in group):
        return False
    cited = any(sighting.speaker for sighting in group)
    if group[0].figure.measure is not Measure.OTHER:
        return cited or len(group) > 1
    large = any(max(f.low or 0, f.high or 0) >= WORTH_ALONE for f in (s.figure for s in group))
    return origins.count([sighting.ref for sighting in group]) > 1 or (cited and large)
