"""What changed from one version of a page to the next: figures and who gives them, each with both places."""

from collections.abc import Iterator

from reportedly.brief.lines import Group, Line
from reportedly.brief.sources import Sources
from reportedly.records import ChangeKind, PageVersions, VersionBasis, VersionChange

# What fits a reporter's first screen.
MAIN_CHANGES = 3

BASES = {VersionBasis.URL: "one address", VersionBasis.TEXT: "nearly the same words"}
LEADS = {
    ChangeKind.FIGURE_CHANGED: "number changed",
    ChangeKind.FIGURE_ADDED: "number added",
    ChangeKind.FIGURE_REMOVED: "number removed",
    ChangeKind.SPEAKER_CHANGED: "speaker changed",
    ChangeKind.STATEMENT_ADDED: "statement added",
    ChangeKind.STATEMENT_REMOVED: "statement removed",
}
# Where it is not known which version came first.
OPEN_LEADS = {
    ChangeKind.FIGURE_CHANGED: "other number",
    ChangeKind.SPEAKER_CHANGED: "other speaker",
}


def tell_versions(sources: Sources) -> Iterator[Group]:
    """Yield the differences of each pair of versions: "number changed: “12 killed” became “14 killed” [1:f1 2:f1]"."""
    for i, versions in enumerate(sources.brief.versions):
        lines = tuple(_lines(versions, sources, most=0 if i else MAIN_CHANGES))
        if lines:
            yield Group(heading=_heading(versions, sources), note=BASES[versions.basis], lines=lines)


def _heading(versions: PageVersions, sources: Sources) -> str:
    early, late = (sources.numbers([name]) for name in (versions.earlier, versions.later))
    if versions.ordered:
        return f"{early.capitalize()}, then {late}"
    return f"{early.capitalize()} and {late}, in an order that is not known"


def _lines(versions: PageVersions, sources: Sources, *, most: int) -> Iterator[Line]:
    whole = sources.whole((versions.earlier, versions.later))
    if not versions.changes and whole:
        yield Line(text="No figure and no attribution differs.", support=whole, minor=True)
    for i, change in enumerate(versions.changes):
        support = sources.known(one for one in (change.earlier, change.later) if one)
        if support:
            yield Line(
                lead=_lead(change, versions, sources),
                text=f"{sources.told(change.why)}.",
                support=support,
                minor=i >= most,
            )


def _lead(change: VersionChange, versions: PageVersions, sources: Sources) -> str:
    if versions.ordered:
        return LEADS[change.kind]
    page = versions.earlier if change.later is None else versions.later
    return OPEN_LEADS.get(change.kind) or f"only on {sources.numbers([page])}"
