"""The pages of a story into its brief: which rest on one origin, what they count, how the counts bear on one another."""

from collections.abc import Sequence
from datetime import date

from reportedly.records import Brief, BriefPage, Origin, OriginBasis, PageProblem, Reading


def assess_story(readings: Sequence[Reading], *, story: str, as_of: date | None = None) -> Brief:
    """Return what the pages of a story come to, told as it stood on the day `as_of`; None tells it by all pages."""
    read = [reading for reading in readings if reading.text]
    return Brief(
        story=story,
        as_of=as_of,
        pages=tuple(
            BriefPage(
                name=reading.page.name,
                title=reading.page.title.text if reading.page.title else None,
                carrier=reading.page.carrier.name if reading.page.carrier else None,
                published=reading.page.published,
                origin=read.index(reading) if reading in read else None,
            )
            for reading in readings
        ),
        origins=tuple(Origin(origin=r.page.name, basis=OriginBasis.OWN, pages=(r.page.name,)) for r in read),
        problems=tuple(
            PageProblem(page=reading.page.name, code=problem.code, message=problem.message)
            for reading in readings
            for problem in reading.problems
        ),
    )
