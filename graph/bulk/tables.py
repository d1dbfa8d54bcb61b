"""Rows as Parquet files for the importer, one a worker and table, written as they come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from graph.bulk.columns import Table
from graph.bulk.workers import Own
from graph.errors import BulkLoadError, StoredQueryError

ROWS_HELD = 4000
"""How many rows of a table are held before they are written; papers and what is said of them are large."""
COMPLETED = {"Author": frozenset({"family_key", "given_key", "name_key"})}
"""What may be empty text: `complete_name_keys` writes it once the graph is there."""
FOLDER = "rows"
TABLES = "tables.json"

Properties = Mapping[str, object]
End = tuple[str, str, Properties]
"""A relationship: the uids of start and end, and its properties."""


def write_tables(folder: Path, tables: Mapping[str, Table]) -> None:
    """Tell the workers which tables there are."""
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / TABLES).write_bytes(msgspec.json.encode(tables))


def read_tables(folder: Path) -> dict[str, Table]:
    """The tables that the workers were told of."""
    return msgspec.json.decode((folder / TABLES).read_bytes(), type=dict[str, Table])


def _refuse_empty(key: str, row: Sequence[object], properties: Properties) -> None:
    """Raise BulkLoadError for an empty text, which the importer takes for nothing, unless it is put right afterwards."""
    empty = sorted(name for name, value in properties.items() if value in ("", [""]) and name not in COMPLETED.get(key, ()))
    if empty:
        raise BulkLoadError(f"{key} of {row[0]} has an empty {empty[0]}, which the importer cannot keep; load without --bulk")


class TableFiles:
    """The files of one worker."""

    def __init__(self, own: Own) -> None:
        self._folder, self._number = own.folder / FOLDER, own.number
        self._tables = read_tables(own.folder)
        self._held: defaultdict[str, list[Sequence[object]]] = defaultdict(list)
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._written: dict[str, Path] = {}

    def add_nodes(self, label: str, nodes: Iterable[Properties]) -> None:
        """Add nodes, each with its uid."""
        self._add(label, (((str(node["uid"]),), node) for node in nodes))

    def add_ties(self, key: str, ties: Iterable[End]) -> None:
        """Add relationships of the table of this key."""
        self._add(key, (((start, end), properties) for start, end, properties in ties))

    def finish(self) -> dict[str, Path]:
        """Write everything that is held; the files by the keys of their tables."""
        for key in list(self._held):
            self._write(key)
        for writer in self._writers.values():
            writer.close()
        written, self._writers, self._written = self._written, {}, {}
        return written

    def _add(self, key: str, rows: Iterable[tuple[tuple[str, ...], Properties]]) -> None:
        names = [name for name in self._tables[key].properties if name != "uid"]
        known = {*names, "uid"}
        for ends, properties in rows:
            if not properties.keys() <= known:
                raise StoredQueryError(f"{key} has no column for {', '.join(sorted(properties.keys() - known))}")
            row = (*ends, *map(properties.get, names))
            if "" in row or [""] in row:
                _refuse_empty(key, row, properties)
            self._held[key].append(row)
            if len(self._held[key]) >= ROWS_HELD:
                self._write(key)

    def _write(self, key: str) -> None:
        schema, rows = self._tables[key].schema, self._held.pop(key)
        if not rows:
            return
        if key not in self._writers:
            self._written[key] = self._folder / f"{key}-{self._number}.parquet"
            self._writers[key] = pq.ParquetWriter(self._written[key], schema, compression="zstd", use_dictionary=False)
        columns = [pa.array(column, type=field.type) for column, field in zip(zip(*rows, strict=True), schema, strict=True)]
        self._writers[key].write_table(pa.Table.from_arrays(columns, schema=schema))
