"""One question, one answer: every identity question through the facade, the command, a stored query by name, the favourite of
Neo4j Browser, cypher-shell and the HTTP Query API gives the same rows, on the demo pages and on a made-up library."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import requests
from typer.testing import CliRunner

from graph import ScholarGraph, server
from graph.browser.examples import Examples
from graph.browser.favourites import favourites
from graph.cli.main import app
from graph.errors import UnknownQueryError
from graph.identity.candidates import Order
from graph.queries.registry import Registry
from tests.integration.conftest import DEMO, Neo4jServer, wipe
from tests.integration.made_up_library import library
from tests.integration.statements import say, works
from tests.integration.test_other_clients import cypher_shell, literal

ACL = os.environ.get("SCHOLARGRAPH_ACL")
"""The folder of the ACL Anthology's XML files, for those who have it; the benchmarks read it as well."""

JSON = {"Content-Type": "application/json"}

Rows = list[dict[str, Any]]

pytestmark = pytest.mark.any_line


@dataclass(frozen=True)
class Question:
    """A stored query with its parameters, and how the facade and the command ask it."""

    query: str
    params: dict[str, object] = field(default_factory=dict)
    facade: Callable[[Any], Any] | None = None
    command: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A graph with a person in it to ask about, and the questions."""

    server: Neo4jServer
    graph: ScholarGraph
    questions: list[Question]
    answers: dict[str, Rows] = field(default_factory=dict)
    """What the files said, by question."""


def questions(uids: list[str], name: str) -> list[Question]:
    """All of them; of single people for these records, of a name for this one."""
    found = [
        Question("split_candidates", {}, lambda asked: asked.split_candidates(), ("split-candidates",)),
        Question(
            "split_candidates", {"min_probability": 0.2, "limit": 3},
            lambda asked: asked.split_candidates(min_probability=0.2, limit=3),
            ("split-candidates", "--min-probability", "0.2", "--limit", "3"),
        ),
        *ordered_candidates(),
        Question("mixed_candidates", {}, lambda asked: asked.mixed_candidates(), ("mixed-candidates",)),
        Question(
            "mixed_candidates", {"min_probability": 0.0, "limit": 2},
            lambda asked: asked.mixed_candidates(min_probability=0.0, limit=2),
            ("mixed-candidates", "--min-probability", "0", "--limit", "2"),
        ),
        Question("duplicate_papers", {}, lambda asked: asked.duplicate_papers(), ("duplicate-papers",)),
        Question("name_cluster", {"name_key": name.lower()}, lambda asked: asked.name_cluster(name)),
        Question("name_cluster_papers", {"name_key": name.lower()}, lambda asked: asked.name_cluster_papers(name)),
        Question("decisions"),
        *topic_questions(*uids[:2]),
        *people_questions(*uids[:2]),
        *citation_questions(uids[0]),
    ]  # fmt: skip
    return [*found, *(question for uid in uids for question in questions_about(uid))]


def ordered_candidates() -> Iterator[Question]:
    """Split and mixed candidates by what a decision changes, and by what it teaches."""
    orders: tuple[Order, ...] = ("worth", "teaching")
    for order in orders:
        params: dict[str, object] = {"order": order, "limit": 4}
        options = ("--order", order, "--limit", "4")
        splits, mixed = partial(_splits, order=order), partial(_mixed, order=order)
        yield Question("split_candidates", params, splits, ("split-candidates", *options))
        yield Question("mixed_candidates", params, mixed, ("mixed-candidates", *options))


def _splits(asked: Any, order: Order) -> Any:
    return asked.split_candidates(order=order, limit=4)


def _mixed(asked: Any, order: Order) -> Any:
    return asked.mixed_candidates(order=order, limit=4)


def topic_questions(one: str, other: str) -> list[Question]:
    """What these two work on, and what everybody does."""
    return [
        Question("topic_counts", {"limit": 5}, lambda asked: asked.topic_counts(limit=5), ("topic-counts", "--limit", "5")),
        Question(
            "topic_counts_by_author", {"author": one, "min_score": 0.3}, lambda asked: asked.topic_counts(one, min_score=0.3),
            ("topic-counts", one, "--min-score", "0.3"),
        ),
        Question("topic_coverage", {"author": one}, lambda asked: asked.topic_coverage(one), ("topic-coverage", one)),
        Question(
            "topic_trends", {"min_papers": 1, "min_g2": 0.5}, lambda asked: asked.topic_trends(min_papers=1, min_g2=0.5),
            ("topic-trends", "--min-papers", "1", "--min-g2", "0.5"),
        ),
        Question(
            "compare_topics", {"author": one, "other": other}, lambda asked: asked.compare_topics(one, other),
            ("compare-topics", one, other),
        ),
    ]  # fmt: skip


def people_questions(one: str, other: str) -> list[Question]:
    """Who comes and goes beside these two, and who stands between them and beyond."""
    return [
        Question(
            "collaborator_changes", {"author": one, "change": "new", "limit": 5},
            lambda asked: asked.collaborator_changes(one, change="new", limit=5),
            ("collaborator-changes", one, "--change", "new", "--limit", "5"),
        ),
        Question(
            "common_collaborators", {"author": one, "other": other}, lambda asked: asked.common_collaborators(one, other),
            ("common-collaborators", one, other),
        ),
        Question(
            "suggested_collaborators", {"author": one, "most_authors": 30, "limit": 7},
            lambda asked: asked.suggested_collaborators(one, most_authors=30, limit=7),
            ("suggested-collaborators", one, "--most-authors", "30", "--limit", "7"),
        ),
    ]  # fmt: skip


def citation_questions(uid: str) -> list[Question]:
    """How often this one is cited, and everybody."""
    return [
        Question("citation_counts", {"author": uid}, lambda asked: asked.citation_counts(uid), ("citation-counts", uid)),
        Question("citation_counts", {"since": 2015}, lambda asked: asked.citation_counts(since=2015),
                 ("citation-counts", "--since", "2015")),
        Question(
            "cited_papers", {"source": "this graph", "limit": 4}, lambda asked: asked.cited_papers(source="this graph", limit=4),
            ("cited-papers", "--source", "this graph", "--limit", "4"),
        ),
    ]  # fmt: skip


def questions_about(uid: str) -> list[Question]:
    """The candidates of one person."""
    return [
        Question("split_candidates", {"author": uid}, lambda asked: asked.split_candidates(uid), ("split-candidates", uid)),
        Question("mixed_candidates", {"author": uid}, lambda asked: asked.mixed_candidates(uid), ("mixed-candidates", uid)),
    ]


def load_demo(graph: ScholarGraph) -> tuple[list[str], str]:
    graph.load(sorted(DEMO.glob("*.txt")))
    return ["name:soham de", "name:sam smith"], "Soham De"


def load_library(graph: ScholarGraph) -> tuple[list[str], str]:
    twice = works("Wei Zhang", "Ada Berg", "Wei Zhang", title="A paper of two of one name")
    say(graph, "library", *library(200), twice)
    return ["name:wei zhang", "name:sam ortega", "name:jing li"], "Wei Zhang"


def load_anthology(graph: ScholarGraph) -> tuple[list[str], str]:
    for path in sorted(Path(str(ACL)).rglob("*.xml")):
        graph.load(path)
        if graph.connection.read("MATCH (p:Paper) RETURN count(p) AS n").rows[0]["n"] >= 200:  # type: ignore[operator]
            break
    rows = graph.connection.read("MATCH (a)-[w:WROTE]->() WHERE w.part > 0 RETURN DISTINCT a.uid AS uid, a.name AS name LIMIT 3")
    return [str(row["uid"]) for row in rows.rows], str(rows.rows[0]["name"])


LIBRARIES = {"demo": load_demo, "library": load_library, **({"anthology": load_anthology} if ACL else {})}


@pytest.fixture(
    scope="module", params=[name if name == "library" else pytest.param(name, marks=pytest.mark.slow) for name in LIBRARIES]
)
def asked(request: pytest.FixtureRequest, neo4j_server: Neo4jServer) -> Iterator[Asked]:
    """Each library in turn on each server, with a decision made."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    wipe(neo4j_server)
    target = neo4j_server
    with ScholarGraph.connect(target.uri, target.username, target.password, target.database) as graph:
        uids, name = LIBRARIES[request.param](graph)
        graph.decisions.reject(uids[0], uids[1], by="ana", reason="another field")
        yield Asked(neo4j_server, graph, questions(uids, name))


