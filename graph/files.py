"""Files that users name: read whole, and written so that they appear whole or not at all. "-" is standard input or output."""

import os
import sys
import tempfile
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


def write_whole(file: str | Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a file. Raises InputError, also for one that is there already unless `overwrite`."""
    if str(file) == STANDARD:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(file)
    if not overwrite:
        refuse_replacing(path)
    with _disk(path):
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".part")
    temporary = Path(name)
    try:
        with _disk(path):
            with os.fdopen(descriptor, "wb") as opened:
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
