"""Bring what is derived about author records up to date after documents came or went: conclusive merges and similar names.

A load marks the records that it touches as pending; the mark goes when they are compared. So a load that was broken off is made
good by the next one.
"""

from collections.abc import Sequence
from typing import TypeVar, cast

from graph.clock import now
from graph.connection import Connection
from graph.identity.merging import merge_conclusive
from graph.identity.similar import similar_pairs
from graph.registry import Registry, Run

BATCH_RECORDS = 5000

Row = TypeVar("Row")


def refresh_pending(registry: Registry, connection: Connection) -> int:
    """Compare all pending records with all others, in one transaction that no load comes between; the number of them."""
    if not registry.read(connection, "pending_authors"):
        return 0
    return registry.write_together(connection, _refresh)


def _refresh(run: Run) -> int:
    run("hold_graph", at=now())
    pending = [cast(str, row["uid"]) for row in run("pending_authors")]
    for uids in _batches(pending):
        merge_conclusive(run, uids)
    names = {cast(str, row["uid"]): cast(str, row["name"]) for row in run("author_display_names")}
    pairs = sorted(similar_pairs(names, set(pending)), key=lambda pair: (pair.uid_a, pair.uid_b))
    rows = [{"a": pair.uid_a, "b": pair.uid_b, "score": round(pair.score, 3), "reasons": list(pair.reasons)} for pair in pairs]
    run("clear_similar_names", uids=pending)
    for similar in _batches(rows):
        run("create_similar_names", rows=similar)
    run("settle_authors", uids=pending)
    return len(pending)


def _batches(rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[start : start + BATCH_RECORDS] for start in range(0, len(rows), BATCH_RECORDS)]
