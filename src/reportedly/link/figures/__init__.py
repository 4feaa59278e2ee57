"""Quantities with what they count, of whom, where, when, and who gives them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.link.figures.bindings import read_measure
from reportedly.link.figures.carrying import COUNTS_PEOPLE, carry
from reportedly.link.figures.circumstances import read_as_of, read_place, read_valid
from reportedly.link.figures.nouns import Counted, is_people, read_counted
from reportedly.link.figures.sources import innermost, name_repeats, read_party
from reportedly.link.figures.statuses import read_status
from reportedly.records import (
    Figure,
    Masthead,
    Measure,
    Name,
    Published,
    Quantity,
    Sentence,
    Statement,
    TimeMention,
)


def link_figures(
    text: str,
    sentences: Sequence[Sentence],
    quantities: Sequence[Quantity],
    statements: Sequence[Statement],
    names: Sequence[Name],
    times: Sequence[TimeMention],
    masthead: Masthead,
    published: Published,  # noqa: ARG001 -- a count without a time stays open: the page's date is no guess at it
) -> tuple[Figure, ...]:
    """Return the figures of the page, in order, as "f1", "f2".

    "At least 300 were killed in Harrow, the ministry said" gives 300 to an open end, people killed, in Harrow, by
    the ministry. What the sentence does not bind stays None, and the measure OTHER.
    """
    starts = [sentence.span.start for sentence in sentences]
    found: dict[int, Figure] = {}
    where: dict[int, Counted] = {}
    for index, quantity in enumerate(quantities):
        at = bisect_right(starts, quantity.span.start) - 1
        counted = read_counted(text, sentences[at], quantity) if at >= 0 else None
        if counted is None:
            continue
        figure = _figure(text, counted, quantity, statements, names, times, masthead)
        if figure.low == 0 == figure.high and figure.measure is Measure.OTHER and not quantity.text[0].isdigit():
            continue  # "no one knows" counts nothing
        found[index], where[index] = replace(figure, id=f"f{len(found) + 1}"), counted
    return name_repeats(carry(found, where, quantities))


def _figure(
    text: str,
    counted: Counted,
    quantity: Quantity,
    statements: Sequence[Statement],
    names: Sequence[Name],
    times: Sequence[TimeMention],
    masthead: Masthead,
) -> Figure:
    statement = innermost(statements, quantity.span)
    measure, shown = read_measure(counted, quantity)
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
        who=counted.who.of(text) if counted.who is not None else None,
        measure=measure,
        status=read_status(counted, measure, shown, statement),
        party=read_party(statement, masthead),
        statement=statement.id if statement is not None else None,
        place=read_place(counted, shown, names),
        valid=read_valid(counted, shown, times),
        as_of=read_as_of(counted, times, statement.said if statement is not None else None),
        change=quantity.change,
        additional=quantity.additional,
    )


def _counted_words(text: str, counted: Counted, quantity: Quantity) -> str | None:
    """Return the noun, or the unit as written: "soldiers", "sq km"."""
    if counted.unit is not None and quantity.unit != "percent":
        return counted.unit.of(text)
    if counted.noun is None:
        return None
    token = counted.sentence.tokens[counted.noun]
    return token.text if token.tag.startswith("NNP") else token.lower
