"""Whole graphs from one Neo4j line to the other, and into files and back."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph import ScholarGraph
from graph.errors import InputError, LoginError, ScholarGraphError
from tests.integration.conftest import Neo4jServer, wipe

pytestmark = pytest.mark.slow

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
NODES = """
MATCH (n) WHERE NOT n:GraphState AND NOT n:Shelf
RETURN labels(n) AS labels, properties(n) AS properties
"""
RELATIONSHIPS = """
MATCH (a)-[r]->(b) WHERE NOT a:Shelf
RETURN labels(a) AS from, a.uid AS a, type(r) AS type, labels(b) AS to, b.uid AS b, properties(r) AS properties
"""
# What people decide and add, parallel relationships that say the same, and values of every kind.
BY_HAND = (
    "MATCH (a:Author {uid: 'name:soham de'}), (p:Paper) WITH a, p LIMIT 1 "
    "CREATE (a)-[:WROTE {position: 99, names: ['S. De']}]->(p), (a)-[:WROTE {position: 99, names: ['S. De']}]->(p)",
    "MATCH (a:Author {uid: 'name:sam smith'}), (b:Author {uid: 'name:samuel l. smith'}), (c:Author {uid: 'name:zheng xu'}) "
    "CREATE (a)-[:SAME_AS {by: 'ana', at: '2026-01-01T00:00:00+00:00', reason: 'asked him', evidence: ['mail']}]->(b), "
    "(c)-[:DIFFERENT_FROM {by: 'ana', at: '2026-01-02T00:00:00+00:00'}]->(a) "
    "SET a:Favourite, a.seen = date('2026-01-03'), a.scores = [0.5, 1.0], a.far = 1.0/0.0, c.pending = true",
    "MATCH (p:Paper) WITH p LIMIT 2 MERGE (s:Shelf {uid: 'mine'}) CREATE (s)-[:HOLDS]->(p)",
)


def content(graph: ScholarGraph) -> list[str]:
    """Everything that moves, as comparable rows."""
    rows = [row for text in (NODES, RELATIONSHIPS) for row in graph.connection.read(text).rows]
    return sorted(json.dumps(row, sort_keys=True, default=str) for row in rows)


def connect(server: Neo4jServer) -> ScholarGraph:
    return ScholarGraph.connect(server.uri, server.username, server.password, server.database)


def copy(graph: ScholarGraph, to: Neo4jServer, **options: Any) -> Any:
    return graph.copy_to(to.uri, to.username, to.password, to.database, **options)


@pytest.fixture(scope="module")
def source(local_neo4j: Neo4jServer) -> Iterator[ScholarGraph]:
    """The demo pages with what people added by hand, on one line."""
    wipe(local_neo4j)
    with connect(local_neo4j) as graph:
        graph.load(sorted(DEMO.glob("*.txt")))
        for text in BY_HAND:
            graph.connection.write(text)
        yield graph


@pytest.fixture
def target(local_neo4j: Neo4jServer, local_servers: Callable[[str], Neo4jServer]) -> Neo4jServer:
    """The server of the other line, empty."""
    other = local_servers({"2026": "5.26", "5.26": "2026"}[local_neo4j.line])
    wipe(other)
    return other


def test_a_copy_is_equal_and_copying_again_writes_nothing(source: ScholarGraph, target: Neo4jServer) -> None:
    first, again = copy(source, target), copy(source, target)
    assert (again.written, again.removed) == (0, 0)
    assert first.written == sum(first.fingerprint.nodes.values()) + sum(first.fingerprint.relationships.values())
    assert (first.left_nodes, first.left_relationships) == (1, 2)
    with connect(target) as there:
        assert content(there) == content(source)
        assert there.fingerprint() == source.fingerprint() == first.fingerprint == again.fingerprint
        author = there.connection.read("MATCH (a:Favourite) RETURN a.seen AS seen, a.far AS far").rows
        assert author == [{"seen": date(2026, 1, 3), "far": float("inf")}]


@pytest.mark.slow
def test_a_copy_answers_as_its_source_does_and_takes_the_same_documents(source: ScholarGraph, target: Neo4jServer) -> None:
    copy(source, target)
    with connect(target) as there:
        assert there.close_collaborators("Soham De").equals(source.close_collaborators("Soham De"))
        before = there.fingerprint()
        report = there.load(sorted(DEMO.glob("*.txt")))
        assert report.totals["unchanged"] == 42
        assert there.fingerprint().nodes == before.nodes


KILLED = """
import os, signal, sys
from graph import ScholarGraph
calls = 0
def progress(what, done, total):
    global calls
    calls += what in ("copying", "restoring")
    if calls > {calls}:
        os.kill(os.getpid(), signal.SIGKILL)
with ScholarGraph.connect({uri!r}, password=os.environ["FIRST"]) as graph:
    {action}
