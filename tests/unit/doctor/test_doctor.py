"""What the doctor finds where no server is needed."""

import os
import platform
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.doctor import Check, examine_folder, examine_server
from graph.doctor.machine import check_disk, check_jars, check_java, check_memory, check_versions
from graph.server.distribution import CACHE_VARIABLE
from graph.server.folder import Folder, Identity, ProcessMark, State
from graph.server.jars import jar_list


def examined(folder: Path, said: list[str]) -> dict[str, Check]:
    return {check.name: check for check in examine_folder(folder, start=False, say=said.append)}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """A graph whose server never ran."""
    made = Folder(tmp_path / "graph")
    made.create()
    made.write_identity(Identity("2026", "2026.08.1"))
    made.password()
    yield made
    assert not made.state_file.exists() or made.read_state() is not None


def state(host: str, phase: str) -> State:
    return State(phase, host, ProcessMark(1, 0.0), 0.0, "2026", "2026.08.1", "512m", "64m")


def test_versions_of_everything_that_speaks_to_neo4j_are_told() -> None:
    found = {check.name: check for check in check_versions()}
    assert set(found) == {"python", "scholargraph", "neo4j", "neomodel", "neo4j rust extension"}
    assert {check.state for check in found.values()} == {"ok"}
    assert found["neo4j rust extension"].found == "in use"


def test_java_runs() -> None:
    assert check_java().state == "ok"


def test_jars_that_are_not_fetched_are_a_warning_and_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    check = check_jars("5.26")
    assert check.state == "warning"
    assert "MB" in check.advice
    assert not (tmp_path / "cache").exists()


def test_a_damaged_jar_is_a_problem_that_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    jar = min(jar_list("2026").jars, key=lambda jar: jar.size)
    path = tmp_path / "jars" / jar.path
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * jar.size)
    check = check_jars("2026")
    assert (check.state, str(path) in check.found, "delete" in check.advice) == ("problem", True, True)


def test_a_size_of_memory_that_cannot_be_used_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOLARGRAPH_HEAP", "plenty")
    assert check_memory(running=False).state == "problem"


def test_the_disk_of_a_folder_that_is_not_there_yet_is_found(tmp_path: Path) -> None:
    assert str(tmp_path) in check_disk(tmp_path / "not" / "yet").found


def test_no_graph_is_no_problem_and_none_is_made(tmp_path: Path) -> None:
    found = examined(tmp_path / "graph", [])
    assert found["graph"].state == "warning"
    assert "server" not in found
    assert not (tmp_path / "graph").exists()


def test_a_stopped_server_is_not_started_without_leave(folder: Folder) -> None:
    said: list[str] = []
    found = examined(folder.path, said)
    assert found["server"].state == "warning"
    assert found["permissions"].state == "ok"
    assert said == []


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind exist on POSIX only")
def test_a_password_that_others_may_read_is_a_problem(folder: Folder) -> None:
    folder.credentials_file.chmod(0o644)
    check = examined(folder.path, [])["permissions"]
    assert check.state == "problem"
    assert str(folder.credentials_file) in check.found
    assert check.advice == f"chmod -R go= {folder.path}"


def test_a_folder_in_use_elsewhere_and_one_left_by_a_crash_are_told_apart(folder: Folder) -> None:
    folder.write_state(state("another-machine", "ready"))
    check = examined(folder.path, [])["last run"]
    assert (check.state, "another-machine" in check.found) == ("problem", True)
    folder.write_state(state(platform.node(), "ready"))
    check = examined(folder.path, [])["last run"]
    assert (check.state, "without being stopped" in check.found) == ("warning", True)


def test_a_folder_whose_own_file_is_broken_says_what_to_write(folder: Folder) -> None:
    folder.identity_file.write_text("{")
    check = examined(folder.path, [])["graph"]
    assert (check.state, '{"line": "2026"}' in check.found) == ("problem", True)


def test_a_server_that_does_not_answer_is_one_problem_and_the_rest_is_still_told() -> None:
    found = {check.name: check for check in examine_server("bolt://127.0.0.1:1", "neo4j", "secret-word", "neo4j")}
    assert found["connection"].state == "problem"
    assert found["python"].state == "ok"
    assert "secret-word" not in str(found)
