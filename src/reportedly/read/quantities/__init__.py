"""Number phrases as intervals, before anything is known of what they count."""

from collections.abc import Sequence

from reportedly.records import Quantity, Sentence, TimeMention


def find_quantities(
    text: str,  # noqa: ARG001
    sentences: Sequence[Sentence],  # noqa: ARG001
    times: Sequence[TimeMention],  # noqa: ARG001
) -> tuple[Quantity, ...]:
    """Return the number phrases of the sentences."""
    return ()
