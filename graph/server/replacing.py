"""A graph's database replaced by a new one made beside it: whatever ends the process at whatever moment, the folder holds
the old database or the new one.

    FOLDER/server/bulk.lock    held as long as somebody works there; whoever finds it free may clear the place
    FOLDER/bulk/…              what is being made
    FOLDER/bulk/neo4j/data     the new database, once it is made
    FOLDER/bulk/replace        the new database is to take the place of the old one: from here on it goes forward only

The parts of a database are folders, which are renamed one after another. A part that is not in the new place any more has been
moved already, so whoever finds the mark goes on from there.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import ServerInUseError
from graph.server.folder import Folder
from graph.server.held_lock import taken_if_free
from graph.server.importer import DATABASE
from graph.server.private import private_folder, write_private

PARTS = (Path("databases") / DATABASE, Path("transactions") / DATABASE)


@contextmanager
def staging(folder: Folder) -> Iterator[Path]:
    """An empty place beside the graph to make a new database in; nothing is left of it at the end. Raises ServerInUseError where
    another process works there."""
    with taken_if_free(_lock(folder)) as is_alone:
        if not is_alone:
            raise ServerInUseError(f"Another process is loading into {folder.path} in bulk. Wait until it is done.", [])
        private_folder(folder.staging)
        try:
            yield folder.staging
        finally:
            # A replacement that was begun is finished by whoever starts the server next.
            if not is_begun(folder):
                shutil.rmtree(folder.staging, ignore_errors=True)


def recover(folder: Folder) -> None:
    """Finish a replacement that was broken off, or clear away what was being made; nothing while somebody is at work there.
    Called under the guard."""
    if not folder.staging.is_dir():
        return
    with taken_if_free(_lock(folder)) as is_alone:
        if is_alone:
            if is_begun(folder):
                put_in_place(folder)
            shutil.rmtree(folder.staging, ignore_errors=True)


def _lock(folder: Folder) -> Path:
    """Held by whoever works beside this graph."""
    return folder.run / "bulk.lock"


def staging_home(folder: Folder) -> Path:
    """The home in which the importer makes the new database."""
    return folder.staging / "neo4j"


def is_begun(folder: Folder) -> bool:
    """Whether a new database is about to take the place of the old one, and can only go on."""
    return _mark(folder).exists()


def _mark(folder: Folder) -> Path:
    return folder.staging / "replace"


def put_in_place(folder: Folder) -> None:
    """Have the database that was made take the place of the old one, or go on with that. No server runs, and none can come."""
    if not is_begun(folder):
        write_private(_mark(folder), "")
    made, old = staging_home(folder) / "data", folder.staging / "old"
    for part in PARTS:
        source, target = made / part, folder.home / "data" / part
        if source.exists():
            private_folder((old / part).parent)
            if target.exists():
                shutil.rmtree(old / part, ignore_errors=True)
                target.replace(old / part)
            private_folder(target.parent)
            source.replace(target)
            _on_disk(target.parent)
    _mark(folder).unlink()
    _on_disk(folder.staging)


def _on_disk(directory: Path) -> None:
    """Have the names in a folder outlive a break-down of the machine, where the system can promise that."""
    if os.name == "nt":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
