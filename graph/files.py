"""Files that users name: read whole, and written so that they appear whole or not at all. "-" is standard input or output."""

import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import InputError

STANDARD = "-"


def read_whole(file: str | Path) -> bytes:
    """What a file holds. Raises InputError."""
    if str(file) == STANDARD:
        return sys.stdin.buffer.read()
    with _disk(file):
        return Path(file).read_bytes()


def write_whole(file: str | Path, content: bytes, *, overwrite: bool = False, private: bool = False) -> None:
    """Write a file, which others may read as the umask says, or that which it replaces; nobody else where it is `private`. Raises
    InputError, also for one that is there already unless `overwrite`."""
    if str(file) == STANDARD:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(file)
    if not overwrite:
        refuse_replacing(path)
    temporary = path.parent / f".{path.name}-{secrets.token_hex(4)}.part"
    with _disk(path):
        kept = stat.S_IMODE(path.stat().st_mode) if path.exists() and not private else None
        opening = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(temporary, opening, 0o600 if private or kept is not None else 0o666)
    try:
        with _disk(path):
            with os.fdopen(descriptor, "wb") as opened:
                if kept is not None:
                    temporary.chmod(kept)
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def refuse_replacing(*files: Path) -> None:
    """Raises InputError where one of these files is there already."""
    there = next((file for file in files if file.exists()), None)
    if there:
        raise InputError(f"{there} is there already; name another file, or say that it may be replaced (--overwrite)")


@contextmanager
def _disk(file: str | Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{file} cannot be used: {error.strerror or error}") from None
