"""Neo4j's values as plain Python."""

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})


def plain(value: object) -> object:
    """The same value made of plain Python only.

    Temporal values become those of `datetime` (nanoseconds cut to microseconds), durations ISO 8601 strings, points dicts.
    A node becomes `{"labels": […], **properties}`; a relationship `{"type": …, "source": …, "target": …, **properties}`, its ends
    named by uid where they have one; a path `{"nodes": […], "relationships": […]}`.
    """
    # Nearly all values are of these types, and the questions below take long.
    if type(value) in _PLAIN:
        return value
    if isinstance(value, list | tuple) and not isinstance(value, Point | Duration):
        return list(value) if _PLAIN.issuperset(map(type, value)) else [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_properties(value)}
    if isinstance(value, Relationship):
        ends = {"source": _name_of(value.start_node), "target": _name_of(value.end_node)}
        return {"type": value.type, **ends, **_properties(value)}
    if isinstance(value, Path):
        return {"nodes": [plain(node) for node in value.nodes], "relationships": [plain(edge) for edge in value.relationships]}
    if isinstance(value, Date | Time | DateTime):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": list(value)}
    return value


def _properties(entity: Node | Relationship) -> dict[str, object]:
    return {key: plain(item) for key, item in entity.items()}


def _name_of(node: Node | None) -> object:
    return None if node is None else node.get("uid", node.element_id)
