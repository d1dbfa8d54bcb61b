"""`scholargraph explore` as somebody starts it: who it lets decide, and what it says and does not say."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from graph import ScholarGraph
from tests.commands import PATIENCE, PROGRAM
from tests.integration.conftest import Neo4jServer

pytestmark = pytest.mark.slow


@contextmanager
def started(server: Neo4jServer, said: Path, *arguments: str) -> Iterator[dict[str, str]]:
    """The command until it is interrupted; the addresses that it prints. All that it says is in `said` when it has ended."""
    login = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    with said.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "explore", "--no-open", *arguments],
            stdout=subprocess.PIPE, stderr=errors, text=True, env={**os.environ, **login, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        if "--read-only" not in arguments:
            lines.append(process.stdout.readline())
        try:
            yield dict(line.split() for line in lines if line.strip())
        finally:
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=PATIENCE)
            with said.open("a") as all_of_it:
                all_of_it.write(rest)


def test_the_printed_address_lets_decide_and_stands_nowhere_else(
    demo_graph: ScholarGraph, neo4j_server: Neo4jServer, tmp_path: Path
) -> None:
    decided = len(demo_graph.decisions.log())
    with started(neo4j_server, tmp_path / "said") as addresses, httpx.Client(timeout=PATIENCE) as browser:
        pages, review = addresses["Pages"], addresses["Review"]
        token = review.partition("token=")[2]
        assert review == f"{pages}/review?token={token}"
        assert len(token) >= 43
        assert "lets you decide" in browser.get(f"{pages}/review").text
        entered = browser.get(review, follow_redirects=True)
        assert (str(entered.url), 'name="by"' in entered.text) == (f"{pages}/review", True)
        assert token not in entered.text
        assert browser.post(f"{pages}/review", data={"step": "who"}, headers={"origin": pages}).status_code == 403
        assert browser.post(f"{pages}/review?token={token}", content=b"\xff", headers={"origin": pages}).status_code == 415
    assert token not in (tmp_path / "said").read_text()
    assert len(demo_graph.decisions.log()) == decided


def test_read_only_prints_no_address_that_lets_decide(
    neo4j_server: Neo4jServer, demo_graph: ScholarGraph, tmp_path: Path
) -> None:
    with started(neo4j_server, tmp_path / "said", "--read-only") as addresses:
        assert list(addresses) == ["Pages"]
        assert "--read-only" in httpx.get(f"{addresses['Pages']}/review", timeout=PATIENCE).text
        assert httpx.post(f"{addresses['Pages']}/review", headers={"origin": addresses["Pages"]}).status_code == 405
    assert "token" not in (tmp_path / "said").read_text()
    assert demo_graph.connection.uri == neo4j_server.uri
