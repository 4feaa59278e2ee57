"""People whom a page tells of one by one: the one number that they come to, and who was hurt and has died since."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reportedly.assess.sightings import Sighting, before
from reportedly.assess.words import WORD
from reportedly.read.names.words import open_titles, pronoun_of
from reportedly.records import Figure, Measure, Status

# Words of a name that no second person of a story is likely to share.
FULL_NAME = 2
# Capitals at the head of a sentence.
LOOSE = frozenset({"a", "an", "one", "the"})
HE, SHE = frozenset({"he", "him", "himself", "his", "male"}), frozenset({"female", "her", "herself", "she"})


def count_together(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Return the sightings, each of a person whom its page tells of beside others as the number of them all.

    "Ann Roe was killed" and "Ben Kask died too" are two killed on that page: each figure is of one person of the two.
    Who was hurt on one page and is dead on another is no longer counted among the injured.
    """
    living = _without_who_died(sightings)
    people: dict[tuple[str, Measure], set[str]] = defaultdict(set)
    for sighting in living:
        if sighting.figure.person is not None:
            people[sighting.page, sighting.figure.measure].add(sighting.figure.person)
    return tuple(
        replace(sighting, figure=_as_one_of(sighting.figure, len(people[sighting.page, sighting.figure.measure])))
        if sighting.figure.person is not None
        else sighting
        for sighting in living
    )


def _as_one_of(figure: Figure, number: int) -> Figure:
    if number <= 1:
        return figure
    return replace(figure, low=number, high=number, text=f"{number} people", who=None, counted=None)


# --- who has died since ----------------------------------------------------------------------------------------------


def _without_who_died(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings without the people told of as hurt whom another page, not an older one, tells of as dead.

    "Ann Roe is in critical condition" and two days later "Ann Roe died": she is one of the dead alone. Without a name:
    the one whom a page tells of as hurt and the one whom the other tells of as dead, where neither tells of both.
    """
    dead, hurt = _by_page(sightings, Measure.KILLED), _by_page(sightings, Measure.INJURED)
    died = {
        (one.page, one.figure.person)
        for page, told in hurt.items()
        for one in told
        if one.figure.person is not None and any(_is_dead(one, page, other, dead, hurt) for other in dead)
    }
    return [s for s in sightings if s.figure.measure is not Measure.INJURED or (s.page, s.figure.person) not in died]


def _by_page(sightings: Sequence[Sighting], measure: Measure) -> Mapping[str, Sequence[Sighting]]:
    found: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.figure.measure is measure and sighting.figure.status is Status.ACTUAL and sighting.figure.low != 0:
            found[sighting.page].append(sighting)
    return found


def _is_dead(
    one: Sighting, page: str, other: str, dead: Mapping[str, Sequence[Sighting]], hurt: Mapping[str, Sequence[Sighting]]
) -> bool:
    """Tell whether the dead of another page are, or may be, a person who was hurt on this one."""
    if other == page or before(dead[other][0].reading.page.published, one.reading.page.published):
        return False
    name = _name(one.figure)
    if name and any(_is_named(name, sighting.figure) for sighting in dead[other]):
        return True
    alone = page not in dead and other not in hurt and _is_single(hurt[page]) and _is_single(dead[other])
    return alone and all(_agree(one.figure, sighting.figure) for sighting in dead[other])


def _is_single(told: Collection[Sighting]) -> bool:
    """Tell whether a page tells of one person only, however often."""
    figures = [sighting.figure for sighting in told]
    return len({f.person for f in figures}) == 1 and all(
        (f.low, f.high, f.additional) == (1, 1, False) for f in figures
    )


def _name(figure: Figure) -> frozenset[str]:
    """Return the words of a person's full name, none for "a man" or "Roe"."""
    words = WORD.findall(figure.text)
    named = len(words) >= FULL_NAME and all(word[0].isupper() for word in words)
    return frozenset(words) if named else frozenset()


def _is_named(name: frozenset[str], figure: Figure) -> bool:
    return name == _name(figure)


def _agree(a: Figure, b: Figure) -> bool:
    """Tell whether two people can be one, by their names and by he or she."""
    names, pronouns = (_named(a), _named(b)), {_pronoun(a), _pronoun(b)} - {""}
    return (not all(names) or bool(names[0] & names[1])) and len(pronouns) <= 1


def _named(figure: Figure) -> frozenset[str]:
    """Return the words of a name, also of "Roe" alone."""
    words = frozenset(WORD.findall(figure.text))
    named = all(word[0].isupper() for word in words) and {word.casefold() for word in words}.isdisjoint(
        HE | SHE | LOOSE
    )
    return words if named else frozenset()


def _pronoun(figure: Figure) -> str:
    words = {word.casefold() for word in WORD.findall(f"{figure.text} {figure.who or ''}")}
    titles = open_titles()
    if words & SHE or words & titles.female:
        return "she"
    if words & HE or words & titles.male:
        return "he"
    first = next(iter(WORD.findall(figure.text)), "") if _name(figure) else ""
    return (pronoun_of(first) or "") if first else ""
