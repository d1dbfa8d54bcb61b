"""Using the server of a graph's folder: join it (starting it if need be), keep it up, stop it."""

import os
import time
from collections.abc import Callable
from types import TracebackType

from graph.errors import FolderInUseError, ParameterError, ServerInUseError, StartError
from graph.server.configuration import HOST, asked_settings
from graph.server.distribution import Progress, fetch
from graph.server.folder import USERNAME, Folder, Identity, State
from graph.server.idle import choose_minutes
from graph.server.jars import DEFAULT_LINE, jar_list
from graph.server.leases import Lease, User, current_users
from graph.server.memory import choose_memory
from graph.server.replacing import recover
from graph.server.starting import clear_away, guarded, no_supervisor, refuse_other_machine, running

STOP_SECONDS = 90


class Session:
    """One user's use of a local server, until `close` or the end of the process. The server then goes by itself after a while."""

    def __init__(self, folder: Folder, state: State, lease: Lease) -> None:
        self.folder = folder.path
        self.line = state.line
        self.username = USERNAME
        self.password = folder.password()
        self.credentials_file = folder.credentials_file
        self.place = folder
        self._lease = lease
        self.update(state)

    def update(self, state: State) -> None:
        """Say where the server is now, which was started anew."""
        self.version = state.version
        self.pid = state.java.pid if state.java else 0
        self.bolt_uri = f"bolt://{HOST}:{state.bolt_port}"
        self.browser_url = f"http://{HOST}:{state.http_port}/browser/"

    def __repr__(self) -> str:
        return f"Session(folder={str(self.folder)!r}, bolt_uri={self.bolt_uri!r}, version={self.version!r})"

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the server back; again and again does no harm."""
        self._lease.release()

    def check(self) -> None:
        """Raise `StartError` if the server has ended since it was joined: with the end of the log if nobody stopped it."""
        state = self.place.read_state()
        if state is None or not state.is_up:
            was_stopped = state is not None and state.phase in ("stopping", "stopped")
            reason = state.failure.message if state and state.failure else f"The server of {self.folder} was stopped."
            log_tail = "" if was_stopped else self.place.log_tail()
            raise StartError(f"{reason} Open the graph again to start it anew.", log_tail)


def exists(folder: str | os.PathLike[str]) -> bool:
    """Whether a graph was ever made in `folder`."""
    return Folder(folder).exists


def join(
    folder: str | os.PathLike[str],
    *,
    line: str | None = None,
    heap: str | None = None,
    page_cache: str | None = None,
    idle_minutes: float | None = None,
    progress: Progress | None = None,
) -> Session:
    """Use the graph in `folder`, a new one if there is none: join its server, or start it.

    `line` is the Neo4j line of a new graph ("2026" or "5.26"); a graph stays with its line. `heap` and `page_cache` (such as
    "2g", "512m") hold for a server that this call starts. `idle_minutes` says how long the server stays up after its last user
    left. The environment gives the defaults: SCHOLARGRAPH_HEAP, SCHOLARGRAPH_PAGE_CACHE, SCHOLARGRAPH_IDLE_MINUTES (10 if
    nothing says).
    A server that this call starts gets the further options of Java that stand in SCHOLARGRAPH_JAVA_OPTIONS, and the further
    settings in SCHOLARGRAPH_NEO4J_SETTINGS.

    Raises `ParameterError` for a value that cannot be used, `FetchError` when the server cannot be fetched, `StartError` when
    it does not start, `FolderInUseError` when another machine or a newer Neo4j owns the folder.
    """
    place, memory, minutes = Folder(folder), choose_memory(heap, page_cache), choose_minutes(idle_minutes)
    asked_settings()
    chosen = _line_of(place, line)
    fetch(chosen, progress)
    place.create()
    with guarded(place, progress):
        # Another process may have made the graph while this one was waiting.
        chosen = _line_of(place, line)
        if not place.exists:
            place.write_identity(Identity(chosen))
        place.password()
        lease = Lease(place)
        try:
            recover(place)
            state = running(place, chosen, memory, minutes, progress)
            return Session(place, state, lease)
        except BaseException:
            lease.release()
            raise


def _line_of(folder: Folder, asked: str | None) -> str:
    """The line that the folder remembers, or that was asked for a new one."""
    if asked is not None:
        jar_list(asked)
    identity = folder.read_identity()
    if identity is None:
        return asked or DEFAULT_LINE
    if asked is not None and asked != identity.line:
        raise ParameterError(
            f"The graph in {folder.path} was made with Neo4j {identity.line}, not {asked}. "
            "Open it without naming a line, or choose another folder."
        )
    known = jar_list(identity.line).version
    if _numbers(identity.version) > _numbers(known):
        raise FolderInUseError(
            f"The graph in {folder.path} was written by Neo4j {identity.version}; this scholargraph brings {known}. "
            "Install the newest scholargraph."
        )
    return identity.line


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def serve(
    folder: str | os.PathLike[str],
    ready: Callable[[Session], None],
    *,
    line: str | None = None,
    heap: str | None = None,
    page_cache: str | None = None,
    idle_minutes: float | None = None,
    progress: Progress | None = None,
) -> None:
    """Join the server of `folder`, call `ready` with the session, and keep it up until Ctrl-C (`KeyboardInterrupt` passes
    through).

    Takes and raises what `join` does, and `StartError` with the end of the log when the server ends meanwhile.
    """
    with join(folder, line=line, heap=heap, page_cache=page_cache, idle_minutes=idle_minutes, progress=progress) as session:
        ready(session)
        while True:
            time.sleep(0.5)
            session.check()


def stop(folder: str | os.PathLike[str], *, force: bool = False) -> bool:
    """Stop the server of `folder` at once. Returns whether there was one to stop.

    Raises `ServerInUseError` with the users where other processes use it, unless `force` says to stop it all the same: what they
    are writing is lost, what they have written stays. A process that died uses nothing. This process may stop its own server.
    """
    place = Folder(folder)
    if not place.run.is_dir():
        return False
    with guarded(place):
        return stop_guarded(place, force=force)


def stop_guarded(place: Folder, *, force: bool) -> bool:
    """The same for who holds the folder's guard."""
    state = place.read_state()
    if state is not None and not state.is_here:
        refuse_other_machine(place, state)
        return False
    alone = no_supervisor(place)
    found = not alone or (state is not None and state.java is not None and state.java.process() is not None)
    if found and not force:
        _refuse_for_others(place)
    # A supervisor that was called by a starter long dead, and comes only now, is not wanted any more.
    place.supervisor_call.unlink(missing_ok=True)
    if alone:
        clear_away(place, state)
        return found
    place.stop_request.touch(mode=0o600)
    deadline = time.monotonic() + STOP_SECONDS
    while not no_supervisor(place):
        if time.monotonic() > deadline:
            raise StartError(_obstinate(place), place.log_tail())
        time.sleep(0.02)
    place.stop_request.unlink(missing_ok=True)
    return True


def other_users(place: Folder) -> list[User]:
    """Who uses the server besides this process. Called under the guard."""
    return [user for user in current_users(place) if user.pid != os.getpid()]


def _refuse_for_others(place: Folder) -> None:
    others = other_users(place)
    if others:
        listed = "".join(f"\n  {user.in_words()}" for user in others)
        raise ServerInUseError(
            f"The server of {place.path} is in use, and was not stopped:{listed}\n"
            "Wait until they are done or end them, or stop it all the same with --force (force=True in Python).",
            [(user.pid, user.command, user.since) for user in others],
        )


def _obstinate(place: Folder) -> str:
    state = place.read_state()
    which = f"the process {state.supervisor.pid}" if state else f"the process that holds {place.run / 'keeper.lock'}"
    return f"The server of {place.path} does not stop. End {which}."
