"""The small files of a graph's folder, and who holds a server."""

import os
import platform
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import msgspec
import psutil
import pytest

from graph import server
from graph.errors import FolderInUseError, LocalServerError, ServerInUseError, StartError
from graph.server import folder as folders
from graph.server import starting
from graph.server.folder import HEARTBEAT_SECONDS, Folder, Identity, ProcessMark, State, mark_of
from graph.server.leases import Lease, command_name, current_users
from graph.server.starting import refuse_other_machine

HOLD = """
import sys
from graph.server.folder import Folder
from graph.server.leases import Lease
lease = Lease(Folder(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


STAND_IN = """
import sys, time
from graph.server.folder import Folder
folder = Folder(sys.argv[1])
with folder.supervisor_lock():
    print("kept", flush=True)
    while not folder.stop_request.exists():
        time.sleep(0.02)
"""


@contextmanager
def running(program: str, folder: Folder) -> Iterator[subprocess.Popen[bytes]]:
    """A process that runs `program` on the folder, from when it says that it is ready; killed at the end."""
    command = [sys.executable, "-c", program, str(folder.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            process.stdout.readline()
            yield process
        finally:
            process.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "graph")
    made.create()
    return made


def state_of(host: str, phase: str = "ready", heartbeat: float | None = None) -> State:
    here = mark_of(os.getpid())
    return State(
        phase, host, here, time.time() if heartbeat is None else heartbeat, "2026", "2026.08.1", "512m", "64m", java=here
    )


def test_the_password_stays_the_same_and_is_readable_by_its_owner_alone(folder: Folder) -> None:
    password = folder.password()
    assert len(password) >= 24
    assert folder.password() == password
    assert Folder(folder.path).password() == password
    assert stat.S_IMODE(folder.credentials_file.stat().st_mode) == 0o600
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder.path, folder.run, folder.home)] == [0o700] * 3


def test_a_lost_password_is_told_and_no_new_one_invented(folder: Folder) -> None:
    (folder.home / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(LocalServerError, match=r"credentials\.json is gone.*backup"):
        folder.password()


def test_a_state_that_was_truncated_counts_as_none(folder: Folder) -> None:
    folder.write_state(state_of("here"))
    assert folder.read_state() is not None
    folder.state_file.write_bytes(folder.state_file.read_bytes()[:40])
    assert folder.read_state() is None
    assert not server.status(folder.path).running
    assert not server.stop(folder.path)


def test_a_state_moves_with_its_folder_and_says_nothing_in_a_copy(folder: Folder, tmp_path: Path) -> None:
    folder.write_state(state_of(platform.node()))
    shutil.copytree(folder.path, tmp_path / "copy")
    assert Folder(tmp_path / "copy").read_state() is None
    folder.path.rename(tmp_path / "moved")
    state = Folder(tmp_path / "moved").read_state()
    assert state is not None
    assert state.is_up


def test_an_unreadable_identity_is_told_with_what_to_write(folder: Folder) -> None:
    folder.identity_file.write_text("{")
    with pytest.raises(LocalServerError, match=r'graph\.json cannot be read.*\{"line": "2026"\}'):
        folder.read_identity()


def test_a_process_number_given_to_another_process_is_not_taken_for_the_old_one() -> None:
    me = mark_of(os.getpid())
    assert me.process() is not None
    assert ProcessMark(me.pid, me.created - 3600).process() is None


def test_a_process_number_of_an_earlier_run_of_the_machine_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    me = mark_of(os.getpid())
    assert msgspec.structs.replace(me, boot="another").process() is None
    monkeypatch.setattr(folders, "_boot", lambda: "")
    told_by_the_clock = mark_of(os.getpid())
    assert (told_by_the_clock.boot, told_by_the_clock.process()) == ("", psutil.Process())
    assert me.process() is None or me.boot == ""


def test_a_clock_that_is_set_while_a_server_runs_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    me = mark_of(os.getpid())
    began = psutil.Process().create_time()
    monkeypatch.setattr(psutil.Process, "create_time", lambda _process: began + 3600)
    assert me.process() is not None or not folders.BOOT_FILE.exists()


def test_a_process_that_nobody_collects_counts_as_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE) as orphan:
        mark = mark_of(orphan.pid)
        assert mark.process() is not None
        starting._end(mark)
        assert psutil.Process(orphan.pid).status() == psutil.STATUS_ZOMBIE
        assert mark.process() is None
        starting._end(mark)


def test_a_supervisor_that_has_not_told_of_itself_yet_is_stopped_too(folder: Folder) -> None:
    command = [sys.executable, "-c", STAND_IN, str(folder.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as supervisor:
        assert supervisor.stdout is not None
        supervisor.stdout.readline()
        assert server.stop(folder.path)
        assert supervisor.wait(60) == 0
    assert not folder.stop_request.exists()


def test_a_server_that_others_use_is_stopped_by_force_only(folder: Folder) -> None:
    with running(STAND_IN, folder) as supervisor, running(HOLD, folder) as user:
        with pytest.raises(ServerInUseError, match=rf"(?s)process {user.pid}: python, since 2.*--force") as refusal:
            server.stop(folder.path)
        assert [(pid, command) for pid, command, _since in refusal.value.users] == [(user.pid, "python")]
        assert abs(refusal.value.users[0][2] - time.time()) < 600
        assert supervisor.poll() is None
        assert not folder.stop_request.exists()
        assert server.stop(folder.path, force=True)
        assert supervisor.wait(60) == 0


def test_neither_this_process_nor_one_that_died_keeps_a_server_from_being_stopped(folder: Folder) -> None:
    mine = Lease(folder)
    with running(STAND_IN, folder) as supervisor, running(HOLD, folder) as user:
        user.kill()
        user.wait()
        assert list(folder.users.glob(f"{user.pid}-*"))
        assert server.stop(folder.path)
        assert supervisor.wait(60) == 0
    assert not list(folder.users.glob(f"{user.pid}-*"))
    mine.release()


def test_users_of_a_server_that_is_gone_need_no_force(folder: Folder) -> None:
    with running(HOLD, folder):
        assert not server.stop(folder.path)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["/usr/bin/scholargraph", "load", "a.txt"], "scholargraph load"),
        (["/usr/bin/scholargraph", "--graph", "folder", "load", "a.txt"], "scholargraph load"),
        (["scholargraph", "--version"], "scholargraph"),
        (["analysis.py", "data.csv"], "analysis.py data.csv"),
        (["/site/tool/__main__.py"], "tool"),
        (["-c", "secret"], "python"),
        ([""], "python"),
        ([], "python"),
    ],
)
def test_a_user_is_named_by_its_program_and_what_it_does(
    arguments: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    assert command_name(arguments) == name
    monkeypatch.setenv("JPY_SESSION_NAME", "/home/ana/who wrote what.ipynb")
    assert command_name(arguments) == "notebook who wrote what.ipynb"


def test_a_stale_state_with_a_reused_number_is_not_believed_and_harms_nobody(folder: Folder) -> None:
    with subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE) as bystander:
        old = ProcessMark(bystander.pid, psutil.Process(bystander.pid).create_time() - 3600)
        folder.write_state(msgspec.structs.replace(state_of(platform.node()), supervisor=old, java=old))
        folder.write_identity(Identity())
        status = server.status(folder.path)
        assert (status.running, status.phase) == (False, "died")
        assert not server.stop(folder.path)
        assert bystander.poll() is None
        bystander.communicate()


def test_a_hold_ends_with_its_release_or_its_process(folder: Folder) -> None:
    mine = Lease(folder)
    with subprocess.Popen([sys.executable, "-c", HOLD, str(folder.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert {user.pid for user in current_users(folder)} == {os.getpid(), other.pid}
        other.kill()
        other.communicate()
    assert [user.pid for user in current_users(folder)] == [os.getpid()]
    mine.release()
    mine.release()
    assert current_users(folder) == []
    assert list(folder.users.iterdir()) == []


def test_a_folder_that_another_machine_uses_is_refused(folder: Folder) -> None:
    with pytest.raises(FolderInUseError, match="the machine 'elsewhere'"):
        refuse_other_machine(folder, state_of("elsewhere"))
    refuse_other_machine(folder, state_of("elsewhere", phase="stopped"))
    refuse_other_machine(folder, state_of(platform.node()))
    refuse_other_machine(folder, None)


def test_another_machine_that_died_is_known_by_its_heartbeat(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "HEARTBEAT_SECONDS", 0.2)
    for clock in (-86_400, 86_400):
        folder.write_state(state_of("elsewhere"))
        stale = state_of("elsewhere", heartbeat=time.time() + clock)
        folder.state_file.write_bytes(msgspec.json.encode(stale))
        refuse_other_machine(folder, stale)
        # The same, but its heart goes on beating.
        before = msgspec.structs.replace(stale, heartbeat=stale.heartbeat - HEARTBEAT_SECONDS)
        with pytest.raises(FolderInUseError):
            refuse_other_machine(folder, before)


def test_processes_that_make_one_folder_at_once_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    places = [Folder(tmp_path / f"graph {number}" / "deep") for number in range(50)]

    def make_all(_worker: int) -> list[bool]:
        for place in places:
            place.create()
        return [place.users.is_dir() for place in places]

    with ThreadPoolExecutor(8) as workers:
        assert all(all(made) for made in workers.map(make_all, range(8)))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StartError, match=r"cannot be written.*choose another folder"):
        Folder(tmp_path / "file" / "graph").create()


def test_a_full_disk_is_told_before_anything_is_started(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "NEEDED_SPACE", 1 << 60)
    with pytest.raises(StartError, match=r"disk of .* is full"):
        server.join(folder.path)
    assert current_users(folder) == []


def test_the_status_of_a_folder_without_a_graph_is_no_error(tmp_path: Path) -> None:
    status = server.status(tmp_path / "nothing")
    assert (status.exists, status.running, status.phase, status.users) == (False, False, "stopped", ())
    assert not server.stop(tmp_path / "nothing")
    assert server.log_tail(tmp_path / "nothing") == ""
    assert not (tmp_path / "nothing").exists()
