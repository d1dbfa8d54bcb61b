"""What holds for every stored query: it runs, it returns what its header declares, and one author's questions scan no label."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.connection import Connection
from graph.errors import QueryError
from graph.query_header import Parameter, StoredQuery
from graph.query_reference import INTERNAL
from graph.registry import Registry

READ = sorted(name for name, query in Registry.shipped().items() if query.mode == "read" and query.purpose not in INTERNAL)
ARGUMENTS: dict[str, object] = {
    "author": "name:ana ruiz",
    "other": "name:ed stone",
    "name_key": "bo li",
    "text": "ruiz~",
    "document": "ana.txt",
    "location": "ana.txt",
}


def arguments(query: StoredQuery) -> dict[str, object]:
    return {parameter.name: _value(parameter) for parameter in query.params if parameter.required}


def _value(parameter: Parameter) -> object:
    return ARGUMENTS.get(parameter.name, [] if parameter.type.name == "list" else "x")


def operators(plan: dict[str, Any]) -> Iterator[str]:
    yield f"{plan['operatorType'].partition('@')[0]} {plan['args'].get('Details', '')}"
    for child in plan.get("children", ()):
        yield from operators(child)


def plan_of(connection: Connection, query: StoredQuery) -> set[str]:
    values = Registry.shipped().arguments(query.name, arguments(query))
    with connection.driver.session(database=connection.database) as session:
        plan = session.run("EXPLAIN " + query.text, values).consume().plan
    assert plan is not None
    return set(operators(plan))


@pytest.mark.parametrize("name", READ)
def test_a_query_returns_the_columns_and_types_that_it_declares(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    rows = Registry.shipped().read(small_graph, name, **arguments(query))
    for row in rows:
        for column in query.returns:
            assert column.type.admits(row[column.name]), f"{column.name}: {column.type} is {row[column.name]!r}"


@pytest.mark.parametrize("name", READ)
def test_a_query_gives_the_same_frame_on_an_empty_answer(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    given = {key: value if isinstance(value, list | dict) else "nobody" for key, value in arguments(query).items()}
    frame = Registry.shipped().frame(small_graph, name, **given)
    assert list(frame.columns) == [column.name for column in query.returns]


@pytest.mark.parametrize("name", [name for name in READ if any(p.name == "author" for p in Registry.shipped()[name].params)])
def test_a_question_about_one_author_starts_at_the_index(small_graph: Connection, name: str) -> None:
    used = plan_of(small_graph, Registry.shipped()[name])
    assert [operator for operator in used if "Scan" in operator.partition(" ")[0]] == []
    assert any(operator.startswith("NodeUniqueIndexSeek") for operator in used)


def test_graph_counts_reads_the_count_store(small_graph: Connection) -> None:
    used = plan_of(small_graph, Registry.shipped()["graph_counts"])
    assert [operator for operator in used if "Scan" in operator.partition(" ")[0]] == []


def test_a_query_that_writes_cannot_be_asked_as_a_read(small_graph: Connection) -> None:
    with pytest.raises(QueryError, match="only read queries"):
        Registry.shipped().read(small_graph, "create_author_names")
    with pytest.raises(QueryError, match="Only reading"):
        small_graph.read("CREATE (n:Author {uid: 'x'})")
