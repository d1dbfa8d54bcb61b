"""What holds for every stored query: it runs, it returns what its header declares, and one author's questions scan no label."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.connection import Connection
from graph.errors import ParameterError, QueryError
from graph.queries.bound import Queries
from graph.queries.header import Parameter, StoredQuery
from graph.queries.registry import Registry

ASKED = sorted(query.name for query in Registry.shipped().questions())
OF_THE_PROGRAM = sorted(name for name, query in Registry.shipped().items() if query.mode == "read" and name not in ASKED)
"""Those that only serve the program: what it does with them is tested where it does it, so by themselves they may wait."""
READ = [*ASKED, *(pytest.param(name, marks=pytest.mark.slow) for name in OF_THE_PROGRAM)]
ABOUT_AN_AUTHOR = [name for name in ASKED if any(p.name == "author" for p in Registry.shipped()[name].params)]
OF_THE_WHOLE_GRAPH = (
    "citation_counts", "cited_papers", "topic_counts", "topic_coverage", "topic_course", "topic_trends", "papers_by_year",
    "references", "collaboration_network", "citation_network", "topic_network", "venue_network", "institution_network",
)  # fmt: skip
"""These count in the whole graph where no author is named."""
LIMITED = [name for name in ASKED if any(p.name == "limit" for p in Registry.shipped()[name].params)]
SIGNS = [
    "AC/DC", "(née", 'x"', "AND", "OR ruiz", "ruiz NOT", "*", "?", "~", "ruiz~9", ":", "name:ana", "\\", "-", "+", "&&", "||",
    "!", "[a TO b]", "{a", "a^2", "", " ", "/", "\t", "<x>=", "_exists_:name", "\u4e2d\u6587", "a" * 5000, "a b " * 2000,
]  # fmt: skip
"""What Lucene's query language means something by, and other texts that people type or paste."""
ARGUMENTS: dict[str, object] = {
    "author": "name:ana ruiz",
    "other": "name:ed stone",
    "name_key": "bo li",
    "text": "ruiz",
    "orcid": "1",
    "document": "ana.txt",
    "kind": "topic",
    "uid": "phrase:nets",
    "location": "ana.txt",
    "metric": "papers_without_year",
    "paper": "p1",
    "topic": "phrase:nets",
    "venue": "venue:icml",
    "institution": "institution:x",
    "country": "AT",
}


def arguments(query: StoredQuery) -> dict[str, object]:
    return {parameter.name: _value(parameter) for parameter in query.params if parameter.required}


def _value(parameter: Parameter) -> object:
    return ARGUMENTS.get(parameter.name, _OF_TYPE.get(parameter.type.name, "x"))


_OF_TYPE: dict[str, object] = {"list": [], "map": {}, "int": 1, "count": 1}


def operators(plan: dict[str, Any]) -> Iterator[str]:
    yield f"{plan['operatorType'].partition('@')[0]} {plan['args'].get('Details', '')}"
    for child in plan.get("children", ()):
        yield from operators(child)


def working_operators(plan: dict[str, Any]) -> Iterator[str]:
    """Those operators of a profiled plan that touched the store."""
    if plan.get("dbHits"):
        yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from working_operators(child)


def plan_of(connection: Connection, query: StoredQuery) -> set[str]:
    values = Registry.shipped().arguments(query.name, arguments(query))
    with connection.driver.session(database=connection.database) as session:
        plan = session.run("CYPHER replan=force EXPLAIN " + query.text, values).consume().plan
    assert plan is not None
    return set(operators(plan))


@pytest.mark.parametrize("name", READ)
def test_a_query_returns_the_columns_and_types_that_it_declares(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    rows = Queries(small_graph).read(name, **arguments(query))
    for row in rows:
        for column in query.returns:
            assert column.type.admits(row[column.name]), f"{column.name}: {column.type} is {row[column.name]!r}"


@pytest.mark.parametrize("name", ASKED)
def test_a_query_gives_the_same_frame_on_an_empty_answer(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    given = {key: value if not isinstance(value, str) or key == "metric" else "nobody" for key, value in arguments(query).items()}
    frame = Queries(small_graph).frame(name, **given)
    assert list(frame.columns) == [column.name for column in query.returns]


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in ABOUT_AN_AUTHOR if not name.startswith(OF_THE_WHOLE_GRAPH)])
def test_a_question_about_one_author_starts_at_the_index(small_graph: Connection, name: str) -> None:
    used = plan_of(small_graph, Registry.shipped()[name])
    assert [operator for operator in used if "Scan" in operator.partition(" ")[0]] == []
    assert any(operator.startswith("NodeUniqueIndexSeek") for operator in used)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in ABOUT_AN_AUTHOR if name.startswith(OF_THE_WHOLE_GRAPH)])
def test_where_an_author_is_named_only_his_papers_are_read(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    values = Registry.shipped().arguments(name, {**arguments(query), "author": ARGUMENTS["author"]})
    with small_graph.driver.session(database=small_graph.database) as session:
        plan = session.run("PROFILE " + query.text, values).consume().profile
    assert plan is not None
    used = set(working_operators(plan))
    assert {operator for operator in used if "Scan" in operator} == set()
    assert any(operator.startswith("NodeUniqueIndexSeek") for operator in used)


@pytest.mark.parametrize("name", READ)
def test_the_server_has_nothing_to_say_about_a_stored_query(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    values = Registry.shipped().arguments(name, arguments(query))
    notices = small_graph.read(query.text, values, notices=True).notices
    # A name that no node or relationship of this small graph has is none of a stored query's faults.
    assert [notice for notice in notices if "does not exist" not in notice] == []


@pytest.mark.parametrize("name", LIMITED)
def test_a_negative_limit_is_refused_by_the_registry_and_by_the_server(small_graph: Connection, name: str) -> None:
    query = Registry.shipped()[name]
    given = {**arguments(query), "limit": -1}
    with pytest.raises(ParameterError, match=r"limit: -1 is not an integer \(0 or more\)"):
        Queries(small_graph).read(name, **given)
    if "[..$limit]" in query.text:
        return  # what a slice leaves out is counted beside it: there the server has no word on the number
    values = Registry.shipped().arguments(name, arguments(query))
    with pytest.raises(QueryError, match="non-negative"):
        small_graph.read(query.text, {**values, "limit": -1})


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", [name for name in ASKED if "db.index.fulltext" in Registry.shipped()[name].text])
def test_no_text_is_a_mistake_to_a_full_text_search(small_graph: Connection, name: str, step: int) -> None:
    for text in SIGNS[::step]:
        given = {parameter.name: text for parameter in Registry.shipped()[name].params if parameter.required}
        Queries(small_graph).read(name, **given)


def test_graph_counts_reads_the_count_store(small_graph: Connection) -> None:
    used = plan_of(small_graph, Registry.shipped()["graph_counts"])
    assert [operator for operator in used if "Scan" in operator.partition(" ")[0]] == []


def test_a_query_that_writes_cannot_be_asked_as_a_read(small_graph: Connection) -> None:
    with pytest.raises(QueryError, match="only read queries"):
        Queries(small_graph).read("create_author_names")
    with pytest.raises(QueryError, match="Only reading"):
        small_graph.read("CREATE (n:Author {uid: 'x'})")