def plain(value: object) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return None
    return value.item() if hasattr(value, "item") else value


def expected(asked: Asked, question: Question) -> Rows:
    """What the file says over Bolt, with every parameter given."""
    asking = f"{question.query} {question.params}"
    if asking not in asked.answers:
        query = Registry.shipped()[question.query]
        given = Registry.shipped().arguments(query.name, question.params)
        asked.answers[asking] = plain(asked.graph.connection.read(query.path.read_text(encoding="utf-8"), given).rows)
    return asked.answers[asking]


@pytest.mark.slow
def test_the_facade_and_the_query_by_name_give_the_rows_of_the_file(asked: Asked) -> None:
    for question in asked.questions:
        rows = expected(asked, question)
        frame = asked.graph.query(question.query, **question.params)
        assert plain(frame.to_dict("records")) == rows, question
        if question.facade:
            assert plain(question.facade(asked.graph).to_dict("records")) == rows, question
            assert plain(question.facade(asked.graph.plain).rows) == rows, question


def test_the_command_gives_them(asked: Asked) -> None:
    target = asked.server
    account = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    for question in asked.questions:
        given = [f"{key}={value if isinstance(value, str) else json.dumps(value)}" for key, value in question.params.items()]
        for arguments in [("query", question.query, *given), question.command]:
            if arguments:
                done = CliRunner().invoke(app, [*arguments, "--format", "json"], env=account)
                assert done.exit_code == 0, done.output
                assert json.loads(done.stdout) == expected(asked, question), arguments


