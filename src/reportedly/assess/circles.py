"""Who has a number from whom, outlet by outlet, and the numbers that nobody is found behind.

The Harrow Post has "40 killed" from the Tolm Mail, the Tolm Mail from the Harrow Post; or both from "media reports":
two pages, and no origin at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.assess.footing import Outlets, is_reports
from reportedly.assess.joins import Joins
from reportedly.assess.phrases import listed, number_of
from reportedly.assess.series import Counted
from reportedly.assess.sightings import Sighting, before
from reportedly.link.identities import Identities
from reportedly.records import Circle, CircleKind, CopyKind, FigureRef, Number, RestBasis, Role

# Figures of one number that are held against one another.
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two figures of one origin, and why."""

    one: FigureRef
    other: FigureRef
    basis: RestBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What the citing of outlets comes to: figures of one origin, numbers without any, and figures that add none.

    `echoes` are given by unnamed reports, where somebody else gives the same number by name.
    """

    ties: tuple[Tie, ...]
    circles: tuple[Circle, ...]
    echoes: frozenset[FigureRef]


@dataclass(slots=True)
class _Teller:
    """An outlet, or a page of no known outlet, as it tells one number: whom it cites, and whether it has its own."""

    name: str
    sightings: list[Sighting] = field(default_factory=list)
    cites: set[str] = field(default_factory=set)
    reports: bool = False
    grounded: bool = False


def find_cited(
    series: Sequence[Counted], copies: Sequence[tuple[str, str, CopyKind]], outlets: Outlets, identities: Identities
) -> Cited:
    """Return which figures rest on which by citing outlets, and the numbers that nobody is found behind."""
    texts = Joins[str]()
    for one, other, _ in copies:
        texts.join(one, other)
    ties: list[Tie] = []
    circles: list[Circle] = []
    echoes: set[FigureRef] = set()
    for group in _numbers(series):
        tellers = _tellers(group, outlets, identities)
        ties.extend((*_citing(tellers), *_reporting(group)))
        unfounded = {name for name in tellers if not _founded(name, tellers)}
        ties.extend(_round(unfounded, tellers))
        if unfounded == set(tellers):
            circles.extend(_circle(group, tellers, texts))
        else:
            echoes.update(s.ref for s in group if s.speaker and is_reports(s.speaker))
    return Cited(ties=tuple(ties), circles=tuple(circles), echoes=frozenset(echoes))


def _numbers(series: Iterable[Counted]) -> Iterator[list[Sighting]]:
    """Yield the figures of each series that name one number, bounds aside: 300 of "at least 300" and of "300"."""
    for counted in series:
        groups: dict[tuple[Number, ...], list[Sighting]] = defaultdict(list)
        for sighting in counted.sightings:
            figure = sighting.figure
            ends = dict.fromkeys(end for end in (figure.low, figure.high) if end is not None)
            groups[tuple(ends)].append(sighting)
        yield from (group[:MOST] for group in groups.values() if len({s.page for s in group}) > 1)


def _tellers(group: Sequence[Sighting], outlets: Outlets, identities: Identities) -> Mapping[str, _Teller]:
    tellers: dict[str, _Teller] = {}
    for sighting in group:
        carrier = sighting.reading.page.carrier
        name = identities.canonical(carrier.name) if carrier else sighting.page
        teller = tellers.setdefault(name, _Teller(name))
        teller.sightings.append(sighting)
        _put_down(sighting, teller, outlets, identities)
    for teller in tellers.values():
        teller.grounded |= not (teller.cites or teller.reports)
    return tellers


def _put_down(sighting: Sighting, teller: _Teller, outlets: Outlets, identities: Identities) -> None:
    """Add to what a teller rests on what one of its figures says of that."""
    chain = sighting.statement.chain if sighting.statement else ()
    speaker = sighting.speaker
    through = [hop.party for hop in chain if hop.named and hop.role is Role.RELAYER]
    if speaker is None:
        through = [credit.name for credit in sighting.reading.page.credits]
    elif is_reports(speaker):
        teller.reports = True
    elif speaker.named and outlets.has(speaker.party):
        through.append(speaker.party)
    else:
        teller.grounded = True
    teller.cites.update({identities.canonical(party) for party in through} - {teller.name})


def _founded(name: str, tellers: Mapping[str, _Teller]) -> bool:
    """Tell whether a number leads back to somebody: a speaker, a page's own words, or an outlet that is not here."""
    seen, todo = {name}, [name]
    while todo:
        teller = tellers[todo.pop()]
        if teller.grounded or not teller.cites <= tellers.keys():
            return True
        todo.extend(teller.cites - seen)
        seen |= teller.cites
    return False


