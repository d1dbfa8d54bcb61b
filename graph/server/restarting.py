"""The server of a graph stopped, its database replaced, and the server started again, without anybody coming between."""

import os
from collections.abc import Callable, Sequence

from graph.errors import ServerInUseError
from graph.server.distribution import Progress
from graph.server.folder import Folder
from graph.server.idle import read_minutes
from graph.server.leases import User, current_users
from graph.server.memory import Memory, choose_memory
from graph.server.replacing import is_begun, put_in_place
from graph.server.session import Session, other_users, stop_guarded
from graph.server.starting import guarded, running


def replace_database(session: Session, may_go: Callable[[], None], progress: Progress | None = None) -> None:
    """Stop the server, put the database that was made in the staging home in place of its own, and start it again; `session`
    then says where it is.

    `may_go` is called first, when nobody can come any more, and raises what speaks against it. Raises ServerInUseError where
    others use the server, and StartError where it does not start on the new database.
    """
    place = session.place
    with guarded(place, progress):
        need_alone(session)
        may_go()
        state, minutes = place.read_state(), read_minutes(place)
        memory = Memory(state.heap, state.page_cache) if state else choose_memory()
        try:
            stop_guarded(place, force=True)
            put_in_place(place)
        finally:
            # Whatever broke off, even Ctrl-C: what was begun is ended, and whoever goes on finds the server up.
            if is_begun(place):
                put_in_place(place)
            session.update(running(place, session.line, memory, minutes, progress))


def need_alone(session: Session) -> None:
    """Raise ServerInUseError where the server has other users than this session. Called under the guard."""
    place = session.place
    users = other_users(place) or [user for user in current_users(place) if user.pid == os.getpid()][1:]
    refuse_others(place, users, "or load without --bulk")


def refuse_others(place: Folder, users: Sequence[User], instead: str) -> None:
    """Raise ServerInUseError where there are such users of a server, saying what else than waiting one may do."""
    if users:
        listed = "".join(f"\n  {user.in_words()}" for user in users)
        raise ServerInUseError(
            f"The server of {place.path} is in use by others too:{listed}\nWait until they are done, {instead}.",
            [(user.pid, user.command, user.since) for user in users],
        )
