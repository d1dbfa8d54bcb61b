"""Addresses that cannot be a graph's, without any server."""

import pytest

from graph.connection import Connection
from graph.errors import GraphUnavailableError


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "localhost:7687",
        "http://localhost:7474",
        "bolt://",
        "bolt://host:99999999",
        "bolt://[::1",
        "bolt://localhost:7687?x=1",
    ],
)
def test_what_is_no_neo4j_address_is_refused_at_once(uri: str) -> None:
    with pytest.raises(GraphUnavailableError, match="address"):
        Connection.open(uri, "neo4j", "the-password")


def test_a_login_inside_the_address_is_refused_without_repeating_it() -> None:
    with pytest.raises(GraphUnavailableError, match="NEO4J_PASSWORD") as caught:
        Connection.open("bolt://neo4j:the-password@localhost:7687", "neo4j", "the-password")
    assert "the-password" not in str(caught.value)


def test_an_address_where_nothing_answers_is_named_with_the_next_step() -> None:
    with pytest.raises(
        GraphUnavailableError, match=r"No Neo4j server answers at bolt://127.0.0.1:1: .* Check that it is running"
    ):
        Connection.open("bolt://127.0.0.1:1", "neo4j", "the-password")
