"""What happened when, in the pages' own words, on the calendar as far as the pages put it there."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.assess.clauses import LONGEST, best_time, clause_of, parts_of, tells, vagueness
from reportedly.assess.eventdays import find_disputes, surely_before
from reportedly.assess.joins import Joins
from reportedly.assess.phrases import MONTHS
from reportedly.assess.sightings import apart
from reportedly.assess.words import WORD, assess_words, content_words, overlap
from reportedly.link.identities import Identities
from reportedly.records import Measure, Reading, Role, Statement, Support, TimelineEntry, TimeMention, When
from reportedly.spans import Span

# EDTF of a day or month whose year is not known: "XXXX-03", "XXXX-03-10".
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d[\dX]))?")
# Of the smaller telling's words, the part that two tellings of one event share.
SAME_EVENT = 0.5
# The same within one page, whose two sentences are the same one.
SAME_SENTENCE = 0.8
# Tellings of one day are held against this many before them.
NEAREST = 40
# Words that stand in more than this part of all tellings are what the story is about and tell no event from another.
COMMON, FEWEST_TELLINGS = 0.25, 8
# Fewer words than this are no sentence that two pages share.
FEWEST_WORDS = 4
# An expression that ends so, and has no place in the calendar, is how long something took: "three weeks".
PAIR = 2
LENGTHS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A sentence of one page that says when something happened."""

    reading: Reading
    time: TimeMention
    span: Span
    statement: Statement | None
    words: frozenset[str]
    numbers: frozenset[Hashable]
    said: bool

    @property
    def support(self) -> Support:
        """The statement that tells it, else the words themselves."""
        if self.statement:
            return Support(page=self.reading.page.name, statement=self.statement.id)
        return Support(page=self.reading.page.name, span=self.span)


def find_timeline(
    readings: Sequence[Reading],
    of_page: Mapping[str, int],
    identities: Identities,
    inferred: Mapping[tuple[str, Span], When] | None = None,
) -> tuple[TimelineEntry, ...]:
    """Return what the pages put in time, in order; what they put in no year after that, by month, and the rest last.

    "The contingent was withdrawn in mid-January" on an undated page is an entry "mid-January" with no year. Tellings of
    one day that share most of their words are one entry. What is so "now" is no event. `inferred` are days that the
    story's pages together give to an expression of an undated page.
    """
    tellings = [telling for reading in readings for telling in _tellings(_placed(reading, inferred or {}))]
    groups = _merged(tellings)
    order = {reading.page.name: i for i, reading in enumerate(readings)}
    groups.sort(key=lambda group: _order(group[0].time, min(order[telling.reading.page.name] for telling in group)))
    return _compared([_entry(group, of_page, identities) for group in groups], groups)


def _placed(reading: Reading, inferred: Mapping[tuple[str, Span], When]) -> Reading:
    """Return the reading with the days that its story gives to what it does not place itself."""
    times = tuple(_dated(time, inferred.get((reading.page.name, time.span))) for time in reading.times)
    return reading if times == reading.times else replace(reading, times=times)


def _dated(time: TimeMention, when: When | None) -> TimeMention:
    if when is None or time.known:
        return time
    if time.text.casefold().startswith(("since", "from")) and when.earliest != when.latest:
        return replace(time, edtf=f"{when.earliest}~/..", earliest=when.earliest, basis=when.basis)
    return replace(time, edtf=when.edtf, earliest=when.earliest, latest=when.latest, basis=when.basis)


def _compared(entries: Sequence[TimelineEntry], groups: Sequence[Sequence[_Telling]]) -> tuple[TimelineEntry, ...]:
    """Return the entries with what surely lies before each, and what puts the same event on other days."""
    before = surely_before([entry.when for entry in entries])
    events = [
        (entry.when, frozenset() if entry.said else group[0].words, frozenset(one.page for one in entry.support))
        for entry, group in zip(entries, groups, strict=True)
    ]
    disputed: dict[int, list[int]] = defaultdict(list)
    for i, j in find_disputes(events):
        disputed[i].append(j)
        disputed[j].append(i)
    return tuple(
        replace(entry, after=before[i], disputed=tuple(sorted(disputed[i]))) for i, entry in enumerate(entries)
    )


