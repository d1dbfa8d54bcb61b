"""Things joined two by two, and the groups that they make (union-find, Tarjan & van Leeuwen 1984, with path halving)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", int, str)


class UnionFind(Generic[Item]):
    """Things are alone until they are joined; a group goes by its smallest member."""

    def __init__(self) -> None:
        self._first: dict[Item, Item] = {}

    def root(self, item: Item) -> Item:
        """The smallest member of the thing's group."""
        first = self._first
        while (above := first.get(item, item)) != item:
            first[item] = item = first.get(above, above)
        return item

    def join(self, a: Item, b: Item) -> None:
        """Make the groups of both one."""
        one, other = self.root(a), self.root(b)
        if one != other:
            self._first[max(one, other)] = min(one, other)

    def groups(self, items: Iterable[Item]) -> list[list[Item]]:
        """These things by group, in the order in which they come."""
        found: defaultdict[Item, list[Item]] = defaultdict(list)
        for item in items:
            found[self.root(item)].append(item)
        return list(found.values())
