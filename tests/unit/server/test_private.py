"""Nobody else: what a local graph keeps is its owner's alone under any umask, and no password goes where others can look."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.files import write_whole
from graph.server.configuration import java_arguments, server_settings
from graph.server.detach import our_environment, start_detached
from graph.server.distribution import Distribution
from graph.server.folder import Folder
from graph.server.leases import Lease
from graph.server.memory import Memory
from graph.server.private import private_folder
from graph.server.process import prepare_home, start_java
from graph.server.replacing import staging

PASSWORD = "made-up-for-tests"
TELL = """
import os
umask = os.umask(0)
os.umask(umask)
print(oct(umask), sorted(name for name in os.environ if name.startswith("NEO4J_")))
open("made", "w").close()
"""


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """What the user's shell says, which a careless one says nothing by."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes(folder: Path) -> set[tuple[bool, int]]:
    """The rights of all that is in a folder: whether it is a folder, and its mode."""
    return {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (folder, *folder.rglob("*"))}


@pytest.fixture
def distribution(tmp_path: Path) -> Distribution:
    """Python in Java's place: what a process is started with is the same whatever it runs."""
    return Distribution("2026", "2026.08.1", "org.example.Main", (), Path(sys.executable), "0", tmp_path)


def test_a_graphs_folder_and_its_files_are_its_owners_alone(tmp_path: Path, umask: int, distribution: Distribution) -> None:
    assert umask >= 0
    folder = Folder(tmp_path / "a new place" / "graph")
    folder.create()
    folder.password()
    lease = Lease(folder)
    prepare_home(folder.home, distribution, Memory("512m", "64m"), 1, 2, folder.password())
    with folder.guard(), folder.supervisor_lock(), staging(folder):
        assert modes(tmp_path / "a new place") == {(True, 0o700), (False, 0o600)}
    lease.release()


def test_in_a_folder_that_is_there_nobody_else_may_write(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    private_folder(tmp_path / "open")
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o755


def test_what_is_started_makes_private_files_and_holds_no_login_of_another_server(
    tmp_path: Path, umask: int, distribution: Distribution, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert umask >= 0
    for name in ("NEO4J_URI", "NEO4J_PASSWORD", "NEO4J_TO_PASSWORD", "NEO4J_AUTH"):
        monkeypatch.setenv(name, PASSWORD)
    (tmp_path / "told.py").write_text(TELL, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    started = [
        start_java(
            distribution.java, ["-c", TELL], tmp_path / "arguments", private(tmp_path / "java"), tmp_path / "java" / "log"
        ),
        start_detached("told", [], private(tmp_path / "keeper") / "log"),
    ]
    for process, place in zip(started, ("java", "keeper"), strict=True):
        assert process.wait(60) == 0
        assert (tmp_path / place / "log").read_text(encoding="utf-8") == "0o77 []\n"
        assert modes(tmp_path / place) == {(True, 0o700), (False, 0o600)}
    assert not [name for name in our_environment() if name.startswith("NEO4J_")]


def private(path: Path) -> Path:
    private_folder(path)
    return path


def test_the_password_stands_in_no_argument_and_no_setting(tmp_path: Path, distribution: Distribution) -> None:
    for name in ("conf", "run"):
        (tmp_path / name).mkdir()
    prepare_home(tmp_path, distribution, Memory("512m", "64m"), 1, 2, PASSWORD)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and PASSWORD in path.read_text(encoding="utf-8")] == []
    assert PASSWORD not in " ".join(java_arguments(distribution, Memory("512m", "64m"), tmp_path))
    addresses = [value for name, value in server_settings("2026", 1, 2, "64m").items() if name.endswith("address")]
    assert {address.partition(":")[0] for address in addresses} == {"127.0.0.1"}


def test_a_file_that_a_user_asks_for_is_his_to_share(tmp_path: Path, umask: int) -> None:
    write_whole(tmp_path / "answer.csv", b"a")
    assert stat.S_IMODE((tmp_path / "answer.csv").stat().st_mode) == 0o666 & ~umask
    write_whole(tmp_path / "log.jsonl", b"a", private=True)
    assert stat.S_IMODE((tmp_path / "log.jsonl").stat().st_mode) == 0o600


def test_a_file_that_is_replaced_keeps_who_may_read_it(tmp_path: Path, umask: int) -> None:
    assert umask >= 0
    (tmp_path / "answer.csv").write_text("a")
    (tmp_path / "answer.csv").chmod(0o640)
    write_whole(tmp_path / "answer.csv", b"b", overwrite=True)
    assert (stat.S_IMODE((tmp_path / "answer.csv").stat().st_mode), (tmp_path / "answer.csv").read_bytes()) == (0o640, b"b")


def test_a_folder_is_no_file_to_be_replaced(tmp_path: Path) -> None:
    for place in (tmp_path, Path("/"), Path()):
        with pytest.raises(InputError, match="cannot be used"):
            write_whole(place, b"", overwrite=True)


def test_a_login_inside_an_address_is_refused_and_not_repeated() -> None:
    given = {**os.environ, "NEO4J_URI": f"bolt://neo4j:{PASSWORD}@127.0.0.1:1"}
    for words, code in ((["documents"], 3), (["status", "--format", "json"], 0), (["browser"], 0), (["doctor"], 1)):
        command = [sys.executable, "-c", "from graph.cli.main import run; run()", *words]
        done = subprocess.run(command, env=given, capture_output=True, text=True)
        assert (done.returncode, "127.0.0.1:1" in done.stdout + done.stderr) == (code, True), words
        assert PASSWORD not in done.stdout + done.stderr, words