def _citing(tellers: Mapping[str, _Teller]) -> Iterator[Tie]:
    """Yield an outlet's figure with the figure of the outlet that it cites."""
    for teller in tellers.values():
        for sighting in teller.sightings:
            cited = _cited_by(sighting, teller, tellers)
            if cited and not before(sighting.reading.page.published, cited.reading.page.published):
                yield Tie(one=cited.ref, other=sighting.ref, basis=RestBasis.CREDIT)


def _cited_by(sighting: Sighting, teller: _Teller, tellers: Mapping[str, _Teller]) -> Sighting | None:
    """Return the first figure of the outlet that a figure's speaker is; None where he is none that is here."""
    speaker = sighting.speaker
    if speaker is None or not speaker.named:
        return None
    named = [tellers[name] for name in sorted(teller.cites) if name in tellers and name == speaker.party]
    return named[0].sightings[0] if named else None


def _reporting(group: Sequence[Sighting]) -> Iterator[Tie]:
    """Yield the figures that pages have from unnamed reports: nothing shows that these are more than one."""
    told = [s for s in group if s.speaker and is_reports(s.speaker)]
    yield from (Tie(one=told[0].ref, other=other.ref, basis=RestBasis.REPORTS) for other in told[1:])


def _round(unfounded: Iterable[str], tellers: Mapping[str, _Teller]) -> Iterator[Tie]:
    """Yield what outlets without a beginning tell by one another as one."""
    for name in sorted(unfounded):
        first, *others = tellers[name].sightings
        yield from (Tie(one=first.ref, other=other.ref, basis=RestBasis.CIRCLE) for other in others)
        for cited in sorted(tellers[name].cites & tellers.keys()):
            yield Tie(one=tellers[cited].sightings[0].ref, other=first.ref, basis=RestBasis.CIRCLE)


def _circle(group: Sequence[Sighting], tellers: Mapping[str, _Teller], texts: Joins[str]) -> Iterator[Circle]:
    pages = {texts.first_of(s.page) if s.page in texts else s.page for s in group}
    ring = [teller for teller in tellers.values() if _reaches(teller.name, teller.name, tellers)]
    if len(ring) < 2 and len(pages) < 2:  # noqa: PLR2004 -- one page alone goes round in no circle
        return
    told = number_of(group[0])
    if len(ring) > 1:
        cites = [f"{t.name} cites {listed(sorted(t.cites))}" for t in ring]
        why = f"{listed(cites)}; nobody says where “{told}” comes from."
    else:
        named = [s.speaker.party for s in group if s.speaker and is_reports(s.speaker)]
        forms = dict[str, str]()
        for party in named:
            forms.setdefault(party.casefold(), party)
        heard = listed([f"“{party}”" for party in forms.values()])
        who = listed([teller.name for teller in tellers.values()])
        why = f"“{told}” rests on {heard} alone, on every page that has it ({who}); nobody says where it comes from."
    yield Circle(
        kind=CircleKind.CYCLE if len(ring) > 1 else CircleKind.REPORTS,
        outlets=tuple(teller.name for teller in ring or tellers.values()),
        figures=tuple(sighting.ref for sighting in group),
        why=why,
    )


def _reaches(start: str, goal: str, tellers: Mapping[str, _Teller]) -> bool:
    """Tell whether citing leads from one outlet to another."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        cites = tellers[todo.pop()].cites & tellers.keys()
        if goal in cites:
            return True
        todo.extend(cites - seen)
        seen |= cites
    return False
