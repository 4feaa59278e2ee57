"""Who gives a figure: the innermost statement around it, else the page."""

from collections.abc import Sequence

from reportedly.records import Masthead, Statement
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
