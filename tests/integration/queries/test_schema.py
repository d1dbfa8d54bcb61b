"""The schema from the neomodel classes, and the classes on an open connection."""

from typing import Any, Protocol

import pytest

from graph.connection import Connection
from graph.errors import QueryError
from graph.schema import indexes, neomodel_binding
from graph.schema.nodes import Author, Document, Paper


class Neo4jServer(Protocol):
    uri: str
    username: str
    password: str
    database: str


def test_installing_again_finds_everything_there(connection: Connection, capfd: pytest.CaptureFixture[str]) -> None:
    indexes.install(connection)
    assert indexes.install(connection) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.changes_schema
def test_what_is_missing_is_named_and_created_again(connection: Connection, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("paper_titles", "index_Author_orcid", "index_DESCRIBES_doi"):
        connection.run(f"DROP INDEX {name}")
    connection.run("DROP CONSTRAINT constraint_unique_Venue_uid")
    lacking = {"full-text paper_titles", "Author.orcid", "DESCRIBES.doi", "unique Venue.uid"}
    assert set(indexes.missing(connection)) == lacking
    assert set(indexes.install(connection)) == lacking
    assert indexes.missing(connection) == []
    assert capfd.readouterr() == ("", "")


def test_two_nodes_cannot_share_a_uid(empty_graph: Connection) -> None:
    empty_graph.write("CREATE (:Paper {uid: 'p'})")
    with pytest.raises(QueryError, match="already exists"):
        empty_graph.write("CREATE (:Paper {uid: 'p'})")


def test_models_read_nodes_relationships_and_their_properties(empty_graph: Connection) -> None:
    empty_graph.write(
        "CREATE (a:Author {uid: 'name:ana ruiz', name: 'Ana Ruiz', name_forms: ['A. Ruiz']}), "
        "(p:Paper {uid: 'p', title: 'Nets'}), (d:Document {uid: 'd', declared_papers: 3}), "
        "(a)-[:WROTE {position: 2, name: 'A. Ruiz'}]->(p), (d)-[:DESCRIBES {record: -1}]->(a), "
        "(p)-[:PUBLISHED_IN {year: 2020}]->(:Venue {uid: 'v', name: 'ICML'})"
    )
    neomodel_binding.attach(empty_graph)
    author: Any = Author.nodes.get(name="Ana Ruiz")
    [paper] = author.wrote.all()
    assert (author.name_forms, paper.title, author.wrote.relationship(paper).position) == (["A. Ruiz"], "Nets", 2)
    [venue] = paper.venues.all()
    assert (venue.name, paper.venues.relationship(venue).year) == ("ICML", 2020)
    assert [document.declared_papers for document in author.documents.all()] == [3]
    assert isinstance(author.documents.all()[0], Document)


def test_models_write_what_queries_read(empty_graph: Connection) -> None:
    neomodel_binding.attach(empty_graph)
    author = Author(uid="name:bo li", name="Bo Li").save()
    author.wrote.connect(Paper(uid="p", title="Nets").save(), {"position": 1})
    assert empty_graph.read("MATCH (a:Author)-[w:WROTE]->(p:Paper) RETURN a.uid AS a, w.position AS w, p.title AS p").rows == [
        {"a": "name:bo li", "w": 1, "p": "Nets"}
    ]


def test_models_follow_the_graph_that_was_attached_last(neo4j_server: Neo4jServer, empty_graph: Connection) -> None:
    empty_graph.write("CREATE (:Author {uid: 'x', name: 'X'})")
    neomodel_binding.attach(empty_graph)
    other = Connection.open(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database)
    neomodel_binding.attach(other)
    neomodel_binding.detach(empty_graph)
    assert Author.nodes.get(uid="x").name == "X"
    neomodel_binding.detach(other)
    other.close()
    with pytest.raises(ValueError, match="No Neo4j connection"):
        Author.nodes.get(uid="x")
    neomodel_binding.attach(empty_graph)
    assert Author.nodes.get(uid="x").name == "X"
