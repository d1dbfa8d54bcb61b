"""Who uses a server. Each user holds a locked file in `users/`; the system frees the lock when the user's process dies."""

import os
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from filelock import BaseFileLock, FileLock, Timeout

from graph.server.folder import Folder, write_private


class User(msgspec.Struct, frozen=True):
    """One user of a server: process number, what was run, since when (seconds since 1970)."""

    pid: int
    command: str
    since: float


class Hold:
    """One user's hold on a server, given back by `release` or by the end of the process."""

    def __init__(self, folder: Folder) -> None:
        name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._about = folder.users / f"{name}.json"
        self._lock: BaseFileLock = FileLock(folder.users / f"{name}.lock", thread_local=False)
        self._lock.acquire(timeout=5)
        command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]]) if sys.argv else "python"
        write_private(self._about, msgspec.json.encode(User(os.getpid(), command, time.time())).decode(), lasting=False)

    def release(self) -> None:
        """Give the hold back; again and again does no harm."""
        with suppress(OSError):
            self._about.unlink(missing_ok=True)
        # Released first: Windows does not remove a file that is open.
        self._lock.release(force=True)
        with suppress(OSError):
            Path(self._lock.lock_file).unlink(missing_ok=True)


def current_users(folder: Folder) -> list[User]:
    """The users whose process lives. What dead ones left behind is removed, so call it under the folder's guard only."""
    users = []
    for path in sorted(folder.users.glob("*.lock")):
        about = path.with_suffix(".json")
        with _probe(path) as is_free:
            if is_free:
                about.unlink(missing_ok=True)
            else:
                users.append(_read(about))
        if is_free:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return users


@contextmanager
def _probe(path: Path) -> Iterator[bool]:
    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _read(path: Path) -> User:
    try:
        return msgspec.json.decode(path.read_bytes(), type=User)
    except (OSError, msgspec.DecodeError):
        return User(0, "", 0.0)
