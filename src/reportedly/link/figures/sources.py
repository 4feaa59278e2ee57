"""Who gives a figure: the innermost statement around it, else the page."""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.records import Figure, Masthead, Measure, Statement
from reportedly.spans import Span


def innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    """Return the shortest statement whose content covers a span and that has a speaker."""
    covering = [
        (sum(c.end - c.start for c in s.content), i)
        for i, s in enumerate(statements)
        if s.chain and any(c.contains(span) for c in s.content)
    ]
    return statements[min(covering)[1]] if covering else None


def read_party(statement: Statement | None, masthead: Masthead) -> str | None:
    """Return who gives a figure: the statement's originator, else the outlet, else whose reporting the page carries."""
    if statement is not None:
        return statement.chain[0].party
    if masthead.carrier is not None:
        return masthead.carrier.name
    return masthead.credits[0].name if masthead.credits else None


def name_repeats(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures, each that the page repeats without its source with the party that it gave before, or after.

    A subheading "Over a thousand soldiers sent" that repeats the lead's "the ministry says that more than 1,000 were sent"
    is the ministry's too, and not the outlet's own count. The repeat keeps no statement: none holds it.
    """
    return tuple(_named(figure, i, figures) for i, figure in enumerate(figures))


def _named(figure: Figure, i: int, figures: Sequence[Figure]) -> Figure:
    if figure.statement is not None or figure.measure is Measure.OTHER:
        return figure
    given = [(k > i, abs(k - i), other) for k, other in enumerate(figures) if other.statement and _same(figure, other)]
    return replace(figure, party=min(given, key=lambda g: g[:2])[2].party) if given else figure


def _same(a: Figure, b: Figure) -> bool:
    """Tell whether two figures of a page give one count of one thing."""
    return (a.low, a.high, a.low_open, a.high_open, a.measure, a.status, a.unit, a.change) == (
        b.low,
        b.high,
        b.low_open,
        b.high_open,
        b.measure,
        b.status,
        b.unit,
        b.change,
    )
