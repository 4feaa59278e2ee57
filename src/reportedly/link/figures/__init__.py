"""Quantities with what they count, of whom, where, when, and who gives them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol, TypeVar

from reportedly.link.figures.bindings import read_measure
from reportedly.link.figures.carrying import carry
from reportedly.link.figures.circumstances import read_place
from reportedly.link.figures.ellipsis import COUNTS_PEOPLE
from reportedly.link.figures.individuals import find_people
from reportedly.link.figures.mentions import Mention, find_mentions
from reportedly.link.figures.nouns import Counted, is_people, read_counted
from reportedly.link.figures.people import name_people
from reportedly.link.figures.scopes import read_scopes
from reportedly.link.figures.sources import innermost, is_own_version, name_repeats, read_party
from reportedly.link.figures.statuses import is_claimed, is_of_an_earlier_version, read_status
from reportedly.link.figures.validity import Told, read_validity
from reportedly.link.holding import day_of_page
from reportedly.read.quantities.singles import ARTICLES
from reportedly.records import (
    Figure,
    Masthead,
    Measure,
    Name,
    Published,
    Quantity,
    Sentence,
    Statement,
    Status,
    Tense,
    TimeMention,
    When,
)
from reportedly.spans import Span


def link_figures(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    statements: Sequence[Statement],
    names: Sequence[Name],
    times: Sequence[TimeMention],
    masthead: Masthead,
    published: Published,
) -> tuple[Figure, ...]:
    """Return the figures of the page, in order, as "f1", "f2".

    "At least 300 were killed in Harrow, the ministry said" gives 300 to an open end, people killed, in Harrow, by
    the ministry. What the sentence does not bind stays None, and the measure OTHER.
    """
    said = innermost(statements, [quantity.span for quantity in quantities])
    at = _Sentences(sentences)
    places, dates = at.sort(names), at.sort(times)
    found: dict[int, Figure] = {}
    where: dict[int, Counted] = {}
    for index, quantity in enumerate(quantities):
        home = at.find(quantity.span)
        counted = read_counted(text, sentences[home], quantity) if home is not None else None
        if home is None or counted is None:
            continue
        near = _Near(said[index], places.get(home, ()), dates.get(home, ()), day_of_page(published))
        figure = _figure(text, counted, quantity, near, masthead)
        if figure.measure is Measure.OTHER and _needs_measure(quantity):
            continue
        found[index], where[index] = replace(figure, id=f"f{len(found) + 1}"), counted
    corrected = {where[index].sentence.paragraph for index in found if is_own_version(said[index])}
    own = {figure.id for index, figure in found.items() if where[index].sentence.paragraph in corrected}
    counts = read_scopes(text, dict(zip(found, carry(found, where, quantities), strict=True)), where)
    page = _Page(text, sentences, statements, names, times, masthead, published)
    return name_repeats(_with_people(page, counts, where), own=own)


class _Near(NamedTuple):
    """What stands around a number: the statement that holds it, the names and times of its sentence, the page's day."""

    statement: Statement | None
    names: Sequence[Name]
    times: Sequence[TimeMention]
    on_page: When | None


class _Page(NamedTuple):
    """What a page has beside its numbers."""

    text: str
    sentences: Sequence[Sentence]
    statements: Sequence[Statement]
    names: Sequence[Name]
    times: Sequence[TimeMention]
    masthead: Masthead
    published: Published


def _with_people(page: _Page, counts: Mapping[int, Figure], where: Mapping[int, Counted]) -> tuple[Figure, ...]:
    """Return the counts with those people, in order, who are told of without a number: "Roe was pronounced dead"."""
    at = _Sentences(page.sentences)
    names, dates = at.sort(page.names), at.sort(page.times)
    mentions = [
        mention
        for home, sentence in enumerate(page.sentences)
        for mention in find_mentions(home, sentence, names.get(home, ()))
    ]
    figures, told, number = dict(counts), list[Figure](), 0
    for people, ones in find_people(mentions, counts, where):
        for person in people:
            if person.mention is not None and person.figure is None:
                home = person.mention.home
                near = _Near(None, names.get(home, ()), dates.get(home, ()), day_of_page(page.published))
                figure = _of_person(page, person.mention, near)
                told += [replace(figure, person=f"p{number + people.index(person) + 1}")] if figure else []
        for index, n in ones.items():
            figures[index] = replace(figures[index], person=f"p{number + n + 1}")
        number += len(people)
    return _numbered([*figures.values(), *told])


