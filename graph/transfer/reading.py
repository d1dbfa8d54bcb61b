"""A graph read out of a Neo4j, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from graph.queries.bound import Queries
from graph.transfer.rows import LABELS, TYPES, NodeRow, Page, RelationshipRow

NODES_A_PAGE = 1000
OWNERS_A_PAGE = 250


@dataclass(frozen=True)
class GraphState:
    """When a graph changed last, and what was begun on it and not finished."""

    changed_at: str | None = None
    unfinished: str | None = None


class GraphSource:
    """The graph that a connection leads to."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    def nodes(self) -> Iterator[Page[NodeRow]]:
        """All nodes, label by label, in the order of their uids."""
        for label in LABELS:
            for after, upto, uids in self._pages(label, NODES_A_PAGE):
                yield Page(label, after, upto, self.nodes_of(label, uids))

    def relationships(self) -> Iterator[Page[RelationshipRow]]:
        """All relationships, by the label and uid of their owners."""
        for label in LABELS:
            for after, upto, uids in self._pages(label, OWNERS_A_PAGE):
                yield Page(label, after, upto, self.relationships_of(label, uids))

    def uids(self, label: str, after: str, upto: str | None, limit: int) -> list[str]:
        """The uids of a label after one and up to another, in their order, at most `limit` of them."""
        rows = self._queries.read("moving_uids", label=label, after=after, upto=upto, limit=limit)
        return [cast(str, row["uid"]) for row in rows]

    def nodes_of(self, label: str, uids: list[str]) -> list[NodeRow]:
        """These nodes."""
        rows = self._queries.read("moving_nodes", label=label, uids=uids) if uids else []
        found = [
            NodeRow(
                label,
                cast(str, row["uid"]),
                tuple(sorted(cast("list[str]", row["labels"]))),
                cast("dict[str, object]", row["properties"]),
            )
            for row in rows
        ]
        return sorted(found, key=lambda row: row.uid)

    def relationships_of(self, label: str, uids: list[str]) -> list[RelationshipRow]:
        """The relationships that these nodes own."""
        if not uids:
            return []
        rows = self._queries.read("moving_relationships", label=label, uids=uids, labels=list(LABELS), types=list(TYPES))
        found = [RelationshipRow(**row) for row in rows]  # type: ignore[arg-type]
        return sorted(found, key=lambda row: row.owner)

    def is_empty(self) -> bool:
        """Whether not one node of the model is there."""
        return not any(self.uids(label, "", None, 1) for label in LABELS)

    def state(self) -> GraphState:
        """The graph's card."""
        rows = self._queries.read("graph_state")
        return GraphState(**rows[0]) if rows else GraphState()  # type: ignore[arg-type]

    def sizes(self) -> dict[str, int]:
        """How many nodes and relationships the whole database holds: the model's, and whatever users keep beside it."""
        row = self._queries.read("database_counts")[0]
        return {name: cast(int, value) for name, value in row.items()}

    def _pages(self, label: str, size: int) -> Iterator[tuple[str, str | None, list[str]]]:
        after = ""
        while True:
            uids = self.uids(label, after, None, size)
            # The last page reaches to the end of the label, so that a sink knows that nothing comes after it.
            upto = uids[-1] if len(uids) == size else None
            yield after, upto, uids
            if upto is None:
                return
            after = upto
