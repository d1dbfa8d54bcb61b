"""Reads a graph out of a dump (see `dump_lines` for its form), one line at a time, trusting nothing."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain, groupby
from pathlib import Path
from typing import NoReturn, TypeVar

import msgspec

from graph.errors import InputError
from graph.queries.rows import WeightsHeld
from graph.schema.form import need_known
from graph.transfer.dump_lines import NAME, VERSION, Line, Place, fingerprint_of_line, node_of, relationship_of
from graph.transfer.fingerprint import PENDING, Fingerprint, Fingerprinting, Watched
from graph.transfer.rows import LABELS, TYPES, NodeRow, Page, RelationshipRow

NODES_A_PAGE = 1000
OWNERS_A_PAGE = 250

Element = TypeVar("Element")


class FileSource:
    """The graph in a dump. `relationships` goes on where `nodes` stopped, so the file is read once.

    Whatever is wrong with it raises InputError, which names the file, the line, and what to do, and a form of the data model that
    is not known here NewerFormError. Once something was read, `form` is the one that the graph is in, and `weights` are those
    of its own that it keeps.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number = 0
        self._lines: Iterator[Line] = iter(())
        self._promised: Fingerprint | None = None
        self._adding = Fingerprinting()
        self.form = 0
        self.weights = WeightsHeld()

    def check(self) -> Fingerprint:
        """Read the whole file; its fingerprint, if it holds, to its end, exactly what was written."""
        self._adding = Fingerprinting()
        watched = Watched(self, self._adding)
        for _ in chain(watched.nodes(), watched.relationships()):
            pass
        found = watched.fingerprint()
        if self._promised is None:
            self._truncated()
        if found.value != self._promised.value:
            differences = found.differences(self._promised) or ["its last line is not the one that was written"]
            self._wrong(f"its content is not what was written ({'; '.join(differences)})")
        return found

    def nodes(self) -> Iterator[Page[NodeRow]]:
        """All nodes, label by label, in the order of their uids."""
        self._lines = self._read()
        yield from self._pages(self._rows(lambda line: node_of(line) if line.node else None), _place_of_node, NODES_A_PAGE)

    def relationships(self) -> Iterator[Page[RelationshipRow]]:
        """All relationships, by the label and uid of their owners."""
        rows = self._rows(lambda line: relationship_of(line) if line.relationship else None)
        yield from self._pages(rows, lambda row: row.owner, OWNERS_A_PAGE)

    def _rows(self, read: Callable[[Line], Element | None]) -> Iterator[Element]:
        """The rows of the lines that follow, as long as `read` gives some; the line after them is put back."""
        for line in self._lines:
            try:
                row = read(line)
            except InputError as error:
                self._wrong(str(error))
            if row is None:
                self._lines = chain([line], self._lines)
                return
            yield row

    def _pages(self, rows: Iterator[Element], place: Callable[[Element], Place], size: int) -> Iterator[Page[Element]]:
        groups = groupby(rows, place)
        waiting = next(groups, None)
        for label in LABELS:
            after, last, kept, count = "", "", list[Element](), 0
            while waiting is not None and waiting[0][0] == label:
                (_, uid), group = waiting
                if uid <= last:
                    self._wrong(f"{uid!r} stands after {last!r}")
                if count == size:
                    yield Page(label, after, last, kept)
                    after, kept, count = last, [], 0
                kept.extend(group)
                last, count = uid, count + 1
                waiting = next(groups, None)
            yield Page(label, after, None, kept)
        if waiting is not None:
            self._wrong(f"{waiting[0][0]!r} is not expected here")

    def _read(self) -> Iterator[Line]:
        decode = msgspec.json.Decoder(Line).decode
        self._number, self._promised = 0, None
        try:
            with closing(gzip.open(self._path, "rb")) as file:
                for text in file:
                    self._number += 1
                    try:
                        line = decode(text)
                    except msgspec.DecodeError as error:
                        self._wrong(f"it is not a line of a dump ({error})")
                    if self._is_row(line):
                        yield line
        except FileNotFoundError:
            raise InputError(f"there is no file {self._path}") from None
        except EOFError:
            self._truncated()
        except gzip.BadGzipFile:
            if self._number:
                self._wrong("what was unpacked is not what was packed")
            self._no_dump()
        except zlib.error as error:
            self._wrong(f"it cannot be unpacked ({error})")
        except OSError as error:
            raise InputError(f"{self._path} cannot be read: {error.strerror or error}") from None
        if self._promised is None:
            self._truncated()

    def _is_row(self, line: Line) -> bool:
        """Whether it is the line of a row; the first and the last are taken note of."""
        if self._promised is not None:
            self._wrong("something stands after the last line")
        if self._number == 1:
            if line.dump != NAME:
                self._no_dump()
            if line.version > VERSION:
                raise InputError(
                    f"{self._path} is a dump of version {line.version}, by scholargraph {line.written_by}; this one reads up to "
                    f"version {VERSION}. Install the newest scholargraph."
                )
            need_known(line.form, f"what {self._path} holds")
            self.form = line.form
            self.weights = WeightsHeld(line.weights or None, line.weights_learned or None)
            if line.version == 1:
                self._adding.volatile = PENDING
            return False
        if line.end:
            try:
                self._promised = fingerprint_of_line(line)
            except ValueError:
                self._wrong("the last line is malformed")
            return False
        known = line.node in LABELS if line.node else line.relationship in TYPES
        if not known:
            self._wrong(f"{line.node or line.relationship or 'nothing'!r} is nothing that a graph holds")
        return True

    def _wrong(self, what: str) -> NoReturn:
        raise InputError(f"{self._path} is damaged at line {self._number}: {what}. Take another copy of it, or dump again.")

    def _truncated(self) -> NoReturn:
        raise InputError(
            f"{self._path} is truncated after line {self._number}: its end is missing. Take another copy of it, or dump again."
        )

    def _no_dump(self) -> NoReturn:
        raise InputError(f"{self._path} is not a dump of scholargraph; `scholargraph dump FILE` writes one")


def _place_of_node(row: NodeRow) -> Place:
    return row.label, row.uid