def _tellings(reading: Reading) -> Iterator[_Telling]:
    notes = [note.span for note in reading.page.notes]  # of the page, not of the news
    parts = [part for span in reading.page.paragraphs for part in parts_of(reading, span)]
    parts = [part for part in parts if not any(note.overlaps(part) for note in notes)]
    starts = [part.start for part in parts]
    times: dict[Span, list[TimeMention]] = defaultdict(list)
    for time in reading.times:
        at = bisect_right(starts, time.span.start) - 1
        if at >= 0 and parts[at].contains(time.span) and _dates(time):
            times[parts[at]].append(time)
    said = sorted(((span, s) for s in reading.statements for span in s.content), key=lambda pair: pair[0])
    for part, of_part in times.items():
        yield from _telling(reading, part, of_part, said)


def _telling(
    reading: Reading, part: Span, times: Sequence[TimeMention], said: Sequence[tuple[Span, Statement]]
) -> Iterator[_Telling]:
    """Yield what a sentence tells: the event at its own time, else that somebody spoke then."""
    near = _near(said, part)
    spoken = [time for time in times if near and not any(span.contains(time.span) for span, _ in near)]
    time = best_time(reading, part, [t for t in times if t not in spoken]) or best_time(reading, part, spoken)
    if time is None:
        return
    statement = _statement_at(near, time.span)
    if tells(reading.text, part, statement):
        span = clause_of(reading.text, part, time.span, statement)
        outside = Span(span.start, time.span.start), Span(time.span.end, span.end)
        words = frozenset[str]().union(*(content_words(one.of(reading.text)) for one in outside))
        yield _Telling(
            reading=reading,
            time=time,
            span=span,
            statement=statement,
            words=words,
            numbers=_numbers(reading, span),
            said=time in spoken,
        )


def _numbers(reading: Reading, span: Span) -> frozenset[Hashable]:
    """Return the counts of people that a telling holds: two tellings of one day with one of them tell one event."""
    first = bisect_left(reading.figures, span.start, key=lambda figure: figure.span.start)
    near = reading.figures[first : first + NEAREST]
    held = [figure for figure in near if figure.unit == "person" and span.contains(figure.span)]
    return frozenset(
        (figure.measure, figure.low, figure.high) for figure in held if figure.measure is not Measure.OTHER
    )


def _dates(time: TimeMention) -> bool:
    """Tell whether an expression puts something in time: "now" and "three weeks" do not."""
    words = time.text.casefold().split()
    if " ".join(words) in assess_words().present_words:
        return False
    if time.known or time.edtf:
        return True
    of_a_kind = words[-1].rpartition("-")[2].startswith(LENGTHS)
    return not of_a_kind or (len(words) == PAIR and words[0] in assess_words().dating_words)


def _near(said: Sequence[tuple[Span, Statement]], part: Span) -> list[tuple[Span, Statement]]:
    """Return the statements that share words with a sentence, of those that begin shortly before its end."""
    last = bisect_right(said, part.end, key=lambda pair: pair[0].start)
    return [(span, statement) for span, statement in said[max(0, last - NEAREST) : last] if span.overlaps(part)]


def _statement_at(near: Sequence[tuple[Span, Statement]], time: Span) -> Statement | None:
    """Return the statement whose words hold the time, the shortest of them; else the first of the sentence."""
    holding = [(span.end - span.start, i, s) for i, (span, s) in enumerate(near) if span.contains(time)]
    if holding:
        return min(holding)[2]
    return near[0][1] if near else None


