"""Numbers whose sentence leaves out what they count: "The number is 45.", "against 300 in 2022"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.link.figures.levels import find_level
from reportedly.link.figures.nouns import Counted
from reportedly.link.figures.wordlist import wordlist
from reportedly.records import Figure, Measure

# Numbers back to the one that said what is counted.
FAR = 8
# What only people can be, where no noun says what is counted.
COUNTS_PEOPLE = frozenset(Measure) - {Measure.MONEY, Measure.AREA, Measure.DISTANCE, Measure.PERCENT, Measure.OTHER}
COMPARED = frozenset({"against", "than", "versus", "vs"})
ONLY_AFTER = {"with": {"compared"}, "to": {"compared"}, "from": {"up", "down"}}
THEM = frozenset({"them", "these", "those", "whom", "which"})
STOPS = frozenset({",", ";", ".", ":"})


def fill_in(figure: Figure, index: int, done: Mapping[int, Figure], where: Mapping[int, Counted]) -> Figure:
    """Return the figure with what the count before it in the paragraph says of both.

    "It had said six." after "nine people have been injured" are injured too; "another 40 are expected" after "60 aid
    trucks" are trucks, of which no more is known. The place, the time and the party are never taken over.
    """
    counted = where[index]
    if counted.noun is not None or figure.unit not in {None, "person"} or figure.measure is not Measure.OTHER:
        return figure
    gapped = _is_gapped(counted) and (figure.additional or _is_elsewhere(counted))
    same = _says_alone(counted) or is_compared(counted) or gapped
    if not same and not figure.additional:
        return figure
    for earlier in _earlier(index, done, where):
        before = done[earlier]
        if same and _is_some_of_them(where[earlier]):
            continue
        here = where[earlier].sentence is counted.sentence
        if same and before.measure in COUNTS_PEOPLE and (here or _says_alone(counted)):
            return replace(figure, measure=before.measure, counted=before.counted, who=before.who, unit=before.unit)
        if figure.additional and before.counted is not None and before.unit in {None, "person"}:
            return replace(figure, counted=before.counted, who=before.who, unit=before.unit)
        return figure
    return figure


def _earlier(index: int, done: Mapping[int, Figure], where: Mapping[int, Counted]) -> Iterator[int]:
    """Yield the numbers before one in its paragraph that are no parts or conversions, the nearest first."""
    here = where[index].sentence
    for earlier in range(index - 1, max(-1, index - FAR), -1):
        if earlier in done and done[earlier].converts is None:
            if where[earlier].sentence.paragraph != here.paragraph:
                return
            yield earlier


def _says_alone(counted: Counted) -> bool:
    """Tell "It had said six." and "The number is 45.", where no word but the number says what is counted."""
    tokens, lists = counted.sentence.tokens, wordlist().ellipsis
    top = tokens[counted.top]
    said = top.dep in {"dobj", "attr", "ccomp", "oprd"} and tokens[top.head].lower in lists.saying
    of = tokens[top.head]
    if said or (top.dep == "pobj" and of.lower == "of" and tokens[of.head].lower in lists.speaking):
        return counted.last + 1 >= len(tokens) or tokens[counted.last + 1].text in STOPS
    level = find_level(counted.sentence, counted.top)
    if level is None or tokens[level.noun].lower not in lists.nouns:
        return False
    return not any(tokens[i].lower == "of" for i in counted.sentence.children[level.noun])


def is_compared(counted: Counted) -> bool:
    """Tell "300" of "compared with 300 in 2022" and "against 300 last year"."""
    tokens, at = counted.sentence.tokens, counted.first - 1
    if at < 0:
        return False
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    return word in COMPARED or before in ONLY_AFTER.get(word, ())


def _is_some_of_them(counted: Counted) -> bool:
    """Tell the 14 of "53 died, 14 of them children, up from 47": the 47 is held against the 53."""
    tokens = counted.sentence.tokens
    return [token.lower for token in tokens[counted.last + 1 : counted.last + 2]] == ["of"] and (
        counted.last + 2 < len(tokens) and tokens[counted.last + 2].lower in THEM
    )


def _is_elsewhere(counted: Counted) -> bool:
    """Tell "151 dead in Lomna, 58 in Treska": a place behind a number that stands alone."""
    tokens, at = counted.sentence.tokens, counted.last + 1
    if at + 1 >= len(tokens) or tokens[at].lower not in {"in", "at", "near", "outside", "around"}:
        return False
    return any(token.tag == "NNP" for token in tokens[at + 1 : at + 3])


def _is_gapped(counted: Counted) -> bool:
    """Tell "and another 6 in Selby", with the verb before it, from "and another 6 were freed"."""
    tokens = counted.sentence.tokens
    if counted.first == 0 or tokens[counted.first - 1].lower not in {"and", ",", ";"}:
        return False
    for token in tokens[counted.last + 1 :]:
        if token.text in STOPS:
            return True
        if token.tag.startswith(("VB", "MD")):
            return False
    return True
