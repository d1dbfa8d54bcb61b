"""Real Neo4j servers for the integration tests: the local server of each line, and what the environment offers besides.

Both local lines are always tested; a server that cannot be had is a failure, not a skip. The server that NEO4J_URI names takes
part when it is set, and is wiped by tests that need an empty graph only with SCHOLARGRAPH_TEST_WIPE=1. Where a Docker engine
answers, the official Neo4j image takes part too.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from unittest import mock

import pytest
from neo4j import GraphDatabase
from starlette.testclient import TestClient

from graph import ScholarGraph, server
from graph.queries.bound import Queries
from graph.server.process import JAVA_VARIABLE
from tests.conftest import QUICKLY_WARM, UP_FOR_LONG
from tests.integration.explore_pages import pages_of
from tests.integration.mixed_documents import DEMO as DEMO
from tests.integration.mixed_documents import mixed_folder
from tests.integration.outcomes import Outcome, outcome
from tests.integration.reviewing import access as access
from tests.integration.reviewing import app as app
from tests.integration.reviewing import decided as decided
from tests.integration.reviewing import enter as enter
from tests.integration.reviewing import reviewed as reviewed

WIPE_VARIABLE = "SCHOLARGRAPH_TEST_WIPE"
CONTAINER_IMAGE = "neo4j:5.26-community"
HEAP = "1g"
"""The graphs of tests are small; the plans of all that they ask are not."""
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


@dataclass(frozen=True)
class Neo4jServer:
    """A server to test against. `line` is "2026", "5.26", or where it came from ("NEO4J_URI", "container")."""

    line: str
    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"
    may_wipe: bool = True
    folder: Path | None = None


def docker_answers() -> bool:
    """Whether there is a Docker engine that this process may use."""
    if not (os.environ.get("DOCKER_HOST") or Path("/var/run/docker.sock").exists()):
        return False
    from testcontainers.core.docker_client import DockerClient

    try:
        return bool(DockerClient(timeout=5).client.ping())
    except import_module("docker.errors").DockerException:
        return False


def targets() -> list[str]:
    """The servers that this run tests against."""
    found = list(server.LINES)
    if os.environ.get("NEO4J_URI"):
        found.append("NEO4J_URI")
    if docker_answers():
        found.append("container")
    return found


def java_for_long() -> str:
    """The options for the Java of a server that many tests share: those asked for, or else those for a long life."""
    asked = os.environ[JAVA_VARIABLE]
    return UP_FOR_LONG if asked == QUICKLY_WARM else asked


@contextmanager
def local_server(folder: Path, line: str) -> Iterator[Neo4jServer]:
    """A local server of `line` in `folder`, stopped at the end."""
    with ExitStack() as stack:
        with mock.patch.dict(os.environ, {JAVA_VARIABLE: java_for_long()}):
            session = stack.enter_context(server.join(folder, line=line, heap=HEAP, page_cache="64m", idle_minutes=1))
        try:
            yield Neo4jServer(line, session.bolt_uri, session.username, session.password, folder=folder)
        finally:
            server.stop(folder, force=True)


@contextmanager
def container_server() -> Iterator[Neo4jServer]:
    """The official image, in Docker."""
    from testcontainers.community.neo4j import Neo4jContainer

    with Neo4jContainer(CONTAINER_IMAGE, password="only-for-tests") as container:
        yield Neo4jServer("container", container.get_connection_url(), "neo4j", "only-for-tests")


def named_server() -> Neo4jServer:
    """The server of the environment."""
    return Neo4jServer(
        "NEO4J_URI",
        os.environ["NEO4J_URI"],
        os.environ.get("NEO4J_USERNAME", "neo4j"),
        os.environ.get("NEO4J_PASSWORD", ""),
        os.environ.get("NEO4J_DATABASE", "neo4j"),
        may_wipe=os.environ.get(WIPE_VARIABLE) == "1",
    )


@pytest.fixture(scope="session")
def local_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Neo4jServer]]:
    """Gives the local server of a line: one for the whole run, started when it is first asked for."""
    with ExitStack() as stack:
        started: dict[str, Neo4jServer] = {}

        def get(line: str) -> Neo4jServer:
            if line not in started:
                folder = tmp_path_factory.mktemp(f"neo4j-{line}") / "graph"
                started[line] = stack.enter_context(local_server(folder, line))
            return started[line]

        yield get


@pytest.fixture(scope="session")
def all_formats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of all formats, one of them twice, and some that nobody can read."""
    folder = mixed_folder(tmp_path_factory.mktemp("all formats"), 0)
    (folder / "zz").write_bytes((DEMO / "paper_list_bishshoy_das.txt").read_bytes())
    return folder


