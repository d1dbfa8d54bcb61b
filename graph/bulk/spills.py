"""Rows divided by what they are about, on disk: so many of them fit, and all that speak of one thing are read together.

Plain files of our own serve best here: each row is written once and read once, by a hash of its uid, and nothing is ever sorted
or looked up by anything else, which is all that a database (DuckDB) or a format of tables would add. Each worker appends blocks
to one file a kind and remembers which part each belongs to.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from graph.bulk.workers import Own

ROWS_HELD = 20_000
"""How many rows of a kind a worker holds before it writes them."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder().decode

Row = Sequence[object]


class Block(NamedTuple):
    """Some rows of one part: which file of which kind, and where in it."""

    path: Path
    kind: str
    part: int
    start: int
    length: int


def part_of(key: str, parts: int) -> int:
    """The part that whatever has this key belongs to."""
    return int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "little") % parts


class Spill:
    """One worker's rows of several kinds, each in as many parts as are asked for."""

    def __init__(self, own: Own) -> None:
        self._folder, self._number = own.folder, own.number
        self._held: defaultdict[str, defaultdict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
        self._count: defaultdict[str, int] = defaultdict(int)
        self._blocks: list[Block] = []

    def add(self, kind: str, key: str, parts: int, row: Row) -> None:
        """Keep a row of a kind, in the part of its key. Rows are lists of text, numbers and lists of such."""
        self._held[kind][part_of(key, parts)].append(row)
        self._count[kind] += 1
        if self._count[kind] >= ROWS_HELD:
            self._write(kind)

    def finish(self) -> list[Block]:
        """Write everything; where it is. The next rows begin anew."""
        for kind in list(self._held):
            self._write(kind)
        blocks, self._blocks = self._blocks, []
        return blocks

    def _write(self, kind: str) -> None:
        path = self._folder / f"{kind}-{self._number}"
        with path.open("ab") as file:
            for part, rows in self._held.pop(kind, {}).items():
                data, start = _encode(rows), file.tell()
                file.write(data)
                self._blocks.append(Block(path, kind, part, start, len(data)))
        self._count[kind] = 0


def rows_in(blocks: Sequence[Block]) -> Iterator[list[object]]:
    """The rows of these blocks."""
    for block in blocks:
        with block.path.open("rb") as file:
            file.seek(block.start)
            yield from _decode(file.read(block.length))
