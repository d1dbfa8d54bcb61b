"""`inspect` and `formats` need no graph; `--as` and `--columns` mean the same at every command that reads documents."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

import scholargraph
from graph.cli.main import app
from graph.errors import ParameterError
from tests.unit.documents.packed import ANTS, BEES, zipped

MAPPING = 'title = "Name"\nauthors = "Who"\nauthor_separator = "/"\n'


def called(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], env={"COLUMNS": "200"})


@pytest.fixture
def table(tmp_path: Path) -> Path:
    (tmp_path / "map.toml").write_text(MAPPING)
    path = tmp_path / "shelf.csv"
    path.write_text("Name,Who,When,Shelf\nOf Ants,Ann Lee/Bo Ho,2020,A3\n")
    return path


def test_people_see_format_reason_columns_and_records(table: Path) -> None:
    done = called("inspect", table, "--columns", table.parent / "map.toml", "--column", "year=When")
    assert done.exit_code == 0, done.output
    for shown in ("table: any table", "its columns were named", "Shelf", "not used", "Ann Lee, Bo Ho", "record 1"):
        assert shown in done.stdout


def test_an_option_goes_before_the_same_field_of_the_file(table: Path) -> None:
    done = called("inspect", table, "--columns", table.parent / "map.toml", "--column", "title=Shelf", "-f", "json")
    (document,) = json.loads(done.stdout)["documents"]
    assert document["records"][0]["title"] == "A3"
    assert [author["name"] for author in document["records"][0]["authors"]] == ["Ann Lee", "Bo Ho"]


def test_every_form_says_the_same_as_python(tmp_path: Path) -> None:
    (tmp_path / "ants.bib").write_bytes(ANTS)
    (tmp_path / "two.txt").write_bytes(BEES + ANTS)
    expected = scholargraph.inspect(tmp_path)
    whole = json.loads(called("inspect", tmp_path, "-f", "json").stdout)
    assert whole == json.loads(json.dumps(expected.to_dict()))
    lines = [json.loads(line) for line in called("inspect", tmp_path, "-f", "jsonl").stdout.splitlines()]
    assert lines == whole["documents"]
    rows = list(csv.DictReader(called("inspect", tmp_path, "-f", "csv").stdout.splitlines()))
    assert [(row["format"], json.loads(row["others"])) for row in rows] == [("bibtex", []), ("", ["bibtex", "ris"])]


def test_it_ends_with_1_where_nothing_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader,\nthis is a letter.\n")
    assert called("inspect", tmp_path / "letter.txt").exit_code == 1
    (tmp_path / "ants.bib").write_bytes(ANTS)
    assert called("inspect", tmp_path).exit_code == 0


def test_what_is_left_out_is_told_beside_the_answer(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"ants.bib": ANTS, "__MACOSX/._a": b"", "__MACOSX/._b": b""}))
    done = called("inspect", tmp_path, "-f", "csv")
    assert f"left out: {tmp_path}/a.zip/__MACOSX/._a and 1 more: what macOS adds to folders and archives" in done.stderr
    assert "left out" not in done.stdout


@pytest.mark.parametrize("options", [("--as", "bibtx"), ("--columns", "nosuch.toml"), ("--column", "titel=Name")])
@pytest.mark.parametrize("command", ["load", "inspect", "export", "spark"])
def test_a_mistake_in_the_options_is_told_before_anything_is_done(command: str, options: tuple[str, str], tmp_path: Path) -> None:
    place = {"export": ("--for-import", tmp_path / "out"), "load": ("--graph", tmp_path / "graph")}.get(command, ())
    done = called(command, "some.bib", *options, *place)
    assert isinstance(done.exception, ParameterError), done.output
    assert list(tmp_path.iterdir()) == []


def test_an_export_reads_archives_and_takes_the_format_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"two.txt": BEES + ANTS, ".DS_Store": b""}))
    undecided = called("export", tmp_path / "a.zip", "--for-import", tmp_path / "undecided")
    assert "--as bibtex or --as ris" in str(undecided.exception)
    done = called("export", tmp_path / "a.zip", "--as", "ris", "--for-import", tmp_path / "files", "-f", "json")
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert [(row["location"], row["format"], row["new"]) for row in report["documents"]] == [
        (f"{tmp_path}/a.zip/two.txt", "ris", 1)
    ]
    assert report["left_out"] == [{"where": f"{tmp_path}/a.zip/.DS_Store", "reason": "what macOS adds to folders and archives"}]
    papers = [row for path in (tmp_path / "files").glob("rows/Paper-[0-9]*") for row in pq.read_table(path).to_pylist()]
    assert len(papers) == 1


def test_editors_stand_apart_from_authors(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@incollection{p,\n title = {Ants},\n author = {Ho, Bo},\n editor = {Lee, Ann}\n}\n")
    lines = called("inspect", tmp_path / "a.bib").stdout.splitlines()
    assert [line.split()[1:] for line in lines if line.startswith(("authors ", "editors "))] == [["Bo", "Ho"], ["Ann", "Lee"]]


def test_it_says_where_it_looked_at_the_first_records_only(tmp_path: Path) -> None:
    (tmp_path / "many.bib").write_bytes(ANTS * 5)
    assert "looked at the first 3 records only" in called("inspect", tmp_path / "many.bib").stdout
    assert "looked at" not in called("inspect", tmp_path / "many.bib", "-n", "9").stdout


@pytest.mark.parametrize("command", [("inspect", "a.bib"), ("formats",), ("queries",)])
def test_a_command_that_needs_no_graph_takes_the_folder_at_either_side(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_bytes(ANTS)
    plain = called(*command)
    assert (
        called(*command, "--graph", tmp_path / "g").stdout == called("--graph", tmp_path / "g", *command).stdout == plain.stdout
    )
    assert called("-g", "one", *command, "-g", "two").exit_code == 2
