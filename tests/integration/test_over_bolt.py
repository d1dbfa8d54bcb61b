"""A first load in bulk over Bolt gives the graph and the report that any other load of the same documents gives; broken off, it
leaves a part that says so, that nothing else is written to, and that the next load clears away."""

import errno
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import ScholarGraph
from graph.bulk import created_rows, over_bolt
from graph.bulk.created_rows import RowCreator
from graph.errors import BulkLoadError, ScholarGraphError, UnfinishedGraphError, UnfinishedGraphWarning, UnknownFormatError
from graph.load.report import LoadReport
from graph.load.steps import BULK_STEPS
from graph.queries.bound import Queries
from graph.schema.form import FIRST_LOAD, FORM
from tests.integration.conftest import Neo4jServer
from tests.integration.mixed_documents import DEMO, UNREADABLE
from tests.integration.outcomes import Outcome, outcome
from tests.integration.test_bulk import load_made_up, made_up_and_notices
from tests.integration.test_doctor import examined

PAGES = sorted(DEMO.glob("*.txt"))


def connected(to: Neo4jServer) -> ScholarGraph:
    """Another connection to the same graph."""
    return ScholarGraph.connect(to.uri, to.username, to.password, to.database)


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small transactions, which come in each other's way."""
    monkeypatch.setattr(created_rows, "ROWS_AT_ONCE", 7)


