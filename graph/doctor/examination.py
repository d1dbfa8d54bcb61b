"""All checks in turn: of a local graph, or of a Neo4j elsewhere. Each says what it can, whatever the others found."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from graph import server
from graph.connection import Connection
from graph.doctor.check import Check, ok, problem, warning
from graph.doctor.database import check_database
from graph.doctor.folder import check_folder
from graph.doctor.machine import check_disk, check_jars, check_java, check_memory, check_tables, check_versions
from graph.errors import GraphUnavailableError, LocalServerError, ScholarGraphError, StartError
from graph.queries.bound import Queries

Say = Callable[[str], None]


def examine_folder(folder: Path, *, start: bool, say: Say) -> Iterator[Check]:
    """Check a local graph and what it runs on. A server that is down is started only with `start`, after `say` was told; nothing
    is ever fetched, and no graph is made where there is none."""
    yield from check_versions()
    yield check_tables()
    try:
        status = server.status(folder)
    except LocalServerError as error:
        yield problem("graph", str(error), "mend that file")
        return
    java, jars = check_java(), check_jars(status.line or server.DEFAULT_LINE)
    yield from (java, jars, check_memory(running=status.running), check_disk(status.folder))
    yield from check_folder(status)
    if not status.exists:
        return
    if not status.running:
        if not start:
            yield warning("server", "it is not up, and was not to be started", "leave out --no-start to look into the graph too")
            return
        if java.state != "ok" or jars.state != "ok":
            yield warning("server", "it is not up, and was not started, as something above is missing", "see to that first")
            return
        say(f"starting the server of {status.folder}")
    yield from _joined(folder, was_running=status.running)


def examine_server(uri: str, username: str, password: str, database: str) -> Iterator[Check]:
    """Check a Neo4j elsewhere, and this machine as far as that needs it."""
    yield from check_versions()
    yield check_tables()
    yield from _connected(uri, username, password, database)


def _joined(folder: Path, *, was_running: bool) -> Iterator[Check]:
    began = time.monotonic()
    try:
        session = server.join(folder)
    except ScholarGraphError as error:
        message = str(error).removesuffix(error.log_tail).strip() if isinstance(error, StartError) else str(error)
        yield problem(
            "server", f"it does not start: {message}", f"see the end of {Path(folder) / 'neo4j' / 'logs' / 'console.log'}"
        )
        return
    with session:
        took = time.monotonic() - began
        how = "joined" if was_running else "started"
        yield ok("server", f"{how} in {took:.1f} s, at {session.bolt_uri}, Browser at {session.browser_url}")
        yield from _connected(session.bolt_uri, session.username, session.password, "neo4j")


def _connected(uri: str, username: str, password: str, database: str) -> Iterator[Check]:
    began = time.monotonic()
    try:
        with Connection.open(uri, username, password, database) as connection:
            yield ok("connection", f"{uri}, database {database!r}, answers in {(time.monotonic() - began) * 1000:.0f} ms")
            yield from check_database(Queries(connection))
    except GraphUnavailableError as error:
        yield problem("connection", str(error), "without it nothing can be said of the graph itself")
    except ScholarGraphError as error:
        yield problem("graph", f"a check was refused: {error}", "log in as a user who may read the database and its schema")
