"""How many separate origins a number or a statement has, wherever it is told, and the edges that show it.

"At least 30" on four pages, three of them from the ministry and one a copy of these, has one origin: each page rests on
the ministry or on another page, by a statement that is named.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from reportedly.assess.footing import document_of, is_reports
from reportedly.assess.series import Counted
from reportedly.assess.sightings import Sighting
from reportedly.assess.sources import STRONGEST, FigureOrigins
from reportedly.records import (
    Circle,
    Claim,
    FigureRef,
    Hop,
    Reading,
    Rest,
    RestBasis,
    Role,
    SeparateOrigin,
    Statement,
    Support,
)

# Figures of one number of one series of which each page's footing is told, and pages that a later one is held against.
MOST, NEAREST = 200, 24
NOBODY = "nobody named"


def find_claims(
    sightings: Sequence[Sighting],
    series: Sequence[tuple[str, Counted]],
    origins: FigureOrigins,
    circles: Sequence[Circle],
) -> Iterator[Claim]:
    """Yield the numbers of the series, then those of no series, each with its separate origins and why.

    `series` are the series under their names.
    """
    circular = {ref: i for i, circle in enumerate(circles) for ref in circle.figures}
    told: set[FigureRef] = set()
    for name, counted in series:
        told.update(counted.refs)
        for group in _numbers(counted.sightings):
            yield _claim(group, name, origins, circular)
    for sighting in sightings:
        if sighting.ref not in told:
            yield _claim([sighting], None, origins, circular)


def _numbers(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    groups: dict[Hashable, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        groups[sighting.interval, sighting.figure.approximate, sighting.figure.status].append(sighting)
    return list(groups.values())


def _claim(
    group: Sequence[Sighting], series: str | None, origins: FigureOrigins, circular: Mapping[FigureRef, int]
) -> Claim:
    by_origin: dict[FigureRef, list[Sighting]] = defaultdict(list)
    for sighting in group:
        by_origin[origins.origin_of_figure(sighting.ref)].append(sighting)
    sourced = any(origins.sourced(s.ref) for s in group)
    separate = tuple(_separate(same, origins, sourced=sourced) for same in by_origin.values())
    circle = next((circular[s.ref] for s in group if s.ref in circular), None)
    if circle is not None:
        separate = tuple(replace(origin, origin=NOBODY) for origin in separate)
    return Claim(
        figures=tuple(sighting.ref for sighting in group),
        series=series,
        origins=sum(origin.counts for origin in separate),
        separate=separate,
        circle=circle,
    )


def _separate(same: Sequence[Sighting], origins: FigureOrigins, *, sourced: bool) -> SeparateOrigin:
    told = max(same, key=lambda s: _tells(s, origins))
    return SeparateOrigin(
        origin=describe_source(told.statement, told.reading),
        counts=not sourced or any(origins.sourced(s.ref) for s in same),
        rests=tuple(_rests(same[:MOST], origins)),
    )


def _tells(sighting: Sighting, origins: FigureOrigins) -> tuple[bool, int, bool]:
    """Rank a telling by how much it says of its source: a named one most, then one with those who passed it on."""
    chain = sighting.statement.chain if sighting.statement else ()
    through = sum(hop.named and hop.role is Role.RELAYER for hop in chain)
    return bool(sighting.speaker and sighting.speaker.named), through, origins.sourced(sighting.ref)


def _rests(same: Sequence[Sighting], origins: FigureOrigins) -> Iterator[Rest]:
    """Yield for each page what it has the number from, and what ties it to a page before it."""
    seen: dict[Hashable, None] = {}
    first: dict[str, Sighting] = {}
    for sighting in same:
        support = Support(page=sighting.page, figure=sighting.figure.id)
        rest = rest_of(sighting.statement, sighting.reading, support)
        if (rest.page, rest.party, rest.basis, rest.through) not in seen:
            seen[rest.page, rest.party, rest.basis, rest.through] = None
            yield rest
        if sighting.page not in first:
            yield from _tied(sighting, first, origins)
            first[sighting.page] = sighting


def _tied(sighting: Sighting, first: Mapping[str, Sighting], origins: FigureOrigins) -> Iterator[Rest]:
    """Yield the edge to the page before this one whose figure it is tied to most closely."""
    before = islice(first.values(), NEAREST)
    bases = [(basis, other) for other in before if (basis := origins.shared(other.ref, sighting.ref))]
    if bases:
        basis, other = min(bases, key=lambda tie: STRONGEST.index(tie[0]))
        support = tuple(Support(page=s.page, figure=s.figure.id) for s in (sighting, other))
        yield Rest(page=sighting.page, basis=basis, other=other.page, support=support)


# --- what one telling rests on ---------------------------------------------------------------------------------------


def rest_of(statement: Statement | None, reading: Reading, support: Support) -> Rest:
    """Return whom a page has something from: a party, through whom, and by what kind of footing."""
    page = reading.page.name
    chain = statement.chain if statement else ()
    if statement is None or not chain or chain[0].role is Role.PUBLISHER:
        credited = next((credit.name for credit in reading.page.credits), None)
        basis = RestBasis.CREDIT if credited else RestBasis.OWN
        return Rest(page=page, basis=basis, party=credited, support=(support,))
    through = tuple(hop.party for hop in chain[1:] if hop.role is Role.RELAYER)
    said = Support(page=page, statement=statement.id)
    return Rest(
        page=page,
        basis=_basis(statement, reading, through),
        party=chain[0].party,
        through=through,
        support=tuple(dict.fromkeys((support, said))),
    )


def _basis(statement: Statement, reading: Reading, through: Sequence[str]) -> RestBasis:
    if is_reports(statement.chain[0]):
        return RestBasis.REPORTS
    if document_of(statement, reading.text):
        return RestBasis.DOCUMENT
    return RestBasis.CREDIT if through else RestBasis.SAID


def describe_source(statement: Statement | None, reading: Reading) -> str:
    """Return who stands behind something: "Ilse Kor, mayor of Pell, through Norpress"; "Tolm Mail, no source given"."""
    chain = statement.chain if statement else ()
    if not chain or chain[0].role is Role.PUBLISHER:
        names = [credit.name for credit in reading.page.credits]
        names += [reading.page.carrier.name] if reading.page.carrier else [reading.page.name]
        return f"{names[0]}, no source given"
    through = [hop.party for hop in chain[1:] if hop.role is Role.RELAYER and hop.named]
    return f"{_called(chain[0])}, through {' and '.join(through[:2])}" if through else _called(chain[0])


def _called(hop: Hop) -> str:
    party = f"{hop.party}, {hop.description}" if hop.description else hop.party
    return party if hop.named else f"{party} (unnamed)"