@pytest.mark.slow
@pytest.mark.usefixtures("few_rows")
def test_documents_of_all_formats(
    graph: ScholarGraph, neo4j_server: Neo4jServer, all_formats: Path, all_in_batches: Callable[[str], Outcome],
    clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """It is chosen by itself where it is worth it."""
    in_batches = all_in_batches(neo4j_server.line)
    clean()
    monkeypatch.setattr(over_bolt, "WORTH_BYTES", 1)
    report = graph.load(all_formats)
    assert graph.load(all_formats / "00").totals["new"] == 0
    in_bulk = outcome(graph, report)
    assert list(report.seconds_by_step) == list(BULK_STEPS)
    assert in_batches.differences(in_bulk) == []
    assert in_batches.documents == in_bulk.documents


@pytest.mark.usefixtures("few_rows")
def test_made_up_documents_in_which_everything_meets(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    documents = made_up_and_notices(random.Random(0))
    in_batches = outcome(graph, load_made_up(graph, False, documents))
    clean()
    in_bulk = outcome(graph, load_made_up(graph, True, documents))
    assert in_batches.differences(in_bulk) == []
    assert in_batches.documents == in_bulk.documents
    assert graph.connection.read("MATCH (s:GraphState) RETURN s.unfinished AS mark, s.form AS form").rows == [
        {"mark": None, "form": FORM}
    ]


def test_it_is_refused_where_something_is_and_not_chosen_there(
    graph: ScholarGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(UNREADABLE["letter.txt"])
    monkeypatch.setattr(over_bolt, "WORTH_BYTES", 1)
    with pytest.raises(UnknownFormatError):
        graph.load(letter, bulk=True)
    assert graph.cypher("MATCH (n) RETURN labels(n) AS labels").empty
    assert "importing" not in graph.load(PAGES[0], bulk=False).seconds_by_step
    with pytest.raises(BulkLoadError, match="not empty: it holds"):
        graph.load(PAGES[1], bulk=True)
    assert "importing" not in graph.load(PAGES[1]).seconds_by_step


def _broken_off(graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Have a load end as by Ctrl-C once so many relationships' rows were created."""
    create, calls = RowCreator._create_relationships, iter(range(1000))

    def interrupted(self: RowCreator, pattern: str, rows: list[object]) -> int:
        if next(calls) >= after:
            raise KeyboardInterrupt
        return create(self, pattern, rows)

    with monkeypatch.context() as patched:
        patched.setattr(RowCreator, "_create_relationships", interrupted)
        with pytest.raises(KeyboardInterrupt):
            graph.load(PAGES, bulk=True)


@pytest.mark.usefixtures("few_rows")
@pytest.mark.parametrize("bulk", [True, False])
def test_a_load_that_is_broken_off_leaves_a_part_that_the_next_load_clears_away(
    graph: ScholarGraph, neo4j_server: Neo4jServer, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch, bulk: bool
) -> None:
    graph.load(PAGES[:3], bulk=False)
    wanted = graph.fingerprint()
    clean()
    _broken_off(graph, monkeypatch, after=9)
    assert graph.cypher("MATCH (p:Paper) RETURN count(p) AS papers").papers[0] > 0
    check = examined(neo4j_server)["moves"]
    assert check.state == "problem"
    assert FIRST_LOAD in check.found
    assert "load again" in check.advice
    with pytest.raises(UnfinishedGraphError, match="load again"):
        graph.unload(str(PAGES[0]))
    with pytest.warns(UnfinishedGraphWarning, match=FIRST_LOAD):
        later = connected(neo4j_server)
    with later:
        later.load(PAGES[:3], bulk=bulk)
        assert later.fingerprint().differences(wanted) == []
    with pytest.raises(BulkLoadError, match="not empty"):
        graph.load(PAGES[3], bulk=True)


KILLED = """
import os, sys
from graph import ScholarGraph
from graph.bulk import created_rows
created_rows.ROWS_AT_ONCE = 7
create, calls = created_rows.RowCreator._create_relationships, iter(range(1000))
def killed(self, pattern, rows):
    if next(calls) >= 9:
        os.kill(os.getpid(), 9)
    return create(self, pattern, rows)
created_rows.RowCreator._create_relationships = killed
with ScholarGraph.connect(sys.argv[1], sys.argv[2], os.environ["SECRET"], sys.argv[3]) as graph:
    graph.load(sys.argv[4:], bulk=True)
"""


@pytest.mark.slow
def test_a_load_that_is_killed_keeps_nobody_waiting(
    graph: ScholarGraph, neo4j_server: Neo4jServer, clean: Callable[[], None]
) -> None:
    graph.load(PAGES, bulk=False)
    wanted = graph.fingerprint()
    clean()
    named = [neo4j_server.uri, neo4j_server.username, neo4j_server.database, *map(str, PAGES)]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, *named], env={**os.environ, "SECRET": neo4j_server.password}, timeout=300
    )
    assert killed.returncode == -signal.SIGKILL
    graph.load(PAGES)
    assert graph.fingerprint().differences(wanted) == []


@pytest.mark.usefixtures("few_rows")
def test_a_load_that_comes_meanwhile_waits_and_goes_on_in_batches(
    graph: ScholarGraph, neo4j_server: Neo4jServer, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.load(PAGES, bulk=False)
    wanted = graph.fingerprint()
    clean()
    begun, create, reports = threading.Event(), RowCreator._create_relationships, dict[str, LoadReport]()

    def told(self: RowCreator, pattern: str, rows: list[object]) -> int:
        begun.set()
        return create(self, pattern, rows)

    monkeypatch.setattr(RowCreator, "_create_relationships", told)

    def other() -> None:
        assert begun.wait(120)
        with connected(neo4j_server) as second:
            reports["second"] = second.load(PAGES[2:])

    thread = threading.Thread(target=other)
    thread.start()
    reports["first"] = graph.load(PAGES[:2], bulk=True)
    thread.join(300)
    assert "importing" in reports["first"].seconds_by_step
    assert "importing" not in reports["second"].seconds_by_step
    assert graph.fingerprint().differences(wanted) == []


@pytest.mark.any_line
def test_where_there_is_no_room_for_rows_batches_serve(graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(over_bolt, "derive", full)
    with pytest.raises(BulkLoadError, match="TMPDIR"):
        graph.load(PAGES[0], bulk=True)
    monkeypatch.setattr(over_bolt, "WORTH_BYTES", 1)
    assert graph.load(PAGES[0]).totals["new"] > 0


@pytest.mark.any_line
def test_what_finds_not_both_its_ends_is_no_success(graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    create = RowCreator._create_nodes

    def without_venues(self: RowCreator, label: str, rows: list[object]) -> int:
        return len(rows) if label == "Venue" else create(self, label, rows)

    monkeypatch.setattr(RowCreator, "_create_nodes", without_venues)
    with pytest.raises(ScholarGraphError, match="of Paper-PUBLISHED_IN-Venue did not find both their ends"):
        graph.load(PAGES, bulk=True)
    monkeypatch.undo()
    assert graph.load(PAGES, bulk=True).totals["new"] > 0


def test_every_pattern_of_the_model_can_be_created() -> None:
    from graph.bulk.columns import tables
    from graph.queries.registry import Registry

    text = Registry.shipped()["create_relationships"].text
    for key, table in tables().items():
        if table.start:
            part = text.partition(f"'{key}'")[2].partition("UNION")[0]
            assert f"(a:{table.start} " in part
            assert f"(b:{table.end} " in part
            assert f"[r:{table.name}]" in part


def test_two_first_loads_at_once_do_not_mix(graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one whose mark another one has overwritten gives way."""
    begin = over_bolt._begin

    def overtaken(queries: Queries, mark: str) -> bool:
        is_left = begin(queries, mark)
        begin(queries, f"{FIRST_LOAD}, by somebody else")
        return is_left

    with monkeypatch.context() as patched:
        patched.setattr(over_bolt, "_begin", overtaken)
        with pytest.raises(BulkLoadError, match="Another first load"):
            graph.load(PAGES, bulk=True)
    assert graph.load(PAGES, bulk=True).totals["new"] > 0
