"""Writes a graph into a dump (see `dump_lines` for its form)."""

import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from graph.clock import now
from graph.errors import InputError
from graph.queries.rows import WeightsHeld
from graph.transfer.dump_lines import Line, first_line, line_of_fingerprint, line_of_node, line_of_relationship
from graph.transfer.fingerprint import Fingerprint
from graph.transfer.rows import NodeRow, Page, RelationshipRow

COMPRESSION = 5


class FileSink:
    """A dump being written, of a graph of this form of the data model that keeps these weights. The file appears, readable by its
    owner alone, only when the block ends without an error."""

    def __init__(self, path: Path, form: int, weights: WeightsHeld | None = None) -> None:
        self._path = path
        self._form = form
        self._weights = weights or WeightsHeld()
        self._encode = msgspec.json.Encoder().encode
        self.written = 0

    def __enter__(self) -> Self:
        with _disk(self._path):
            # mkstemp makes files that their owner alone can read.
            descriptor, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}-", suffix=".part")
        self._temporary = Path(name)
        self._raw = os.fdopen(descriptor, "wb")
        self._file = gzip.GzipFile(filename="", fileobj=self._raw, mode="wb", compresslevel=COMPRESSION)
        self._put(first_line(now(), version("scholargraph"), self._form, self._weights))
        return self

    def put_nodes(self, page: Page[NodeRow]) -> None:
        """Write a page of nodes."""
        for row in page.rows:
            self._put(line_of_node(row))
        self.written += len(page.rows)

    def put_relationships(self, page: Page[RelationshipRow]) -> None:
        """Write a page of relationships."""
        for row in page.rows:
            self._put(line_of_relationship(row))
        self.written += len(page.rows)

    def end(self, fingerprint: Fingerprint) -> None:
        """Write the last line."""
        self._put(line_of_fingerprint(fingerprint))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                with _disk(self._path):
                    self._file.close()
                    self._raw.flush()
                    os.fsync(self._raw.fileno())
                    self._raw.close()
                    self._temporary.replace(self._path)
        finally:
            self._raw.close()
            self._temporary.unlink(missing_ok=True)

    def _put(self, line: Line) -> None:
        with _disk(self._path):
            self._file.write(self._encode(line) + b"\n")


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}; free the disk or choose another place") from None
