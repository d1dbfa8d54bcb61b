"""How a local server starts, ends, and is found again after something was killed. Every test has a folder of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import psutil
import pytest
from neo4j import GraphDatabase

from graph import server
from graph.errors import FolderInUseError, ServerInUseError, StartError
from graph.server import aot_cache, starting, supervisor
from graph.server.distribution import CACHE_VARIABLE, cache_folder, fetch
from graph.server.folder import Folder, Identity
from graph.server.memory import Memory
from graph.server.process import JAVA_VARIABLE, free_port, stop_java

pytestmark = pytest.mark.slow

JOIN = """
import sys
from graph import server
session = server.join(sys.argv[1], heap="384m", page_cache="32m", idle_minutes=float(sys.argv[2]))
print(session.pid, flush=True)
sys.stdin.read()
"""


SERVE = """
import signal, sys
from graph import server
# What runs in the background of a shell ignores Ctrl-C; this stands for a terminal.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    server.serve(sys.argv[1], lambda session: print(session.pid, flush=True), heap="384m", page_cache="32m", idle_minutes=0)
except KeyboardInterrupt:
    print("interrupted")
"""


PATIENCE = 120.0
"""Seconds after which what was expected is taken not to come."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder for a new graph; blanks and other letters in its name must not matter."""
    path = tmp_path / "mein Graph ü"
    yield path
    server.stop(path, force=True)


def join(folder: Path, line: str | None = None) -> server.Session:
    return server.join(folder, line=line, heap="384m", page_cache="32m")


def user_process(folder: Path, idle_minutes: float = 1.0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", JOIN, str(folder), str(idle_minutes)]
    # The locale of a bare container.
    environment = {**os.environ, "LC_ALL": "C"}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)


