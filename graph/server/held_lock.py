"""A lock file taken if it is free. The system frees it when the process that holds it dies, whatever ends that."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def taken_if_free(path: Path) -> Iterator[bool]:
    """Whether nobody held the lock; then nobody else does until the end."""
    lock = FileLock(path, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()