def _of_person(page: _Page, mention: Mention, near: _Near) -> Figure | None:
    """Return the count of one that a person makes; None where he only may have been killed or hurt."""
    span = mention.sentence.span_of(mention.first, mention.last)
    counted = Counted(mention.sentence, mention.first, mention.last)
    one = Quantity(span=span, text=span.of(page.text), low=1, high=1, unit="person")
    near = near._replace(statement=innermost(page.statements, [span])[0])
    figure = _figure(page.text, counted, one, near, page.masthead, shown_by=(mention.measure, mention.shown))
    expected = mention.measure is Measure.INJURED and figure.status is Status.POSSIBLE  # "is expected to survive"
    if not expected:
        return figure if figure.status is Status.ACTUAL else None
    behind = replace(figure, valid=None, tense=None) if figure.tense is Tense.FUTURE else figure
    return replace(behind, status=Status.ACTUAL)


def _numbered(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures in the order of the page, as "f1", "f2"."""
    ordered = sorted(figures, key=lambda figure: figure.span)
    ids = {figure.id: f"f{n}" for n, figure in enumerate(ordered, start=1) if figure.id}
    return tuple(
        replace(figure, id=f"f{n}", converts=ids.get(figure.converts or ""))
        for n, figure in enumerate(ordered, start=1)
    )


class _HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


Spanned = TypeVar("Spanned", bound=_HasSpan)


class _Sentences:
    """The sentences of a page, by where they stand."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.spans = [sentence.span for sentence in sentences]
        self.order = sorted(range(len(sentences)), key=lambda i: self.spans[i].start)
        self.starts = [self.spans[i].start for i in self.order]

    def find(self, span: Span) -> int | None:
        """Return the index of the sentence that a span starts in."""
        at = bisect_right(self.starts, span.start) - 1
        return self.order[at] if at >= 0 and self.spans[self.order[at]].overlaps(span) else None

    def sort(self, records: Sequence[Spanned]) -> dict[int, list[Spanned]]:
        """Return the records by the sentence that they start in."""
        found: dict[int, list[Spanned]] = {}
        for record in records:
            home = self.find(record.span)
            if home is not None:
                found.setdefault(home, []).append(record)
        return found


def _figure(
    text: str,
    counted: Counted,
    quantity: Quantity,
    near: _Near,
    masthead: Masthead,
    *,
    shown_by: tuple[Measure, int] | None = None,
) -> Figure:
    measure, shown = read_measure(counted, quantity) if shown_by is None else shown_by
    claimed = is_claimed(text, counted, shown, near.statement)
    statement = near.statement if claimed else None
    status = read_status(counted, measure, shown, near.statement, claimed=claimed)
    told = Told(measure=measure, status=status, statement=near.statement, claimed=claimed, on_page=near.on_page)
    holding, as_of = read_validity(counted, shown, near.times, told)
    noun = counted.noun
    people = quantity.unit is None and (is_people(counted, quantity) or (noun is None and measure in COUNTS_PEOPLE))
    return Figure(
        id="",
        span=quantity.span,
        text=quantity.text,
        low=quantity.low,
        high=quantity.high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
        approximate=quantity.approximate,
        counted=_counted_words(text, counted, quantity),
        unit="person" if people else quantity.unit,
        who=name_people(text, counted, shown),
        measure=measure,
        status=status,
        party=read_party(statement, masthead, earlier=is_of_an_earlier_version(counted)) if claimed else None,
        statement=statement.id if statement is not None else None,
        place=read_place(counted, shown, near.names),
        valid=holding.valid,
        as_of=as_of,
        change=quantity.change,
        additional=quantity.additional,
        tense=holding.tense,
        valid_span=holding.span,
    )


def _needs_measure(quantity: Quantity) -> bool:
    """Tell words that are a count only with a measure: "no one knows" and "a man who was shot at" count nothing."""
    return not quantity.text[0].isdigit() and (quantity.low == 0 == quantity.high or quantity.text.lower() in ARTICLES)


def _counted_words(text: str, counted: Counted, quantity: Quantity) -> str | None:
    """Return the noun, or the unit as written: "soldiers", "sq km"."""
    if counted.unit is not None and quantity.unit != "percent":
        return counted.unit.of(text)
    if counted.noun is None:
        return None
    token = counted.sentence.tokens[counted.noun]
    return token.text if token.tag.startswith("NNP") else token.lower
