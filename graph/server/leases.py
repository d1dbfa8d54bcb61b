"""Who uses a server. Each user holds a locked file in `users/`; the system frees the lock when the user's process dies."""

import os
import secrets
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec
import psutil
from filelock import BaseFileLock, FileLock

from graph.server.folder import Folder
from graph.server.held_lock import taken_if_free
from graph.server.private import write_private


class User(msgspec.Struct, frozen=True):
    """One user of a server: process number, what was run, since when (seconds since 1970)."""

    pid: int
    command: str
    since: float

    def in_words(self) -> str:
        """For a person to find it by."""
        if not self.pid:
            return "a process that does not say which"
        # A process that it forked keeps the lock.
        ended = "" if psutil.pid_exists(self.pid) else " (it has ended; one that it started goes on)"
        since = datetime.fromtimestamp(self.since).astimezone()
        return f"process {self.pid}: {self.command}, since {since:%Y-%m-%d %H:%M:%S}{ended}"


class Lease:
    """One user's hold on a server, given back by `release` or by the end of the process."""

    def __init__(self, folder: Folder) -> None:
        name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._about = folder.users / f"{name}.json"
        self._lock: BaseFileLock = FileLock(folder.users / f"{name}.lock", mode=0o600, thread_local=False)
        self._lock.acquire(timeout=5)
        user = User(os.getpid(), command_name(sys.argv), time.time())
        write_private(self._about, msgspec.json.encode(user).decode(), lasting=False)

    def release(self) -> None:
        """Give the hold back; again and again does no harm."""
        # Released first: Windows does not remove a file that is open, and so whoever holds the lock has a name.
        self._lock.release(force=True)
        for path in (self._about, Path(self._lock.lock_file)):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def command_name(arguments: Sequence[str]) -> str:
    """What a process is called among the users, by its `sys.argv`: the program and the first word that says what it does."""
    notebook = os.environ.get("JPY_SESSION_NAME")
    if notebook:
        return f"notebook {Path(notebook).name}"
    program = Path(arguments[0]) if arguments else Path()
    if program.name in ("", "-c", "-m", "-"):
        return "python"
    name = program.parent.name if program.name == "__main__.py" else program.name
    words = iter(arguments[1:])
    for word in words:
        if word in ("--graph", "-g"):
            next(words, None)
        elif not word.startswith("-"):
            return f"{name} {word}"
    return name


def current_users(folder: Folder) -> list[User]:
    """The users whose process lives. What dead ones left behind is removed, so call it under the folder's guard only."""
    users = []
    for path in sorted(folder.users.glob("*.lock")):
        about = path.with_suffix(".json")
        with taken_if_free(path) as is_free:
            if is_free:
                about.unlink(missing_ok=True)
            elif (user := _read(about)) is not None:
                users.append(user)
        if is_free:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return users


def _read(path: Path) -> User | None:
    """The user whose lock was taken a moment ago; None for one who left since then."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=User)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError):
        return User(0, "", 0.0)
