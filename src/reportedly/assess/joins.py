"""Things that belong together through any chain of pairs: a is b's, b is c's, so all three are one group."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Joins(Generic[Item]):
    """Groups that grow by pairs; each group is named by the first of its items that was seen.

    >>> joins = Joins(["a", "b", "c"])
    >>> joins.join("c", "a")
    >>> joins.groups()
    (('a', 'c'), ('b',))
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._above: dict[Item, Item] = {item: item for item in items}
        self._place = {item: i for i, item in enumerate(self._above)}

    def __contains__(self, item: Item) -> bool:
        return item in self._above

    def join(self, one: Item, other: Item) -> None:
        """Put the groups of the two items together; items not seen before are added."""
        for item in (one, other):
            self._above.setdefault(item, item)
            self._place.setdefault(item, len(self._place))
        first, second = sorted((self.first_of(one), self.first_of(other)), key=self._place.__getitem__)
        self._above[second] = first

    def first_of(self, item: Item) -> Item:
        """Return the item that names the group."""
        top = item
        while self._above[top] != top:
            top = self._above[top]
        while self._above[item] != top:
            self._above[item], item = top, self._above[item]
        return top

    def groups(self) -> tuple[tuple[Item, ...], ...]:
        """Return all groups, and the items in each, in the order in which they were first seen."""
        members: dict[Item, list[Item]] = {}
        for item in self._above:
            members.setdefault(self.first_of(item), []).append(item)
        return tuple(tuple(group) for group in members.values())
