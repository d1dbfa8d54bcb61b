"""What nobody else is to read or change, whatever the umask of the user's shell: the folders and the files of a local graph."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

UMASK = 0o077
"""Of every process that is started here: what it makes is its owner's alone (man 2 umask)."""
_OTHERS_WRITE = 0o022


def private_folder(path: Path) -> None:
    """Have a folder: a new one, and those above it that are missing, are their owner's alone; in one that is there nobody else
    may write. Raises OSError."""
    for one in reversed([path, *path.parents]):
        if not one.exists():
            one.mkdir(mode=0o700, exist_ok=True)
    mode = path.stat().st_mode
    if mode & _OTHERS_WRITE:
        # Of another user's folder its owner decides.
        with suppress(PermissionError):
            path.chmod(mode & ~_OTHERS_WRITE)


def private_log(path: Path) -> IO[bytes]:
    """A log that is begun anew, readable by its owner alone."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def write_private(path: Path, text: str, *, lasting: bool = True) -> None:
    """Write a file that its owner alone can read, so that a reader sees the old text or the new one, never a part.

    What need not outlive a break-down of the machine is not `lasting`: nobody waits for the disk then, which may be busy.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        _replace(Path(name), path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _replace(source: Path, target: Path) -> None:
    for _attempt in range(20):
        try:
            source.replace(target)
            return
        except PermissionError:
            # Windows refuses while another process reads the old file.
            if os.name != "nt":
                raise
            time.sleep(0.02)
    source.replace(target)
