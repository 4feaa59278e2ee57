"""What happened when, in the pages' own words, on the calendar as far as the pages put it there."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.assess.joins import Joins
from reportedly.assess.words import WORD, assess_words, content_words, overlap, sentences_in
from reportedly.link.identities import Identities
from reportedly.records import Reading, Role, Stance, Statement, Support, TimelineEntry, TimeMention, When
from reportedly.spans import Span

# EDTF of a day or month whose year is not known: "XXXX-03", "XXXX-03-10".
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
# A part of a sentence that could stand alone ends here.
PART_END = re.compile(r";\s|\s[\u2013\u2014]\s")
# Of the smaller telling's words, the part that two tellings of one event share.
SAME_EVENT = 0.5
# Tellings of one day are held against this many before them.
NEAREST = 40
# "Since early February" says more of when something happened than "a quarter of a year" does.
OPEN_DAYS = 31
# Words that stand in more than this part of all tellings are what the story is about and tell no event from another.
COMMON, FEWEST_TELLINGS = 0.25, 8
# With fewer words a sentence tells of no event.
FEWEST_WORDS = 4
# An expression that ends so, and has no place in the calendar, is how long something took: "three weeks".
LENGTHS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
QUOTES = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """A sentence of one page that says when something happened."""

    reading: Reading
    time: TimeMention
    span: Span
    statement: Statement | None
    words: frozenset[str]

    @property
    def support(self) -> Support:
        """The statement that tells it, else the words themselves."""
        if self.statement:
            return Support(page=self.reading.page.name, statement=self.statement.id)
        return Support(page=self.reading.page.name, span=self.span)


def find_timeline(
    readings: Sequence[Reading], of_page: Mapping[str, int], identities: Identities
) -> tuple[TimelineEntry, ...]:
    """Return what the pages put in time, in order; what they put in no year after that, by month, and the rest last.

    "The contingent was withdrawn in mid-January" on an undated page is an entry "mid-January" with no year. Tellings of
    one day that share most of their words are one entry. What is so "now" is no event.
    """
    tellings = [telling for reading in readings for telling in _tellings(reading)]
    groups = _merged(tellings)
    groups.sort(key=lambda group: _order(group[0].time))
    return tuple(_entry(group, of_page, identities) for group in groups)


def _tellings(reading: Reading) -> Iterator[_Telling]:
    parts = [part for span in reading.page.paragraphs for part in _parts(reading, span)]
    starts = [part.start for part in parts]
    best: dict[Span, TimeMention] = {}
    for time in reading.times:
        at = bisect_right(starts, time.span.start) - 1
        if at >= 0 and parts[at].contains(time.span) and _dates(time):
            best[parts[at]] = min(best.get(parts[at], time), time, key=_vagueness)
    said = sorted(((span, s) for s in reading.statements for span in s.content), key=lambda pair: pair[0])
    for part, time in best.items():
        statement = _statement_at(said, time.span, part)
        if _tells(reading.text, part, statement):
            words = content_words(reading.text[part.start : time.span.start]) | content_words(
                reading.text[time.span.end : part.end]
            )
            yield _Telling(reading=reading, time=time, span=part, statement=statement, words=words)


def _parts(reading: Reading, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences of a paragraph, cut where a part could stand alone, without quotation marks around them.

    A dateline is no part of the sentence behind it: its day is when the report was filed.
    """
    text, dateline = reading.text, reading.page.dateline
    if dateline and paragraph.contains(dateline.span):
        paragraph = Span(dateline.span.end, paragraph.end).stripped(text)
    for sentence in sentences_in(text, paragraph):
        start = sentence.start
        for end in (*PART_END.finditer(text, sentence.start, sentence.end), None):
            stop = end.start() if end else sentence.end
            words = text[start:stop]
            inner = words.strip(QUOTES)
            if inner:
                at = start + words.index(inner)
                yield Span(at, at + len(inner))
            start = end.end() if end else stop


def _dates(time: TimeMention) -> bool:
    """Tell whether an expression puts something in time: "now" and "three weeks" do not."""
    words = time.text.casefold().split()
    if " ".join(words) in assess_words().present_words:
        return False
    return time.known or bool(time.edtf) or not words[-1].startswith(LENGTHS)


