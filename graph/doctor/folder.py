"""Checks of a local graph's folder: what is in it, who may read it, what the last run left behind."""

import os
import platform
import stat
from collections.abc import Iterator
from pathlib import Path

from graph.doctor.check import Check, ok, problem, warning
from graph.server.folder import Folder
from graph.server.status import Status


def check_folder(status: Status) -> Iterator[Check]:
    """All checks of a folder that need no running server."""
    if not status.exists:
        yield warning("graph", f"there is none in {status.folder} yet", "load documents, or try `scholargraph demo`")
        return
    size = status.size_on_disk / 1_000_000
    yield ok("graph", f"{status.folder}, Neo4j {status.version or status.line}, {size:,.0f} MB on disk")
    yield _state(status)
    if os.name == "posix":
        yield _permissions(Folder(status.folder))


def _state(status: Status) -> Check:
    name = "last run"
    if status.host and status.host != platform.node() and status.phase not in {"stopped", "died", "failed"}:
        return problem(
            name,
            f"the folder is in use on the machine {status.host!r}",
            "stop the server there (`scholargraph stop`); two machines must never open one folder",
        )
    if status.phase in {"died", "failed"}:
        return warning(
            name,
            f"the server {'ended without being stopped' if status.phase == 'died' else 'did not start'}. {status.reason}".strip(),
            f"the next command starts it anew; its log is in {status.folder / 'neo4j' / 'logs'}",
        )
    users = f"; used by {', '.join(user.in_words() for user in status.users)}" if status.users else ""
    return ok(name, f"the server is {'up' if status.running else status.phase}{users}")


def _permissions(folder: Folder) -> Check:
    """Nobody else may read what holds the data or the password."""
    name, open_to_others, foreign = "permissions", [], []
    for path in (folder.path, folder.home, folder.run, folder.credentials_file):
        try:
            found = path.stat()
        except OSError:
            continue
        if found.st_mode & (stat.S_IRWXG | stat.S_IRWXO) and path != folder.path:
            open_to_others.append(path)
        if found.st_uid != os.getuid():
            foreign.append(path)
    if open_to_others:
        return problem(name, f"others may use {_named(open_to_others)}", f"chmod -R go= {folder.path}")
    if foreign:
        return problem(name, f"{_named(foreign)} belongs to another user", "run scholargraph as the user who made the graph")
    return ok(name, "nobody else may read the data or the password")


def _named(paths: list[Path]) -> str:
    return ", ".join(map(str, paths))
