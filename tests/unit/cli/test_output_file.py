"""`--output FILE`: what a command prints for programs, in a file."""

import json
from pathlib import Path

import pandas as pd
import pytest

from graph.cli.options import Format
from graph.cli.output import print_rows
from tests.commands import call


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_a_file_holds_what_standard_output_would(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"formats.{form}"
    done = call("formats", "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert file.read_bytes().decode() == call("formats", "--format", form).stdout


def test_a_table_goes_where_the_ending_tells_no_format(tmp_path: Path) -> None:
    assert call("formats", "-o", str(tmp_path / "formats.txt")).returncode == 0
    assert (tmp_path / "formats.txt").read_text(encoding="utf-8") == call("formats").stdout


def test_parquet_has_the_rows_of_json(tmp_path: Path) -> None:
    assert call("queries", "-o", str(tmp_path / "queries.parquet")).returncode == 0
    read = pd.read_parquet(tmp_path / "queries.parquet")
    rows = json.loads(call("queries", "--format", "json").stdout)
    assert read["name"].tolist() == [row["name"] for row in rows]
    assert [list(params) for params in read["params"]] == [row["params"] for row in rows]


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    file = tmp_path / "formats.csv"
    file.write_text("mine")
    done = call("formats", "--output", str(file))
    assert done.returncode == 1
    assert "--overwrite" in done.stderr
    assert file.read_text() == "mine"
    assert call("formats", "--output", str(file), "--overwrite").returncode == 0
    assert file.read_text().startswith("name,about")


def test_a_mistake_leaves_no_file(tmp_path: Path) -> None:
    done = call("query", "no_such_query", "--output", str(tmp_path / "none.csv"))
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []
    missing = call("formats", "--output", str(tmp_path / "nowhere" / "formats.csv"))
    assert (missing.returncode, "nowhere" in missing.stderr, "Traceback" in missing.stderr) == (1, True, False)


def test_nested_values_of_parquet_are_json_and_mixed_ones_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[dict[str, object]] = [
        {"names": ["a", "b"], "evidence": [{"feature": "x", "weight": 1.5}], "value": 1},
        {"names": [], "evidence": [], "value": "two"},
    ]
    with (tmp_path / "rows.parquet").open("w", encoding="utf-8") as opened:
        monkeypatch.setattr("sys.stdout", opened)
        print_rows(["names", "evidence", "value"], rows, Format.parquet)
    monkeypatch.undo()
    read = pd.read_parquet(tmp_path / "rows.parquet")
    assert [list(names) for names in read["names"]] == [["a", "b"], []]
    assert json.loads(read["evidence"][0]) == [{"feature": "x", "weight": 1.5}]
    assert read["value"].tolist() == ["1", "two"]
