"""Quantities with what they count, of whom, where, when, and who gives them."""

from collections.abc import Sequence

from reportedly.records import Figure, Masthead, Name, Published, Quantity, Sentence, Statement, TimeMention


def link_figures(  # noqa: PLR0913 -- the last reading stage joins what all the others found
    text: str,  # noqa: ARG001
    sentences: Sequence[Sentence],  # noqa: ARG001
    quantities: Sequence[Quantity],  # noqa: ARG001
    statements: Sequence[Statement],  # noqa: ARG001
    names: Sequence[Name],  # noqa: ARG001
    times: Sequence[TimeMention],  # noqa: ARG001
    masthead: Masthead,  # noqa: ARG001
    published: Published,  # noqa: ARG001
) -> tuple[Figure, ...]:
    """Return the figures of the page."""
    return ()
