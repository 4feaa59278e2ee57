"""A party in the making: what the page has said of it so far."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.link.parties.phrases import gender_of, gender_shown_by, roles_in
from reportedly.link.parties.wording import Wording
from reportedly.read.names import open_titles
from reportedly.records import NameKind
from reportedly.spans import Span

SPY_WORDS = frozenset({"intelligence", "spy"})


@dataclass(slots=True, eq=False)
class Actor:
    """A party in the making. `terms` are all words that ever described it, `bodies` what kinds of body it is."""

    name: str
    kind: NameKind
    named: bool
    description: str | None = None
    leading: str | None = None  # "President", where the page says no more of what he is
    terms: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)  # what a person is: "spokesman", not the "president" he speaks for
    bodies: set[str] = field(default_factory=set)
    mentions: set[Span] = field(default_factory=set)
    first: int = sys.maxsize  # where the page first mentions it
    gender: str | None = None

    @property
    def thing(self) -> bool:
        """Tell whether "it" can mean it: "Harlov Oil", which the model may take for a man, has no sex and no office."""
        return self.kind is not NameKind.PERSON or (self.gender is None and self.named and not self.leading)

    def mention(self, span: Span) -> None:
        """Note that the words stand for it."""
        self.mentions.add(span)
        self.first = min(self.first, span.start)

    def takes(self, wording: Wording) -> None:
        """Note what one more mention says of the actor."""
        self.mention(wording.span)
        self.terms |= wording.terms
        self.heads.add(wording.head)
        self.roles |= roles_in(wording.description)
        self.gender = self.gender or gender_of((wording.head,)) or gender_shown_by(wording.description)
        self.description = self.description or wording.description

    @property
    def said_to_be(self) -> str | None:
        """What the page calls it: what stands behind the name, unless only the words before it name an office."""
        if self.description and self.leading and not _names_role(self.description) and _names_role(self.leading):
            return self.leading
        return self.description or self.leading

    @property
    def several(self) -> bool:
        """Tell whether "they" can mean it."""
        return self.kind in (NameKind.GROUP, NameKind.ORGANIZATION)


def fits(actor: Actor, wording: Wording, body: str | None, terms: frozenset[str], *, spies: bool) -> bool:
    """Tell whether the noun and every describing word are true of the actor: a colonel is an officer."""
    if body is not None:
        wanted = actor.kind in (NameKind.ORGANIZATION, NameKind.GROUP) and body in actor.bodies
        return wanted and terms <= actor.terms and (not spies or bool(SPY_WORDS & actor.terms))
    if actor.kind is not NameKind.PERSON or wording.plural or wording.head not in open_titles().roles:
        return False
    gender = gender_of((wording.head,))
    if gender and actor.gender and gender != actor.gender:
        return False
    return bool(narrower(wording.head) & (actor.roles | actor.heads)) and wording.terms <= actor.terms


def _names_role(description: str) -> bool:
    return not open_titles().roles.isdisjoint(description.lower().split())


def narrower(role: str) -> frozenset[str]:
    """Return the role with those that it can stand for: "officer" for "colonel"."""
    return open_titles().wider.get(role, frozenset()) | {role}


def is_another(actor: Actor | None, titles: frozenset[str]) -> bool:
    """Tell whether a title shows another: "Mr Holm" is not Eda Holm, "President Holm" not "his wife, Eda Holm"."""
    if actor is None:
        return False
    words, gender = open_titles(), gender_of(titles)
    private = bool(titles & words.offices - actor.terms) and bool(words.private & actor.terms)
    return private or (None not in (gender, actor.gender) and gender != actor.gender)


def first_two(actors: Iterable[Actor]) -> list[Actor]:
    """Return at most two actors of different names: more are not needed to know that the words stay open."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.name, actor)
        if len(found) > 1:
            break
    return list(found.values())


def can_be(actor: Actor, gender: str) -> bool:
    """Tell whether "he" or "she" can mean the actor."""
    return actor.kind is NameKind.PERSON and actor.gender in (None, gender)
