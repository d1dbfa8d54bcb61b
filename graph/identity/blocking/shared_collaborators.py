"""Records that a shared collaborator proposes: both wrote with it, never together, and their names share a word's beginning.

Names alone leave such pairs unknown or never bring them together: a family name changed by marriage, a slip in a short word, a
single initial of a common name. Papers of very many authors tie nobody to anybody and do not count here; that is a matter of each
paper alone, so the result does not depend on what was loaded first.
"""

from array import array
from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from graph.identity.evidence_model.corpus import MOST_AUTHORS

_AT_ONCE = 1 << 16

Numbers = NDArray[np.int64]


class Collaborations:
    """Author lists, added paper by paper, then asked which pairs of authors they propose. Held as numbers."""

    def __init__(self) -> None:
        self._number_of: dict[str, int] = {}
        self._authors = array("q")
        self._ends = array("q", [0])

    def add(self, authors: Collection[str]) -> None:
        """The author records of one paper, distinct."""
        if 1 < len(authors) <= MOST_AUTHORS:
            numbers = self._number_of
            self._authors.extend(numbers.setdefault(uid, len(numbers)) for uid in authors)
            self._ends.append(len(self._authors))

    def proposed(
        self, starts: Mapping[str, Collection[str]], touched: Collection[str] | None = None
    ) -> Iterator[tuple[str, str]]:
        """The proposed pairs of uids, the smaller first, distinct; with `touched` those of touched records only.

        `starts` has the beginnings of the words of each record's name; records that are not in it are collaborators only.
        """
        uids, count = list(self._number_of), len(self._number_of)
        if not count:
            return
        together = self._together(count)
        starting = self._starts(starts)
        # Each part begins where the pairs of one collaborator begin.
        edges = np.unique(np.searchsorted(together, together[::_AT_ONCE] // count * count))
        some = [_sharing(part, *starting, count) for part in np.split(together, edges[1:])]
        pairs = np.unique(np.concatenate(some))
        pairs = pairs[~np.isin(pairs, together)]
        if touched is not None:
            wanted = np.fromiter((uid in touched for uid in uids), dtype=bool, count=count)
            pairs = pairs[wanted[pairs // count] | wanted[pairs % count]]
        for pair in pairs.tolist():
            one, other = uids[pair // count], uids[pair % count]
            yield (one, other) if one < other else (other, one)

    def _together(self, count: int) -> Numbers:
        """Every ordered pair of authors of one paper as one number, sorted."""
        authors, ends = np.frombuffer(self._authors, dtype=np.int64), np.frombuffer(self._ends, dtype=np.int64)
        sizes = np.diff(ends)
        found = []
        for size in np.unique(sizes).tolist():
            lists = authors[ends[:-1][sizes == size][:, None] + np.arange(size)]
            ones, others = np.nonzero(~np.eye(size, dtype=bool))
            found.append(np.unique(lists[:, ones] * count + lists[:, others]))
        return np.unique(np.concatenate(found))

    def _starts(self, starts: Mapping[str, Collection[str]]) -> tuple[Numbers, Numbers]:
        """The beginnings of each author's words as numbers, one author's after another's, and where each author's end."""
        number_of: dict[str, int] = {}
        all_starts, ends = array("q"), array("q", [0])
        for uid in self._number_of:
            all_starts.extend(number_of.setdefault(start, len(number_of)) for start in starts.get(uid, ()))
            ends.append(len(all_starts))
        return np.array(all_starts, dtype=np.int64), np.array(ends, dtype=np.int64)


def _sharing(together: Numbers, starts: Numbers, ends: Numbers, count: int) -> Numbers:
    """The pairs of authors that have a collaborator and the beginning of a word in common, as numbers, sorted."""
    collaborators, authors = together // count, together % count
    how_many = ends[authors + 1] - ends[authors]
    repeated = np.repeat(np.arange(len(authors)), how_many)
    within = np.arange(len(repeated)) - np.repeat(np.cumsum(how_many) - how_many, how_many)
    groups = collaborators[repeated] * (len(starts) + 1) + starts[ends[authors[repeated]] + within]
    order = np.argsort(groups, kind="stable")
    members = authors[repeated][order]
    edges = np.flatnonzero(np.diff(groups[order], prepend=-1, append=-1))
    sizes = np.diff(edges)
    found = [np.empty(0, dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        alike = np.sort(members[edges[:-1][sizes == size][:, None] + np.arange(size)], axis=1)
        ones, others = np.triu_indices(size, 1)
        found.append(np.unique(alike[:, ones] * count + alike[:, others]))
    return np.unique(np.concatenate(found))
