"""The form of a dump: a graph in one file, gzip-compressed JSON lines that either Neo4j line can be filled from.

    {"dump": "scholargraph", "version": 2, "written_at": "2026-08-01T10:00:00+00:00", "written_by": "0.1.0", "form": 1}
    {"node": "Author", "labels": ["Author"], "properties": {"uid": "name:soham de", …}}
    …                                            all nodes, by label and uid
    {"relationship": "WROTE", "from": ["Author", "name:soham de"], "to": ["Paper", "paper:…"], "properties": {…}}
    …                                            all relationships, by their owner's label and uid
    {"end": true, "fingerprint": "…", "nodes": {"Author": 12, …}, "relationships": {…}, "parts": {…}}

The counts and the fingerprint come last because they are known last: the graph is read once. A file without them was truncated.
`form` is that of the data model that the graph is in (`graph.schema.form`); a dump from before there were numbers has none.
`weights` are those of its own that the graph keeps, `weights_learned` what they were learned from, both as JSON; left out
where it keeps none.
Property values that JSON has no word for are tagged (see `values`).
"""

import msgspec

from graph.errors import InputError
from graph.queries.rows import WeightsHeld
from graph.transfer.fingerprint import Fingerprint
from graph.transfer.rows import NodeRow, RelationshipRow
from graph.transfer.values import tagged, untagged

NAME = "scholargraph"
VERSION = 2
"""A fingerprint of version 1 counts when a document was loaded, too."""

Place = tuple[str, str]


class Line(msgspec.Struct, omit_defaults=True, rename={"start": "from", "finish": "to"}):
    """One line: the first has `dump`, the last `end`, every other one `node` or `relationship`."""

    dump: str = ""
    version: int = 0
    written_at: str = ""
    written_by: str = ""
    form: int = 0
    weights: str = ""
    weights_learned: str = ""
    node: str = ""
    labels: tuple[str, ...] = ()
    relationship: str = ""
    start: Place = ("", "")
    finish: Place = ("", "")
    properties: dict[str, object] = {}
    end: bool = False
    fingerprint: str = ""
    nodes: dict[str, int] = {}
    relationships: dict[str, int] = {}
    parts: dict[str, str] = {}


def first_line(written_at: str, written_by: str, form: int, weights: WeightsHeld) -> Line:
    """The first line of a dump of a graph of this form, which keeps these weights of its own."""
    line = Line(dump=NAME, version=VERSION, written_at=written_at, written_by=written_by, form=form)
    line.weights, line.weights_learned = weights.weights or "", weights.learned or ""
    return line


def line_of_node(row: NodeRow) -> Line:
    """A node as a line."""
    return Line(node=row.label, labels=row.labels, properties=tagged(row.properties))


def line_of_relationship(row: RelationshipRow) -> Line:
    """A relationship as a line."""
    ends = {"start": (row.start_label, row.start), "finish": (row.end_label, row.end)}
    return Line(relationship=row.type, **ends, properties=tagged(row.properties))  # type: ignore[arg-type]


def line_of_fingerprint(found: Fingerprint) -> Line:
    """The last line."""
    parts = {name: f"{total:064x}" for name, total in found.parts.items()}
    return Line(end=True, fingerprint=found.value, nodes=found.nodes, relationships=found.relationships, parts=parts)


def node_of(line: Line) -> NodeRow:
    """The node of a line. Raises InputError where it is none."""
    uid = line.properties.get("uid")
    if not isinstance(uid, str):
        raise InputError("a node without a uid")
    return NodeRow(line.node, uid, line.labels, untagged(line.properties))


def relationship_of(line: Line) -> RelationshipRow:
    """The relationship of a line. Raises InputError where a property is none."""
    return RelationshipRow(*line.start, line.relationship, *line.finish, untagged(line.properties))


def fingerprint_of_line(line: Line) -> Fingerprint:
    """The fingerprint that the last line promises. Raises ValueError where it is malformed."""
    parts = {name: int(total, 16) for name, total in line.parts.items()}
    return Fingerprint(line.fingerprint, line.nodes, line.relationships, parts)
