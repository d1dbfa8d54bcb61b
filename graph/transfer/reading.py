"""A graph read out of a Neo4j, page by page."""

from collections.abc import Iterator

import msgspec

from graph.queries.bound import Queries
from graph.queries.rows import DatabaseCounts, GraphState, WeightsHeld, rows_as, state_from, uids_from, weights_from
from graph.schema.form import form_of, need_known
from graph.transfer.rows import LABELS, TYPES, NodeRow, Page, RelationshipRow

NODES_A_PAGE = 1000
OWNERS_A_PAGE = 250


class StoredNode(msgspec.Struct, frozen=True, gc=False):
    """A node as the database gives it."""

    uid: str
    labels: list[str]
    properties: dict[str, object]


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
        return uids_from(self._queries.read, "transfer_uids", label=label, after=after, upto=upto, limit=limit)

    def nodes_of(self, label: str, uids: list[str]) -> list[NodeRow]:
        """These nodes."""
        nodes = rows_as(StoredNode, self._queries.read, "transfer_nodes", label=label, uids=uids) if uids else []
        rows = [NodeRow(label, node.uid, tuple(sorted(node.labels)), node.properties) for node in nodes]
        return sorted(rows, key=lambda row: row.uid)

    def relationships_of(self, label: str, uids: list[str]) -> list[RelationshipRow]:
        """The relationships that these nodes own."""
        if not uids:
            return []
        read, model = self._queries.read, {"labels": list(LABELS), "types": list(TYPES)}
        rows = rows_as(RelationshipRow, read, "transfer_relationships", label=label, uids=uids, **model)
        return sorted(rows, key=lambda row: row.owner)

    def is_empty(self) -> bool:
        """Whether not one node of the model is there."""
        return not any(self.uids(label, "", None, 1) for label in LABELS)

    def state(self) -> GraphState:
        """The graph's card."""
        return state_from(self._queries.read)

    def weights(self) -> WeightsHeld:
        """The weights of its own that the graph keeps."""
        return weights_from(self._queries.read)

    def form(self) -> int:
        """The form of the data model that the graph is in. Raises NewerFormError for one that is not known here."""
        found = form_of(self._queries.read)
        need_known(found, f"the graph at {self._queries.connection.uri}")
        return found

    def sizes(self) -> DatabaseCounts:
        """How many nodes and relationships the whole database holds: the model's, and whatever users keep beside it."""
        [counts] = rows_as(DatabaseCounts, self._queries.read, "database_counts")
        return counts

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
