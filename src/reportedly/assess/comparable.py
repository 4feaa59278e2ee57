"""Whether two figures can count the same thing at all; where they cannot, nothing is said of the two."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from reportedly.assess.populations import (
    Population,
    countries_in,
    place_words,
    population_of,
    same_place,
    same_population,
)
from reportedly.assess.sightings import Sighting, apart, before
from reportedly.assess.words import WORD, assess_words, content_words
from reportedly.link.holding import when_of
from reportedly.records import Figure, Measure, Number, Status, TimeMention, When
from reportedly.spans import Span

# Counts of people to whom something happened only grow, whoever counts them.
TOLLS = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES})
# One population can be counted once only for these: two such numbers far apart are two counts of one thing. For all
# other measures (two deployments, two budgets) they are two things.
ONE_OF_A_KIND = TOLLS | {Measure.MISSING, Measure.DISPLACED, Measure.HOSPITALISED, Measure.PRESENT}
FAR = Decimal(2)
# People who come in one lot after another, so that "a second contingent" is no rival count of the first.
MOVED = frozenset({Measure.SENT, Measure.EVACUATED, Measure.CAPTURED, Measure.ARRESTED})
# Characters before a number in which "second" or "new" says which lot is counted.
LEADING = 60
# Characters behind a number in which "critically" says who of the injured is counted.
NEARBY = 40
LONGEST_TITLE = 300
# "About 11,000" covers what rounding to it covers.
ROUNDING = Decimal("0.1")
# "11,000 sent in 2024", told in January 2025 of the week before, is one number; another number would be another time.
NO_TIME, A_MONTH = timedelta(0), timedelta(days=31)
# A count that says no time is of the news; a count of a year or more before that is of something else.
A_YEAR = timedelta(days=365)
# A count over such a stretch ("this year", "since 2014") is no count of one event; 1 January to early November is one.
LONG = timedelta(days=300)
YEARS = re.compile(r"\b(?:years?|decades?|century)\b", re.IGNORECASE)
# Places that have no name: at the head of a sentence, and behind a number.
PLACE_BEFORE = re.compile(r"(?:Across|In|Inside|Throughout)\s+([^,]{3,60}),")
PLACE_BEHIND = re.compile(r"\bin\s+((?:areas?|districts?|parts|regions?|territor(?:y|ies)|zones?)\b[^,.;]{0,40})")
# Words from a time to the event that it dates, and on to the number; and what opens the clause with the number.
FARTHEST_EVENT, MOST_WORDS = 5, 15
# ", when 86 people", up to the number.
WHEN_CLAUSE = re.compile(r",?\s+when\s+(?:[^\W\d]+\s+){0,6}$")
# A number that another is held against: "up from 47".
COMPARED = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against)\s+(?:an?\s+earlier\s+)?$", re.IGNORECASE
)
RELATIVE = frozenset({"that", "when", "where", "which"})
ONE_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a figure counts: two figures with comparable subjects may stand in one series."""

    page: str
    measure: Measure
    unit: str | None
    planned: bool
    step: bool
    part: bool
    population: Population
    place: frozenset[str]
    around: str
    valid: When | None
    period: str
    current: When
    low: Number | None
    high: Number | None
    approximate: bool
    scope: tuple[str, str] | None = None

    @property
    def kind(self) -> tuple[object, ...]:
        """What has to be equal, whatever the words: a plan is not what happened, a part is not the whole."""
        return (self.measure, self.unit, self.planned, self.part)

    @property
    def dated(self) -> bool:
        """Tell whether the page says when the counted thing was."""
        return self.valid is not None and self.valid.known

    @property
    def number(self) -> tuple[Number | None, Number | None]:
        """The two ends."""
        return (self.low, self.high)


def subject_of(sighting: Sighting) -> Subject:
    """Return what a figure counts."""
    figure = sighting.figure
    return Subject(
        page=sighting.page,
        measure=figure.measure,
        unit=figure.unit,
        planned=figure.status is Status.PLANNED,
        step=figure.change is not None or _on_top(sighting),
        part=_of_a_whole(sighting),
        population=population_of(figure),
        place=place_words(figure.place) or _scope(sighting),
        around=_around(sighting),
        valid=_when(sighting),
        period=_period(sighting),
        current=sighting.current,
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        scope=(figure.scope.kind.value, figure.scope.who.casefold()) if figure.scope else None,
    )


