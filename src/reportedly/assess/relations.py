"""How two counts bear on one another, by the definitions of docs/explanation/relations.md, each with its reason."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from reportedly.assess.comparable import TOLLS, Subject, comparable, ends, near
from reportedly.assess.phrases import capital, cited, dated, giver_of, number_of
from reportedly.assess.series import Counted
from reportedly.assess.sightings import Sighting, before, denied, first_day
from reportedly.assess.sources import FigureOrigins
from reportedly.assess.standing import called_earlier, highest_named, revises
from reportedly.assess.words import content_words
from reportedly.records import Certainty, Figure, FigureRef, Measure, Relation, RelationKind, Status
from reportedly.spans import Span

# Up to this many different numbers of a series are compared each with each; of more, each with the next.
ALL_PAIRS = 6
PARTS = (Measure.KILLED, Measure.INJURED)
# Of several relations of two parties in a series, the first of these says most.
TELLING = (RelationKind.CONTRADICTS, RelationKind.DIVERGES, RelationKind.REFINES, RelationKind.COMPATIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A series with those of its figures that their own speakers have replaced, each with what replaced it."""

    counted: Counted
    replaced: Mapping[FigureRef, Sighting]


def find_relations(series: Sequence[Assessed], origins: FigureOrigins) -> tuple[Relation, ...]:
    """Return how the figures of a story bear on one another, in the order of the series.

    Repetitions are tied to the first telling and rivals to one another; equal numbers are not compared each with each.
    Two parties have one relation in a series, the one that says most.
    """
    found: dict[frozenset[FigureRef], Relation] = {}
    for assessed in series:
        for relation in _within(assessed, origins):
            found.setdefault(frozenset((relation.a, relation.b)), relation)
    for relation in (*_sums(series), *_parts(series)):
        found.setdefault(frozenset((relation.a, relation.b)), relation)
    return tuple(found.values())


def _within(assessed: Assessed, origins: FigureOrigins) -> Iterator[Relation]:
    sightings, replaced = assessed.counted.sightings, assessed.replaced
    yield from _conversions(sightings)
    tellings = _tellings(sightings, origins)
    for telling in tellings:
        yield from (_relation(a, b, RelationKind.SAME_ORIGIN, _why_one(a, b)) for a, b in _retellings(telling))
    yield from _replacements(sightings, replaced)
    standing = [first for first, *_ in tellings if first.ref not in replaced]
    rivals = []
    for first, *others in _grouped(standing, lambda s: (s.interval, denied(s))):
        yield from (_relation(first, other, RelationKind.COMPATIBLE, _why_same(first, other)) for other in others)
        rivals.append(first)
    subjects = dict(zip(assessed.counted.refs, assessed.counted.subjects, strict=True))
    settled = {frozenset((old.interval, replaced[old.ref].interval)) for old in sightings if old.ref in replaced}
    told_on: dict[Hashable, set[str]] = defaultdict(set)
    for sighting in sightings:
        told_on[sighting.interval].add(sighting.page)
    between: dict[Hashable, Relation] = {}
    for one, other in _pairs(rivals):
        if origins.same_voice(one.ref, other.ref) and frozenset((one.interval, other.interval)) in settled:
            continue
        if denied(one) != denied(other) and not _denies(*sorted((one, other), key=denied, reverse=True)):
            continue
        together = not told_on[one.interval].isdisjoint(told_on[other.interval])
        relation = compare_figures(one, other, subjects[one.ref], subjects[other.ref], origins, together=together)
        parties = frozenset((giver_of(one), giver_of(other)))
        between[parties] = min(between.get(parties, relation), relation, key=lambda r: TELLING.index(r.relation))
    yield from between.values()


def compare_figures(
    a: Sighting, b: Sighting, of_a: Subject, of_b: Subject, origins: FigureOrigins, *, together: bool
) -> Relation:
    """Return how two different numbers of one series bear on one another, both standing; `together` on one page.

    "At least 300" and "1,000" diverge, "more than 1,000" and "between 1,000 and 3,000" are compatible, 12 and 15 of one
    day and place contradict one another where one page sets them side by side.
    """
    if denied(a) != denied(b):
        denial, claim = (a, b) if denied(a) else (b, a)
        return _relation(denial, claim, RelationKind.CONTRADICTS, f"{giver_of(denial)} denies it: {cited(claim)}.")
    if _has_grown(a, b) and not _two_things(of_a, of_b):
        why = f"{_both(a, b)} are of different days, and the later is the higher: the toll may have grown."
        return _relation(a, b, RelationKind.COMPATIBLE, why)
    if not _meet(a.figure, b.figure):
        kind, reason = _apart(a, b, of_a, of_b, origins)
        if kind is RelationKind.CONTRADICTS and not (of_a.place or together):
            kind, reason = RelationKind.DIVERGES, f"{reason}, but where either was counted is not stated"
        differ = "cannot both hold at one time; " if held(a) and held(b) else "differ, and "
        return _relation(a, b, kind, f"{_both(a, b)} {differ}{reason}.")
    if not near(a.figure, b.figure):
        why = f"{_both(a, b)} can both hold, but lie far apart."
        return _relation(a, b, RelationKind.DIVERGES, why)
    narrow, wide = sorted((a, b), key=_width)
    if _refines(narrow, wide, origins):
        why = f"{capital(cited(narrow))} lies within {cited(wide)} and says it more closely."
        return _relation(narrow, wide, RelationKind.REFINES, why)
    return _relation(a, b, RelationKind.COMPATIBLE, f"{_both(a, b)} can both hold; neither closes the other.")


