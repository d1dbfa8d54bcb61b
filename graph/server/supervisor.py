"""The supervisor: one small process for each running graph. It starts the server, notes its state, and
stops it when nobody uses it.

Run as `python -m graph.server.supervisor FOLDER --line … --heap … --page-cache …`, by `graph.server.join`. It holds the folder's
supervisor lock for life; when it dies, however it dies, the lock is free and (on Linux) the server ends with it, so the next user
simply starts anew.
"""

import argparse
import os
import platform
import signal
import sys
import time
import traceback
from pathlib import Path
from subprocess import Popen
from types import FrameType

import msgspec
from filelock import Timeout

from graph.server import aot_cache
from graph.server.configuration import HOST
from graph.server.distribution import Distribution, fetch
from graph.server.failures import PORT_TAKEN, explain
from graph.server.folder import HEARTBEAT_SECONDS, Failure, Folder, Identity, State, mark_of
from graph.server.idle import DEFAULT_MINUTES, read_minutes
from graph.server.leases import current_users
from graph.server.memory import Memory
from graph.server.process import asked_options, free_port, prepare_home, start_java, stop_java, wait_until_ready

POLL_SECONDS = 0.2
START_SECONDS = 120.0
PORT_ATTEMPTS = 3
CACHE_AFTER_SECONDS = 20.0


