"""Whom a surname or a given name alone means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.link.parties.actor import Actor, is_another
from reportedly.link.parties.page import Page
from reportedly.link.parties.phrases import gender_of
from reportedly.link.spelling import spelling_key
from reportedly.records import Name


def fullest_keys(names: Iterable[str]) -> dict[str, str]:
    """Return for the key of a name in full that of the one fuller name of the same person.

    "Wasserman Holm" is "Ada Wasserman Holm", "Ants Kask" is "Ants J. Kask"; two that fit leave it alone.
    """
    keys = {spelling_key(name) for name in names}
    full = sorted((key for key in keys if " " in key), key=len)
    found: dict[str, str] = {}
    for key in full:
        fuller = [other for other in full if len(other.split()) > len(key.split()) and _is_fuller(other, key)]
        if len({other.split()[0] for other in fuller}) == 1:
            found[key] = fuller[-1]
    return {key: found.get(to, to) for key, to in found.items()}


def _is_fuller(name: str, short: str) -> bool:
    words, others = name.split(), short.split()
    return name.endswith(f" {short}") or (len(others) == 2 and [words[0], words[-1]] == others)  # noqa: PLR2004


class Surnames:
    """The people whom a page names in full, found by either end of their names."""

    def __init__(self, page: Page) -> None:
        """Start with nobody."""
        self._page = page
        self._bearers: dict[str, dict[int, Actor]] = defaultdict(dict)
        self._named_in_full: dict[str, list[tuple[int, Actor]]] = defaultdict(list)
        self._called: dict[str, Actor] = {}
        self._shared: set[str] = set()

    def add(self, actor: Actor, name: Name) -> None:
        """Note a full name, in the order of the text."""
        words = spelling_key(name.text).split() or [""]
        for part in words[-1], f"{words[0]} ":
            self._bearers[part][id(actor)] = actor
            self._named_in_full[part].append((name.span.start, actor))

    def note_titles(self, names: Sequence[Name], titles: Sequence[frozenset[str]]) -> None:
        """Note where a title shows one more of the name: "Mr Holm" on a page whose only other Holm is Eda."""
        for name, shown in zip(names, titles, strict=True):
            key, bearers = self._key(name), self._bearers_of(name)
            if len(bearers) == 1 and is_another(next(iter(bearers.values())), shown):
                self._shared.add(key)

    def owner(self, name: Name, shown: frozenset[str]) -> Actor | None:
        """Return the one whom the name alone means; None where it may be either of two.

        That is the only one of the name whom the page has introduced so far. Whom the page called so before it
        introduced another, it goes on calling so, unless it has just named the other. `shown` are the titles before it.
        """
        bearers = list(self._bearers_of(name).values())
        fitting = [actor for actor in bearers if not is_another(actor, shown)]
        if len(bearers) == 1:
            shared = self._key(name) in self._shared and gender_of(shown) is None
            return fitting[0] if fitting and not shared else None
        gender = gender_of(shown)
        if gender is not None:
            fitting = [actor for actor in fitting if actor.gender == gender] or fitting
        owner = self._by_place(name, fitting)
        if owner is not None:
            self._called[self._key(name)] = owner
        return owner

    def _by_place(self, name: Name, fitting: Sequence[Actor]) -> Actor | None:
        before = [event for event in self._full(name) if event[0] < name.span.start]
        met = [actor for actor in fitting if any(actor is other for _, other in before)] or fitting
        if len(met) == 1:
            return met[0]
        called = self._called.get(self._key(name))
        return called if called in met and not self._just_named_another(name, before, called) else None

    def _just_named_another(self, name: Name, before: Sequence[tuple[int, Actor]], called: Actor | None) -> bool:
        place, actor = before[-1] if before else (0, called)
        near = self._page.sentence_number(name.span.start) - self._page.sentence_number(place) <= 1
        return actor is not called and near

    def _key(self, name: Name) -> str:
        key = spelling_key(name.text)
        return key if key in self._bearers else f"{key} "

    def _bearers_of(self, name: Name) -> Mapping[int, Actor]:
        return self._bearers.get(self._key(name), {})

    def _full(self, name: Name) -> Sequence[tuple[int, Actor]]:
        return self._named_in_full.get(self._key(name), ())
