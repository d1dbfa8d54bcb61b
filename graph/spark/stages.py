"""What tasks do with claims that are planned together, and with rows that are united: the functions of `graph.bulk`.

A task gives back rows, and writes files of its own under the number of its attempt. Which files count is told by the rows of
those tasks that Spark took the results of; what an attempt wrote that failed, or that another one overtook, is in no list.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from graph.bulk.claim_files import unpacked
from graph.bulk.planning import Output, plan_blocks
from graph.bulk.tables import TableFiles
from graph.bulk.uniting import Uniting
from graph.bulk.workers import Own
from graph.spark.reading import Batches

CLAIMS_AT_ONCE = 400
ROWS_HELD = 20_000

ROWS = "kind string, key string, row binary, id long"
"""Rows by kind and key; of a claim that joined another the `id`; of a file its table as key, and its name."""
FILES, JOINED = "files", "joined"
_ROWS = pa.schema([("kind", pa.string()), ("key", pa.string()), ("row", pa.binary()), ("id", pa.int64())])

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder().decode

Sent = tuple[str, str | None, bytes | None, int | None]


class Outbox:
    """What a task gives back, until it is given back."""

    def __init__(self, folder: Path, number: int) -> None:
        self.output = Output(TableFiles(Own(folder, number)), self.add)
        self._held: list[Sent] = []

    def add(self, kind: str, key: str, row: Sequence[object]) -> None:
        """Keep a row of a kind, to be united with others of its key."""
        self._held.append((kind, key, _encode(row), None))

    def add_joined(self, ids: Iterable[int]) -> None:
        """Keep the numbers of claims that joined another one."""
        self._held.extend((JOINED, None, None, id) for id in ids)

    def when_full(self) -> Batches:
        """What is kept, if it is much."""
        if len(self._held) >= ROWS_HELD:
            yield self._emptied()

    def finish(self) -> Batches:
        """Everything that is left, and the files that were written."""
        self._held.extend((FILES, key, path.name.encode(), None) for key, path in self.output.files.finish().items())
        if self._held:
            yield self._emptied()

    def _emptied(self) -> pa.RecordBatch:
        held, self._held = self._held, []
        columns = zip(*held, strict=True)
        return pa.record_batch([pa.array(column, type=kind) for column, kind in zip(columns, _ROWS.types, strict=True)], _ROWS)


def attempt() -> int:
    """A number that no other attempt at a task has."""
    from pyspark import TaskContext

    return int(TaskContext.get().taskAttemptId())


def planning(folder: str, number: Callable[[], int] = attempt) -> Callable[[Batches], Batches]:
    """What plans claims that come as (id, block, packed), those of one block together; rows as `ROWS`."""

    def plan(batches: Batches) -> Batches:
        outbox = Outbox(Path(folder), number())
        for some in together(_rows(batches), CLAIMS_AT_ONCE):
            some.sort()
            outbox.add_joined(plan_blocks(outbox.output, [id for id, _, _ in some], [unpacked(data) for _, _, data in some]))
            yield from outbox.when_full()
        yield from outbox.finish()

    return plan


def uniting(folder: str, how: Mapping[tuple[str, ...], Uniting]) -> Callable[[Batches], Batches]:
    """What unites rows that come as (kind, row), in the order of their kinds and all that have one key; rows as `ROWS`."""

    def unite(batches: Batches) -> Batches:
        outbox, rows = Outbox(Path(folder), attempt()), RowsByKind(_rows(batches))
        for kinds in sorted(how, key=min):
            how[kinds](rows.of, outbox.output)
            yield from outbox.when_full()
        yield from outbox.finish()

    return unite


def together(rows: Iterable[tuple[int, int, bytes]], most: int) -> Iterator[list[tuple[int, int, bytes]]]:
    """Rows that come block by block, as (id, block, …): whole blocks, each time about `most` rows."""
    some: list[tuple[int, int, bytes]] = []
    for row in rows:
        if len(some) >= most and row[1] != some[-1][1]:
            yield some
            some = []
        some.append(row)
    if some:
        yield some


class RowsByKind:
    """Rows that come in the order of their kinds, asked for in that order: so none has to be held."""

    def __init__(self, rows: Iterator[tuple[str, bytes]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, kind: str) -> Iterator[Sequence[object]]:
        """The rows of a kind."""
        while self._next is not None and self._next[0] == kind:
            row = self._next[1]
            self._next = next(self._rows, None)
            yield _decode(row)


def _rows(batches: Batches) -> Iterator[Any]:
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
