"""The files of cypher/ in other clients: cypher-shell and Neo4j's HTTP Query API run every stored read query as it stands."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from graph import ScholarGraph, server
from graph.queries.bound import Queries
from graph.queries.header import StoredQuery
from graph.queries.registry import Registry
from graph.server.distribution import fetch_jars
from graph.server.jars import read_lock
from tests.integration.conftest import Neo4jServer, wipe

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "graph" / "demo"
SHELL_LOCK = ROOT / "tests" / "data" / "cypher-shell.lock.toml"
QUERIES = Registry.shipped().questions()
ARGUMENTS: dict[str, object] = {
    "author": "name:soham de",
    "other": "name:hanan samet",
    "name_key": "soham de",
    "text": "soham",
    "metric": "papers_without_title",
    "orcid": "0000-0002-1825-0097",
    "paper": "arxiv:2101.08692",
    "venue": "venue:icml",
    "topic": "phrase:residual network",
    "institution": "institution:the demo has none",
    "country": "JP",
    "document": str(DEMO / "paper_list_bishshoy_das.txt"),
    "label": "Author",
    "uids": ["name:soham de", "name:samuel l. smith"],
    "labels": ["Paper"],
    "types": ["WROTE"],
    "after": "",
    "limit": 5,
}
TELLING: dict[str, dict[str, object]] = {
    "author_counts": {"venue": "venue:icml"},
    "papers_of": {"venue": "venue:icml"},
    "venue_counts": {"author": "name:soham de"},
    "find_papers": {"text": "gradient"},
    "find_topics": {"text": "residual"},
    "find_venues": {"text": "icml"},
    "nearest_venues": {"text": "icml"},
    "venues_by_name": {"text": "icml"},
    "nearest_names": {"text": "soham dee"},
}
"""What single queries are asked with, which would answer nothing otherwise."""
OF_PLACES = re.compile("institution|countr")
SHOWN = re.compile(r"^\+-+\+\n\| (?P<columns>.*?) +\|\n\+-+\+$.*?^(?P<rows>\d+) rows?$", re.MULTILINE | re.DOTALL)
"""A result as `cypher-shell --format verbose` prints it: the columns between two lines, and the number of rows below."""


@dataclass(frozen=True)
class Loaded:
    """A local server that holds the demo pages, with the facade on it."""

    server: Neo4jServer
    graph: ScholarGraph


@pytest.fixture(scope="module")
def loaded(local_neo4j: Neo4jServer) -> Iterator[Loaded]:
    wipe(local_neo4j)
    with ScholarGraph.connect(local_neo4j.uri, local_neo4j.username, local_neo4j.password) as graph:
        graph.load(DEMO.glob("*.txt"))
        yield Loaded(local_neo4j, graph)


def arguments(query: StoredQuery) -> dict[str, object]:
    """Every parameter with its value: what other clients must be given, for they know nothing of defaults."""
    required = {parameter.name: ARGUMENTS[parameter.name] for parameter in query.params if parameter.required}
    return Registry.shipped().arguments(query.name, required | TELLING.get(query.name, {}))


def rows_of(loaded: Loaded, query: StoredQuery) -> list[list[object]]:
    rows = Queries(loaded.graph.connection).read(query.name, **arguments(query))
    return [list(row.values()) for row in rows]


def columns_of(query: StoredQuery) -> list[str]:
    return [column.name for column in query.returns]


def literal(value: object) -> str:
    """A value as cypher-shell's `:param` and `--param` take it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return json.dumps(value)


def cypher_shell(target: Neo4jServer, *options: str, script: str = "") -> str:
    """What cypher-shell prints, which may only read; the password reaches it by the environment."""
    shell = fetch_jars(read_lock(SHELL_LOCK, "org.neo4j.shell.Main"))
    java = [str(shell.java), "-XX:TieredStopAtLevel=1", "-cp", os.pathsep.join(map(str, shell.jars)), shell.main_class]
    account = ["--address", target.uri, "--username", target.username, "--access-mode", "read", "--format", "verbose"]
    environment = {**os.environ, "NEO4J_PASSWORD": target.password}
    done = subprocess.run(
        [*java, *account, *options], input=script, capture_output=True, text=True, encoding="utf-8", timeout=120, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_cypher_shell_runs_every_file_as_it_stands(loaded: Loaded) -> None:
    script = "".join(f":param {literal(arguments(query))}\n:source {query.path}\n" for query in QUERIES)
    printed = [
        (re.split(r" +\| ", shown["columns"]), int(shown["rows"]))
        for shown in SHOWN.finditer(cypher_shell(loaded.server, script=script))
    ]
    expected = [(columns_of(query), len(rows_of(loaded, query))) for query in QUERIES]
    assert dict(zip([query.name for query in QUERIES], printed, strict=True)) == dict(
        zip([query.name for query in QUERIES], expected, strict=True)
    )


def test_cypher_shell_runs_one_file_that_its_command_line_names(loaded: Loaded) -> None:
    query = Registry.shipped()["close_collaborators"]
    given = {**arguments(query), "limit": 3}
    shown = SHOWN.search(cypher_shell(loaded.server, "--param", literal(given), "--file", str(query.path)))
    assert shown is not None
    assert shown["rows"] == "3"
    assert '"Samuel L. Smith"' in shown[0]


def test_the_http_query_api_gives_every_file_s_rows(loaded: Loaded) -> None:
    folder = loaded.server.folder
    assert folder is not None
    with server.join(folder) as joined, requests.Session() as session:
        session.auth = (loaded.server.username, loaded.server.password)
        address = joined.browser_url.replace("/browser/", f"/db/{loaded.server.database}/query/v2")
        for query in QUERIES:
            statement = query.path.read_text(encoding="utf-8")
            body = {"statement": statement, "parameters": arguments(query), "accessMode": "Read"}
            answer = session.post(address, data=json.dumps(body), headers={"Content-Type": "application/json"}, timeout=60)
            assert "errors" not in answer.json(), f"{query.name}: {answer.text}"
            data, rows = answer.json()["data"], rows_of(loaded, query)
            assert (data["fields"], len(data["values"])) == (columns_of(query), len(rows)), query.name
            # Nodes come in a form of the API's own; the pictures for Browser are all that return some.
            assert [row[0] for row in data["values"]] == [row[0] for row in rows] or query.purpose == "browser", query.name


def test_the_demo_pages_give_most_queries_something_to_return(loaded: Loaded) -> None:
    # The demo pages print no affiliation.
    empty = {query.name for query in QUERIES if not rows_of(loaded, query) and not OF_PLACES.search(query.name)}
    assert len(empty) <= len(QUERIES) // 5, f"these prove little: {', '.join(sorted(empty))}"
