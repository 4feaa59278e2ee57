"""Expressions of time in a page, placed on the calendar as far as the page places them."""

from collections.abc import Sequence

from reportedly.records import Published, Sentence, TimeMention


def find_times(text: str, sentences: Sequence[Sentence], published: Published) -> tuple[TimeMention, ...]:  # noqa: ARG001
    """Return the expressions of time, in the order of the text."""
    return ()
