"""How much memory a piece of work takes: here, in the processes that it starts, and on the server of a local graph."""

import contextlib
from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import NamedTuple

import psutil

from graph.server.folder import Folder

LOOK_SECONDS = 0.5


class MemoryUse(NamedTuple):
    """Bytes of this process and those that it started, and of the server (None where it is not on this machine)."""

    here: int
    server: int | None


class MemoryWatch:
    """Looks from time to time, in a thread of its own. `peaks` has the most of each step."""

    def __init__(self, folder: Folder | None) -> None:
        self._folder = folder
        self._latest = MemoryUse(0, None)
        self.peaks: dict[str, MemoryUse] = {}

    def latest(self) -> MemoryUse:
        """What was seen last."""
        return self._latest

    @contextlib.contextmanager
    def during(self, step: Callable[[], str]) -> Iterator[None]:
        """Look as long as the work goes on; `step` tells the step of now."""
        ended = Event()
        thread = Thread(target=self._look_until, args=(ended, step), name="memory", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _look_until(self, ended: Event, step: Callable[[], str]) -> None:
        while not ended.is_set():
            self._look(step())
            ended.wait(LOOK_SECONDS)

    def _look(self, step: str) -> None:
        server = _server_of(self._folder)
        seen = self._latest = MemoryUse(_held_here(server), _held_by(server) if server else None)
        most = self.peaks.get(step, seen)
        servers = [use for use in (most.server, seen.server) if use is not None]
        self.peaks[step] = MemoryUse(max(most.here, seen.here), max(servers, default=None))


def _server_of(folder: Folder | None) -> psutil.Process | None:
    state = folder.read_state() if folder else None
    return state.java.process() if state and state.java else None


def _held_here(server: psutil.Process | None) -> int:
    """What this process and those that it started hold, but for the server, which others may use as well."""
    own = psutil.Process()
    return sum(_held_by(process) for process in (own, *own.children(recursive=True)) if process != server)


def _held_by(process: psutil.Process) -> int:
    # It may have ended meanwhile.
    with contextlib.suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0