def test_what_only_serves_the_program_is_refused_by_name(asked: Asked) -> None:
    target = asked.server
    account = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    for name in ("evidence_pairs", "hold_graph"):
        with pytest.raises(UnknownQueryError, match=f"'{name}' only serves scholargraph itself"):
            asked.graph.query(name)
        done = CliRunner().invoke(app, ["query", name], env=account)
        assert isinstance(done.exception, UnknownQueryError), done.output


@pytest.mark.slow
def test_the_favourites_of_browser_give_them(asked: Asked) -> None:
    for question in asked.questions:
        query = Registry.shipped()[question.query]
        found = {one.path: one.text for one in favourites(Registry({query.name: query}), EXAMPLES)}
        params: dict[str, object] = {}
        for text in found.values():
            for line in text.splitlines():
                if line.startswith(":param "):
                    name, _, value = line.removeprefix(":param ").removesuffix(";").partition(" => ")
                    params[name] = asked.graph.connection.read(f"RETURN {value} AS value").rows[0]["value"]
        ask = next(text for path, text in found.items() if not path.endswith(".1-set.cypher"))
        rows = asked.graph.connection.read(ask, {**params, **question.params}).rows
        assert plain(rows) == expected(asked, question), question


EXAMPLES = Examples(dict.fromkeys(("author", "other", "name_key", "text", "document"), "nobody"))


def test_the_http_query_api_gives_them(asked: Asked) -> None:
    folder = asked.server.folder
    if folder is None:
        pytest.skip("where this server's HTTP port is is not known")
    with server.join(folder) as joined, requests.Session() as session:
        session.auth = (asked.server.username, asked.server.password)
        address = joined.browser_url.replace("/browser/", f"/db/{asked.server.database}/query/v2")
        for question in asked.questions:
            query = Registry.shipped()[question.query]
            given = Registry.shipped().arguments(query.name, question.params)
            body = {"statement": query.path.read_text(encoding="utf-8"), "parameters": given, "accessMode": "Read"}
            answer = session.post(
                address, data=json.dumps(body), headers={"Content-Type": "application/json"}, timeout=120
            ).json()
            rows = [dict(zip(answer["data"]["fields"], values, strict=True)) for values in answer["data"]["values"]]
            assert rows == expected(asked, question), question


@pytest.mark.slow
def test_cypher_shell_gives_them(asked: Asked) -> None:
    """It prints values in a form of its own, so the rows are counted, and every string and number of theirs looked for."""
    script, wanted = "", []
    for number, question in enumerate(asked.questions):
        query = Registry.shipped()[question.query]
        given = Registry.shipped().arguments(query.name, question.params)
        script += f":param {literal(given)}\nRETURN 'question {number}' AS mark;\n:source {query.path}\n"
        wanted.append(expected(asked, question))
    printed = cypher_shell(asked.server, script=script).split('| "question ')[1:]
    assert len(printed) == len(asked.questions)
    for text, rows, question in zip(printed, wanted, asked.questions, strict=True):
        body = text.split("row", 1)[1]
        count = "0 rows" if not rows else f"{len(rows)} row"
        assert f"\n{count}" in body, question
        for value in leaves(rows):
            assert value in body, (question, value)


def leaves(value: object) -> Iterator[str]:
    """The words and numbers of a value that every client prints alike."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, str) and value.isascii() and value.isprintable() and not set(value) & set("\"\\'"):
        yield value
    elif isinstance(value, float | int) and not isinstance(value, bool) and (value == 0 or 0.001 <= abs(value) < 10_000_000):
        yield str(value)


def test_most_questions_have_an_answer(asked: Asked) -> None:
    empty = [question.query for question in asked.questions if not expected(asked, question)]
    assert len(empty) <= 4, empty
    assert expected(asked, asked.questions[2]), "mixed candidates"
