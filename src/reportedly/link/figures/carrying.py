"""Numbers that stand alone, with what the words before them counted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.link.figures.ellipsis import COUNTS_PEOPLE, FAR, fill_in
from reportedly.link.figures.nouns import Counted
from reportedly.records import Figure, Quantity


def carry(
    figures: Mapping[int, Figure], where: Mapping[int, Counted], quantities: Sequence[Quantity]
) -> tuple[Figure, ...]:
    """Return the figures, each that stands alone with whom the one before counted.

    "They sent 11,000 Norvian soldiers, of which 300 were killed": 300 are Norvian soldiers too. Only from the same
    sentence or the one before it, in the same paragraph.
    """
    done: dict[int, Figure] = {}
    for index, figure in figures.items():
        converts = quantities[index].converts
        if converts is not None and converts in done:
            done[index] = _converted(figure, done[converts])
        else:
            done[index] = _carried(fill_in(figure, index, done, where), index, done, where)
    return tuple(done.values())


def _converted(figure: Figure, of: Figure) -> Figure:
    """Give a conversion all but the number from what it repeats."""
    return replace(
        figure,
        who=of.who,
        measure=of.measure,
        status=of.status,
        place=of.place,
        valid=of.valid,
        as_of=of.as_of,
        tense=of.tense,
        valid_span=of.valid_span,
        party=of.party,
        statement=of.statement,
        change=of.change,
        converts=of.id,
    )


def _carried(figure: Figure, index: int, done: Mapping[int, Figure], where: Mapping[int, Counted]) -> Figure:
    if figure.who is not None or figure.unit != "person" or figure.measure not in COUNTS_PEOPLE:
        return figure
    here = where[index].sentence
    for earlier in range(index - 1, max(-1, index - FAR), -1):
        before = done.get(earlier)
        if before is None:
            continue
        there = where[earlier].sentence
        if there.paragraph != here.paragraph:
            return figure
        if before.unit == "person" and before.who is not None:
            return replace(figure, counted=before.counted, who=before.who)
    return figure