def comparable(a: Subject, b: Subject) -> bool:
    """Tell whether two figures can count the same: measure, population, place, validity, and what is known of each.

    11,000 soldiers sent last year and 1,000 sent this year are two deployments; 300 killed and 1,000 killed of one army
    are two counts.
    """
    same_number = a.number == b.number
    slack = A_MONTH if same_number else NO_TIME
    if a.kind != b.kind or apart(a.valid, b.valid, slack=slack) or not same_place(a.place, b.place):
        return False
    if _of_another_age(a, b) or _of_another_age(b, a) or _of_two_periods(a, b) or _of_two_places(a, b):
        return False
    if _of_two_countries(a, b) or _of_two_countries(b, a) or _of_two_parts(a, b):
        return False
    if same_population(a.population, b.population):
        return a.measure in ONE_OF_A_KIND or near(a, b)
    nobody = a.population.anyone or b.population.anyone
    one_lot = a.step and b.step and a.measure in MOVED and near(a, b)
    return nobody and (same_number or one_lot) and a.measure is not Measure.OTHER


def _of_two_periods(a: Subject, b: Subject) -> bool:
    """Tell whether one counts over years of its own, as "2,100 have died this year" does beside a shooting's four."""
    return a.period != b.period and a.number != b.number and a.measure in ONE_OF_A_KIND


def _of_two_places(a: Subject, b: Subject) -> bool:
    """Tell whether one page gives a number for a place of its own beside one that is for none, or for another."""
    return a.page == b.page and a.place != b.place and a.number != b.number and a.measure in ONE_OF_A_KIND


def _of_two_parts(a: Subject, b: Subject) -> bool:
    """Tell "14 of the dead were found in Harrow" from "three of the dead were miners", which share nothing."""
    if not (a.part and b.part) or a.measure is not Measure.KILLED or a.number == b.number:
        return False
    return not (a.place and a.place == b.place) and (a.population.anyone or b.population.anyone)


def _of_two_countries(placed: Subject, other: Subject) -> bool:
    """Tell whether a count of no stated place may be of another country than one that is: "at least 900 in Veldria".

    It is taken for Veldria's only where its headline, dateline, sentence and speaker name that country and no other.
    Who "Veldrian soldiers" are is known without a place, and one number told twice is one.
    """
    if other.place or placed.measure not in ONE_OF_A_KIND or placed.number == other.number or other.population.names:
        return False
    countries = {word for word in placed.place if word.startswith("@")}
    return bool(countries) and countries_in(other.around) != countries


def _of_another_age(old: Subject, new: Subject) -> bool:
    """Tell whether the one counts what was over a year before its own page, or before the other, which has no time."""
    if old.valid is None or new.dated:
        return False
    return before(old.valid, old.current, slack=A_YEAR) or before(old.valid, new.current, slack=A_YEAR)


def near(a: Subject | Figure, b: Subject | Figure) -> bool:
    """Tell whether the numbers that two figures name lie less than a factor of two apart, or overlap.

    "More than 1,000" names 1,000 and no more: it is near 1,500 and far from 11,000.
    """
    (_, below), (above, _) = sorted((_named(a), _named(b)))
    return above <= below * FAR


def _named(figure: Subject | Figure) -> tuple[Decimal, Decimal]:
    known = [Decimal(end) for end in (figure.low, figure.high) if end is not None]
    return min(known, default=Decimal(0)), max(known, default=Decimal(0))


def ends(figure: Subject | Figure) -> tuple[Decimal, Decimal]:
    """Return how low and how high a figure can lie; an open end goes on for ever, "about" covers its rounding."""
    low = Decimal(figure.low) if figure.low is not None else Decimal(0)
    high = Decimal(figure.high) if figure.high is not None else Decimal("Infinity")
    if figure.approximate and figure.low == figure.high:
        return low * (1 - ROUNDING), high * (1 + ROUNDING)
    return low, high


def _scope(sighting: Sighting) -> frozenset[str]:
    """Return the words of a place without a name: "in the rebel-held north, 790 died", "812 died in areas it holds"."""
    text, sentence, span = sighting.reading.text, sighting.sentence, sighting.figure.span
    behind = PLACE_BEHIND.search(text, span.end, min(sentence.end, span.end + LEADING))
    if behind:
        return content_words(behind[1])
    opening = PLACE_BEFORE.match(text, sentence.start, span.start)
    if opening is None or any(time.span.overlaps(Span(*opening.span(1))) for time in sighting.times):
        return frozenset()
    words = opening[1].casefold().split()
    return content_words(opening[1]) if assess_words().no_places.isdisjoint(words) else frozenset()


def _around(sighting: Sighting) -> str:
    """Return the words that may say which country a count is of: headline, dateline, speaker and sentence."""
    page, speaker = sighting.reading.page, sighting.speaker
    title = page.title.text[:LONGEST_TITLE] if page.title else ""
    dateline = page.dateline.place if page.dateline else ""
    who = f"{speaker.party} {speaker.description or ''}" if speaker else ""
    return " \n".join((title, dateline, who, sighting.sentence.of(sighting.reading.text)))


