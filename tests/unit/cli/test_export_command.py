"""`export` writes files for any server's importer, without any server."""

import json
from pathlib import Path

import pyarrow.parquet as pq
from typer.testing import CliRunner, Result

from graph.cli.main import app

DEMO = Path(__file__).resolve().parents[3] / "graph" / "demo" / "*.txt"


def export(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_files_the_command_and_the_report_lie_in_a_new_folder(tmp_path: Path) -> None:
    place = tmp_path / "for import"
    done = export(DEMO, "--for-import", place)
    assert done.exit_code == 0, done.output
    assert f"sh '{place / 'import.sh'}'" in done.stdout, "a word of its own, although there is a blank in it"
    assert {path.name for path in place.iterdir()} == {"rows", "import.sh", "report.json"}
    report = json.loads((place / "report.json").read_text())
    assert list(report["seconds_by_step"]) == ["start", "reading", "planning", "topics"]
    documents = [row for path in place.glob("rows/Document_*") for row in pq.read_table(path).to_pylist()]
    assert {row["complete:boolean"] for row in documents} == {True}
    assert len(documents) == report["totals"]["documents"]
    papers = sum(len(pq.read_table(path)) for path in place.glob("rows/Paper-[0-9]*"))
    assert papers == report["totals"]["new"]


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter").touch()
    done = export(DEMO, "--for-import", tmp_path)
    assert done.exit_code == 1
    assert "is not an empty folder; name another one" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]


def test_what_cannot_be_read_leaves_an_empty_folder(tmp_path: Path) -> None:
    page = tmp_path / "picture.png"
    page.write_bytes(b"\x89PNG\r\n\x1a\n")
    done = export(page, "--for-import", tmp_path / "files")
    assert done.exit_code == 1
    assert list((tmp_path / "files").iterdir()) == []
