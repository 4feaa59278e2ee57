"""The expressions of time of a page, read together: each against the page's date, its verb and the dates before it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.read.times import places
from reportedly.read.times.calculus import place
from reportedly.read.times.grammar import read_mentions
from reportedly.read.times.hemisphere import first_country, is_southern
from reportedly.read.times.host import Host, Tense
from reportedly.read.times.places import NOWHERE, Place
from reportedly.read.times.tense import Verbs
from reportedly.read.times.timex import read_timex
from reportedly.read.times.tokens import Words, open_lexicon, read_words
from reportedly.read.times.values import (
    CalendarDate,
    Duration,
    Ending,
    Limit,
    Limited,
    Moment,
    QuarterAgain,
    Unit,
    Value,
    Weekday,
    YearAgo,
)
from reportedly.records import Basis, Published, Sentence, TimeMention
from reportedly.spans import Span, hull

# How many characters on a date of the text is still counted from: some three paragraphs.
_REACH = 1_000
# What may stand between a week and its days: "twice last week, on Tuesday and Thursday".
_LINKS = frozenset({",", "and", "both", "on", "or"})
_MOST_LINKS = 3
_SHORT = 3  # words: "the nine months"


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time before it is placed: where it stands, what it means, and where its verb looks.

    `linked`: nothing but "and", "on" or a comma stands between it and the one before. `of_months`: its paragraph has
    spoken of six or nine months since it spoke of a quarter, so that "a year earlier" is no quarter of that year.
    `south`: its seasons are those of the southern half.
    """

    span: Span
    value: Value
    tense: Tense | None
    linked: bool = False
    of_months: bool = False
    south: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A place that the text gave, and where."""

    place: Place = NOWHERE
    at: int = 0

    def near(self, at: int) -> Place:
        """Return the place, if what stands there is still read with it in mind."""
        return self.place if at - self.at <= _REACH else NOWHERE


def find_times(text: str, sentences: Sequence[Sentence], published: Published) -> tuple[TimeMention, ...]:
    """Return the expressions of time of the sentences, in the order of the text.

    "Shelling resumed on Friday" on a page of Sunday 2 February 2025 gives Friday, 2025-01-31, relative; on a page
    with no date the same mention with no edtf and no days. On a page that came out on one of several days, what is the
    same for all of them, else all the days that it can mean.
    """
    found = tuple(_expressions(text, sentences))
    first = _placed(found, published.earliest if published.latest else None)
    last = first
    if published.earliest != published.latest:
        last = _placed(found, published.latest if published.earliest else None)
    return tuple(_mention(text, e, places.hull(a, b), sure=a == b) for e, a, b in zip(found, first, last, strict=True))


def place_words(text: str, span: Span) -> tuple[TimeMention, ...]:
    """Return the expressions of time of a stretch of text, placed by their own words alone.

    "Posted 14 March 2025 at 10:05" gives "14 March 2025", 2025-03-14; "Posted on Friday" a mention with no days.
    """
    words = read_words(text, span)
    found = [
        Expression(words.span(first, _day_end(words, first, end)), value, None)
        for first, end, value in read_mentions(words)
    ]
    return tuple(_mention(text, e, here) for e, here in zip(found, _placed(found, None), strict=True))


def _day_end(words: Words, first: int, end: int) -> int:
    """Return the place after the day of "14 March 2025 at 10:05"."""
    return words.lower.index("at", first + 1, end) if "at" in words.lower[first + 1 : end] else end


def _expressions(text: str, sentences: Sequence[Sentence]) -> Iterator[Expression]:
    verbs, seasons = Verbs(sentences), open_lexicon().seasons.keys()
    lead: str | None = None
    for stretch in _paragraphs(sentences):
        words = read_words(text, stretch)
        lead = lead or first_country(words)
        last: Value | None = None
        before, tense, of_months = -_MOST_LINKS - 1, None, False
        for first, end, read in read_mentions(words):
            span = words.span(first, end)
            linked = _is_linked(words, before, first)
            turns = isinstance(read, Limited) and read.limit is Limit.UNTIL and verbs.reaches(span)
            value = read.value if turns and isinstance(read, Limited) else read
            tense = verbs.tense_at(span) or (tense if linked else None)
            if isinstance(last, Ending) and first - before == 1:
                tense = Tense.PAST  # "in the year to March"
            if tense is None and _is_of_mishap(words, end):
                tense = Tense.PAST
            seasonal = not seasons.isdisjoint(words.lower[first:end])
            south = seasonal and is_southern(words, first, lead)
            of_months = _is_of_months(words, first, end) or (of_months and "quarter" not in words.lower[first:end])
            yield Expression(span, value, tense, linked, of_months, south)
            before, last = end, value


def _is_linked(words: Words, before: int, first: int) -> bool:
    return first - before <= _MOST_LINKS and all(words.at(i) in _LINKS for i in range(before, first))


def _is_of_mishap(words: Words, end: int) -> bool:
    """Tell the date of "the October flood" or "the July 23 mill fire": nobody plans what it names."""
    return not open_lexicon().mishaps.isdisjoint(words.lower[end : end + 2]) and words.at(end) not in _LINKS


def _is_of_months(words: Words, first: int, end: int) -> bool:
    """Tell the six and nine months of "for the nine months, it lost $2m, compared with $1m a year earlier"."""
    return words.at(end - 1) == "months" and words.at(end - 2) in ("six", "nine", "6", "9") and end - first <= _SHORT


def _paragraphs(sentences: Iterable[Sentence]) -> Iterator[Span]:
    """Yield the stretches of text that the sentences cover: a parser's break after "Sept." must not part a date."""
    covered: list[Sentence] = []
    for sentence in sentences:
        if covered and covered[-1].paragraph != sentence.paragraph:
            yield hull([covered[0].span, covered[-1].span])
            covered = []
        covered.append(sentence)
    if covered:
        yield hull([covered[0].span, covered[-1].span])


