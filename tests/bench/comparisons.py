"""What a load is compared with: the same rows written by others, into databases that know nothing of what they mean.

floor       the server's offline importer
ceiling     the leanest Cypher there is: UNWIND … CREATE, relationships between nodes found by a unique uid
neomodel    object by object, as its documentation shows it; some records, reckoned up
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import neomodel

from graph import ScholarGraph, server
from graph.bulk.columns import tables
from graph.bulk.tables import TableFiles, write_tables
from graph.bulk.workers import Own
from graph.connection import Connection
from graph.queries.bound import Queries
from graph.schema import Author, Paper, Venue
from graph.server.importer import import_database
from graph.transfer.reading import GraphSource
from graph.transfer.rows import NodeRow, RelationshipRow
from loaders.records import Record
from tests.bench.corpus import items

ROWS_AT_ONCE = 10_000

Item = TypeVar("Item")
NodesByLabel = dict[str, list[NodeRow]]
Ties = tuple[str, str, str]
TiesByKind = dict[Ties, list[RelationshipRow]]


def rows_of(graph: ScholarGraph) -> tuple[NodesByLabel, TiesByKind]:
    """Everything that a graph holds: nodes by label, relationships by label, type and label."""
    source = GraphSource(Queries(graph.connection))
    nodes: defaultdict[str, list[NodeRow]] = defaultdict(list)
    ties: defaultdict[Ties, list[RelationshipRow]] = defaultdict(list)
    for page in source.nodes():
        nodes[page.label] += page.rows
    for some in source.relationships():
        for row in some.rows:
            ties[row.start_label, row.type, row.end_label].append(row)
    return nodes, ties


def import_seconds(folder: Path, nodes: NodesByLabel, ties: TiesByKind, heap: str) -> float:
    """How long the importer takes for these rows, from files that lie ready."""
    known = tables()
    write_tables(folder, known)
    files = TableFiles(Own(folder, 0))
    for label, rows in nodes.items():
        files.add_nodes(label, ({name: value for name, value in row.properties.items() if value != ""} for row in rows))
    for (start, kind, end), some in ties.items():
        files.add_ties(f"{start}-{kind}-{end}", ((row.start, row.end, row.properties) for row in some))
    written = files.finish()
    of_nodes = {key: [path] for key, path in written.items() if known[key].start is None}
    of_ties: defaultdict[str, list[Path]] = defaultdict(list)
    for key, path in written.items():
        if known[key].start is not None:
            of_ties[known[key].name].append(path)
    started = time.perf_counter()
    import_database(server.fetch(), heap, folder / "home", of_nodes, of_ties)
    return time.perf_counter() - started


def create_seconds(connection: Connection, nodes: NodesByLabel, ties: TiesByKind) -> float:
    """How long CREATE takes for these rows in an empty database with unique constraints on uid."""
    started = time.perf_counter()
    for label, rows in nodes.items():
        connection.run(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.uid IS UNIQUE")
        for few in _some(rows):
            connection.write(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": [row.properties for row in few]})
    for (start, kind, end), found in ties.items():
        found_by_uid = f"MATCH (a:{start} {{uid: row.start}}) MATCH (b:{end} {{uid: row.end}})"
        text = f"UNWIND $rows AS row {found_by_uid} CREATE (a)-[r:{kind}]->(b) SET r = row.properties"
        for some in _some(found):
            ends = [{"start": row.start, "end": row.end, "properties": row.properties} for row in some]
            connection.write(text, {"rows": ends})
    return time.perf_counter() - started


def neomodel_seconds(records: int) -> float:
    """How long neomodel takes for so many records of the corpus, object by object, in the graph that it is attached to."""
    started = time.perf_counter()
    for record in items(records):
        if not isinstance(record, Record):
            continue
        with neomodel.db.transaction:
            [paper] = Paper.create_or_update({"uid": record.where, "title": record.title, "abstract": record.abstract})
            [venue] = Venue.get_or_create({"uid": record.publications[0].venue, "name": record.publications[0].venue})
            paper.venues.connect(venue, {"year": record.year})
            for author in record.authors:
                [person] = Author.get_or_create({"uid": author.name, "name": author.name})
                person.wrote.connect(paper, {"position": author.position})
    return time.perf_counter() - started


def _some(rows: Iterable[Item]) -> Iterator[Sequence[Item]]:
    left = iter(rows)
    while some := list(islice(left, ROWS_AT_ONCE)):
        yield some
