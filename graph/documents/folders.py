"""The files in a folder, as people have folders: with links, loops, hidden files, and what programs leave behind."""

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from graph.documents.no_documents import why_no_document
from graph.load.report import Note
from loaders import Source

_Identity = tuple[int, int]


def files_in(folder: Path) -> tuple[list[Source], list[Note]]:
    """All files below a folder in alphabetical order, and what is left out, with the reason.

    Links are followed, after everything that is there by itself: a file or folder that can be reached in several ways is read
    once, and a link that leads back into what is read is named. What cannot be read is a source that says so.
    """
    walk = _Walk(folder)
    files = dict(walk.files())
    return [files[path] for path in sorted(files)], sorted(walk.left_out, key=lambda note: note.where)


class _Walk:
    def __init__(self, folder: Path) -> None:
        self._folders = deque([folder])
        self._links: deque[Path] = deque()
        self._met: dict[_Identity, Path] = {}
        self.left_out: list[Note] = []
        self._is_new(folder)

    def files(self) -> Iterator[tuple[Path, Source]]:
        while self._folders or self._links:
            if self._folders:
                yield from self._in(self._folders.popleft())
            else:
                yield from self._behind(self._links.popleft())

    def _in(self, folder: Path) -> Iterator[tuple[Path, Source]]:
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield folder, Source.unreadable(str(folder), f"the folder cannot be read: {error.strerror}")
            return
        for entry in entries:
            path = folder / entry.name
            is_folder = not entry.is_symlink() and entry.is_dir()
            if reason := why_no_document([entry.name], is_folder=is_folder):
                self.left_out.append(Note(str(path), reason))
            elif entry.is_symlink():
                self._links.append(path)
            elif is_folder:
                if self._is_new(path):
                    self._folders.append(path)
                else:
                    self.left_out.append(Note(str(path), "a folder that is read already, below a link to it"))
            elif entry.is_file():
                self._is_new(path)
                yield path, Source.at(path)
            else:
                self.left_out.append(Note(str(path), "no plain file; name it by itself if it is to be read"))

    def _behind(self, link: Path) -> Iterator[tuple[Path, Source]]:
        target = link.readlink()
        if not link.exists():
            yield link, Source.unreadable(str(link), f"a link to {target}, which is not there")
        elif not self._is_new(link):
            self.left_out.append(Note(str(link), f"a link to {target}, which is read already"))
        elif link.is_dir():
            self._folders.append(link)
        elif link.is_file():
            yield link, Source.at(link)
        else:
            self.left_out.append(Note(str(link), f"a link to {target}, which is no plain file"))

    def _is_new(self, path: Path) -> bool:
        """Whether it was not met yet, by whatever name."""
        status = path.stat()
        return self._met.setdefault((status.st_dev, status.st_ino), path) is path
