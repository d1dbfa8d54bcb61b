"""The importer's files as columns: read in pieces that fit into memory, and written anew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

from graph.bulk.columns import Table
from graph.bulk.tables import FOLDER

ROWS_AT_ONCE = 20_000
DERIVED, ANEW = -3, -4
"""In place of the number of the worker that wrote a file: what is worked out of the files of all, and what is written anew."""


def count_rows(paths: Iterable[Path]) -> int:
    """How many rows files have."""
    return sum(pq.read_metadata(path).num_rows for path in paths)


def batches(paths: Iterable[Path], table: Table, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Some columns of files of one table, by their names here, a number of rows at a time."""
    columns = [_column(table, name) for name in names]
    for path in paths:
        for batch in pq.ParquetFile(path).iter_batches(ROWS_AT_ONCE, columns=columns):
            yield batch.select(columns).rename_columns(list(names))


def columns_of(paths: Iterable[Path], table: Table, names: Sequence[str]) -> pa.Table:
    """The same, all at once."""
    schema = pa.schema([(name, table.schema.field(_column(table, name)).type) for name in names])
    return pa.Table.from_batches(batches(paths, table, names), schema)


def rows_of(paths: Iterable[Path], table: Table) -> Iterator[dict[str, object]]:
    """The rows of nodes, each with the properties that it has."""
    for batch in batches(paths, table, _names(table)):
        for row in batch.to_pylist():
            yield {name: value for name, value in row.items() if value is not None}


def ties_of(paths: Iterable[Path], table: Table) -> Iterator[tuple[object, object, dict[str, object]]]:
    """The relationships: the uids of start and end, and the properties that each has."""
    for row in rows_of(paths, table):
        yield row.pop("start"), row.pop("end"), row


def table_of(path: Path) -> str:
    """The key of a file's table."""
    return path.stem.rstrip("0123456789").rstrip("-")


class RowFile:
    """A file of a table, written a number of columns at a time; those that are not given are empty."""

    def __init__(self, folder: Path, table: Table, number: int = DERIVED) -> None:
        self.path = folder / FOLDER / f"{table.key}-{number}.parquet"
        self._table = table
        self._names = {_column(table, name): name for name in _names(table)}
        self._writer = pq.ParquetWriter(self.path, table.schema, compression="zstd", use_dictionary=False)

    def __enter__(self) -> "RowFile":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._writer.close()

    def add(self, columns: Mapping[str, pa.Array]) -> None:
        """Add rows, given as columns by their names here, all equally long."""
        length = len(next(iter(columns.values())))
        schema = self._table.schema
        arrays = [
            columns[name] if (name := self._names[field.name]) in columns else pa.nulls(length, field.type) for field in schema
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _names(table: Table) -> list[str]:
    return (["start", "end"] if table.start else ["uid"]) + [name for name in table.properties if name != "uid"]


def _column(table: Table, name: str) -> str:
    """What the importer calls a column: `start` and `end` are the uids of a relationship's ends."""
    if name in ("start", "end") and table.start:
        return str(table.schema.names[("start", "end").index(name)])
    return f"uid:ID({table.name})" if name == "uid" else f"{name}:{table.properties[name]}"
