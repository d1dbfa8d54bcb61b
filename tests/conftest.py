"""How processes share the tests, and what the servers that they start are started with."""

import contextlib
import os
import re
from threading import Thread
from typing import Any
from zlib import crc32

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from graph.errors import ScholarGraphError
from graph.server import DEFAULT_LINE, LINES, fetch
from graph.server.configuration import SETTINGS_VARIABLE
from graph.server.process import JAVA_VARIABLE

SERVERS = frozenset({*LINES, "NEO4J_URI", "container"})
"""The parameters by which tests name the server that they run on. `tests/integration/conftest.py` starts it, once a process."""
OWN_SERVERS = "tests/integration/test_local_server_life.py"
"""Its every test starts servers of its own, which nothing else shares."""
OWN_CLUSTER = "tests/integration/test_spark.py"
"""Its every test runs on one cluster, which takes its time to start and gigabytes while it is up."""
BOTH_SERVERS = "tests/integration/test_moving.py"
"""Its every test needs the servers of both lines, so one process has to have both."""
CLEARED_AND_KEPT = "-XX:+UseSerialGC -Xmn160m -XX:SoftRefLRUPolicyMSPerMB=60000"
"""Planning leaves much behind at once, which the simplest collector clears away with least work where there are as many servers
as processors. Plans lie in soft references, which a small heap would give up when nobody asked for them during a few minutes."""
QUICKLY_WARM = f"-XX:TieredStopAtLevel=1 {CLEARED_AND_KEPT}"
"""A server that lives for a minute wins nothing by Java's second compiler, which takes as much time then as all else it does."""
UP_FOR_LONG = CLEARED_AND_KEPT
"""One that most tests share plans some hundred queries, and the second compiler makes that twice as fast."""

PLANNED_ONCE = (
    "dbms.cypher.min_replan_interval=1h dbms.cypher.statistics_divergence_threshold=1.0 "
    "server.memory.query_cache.per_db_cache_num_entries=3000"
)
"""Tests fill a graph and empty it again; each time the server would plan its queries anew, and most of a run is planning. All
tests together may ask more than the thousand things whose plans a server keeps by itself."""


class ByServer(LoadScopeScheduling):
    """Gives out the largest groups first: all tests of one server, since each process has to start its own. Tests that name none
    run on the server of the default line. Files of unit tests, and tests with servers of their own, fill what time is left; those
    of unit tests come first as long as Neo4j is still being fetched."""

    def __init__(self, config: pytest.Config, log: Producer) -> None:
        super().__init__(config, log)
        self._fetching = [Thread(target=_fetch, args=(line,), daemon=True) for line in LINES]
        for thread in self._fetching:
            thread.start()

    def _assign_work_unit(self, node: Any) -> None:
        if any(thread.is_alive() for thread in self._fetching):
            without_server = next((scope for scope in self.workqueue if scope.startswith("tests/unit/")), None)
            if without_server:
                self.workqueue.move_to_end(without_server, last=False)
        super()._assign_work_unit(node)

    def _split_scope(self, nodeid: str) -> str:
        path, _, test = nodeid.partition("::")
        if path == OWN_CLUSTER or not path.startswith("tests/integration/"):
            return path
        if path == OWN_SERVERS:
            return nodeid
        if path == BOTH_SERVERS:
            return DEFAULT_LINE
        parameters = test.partition("[")[2].rstrip("]").split("-")
        return next((parameter for parameter in parameters if parameter in SERVERS), DEFAULT_LINE)


def _fetch(line: str) -> None:
    # What cannot be fetched is told by the tests that need it.
    with contextlib.suppress(ScholarGraphError, OSError):
        fetch(line)


def pytest_configure() -> None:
    os.environ.setdefault(JAVA_VARIABLE, QUICKLY_WARM)
    os.environ.setdefault(SETTINGS_VARIABLE, PLANNED_ONCE)
    # Small matrices on many threads: they would wait for each other, and for the other process, longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--share-of-slow",
        metavar="I/N",
        type=_share,
        help="of the slow tests run only the I-th of N shares; all others as without it",
    )


def _share(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)/(\d+)", text)
    if match and 1 <= int(match[1]) <= int(match[2]):
        return int(match[1]), int(match[2])
    raise pytest.UsageError(f"--share-of-slow {text!r}: it is I/N with I from 1 to N, such as 1/4.")


def in_share(nodeid: str, share: tuple[int, int]) -> bool:
    """Whether the test is in that share: each is in one of N, and what is the same but for its parameters is in the same one."""
    path, _, test = nodeid.partition("::")
    together = path if path == OWN_CLUSTER else f"{path}::{test.partition('[')[0]}"
    number, of = share
    return crc32(together.encode()) % of == number - 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Last come the tests after which a server plans all its queries anew: that takes as long as all else that a test does."""
    items.sort(key=lambda item: item.get_closest_marker("changes_schema") is not None)
    if share := config.getoption("--share-of-slow"):
        left_out = [item for item in items if item.get_closest_marker("slow") and not in_share(item.nodeid, share)]
        config.hook.pytest_deselected(items=left_out)
        out = {*map(id, left_out)}
        items[:] = [item for item in items if id(item) not in out]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByServer:
    return ByServer(config, log)
