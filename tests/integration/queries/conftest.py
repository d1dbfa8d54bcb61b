"""The small graph of small_graph.cypher on every server, and stored queries asked on it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from graph.connection import Connection
from graph.queries.bound import Queries
from graph.queries.registry import Rows
from graph.schema import indexes, neomodel_binding

HERE = Path(__file__).parent


class Neo4jServer(Protocol):
    uri: str
    username: str
    password: str
    database: str
    may_wipe: bool


@pytest.fixture(scope="session")
def connection(neo4j_server: Neo4jServer) -> Iterator[Connection]:
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    with Connection.open(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as opened:
        indexes.install(opened)
        yield opened
        neomodel_binding.detach(opened)


@pytest.fixture
def empty_graph(connection: Connection) -> Connection:
    connection.run((HERE / "wipe.cypher").read_text(encoding="utf-8"))
    return connection


def filled(connection: Connection, name: str) -> Connection:
    """The server with the graph of that file alone."""
    for text in ("wipe.cypher", name):
        for statement in (HERE / text).read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.run(statement)
    return connection


@pytest.fixture(scope="module")
def small_graph(connection: Connection) -> Connection:
    return filled(connection, "small_graph.cypher")


@pytest.fixture(scope="module")
def topic_graph(connection: Connection) -> Connection:
    return filled(connection, "topic_graph.cypher")


@pytest.fixture(scope="module")
def citation_graph(connection: Connection) -> Connection:
    return filled(connection, "citation_graph.cypher")


@pytest.fixture
def ask(small_graph: Connection) -> Callable[..., Rows]:
    """Ask a stored query on the small graph."""

    def asked(name: str, /, **params: object) -> Rows:
        return Queries(small_graph).read(name, **params)

    return asked
