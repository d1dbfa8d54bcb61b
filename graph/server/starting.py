"""Bring up the server of a folder: under the folder's guard, in bounded time, whatever an earlier run left behind."""

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from subprocess import Popen

import psutil
from filelock import Timeout

from graph.errors import FolderInUseError, LocalServerError, ParameterError, StartError
from graph.server.detach import start_detached
from graph.server.distribution import Progress, fetch, forget
from graph.server.failures import DAMAGED_JARS
from graph.server.folder import HEARTBEAT_SECONDS, Folder, ProcessMark, State
from graph.server.idle import DEFAULT_MINUTES, write_minutes
from graph.server.jars import jar_list
from graph.server.memory import Memory
from graph.server.private import write_private

START_VARIABLE = "SCHOLARGRAPH_START_SECONDS"
DEFAULT_START_SECONDS = 120.0
NEEDED_SPACE = 64 << 20
KEEPER_STARTS = 3


@contextmanager
def guarded(folder: Folder, progress: Progress | None = None) -> Iterator[None]:
    """The folder's guard. Whoever waits for it waits for somebody else's start or stop, which ends in bounded time."""
    guard = folder.guard()
    deadline = time.monotonic() + 2 * _start_seconds()
    while True:
        try:
            guard.acquire(timeout=1)
            break
        except Timeout:
            if progress:
                progress(0, 0, "waiting for another process that starts or stops this graph's server")
            if time.monotonic() > deadline:
                raise StartError(
                    f"Another process has been starting or stopping the server of {folder.path} for too long. "
                    "End it (scholargraph status shows the processes), then try again.",
                    folder.log_tail(),
                ) from None
        except (OSError, NotImplementedError) as error:
            raise StartError(f"No lock can be taken in {folder.run}: {error}. Choose a folder on a local disk.") from error
    try:
        yield
    finally:
        guard.release()


def _start_seconds() -> float:
    text = os.environ.get(START_VARIABLE, "").strip()
    try:
        seconds = float(text) if text else DEFAULT_START_SECONDS
    except ValueError:
        seconds = -1.0
    if not 0 < seconds < 86_400:
        raise ParameterError(f"{START_VARIABLE}={text!r} is not a number of seconds. Give a positive one, such as 300.")
    return seconds


def running(folder: Folder, line: str, memory: Memory, minutes: float | None, progress: Progress | None) -> State:
    """The state of the running server: the one that is up, or one started now. Called under the guard."""
    state = folder.read_state()
    if state is not None and state.is_up:
        if minutes is not None:
            write_minutes(folder, minutes)
        return state
    refuse_other_machine(folder, state)
    write_minutes(folder, DEFAULT_MINUTES if minutes is None else minutes)
    try:
        return _started(folder, line, memory, progress)
    except StartError as error:
        if not any(sign in f"{error.log_tail}\n{folder.log_tail(300)}" for sign in DAMAGED_JARS):
            raise
        forget(line)
        fetch(line, progress)
        return _started(folder, line, memory, progress)


def refuse_other_machine(folder: Folder, state: State | None) -> None:
    """`FolderInUseError` if a supervisor on another machine is at work: its heartbeat is recent, or goes on while we look."""
    if state is None or state.is_here or state.phase not in {"starting", "ready", "stopping"}:
        return
    if abs(time.time() - state.heartbeat) >= 5 * HEARTBEAT_SECONDS and not _beats(folder, state.heartbeat):
        return
    raise FolderInUseError(
        f"The graph in {folder.path} is in use by a server on the machine {state.host!r}. "
        "Stop it there (scholargraph stop), or connect to that machine's server with NEO4J_URI."
    )


def _beats(folder: Folder, seen: float) -> bool:
    """Whether the heartbeat changes while we look."""
    deadline = time.monotonic() + 2.5 * HEARTBEAT_SECONDS
    while True:
        now = folder.read_state()
        if now is not None and now.heartbeat != seen:
            return True
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)


def _started(folder: Folder, line: str, memory: Memory, progress: Progress | None) -> State:
    """Start a supervisor and wait until its server is up. A supervisor at work is waited for; one that was killed is replaced."""
    _need_space(folder)
    seconds = _start_seconds()
    deadline = time.monotonic() + seconds + 30
    supervisor: Popen[bytes] | None = None
    starts, told = 0, 0.0
    while time.monotonic() < deadline:
        state = folder.read_state()
        if state is not None and state.is_up:
            return state
        if (supervisor is None or supervisor.poll() is not None) and no_supervisor(folder):
            state = folder.read_state()
            if starts and state is not None and state.failure is not None:
                raise _error(state)
            if starts == KEEPER_STARTS:
                break
            clear_away(folder, state)
            supervisor = _start_supervisor(folder, line, memory, seconds)
            starts += 1
        if progress and time.monotonic() - told > 0.5:
            told = time.monotonic()
            progress(0, 0, f"starting Neo4j {jar_list(line).version}")
        time.sleep(0.02)
    raise StartError(
        f"The server of {folder.path} was not ready after {seconds:.0f} seconds. "
        f"Try again; on a slow machine set {START_VARIABLE} higher.",
        folder.log_tail(),
    )


def _need_space(folder: Folder) -> None:
    free = shutil.disk_usage(folder.path).free
    if free < NEEDED_SPACE:
        raise StartError(
            f"The disk of {folder.path} is full: {free >> 20} MB are free, Neo4j needs {NEEDED_SPACE >> 20}. "
            "Free some space, then try again."
        )


def no_supervisor(folder: Folder) -> bool:
    """Whether no supervisor lives. Call it under the guard: it takes the supervisor's lock for a moment."""
    try:
        with folder.supervisor_lock().acquire(timeout=0):
            return True
    except Timeout:
        return False


def clear_away(folder: Folder, state: State | None) -> None:
    """End a server whose supervisor was killed, and forget the state it left."""
    java = state.java if state is not None and state.is_here else None
    if java is not None:
        _end(java)
    folder.state_file.unlink(missing_ok=True)
    folder.stop_request.unlink(missing_ok=True)


def _end(mark: ProcessMark) -> None:
    """End a process that is not our child. One that has ended and is not collected by its parent counts as gone."""
    for end, seconds in ((psutil.Process.terminate, 30), (psutil.Process.kill, 30)):
        process = mark.process()
        if process is None:
            return
        with suppress(psutil.NoSuchProcess):
            end(process)
        deadline = time.monotonic() + seconds
        while mark.process() is not None and time.monotonic() < deadline:
            time.sleep(0.02)


def _start_supervisor(folder: Folder, line: str, memory: Memory, seconds: float) -> Popen[bytes]:
    call = secrets.token_hex(8)
    write_private(folder.supervisor_call, call, lasting=False)
    sizes = ["--heap", memory.heap, "--page-cache", memory.page_cache, "--start-seconds", str(seconds), "--call", call]
    return start_detached("graph.server.supervisor", [str(folder.path), "--line", line, *sizes], folder.supervisor_log)


def _error(state: State) -> LocalServerError:
    failure = state.failure
    if failure is None:
        return StartError("The server did not start.")
    if failure.kind == "FolderInUseError":
        return FolderInUseError(f"{failure.message}\n{failure.log_tail}")
    return StartError(failure.message, failure.log_tail)