def eventually(condition: Callable[[], bool]) -> bool:
    """Whether it comes true. How soon is not a promise here: a busy machine has all the time it may need."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def ask(session: server.Session, text: str) -> list[object]:
    with GraphDatabase.driver(session.bolt_uri, auth=(session.username, session.password)) as driver:
        return [list(record.values()) for record in driver.execute_query(text).records]


@pytest.mark.parametrize("line", server.LINES)
def test_what_was_written_outlives_a_killed_server_and_a_killed_supervisor(folder: Path, line: str) -> None:
    first = join(folder, line)
    ask(first, "CREATE (:Kept {n: 1})")
    status = server.status(folder)
    os.kill(status.pid, signal.SIGKILL)
    assert eventually(lambda: gone(status.supervisor_pid) and server.status(folder).phase == "died")
    with pytest.raises(StartError, match="SIGKILL"):
        first.check()

    second = join(folder)
    assert (second.line, second.password, second.bolt_uri) == (line, first.password, first.bolt_uri)
    assert ask(second, "MATCH (k:Kept) RETURN k.n") == [[1]]
    status = server.status(folder)
    os.kill(status.supervisor_pid, signal.SIGKILL)
    assert eventually(lambda: gone(status.supervisor_pid))
    with join(folder) as third:
        assert ask(third, "MATCH (k:Kept) RETURN k.n") == [[1]]
        assert third.pid != status.pid
        assert gone(status.pid)
    assert server.stop(folder)
    assert not server.stop(folder)
    assert gone(third.pid)


@pytest.mark.parametrize("line", server.LINES)
def test_a_copy_of_a_folder_in_use_is_a_graph_of_its_own(folder: Path, tmp_path: Path, line: str) -> None:
    copy = tmp_path / "copy"
    with join(folder, line) as first:
        ask(first, "CREATE (:Kept {n: 1})")
        shutil.copytree(folder, copy)
        assert (server.status(copy).running, server.status(folder).running) == (False, True)
        with join(copy) as second:
            assert (second.pid != first.pid, second.bolt_uri != first.bolt_uri) == (True, True)
            ask(second, "MATCH (k:Kept) SET k.n = 2")
            assert server.status(copy).users != server.status(folder).users
            assert server.stop(copy, force=True)
        assert ask(first, "MATCH (k:Kept) RETURN k.n") == [[1]]
    assert server.stop(folder)
    with join(copy) as second:
        assert ask(second, "MATCH (k:Kept) RETURN k.n") == [[2]]


@pytest.mark.parametrize("phase", [None, "starting"])
def test_a_starter_killed_at_a_bad_moment_leaves_nothing_for_a_person_to_clear(folder: Path, phase: str | None) -> None:
    starter = user_process(folder)
    place = Folder(folder)
    if phase is None:
        assert eventually(place.identity_file.exists)
    else:
        assert eventually(lambda: (state := place.read_state()) is not None and state.java is not None)
    starter.kill()
    starter.communicate()
    with join(folder) as session:
        assert ask(session, "RETURN 1") == [[1]]
        assert [user.pid for user in server.status(folder).users] == [os.getpid()]


def test_a_server_killed_while_it_starts_is_told_with_its_log_and_the_next_start_works(folder: Path) -> None:
    starter = user_process(folder)
    place = Folder(folder)
    assert eventually(lambda: (state := place.read_state()) is not None and state.java is not None)
    state = place.read_state()
    assert state is not None
    assert state.java is not None
    os.kill(state.java.pid, signal.SIGKILL)
    assert starter.wait(PATIENCE) != 0
    starter.communicate()
    failed = server.status(folder)
    assert (failed.running, failed.phase) == (False, "failed")
    assert "SIGKILL" in failed.reason
    with join(folder) as session:
        assert ask(session, "RETURN 1") == [[1]]


def test_two_processes_that_start_at_once_share_one_server_which_goes_after_the_last_left(folder: Path) -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    place = Folder(folder)
    place.create()
    place.write_identity(Identity(bolt_port=taken.getsockname()[1], http_port=taken.getsockname()[1]))
    users = [user_process(folder, idle_minutes=0.02) for _number in range(2)]
    pids = {int(user.stdout.readline()) for user in users if user.stdout}
    assert len(pids) == 1
    pid = pids.pop()
    assert str(taken.getsockname()[1]) not in server.status(folder).bolt_uri, "a port that is taken is not used"
    taken.close()
    users[0].kill()
    users[0].communicate()
    time.sleep(2)
    assert not gone(pid), "one of them still uses it"
    users[1].kill()
    users[1].communicate()
    assert eventually(lambda: gone(pid))
    assert eventually(lambda: server.status(folder).phase == "stopped")


@pytest.mark.parametrize("line", server.LINES)
def test_a_server_is_stopped_under_others_by_force_only_and_keeps_what_they_wrote(folder: Path, line: str) -> None:
    with join(folder, line) as mine:
        ask(mine, "CREATE (:Kept {n: 1})")
        other = user_process(folder)
        assert other.stdout is not None
        pid = int(other.stdout.readline())
        with pytest.raises(ServerInUseError, match=f"process {other.pid}: python") as refusal:
            server.stop(folder)
        assert [user[0] for user in refusal.value.users] == [other.pid], "who stops it is no other"
        assert ask(mine, "MATCH (k:Kept) RETURN k.n") == [[1]]
        assert server.stop(folder, force=True)
        assert gone(pid)
        with pytest.raises(StartError, match="was stopped") as stopped:
            mine.check()
        assert stopped.value.log_tail == "", "nothing is wrong that a log could tell"
    with join(folder) as again:
        assert ask(again, "MATCH (k:Kept) RETURN k.n") == [[1]]
        other.kill()
        other.communicate()
        late = user_process(folder)
        assert late.stdout is not None
        late.stdout.readline()
        late.kill()
        late.communicate()
        assert server.stop(folder), "who died uses nothing"


def test_a_port_that_is_taken_while_the_server_starts_is_given_up_for_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Folder(folder)
    place.create()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ports = iter([taken.getsockname()[1]])
        monkeypatch.setattr(supervisor, "free_port", lambda preferred=0: next(ports, None) or free_port(preferred))
        kept = supervisor.Supervisor(place, fetch("2026"), Memory("384m", "32m"))
        try:
            assert kept._start()
            identity = place.read_identity()
            assert identity is not None
            assert taken.getsockname()[1] not in (identity.bolt_port, identity.http_port)
        finally:
            if kept.process:
                stop_java(kept.process)


def test_a_supervisor_whose_starter_is_long_dead_starts_nothing_when_it_comes_late(folder: Path) -> None:
    with join(folder):
        pass
    late = [
        sys.executable,
        "-m",
        "graph.server.supervisor",
        str(folder),
        "--line",
        "2026",
        "--heap",
        "384m",
        "--page-cache",
        "32m",
    ]
    waiting = subprocess.Popen([*late, "--call", "an older call"])
    time.sleep(1.5)
    assert server.stop(folder)
    assert waiting.wait(PATIENCE) == 0
    assert not server.status(folder).running
    assert subprocess.run([*late, "--call", "an older call"], timeout=PATIENCE, check=True).returncode == 0
    assert not server.status(folder).running


def test_a_user_of_a_moment_counts_as_use(folder: Path) -> None:
    join(folder).close()
    assert eventually(lambda: server.status(folder).idle_since is not None)
    time.sleep(1.5)
    before = server.status(folder).idle_since or 0.0
    join(folder).close()
    assert eventually(lambda: (server.status(folder).idle_since or 0.0) > before)
    server.stop(folder)


def test_a_store_of_a_newer_line_is_refused_by_the_older_one_and_still_opens_with_its_own(folder: Path) -> None:
    with join(folder, "2026") as session:
        ask(session, "CREATE (:Kept {n: 1})")
    server.stop(folder)
    place = Folder(folder)
    made = place.read_identity()
    assert made is not None
    place.write_identity(Identity("5.26"))
    with pytest.raises(FolderInUseError, match=r"newer Neo4j than 5\.26") as refusal:
        join(folder)
    assert len(str(refusal.value).splitlines()) > 3, "the end of the log is told"

    place.write_identity(made)
    with join(folder) as session:
        assert ask(session, "MATCH (k:Kept) RETURN k.n") == [[1]]

    server.stop(folder)
    place.write_identity(msgspec.structs.replace(made, version="2099.01.0"))
    with pytest.raises(FolderInUseError, match=r"written by Neo4j 2099\.01\.0"):
        join(folder)


def test_a_start_that_takes_too_long_is_told_and_leaves_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(starting.START_VARIABLE, "0.5")
    with pytest.raises(StartError, match=r"not ready after .* SCHOLARGRAPH_START_SECONDS"):
        join(folder)
    assert [p.pid for p in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(p.info["cmdline"] or [])] == []


def test_an_option_that_java_does_not_take_is_told_with_the_variable_that_asks_for_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(JAVA_VARIABLE, "-XX:+NoSuchThing")
    with pytest.raises(StartError, match=f"Correct {JAVA_VARIABLE}") as refusal:
        join(folder)
    assert "NoSuchThing" in refusal.value.log_tail


def test_rubbish_in_place_of_the_start_up_cache_is_removed_and_prevents_no_start(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch("2026")
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "jars").symlink_to(cache_folder() / "jars")
    monkeypatch.setenv(CACHE_VARIABLE, str(cache))
    # With options of its own a start tells nothing of the cache: it may fit those without them.
    monkeypatch.delenv(JAVA_VARIABLE, raising=False)
    path = aot_cache.cache_path(fetch("2026"))
    path.parent.mkdir()
    path.write_bytes(b"half written" * 4096)
    # As after a failed attempt, so that no new one is made in the background once this test has ended.
    path.with_suffix(".failed").touch()
    with join(folder) as session:
        assert ask(session, "RETURN 1") == [[1]]
        assert eventually(lambda: not path.exists())


def test_serve_keeps_it_up_until_it_is_interrupted(folder: Path) -> None:
    serving = subprocess.Popen([sys.executable, "-c", SERVE, str(folder)], stdout=subprocess.PIPE, text=True)
    assert serving.stdout is not None
    pid = int(serving.stdout.readline())
    time.sleep(2)
    assert not gone(pid), "idle time counts from when the last user left"
    serving.send_signal(signal.SIGINT)
    assert serving.communicate(timeout=PATIENCE)[0] == "interrupted\n"
    assert eventually(lambda: gone(pid))
