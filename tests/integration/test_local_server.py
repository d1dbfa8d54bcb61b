"""What the local server promises while it is up: who reaches it, what a reader can do through it, who shares it."""

import json
import os
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest
from neo4j import READ_ACCESS, GraphDatabase, Session
from neo4j.exceptions import ClientError, Neo4jError

from graph import server
from graph.errors import ParameterError
from tests.integration.conftest import Neo4jServer, java_for_long

JOIN_AND_WAIT = """
import sys
from graph import server
session = server.join(sys.argv[1])
print(session.pid, flush=True)
sys.stdin.read()
"""


def folder_of(local: Neo4jServer) -> Path:
    assert local.folder is not None
    return local.folder


@contextmanager
def reading(local: Neo4jServer) -> Iterator[Session]:
    with (
        GraphDatabase.driver(local.uri, auth=(local.username, local.password)) as driver,
        driver.session(default_access_mode=READ_ACCESS) as session,
    ):
        yield session


@contextmanager
def other_user(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Another process that uses the graph: itself, and the server it found."""
    command = [sys.executable, "-c", JOIN_AND_WAIT, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


def files_with(secret: bytes, folder: Path) -> list[Path]:
    """The files under a folder that hold a secret. The server is up: files come and go meanwhile."""
    found = []
    for place, _folders, names in os.walk(folder):
        for path in (Path(place) / name for name in names):
            with suppress(FileNotFoundError):
                if secret in path.read_bytes():
                    found.append(path)
    return found


def test_it_is_the_line_that_was_asked_for(local_neo4j: Neo4jServer) -> None:
    with reading(local_neo4j) as session:
        rows = session.run(
            "CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0] AS version, edition"
        ).data()
    row = next(row for row in rows if row["name"] == "Neo4j Kernel")
    assert row["version"].startswith(local_neo4j.line)
    assert row["edition"] == "community"
    assert server.status(folder_of(local_neo4j)).version == row["version"]


def test_it_listens_on_loopback_only(local_neo4j: Neo4jServer) -> None:
    pid = server.status(folder_of(local_neo4j)).pid
    listening = [
        c.laddr for c in psutil.Process(pid).net_connections(kind="inet") if c.status == psutil.CONN_LISTEN or not c.raddr
    ]
    assert len(listening) == 2
    assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_the_password_is_in_no_command_line_and_its_files_are_private(local_neo4j: Neo4jServer) -> None:
    folder = folder_of(local_neo4j)
    for process in psutil.process_iter(["cmdline"]):
        assert local_neo4j.password not in " ".join(process.info["cmdline"] or [])
    pid = server.status(folder).pid
    assert local_neo4j.password not in json.dumps(psutil.Process(pid).environ())
    private = [
        folder / "server" / "credentials.json",
        folder / "server" / "state.json",
        folder / "neo4j" / "data" / "dbms" / "auth.ini",
    ]
    assert [stat.S_IMODE(path.stat().st_mode) for path in private] == [0o600] * 3
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert files_with(local_neo4j.password.encode(), folder) == [folder / "server" / "credentials.json"]
    assert local_neo4j.password not in repr(server.status(folder))


def test_nobody_else_can_read_or_write_anything_of_it(local_neo4j: Neo4jServer) -> None:
    open_to_others = []
    for place, folders, names in os.walk(folder_of(local_neo4j)):
        for path in (Path(place) / name for name in (*folders, *names)):
            with suppress(FileNotFoundError):
                if stat.S_IMODE(path.lstat().st_mode) & 0o077:
                    open_to_others.append(str(path))
    assert open_to_others == []


def test_what_stays_knows_no_login(local_neo4j: Neo4jServer) -> None:
    status = server.status(folder_of(local_neo4j))
    for pid in (status.pid, status.supervisor_pid):
        process = psutil.Process(pid)
        assert [name for name in process.environ() if name.startswith("NEO4J_")] == []
        assert local_neo4j.password not in " ".join((*process.cmdline(), *process.environ().values()))


@pytest.mark.parametrize(
    "source", ["file:///etc/passwd", "file:///../../../../etc/passwd", "http://127.0.0.1:9/x.csv", "https://[::1]/x.csv"]
)
def test_a_query_cannot_read_files_or_web_addresses(local_neo4j: Neo4jServer, source: str) -> None:
    with reading(local_neo4j) as session, pytest.raises(Neo4jError) as refusal:
        session.run("LOAD CSV FROM $source AS row RETURN row", source=source).consume()
    text = str(refusal.value)
    assert "root:" not in text
    assert "allow_csv_import_from_file_urls' is false" in text or "blocked" in text


@pytest.mark.parametrize(
    "text", ["CREATE (:X)", "MERGE (:X {a: 1})", "CREATE INDEX xs FOR (x:X) ON (x.a)", "CALL db.createLabel('X')"]
)
def test_a_read_session_cannot_write(local_neo4j: Neo4jServer, text: str) -> None:
    with reading(local_neo4j) as session, pytest.raises(ClientError) as refusal:
        session.run(text).consume()
    assert refusal.value.code == "Neo.ClientError.Statement.AccessMode"


def test_it_reports_to_nobody(local_neo4j: Neo4jServer) -> None:
    with reading(local_neo4j) as session:
        rows = session.run("SHOW SETTINGS YIELD name, value RETURN name, value").data()
    settings = {row["name"]: row["value"] for row in rows}
    names = [
        name
        for name in settings
        if name in {"dbms.usage_report.enabled", "client.allow_telemetry"} or ("fleet" in name and name.endswith("enabled"))
    ]
    assert {settings[name] for name in names} == {"false"}
    assert len(names) == (4 if local_neo4j.line == "2026" else 2)
    assert settings["db.logs.query.enabled"] == "OFF"


def test_its_java_has_the_options_that_the_environment_asks_for(local_neo4j: Neo4jServer) -> None:
    asked = java_for_long().split()
    assert asked
    assert set(asked) <= set(psutil.Process(server.status(folder_of(local_neo4j)).pid).cmdline())


def test_the_browser_answers_and_may_reach_this_machine_only(local_neo4j: Neo4jServer) -> None:
    with urllib.request.urlopen(server.status(folder_of(local_neo4j)).browser_url) as response:  # noqa: S310 - loopback
        assert response.status == 200
        policy = dict(part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == "'self'"
    assert not [
        word for word in policy["connect-src"].split() if word != "'self'" and "127.0.0.1" not in word and "localhost" not in word
    ]


def test_a_second_process_joins_the_server_and_its_death_is_noticed(local_neo4j: Neo4jServer) -> None:
    folder = folder_of(local_neo4j)
    with other_user(folder) as (process, pid):
        status = server.status(folder)
        assert pid == status.pid
        assert process.pid in {user.pid for user in status.users}
        process.kill()
        process.wait()
        assert process.pid not in {user.pid for user in server.status(folder).users}


def test_joining_again_gives_the_same_server(local_neo4j: Neo4jServer) -> None:
    pid = server.status(folder_of(local_neo4j)).pid
    with server.join(folder_of(local_neo4j)) as session:
        assert (session.bolt_uri, session.password, session.line) == (local_neo4j.uri, local_neo4j.password, local_neo4j.line)
        assert session.pid == pid
        assert local_neo4j.password not in repr(session)


def test_a_graph_stays_with_its_line(local_neo4j: Neo4jServer) -> None:
    other = next(line for line in server.LINES if line != local_neo4j.line)
    with pytest.raises(ParameterError, match=f"made with Neo4j {local_neo4j.line}"):
        server.join(folder_of(local_neo4j), line=other)


def test_status_tells_what_it_takes(local_neo4j: Neo4jServer) -> None:
    status = server.status(folder_of(local_neo4j))
    assert (status.running, status.phase, status.line) == (True, "ready", local_neo4j.line)
    assert (status.heap, status.page_cache, status.idle_minutes) == ("1024m", "64m", 1.0)
    assert status.bolt_uri == local_neo4j.uri
    assert 0 < status.size_on_disk < 200 << 20
    assert json.loads(json.dumps(status.to_dict()))["pid"] == status.pid
