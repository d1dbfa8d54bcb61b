"""A graph written into a Neo4j, page by page.

A page is written in one transaction, so a break leaves whole pages. Into a graph that holds something already, only what differs
is written, and what the source does not hold is removed; so a move that was broken off goes on where it stopped.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from graph.clock import now
from graph.errors import ScholarGraphError
from graph.queries.bound import Queries, Run
from graph.queries.rows import WeightsHeld, count_from
from graph.transfer.fingerprint import node_spelling, relationship_spelling
from graph.transfer.reading import NODES_A_PAGE, OWNERS_A_PAGE, GraphSource
from graph.transfer.rows import LABELS, TYPES, NodeRow, Page, RelationshipRow

Element = TypeVar("Element")


class GraphSink:
    """The graph that a connection leads to. `fresh` says that it was empty when the move began, `form` in which form
    of the data model the source is, in which this graph is then too, and `weights` which ones of its own it keeps, as this graph
    then does."""

    def __init__(self, queries: Queries, *, fresh: bool, form: int, weights: WeightsHeld) -> None:
        self._queries = queries
        self._held = GraphSource(queries)
        self._fresh = fresh
        self._form = form
        self._weights = weights
        self.written = 0
        self.removed = 0

    def begin(self, what: str) -> None:
        """Mark the graph as unfinished, saying what was begun, and as being of the source's form."""

        def mark(run: Run) -> None:
            run("hold_graph", at=now(), form=self._form)
            run("mark_unfinished", what=what)
            run("set_form", form=self._form)
            run("set_kept_weights", weights=self._weights.weights, learned=self._weights.learned)

        self._queries.write_together(mark)

    def end(self) -> None:
        """Take the mark off."""
        self._queries.write("mark_unfinished", what=None)

    def put_nodes(self, page: Page[NodeRow]) -> None:
        """Have exactly these nodes on this page."""
        rows = page.rows if self._fresh else self._new_nodes(page)
        if not rows:
            return
        given = [{"label": row.label, "uid": row.uid, "labels": list(row.labels), "properties": row.properties} for row in rows]

        def write(run: Run) -> None:
            run("hold_graph", at=now(), form=self._form)
            run("put_nodes", rows=given)

        self._queries.write_together(write)
        self.written += len(rows)

    def put_relationships(self, page: Page[RelationshipRow]) -> None:
        """Have exactly these relationships on this page. Raises ScholarGraphError if one of them lacks an end."""
        if self._fresh:
            self._write_relationships(page.label, sorted({row.owner[1] for row in page.rows}), page.rows)
            return
        wanted: dict[str, list[RelationshipRow]] = {}
        for row in page.rows:
            wanted.setdefault(row.owner[1], []).append(row)
        for uids in self._pages(page, OWNERS_A_PAGE):
            held: dict[str, list[RelationshipRow]] = {}
            for row in self._held.relationships_of(page.label, uids):
                held.setdefault(row.owner[1], []).append(row)
            different = [uid for uid in uids if _content(wanted.get(uid, [])) != _content(held.get(uid, []))]
            self._write_relationships(page.label, different, [row for uid in different for row in wanted.get(uid, [])])

    def _new_nodes(self, page: Page[NodeRow]) -> list[NodeRow]:
        """The nodes of a page that are not there as they should be; those that should not be there are removed."""
        missing = {row.uid: row for row in page.rows}
        for uids in self._pages(page, NODES_A_PAGE):
            stale = [uid for uid in uids if uid not in missing]
            for row in self._held.nodes_of(page.label, uids):
                if row.uid in missing and node_spelling(row) == node_spelling(missing[row.uid]):
                    del missing[row.uid]
            self._remove(page.label, stale)
        return list(missing.values())

    def _remove(self, label: str, uids: list[str]) -> None:
        if uids:
            self._queries.write("delete_nodes", label=label, uids=uids)
            self.removed += len(uids)

    def _write_relationships(self, label: str, owners: list[str], rows: list[RelationshipRow]) -> None:
        if not owners:
            return
        given = [
            {
                "start_label": row.start_label,
                "start": row.start,
                "type": row.type,
                "end_label": row.end_label,
                "end": row.end,
                "properties": row.properties,
            }
            for row in rows
        ]

        def write(run: Run) -> None:
            run("hold_graph", at=now(), form=self._form)
            run("clear_relationships", label=label, uids=owners, labels=list(LABELS), types=list(TYPES))
            if count_from(run, "put_relationships", rows=given) != len(given):
                raise ScholarGraphError(
                    f"Some relationships of {label} nodes from {owners[0]!r} to {owners[-1]!r} end at nodes that were not there "
                    "when nodes were read: the source changed meanwhile. Run it again while nothing is being loaded."
                )

        self._queries.write_together(write)
        self.written += len(rows)

    def _pages(self, page: Page[Element], size: int) -> Iterator[list[str]]:
        """The uids that the graph holds within a page's bounds, in portions."""
        after = page.after
        while uids := self._held.uids(page.label, after, page.upto, size):
            yield uids
            after = uids[-1]


def _content(rows: list[RelationshipRow]) -> Counter[bytes]:
    return Counter(map(relationship_spelling, rows))
