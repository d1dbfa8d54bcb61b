"""Rows that Python reads as typed values: each type has the columns that the header of its stored query declares, of a question
that users ask as well those that are needed."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from msgspec import inspect

from graph.errors import StoredQueryError
from graph.queries.registry import Registry, Rows
from graph.queries.rows import NamedUid, count_from, rows_as, uids_from
from graph.queries.types import NAMES, Type

ROOT = Path(__file__).resolve().parents[3]
READERS = {"rows_as": 3, "uids_from": 2, "count_from": 2}
"""What reads rows, and how many arguments it takes up to the name of the query."""

OF_COLUMN = {
    "int": inspect.IntType,
    "count": inspect.IntType,
    "float": inspect.FloatType,
    "bool": inspect.BoolType,
    "any": inspect.AnyType,
    "str": inspect.StrType,
    **dict.fromkeys(NAMES, inspect.StrType),
}


class Reading(NamedTuple):
    """A place in the code where the rows of a stored query are read."""

    module: str
    line: int
    reader: str
    kind: str
    query: str

    @property
    def columns(self) -> dict[str, inspect.Type]:
        """What is read of each row, by column."""
        if self.reader == "uids_from":
            return {"uid": inspect.StrType()}
        kind = inspect.type_info(getattr(import_module(self.module), self.kind))
        assert isinstance(kind, inspect.StructType | inspect.DataclassType)
        return {one.encode_name: one.type for one in kind.fields}


def readings() -> Iterator[Reading]:
    for path in sorted((ROOT / "graph").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if module != "graph.queries.rows" and isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                reader = node.func.id
                if reader in READERS:
                    *before, query = node.args[: READERS[reader]]
                    kind = ast.unparse(before[0]) if reader == "rows_as" else ""
                    assert isinstance(query, ast.Constant), f"{module}:{node.lineno}: the query is named by a literal"
                    yield Reading(module, node.lineno, reader, kind, str(query.value))


READ = list(readings())


@pytest.mark.parametrize("reading", READ, ids=[f"{one.module}:{one.line}" for one in READ])
def test_a_type_has_the_columns_that_the_header_of_its_query_declares(reading: Reading) -> None:
    query = Registry.shipped()[reading.query]
    declared = {column.name: column.type for column in query.returns}
    if reading.reader == "count_from":
        assert [str(column) for column in declared.values()] == ["int"]
        return
    columns = reading.columns
    assert columns.keys() <= declared.keys()
    if query.internal and reading.reader == "rows_as":
        assert columns.keys() == declared.keys(), "what only the program asks gives what the program reads"
    wrong = {name: str(declared[name]) for name, kind in columns.items() if not holds(kind, declared[name])}
    assert wrong == {}


def test_the_program_reads_rows_this_way() -> None:
    assert len(READ) > 40


def holds(kind: inspect.Type, declared: Type) -> bool:
    """Whether a field of this type takes what a column declares, neither more nor less; what lists hold is not declared."""
    if declared.name == "any":
        return isinstance(kind, inspect.AnyType)
    parts = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    present = [part for part in parts if not isinstance(part, inspect.NoneType)]
    if len(present) != 1 or (len(present) < len(parts)) != declared.nullable:
        return False
    [part] = present
    if declared.name == "list":
        return isinstance(part, inspect.CollectionType | inspect.TupleType)
    if declared.name == "map":
        return isinstance(part, inspect.DictType | inspect.StructType)
    if declared.choices:
        return isinstance(part, inspect.LiteralType) and set(part.values) == set(declared.choices)
    return isinstance(part, OF_COLUMN[declared.name])


@pytest.mark.parametrize(
    ("declared", "kind", "fits"),
    [
        ("str", str, True),
        ("str?", str, False),
        ("str", str | None, False),
        ("str?", str | None, True),
        ("int", float, False),
        ("list", list[str], True),
        ("list", tuple[str, ...], True),
        ("list", str, False),
        ("map", dict[str, object], True),
    ],
)
def test_types_and_nulls_are_compared(declared: str, kind: type, fits: bool) -> None:
    from graph.queries.types import parse_type

    assert holds(inspect.type_info(kind), parse_type(declared)) is fits


def answers(*rows: dict[str, object]) -> object:
    def run(query: str, /, **params: object) -> Rows:
        assert (query, params) == ("authors", {"limit": 2})
        return list(rows)

    return run


def test_rows_become_values() -> None:
    run = answers({"uid": "name:ada", "name": "Ada"}, {"uid": "name:bo", "name": "Bo"})
    assert rows_as(NamedUid, run, "authors", limit=2) == [NamedUid("name:ada", "Ada"), NamedUid("name:bo", "Bo")]  # type: ignore[arg-type]
    assert uids_from(answers({"uid": "a"}, {"uid": "b"}), "authors", limit=2) == ["a", "b"]  # type: ignore[arg-type]
    assert count_from(answers({"authors": 7}), "authors", limit=2) == 7  # type: ignore[arg-type]


def test_a_row_that_breaks_the_header_is_told_with_its_query_and_place() -> None:
    with pytest.raises(StoredQueryError, match=r"authors gave what .* Expected `str`, got `null` - at `\$\[0\]\.name`"):
        rows_as(NamedUid, answers({"uid": "a", "name": None}), "authors", limit=2)  # type: ignore[arg-type]


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        NamedUid("a", "Ada").name = "Bo"  # type: ignore[misc]
    assert msgspec.structs.asdict(NamedUid("a", "Ada")) == {"uid": "a", "name": "Ada"}