def _vagueness(time: TimeMention) -> tuple[int, int]:
    """Return how little an expression says of when: a day is best, then longer stretches, then one end, then none."""
    if time.earliest and time.latest:
        return (0, (time.latest - time.earliest).days)
    if time.known:
        return (0, OPEN_DAYS)
    return (1, 0) if time.edtf else (2, 0)


def _statement_at(said: Sequence[tuple[Span, Statement]], time: Span, part: Span) -> Statement | None:
    """Return the statement whose words hold the time, the shortest of them; else one in the same sentence."""
    last = bisect_right(said, part.end, key=lambda pair: pair[0].start)
    near = said[max(0, last - NEAREST) : last]
    holding = [(span.end - span.start, i, s) for i, (span, s) in enumerate(near) if span.contains(time)]
    if holding:
        return min(holding)[2]
    return next((s for span, s in near if span.overlaps(part)), None)


def _tells(text: str, part: Span, statement: Statement | None) -> bool:
    """Tell whether a sentence says that something happened, or, where a speaker expects it, says that he does."""
    words = [word.casefold() for word in WORD.findall(part.of(text))]
    lists = assess_words()
    if len(words) < FEWEST_WORDS or text[part.end - 1] == "?":
        return False
    if statement and statement.stance in {Stance.ASKS, Stance.NO_COMMENT}:
        return False
    if statement and statement.stance in {Stance.EXPECTS, Stance.PLANS} and lists.expecting.isdisjoint(words):
        return False
    return any(word in lists.verbs or (word.endswith("ed") and len(word) > len("ended")) for word in words)


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
            if mine == theirs or overlap(mine - common, theirs - common) >= SAME_EVENT:
                joins.join(j, i)
        group.append(i)
    for one, other in _undated_copies(tellings):
        joins.join(one, other)
    return [sorted((tellings[i] for i in group), key=lambda t: _vagueness(t.time)) for group in joins.groups()]


def _undated_copies(tellings: Sequence[_Telling]) -> Iterator[tuple[int, int]]:
    """Yield a sentence on a page of no date with the same sentence on a page whose date places it."""
    placed = {telling.words: i for i, telling in reversed(list(enumerate(tellings))) if telling.time.known}
    for i, telling in enumerate(tellings):
        if not telling.time.known and len(telling.words) >= FEWEST_WORDS and telling.words in placed:
            yield placed[telling.words], i


def _time_key(time: TimeMention) -> Hashable:
    return (time.earliest, time.latest) if time.known else time.edtf or time.text.casefold()


def _order(time: TimeMention) -> tuple[int, date | int, int, date | int]:
    """Sort by the first day; what only ends, by its end; then months of no known year; then what has no place."""
    if time.earliest:
        return (0, time.earliest, 0 if time.latest else 1, time.latest or date.max)
    if time.latest:
        return (0, time.latest, 2, time.latest)
    yearless = YEARLESS.match(time.edtf or "")
    return (1, int(yearless[1]), int(yearless[2] or 0), 0) if yearless else (2, 0, 0, 0)


def _entry(group: Sequence[_Telling], of_page: Mapping[str, int], identities: Identities) -> TimelineEntry:
    first = group[0]
    time = first.time
    return TimelineEntry(
        when=When(edtf=time.edtf, earliest=time.earliest, latest=time.latest, basis=time.basis),
        words=" ".join(time.text.split()),
        what=" ".join(first.span.of(first.reading.text).split()),
        support=tuple(dict.fromkeys(telling.support for telling in group)),
        origins=len({_origin(telling, of_page, identities) for telling in group}),
    )


def _origin(telling: _Telling, of_page: Mapping[str, int], identities: Identities) -> Hashable:
    """Return what the telling rests on: its named speaker, else the page's origin."""
    chain = telling.statement.chain if telling.statement else ()
    if chain and chain[0].named and chain[0].role is not Role.PUBLISHER:
        return identities.canonical(chain[0].party)
    return of_page[telling.reading.page.name]
