"""The registry against a server: what a header promises is what comes back."""

from pathlib import Path

import pytest

from graph.connection import Connection
from graph.errors import StoredQueryError
from graph.queries.bound import Queries
from graph.queries.registry import Registry


def registry_with(folder: Path, returns: str, statement: str) -> Registry:
    (folder / "profile").mkdir()
    text = f"// name: sample\n// about: A sample.\n// returns: {returns}\n// mode: read\n{statement};\n"
    (folder / "profile" / "sample.cypher").write_text(text, encoding="utf-8")
    return Registry.from_folder(folder)


def test_columns_other_than_the_declared_ones_are_refused(connection: Connection, tmp_path: Path) -> None:
    registry = registry_with(tmp_path, "uid: str, name: str", "RETURN 'x' AS uid, 'X' AS title")
    with pytest.raises(StoredQueryError, match=r"sample\.cypher: the header declares the columns uid, name.*returns uid, title"):
        Queries(connection, registry).read("sample")


@pytest.mark.parametrize("limit", [0, 2])
def test_a_frame_has_the_declared_columns_and_types_even_when_it_is_empty(
    connection: Connection, tmp_path: Path, limit: int
) -> None:
    registry = registry_with(
        tmp_path,
        "text: str, year: int?, papers: int, share: float, known: bool, uids: list",
        "UNWIND [null, 2020] AS year RETURN 'x' AS text, year, 3 AS papers, 0.5 AS share, true AS known, ['a'] AS uids "
        f"LIMIT {limit}",
    )
    frame = Queries(connection, registry).frame("sample")
    assert [(name, str(kind)) for name, kind in frame.dtypes.items()] == [
        ("text", "str"), ("year", "Int64"), ("papers", "int64"), ("share", "float64"), ("known", "bool"), ("uids", "object"),
    ]  # fmt: skip
    assert len(frame) == limit
