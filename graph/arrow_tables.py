"""Rows as Arrow tables, for Parquet files and for programs that read them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.queries.registry import Column
from graph.row_text import to_json

if TYPE_CHECKING:
    import pyarrow as pa

_NUMBERS = {"int": "int64", "count": "int64", "float": "double", "bool": "bool"}
_NESTED = ("list", "map", "records", "any")


def arrow_table(columns: Sequence[Column], rows: Sequence[Mapping[str, object]]) -> "pa.Table":
    """A table with exactly these columns, of their types, even when empty: lists of texts or of numbers are lists, what is nested
    deeper is JSON."""
    import pyarrow as pa

    return pa.table({column.name: _column(column, [row[column.name] for row in rows]) for column in columns})


def untyped_table(columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> "pa.Table":
    """The same of columns whose types nobody declares: they are told by the values."""
    import pyarrow as pa

    return pa.table({column: _told_by_values([row.get(column) for row in rows]) for column in columns})


def _column(column: Column, values: Sequence[object]) -> "pa.Array":
    import pyarrow as pa

    name = column.type.name
    if name in _NESTED:
        return _told_by_values(values)
    return pa.array(values, pa.type_for_alias(_NUMBERS.get(name, "string")))


def _told_by_values(values: Sequence[object]) -> "pa.Array":
    import pyarrow as pa

    if all(value is None or _is_flat(value) for value in values):
        try:
            return pa.array(values)
        except pa.ArrowInvalid:  # values of several types
            pass
    return pa.array([value if value is None or isinstance(value, str) else to_json(value) for value in values])


def _is_flat(value: object) -> bool:
    nested = isinstance(value, list | tuple) and any(isinstance(one, list | tuple | Mapping) for one in value)
    return not nested and not isinstance(value, Mapping)
