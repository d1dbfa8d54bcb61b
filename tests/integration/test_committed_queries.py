"""Full-text indexes asked while a transaction is under way: nothing is missing because something of another kind was deleted.

Nodes and relationships have internal ids of their own, from 0 on, so in a small graph many a node has the id of a relationship.
"""

import pytest

from graph import ScholarGraph
from graph.queries.bound import Queries, Run
from graph.queries.registry import Registry

MANY = 60
pytestmark = pytest.mark.any_line


def _internal_ids(graph: ScholarGraph, cypher: str) -> set[str]:
    """The numbers in the element ids that a query gives."""
    return {str(element).rpartition(":")[2] for element in graph.cypher(cypher)["id"]}


def test_deleted_relationships_hide_no_nodes(graph: ScholarGraph) -> None:
    graph.connection.write(
        "UNWIND range(1, $many) AS number CREATE (a:Author {uid: 'name:' + number, blocks: ['init=berg_a'], ids: ['s2:1']}) "
        "WITH a ORDER BY a.uid CREATE (a)-[:SAME_AS {by: 'rule'}]->(a)",
        {"many": MANY},
    )
    nodes = _internal_ids(graph, "MATCH (a:Author) RETURN elementId(a) AS id")
    assert nodes & _internal_ids(graph, "MATCH ()-[same:SAME_AS]->() RETURN elementId(same) AS id")

    def found(run: Run) -> tuple[int, int]:
        run("replace_rule_edges", uids=[f"name:{number}" for number in range(1, MANY + 1)], rows=[], at="2026-01-01")
        [block] = run("authors_in_blocks", keys=["init=berg_a"])
        return len(block["uids"]), len(run("authors_of_other_ids", uids=["s2:1"]))  # type: ignore[arg-type]

    queries = Queries(graph.connection)
    assert queries.write_together(found) == (MANY, MANY)
    assert graph.cypher("MATCH ()-[same:SAME_AS]->() RETURN same").empty


def test_deleted_nodes_hide_no_relationships(graph: ScholarGraph) -> None:
    graph.connection.write(
        "CREATE (document:Document {uid: 'document:1'}) WITH document UNWIND range(1, $many) AS number "
        "CREATE (document)-[:DESCRIBES {claim: 'document:1#' + number, cites: ['doi:10.1/x'], sketch: 'aa', "
        "untitled_sketch: 'bb', curates: ['name:ada berg']}]->(:Author {uid: 'name:' + number}) "
        "CREATE (:Topic {uid: 'topic:' + number})",
        {"many": MANY},
    )
    ties = _internal_ids(graph, "MATCH ()-[d:DESCRIBES]->() RETURN elementId(d) AS id")
    assert ties & _internal_ids(graph, "MATCH (t:Topic) RETURN elementId(t) AS id")

    def found(run: Run) -> list[int]:
        run("delete_orphan_topics", uids=[f"topic:{number}" for number in range(1, MANY + 1)])
        return [
            len(run("citing_claims", ids=["doi:10.1/x"])),
            len(run("curators_of_names", uids=["name:ada berg"])),
            min(len(run("claims_by_sketch", sketches=["aa"])), 50),
            min(len(run("untitled_claims_by_sketch", sketches=["bb"])), 50),
        ]

    assert Queries(graph.connection).write_together(found) == [MANY, MANY, 50, 50]
    assert graph.cypher("MATCH (t:Topic) RETURN t").empty


def test_every_internal_query_of_a_full_text_index_reads_what_is_committed() -> None:
    """But for those that ask whether there is anything at all, before anything is written."""
    asking = {
        name
        for name, query in Registry.shipped().items()
        if "db.index.fulltext.query" in query.text and query.internal and not query.committed
    }
    assert asking <= {"graph_has_citations", "graph_has_untitled_papers"}
