"""A brief as cited sentences: the one narrative behind the text, Markdown and HTML forms.

What it says comes from the brief and its readings alone; each line names the figures, statements or pages it rests on.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reportedly.brief.counts import tell_disagreements, tell_fits, tell_reported
from reportedly.brief.days import dated, describe_day, describe_when
from reportedly.brief.lines import Group, Line, Narrative, Section
from reportedly.brief.sources import Sources, open_sources
from reportedly.brief.wording import count_of, describe_attitude, describe_chain, few, fold, plain
from reportedly.records import (
    Brief,
    CopyKind,
    Origin,
    OriginBasis,
    PageProblem,
    Reading,
    Silent,
    Statement,
    Support,
    TimelineEntry,
)

# What fits a reporter's first screen; the rest of each kind is minor.
MAIN_EVENTS = 5
MAIN_PROBLEMS = 5

BASES = {
    OriginBasis.COPY: "shared words",
    OriginBasis.CREDIT: "by credit",
    OriginBasis.SAME_SPEAKER: "one speaker",
    OriginBasis.OWN: "",
}


def narrate(brief: Brief, readings: Sequence[Reading]) -> Narrative:
    """Return the brief as sections of cited lines, most important first.

    A figure "at least 12" of the harbour police becomes the row "at least 12 - harbour police, date not stated"
    with the citation 2:f1. Raises UncitedSentenceError rather than write a line that rests on nothing.
    """
    sources = open_sources(brief, readings)
    sections = (
        _section("facts", "In short", _facts(sources)),
        Section(key="reported", heading="What is reported", groups=tuple(tell_reported(sources))),
        _section("disagree", "Where reports disagree", tell_disagreements(sources)),
        _section("fit", "What adds up", tell_fits(sources)),
        _section("timeline", "Timeline", _timeline(sources)),
        _section("silent", "Who is silent", _silent(sources)),
        _section("origins", "What rests on what", _origins(sources)),
        _section("problems", "Problems", _problems(sources)),
    )
    return Narrative(
        story=plain(brief.story),
        as_of=describe_day(brief.as_of),
        sections=tuple(section for section in sections if any(section.lines)),
        pages=sources.entries,
    )


def _section(key: str, heading: str, lines: Iterable[Line]) -> Section:
    return Section(key=key, heading=heading, groups=(Group(lines=tuple(lines)),))


# --- in short --------------------------------------------------------------------------------------------------------


def _facts(sources: Sources) -> Iterator[Line]:
    entries = [entry for entry in sources.entries if not entry.left_out]
    if not entries:
        return
    read = [entry for entry in entries if entry.read]
    of = "" if len(read) == len(entries) else f" of {len(entries)}"
    origins = count_of(len(sources.brief.origins), "separate origin")
    told = f"{len(read)}{of} {'page' if len(entries) == 1 else 'pages'} read, resting on {origins}. {_dating(sources)}"
    yield Line(text=told if read else "No page could be read.", support=tuple(entry.whole for entry in entries))


def _dating(sources: Sources) -> str:
    with_date = [page.name for page in sources.brief.pages if dated(page.published)]
    read = {entry.name for entry in sources.entries if entry.read}
    without = [name for name in read if name not in with_date]
    if not without:
        return "All are dated."
    if not with_date:
        return "None of them is dated."
    return f"Dated: {sources.numbers(with_date)}; not dated: {sources.numbers(without)}."


# --- timeline --------------------------------------------------------------------------------------------------------


def _timeline(sources: Sources) -> Iterator[Line]:
    entries = [entry for entry in sources.brief.timeline if _cited(entry.support, sources)]
    main = _main_events(entries)
    for entry in sorted(entries, key=lambda entry: not entry.when.known):
        yield Line(
            lead=describe_when(entry.when, entry.words),
            text=_event(entry, sources),
            support=_cited(entry.support, sources),
            when=entry.when if entry.when.known else None,
            minor=entry not in main,
        )


def _main_events(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Return the events to show where room is short: the best told one of each day, of the days most pages tell of."""
    ranked = sorted(entries, key=_weight, reverse=True)
    days: dict[tuple[object, ...], list[TimelineEntry]] = {}
    for entry in ranked:
        place = (entry.when.earliest, entry.when.latest, "" if entry.when.known else entry.words)
        days.setdefault(place, []).append(entry)
    told = {place: len({support.page for entry in same for support in entry.support}) for place, same in days.items()}
    places = sorted(days, key=lambda place: (days[place][0].when.known, told[place]), reverse=True)
    best = [days[place][0] for place in places]
    return [*best, *(entry for entry in ranked if entry not in best)][:MAIN_EVENTS]


