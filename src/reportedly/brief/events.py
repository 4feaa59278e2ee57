"""The timeline of a brief: what happened when, the days that a short form has room for, and who says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from textwrap import wrap

from reportedly.assess.words import content_words
from reportedly.brief.counts import PEOPLE
from reportedly.brief.days import describe_when
from reportedly.brief.lines import Group, Line
from reportedly.brief.sources import Sources
from reportedly.brief.wording import describe_attitude, describe_chain, describe_party, few, fold, plain
from reportedly.records import Measure, Statement, Support, TimelineEntry

# What fits a reporter's first screen; the rest is minor. Many pages tell of more days.
MAIN_EVENTS, MORE_EVENTS, FEW_PAGES = 6, 8, 9
# Two lines of a terminal with their citation, and the least that an event is told in; longer words are cut.
SHORT, SHORTEST = 98, 60
# What an event has at least behind an opening "On 12 March, ".
BEHIND_TIME = 44
# So many characters more are never worth a cut.
NEARLY = 12
LONGEST_PARTY = 36
CLAUSE_ENDS = (", ", "; ", " \N{EN DASH} ", " \N{EM DASH} ")
# What is counted, behind its number: "12 people had died".
COUNTED = re.compile(r"(?: \S+){1,3}")
YEARLESS = "Year not stated"
# A year that a page spells out is another than its own; where the story has dates, one so long before them.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONG_AGO = timedelta(days=365)
# What a reported clause opens with, and does not need where it stands alone.
OPENER = re.compile(r"(?:that|whether)\s+", re.IGNORECASE)


def tell_timeline(sources: Sources) -> Iterator[Group]:
    """Yield what lies on the calendar, then what the pages tell of without its year, each in the order of the brief."""
    entries = [entry for entry in sources.brief.timeline if sources.known(entry.support)]
    main = _main_events(entries, sources)
    placed = [_line(entry, sources, minor=entry not in main) for entry in entries if entry.when.known]
    unplaced = [_line(entry, sources, minor=entry not in main) for entry in entries if not entry.when.known]
    if placed:
        yield Group(lines=tuple(placed))
    if unplaced:
        yield Group(heading=YEARLESS, lines=tuple(unplaced))


def _line(entry: TimelineEntry, sources: Sources, *, minor: bool) -> Line:
    what, attitudes = _words(entry), _attitudes(entry, sources)
    chains = few(list(dict.fromkeys(map(describe_chain, _speakers(entry, sources, what)))))
    short = "" if minor else _short(entry, what, attitudes, sources)
    first = _first_party(_speakers(entry, sources, short))
    disputed = _disputed(entry, sources)
    return Line(
        lead=describe_when(entry.when, entry.words) if entry.when.known or not entry.words else plain(entry.words),
        text=_noted(what, [*chains, *attitudes, *disputed]),
        short=_noted(short, [*first, *attitudes, *disputed]) if short else "",
        support=sources.known(entry.support),
        when=entry.when if entry.when.known else None,
        minor=minor,
    )


def _disputed(entry: TimelineEntry, sources: Sources) -> list[str]:
    """Return on what other days the pages put the same event: "by page 3 on 6 March 2024"."""
    others = (sources.brief.timeline[i] for i in entry.disputed)
    told = [
        f"by {sources.numbers(one.page for one in other.support)} {describe_when(other.when, other.words)}"
        for other in others
    ]
    return few(told)


def _main_events(entries: Sequence[TimelineEntry], sources: Sources) -> list[TimelineEntry]:
    """Return the events to show where room is short: the best told one of each day, of the days that tell most.

    What somebody said on a day stands in for it only where no event is left.
    """
    actors = _actors(sources)
    weights = {id(entry): _weight(entry, actors, sources) for entry in entries}
    days: dict[tuple[object, ...], TimelineEntry] = {}
    ranked = sorted(entries, key=lambda entry: weights[id(entry)], reverse=True)
    for entry in ranked:
        days.setdefault((entry.when.earliest, entry.when.latest, "" if entry.when.known else entry.words), entry)
    best = list(days.values())
    most = MAIN_EVENTS if len(sources.brief.pages) <= FEW_PAGES else MORE_EVENTS
    return sorted([*best, *(entry for entry in ranked if entry not in best)], key=lambda entry: entry.said)[:most]


def _weight(entry: TimelineEntry, actors: frozenset[str], sources: Sources) -> tuple[bool, int, int, int]:
    """Rank an event: in time, of those whom the story counts, with a count; no background; then by who tells it."""
    about = not actors.isdisjoint(content_words(entry.what))
    placed = entry.when.known or entry.when.edtf is not None
    counted = max((_counted(one, sources) for one in entry.support), default=0)
    score = 4 * placed + 2 * about + counted + (not entry.said) + (len({one.page for one in entry.support}) > 1)
    if not (about or counted) and _background(entry, sources):
        score -= 3
    return not entry.said, score, entry.origins, len(entry.support)


def _counted(support: Support, sources: Sources) -> int:
    """Return how much a telling counts: the dead most, other people less, nobody not at all."""
    measures = sources.counting.get((support.page, support.statement or ""), frozenset())
    return 3 if Measure.KILLED in measures else 2 if measures else 0


def _actors(sources: Sources) -> frozenset[str]:
    """Return the names of those whom the story counts: "Veldrian" of "Veldrian soldiers"."""
    told = (series.who or "" for series in sources.brief.series if series.measure in PEOPLE)
    names = (word for who in told for word in who.split() if word[0].isupper())
    return frozenset[str]().union(*map(content_words, names))


def _background(entry: TimelineEntry, sources: Sources) -> bool:
    """Tell whether an event is told as long past: with its year, on pages of no date or of more than a year later."""
    if not YEAR.search(entry.words):
        return False
    newest = max((page.published.latest for page in sources.brief.pages if page.published.latest), default=None)
    latest = entry.when.latest or date.max
    return newest is None or newest - LONG_AGO > latest


def _short(entry: TimelineEntry, what: str, attitudes: Sequence[str], sources: Sources) -> str:
    """Return what happened so that it has about two lines with who says so: "The barge was towed to Halvey … (crew)".

    A number is never cut off, and what comes before it stays: "Divers searched the hold and raised the toll to 12 …".
    """
    end, time = _last_number(entry, what, sources), plain(entry.words)
    speakers = _speakers(entry, sources, what[: max(end, SHORTEST)])
    notes = [*_first_party(speakers), *attitudes]
    opens = what.find(time)
    least = opens + len(time) + BEHIND_TIME if 0 <= opens < BEHIND_TIME else 0
    end = max(_within(what, max(SHORT - len(_noted("", notes)), SHORTEST, least)), end)
    return what if len(what) <= end + NEARLY else f"{what[:end].rstrip(',;:- ')} …"


def _first_party(speakers: Sequence[Statement]) -> list[str]:
    """Return the first speaker, a long name by its beginning."""
    hops = [statement.chain[0] for statement in speakers[:1]]
    short = (wrap(hop.party, LONGEST_PARTY, break_long_words=False) or [""] for hop in hops)
    names = (f"{first} …" if others else first for first, *others in short)
    return [describe_party(replace(hop, party=name)) for hop, name in zip(hops, names, strict=True)]


def _within(what: str, room: int) -> int:
    """Return where words of so much room end, with a clause if that is near."""
    if len(what) <= room:
        return len(what)
    clause = max(what.rfind(mark, 0, room) for mark in CLAUSE_ENDS)
    if clause > max(room * 2 // 3, SHORTEST):
        return clause
    return len(_rounded(what[: room + 1].rpartition(" ")[0]))


def _rounded(words: str) -> str:
    """Return the words without those that only lead on: "12 injured" of "12 injured when the"."""
    kept = words.split(" ")
    while len(kept) > 1 and not content_words(kept[-1]):
        kept.pop()
    return " ".join(kept)


def _last_number(entry: TimelineEntry, what: str, sources: Sources) -> int:
    """Return where the last count of the event's pages stands in its words, with what is counted; 0 where none does."""
    pages = {support.page for support in entry.support}
    figures = (figure for page in pages for figure in sources.figures.readings[page].figures)
    counts = {plain(figure.text) for figure in figures if figure.unit == "person"}
    ends = [found.end() for words in counts if (found := re.search(rf"(?<!\w){re.escape(words)}(?!\w)", what))]
    if not ends:
        return 0
    clause = min((at for mark in CLAUSE_ENDS if (at := what.find(mark, max(ends))) >= 0), default=len(what))
    counted = COUNTED.match(what, max(ends))
    return min(clause, max(ends) + len(_rounded(counted.group())) if counted else len(what))


