"""Many at once: short forms of `python -m tests.hammer.crowd`, and a crowd of clients of the pages."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
import pytest

from graph import ScholarGraph, server
from tests.hammer.crowd.crowd import gather
from tests.integration.explore_pages import served

pytestmark = pytest.mark.slow

CLIENTS = 100
SESSIONS = 45
"""The most connections to the graph: as many as the pages have threads, and a few of the test's own."""
PATHS = ("/", "/?q=soham", "/author/name:soham%20de", "/trends", "/author/name:samuel%20l.%20smith")


def test_loaders_reviewers_and_readers_do_not_harm_each_other(tmp_path: Path) -> None:
    found = gather(tmp_path, server.DEFAULT_LINE, seconds=15, readers=3, records=240, seed=5)
    assert found.broken == []
    assert all(done.times > 0 for done in found.done.values())
    assert found.crowded


@pytest.mark.any_line
def test_a_hundred_clients_of_the_pages_share_a_bounded_number_of_connections(demo_graph: ScholarGraph) -> None:
    port, here = urlsplit(demo_graph.connection.uri).port, psutil.Process()

    def connections() -> int:
        return sum(bool(one.raddr) and one.raddr.port == port for one in here.net_connections("tcp"))

    def ask(address: str) -> int:
        return httpx.get(address, timeout=300, follow_redirects=True).status_code

    with served(demo_graph, waiting=2 * CLIENTS) as address, ThreadPoolExecutor(CLIENTS) as clients:
        asked = [clients.submit(ask, address + PATHS[one % len(PATHS)]) for one in range(3 * CLIENTS)]
        most = 0
        while not all(one.done() for one in asked):
            most = max(most, connections())
            time.sleep(0.02)
        assert {one.result() for one in asked} == {200}
    assert 0 < most <= SESSIONS
