"""What stands above the topics of a first load, in the importer's files: the terms of vocabularies, and what is below what."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graph import word_keys
from graph.bulk.columns import Table
from graph.bulk.keywords import Spelt, is_keyword
from graph.bulk.row_files import ANEW, RowFile, batches
from graph.topics.hierarchy import Hierarchy

NAMES = ("uid", "label", "scheme", "code")


def put_terms(
    folder: Path, table: Table, given: Sequence[Path], above: Hierarchy, found: Iterable[str], spelt: Spelt
) -> tuple[list[Path], dict[str, pa.Array]]:
    """The terms of vocabularies as columns, as `put_vocabulary_topics` has them, and the files of the topics that documents give,
    without those that are among these terms or `found` in texts, keywords with their other spellings."""
    labels = {uid: node.label for uid, node in above.nodes.items()}
    terms, elsewhere = pa.array(labels, pa.string()), pa.array([*labels, *found], pa.string())
    files = [*given]
    if any(pc.any(pc.or_(pc.is_in(uids, value_set=terms), is_keyword(uids))).as_py() for uids in _uids(table, given)):
        with RowFile(folder, table, ANEW) as others:
            for batch in batches(given, table, NAMES):
                both = batch.filter(pc.is_in(batch.column(0), value_set=terms))
                for uid, label in zip(both.column(0).to_pylist(), both.column(1).to_pylist(), strict=True):
                    labels[uid] = min(labels[uid], label)
                rest = batch.filter(pc.invert(pc.is_in(batch.column(0), value_set=elsewhere)))
                spellings = spelt.others(rest.column(0), rest.column(1).to_pylist())
                others.add({**dict(zip(NAMES, rest.columns, strict=True)), "spellings": spellings})
        for path in given:
            path.unlink()
        files = [others.path]
    nodes = above.nodes.values()
    columns = {name: pa.array([getattr(node, name) for node in nodes], pa.string()) for name in NAMES}
    return files, {**columns, "label": pa.array(labels.values(), pa.string()), **known_as(above.nodes, above)}


def known_as(uids: Iterable[str], above: Hierarchy) -> dict[str, pa.Array]:
    """The terms that topics are called like, and of which schemes they are too, as columns."""
    listed = pa.list_(pa.string())
    both = [(above.ids.get(uid), _schemes(uid, above)) for uid in uids]
    return {"ids": pa.array([ids for ids, _ in both], listed), "schemes": pa.array([schemes for _, schemes in both], listed)}


def _schemes(uid: str, above: Hierarchy) -> list[str] | None:
    """As `put_topics` and `set_topic_ids` have them."""
    of_vocabularies = above.schemes(uid)
    return [word_keys.PHRASE, *(of_vocabularies or ())] if word_keys.is_keyword(uid) else of_vocabularies


def _uids(table: Table, paths: Sequence[Path]) -> Iterator[pa.Array]:
    return (batch.column(0) for batch in batches(paths, table, ["uid"]))


def ties_above(above: Hierarchy) -> dict[str, pa.Array]:
    """Which topics stand below which, as columns."""
    names = {"start": "uid", "end": "above", "label": "label", "vocabulary": "vocabulary"}
    ties = sorted(above.ties, key=lambda tie: tie[:2])
    return {name: pa.array([getattr(tie, field) for tie in ties], pa.string()) for name, field in names.items()}
