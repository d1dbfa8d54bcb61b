"""What stands above the topics of a first load, in the importer's files: the terms of vocabularies, and what is below what."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graph.bulk.columns import Table
from graph.bulk.row_files import ANEW, RowFile, batches
from graph.topics.hierarchy import Hierarchy

NAMES = ("uid", "label", "scheme", "code")


def put_terms(folder: Path, table: Table, given: Sequence[Path], above: Hierarchy) -> tuple[list[Path], dict[str, pa.Array]]:
    """The terms of vocabularies as columns, as `put_vocabulary_topics` has them, and the files of the topics that documents give,
    without those that are among these terms."""
    labels = {uid: node.label for uid, node in above.nodes.items()}
    terms = pa.array(labels, pa.string())
    files = [*given]
    if any(pc.any(pc.is_in(batch.column(0), value_set=terms)).as_py() for batch in batches(given, table, ["uid"])):
        with RowFile(folder, table, ANEW) as others:
            for batch in batches(given, table, NAMES):
                is_term = pc.is_in(batch.column(0), value_set=terms)
                both = batch.filter(is_term)
                for uid, label in zip(both.column(0).to_pylist(), both.column(1).to_pylist(), strict=True):
                    labels[uid] = min(labels[uid], label)
                others.add(dict(zip(NAMES, batch.filter(pc.invert(is_term)).columns, strict=True)))
        for path in given:
            path.unlink()
        files = [others.path]
    nodes = above.nodes.values()
    columns = {name: pa.array([getattr(node, name) for node in nodes], pa.string()) for name in NAMES}
    return files, {**columns, "label": pa.array(labels.values(), pa.string()), **known_as(above.nodes, above)}


def known_as(uids: Iterable[str], above: Hierarchy) -> dict[str, pa.Array]:
    """The terms that topics are called like, and where they stand for them, as columns."""
    listed = pa.list_(pa.string())
    both = [(above.ids.get(uid), above.schemes(uid)) for uid in uids]
    return {"ids": pa.array([ids for ids, _ in both], listed), "schemes": pa.array([schemes for _, schemes in both], listed)}


def ties_above(above: Hierarchy) -> dict[str, pa.Array]:
    """Which topics stand below which, as columns."""
    names = {"start": "uid", "end": "above", "label": "label", "vocabulary": "vocabulary"}
    ties = sorted(above.ties, key=lambda tie: tie[:2])
    return {name: pa.array([getattr(tie, field) for tie in ties], pa.string()) for name, field in names.items()}
