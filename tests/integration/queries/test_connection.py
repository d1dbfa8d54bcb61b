"""The connection on a real server: plain values back, the server's refusals as errors that say what to do."""

import datetime as dt
from collections.abc import Callable
from typing import Protocol

import pytest

from graph.connection import Connection
from graph.errors import GraphUnavailableError, LoginError, ParameterError, QueryError


class Neo4jServer(Protocol):
    uri: str
    username: str
    password: str
    database: str


def test_values_come_back_as_plain_python(connection: Connection) -> None:
    table = connection.read(
        "RETURN date('2020-02-03') AS date, datetime('2020-02-03T04:05:06Z') AS moment, duration('P1M2D') AS duration, "
        "point({x: 1, y: 2}) AS point, [1, {a: date('2020-02-03')}] AS nested"
    )
    assert table.columns == ("date", "moment", "duration", "point", "nested")
    [row] = table.rows
    assert row["date"] == dt.date(2020, 2, 3)
    assert row["moment"] == dt.datetime(2020, 2, 3, 4, 5, 6, tzinfo=dt.UTC)
    assert row["duration"] == "P1M2D"
    assert row["point"] == {"srid": 7203, "coordinates": [1.0, 2.0]}
    assert row["nested"] == [1, {"a": dt.date(2020, 2, 3)}]


def test_nodes_relationships_and_paths_come_back_as_dicts(empty_graph: Connection) -> None:
    [row] = empty_graph.write(
        "CREATE path = (a:Author {uid: 'a'})-[r:WROTE {position: 1}]->(:Paper {uid: 'p'}) RETURN a, r, path"
    ).rows
    wrote = {"type": "WROTE", "source": "a", "target": "p", "position": 1}
    assert row == {
        "a": {"labels": ["Author"], "uid": "a"},
        "r": wrote,
        "path": {"nodes": [{"labels": ["Author"], "uid": "a"}, {"labels": ["Paper"], "uid": "p"}], "relationships": [wrote]},
    }


def test_a_read_cannot_write(empty_graph: Connection) -> None:
    with pytest.raises(QueryError, match="Only reading is allowed here"):
        empty_graph.read("CREATE (n:Author)")
    assert empty_graph.read("MATCH (n) RETURN n").rows == []


def test_several_statements_are_written_together_or_not_at_all(empty_graph: Connection) -> None:
    def work(statement: Callable[..., object]) -> None:
        statement("CREATE (:Author {uid: 'a'})", {})
        statement("CREATE (:Author {uid: $uid})", {"uid": "a"})

    with pytest.raises(QueryError, match="already exists"):
        empty_graph.write_together(work)
    assert empty_graph.read("MATCH (n) RETURN n").rows == []


@pytest.mark.parametrize("text", ["MATC (n)", "RETURN 1 / 0 AS x"])
def test_cypher_that_the_server_refuses_is_a_query_error(connection: Connection, text: str) -> None:
    with pytest.raises(QueryError, match=r"Neo\.ClientError"):
        connection.read(text)


def test_what_the_server_says_of_a_query_comes_once_with_its_places(connection: Connection) -> None:
    text = "MATCH (p:Papr), (q)\nMATCH (r:Papr) RETURN p"
    missing, product = sorted(connection.read(text, notices=True).notices, key=lambda notice: "cartesian" in notice)
    assert "`Papr`" in missing
    assert missing.endswith("(line 1, column 10; line 2, column 10)")
    assert "cartesian product" in product
    assert connection.read(text).notices == connection.read("RETURN 1 AS one", notices=True).notices == ()


@pytest.mark.parametrize("error", [TypeError, ValueError, OverflowError, KeyError])
def test_a_mistake_of_ours_inside_a_write_shows_as_itself(empty_graph: Connection, error: type[Exception]) -> None:
    def work(statement: Callable[..., object]) -> None:
        statement("CREATE (:Author {uid: 'a'})", {})
        raise error("ours")

    with pytest.raises(error, match="ours"):
        empty_graph.write_together(work)
    assert empty_graph.read("MATCH (n) RETURN n").rows == []


def test_what_a_write_of_ours_cannot_send_is_no_mistake_of_the_user_s(connection: Connection) -> None:
    with pytest.raises((TypeError, ValueError), match="not supported"):
        connection.write("RETURN $x AS x", {"x": object()})


@pytest.mark.parametrize("text", ["CREATE (n)", "MATC (n)", "RETURN date({year: 12000}) AS day"])
def test_a_refusal_comes_without_the_drivers_own_tracebacks(connection: Connection, text: str) -> None:
    with pytest.raises(QueryError) as caught:
        connection.read(text)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("value", [object(), 2**70])
def test_a_value_that_cannot_be_sent_is_a_parameter_error(connection: Connection, value: object) -> None:
    with pytest.raises(ParameterError, match="cannot be sent") as caught:
        connection.read("RETURN $x AS x", {"x": value})
    assert caught.value.__suppress_context__


def test_a_wrong_password_is_a_login_error_that_does_not_show_it(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(LoginError, match="NEO4J_USERNAME and NEO4J_PASSWORD") as caught:
        Connection.open(neo4j_server.uri, neo4j_server.username, "not-the-password")
    assert "not-the-password" not in str(caught.value)


def test_a_database_that_does_not_exist_is_named(neo4j_server: Neo4jServer) -> None:
    with pytest.raises(GraphUnavailableError, match="Database 'nowhere'"):
        Connection.open(neo4j_server.uri, neo4j_server.username, neo4j_server.password, "nowhere")


def test_a_routing_address_works_as_well(neo4j_server: Neo4jServer) -> None:
    uri = "neo4j" + neo4j_server.uri.removeprefix("bolt")
    with Connection.open(uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as routed:
        assert routed.read("RETURN 1 AS one").rows == [{"one": 1}]
        assert neo4j_server.password not in repr(routed)


def test_a_closed_connection_says_so(neo4j_server: Neo4jServer) -> None:
    opened = Connection.open(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database)
    opened.close()
    opened.close()
    with pytest.raises(GraphUnavailableError, match="closed already") as caught:
        opened.read("RETURN 1 AS one")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_mark_is_another_one_as_soon_as_anybody_has_written_and_only_then(
    empty_graph: Connection, neo4j_server: Neo4jServer
) -> None:
    before = empty_graph.mark()
    empty_graph.read("MATCH (n) RETURN count(n)")
    assert empty_graph.mark() == before
    one = neo4j_server
    with Connection.open(one.uri, one.username, one.password, one.database) as other:
        other.write("CREATE (:Author {uid: 'written by another'})")
    after = empty_graph.mark()
    assert after != before
    assert empty_graph.mark() == after
