"""Reports, statements and polls that were named before, and who put them out."""

from collections import defaultdict
from collections.abc import Callable

from reportedly.link.parties.actor import Actor

# Two reports: "the report" is the last one where that stands no further back than this (sentences).
_NEAR = 6


class Products:
    """What a page has told of reports and statements: "a report by the bank", "said in a statement"."""

    def __init__(self, sentence_number: Callable[[int], int]) -> None:
        """Take what tells the number of the sentence at a place."""
        self._sentence_number = sentence_number
        self._made: dict[str, list[tuple[int, Actor, frozenset[str]]]] = defaultdict(list)

    def add(self, noun: str, place: int, actor: Actor, terms: frozenset[str]) -> None:
        """Note that the actor put one out, or is one of which nobody says who did. `terms` are the words beside it."""
        self._made[_one(noun)].append((place, actor, terms))

    def made_by(self, noun: str, place: int, terms: frozenset[str]) -> Actor | None:
        """Return who put out "the report": the only one of whose report the page has told, or the last one near by."""
        told = [event for event in self._made.get(_one(noun), ()) if event[0] < place and terms <= event[2]]
        if not told:
            return None
        at, last, _ = max(told, key=lambda event: event[0])
        near = self._sentence_number(place) - self._sentence_number(at) <= _NEAR
        return last if near or all(actor is last for _, actor, _ in told) else None


def _one(noun: str) -> str:
    return noun.removesuffix("s")