"""


def killed(server: Neo4jServer, action: str, calls: int, **secrets: str) -> None:
    """Run an action in a process of its own, which dies after so many pages."""
    text = KILLED.format(calls=calls, uri=server.uri, action=action)
    done = subprocess.run([sys.executable, "-c", text], env={**os.environ, "FIRST": server.password, **secrets}, timeout=120)
    assert done.returncode == -9


@pytest.mark.slow
@pytest.mark.parametrize("calls", [2, 6])
def test_a_copy_that_was_killed_goes_on_and_ends_equal(
    source: ScholarGraph, local_neo4j: Neo4jServer, target: Neo4jServer, calls: int
) -> None:
    action = f"graph.copy_to({target.uri!r}, password=os.environ['SECOND'], progress=progress)"
    killed(local_neo4j, action, calls, SECOND=target.password)
    with connect(target) as there:
        assert content(there) != content(source)
        with pytest.raises(InputError, match="unfinished: copy from bolt://"):
            there.dump("never.dump")
        report = copy(source, target)
        assert 0 < report.written < len(content(source))
        assert content(there) == content(source)
        assert there.connection.read("MATCH (s:GraphState) RETURN s.unfinished AS mark").rows == [{"mark": None}]


@pytest.mark.slow
def test_another_graph_is_left_alone_unless_replaced_and_other_data_always(source: ScholarGraph, target: Neo4jServer) -> None:
    with connect(target) as there:
        there.load(DEMO / "paper_list_bishshoy_das.txt")
        there.connection.write(
            "MERGE (p:Paper {uid: 'stale'}) MERGE (a:Author {uid: 'name:soham de'}) MERGE (a)-[:WROTE {position: 7}]->(p) "
            "CREATE (:Book {title: 'mine'})-[:NEXT]->(:Book {title: 'too'})"
        )
        before = content(there)
        with pytest.raises(InputError, match=r"holds another graph already: .*Paper: 26 here, \d+ there.*--replace"):
            copy(source, target)
        assert content(there) == before
        report = copy(source, target, replace=True)
        assert report.removed > 0
        books = there.connection.read("MATCH (b:Book)-[:NEXT]->(c:Book) RETURN b.title AS b, c.title AS c").rows
        assert books == [{"b": "mine", "c": "too"}]
        assert there.fingerprint() == source.fingerprint()


@pytest.mark.slow
def test_a_graph_that_changes_while_it_is_copied_is_an_error(source: ScholarGraph, target: Neo4jServer) -> None:
    def load_meanwhile(*_: object) -> None:
        source.connection.write("MATCH (s:GraphState) SET s.changed_at = toString(datetime())")

    with pytest.raises(ScholarGraphError, match="changed while it was being read"):
        copy(source, target, progress=load_meanwhile)
    assert copy(source, target).fingerprint == source.fingerprint()


def test_a_wrong_password_is_named_without_being_shown(source: ScholarGraph, target: Neo4jServer) -> None:
    with pytest.raises(LoginError) as caught:
        source.copy_to(target.uri, target.username, "wrong-password")
    assert target.uri in str(caught.value)
    assert "wrong-password" not in str(caught.value)


def test_a_dump_fills_the_other_line(source: ScholarGraph, target: Neo4jServer, tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    written = source.dump(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.dump"]
    with pytest.raises(InputError, match="is there already"):
        source.dump(path)
    with connect(target) as there:
        assert there.restore(path).fingerprint == written.fingerprint
        assert content(there) == content(source)
        with pytest.raises(InputError, match="is not empty"):
            there.restore(path)
        there.connection.write("MATCH (a:Author {uid: 'name:soham de'}) SET a.name = 'X' CREATE (:Paper {uid: 'new'})")
        again = there.restore(path, replace=True)
        assert (again.written, again.removed) == (1, 1)
        assert content(there) == content(source)


def test_a_damaged_file_changes_nothing(source: ScholarGraph, target: Neo4jServer, tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    source.dump(path)
    path.write_bytes(path.read_bytes()[:-2000])
    with connect(target) as there:
        with pytest.raises(InputError, match="truncated"):
            there.restore(path)
        assert content(there) == []
        assert there.connection.read("MATCH (s:GraphState) RETURN s.unfinished AS mark").rows == []


@pytest.mark.slow
def test_a_restore_that_was_killed_is_marked_and_goes_on(source: ScholarGraph, target: Neo4jServer, tmp_path: Path) -> None:
    path = tmp_path / "graph.dump"
    source.dump(path)
    killed(target, f"graph.restore({str(path)!r}, progress=progress)", 6)
    with connect(target) as there:
        marks = there.connection.read("MATCH (s:GraphState) RETURN s.unfinished AS mark").rows
        assert str(marks[0]["mark"]).startswith("restore of graph.dump, begun at ")
        there.restore(path)
        assert content(there) == content(source)


@pytest.mark.slow
def test_the_commands_move_graphs_without_a_password_in_sight(
    source: ScholarGraph, local_neo4j: Neo4jServer, target: Neo4jServer, tmp_path: Path
) -> None:
    given = {"NEO4J_URI": local_neo4j.uri, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": local_neo4j.password}

    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from graph.cli.main import run; run()", *arguments]
        done = subprocess.run(
            command,
            env={**os.environ, **given, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert local_neo4j.password not in done.stdout + done.stderr
        assert target.password not in done.stdout + done.stderr
        return done

    assert "set NEO4J_TO_PASSWORD" in call("copy", "--to", target.uri).stderr
    copied = call("copy", "--to", target.uri, "--format", "json", NEO4J_TO_PASSWORD=target.password)
    wanted = source.fingerprint()
    assert json.loads(copied.stdout)["fingerprint"] == wanted.value
    assert "equal already" in call("copy", "--to", target.uri, NEO4J_TO_PASSWORD=target.password).stdout
    path = str(tmp_path / "graph.dump")
    assert call("dump", path).returncode == 0
    refused = call("restore", path)
    assert (refused.returncode, "is not empty" in refused.stderr) == (1, True)
    assert json.loads(call("fingerprint", "--format", "json").stdout) == wanted.to_dict()
