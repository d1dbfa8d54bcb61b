"""Bring what is derived about author records up to date after documents came or went: conclusive merges and similar names.

A load marks the records that it touches as pending; the mark goes when they are compared. So a load that was broken off is made
good by the next one.
"""

from collections.abc import Sequence
from typing import TypeVar, cast

from graph.connection import Connection
from graph.identity.merging import merge_conclusive
from graph.identity.similar import similar_pairs
from graph.registry import Registry, Run

BATCH_RECORDS = 5000

Row = TypeVar("Row")


def refresh_pending(registry: Registry, connection: Connection) -> int:
    """Compare all pending records with all others; the number of them."""
    pending = [cast(str, row["uid"]) for row in registry.read(connection, "pending_authors")]
    if not pending:
        return 0
    names = {cast(str, row["uid"]): cast(str, row["name"]) for row in registry.read(connection, "author_display_names")}
    touched = set(pending)
    pairs = sorted(similar_pairs(names, touched), key=lambda pair: (pair.uid_a, pair.uid_b))
    rows = [{"a": pair.uid_a, "b": pair.uid_b, "score": round(pair.score, 3), "reasons": list(pair.reasons)} for pair in pairs]

    def settle(run: Run) -> None:
        for uids in _batches(pending):
            merge_conclusive(run, uids)
        run("clear_similar_names", uids=pending)
        for similar in _batches(rows):
            run("create_similar_names", rows=similar)
        run("settle_authors", uids=pending)

    registry.write_together(connection, settle)
    return len(pending)


def _batches(rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[start : start + BATCH_RECORDS] for start in range(0, len(rows), BATCH_RECORDS)]