def _denies(denial: Sighting, claim: Sighting) -> bool:
    """Tell whether a denied number is the claimed one, or holds it: who denies 54 says nothing of nine."""
    (low, high), (lowest, highest) = ends(denial.figure), ends(claim.figure)
    return (low <= lowest and highest <= high) or (claim.figure.approximate and lowest <= low <= high <= highest)


def _apart(a: Sighting, b: Sighting, of_a: Subject, of_b: Subject, origins: FigureOrigins) -> tuple[RelationKind, str]:
    """Return whether two numbers that cannot both hold contradict each other; only where all else is known to match."""
    unsure = _merely_possible(a, b) or _two_things(of_a, of_b)
    if unsure:
        return RelationKind.DIVERGES, unsure
    if before(a.current, b.current) or before(b.current, a.current):
        return _of_two_days(a)
    if origins.same_voice(a.ref, b.ref):
        return RelationKind.DIVERGES, "one source gives both, and which is the later is not known"
    if called_earlier(a) or called_earlier(b):
        return RelationKind.DIVERGES, "one of them is called the earlier"
    return _of_one_page(a, b) if a.page == b.page else _of_one_day(a, b)


def _of_one_page(a: Sighting, b: Sighting) -> tuple[RelationKind, str]:
    if a.above != b.above:
        return RelationKind.DIVERGES, "one stands in a headline or caption, which may be newer than the text"
    return RelationKind.CONTRADICTS, "one page sets them side by side"


def _merely_possible(a: Sighting, b: Sighting) -> str:
    if held(a) and held(b):
        return ""
    return "one of them is merely possible" if held(a) or held(b) else "both are merely possible"


def _two_things(a: Subject, b: Subject) -> str:
    """Return why two comparable figures may still count two things; "" where all matches."""
    if a.place != b.place:
        return "they may count different places"
    if a.scope != b.scope and (said := a.scope or b.scope):
        return f"one of them is said to be {' '.join(said)}"
    return "they may not count the same people" if a.population != b.population else ""


def _of_two_days(early: Sighting) -> tuple[RelationKind, str]:
    if early.figure.measure not in TOLLS:
        return RelationKind.DIVERGES, "they are of different days"
    if early.figure.measure is Measure.INJURED:
        return RelationKind.DIVERGES, "the later is the lower: some of the injured may have died"
    return RelationKind.CONTRADICTS, "the later is the lower, and a toll does not fall"


def _has_grown(a: Sighting, b: Sighting) -> bool:
    """Tell whether two tolls that lie apart are of two days, the later the higher: 12, and 40 on the next."""
    if a.figure.measure not in TOLLS or (_meet(a.figure, b.figure) and near(a.figure, b.figure)):
        return False
    if not (held(a) and held(b)):
        return False
    early, late = (a, b) if before(a.current, b.current) else (b, a)
    return before(early.current, late.current) and highest_named(late.figure) > highest_named(early.figure)


def _of_one_day(a: Sighting, b: Sighting) -> tuple[RelationKind, str]:
    if not (_placed(a) and _placed(b)):
        return RelationKind.DIVERGES, "which is the later is not known"
    if a.figure.measure in TOLLS:
        return RelationKind.DIVERGES, "a toll can grow within a day"
    return RelationKind.CONTRADICTS, "they are of the same days"


def _placed(sighting: Sighting) -> bool:
    return sighting.current.earliest is not None and sighting.current.latest is not None


def _refines(narrow: Sighting, wide: Sighting, origins: FigureOrigins) -> bool:
    (low, high), (lowest, highest) = ends(narrow.figure), ends(wide.figure)
    inside = lowest <= low and high <= highest and (low, high) != (lowest, highest)
    return inside and (highest.is_finite() or origins.same_voice(narrow.ref, wide.ref))


