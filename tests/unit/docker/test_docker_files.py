"""What docker/ promises, as far as reading its files can show it."""

import re
import subprocess
import sys

import pytest

from graph.server.configuration import server_settings
from graph.server.jars import jar_list
from tests.unit.docker.compose_file import COMPOSE_FILE, DOCKER, PASSWORD, VariableNotSetError, compose, neo4j_settings

OF_THE_CONTAINER = {
    "server.default_listen_address": None,
    "server.bolt.listen_address": None,
    "server.http.listen_address": None,
    "browser.remote_content_hostname_whitelist": "localhost",
}
"""Where the container differs from a local server: it listens on all of its own addresses (the host publishes them on loopback
only), and the image can set nothing to an empty value."""


def test_the_compose_file_is_valid_by_the_compose_specification() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE_FILE)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_nothing_starts_without_a_password() -> None:
    for environment in ({}, {"NEO4J_PASSWORD": ""}):
        with pytest.raises(VariableNotSetError, match="set NEO4J_PASSWORD"):
            compose(environment)
    assert compose(PASSWORD)["services"]["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/only-for-tests"


def test_the_ports_are_published_on_loopback_only() -> None:
    services = compose({**PASSWORD, "NEO4J_BOLT_PORT": "17687"})["services"]
    assert services["neo4j"]["ports"] == ["127.0.0.1:17687:7687", "127.0.0.1:7474:7474"]
    assert "ports" not in services["scholargraph"]
    assert not {"network_mode", "privileged", "expose"} & {key for service in services.values() for key in service}


def test_the_neo4j_is_the_one_of_the_lock_file_and_another_by_a_variable() -> None:
    newest, long_term = jar_list("2026").version, jar_list("5.26").version
    assert compose(PASSWORD)["services"]["neo4j"]["image"] == f"neo4j:{newest}-community"
    assert compose({**PASSWORD, "NEO4J_VERSION": long_term})["services"]["neo4j"]["image"] == f"neo4j:{long_term}-community"
    for text in (COMPOSE_FILE.read_text(encoding="utf-8"), (DOCKER / "README.md").read_text(encoding="utf-8")):
        assert f"NEO4J_VERSION={long_term}" in text or f"such as {long_term}" in text


def test_only_the_version_that_is_tested_is_asked_to_know_every_setting() -> None:
    strict = "server.config.strict_validation.enabled"
    assert strict not in neo4j_settings(PASSWORD)
    assert neo4j_settings({**PASSWORD, "NEO4J_VERSION": "5.26.30"})[strict] == "false"


def test_the_container_is_as_closed_as_a_local_server() -> None:
    settings = neo4j_settings({**PASSWORD, "NEO4J_PAGE_CACHE": "64m"})
    local = {**server_settings("2026", 7687, 7474, "64m"), **OF_THE_CONTAINER}
    assert {name: settings.get(name) for name in local} == local


def test_no_image_is_the_latest_whatever_that_is() -> None:
    images = [service["image"] for service in compose(PASSWORD)["services"].values()]
    images += re.findall(r"^FROM (\S+)", (DOCKER / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(images) == 4
    assert [image for image in images if ":" not in image or image.endswith(":latest")] == []


def test_neo4j_keeps_its_data_is_watched_and_fits_a_laptop() -> None:
    content = compose(PASSWORD)
    neo4j = content["services"]["neo4j"]
    assert set(content["volumes"]) == {"neo4j-data", "neo4j-logs"}
    assert neo4j["volumes"] == ["neo4j-data:/data", "neo4j-logs:/logs"]
    assert neo4j["healthcheck"]["test"][0] == "CMD"
    assert neo4j["stop_grace_period"] == "60s"
    assert (neo4j["mem_limit"], neo4j["cpus"]) == ("3g", 2)
    settings = neo4j_settings(PASSWORD)
    assert (settings["server.memory.heap.max_size"], settings["server.memory.pagecache.size"]) == ("1g", "512m")


def test_scholargraph_runs_on_request_without_rights_and_only_reads_the_documents() -> None:
    tool = compose({**PASSWORD, "SCHOLARGRAPH_DOCUMENTS": "/some/where"})["services"]["scholargraph"]
    assert tool["profiles"] == ["command"]
    assert tool["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert (tool["read_only"], tool["cap_drop"], tool["security_opt"]) == (True, ["ALL"], ["no-new-privileges:true"])
    [documents] = tool["volumes"]
    assert (documents["source"], documents["target"], documents["read_only"]) == ("/some/where", "/documents", True)
    dockerfile = (DOCKER / "Dockerfile").read_text(encoding="utf-8")
    assert re.findall(r"^USER (.+)$", dockerfile, re.MULTILINE) == ["10001:10001"]
    assert "RUN" not in dockerfile.split("\nFROM ")[-1], "what runs in the build stage is tested, and nothing runs elsewhere"


def test_the_build_gets_nothing_but_what_the_image_is_made_of() -> None:
    lines = (DOCKER / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", (DOCKER / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    assert lines[1] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == {name for names in copied for name in names.split()}
