"""The similar names of a first load, compared by all processors and written for the importer, and which records still wait.

Whose names are compared and what is said of them is decided where it is for a graph (`graph.identity.blocking`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graph.bulk.columns import Table
from graph.bulk.loading import Files
from graph.bulk.row_files import DERIVED, RowFile, batches, columns_of
from graph.bulk.tables import COMPLETED, End, TableFiles, read_tables
from graph.bulk.uniting import finish_tables
from graph.bulk.workers import Own, Workers
from graph.identity.blocking.all_pairs import Prepared
from graph.identity.blocking.pairs import compared
from graph.names.blocking_keys import RULES

PAIRS_A_TASK = 4000

_SIMILAR = "Author-SIMILAR_NAME-Author"


def find_similar_names(workers: Workers, folder: Path, nodes: Files, relationships: Files) -> tuple[Files, dict[str, object]]:
    """Write which author records have names alike; all files of relationships with them, and what the graph's card says of it:
    by which rules names were compared, and which blocks were too large to be of use."""
    tables = read_tables(folder)
    prepared = _prepared(tables["Author"], nodes.get("Author", []))
    pairs = sorted(prepared.pairs(_author_lists(tables["Author-WROTE-Paper"], relationships.get("WROTE", []))))
    names = prepared.names
    tasks = (
        ([(one, names[one], other, names[other]) for one, other in pairs[start : start + PAIRS_A_TASK]],)
        for start in range(0, len(pairs), PAIRS_A_TASK)
    )
    for _ in workers.run(_compare, tasks):
        pass
    written = [files[_SIMILAR] for files in workers.each(finish_tables) if _SIMILAR in files]
    card: dict[str, object] = {"name_rules": RULES, "crowded_blocks": sorted(prepared.oversized)}
    return ({**relationships, "SIMILAR_NAME": written} if written else relationships), card


def mark_waiting(folder: Path, nodes: Files, concerned: Collection[str] | None = None) -> Files:
    """Mark the author records that have to wait for the graph: those of which evidence may say who they are (None for all), by
    uid, and those with an empty key of a name, which the importer loses. All files of nodes, with those of the authors written
    anew."""
    table = read_tables(folder)["Author"]
    known = pa.array(sorted(concerned or ()), pa.string())
    names = ["uid", *(name for name in table.properties if name != "uid")]
    with RowFile(folder, table, DERIVED) as authors:
        for batch in batches(nodes.get("Author", []), table, names):
            columns = dict(zip(batch.schema.names, batch.columns, strict=True))
            waits = pc.is_valid(columns["uid"]) if concerned is None else pc.is_in(columns["uid"], value_set=known)
            for key in COMPLETED["Author"]:
                waits = pc.or_(waits, pc.equal(columns[key], ""))
            authors.add({**columns, "pending": pc.if_else(waits, pa.scalar(True), pa.scalar(None, pa.bool_()))})
    for path in nodes.get("Author", []):
        path.unlink()
    return {**nodes, "Author": [authors.path]}


def evidence_concerns(folder: Path, nodes: Files, relationships: Files) -> set[str]:
    """The records that conclusive evidence may tie to others or part from them (`merge_evidence`, `curated_names`,
    `different_from_edges`): those of an ORCID that several have, of several ids on one slot, of ids that were merged, and of
    curated lists."""
    tables = read_tables(folder)
    found: set[str] = set()
    orcids = columns_of(nodes.get("Author", []), tables["Author"], ["orcid"]).column(0).drop_null()
    counts = pc.value_counts(orcids)
    shared = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    for batch in batches(nodes.get("Author", []), tables["Author"], ["uid", "orcid", "replaces"]):
        found.update(batch.filter(pc.is_in(batch.column("orcid"), value_set=shared)).column("uid").to_pylist())
        found.update(_with_lists(batch, "uid", "replaces"))
    for key, kind in (("Author-WROTE-Paper", "WROTE"), ("Author-EDITED-Paper", "EDITED")):
        for batch in batches(relationships.get(kind, []), tables[key], ["start", "ids"]):
            several = pc.fill_null(pc.greater(pc.list_value_length(batch.column("ids")), 1), False)
            found.update(_with_lists(batch.filter(several), "start", "ids"))
    people = "Document-DESCRIBES-Author"
    described = [path for path in relationships.get("DESCRIBES", []) if path.name.startswith(f"{people}-")]
    for batch in batches(described, tables[people], ["end", "curates", "shares", "distinct_from"]):
        for name in ("curates", "shares", "distinct_from"):
            found.update(_with_lists(batch, "end", name))
    return found


def _prepared(table: Table, authors: Sequence[Path]) -> Prepared:
    """The names of all records that stand for people."""
    known = columns_of(authors, table, ["uid", "name", "blocks"])
    known = known.filter(pc.is_valid(known.column("blocks")))
    prepared = Prepared()
    for batch in known.to_batches():
        for uid, name, held in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            prepared.add(uid, name, held)
    return prepared


def _author_lists(table: Table, wrote: Sequence[Path]) -> Iterator[list[str]]:
    """The authors of each paper of several: the rows of one paper stand in one file."""
    for path in wrote:
        by_paper = columns_of([path], table, ["start", "end"]).group_by("end")
        lists = by_paper.aggregate([("start", "list")]).column("start_list")
        for some in lists.filter(pc.greater(pc.list_value_length(lists), 1)).chunks:
            yield from some.to_pylist()


def _compare(own: Own, pairs: Sequence[tuple[str, str, str, str]]) -> None:
    """Compare some names, given with the uids of their records."""
    names: Mapping[str, str] = {uid: name for one in pairs for uid, name in (one[:2], one[2:])}
    found = compared(((one, other) for one, _, other, _ in pairs), names)
    ties: Iterator[End] = ((pair.uid_a, pair.uid_b, pair.properties) for pair in found)
    own.keep(TableFiles).add_ties(_SIMILAR, ties)


def _with_lists(batch: pa.RecordBatch, uid: str, listed: str) -> Iterator[str]:
    """Of the rows with a list: their uids, and what is listed."""
    some = batch.filter(pc.is_valid(batch.column(listed)))
    yield from some.column(uid).to_pylist()
    yield from some.column(listed).flatten().to_pylist()
