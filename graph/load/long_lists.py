"""Author lists of hundreds and thousands of names, as experiments of physics print them: which names are worth a comparison.

In a list of up to `LONG` names everybody is compared with everybody. Longer ones would make millions of comparisons, so there
only those are compared that share an identifier or the printed name, or meet in a block of names (`graph.names.blocking_keys`).
"""

from collections.abc import Iterable
from functools import lru_cache

from graph.names.blocking_keys import keys, marks_pivots, pivots_key
from graph.names.forms import name_key
from graph.names.parsing import Name, parse
from graph.names.transliteration import REMEMBERED_NAMES
from loaders.records import Authorship

LONG = 50
"""Lists of more names than these are compared by blocks."""


def parsed(author: Authorship) -> Name:
    """The name as the source divides it."""
    return parse(author.name, author.family, author.given)


class Places:
    """The places of names in a list, found by the names that they may be one with."""

    def __init__(self, authors: Iterable[Authorship] = ()) -> None:
        self._held: dict[object, list[int]] = {}
        for place, author in enumerate(authors):
            self.add(place, author)

    def add(self, place: int, author: Authorship) -> None:
        """A name, or one more form of a name, at a place."""
        for key in (*author.ids, *_keys(parsed(author)), (name_key(author.name),)):
            self._held.setdefault(key, []).append(place)

    def meeting(self, author: Authorship) -> list[int]:
        """The places of the names that are worth comparing with this one, distinct, in order."""
        own = _keys(parsed(author))
        found = set(self._held.get((name_key(author.name),), ()))
        for shared in author.ids:
            found.update(self._held.get(shared, ()))
        for key in own:
            of_pivots = pivots_key(key)
            if not marks_pivots(key):
                found.update(self._held.get(key if of_pivots is None or of_pivots in own else of_pivots, ()))
        return sorted(found)


@lru_cache(maxsize=REMEMBERED_NAMES)
def _keys(name: Name) -> frozenset[str]:
    return frozenset(keys(name))
