"""Full-text indexes asked while a transaction is under way: nothing is missing because something of another kind was deleted.

Nodes and relationships have internal ids of their own, so that some node has the id of some relationship.
"""

import pytest

from graph import ScholarGraph
from graph.queries.bound import Queries, Run
from graph.queries.registry import Registry

SOME = 2000
pytestmark = pytest.mark.any_line


def collide(graph: ScholarGraph, nodes: str, ties: str) -> None:
    """Create nodes of a label, and relationships of a type, until some of either have the same internal ids. `nodes` creates one
    with a number, `ties` a relationship."""
    of_nodes, of_ties, made = set[int](), set[int](), 0
    while not of_nodes & of_ties:
        assert made < 200 * SOME
        if not of_nodes or max(of_nodes) < max(of_ties, default=0):
            of_nodes |= _created(graph, f"UNWIND range($first + 1, $first + $some) AS number {nodes}", made)
        else:
            of_ties |= _created(graph, f"UNWIND range($first + 1, $first + $some) AS number {ties}", made)
        made += SOME


def _created(graph: ScholarGraph, cypher: str, first: int) -> set[int]:
    rows = graph.connection.write(cypher, {"first": first, "some": SOME}).rows
    return {int(str(row["id"]).rpartition(":")[2]) for row in rows}


def count(graph: ScholarGraph, pattern: str) -> int:
    """How often a pattern is there."""
    return int(graph.cypher(f"MATCH {pattern} RETURN count(*) AS count")["count"][0])


def test_deleted_relationships_hide_no_nodes(graph: ScholarGraph) -> None:
    collide(
        graph,
        "CREATE (a:Author {uid: 'name:' + number, blocks: ['init=berg_a'], ids: ['s2:1']}) RETURN elementId(a) AS id",
        "MERGE (a:Author {uid: 'one'}) MERGE (b:Author {uid: 'other'}) CREATE (a)-[same:SAME_AS {by: 'rule'}]->(b) "
        "RETURN elementId(same) AS id",
    )

    def found(run: Run) -> list[int]:
        run("replace_rule_edges", uids=["one"], rows=[], at="2026-01-01")
        [block] = run("authors_in_blocks", keys=["init=berg_a"])
        return [len(list(block["uids"])), len(run("authors_of_other_ids", uids=["s2:1"]))]  # type: ignore[call-overload]

    authors = count(graph, "(a:Author {ids: ['s2:1']})")
    assert Queries(graph.connection).write_together(found) == [authors, authors]
    assert count(graph, "()-[:SAME_AS]->()") == 0


def test_deleted_nodes_hide_no_relationships(graph: ScholarGraph) -> None:
    collide(
        graph,
        "CREATE (t:Topic {uid: 'topic:' + number}) RETURN elementId(t) AS id",
        "MERGE (document:Document {uid: 'document:1'}) CREATE (document)-[d:DESCRIBES {claim: 'document:1#' + number, "
        "cites: ['doi:10.1/x'], curates: ['name:ada berg']}]->(:Author {uid: 'name:' + number}) RETURN elementId(d) AS id",
    )

    def found(run: Run) -> list[int]:
        run("delete_orphan_topics", uids=topics)
        return [len(run("citing_claims", ids=["doi:10.1/x"])), len(run("curators_of_names", uids=["name:ada berg"]))]

    topics = graph.cypher("MATCH (t:Topic) RETURN t.uid AS uid")["uid"].tolist()
    ties = count(graph, "()-[:DESCRIBES]->()")
    assert Queries(graph.connection).write_together(found) == [ties, ties]
    assert count(graph, "(:Topic)") == 0


def test_every_internal_query_of_a_full_text_index_reads_what_is_committed() -> None:
    """But for those that ask whether there is anything at all, before anything is written."""
    asking = {
        name
        for name, query in Registry.shipped().items()
        if "db.index.fulltext.query" in query.text and query.internal and not query.committed
    }
    assert asking <= {"graph_has_citations", "graph_has_untitled_papers"}
