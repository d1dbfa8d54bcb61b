"""The neomodel classes over the demo pages: they work on whatever graph was opened, in every thread."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neomodel import db

from graph import ScholarGraph
from graph.connection import Connection
from graph.schema.neomodel_binding import attached
from graph.schema.nodes import Author, Document, Paper, Venue
from tests.integration.conftest import Neo4jServer, wipe

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"


def connect(server: Neo4jServer) -> ScholarGraph:
    return ScholarGraph.connect(server.uri, server.username, server.password, server.database)


@pytest.fixture(scope="module")
def server(neo4j_server: Neo4jServer) -> Neo4jServer:
    """A server with the demo pages."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    wipe(neo4j_server)
    with connect(neo4j_server) as graph:
        graph.load(sorted(DEMO.glob("*.txt")))
    return neo4j_server


@pytest.fixture
def graph(server: Neo4jServer) -> Iterator[ScholarGraph]:
    with connect(server) as opened:
        yield opened


def test_an_author_is_found_by_name_and_leads_to_papers_venues_and_topics(graph: ScholarGraph) -> None:
    author: Any = Author.nodes.get(name="Soham De")
    assert author.uid == "name:soham de"
    papers = {paper.uid: paper for paper in author.wrote}
    frame = graph.papers("Soham De")
    assert set(papers) == set(frame["uid"])
    venues = {(venue.name, paper.venues.relationship(venue).kind) for paper in papers.values() for venue in paper.venues}
    assert {("arXiv", "preprint"), ("ICML", "conference")} <= venues
    labels = {topic.label for paper in papers.values() for topic in paper.topics}
    assert labels == set(graph.topic_counts("Soham De", min_score=0)["label"])


def test_a_relationship_gives_its_properties(graph: ScholarGraph) -> None:
    table = graph.connection.read(
        "MATCH (:Author {uid: 'name:soham de'})-[w:WROTE]->(p:Paper) "
        "RETURN p.uid AS paper, w.position AS position, w.names AS names"
    )
    author: Any = Author.nodes.get(uid="name:soham de")
    found = []
    for paper in author.wrote:
        wrote = author.wrote.relationship(paper)
        found.append({"paper": paper.uid, "position": wrote.position, "names": wrote.names})
    assert sorted(found, key=str) == sorted(table.rows, key=str)
    assert {row["position"] for row in found} >= {1, 2, 3}


def test_filters_and_orders_work_as_in_cypher(graph: ScholarGraph) -> None:
    found = [
        (paper.year, paper.title) for paper in Paper.nodes.filter(year__gte=2020, title__icontains="gradient").order_by("title")
    ]
    rows = graph.cypher(
        "MATCH (p:Paper) WHERE p.year >= 2020 AND toLower(p.title) CONTAINS 'gradient' "
        "RETURN p.year AS year, p.title AS title ORDER BY title"
    )
    assert found == list(rows.itertuples(index=False, name=None))
    assert found
    assert len(Author.nodes) == graph.cypher("MATCH (a:Author) RETURN count(a) AS n").iloc[0]["n"]
    assert Venue.nodes.get_or_none(name="no such venue") is None


def test_likely_splits_are_neighbours_whichever_way_they_are_stored(graph: ScholarGraph) -> None:
    for name, other in (("Sam Smith", "Samuel L. Smith"), ("Samuel L. Smith", "Sam Smith")):
        author: Any = Author.nodes.get(name=name)
        [similar] = author.similar_names.all()
        assert similar.name == other
        assert 0 < author.similar_names.relationship(similar).score <= 1
    assert {edge["name_a"] for edge in graph.split_candidates().to_dict("records")} == {"Sam Smith", "Zheng Xu"}


def test_documents_give_what_they_declare_whatever_its_name(graph: ScholarGraph) -> None:
    graph.connection.write(
        "MATCH (d:Document) WHERE d.about = 'Samuel L. Smith' SET d.save = 'yes', d.papers = 3, d.mood = 'good'"
    )
    document: Any = next(document for document in Document.nodes.all() if document.about == "Samuel L. Smith")
    assert (document.mood, document.others) == ("good", {"save": "yes", "papers": 3})
    document.mood = "better"
    document.save()
    rows = graph.cypher("MATCH (d:Document {mood: 'better'}) RETURN d.save AS save, d.papers AS papers, d.complete AS complete")
    assert rows.to_dict("records") == [{"save": "yes", "papers": 3, "complete": True}]
    assert {paper.uid for paper in document.papers.all()}
    graph.connection.write("MATCH (d:Document {mood: 'better'}) REMOVE d.save, d.papers, d.mood")


def test_a_second_thread_works_on_the_same_database(server: Neo4jServer, graph: ScholarGraph) -> None:
    found: list[object] = []

    def look() -> None:
        found.append(Author.nodes.get(name="Soham De").uid)
        found.append(db.cypher_query("CALL db.info() YIELD name RETURN name")[0][0][0])

    in_thread(look)
    assert found == ["name:soham de", graph.connection.database]
    # The one database besides the default one that every server has.
    with Connection.open(server.uri, server.username, server.password, "system") as system, attached(system):
        in_thread(lambda: found.append(db.cypher_query("CALL db.info() YIELD name RETURN name")[0][0][0]))
    assert found[2:] == ["system"]


def in_thread(work: Any) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.slow  # the servers of both lines in one process
def test_the_classes_follow_the_graph_opened_last_and_return_to_the_one_before(
    local_servers: Callable[[str], Neo4jServer],
) -> None:
    names = "MATCH (a:Author) WHERE a.uid STARTS WITH 'line:' DELETE a"
    with connect(local_servers("2026")) as first:
        first.connection.write("CREATE (:Author {uid: 'line:2026', name: 'Calendar'})")
        with connect(local_servers("5.26")) as second:
            second.connection.write("CREATE (:Author {uid: 'line:5.26', name: 'Long Term'})")
            assert only_line() == "Long Term"
            in_thread(lambda: Author(uid="line:thread", name="Thread").save().delete())
            second.connection.write(names)
        assert only_line() == "Calendar"
        first.connection.write(names)


def only_line() -> str:
    """The name of the one author that tells the graphs apart."""
    [author] = Author.nodes.filter(uid__startswith="line:")
    return str(author.name)


def test_transactions_of_neomodel_take_back_what_fails(graph: ScholarGraph) -> None:
    def fail() -> None:
        with db.transaction:
            Author(uid="name:nobody", name="Nobody").save()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert Author.nodes.get_or_none(uid="name:nobody") is None
    assert graph.cypher("MATCH (a:Author {uid: 'name:nobody'}) RETURN a").empty