@pytest.fixture(scope="session")
def all_in_batches(all_formats: Path, local_servers: Callable[[str], Neo4jServer]) -> Callable[[str], Outcome]:
    """Gives what loading them in batches makes on a line: worked out once, for all who load them in another way."""

    @cache
    def made(line: str) -> Outcome:
        with emptied(local_servers(line)) as graph:
            return outcome(graph, graph.load(all_formats, bulk=False))

    return made


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On the other lines what holds on any line may wait; the queries that it asks are asked there by tests that do not."""
    others = tuple(line for line in server.LINES if line != server.DEFAULT_LINE)
    for item in items:
        if item.get_closest_marker("any_line") and item.name.partition("[")[2].startswith(others):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", params=targets())
def neo4j_server(request: pytest.FixtureRequest, local_servers: Callable[[str], Neo4jServer]) -> Iterator[Neo4jServer]:
    """Each server in turn, up for the whole run of the tests. What other tests left in it is still there."""
    if request.param == "NEO4J_URI":
        yield named_server()
    elif request.param == "container":
        with container_server() as found:
            yield found
    else:
        yield local_servers(request.param)


@pytest.fixture(scope="session", params=server.LINES)
def local_neo4j(request: pytest.FixtureRequest, local_servers: Callable[[str], Neo4jServer]) -> Neo4jServer:
    """The local servers only, for tests of what is local about them; they are the same ones as in `neo4j_server`."""
    return local_servers(request.param)


@pytest.fixture
def clean_graph_server(neo4j_server: Neo4jServer) -> Neo4jServer:
    """The same server without a single node. Constraints and indexes stay."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph; set {WIPE_VARIABLE}=1 if it may be emptied")
    wipe(neo4j_server)
    return neo4j_server


def wipe(target: Neo4jServer) -> None:
    """Delete every node and relationship."""
    with (
        GraphDatabase.driver(target.uri, auth=(target.username, target.password)) as driver,
        driver.session(database=target.database) as session,
    ):
        session.run(EMPTY).consume()


@contextmanager
def emptied(target: Neo4jServer) -> Iterator[ScholarGraph]:
    """The graph of a server, without a single node."""
    wipe(target)
    with ScholarGraph.connect(target.uri, target.username, target.password, target.database) as opened:
        yield opened


@pytest.fixture
def clean(clean_graph_server: Neo4jServer) -> Callable[[], None]:
    """Empties the graph again in the middle of a test."""
    return lambda: wipe(clean_graph_server)


@pytest.fixture
def graph(clean_graph_server: Neo4jServer) -> Iterator[ScholarGraph]:
    """An empty graph."""
    target = clean_graph_server
    with ScholarGraph.connect(target.uri, target.username, target.password, target.database) as opened:
        yield opened


@pytest.fixture(scope="module")
def demo_graph(neo4j_server: Neo4jServer) -> Iterator[ScholarGraph]:
    """The demo pages, loaded once for a file of tests."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph; set {WIPE_VARIABLE}=1 if it may be emptied")
    with emptied(neo4j_server) as opened:
        opened.load(sorted(DEMO.glob("*.txt")))
        yield opened


@pytest.fixture(scope="module")
def pages(demo_graph: ScholarGraph) -> Iterator[TestClient]:
    """A client of the application's pages about the demo's graph."""
    with pages_of(demo_graph) as client:
        yield client


@pytest.fixture(scope="module")
def queries(demo_graph: ScholarGraph) -> Queries:
    """The stored queries, asked of the demo's graph."""
    return Queries(demo_graph.connection)