def _width(sighting: Sighting) -> Decimal:
    low, high = ends(sighting.figure)
    return high - low


def _meet(a: Figure, b: Figure) -> bool:
    (low, high), (lowest, highest) = ends(a), ends(b)
    return low <= highest and lowest <= high


def _tellings(sightings: Sequence[Sighting], origins: FigureOrigins) -> list[list[Sighting]]:
    """Return the sightings by origin and number; one that names its source, its day and whom it counts comes first."""
    own = [s for s in sightings if not s.figure.converts]
    groups = _grouped(own, lambda s: (origins.origin_of_figure(s.ref), s.interval, denied(s)))
    return [sorted(group, key=lambda s: (s.speaker is None, not _placed(s), not s.counts)) for group in groups]


def _retellings(telling: Sequence[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield each telling of a number with the first of all, and with the first on its own page."""
    first_on = {sighting.page: sighting for sighting in reversed(telling)}
    for other in telling[1:]:
        if other.one_by_one:
            continue  # another person and no second telling
        yield telling[0], other
        if first_on[other.page] not in (telling[0], other):
            yield first_on[other.page], other


def _grouped(sightings: Sequence[Sighting], key: Callable[[Sighting], Hashable]) -> list[list[Sighting]]:
    groups: dict[Hashable, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        groups[key(sighting)].append(sighting)
    return list(groups.values())


def _pairs(rivals: Sequence[Sighting]) -> Iterable[tuple[Sighting, Sighting]]:
    if len(rivals) <= ALL_PAIRS:
        return combinations(rivals, 2)
    return pairwise(sorted(rivals, key=lambda s: (first_day(s.current), ends(s.figure))))


def _conversions(sightings: Sequence[Sighting]) -> Iterator[Relation]:
    by_ref = {sighting.ref: sighting for sighting in sightings}
    for sighting in sightings:
        base = by_ref.get(FigureRef(page=sighting.page, figure=sighting.figure.converts or ""))
        if base:
            why = f"One quantity in two units: {number_of(base)} is {number_of(sighting)}."
            yield _relation(base, sighting, RelationKind.SAME_ORIGIN, why)


def _replacements(sightings: Sequence[Sighting], replaced: Mapping[FigureRef, Sighting]) -> Iterator[Relation]:
    """Yield one relation for each number that its speaker replaced, however many pages tell the two."""
    seen = set()
    for old in sightings:
        new = replaced.get(old.ref)
        if new and (key := (old.interval, new.interval, giver_of(new))) not in seen:
            seen.add(key)
            yield _relation(new, old, RelationKind.SUPERSEDES, _why_later(new, old))


def _sums(series: Sequence[Assessed]) -> Iterator[Relation]:
    """Yield the parts of a whole: 300 killed and 2,700 injured are about the "several thousand" killed or injured."""
    parts = [assessed for assessed in series if assessed.counted.measure in PARTS]
    others = {s.ref: s for assessed in parts for s in assessed.counted.sightings}
    on_page: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in others.values():
        on_page[sighting.page].append(sighting)
    for whole in (assessed for assessed in series if assessed.counted.measure is Measure.CASUALTIES):
        for part in parts:
            subject = replace(part.counted.subject, measure=Measure.CASUALTIES)
            if comparable(subject, whole.counted.subject):
                yield from _whole_and_part(whole, part, on_page)


def _whole_and_part(whole: Assessed, part: Assessed, on_page: Mapping[str, Sequence[Sighting]]) -> Iterator[Relation]:
    """Yield the parts of each whole: those that its own source gives beside it, else those that others give."""
    for one in filter(held, _standing_numbers(whole)):
        parts = _standing_numbers(part)
        beside = [
            s for s in on_page[one.page] if s.figure.measure is part.counted.measure and giver_of(s) == giver_of(one)
        ]
        for other in beside or parts:
            why = _sum(one, other, _partner(other, on_page))
            if why:
                yield _relation(one, other, RelationKind.ADDS_UP, why)


def held(sighting: Sighting) -> bool:
    """Tell whether a number is given for more than a possibility: what may be so has no parts and no rivals."""
    if sighting.figure.status is Status.POSSIBLE:
        return False
    statement = sighting.statement
    return statement is None or statement.certainty in {Certainty.CERTAIN, Certainty.PROBABLE}


def _standing_numbers(assessed: Assessed) -> list[Sighting]:
    """Return the first figure of each number that stands, up to as many as are compared each with each."""
    own = [s for s in assessed.counted.sightings if s.ref not in assessed.replaced and not s.figure.converts]
    asserted = [s for s in own if not denied(s)]
    ordered = sorted(asserted, key=lambda s: s.speaker is None)
    return [first for first, *_ in _grouped(ordered, lambda s: s.interval)][:ALL_PAIRS]


def _partner(part: Sighting, on_page: Mapping[str, Sequence[Sighting]]) -> Sighting | None:
    """Return the figure that the same source gives beside a part, for the other part of the whole."""
    others = [s for s in on_page[part.page] if s.figure.measure is not part.figure.measure]
    return next((s for s in others if giver_of(s) == giver_of(part)), None)


def _sum(whole: Sighting, part: Sighting, partner: Sighting | None) -> str | None:
    """Return why a part and what stands beside it may make up a whole; None where they come to another number."""
    lowest, highest = ends(whole.figure)
    if partner is None:
        fits = ends(part.figure)[0] <= highest
        return f"{capital(cited(part))} is a part of {cited(whole)}." if fits else None
    (low, high), (also_low, also_high) = ends(part.figure), ends(partner.figure)
    if low + also_low > highest or lowest > high + also_high:
        return None
    first, second = sorted((part, partner), key=lambda s: PARTS.index(s.figure.measure))
    both = f"{capital(number_of(first))} and {number_of(second)} ({giver_of(part)})"
    return f"{both} make {_total(first.figure, second.figure)}: that fits {cited(whole)}."


def _total(a: Figure, b: Figure) -> str:
    """Return a sum in words: "at least 3,000" of "at least 300" and "about 2,700"."""
    lows, highs = (a.low or 0) + (b.low or 0), (a.high or 0) + (b.high or 0)
    if a.high is None or b.high is None:
        return f"at least {lows:,}"
    about = "about " if a.approximate or b.approximate else ""
    return f"{about}{lows:,}" if lows == highs else f"{about}{lows:,} to {highs:,}"


def _parts(series: Sequence[Assessed]) -> Iterator[Relation]:
    """Yield the figures that a page calls a part of those counted: "of the dead, 14 were children"."""
    wholes: dict[tuple[str, Measure, Span | None], Sighting] = {}
    for assessed in series:
        for sighting, subject in zip(assessed.counted.sightings, assessed.counted.subjects, strict=True):
            if not (subject.part or subject.step or subject.measure is Measure.OTHER):
                for near_by in (sighting.sentence, None):
                    wholes.setdefault((sighting.page, sighting.figure.measure, near_by), sighting)
    for assessed in series:
        for sighting, subject in zip(assessed.counted.sightings, assessed.counted.subjects, strict=True):
            page, measure = sighting.page, sighting.figure.measure
            places = (sighting.sentence, None) if subject.part else ()
            whole = next((found for at in places if (found := wholes.get((page, measure, at)))), None)
            if whole and ends(sighting.figure)[0] <= ends(whole.figure)[1]:
                why = f"{capital(cited(sighting))} is a part of {cited(whole)}."
                yield _relation(whole, sighting, RelationKind.ADDS_UP, why)


def _relation(a: Sighting, b: Sighting, kind: RelationKind, why: str) -> Relation:
    return Relation(a=a.ref, b=b.ref, relation=kind, why=why)


def _why_one(a: Sighting, b: Sighting) -> str:
    if a.speaker and b.speaker and content_words(a.speaker.party) == content_words(b.speaker.party):
        return f"Both are one number of {giver_of(a)}: {number_of(a)}."
    if a.page == b.page and (a.speaker is None or b.speaker is None):
        return f"{a.page} repeats {number_of(a)} without its source."
    if a.page == b.page:
        return f"{a.page} gives {number_of(a)} twice: to {giver_of(a)} and to {giver_of(b)}."
    return f"One report told twice: {number_of(a)} is laid to {giver_of(a)} in {a.page}, to {giver_of(b)} in {b.page}."


def _why_later(new: Sighting, old: Sighting) -> str:
    if revises(new, old):
        return f"{giver_of(new)} gave {_dated(new)} in place of {number_of(old)}, in one sentence."
    if content_words(giver_of(new)) == content_words(giver_of(old)):
        return f"{giver_of(new)} gave {_dated(old)} and {_dated(new)}; the later number stands."
    return f"{giver_of(old)} gave {_dated(old)}; {giver_of(new)} for the same source gave {_dated(new)}, which stands."


def _why_same(a: Sighting, b: Sighting) -> str:
    return f"{giver_of(a)} ({a.page}) and {giver_of(b)} ({b.page}) give the same number: {number_of(a)}."


def _both(a: Sighting, b: Sighting) -> str:
    return f"{capital(cited(a))} and {cited(b)}"


def _dated(sighting: Sighting) -> str:
    return f"{number_of(sighting)} ({dated(sighting) or 'date not known'})"
