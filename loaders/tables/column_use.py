"""What each column of a table is taken for: found by reading rows with and without it, so that it is true of any table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

import msgspec

from loaders.parsing.source import Source
from loaders.records import Identifier, Item, Record
from loaders.table_rows.delimited import IsHeader, Row
from loaders.tables.known_table import table_items

ROWS = 20
_EXAMPLE = 60

Works = Callable[[Row], Iterable[Item]]


class ColumnUse(msgspec.Struct, frozen=True):
    """A column of a table: what of the records it gives ("title", "ids.doi", "authors.affiliations"), what it would give where
    the columns that go before it are empty, and a cell of it. One that does neither is not used."""

    column: str
    gives: tuple[str, ...]
    would_give: tuple[str, ...]
    example: str


def column_uses(source: Source, is_header: IsHeader, works: Works) -> list[ColumnUse]:
    """Every column of the header, in its order, as the first rows show."""
    rows = list(islice(_rows(source, is_header), ROWS))
    columns = list(dict.fromkeys(name for row in rows for name in row.header))
    gives = {column: _gives(rows, column, works) for column in columns}
    needed = {column for column in columns if {"title", "authors"}.intersection(gives[column])}
    bare = [replace(row, cells={name: cell for name, cell in row.cells.items() if name in needed}) for row in rows]
    would_give = {column: () if gives[column] else _would_give(rows, bare, column, works) for column in columns}
    return [ColumnUse(column, gives[column], would_give[column], _example(rows, column)) for column in columns]


def _rows(source: Source, is_header: IsHeader) -> Iterator[Row]:
    """The rows of a table as its reader gets them."""
    read: list[Row] = []

    def keep(row: Row) -> Iterable[Item]:
        read.append(row)
        return [Record(where=row.where)]

    for _ in table_items(source, is_header, keep):
        yield from read
        read.clear()


def _gives(rows: Sequence[Row], column: str, works: Works) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        cell = row.cells.get(column, "")
        if cell.strip():
            # Without it another column may say the same, and without some there is no work at all.
            for other in (_with(row, column, ""), _with(row, column, f"{cell}9")):
                found.update(dict.fromkeys(_differences(_record(works, row), _record(works, other))))
    return tuple(found)


def _would_give(rows: Sequence[Row], bare: Sequence[Row], column: str, works: Works) -> tuple[str, ...]:
    """What it gives to rows that have little else."""
    found: dict[str, None] = {}
    for row, little in zip(rows, bare, strict=True):
        if cell := row.cells.get(column, "").strip():
            more = _record(works, _with(little, column, cell))
            found.update(dict.fromkeys(_differences(more, _record(works, little))))
    return tuple(found)


def _with(row: Row, column: str, cell: str) -> Row:
    return replace(row, cells={**row.cells, column: cell})


def _record(works: Works, row: Row) -> Record | None:
    return next((item for item in works(row) if isinstance(item, Record)), None)


def _differences(one: Record | None, other: Record | None) -> Iterator[str]:
    if one is None or other is None:
        return
    for field in one.__struct_fields__:
        mine, others = getattr(one, field), getattr(other, field)
        if mine == others or field in ("unread_year", "unread_cited_by"):
            continue
        if field == "authors":
            for role, name in (("author", "authors"), ("editor", "editors")):
                people = ([author for author in each.authors if author.role == role] for each in (one, other))
                yield from _differences_of_lists(name, *people)
        elif not isinstance(mine, tuple) or not isinstance(others, tuple):
            yield field
        elif all(isinstance(part, Identifier) for part in mine + others):
            yield from sorted({f"{field}.{part.scheme}" for part in {*mine} ^ {*others}})
        else:
            yield from _differences_of_lists(field, mine, others)


def _differences_of_lists(field: str, mine: Sequence[object], others: Sequence[object]) -> Iterator[str]:
    if mine != others:
        yield from _differences_of_parts(field, mine, others) if len(mine) == len(others) else [field]


def _differences_of_parts(field: str, mine: Sequence[object], others: Sequence[object]) -> Iterator[str]:
    names = {
        name: None
        for part, other in zip(mine, others, strict=True)
        if isinstance(part, msgspec.Struct)
        for name in part.__struct_fields__
        if getattr(part, name) != getattr(other, name, None)
    }
    is_whole = "name" in names or "label" in names
    yield from [field] if is_whole or not names else (f"{field}.{name}" for name in names)


def _example(rows: Sequence[Row], column: str) -> str:
    return example_of(row.cells.get(column, "") for row in rows)


def example_of(cells: Iterable[str]) -> str:
    """The first of these cells that holds anything, cut where it is long."""
    found = next(filter(None, (" ".join(cell.split()) for cell in cells)), "")
    return found if len(found) <= _EXAMPLE else f"{found[: _EXAMPLE - 1]}…"
