"""The nodes of documents, complete, as files for an importer.

What documents declare of themselves are properties of any name and type, so documents of the same properties share a file.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.bulk.columns import DECIMAL, LISTED, NUMBER, TEXT, YES_NO, Table
from graph.bulk.read_documents import ReadDocuments, write_state
from graph.bulk.tables import TableFiles
from graph.bulk.workers import Own
from graph.load.node_rows import Row

_TYPES: Mapping[type, str] = {str: TEXT, int: NUMBER, float: DECIMAL, bool: YES_NO, list: LISTED, tuple: LISTED}


def write_documents(rows: Path, documents: ReadDocuments, of_graph: Row | None = None) -> dict[str, list[Path]]:
    """Write the nodes of the documents and the graph's own card, which says `of_graph` besides, into the folder of rows; the
    files by table, one table for each set of properties."""
    shapes: defaultdict[tuple[tuple[str, str], ...], list[dict[str, Any]]] = defaultdict(list)
    for row in documents.first_rows():
        shapes[tuple(sorted((name, _TYPES[type(value)]) for name, value in row.items() if name != "uid"))].append(row)
    files = TableFiles(Own(rows.parent, -1))
    write_state(files, of_graph)
    written = {key: [path] for key, path in files.finish().items()}
    for number, (shape, some) in enumerate(sorted(shapes.items())):
        table = Table("Document", None, None, dict(shape))
        names = ("uid", *(name for name, _ in shape))
        columns = [pa.array([row[name] for row in some], type=kind) for name, kind in zip(names, table.schema.types, strict=True)]
        path = rows / f"Document_{number}-0.parquet"
        pq.write_table(pa.Table.from_arrays(columns, schema=table.schema), path, compression="zstd")
        written.setdefault("Document", []).append(path)
    return written
