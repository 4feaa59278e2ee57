"""How many different people a page tells of one by one, without a number, and which of them each count of one is.

"Lovell and a customer were killed" tells of two; "A man was shot dead. John Roe, 23, died" of one. Nobody is counted
twice: who is told of without a name may be anyone of the same fate, unless one sentence sets him beside another.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.link.figures.mentions import Manner, Mention, pronoun_for
from reportedly.link.figures.nouns import Counted
from reportedly.records import Figure, Measure, Status
from reportedly.spans import Span

COUNTED = (Measure.KILLED, Measure.INJURED)
# Words of a name: "John Roe", "Roe" and "Mr. Roe" are one.
TITLES = frozenset({"dr", "jr", "mr", "mrs", "ms", "sr"})


@dataclass(frozen=True, slots=True)
class Person:
    """One of the people that a page tells of, by the mention that says it first; `figure` where a number counts him."""

    mention: Mention | None
    figure: int | None


def find_people(
    mentions: Sequence[Mention], figures: Mapping[int, Figure], where: Mapping[int, Counted]
) -> Iterator[tuple[tuple[Person, ...], Mapping[int, int]]]:
    """Yield the killed, then the injured, each with which of them each count of one (by its key in `figures`) is.

    Where the page gives a number of more than one, or says that there is nobody, that stands and no one is added.
    """
    for measure in COUNTED:
        ones = {
            i: f for i, f in figures.items() if f.measure is measure and f.unit in {"person", None} and not f.additional
        }
        told = list(_settled(mentions, measure))
        if all(_is_one(figure) for figure in ones.values()) and (told or ones):
            yield _people(told, sorted(ones), where)


def _is_one(figure: Figure) -> bool:
    return (figure.low, figure.high, figure.status) == (1, 1, Status.ACTUAL)


def _settled(mentions: Sequence[Mention], measure: Measure) -> Iterator[Mention]:
    """Yield the people of a fate; who was hurt and may have died of it is not among the injured."""
    all_dead = [mention for mention in mentions if mention.measure is Measure.KILLED]
    dead = [mention for mention in all_dead if mention.manner is not Manner.PRONOUN] or all_dead
    for mention in mentions:
        if mention.measure is measure and not (
            measure is Measure.INJURED and any(_may_be(one, mention) for one in dead)
        ):
            yield mention


def _may_be(dead: Mention, hurt: Mention) -> bool:
    """Tell whether who was hurt may be who died: "the boy was in critical condition" and "he died"."""
    if dead.name and hurt.name:
        return _one_name(dead.name, hurt.name)
    if dead.pronoun and hurt.pronoun and dead.pronoun != hurt.pronoun:
        return False
    if dead.home == hurt.home and dead.top != hurt.top and dead.manner is hurt.manner is not Manner.PRONOUN:
        return False
    return hurt.passing or Manner.PRONOUN in {dead.manner, hurt.manner} or dead.noun == hurt.noun or bool(hurt.name)


def _people(
    mentions: Sequence[Mention], ones: Sequence[int], where: Mapping[int, Counted]
) -> tuple[tuple[Person, ...], Mapping[int, int]]:
    """Return the people and whose each count of one is: those by name, or the most that one sentence joins.

    Who killed himself is one more than whom he killed.
    """
    own = next((mention for mention in mentions if mention.own), None)
    others = [mention for mention in mentions if own is None or not _is_same(own, mention)]
    victims = [mention for mention in others if mention.manner is not Manner.PRONOUN]
    if own is None or not (victims or ones):
        return _told(mentions, ones, where)
    people, owners = _told(victims, ones, where)
    return (*people, Person(own, None)), owners


def _is_same(own: Mention, mention: Mention) -> bool:
    if mention.own or (own.name and mention.name):
        return mention.own or _one_name(own.name, mention.name)
    return own.noun == mention.noun


def _told(
    mentions: Sequence[Mention], ones: Sequence[int], where: Mapping[int, Counted]
) -> tuple[tuple[Person, ...], Mapping[int, int]]:
    of_one = {(where[i].sentence.span, top): i for i in ones for top in where[i].heads}
    named = _by_name(mentions)
    joined = max(_joined(mentions, ones, where), key=len, default=[])
    if named and len(named) >= len(joined):
        people = [Person(one[0], _figure_of(one, of_one)) for one in named]
    elif joined:
        people = [Person(mention, figure) for mention, figure in joined]
    else:
        people = [Person(mentions[0] if mentions else None, ones[0] if ones else None)]
    own = {person.figure: n for n, person in enumerate(people) if person.figure is not None}
    for i in (i for i in ones if i not in own):
        told = _pronoun_of(where[i])
        free = [n for n, one in enumerate(people) if _agree(told, one.mention.pronoun if one.mention else "")]
        if not free:
            people.append(Person(None, i))
        elif people[free[0]].figure is None:
            people[free[0]] = replace(people[free[0]], figure=i)
        own[i] = free[0] if free else len(people) - 1
    return tuple(people), {i: own[i] for i in ones}


def _agree(a: str, b: str) -> bool:
    return not a or not b or a == b


def _pronoun_of(counted: Counted) -> str:
    return pronoun_for(counted.sentence, counted.first, counted.end)


def _figure_of(mentions: Sequence[Mention], of_one: Mapping[tuple[Span, int], int]) -> int | None:
    """Return the count of one that is laid to the very words of a person: "a customer, Ann Roe"."""
    return next((i for m in mentions if (i := of_one.get((m.sentence.span, m.top))) is not None), None)


def _by_name(mentions: Sequence[Mention]) -> list[list[Mention]]:
    found: list[list[Mention]] = []
    for mention in sorted((m for m in mentions if m.name), key=lambda m: -len(_words(m.name))):
        same = next((one for one in found if _one_name(one[0].name, mention.name)), None)
        if same is None:
            found.append([mention])
        else:
            same.append(mention)
    return sorted((sorted(one, key=_place) for one in found), key=lambda one: _place(one[0]))


def _joined(
    mentions: Sequence[Mention], ones: Sequence[int], where: Mapping[int, Counted]
) -> Iterator[list[tuple[Mention | None, int | None]]]:
    """Yield the people that a sentence joins by "and", each as a mention, a count of one, or both."""
    groups: dict[Hashable, dict[int, tuple[Mention | None, int | None]]] = defaultdict(dict)
    for mention in mentions:
        groups[mention.sentence.span, mention.joined][mention.top] = (mention, None)
    for i in ones:
        counted = where[i]
        noun = counted.heads[0]
        top = noun
        while counted.sentence.tokens[top].dep == "conj" and counted.sentence.tokens[top].head != top:
            above = counted.sentence.tokens[top].head
            if not counted.sentence.tokens[above].tag.startswith("NN"):
                break
            top = above
        at = groups[counted.sentence.span, top]
        at[noun] = (at.get(noun, (None, None))[0], i)
    for group in groups.values():
        yield [group[top] for top in sorted(group)]


def _place(mention: Mention) -> tuple[int, int]:
    return (mention.home, mention.first)


def _words(name: str) -> frozenset[str]:
    words = (word.strip(".,'\u2019\"\u201c\u201d").casefold() for word in name.split())
    return frozenset(word for word in words if word and word not in TITLES)


def _one_name(a: str, b: str) -> bool:
    one, other = _words(a), _words(b)
    return one <= other or other <= one