def _merged(tellings: Sequence[_Telling]) -> list[list[_Telling]]:
    """Return the tellings by event: the same time, and most of the words."""
    joins = Joins(range(len(tellings)))
    usual = Counter(word for telling in tellings for word in telling.words)
    common = {word for word, n in usual.items() if n > COMMON * max(len(tellings), FEWEST_TELLINGS)}
    same_time: dict[Hashable, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        group = same_time[_time_key(telling.time)]
        for j in group[-NEAREST:]:
            mine, theirs = telling.words, tellings[j].words
            same_number = bool(telling.numbers & tellings[j].numbers)
            if same_number or mine == theirs or overlap(mine - common, theirs - common) >= SAME_EVENT:
                joins.join(j, i)
        group.append(i)
    for one, other in (*_undated_copies(tellings), *_repeats(tellings)):
        joins.join(one, other)
    return [sorted((tellings[i] for i in group), key=_telling_rank) for group in joins.groups()]


def _telling_rank(telling: _Telling) -> tuple[bool, tuple[int, int], bool]:
    """Put the telling first that shows an event: of itself, closest to a day, in a sentence of sensible length."""
    return (telling.said, vagueness(telling.time), telling.span.end - telling.span.start > LONGEST)


def _repeats(tellings: Sequence[_Telling]) -> Iterator[tuple[int, int]]:
    """Yield what one page tells twice in the same words, in its lead and in a caption, if not of two days."""
    on_page: dict[str, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        group = on_page[telling.reading.page.name]
        for j in group[-NEAREST:]:
            mine, theirs = telling.words, tellings[j].words
            enough = min(len(mine), len(theirs)) >= FEWEST_WORDS
            if enough and overlap(mine, theirs) >= SAME_SENTENCE and not apart(telling.time, tellings[j].time):
                yield j, i
        group.append(i)


def _undated_copies(tellings: Sequence[_Telling]) -> Iterator[tuple[int, int]]:
    """Yield a sentence on a page of no date with the same sentence on a page whose date places it."""
    placed = {telling.words: i for i, telling in reversed(list(enumerate(tellings))) if telling.time.known}
    for i, telling in enumerate(tellings):
        if not telling.time.known and len(telling.words) >= FEWEST_WORDS and telling.words in placed:
            yield placed[telling.words], i


def _time_key(time: TimeMention) -> Hashable:
    return (time.earliest, time.latest) if time.known else time.edtf or time.text.casefold()


def _order(time: TimeMention, page: int) -> tuple[int, date | int, int, date | int]:
    """Sort by the first day; what only ends, by its end; then months of no known year; then what has no place.

    Of months without a year nobody can tell whether one page's December is before another's January: they stand page
    by page.
    """
    if time.earliest:
        return (0, time.earliest, 0 if time.latest else 1, time.latest or date.max)
    if time.latest:
        return (0, time.latest, 2, time.latest)
    month, day = _month_and_day(time)
    return (1, page, month, day) if month else (2, page, 0, 0)


def _month_and_day(time: TimeMention) -> tuple[int, int]:
    """Return month and day of a time without its year, 0 where it has none: "since early February" is of February."""
    yearless = YEARLESS.search(time.edtf or "")
    if yearless:
        return int(yearless[1]), int((yearless[2] or "0").replace("X", "0"))
    named = [word for word in WORD.findall(time.text.title()) if word in MONTHS]
    return (MONTHS.index(named[0]) + 1, 0) if named else (0, 0)


def _entry(group: Sequence[_Telling], of_page: Mapping[str, int], identities: Identities) -> TimelineEntry:
    first = group[0]
    time = first.time
    return TimelineEntry(
        when=When(edtf=time.edtf, earliest=time.earliest, latest=time.latest, basis=time.basis),
        words=" ".join(time.text.split()),
        what=" ".join(first.span.of(first.reading.text).split()),
        support=tuple(dict.fromkeys(telling.support for telling in group)),
        origins=len({_origin(telling, of_page, identities) for telling in group}),
        said=all(telling.said for telling in group),
    )


def _origin(telling: _Telling, of_page: Mapping[str, int], identities: Identities) -> Hashable:
    """Return what the telling rests on: its named speaker, else the page's origin."""
    chain = telling.statement.chain if telling.statement else ()
    if chain and chain[0].named and chain[0].role is not Role.PUBLISHER:
        return identities.canonical(chain[0].party)
    return of_page[telling.reading.page.name]
