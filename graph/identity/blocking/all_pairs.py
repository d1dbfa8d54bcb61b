"""All names at once, with the pairs of them that may be one person's: those that meet in a block, and those that a shared
collaborator proposes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from sys import intern

from graph.identity.blocking.pairs import AllNames
from graph.identity.blocking.shared_collaborators import Collaborations
from graph.names.blocking_keys import starts_among


@dataclass
class Prepared:
    """All names with the blocks they fall into, in whatever order they were added."""

    names: dict[str, str] = field(default_factory=dict)
    _blocks: AllNames = field(default_factory=AllNames)
    _starts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, uid: str, name: str, held: Collection[str]) -> None:
        """Add the name of a record with its keys."""
        self._blocks.add(uid, held)
        self.names[uid] = name
        self._starts[uid] = [intern(start) for start in starts_among(held)]

    @property
    def oversized(self) -> set[str]:
        """The keys of the blocks that are too large to be of use."""
        return self._blocks.oversized(self.names)

    def pairs(self, author_lists: Iterable[Collection[str]], touched: Collection[str] | None = None) -> set[tuple[str, str]]:
        """The pairs of uids, the smaller first, whose names are to be compared; with `touched` those of touched records only.
        `author_lists` are the authors of each paper."""
        collaborations = Collaborations()
        for authors in author_lists:
            collaborations.add(authors)
        return {*self._blocks.meeting(touched), *collaborations.proposed(self._starts, touched)}