def _weight(entry: TimelineEntry) -> tuple[bool, bool, int, int, bool, date]:
    """Rank an event: on the calendar, or without its year; by origins, by pages; told by someone; the latest first."""
    pages = {support.page for support in entry.support}
    said = any(support.statement for support in entry.support)
    day = entry.when.latest or entry.when.earliest or date.min
    return entry.when.known, entry.when.edtf is not None, entry.origins, len(pages), said, day


def _event(entry: TimelineEntry, sources: Sources) -> str:
    what = plain(entry.what)
    said = [(s, sources.figures.readings[s.page].text, statement) for s, statement in _said(entry.support, sources)]
    attitudes = [describe_attitude(statement, text, within=what) for _, text, statement in said]
    speakers = {
        fold(statement.chain[0].party): describe_chain(statement)
        for _, _, statement in reversed(said)
        if fold(statement.chain[0].party) not in fold(what)
    }
    notes = list(dict.fromkeys(note for note in (*few(list(reversed(speakers.values()))), *attitudes) if note))
    return f"{what} ({'; '.join(notes)})" if notes else what


def _said(support: Iterable[Support], sources: Sources) -> Iterator[tuple[Support, Statement]]:
    for one in support:
        statement = sources.statement(one)
        if statement and statement.chain:
            yield one, statement


# --- the silent ------------------------------------------------------------------------------------------------------


def _silent(sources: Sources) -> Iterator[Line]:
    for silent in sources.brief.silent:
        support = _cited(silent.support, sources)
        if support:
            yield Line(lead=plain(silent.party), text=_silence(silent, sources), support=support)


def _silence(silent: Silent, sources: Sources) -> str:
    for support in silent.support:
        statement = sources.statement(support)
        if statement and statement.cue:
            text = sources.figures.readings[support.page].text
            return f"“{plain(' ... '.join(span.of(text) for span in statement.cue))}”"
    return "no comment"


# --- origins ---------------------------------------------------------------------------------------------------------


def _origins(sources: Sources) -> Iterator[Line]:
    for origin in sources.brief.origins:
        support = sources.whole(origin.pages)
        if support:
            yield Line(text=_origin(origin, sources), support=support, minor=len(origin.pages) == 1)
    yield from _copies(sources)


def _origin(origin: Origin, sources: Sources) -> str:
    name = plain(origin.origin)
    if len(origin.pages) == 1:
        return f"{name}."
    basis = f" ({BASES[origin.basis]})" if BASES[origin.basis] else ""
    return f"{name}: {sources.numbers(origin.pages)}{basis}."


def _copies(sources: Sources) -> Iterator[Line]:
    for names in _copied(sources.brief):
        support = sources.whole(names)
        if support:
            text = f"{sources.numbers(names).capitalize()} have the same words: one report, not {len(names)}."
            yield Line(text=text, support=support)
    versions = [{a, b} for a, b, kind in sources.brief.copies if kind is CopyKind.VERSION]
    for names in versions:
        support = sources.whole(names)
        if support:
            text = f"{sources.numbers(names).capitalize()} are versions of one report."
            yield Line(text=text, support=support, minor=True)


def _copied(brief: Brief) -> list[set[str]]:
    """Return the sets of pages that share their words."""
    sets: list[set[str]] = []
    for a, b, kind in brief.copies:
        if kind is CopyKind.COPY:
            touched = [names for names in sets if a in names or b in names]
            sets = [names for names in sets if names not in touched] + [{a, b}.union(*touched)]
    return sets


# --- problems --------------------------------------------------------------------------------------------------------


def _problems(sources: Sources) -> Iterator[Line]:
    same: dict[tuple[str, str], list[PageProblem]] = {}
    for problem in sources.brief.problems:
        same.setdefault((problem.code, problem.message), []).append(problem)
    for i, problems in enumerate(same.values()):
        names = [problem.page for problem in problems if problem.page]
        support = sources.whole(names) or tuple(entry.whole for entry in sources.entries)
        where = f"{sources.numbers(names).capitalize()}: " if names else ""
        if support:
            yield Line(text=f"{where}{plain(problems[0].message)}", support=support, minor=i >= MAIN_PROBLEMS)


def _cited(support: Iterable[Support], sources: Sources) -> tuple[Support, ...]:
    """Return the supports that the readings have."""
    return tuple(one for one in dict.fromkeys(support) if sources.holds(one))
