"""Many at once: short forms of `python -m tests.hammer.crowd`, and a crowd of clients of the pages."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
import uvicorn

from graph import ScholarGraph, server
from graph.explore.application import application
from graph.explore.asking import Asking
from graph.queries.bound import Queries
from tests.hammer.crowd.crowd import gather

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


@contextmanager
def served(graph: ScholarGraph) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0), backlog=2 * CLIENTS)
    pages = uvicorn.Server(uvicorn.Config(application(Asking(Queries(graph.connection))), log_level="error"))
    thread = threading.Thread(target=pages.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not pages.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        pages.should_exit = True
        thread.join()
        listening.close()


@pytest.mark.any_line
def test_a_hundred_clients_of_the_pages_share_a_bounded_number_of_connections(demo_graph: ScholarGraph) -> None:
    port, here = urlsplit(demo_graph.connection.uri).port, psutil.Process()

    def connections() -> int:
        return sum(bool(one.raddr) and one.raddr.port == port for one in here.net_connections("tcp"))

    def ask(address: str) -> int:
        return httpx.get(address, timeout=300, follow_redirects=True).status_code

    with served(demo_graph) as address, ThreadPoolExecutor(CLIENTS) as clients:
        asked = [clients.submit(ask, address + PATHS[one % len(PATHS)]) for one in range(3 * CLIENTS)]
        most = 0
        while not all(one.done() for one in asked):
            most = max(most, connections())
            time.sleep(0.02)
        assert {one.result() for one in asked} == {200}
    assert 0 < most <= SESSIONS
