"""How the server of a folder is: up or not, where, who uses it, what it takes."""

import os
from dataclasses import dataclass
from pathlib import Path

from filelock import Timeout

from graph.server.configuration import HOST
from graph.server.folder import Folder, State
from graph.server.idle import read_minutes
from graph.server.leases import User, current_users

USERS_SECONDS = 5.0
"""How long to wait for the guard while the server is up: others hold it for a moment, but for one who stops the server."""


@dataclass(frozen=True, slots=True)
class Status:
    """What `status` tells. Times are seconds since 1970; what does not apply is None, 0 or empty."""

    folder: Path
    exists: bool
    running: bool
    phase: str
    line: str
    version: str
    host: str
    pid: int
    supervisor_pid: int
    bolt_uri: str
    browser_url: str
    users: tuple[User, ...]
    idle_minutes: float
    idle_since: float | None
    stops_at: float | None
    heap: str
    page_cache: str
    size_on_disk: int
    reason: str
    """Why the last run ended, if it failed."""

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON."""
        users = [{"pid": user.pid, "command": user.command, "since": user.since} for user in self.users]
        plain = {name: getattr(self, name) for name in self.__slots__}
        return {**plain, "folder": str(self.folder), "users": users}


def status(folder: str | os.PathLike[str]) -> Status:
    """How the graph in `folder` and its server are. Starts nothing, changes nothing; a folder without a graph is not an error."""
    place = Folder(folder)
    identity, state = place.read_identity(), place.read_state()
    up = state is not None and state.is_up
    minutes = read_minutes(place)
    idle_since = state.idle_since if state and up else None
    return Status(
        folder=place.path,
        exists=identity is not None,
        running=up,
        phase=_phase(state),
        line=identity.line if identity else "",
        version=identity.version if identity else "",
        host=state.host if state else "",
        pid=state.java.pid if state and state.java and up else 0,
        supervisor_pid=state.supervisor.pid if state and up else 0,
        bolt_uri=f"bolt://{HOST}:{state.bolt_port}" if state and up else "",
        browser_url=f"http://{HOST}:{state.http_port}/browser/" if state and up else "",
        users=_users(place) if up else (),
        idle_minutes=minutes,
        idle_since=idle_since,
        stops_at=None if idle_since is None else idle_since + minutes * 60,
        heap=state.heap if state else "",
        page_cache=state.page_cache if state else "",
        size_on_disk=_size(place.path),
        reason=state.failure.message if state and state.failure and not up else "",
    )


def _phase(state: State | None) -> str:
    """The phase, as far as it can be believed: a supervisor that was killed writes nothing any more."""
    if state is None:
        return "stopped"
    if state.phase in {"starting", "ready", "stopping"} and state.is_here:
        if state.supervisor.process() is None:
            return "died"
        if state.phase == "ready" and not state.is_up:
            return "died"
    return state.phase


def _users(place: Folder) -> tuple[User, ...]:
    try:
        with place.guard().acquire(timeout=USERS_SECONDS):
            return tuple(current_users(place))
    except Timeout:
        return ()


def _size(path: Path) -> int:
    total = 0
    for folder, _folders, files in os.walk(path):
        for name in files:
            try:
                total += (Path(folder) / name).lstat().st_size
            except OSError:
                continue
    return total


def log_tail(folder: str | os.PathLike[str], lines: int = 30) -> str:
    """The last lines of the server's and its supervisor's log; empty if it never ran."""
    return Folder(folder).log_tail(lines)
