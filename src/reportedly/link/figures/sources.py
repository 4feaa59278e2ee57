"""Who gives a figure: the innermost statement around it, else the page."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from reportedly.link.figures.wordlist import wordlist
from reportedly.records import Figure, Masthead, Measure, Statement
from reportedly.spans import Span


def innermost(statements: Sequence[Statement], spans: Sequence[Span]) -> tuple[Statement | None, ...]:
    """Return, for each span in order, the shortest statement whose content covers it and that has a speaker."""
    opening = sorted(
        ((content, _length(s), i) for i, s in enumerate(statements) if s.chain for content in s.content), reverse=True
    )
    found: list[Statement | None] = []
    active: list[tuple[Span, int, int]] = []
    for span in spans:
        while opening and opening[-1][0].start <= span.start:
            active.append(opening.pop())
        active = [a for a in active if a[0].end >= span.end]
        around = [(length, i) for content, length, i in active if content.contains(span)]
        found.append(statements[min(around)[1]] if around else None)
    return tuple(found)


def _length(statement: Statement) -> int:
    return sum(content.end - content.start for content in statement.content)


def is_own_version(statement: Statement | None) -> bool:
    """Tell "an earlier version of this article said that 54 were hurt", where the outlet corrects itself."""
    if statement is None:
        return False
    return any(version in statement.chain[0].party.lower() for version in wordlist().corrections.versions)


def read_party(statement: Statement | None, masthead: Masthead, *, earlier: bool = False) -> str | None:
    """Return who gives a figure: the statement's originator, else the outlet, else whose reporting the page carries.

    What an `earlier` version of the page said was the outlet's own; whoever it credits did not say that.
    """
    own = earlier or is_own_version(statement)
    if statement is not None and not is_own_version(statement):
        return statement.chain[0].party
    if masthead.carrier is not None:
        return masthead.carrier.name
    return masthead.credits[0].name if masthead.credits and not own else None


def name_repeats(figures: Sequence[Figure], *, own: Collection[str] = ()) -> tuple[Figure, ...]:
    """Return the figures, each that the page repeats without its source with the party that it gave before, or after.

    A lead "more than 1,000 soldiers were sent, the ministry says" and a subheading "Over a thousand soldiers sent" give
    one count, the ministry's, and not the outlet's own besides. The repeat keeps no statement: none holds it.
    `own`: ids of the figures by which the outlet corrects itself.
    """
    first: dict[Hashable, str | None] = {}
    for figure in reversed(figures):
        if figure.statement is not None:
            first[_count(figure)] = figure.party
    return tuple(figure if figure.id in own else _named(figure, first) for figure in figures)


def _named(figure: Figure, given: dict[Hashable, str | None]) -> Figure:
    """Name the party of a repeat; `given` holds the parties so far, and at the start the first of each count."""
    count = _count(figure)
    if figure.statement is not None:
        given[count] = figure.party
        return figure
    repeats = figure.measure is not Measure.OTHER and count in given
    return replace(figure, party=given[count]) if repeats else figure


def _count(figure: Figure) -> Hashable:
    """Return what two figures share that give one count of one thing."""
    ends = (figure.low, figure.high, figure.low_open, figure.high_open)
    return (*ends, figure.measure, figure.status, figure.unit, figure.change)
