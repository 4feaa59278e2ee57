"""A brief as cited sentences: the one narrative behind the text, Markdown and HTML forms.

What it says comes from the brief and its readings alone; each line names the figures, statements or pages it rests on.
"""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.brief.counts import tell_disagreements, tell_fits, tell_reported
from reportedly.brief.dating import tell_dating
from reportedly.brief.days import dated, describe_day
from reportedly.brief.events import tell_timeline
from reportedly.brief.footing import tell_footing
from reportedly.brief.lines import Group, Line, Narrative, Section
from reportedly.brief.origins import tell_origins
from reportedly.brief.sources import Sources, open_sources
from reportedly.brief.versions import tell_versions
from reportedly.brief.wording import count_of, listed, plain
from reportedly.records import Brief, PageProblem, Reading, Silent, Support

# What fits a reporter's first screen; the rest of each kind is minor.
MAIN_PROBLEMS = 5


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
        Section(key="versions", heading="What versions changed", groups=tuple(tell_versions(sources))),
        Section(key="timeline", heading="Timeline", groups=tuple(tell_timeline(sources))),
        _section("dating", "When undated pages came out", tell_dating(sources)),
        _section("silent", "Who is silent", _silent(sources)),
        _section("origins", "What rests on what", tell_origins(sources)),
        Section(key="footing", heading="Where each number comes from", groups=tuple(tell_footing(sources))),
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
    told = f"{len(read)}{of} {'page' if len(entries) == 1 else 'pages'} read, resting on {origins}. "
    yield Line(
        text=f"{told}{_dating(sources)}" if read else "No page could be read.",
        short=f"{told}{_dating(sources, short=True)}" if read else "",
        support=tuple(entry.whole for entry in entries),
    )


def _dating(sources: Sources, *, short: bool = False) -> str:
    with_date = [page.name for page in sources.brief.pages if dated(page.published)]
    read = {entry.name for entry in sources.entries if entry.read}
    without = [name for name in read if name not in with_date]
    if not without:
        return "All are dated."
    if not with_date:
        return "None of them is dated."
    if short:
        return f"Not dated: {sources.numbers(without)}."
    return f"Dated: {sources.numbers(with_date)}; not dated: {sources.numbers(without)}."


# --- the silent ------------------------------------------------------------------------------------------------------


def _silent(sources: Sources) -> Iterator[Line]:
    """Yield who has not commented, those of one sentence together."""
    together: dict[tuple[tuple[Support, ...], str], list[str]] = {}
    for silent in sources.brief.silent:
        support = sources.known(silent.support)
        if support:
            together.setdefault((support, _silence(silent, sources)), []).append(plain(silent.party))
    for (support, words), parties in together.items():
        yield Line(lead=listed(parties), text=words, support=support)


def _silence(silent: Silent, sources: Sources) -> str:
    for support in silent.support:
        statement = sources.statement(support)
        if statement and statement.cue:
            text = sources.figures.readings[support.page].text
            return f"“{plain(' ... '.join(span.of(text) for span in statement.cue))}”"
    return "no comment"


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