def _placed(expressions: Sequence[Expression], page: date | None) -> list[Place]:
    """Place the expressions one after another: each may rest on the ones before it."""
    found: list[Place] = []
    told, quarter, week = _Told(), _Told(), NOWHERE
    named: dict[tuple[int, int | None], int] = {}
    before: Value | None = None
    for expression in expressions:
        at, value = expression.span.start, expression.value
        near, last = told.near(at), quarter.near(at)
        host = Host(page=page, tense=expression.tense, before=near, quarter=last, south=expression.south)
        here = place(value, replace(host, week=week if expression.linked else NOWHERE))
        if expression.linked and found and _goes_on(before, value):
            here = _in_year_of(found[-1], value, host)
        if expression.of_months and isinstance(value, YearAgo | QuarterAgain) and last.first is not None:
            here = _year_compared(value, last.first.year)
        if not here.closed:
            here = _named_before(value, named, host) or here
        _keep_name(value, here, named)
        found.append(here)
        if not isinstance(value, Weekday) or not expression.linked:
            week = here if here.unit is Unit.WEEK else NOWHERE
        if _moves_on(value):
            told = _Told(here if here.closed else NOWHERE, at)
        if here.unit is Unit.QUARTER and _begun(here, page):
            quarter = _Told(here if _moves_on(value) else quarter.place, at)
        before = value
    return found


def _goes_on(before: Value | None, value: Value) -> bool:
    """Tell the 13 of "on 12 and 13 February", which is of the same year as the 12."""
    match before, value:
        case CalendarDate(None, int() as month, int() as first), CalendarDate(None, same, int() as last):
            return month == same and first < last
    return False


def _in_year_of(before: Place, value: Value, host: Host) -> Place:
    if before.first is None or not isinstance(value, CalendarDate):
        return place(value, host) if host.page is None else before  # neither of them has a known year
    return place(replace(value, year=before.first.year), host).resting_on(before.basis)


def _year_compared(value: YearAgo | QuarterAgain, year: int) -> Place:
    """Return the year whose months are compared with those of the year that the page speaks of."""
    return places.year(value.year if isinstance(value, QuarterAgain) else year - 1).resting_on(Basis.INFERRED)


def _keep_name(value: Value, here: Place, named: dict[tuple[int, int | None], int]) -> None:
    """Keep the year of a day or month: "the Oct. 23 flood" further down is the same."""
    if isinstance(value, CalendarDate) and value.month and here.first is not None and "?" not in (here.edtf or ""):
        for day in {value.day, None}:
            named[value.month, day] = here.first.year


def _named_before(value: Value, named: Mapping[tuple[int, int | None], int], host: Host) -> Place | None:
    """Return the place of a date whose year the page has given before, where the verb leaves two years."""
    match value:
        case CalendarDate(None, int() as month, day) if (month, day) in named:
            return place(replace(value, year=named[month, day]), host).resting_on(Basis.INFERRED)
    return None


def _moves_on(value: Value) -> bool:
    """Tell whether a story goes on from a time: not from the present, nor from what is only compared with."""
    return not isinstance(value, Duration | YearAgo) and value not in (Moment.PRESENT, Moment.TO_PRESENT)


def _begun(here: Place, page: date | None) -> bool:
    return here.first is not None and (page is None or here.first <= page)


def _mention(text: str, expression: Expression, here: Place, *, sure: bool = True) -> TimeMention:
    span = expression.span
    kind, value = read_timex(read_words(text, span), expression.value, here if sure else NOWHERE)
    return TimeMention(
        edtf=here.edtf,
        earliest=here.first,
        latest=here.last,
        basis=here.basis,
        span=span,
        text=span.of(text),
        kind=kind,
        value=value,
    )
