"""The pages of a story into its brief: what rests on one origin, what is counted, how counts bear on one another."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportedly.assess.circles import Cited, find_cited
from reportedly.assess.claims import find_claims
from reportedly.assess.copies import find_passages, find_shared, text_of
from reportedly.assess.dating import StoryDates, date_pages
from reportedly.assess.flags import find_flags
from reportedly.assess.footing import Outlets
from reportedly.assess.graph import draw_graph, rests_on
from reportedly.assess.individuals import count_together
from reportedly.assess.naming import names_of, place_of, who_of
from reportedly.assess.origins import StoryOrigins, find_origins, rest_in_part
from reportedly.assess.relations import Assessed, find_relations
from reportedly.assess.said import find_said
from reportedly.assess.series import Counted, find_series
from reportedly.assess.sightings import Sighting, find_sightings
from reportedly.assess.silent import find_silent
from reportedly.assess.sources import FigureOrigins
from reportedly.assess.standing import find_superseded, stand
from reportedly.assess.timeline import find_timeline
from reportedly.assess.topic import find_strays
from reportedly.assess.versions import find_versions, same_page, with_versions
from reportedly.link.identities import Identities, link_identities
from reportedly.records import Brief, BriefPage, Circle, CopyKind, PageProblem, Passage, Reading, Series


def assess_story(
    readings: Sequence[Reading],
    *,
    story: str,
    as_of: date | None = None,
    anchors: Mapping[str, date] | None = None,
) -> Brief:
    """Return what the pages of a story come to. `anchors` are days of events that pages count from.

    With `as_of` it is the story as it stood on that day: pages that came out later, or that nobody can date, are left
    out, and named in the problems.
    """
    public = [reading for reading in readings if as_of is None or _public_by(as_of, reading)]
    read = [reading for reading in public if reading.text and not reading.unread]
    strays = find_strays(read, story=story)
    told = [reading for reading in read if reading.page.name not in strays]
    identities = link_identities(read)
    shared, same = find_shared(map(text_of, read)), same_page(read)
    passages = find_passages(read, shared)
    copies = with_versions(shared.copies, same)
    origins = find_origins(read, copies, identities)
    sightings = count_together(tuple(find_sightings(told)))
    figure_origins, series, cited = _count(read, sightings, copies, passages, origins, identities)
    repeated = tuple(_repeated(read, passages, figure_origins, origins, identities))
    dates = date_pages(told, shared.copies, anchors, frozenset(repeated))
    assessed = [Assessed(counted=one, replaced=find_superseded(one, figure_origins)) for one in series]
    names = tuple(names_of(series))
    return Brief(
        story=story,
        as_of=as_of,
        pages=tuple(_page(reading, origins, dates) for reading in public),
        origins=rest_in_part(origins, repeated),
        copies=copies,
        series=tuple(_series(assessed, names, figure_origins)),
        relations=find_relations(assessed, figure_origins),
        timeline=find_timeline(told, origins.of_page, identities, dates.events),
        silent=find_silent(told, identities),
        flags=find_flags(sightings, assessed, figure_origins, origins.of_page),
        problems=(*_problems(readings, public, as_of), *map(_stray, sorted(strays))),
        date_conflicts=dates.conflicts,
        passages=passages,
        versions=find_versions(read, copies, same, identities),
        claims=(
            *find_claims(sightings, tuple(zip(names, series, strict=True)), figure_origins, cited.circles),
            *find_said(told, copies, passages, identities, circular=_circular(sightings, cited.circles)),
        ),
        circles=cited.circles,
        graph=draw_graph(read, origins, copies, passages, identities),
    )


def _count(
    read: Sequence[Reading],
    sightings: Sequence[Sighting],
    copies: Sequence[tuple[str, str, CopyKind]],
    passages: Sequence[Passage],
    origins: StoryOrigins,
    identities: Identities,
) -> tuple[FigureOrigins, Sequence[Counted], Cited]:
    """Return what counts the same thing, where each count comes from, and what outlets cite of one another."""
    figure_origins = FigureOrigins(
        sightings, copies=copies, of_page=origins.of_page, identities=identities, passages=passages
    )
    series = find_series(sightings, figure_origins)
    cited = find_cited(series, copies, Outlets(read, identities), identities)
    figure_origins.tie((tie.one, tie.other, tie.basis) for tie in cited.ties)
    figure_origins.add_none(cited.echoes)
    return figure_origins, series, cited


def _repeated(
    read: Sequence[Reading],
    passages: Sequence[Passage],
    figure_origins: FigureOrigins,
    origins: StoryOrigins,
    identities: Identities,
) -> Iterator[tuple[str, str]]:
    """Yield a page and another on which it rests in part."""
    for page, other in (*figure_origins.passages(), *_lifted(passages, read, identities)):
        if origins.of_page[page] != origins.of_page[other]:
            yield page, other


def _public_by(day: date, reading: Reading) -> bool:
    latest = reading.page.published.latest
    return latest is not None and latest <= day


def _page(reading: Reading, origins: StoryOrigins, dates: StoryDates) -> BriefPage:
    page = reading.page
    return BriefPage(
        name=page.name,
        title=page.title.text if page.title else None,
        carrier=page.carrier.name if page.carrier else None,
        published=page.published,
        origin=origins.of_page.get(page.name),
        dating=dates.of_page.get(page.name),
    )


def _circular(sightings: Sequence[Sighting], circles: Sequence[Circle]) -> Mapping[tuple[str, str], int]:
    """Return the statements that tell a count which goes in a circle, by page and id."""
    rounds = {ref: i for i, circle in enumerate(circles) for ref in circle.figures}
    return {(s.page, s.statement.id): rounds[s.ref] for s in sightings if s.statement and s.ref in rounds}


def _lifted(
    passages: Sequence[Passage], readings: Sequence[Reading], identities: Identities
) -> Iterator[tuple[str, str]]:
    """Yield a page and another that has a passage from it, where the pages or their dates say whose it was first."""
    by_name = {reading.page.name: reading for reading in readings}
    for passage in passages:
        rests = rests_on(by_name[passage.other], by_name[passage.page], identities)
        if rests is not None:
            yield (passage.page, passage.other) if rests else (passage.other, passage.page)


def _series(assessed: Sequence[Assessed], names: Sequence[str], origins: FigureOrigins) -> Iterator[Series]:
    for one, name in zip(assessed, names, strict=True):
        yield Series(
            name=name,
            measure=one.counted.measure,
            who=who_of(one.counted),
            place=place_of(one.counted),
            figures=one.counted.refs,
            stands_at=stand(one.counted, one.replaced, origins),
            superseded=tuple(ref for ref in one.counted.refs if ref in one.replaced),
        )


def _stray(name: str) -> PageProblem:
    message = "The page names next to nothing that the other pages name: its figures and events are left out."
    return PageProblem(page=name, code="other_story", message=message)


def _problems(readings: Sequence[Reading], public: Sequence[Reading], as_of: date | None) -> Iterator[PageProblem]:
    """Yield what is wrong with the pages, and which of them a brief as of a day leaves out."""
    kept = {reading.page.name for reading in public}
    for reading in readings:
        page = reading.page
        if page.name not in kept:
            dated = page.published.latest is not None
            why = f"came out after {as_of}" if dated else f"has no date, so it is not known to be public by {as_of}"
            yield PageProblem(
                page=page.name, code="later" if dated else "no_date", message=f"The page {why}: left out."
            )
            continue
        for problem in reading.problems:
            yield PageProblem(page=page.name, code=problem.code, message=problem.message)
