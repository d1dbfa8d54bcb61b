"""A whole graph as comparable rows."""

import json
from collections.abc import Hashable
from typing import Any

from graph.facade import ScholarGraph

VOLATILE = ("loaded_at", "read_by", "at", "changed_at", "turn")
"""Times, and the number of transactions."""


def snapshot(graph: ScholarGraph) -> tuple[list[str], list[str]]:
    """Every node and every relationship of a graph as JSON, times and turns left out, sorted."""
    nodes = graph.cypher("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    edges = graph.cypher("MATCH (a)-[r]->(b) RETURN a.uid AS a, type(r) AS type, b.uid AS b, properties(r) AS properties")
    return _rows(nodes.to_dict("records")), _rows(edges.to_dict("records"))


def _rows(rows: list[dict[Hashable, Any]]) -> list[str]:
    for row in rows:
        row["properties"] = {key: value for key, value in row["properties"].items() if key not in VOLATILE}
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows)