class Supervisor:
    """Keeps one server. `run` returns when it is stopped."""

    def __init__(self, folder: Folder, distribution: Distribution, memory: Memory, start_seconds: float = START_SECONDS) -> None:
        self.folder = folder
        self.distribution = distribution
        self.memory = memory
        self.start_seconds = start_seconds
        self.process: Popen[bytes] | None = None
        self.uses_cache = False
        self.stop_asked = self.cache_begun = False
        self.ready_at = self.last_used = time.monotonic()
        self.last_scan = self.last_beat = 0.0
        self.users_seen = 0
        self.state = State(
            phase="starting",
            host=platform.node(),
            supervisor=mark_of(os.getpid()),
            heartbeat=0.0,
            line=distribution.line,
            version=distribution.version,
            heap=memory.heap,
            page_cache=memory.page_cache,
        )

    def run(self) -> None:
        """Start the server, keep it, stop it."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask_to_stop)
        self._note(phase="starting")
        if not self._start():
            return
        self.last_used = self.ready_at = time.monotonic()
        self._watch()

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stop_asked = True

    def _note(self, **changes: object) -> None:
        self.state = msgspec.structs.replace(self.state, **changes)
        self.folder.write_state(self.state)
        self.last_beat = time.monotonic()

    def _start(self) -> bool:
        """Start the server, on other ports if some were taken meanwhile, without the AOT cache if Java crashes on it."""
        identity = self.folder.read_identity() or Identity(self.distribution.line)
        bolt_port, http_port = identity.bolt_port, identity.http_port
        failure = None
        for _attempt in range(PORT_ATTEMPTS + 1):
            bolt_port, http_port = free_port(bolt_port), free_port(http_port)
            failure = self._start_once(bolt_port, http_port)
            if failure is None:
                changed = msgspec.structs.replace(
                    identity, version=self.distribution.version, bolt_port=bolt_port, http_port=http_port
                )
                self.folder.write_identity(changed)
                return True
            if self.stop_asked:
                break
            if self.uses_cache and self._crashed():
                aot_cache.drop(self.distribution)
            elif any(sign in self.folder.log_tail(300) for sign in PORT_TAKEN):
                bolt_port = http_port = 0
            else:
                break
        self._note(phase="stopped" if self.stop_asked else "failed", failure=failure, java=None)
        return False

    def _start_once(self, bolt_port: int, http_port: int) -> Failure | None:
        folder, distribution = self.folder, self.distribution
        cached, asked = aot_cache.cache_options(distribution), asked_options()
        arguments = prepare_home(folder.home, distribution, self.memory, bolt_port, http_port, folder.password(), asked)
        self.uses_cache = bool(cached)
        self.process = start_java(distribution.java, [*cached, *asked], arguments, folder.home, folder.console_log)
        self._note(java=mark_of(self.process.pid), bolt_port=bolt_port, http_port=http_port)
        if wait_until_ready(self.process, folder.console_log, self.start_seconds, self._beat_while_starting):
            self._note(phase="ready")
            # A cache that does not fit the options asked for is as good as ever for a start without them.
            if self.uses_cache and not asked and aot_cache.was_refused(folder.console_log):
                aot_cache.drop(distribution)
            return None
        code = self.process.poll()
        if code is None:
            stop_java(self.process, 10)
        return explain(code, folder.log_tail(300), folder.path, distribution.version, distribution.cache, self.start_seconds)

    def _beat_while_starting(self) -> None:
        if self.process is not None and (self.stop_asked or self.folder.stop_request.exists()):
            self.stop_asked = True
            self.process.terminate()
        if time.monotonic() - self.last_beat > HEARTBEAT_SECONDS:
            self._note()

    def _crashed(self) -> bool:
        """Whether Java itself broke down (abort, bad memory access), rather than the server in it."""
        code = self.process.returncode if self.process else 0
        return code is not None and (
            code in {-signal.SIGABRT, -signal.SIGSEGV, 134, 139} or code == -getattr(signal, "SIGBUS", -1)
        )

    def _watch(self) -> None:
        """Until the server ends, is asked to stop, or was not used for long."""
        process = self.process
        if process is None:
            raise RuntimeError("there is no server to watch")
        while True:
            if (code := process.poll()) is not None:
                self._note_death(code)
                return
            if self.stop_asked or self.folder.stop_request.exists():
                self._stop(process)
                return
            if self._is_unused() and self._stop_if_still_unused(process):
                return
            if time.monotonic() - self.last_beat > HEARTBEAT_SECONDS:
                self._note()
            time.sleep(POLL_SECONDS)

    def _is_unused(self) -> bool:
        """Whether nobody has used the server for the time it may idle."""
        now, limit = time.monotonic(), read_minutes(self.folder, DEFAULT_MINUTES) * 60
        if now - self.last_scan >= min(1.0, max(POLL_SECONDS, limit / 4)):
            self.last_scan = now
            # Somebody may have come and gone between two scans: a user's file leaves its trace on the folder.
            seen = self.folder.users.stat().st_mtime_ns
            came, self.users_seen = seen != self.users_seen, seen
            used = self._has_users()
            if used or came:
                self.last_used = now
            if used and self.state.idle_since is not None:
                self._note(idle_since=None)
            elif not used and (came or self.state.idle_since is None):
                self._note(idle_since=time.time())
            if self.state.idle_since is not None or now - self.ready_at > CACHE_AFTER_SECONDS:
                self._make_cache()
        return now - self.last_used >= limit

    def _has_users(self) -> bool:
        """Whether somebody uses the server, or is about to (then the guard is taken)."""
        guard = self.folder.guard()
        try:
            with guard.acquire(timeout=0):
                return bool(current_users(self.folder))
        except Timeout:
            return True

    def _stop_if_still_unused(self, process: Popen[bytes]) -> bool:
        """Stop under the guard: whoever comes now waits for the end, and then starts anew."""
        try:
            with self.folder.guard().acquire(timeout=0):
                if current_users(self.folder):
                    return False
                self._stop(process)
                return True
        except Timeout:
            return False

    def _make_cache(self) -> None:
        """Begin to make the AOT cache, once, when that disturbs nobody: the first use of a new installation comes before.

        Not where options of Java are asked for: a cache made without them need not fit, and who tunes Java measures something.
        """
        if not self.cache_begun and not asked_options():
            self.cache_begun = True
            aot_cache.make_in_background(self.distribution)

    def _stop(self, process: Popen[bytes]) -> None:
        self._note(phase="stopping")
        stop_java(process)
        self._note(phase="stopped", java=None)
        self._make_cache()
        self.folder.stop_request.unlink(missing_ok=True)

    def _note_death(self, code: int) -> None:
        if self.uses_cache and self._crashed():
            aot_cache.drop(self.distribution)
        place, distribution = self.folder, self.distribution
        failure = explain(code, place.log_tail(300), place.path, distribution.version, distribution.cache, None)
        print(f"the server on {HOST}:{self.state.bolt_port} ended by itself with code {code}")
        self._note(phase="died", java=None, failure=failure)


def main() -> None:
    """Keep the server of the folder named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m graph.server.supervisor", description="Keep one graph's Neo4j server.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--line", required=True)
    parser.add_argument("--heap", required=True)
    parser.add_argument("--page-cache", required=True)
    parser.add_argument("--start-seconds", type=float, default=START_SECONDS)
    parser.add_argument("--call", default="", help="the call that this supervisor answers; one that was called since goes first")
    asked = parser.parse_args()
    folder = Folder(asked.folder)
    try:
        with folder.supervisor_lock().acquire(timeout=10):
            if not _is_wanted(folder, asked.call):
                return
            supervisor = Supervisor(folder, fetch(asked.line), Memory(asked.heap, asked.page_cache), asked.start_seconds)
            _run(supervisor)
    except Timeout:
        # Another supervisor was quicker; the users find its server.
        return


def _is_wanted(folder: Folder, call: str) -> bool:
    """Whether this is the supervisor that was called last, and nobody has asked for the server to stop since."""
    try:
        return folder.supervisor_call.read_text() == call
    except FileNotFoundError:
        return False


def _run(supervisor: Supervisor) -> None:
    try:
        supervisor.run()
    except Exception as error:
        # Nobody sees this process: what breaks it has to reach the user who waits for the server.
        traceback.print_exc(file=sys.stderr)
        if supervisor.process is not None and supervisor.process.poll() is None:
            stop_java(supervisor.process)
        text = supervisor.folder.log_tail()
        supervisor.folder.write_state(
            msgspec.structs.replace(
                supervisor.state,
                phase="failed",
                java=None,
                failure=Failure("StartError", f"The server's supervisor failed: {error}.", text),
            )
        )


if __name__ == "__main__":
    main()