def _period(sighting: Sighting) -> str:
    """Return the years that a count was made over, in the page's words, "" for a count of one event."""
    valid, span = sighting.figure.dated, sighting.figure.valid_span
    if valid is None and span is None:
        return ""
    named = [time for time in sighting.times if time.span == span or (span is None and _same_days(time, valid))]
    nearest = min(named, key=lambda t: abs(t.span.start - sighting.figure.span.start), default=None)
    return nearest.text.casefold() if nearest and _long(nearest) else ""


def _same_days(a: When, b: When | None) -> bool:
    return b is not None and (a.edtf, a.earliest, a.latest) == (b.edtf, b.earliest, b.latest)


def _when(sighting: Sighting) -> When | None:
    """Return when the counted thing was: "the November 2009 Sarn fire that killed 13" tells of a fire of 2009.

    So does "the worst since 2009, when 13 people died". What only a tense says, that it was before it was told, parts
    no two counts.
    """
    figure = sighting.figure
    if figure.dated is not None or figure.valid_span is not None or figure.measure not in TOLLS:
        return figure.dated
    for time in sighting.times:
        between = sighting.reading.text[time.span.end : max(time.span.end, figure.span.start)]
        opens_clause = bool(WHEN_CLAUSE.match(between))
        when = _first_year(time) if opens_clause else when_of(time)
        if before(when, sighting.current, slack=A_YEAR) and (opens_clause or _leads_from_an_event(between)):
            return when
    return None


def _first_year(time: TimeMention) -> When:
    """Return the time, of an open one its first year: "the worst since 1994, when 86 died" tells of 1994."""
    if time.earliest is None or time.latest is not None:
        return when_of(time)
    year = time.earliest.year
    return When(edtf=str(year), earliest=time.earliest, latest=date(year, 12, 31), basis=time.basis)


def _leads_from_an_event(between: str) -> bool:
    """Tell ", Sarn fire that killed" from ", when Roe came here, fires killed"."""
    words = [word.casefold() for word in WORD.findall(between)][:MOST_WORDS]
    at = next((i for i, word in enumerate(words) if word in assess_words().event_words), None)
    opening = between.lstrip(" ,")[:1]
    return at is not None and at <= FARTHEST_EVENT and opening.isalpha() and bool(RELATIVE & set(words[at + 1 :]))


def _long(time: TimeMention) -> bool:
    if time.earliest and time.latest:
        return time.latest - time.earliest >= LONG
    ends_ = (time.edtf or "").split("/")
    return bool(YEARS.search(time.text)) or any(ONE_YEAR.fullmatch(end) for end in ends_)


def _on_top(sighting: Sighting) -> bool:
    """Tell whether a figure counts on top of an earlier one: "300 more soldiers", "a second contingent of 3,000".

    "12 were killed and 30 more injured" are two counts of one event: its 30 come on top of nothing.
    """
    figure = sighting.figure
    if figure.measure in TOLLS:
        return figure.additional and not any(
            other.measure in TOLLS and other.measure is not figure.measure for other in sighting.beside
        )
    earlier = (other.span.end for other in sighting.beside if other.span.end <= figure.span.start)
    start = max(sighting.sentence.start, figure.span.start - LEADING, *earlier)
    words = {
        word.casefold() for word in WORD.findall(f"{sighting.reading.text[start : figure.span.end]} {figure.who or ''}")
    }
    return figure.additional or (figure.measure in MOVED and not words.isdisjoint(assess_words().more_words))


def _of_a_whole(sighting: Sighting) -> bool:
    """Tell whether a figure is a part of those counted: "of the dead, 14 were boys", "two of the wounded died"."""
    text, span = sighting.reading.text, sighting.figure.span
    leading = text[sighting.sentence.start : span.start].casefold()
    if COMPARED.search(leading):
        return False
    if any(words in leading for words in assess_words().part_words) or _of_the_worst(sighting):
        return True
    trailing = text[span.end : span.end + NEARBY].casefold().lstrip()
    if trailing.startswith((*assess_words().part_words, "of them", "of those")):
        return True
    wholes = [
        other.span
        for other in sighting.beside
        if other.measure is sighting.figure.measure and other.span.end <= sighting.figure.span.start
    ]
    between = text[max(wholes[0].end, sighting.sentence.start) : span.start].casefold() if wholes else ""
    return any(words in between for words in assess_words().part_links)


def _of_the_worst(sighting: Sighting) -> bool:
    """Tell whether a figure counts only the badly hurt: "two of them critically", "none seriously injured"."""
    if sighting.figure.measure is not Measure.INJURED:
        return False
    end = min(sighting.sentence.end, sighting.figure.span.end + NEARBY)
    trailing = WORD.findall(sighting.reading.text[sighting.figure.span.start : end].casefold())
    return not assess_words().grave_words.isdisjoint(trailing)
