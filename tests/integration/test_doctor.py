"""The doctor on real servers: what is in order, what is not, and that it changes nothing."""

import json
from collections.abc import Iterator

import pytest

from graph import ScholarGraph
from graph.connection import Connection
from graph.doctor import Check, examine_folder, examine_server
from graph.schema import indexes
from graph.schema.form import FORM
from tests.commands import Done, call
from tests.integration.conftest import Neo4jServer

HEALTHY = {"neo4j server", "schema", "form", "indexes", "moves", "loads", "counts", "contents", "authors", "connection"}


@pytest.fixture
def connection(clean_graph_server: Neo4jServer) -> Iterator[Connection]:
    """An empty graph with its schema."""
    server = clean_graph_server
    with ScholarGraph.connect(server.uri, server.username, server.password, server.database) as graph:
        graph.connection.write("MERGE (s:GraphState {uid: 'state'}) MERGE (:Paper {uid: 'p'}) SET s.form = $form", {"form": FORM})
        yield graph.connection


def examined(server: Neo4jServer) -> dict[str, Check]:
    return {check.name: check for check in examine_server(server.uri, server.username, server.password, server.database)}


def test_a_healthy_graph_is_in_order(connection: Connection, clean_graph_server: Neo4jServer) -> None:
    found = examined(clean_graph_server)
    assert set(found) >= HEALTHY
    assert {check.state for check in found.values()} == {"ok"}
    assert connection.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 2}]


@pytest.mark.changes_schema
def test_whatever_is_wrong_with_a_graph_is_told_with_what_to_do(connection: Connection, clean_graph_server: Neo4jServer) -> None:
    connection.write(
        "CREATE (:Document {uid: 'd', location: 'half.txt', complete: false}), (:Author {uid: 'a', pending: true}), "
        "(:Document {uid: 'e', location: 'short.txt', complete: true, confirmed: false, rejected: 1}) "
        "WITH 1 AS one MATCH (s:GraphState) SET s.unfinished = 'restore of x', s.form = null"
    )
    connection.run("DROP INDEX author_names")
    try:
        found = examined(clean_graph_server)
    finally:
        indexes.install(connection)
    assert {name: check.state for name, check in found.items() if check.state != "ok"} == {
        "schema": "problem",
        "form": "warning",
        "moves": "problem",
        "loads": "warning",
        "counts": "warning",
        "authors": "warning",
    }
    assert found["schema"].found == "missing: full-text author_names"
    assert "`scholargraph upgrade`" in found["form"].advice
    assert "half.txt" in found["loads"].found
    assert "short.txt" in found["counts"].found
    assert found["contents"].found.startswith("2 documents, 1 paper, 1 author record")
    assert "restore of x" in found["moves"].found
    assert all(check.advice for check in found.values() if check.state != "ok")


def test_a_local_graph_is_examined_on_its_running_server(local_neo4j: Neo4jServer) -> None:
    assert local_neo4j.folder is not None
    said: list[str] = []
    found = {check.name: check for check in examine_folder(local_neo4j.folder, start=True, say=said.append)}
    assert said == []
    assert {"java", "memory", "disk", "graph", "last run", "server", "neo4j server"} <= set(found)
    assert found["server"].found.startswith("joined in ")
    assert found["neo4j server"].found.startswith(local_neo4j.line)
    assert [check for name, check in found.items() if name.startswith("jars of Neo4j") and check.state == "ok"]
    assert local_neo4j.password not in str(found)


def test_the_command_ends_with_1_where_there_is_a_problem_and_shows_no_password(
    connection: Connection, clean_graph_server: Neo4jServer
) -> None:
    server = clean_graph_server
    assert connection.read("RETURN 1 AS one").rows
    given = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_DATABASE": server.database}

    def doctor(*arguments: str, password: str) -> Done:
        done = call("doctor", *arguments, **given, NEO4J_PASSWORD=password)
        assert password not in done.stdout + done.stderr
        return done

    healthy = doctor("--format", "json", password=server.password)
    assert healthy.returncode == 0
    assert {row["state"] for row in json.loads(healthy.stdout)} == {"ok"}
    assert {tuple(row) for row in json.loads(healthy.stdout)} == {("name", "state", "found", "advice")}
    assert "everything is in order" in doctor(password=server.password).stdout
    refused = doctor(password="a-wrong-password")
    assert refused.returncode == 1
    assert "refuses the login" in refused.stdout
    assert "1 problem" in refused.stdout