def _words(entry: TimelineEntry) -> str:
    """Return the page's own words as they stand alone."""
    what = plain(OPENER.sub("", entry.what, count=1) if OPENER.match(entry.what) else entry.what)
    return what[:1].upper() + what[1:]


def _speakers(entry: TimelineEntry, sources: Sources, words: str) -> list[Statement]:
    """Return the first statement of each speaker that the words do not name."""
    what = fold(words)
    said = {fold(statement.chain[0].party): statement for _, statement in reversed(_said(entry.support, sources))}
    return [statement for party, statement in reversed(said.items()) if party not in what]


def _attitudes(entry: TimelineEntry, sources: Sources) -> list[str]:
    """Return how the speakers hold what they say, where the words do not show it."""
    what = _words(entry)
    said = _said(entry.support, sources)
    notes = (describe_attitude(one, sources.figures.readings[page].text, within=what) for page, one in said)
    return [note for note in dict.fromkeys(notes) if note]


def _noted(what: str, notes: Sequence[str]) -> str:
    return f"{what} ({'; '.join(notes)})" if notes else what


def _said(support: Iterable[Support], sources: Sources) -> list[tuple[str, Statement]]:
    found = ((one.page, sources.statement(one)) for one in support)
    return [(page, statement) for page, statement in found if statement and statement.chain]
