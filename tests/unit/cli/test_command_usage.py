"""How the command is called: where the graph's folder may stand, and which exit code wrong usage has."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import ScholarGraph
from graph.cli.main import app
from graph.errors import NoGraphError
from loaders import FORMATS
from tests.commands import call, call_process


def status_folder(*arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert done.exit_code == 0, done.output
    return str(json.loads(done.stdout)["folder"])


def test_the_folder_may_stand_before_and_after_the_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOLARGRAPH_GRAPH", str(tmp_path / "by environment"))
    given = str(tmp_path / "graph")
    assert status_folder("--graph", given, "status") == given
    assert status_folder("status", "--graph", given) == given
    assert status_folder("-g", given, "status", "-g", given) == given
    assert status_folder("status") == str(tmp_path / "by environment")


def test_one_folder_in_two_spellings_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert status_folder("--graph", "graph", "status", "--graph", str(tmp_path / "graph")) == str(tmp_path / "graph")


def test_two_folders_are_wrong_usage_and_both_are_named() -> None:
    done = CliRunner().invoke(app, ["--graph", "one", "status", "--graph", "two"])
    assert done.exit_code == 2
    assert "'one'" in done.stderr
    assert "'two'" in done.stderr


def test_commands_in_groups_and_commands_without_a_graph_take_it_before_the_verb_too(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.write_text("a file, so that nothing can be opened here")
    done = CliRunner().invoke(app, ["--graph", str(folder), "decisions", "list"])
    assert str(folder) in str(done.exception)
    assert CliRunner().invoke(app, ["--graph", str(folder), "queries"]).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("profile", "Ann Lee"), ("papers", "Ann Lee"), ("close-collaborators", "Ann Lee"), ("topic-counts",), ("data-quality",),
        ("name-cluster", "Ann Lee"), ("neighbourhood", "Ann Lee"), ("path", "Ann Lee", "Bo Li"), ("split-candidates",),
        ("split-groups",), ("unlinkable-records",), ("name-blocks",), ("calibration",), ("learn",),
        ("search", "x"), ("mixed-candidates",), ("authorships",), ("duplicate-papers",), ("documents",),
        ("fingerprint",),
        ("query", "documents"), ("cypher", "RETURN 1"), ("decisions", "list"), ("decisions", "export", "-"), ("review",),
        ("accept", "a", "b"), ("reject", "a", "b"), ("reassign", "a", "p"), ("confirm", "a"), ("undo", "1"), ("unload", "x.txt"),
        ("browser", "--no-open"), ("browser", "--export", "there"), ("dump", "x.gz"), ("copy", "--to", "bolt://127.0.0.1:9"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_makes_no_graph_says_where_there_is_none(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {"SCHOLARGRAPH_GRAPH": str(tmp_path / "usual"), "NEO4J_TO_PASSWORD": "x"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NEO4J_URI", raising=False)
    done = CliRunner().invoke(app, [*arguments, "--graph", "typo"])
    assert isinstance(done.exception, NoGraphError)
    said = str(done.exception)
    assert said.startswith(f"There is no graph in {tmp_path / 'typo'}. `scholargraph load FILES` makes one there")
    assert said.endswith(f"without --graph the folder is {tmp_path / 'usual'}.")
    usual = str(CliRunner().invoke(app, [*arguments]).exception)
    assert usual.startswith(f"There is no graph in {tmp_path / 'usual'}. ")
    assert list(tmp_path.iterdir()) == []


def test_the_facade_makes_a_graph_unless_it_is_told_not_to(tmp_path: Path) -> None:
    with pytest.raises(NoGraphError, match="create=True"):
        ScholarGraph.open(tmp_path / "typo", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--graph", "nowhere"), "name a command"),
        (("load", "x.csv", "--column", "title"), "key=value"),
        (("serve", "--heap", "much"), "much"),
        (("serve", "--line", "4.4"), "4.4"),
        (("browser", "--author", "Ann Lee"), "--export"),
        (("stop", "--now"), "--now"),
        (("load",), "DOCUMENT"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else None,
)
def test_wrong_usage_ends_with_2_and_one_message(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call(*arguments)
    assert done.returncode == 2, done.stderr
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_so_it_does_in_a_process_of_its_own() -> None:
    done = call_process("serve", "--heap", "much")
    assert (done.returncode, done.stdout) == (2, "")
    assert "much" in done.stderr
    assert "Traceback" not in done.stderr


def test_formats_lists_every_format_in_every_way_of_printing() -> None:
    rows = json.loads(CliRunner().invoke(app, ["formats", "--format", "json"]).stdout)
    assert [row["name"] for row in rows] == [known.name for known in FORMATS]
    of_tables = ["--column and --columns (columns=)", "--author-separator (author_separator=)"]
    assert {row["name"]: row["options"] for row in rows if row["options"]} == {
        **{known.name: of_tables for known in FORMATS if known.known_table or known.name == "table"},
        "arxiv_listing": ["--author (author=)"],
    }
    assert next(row for row in rows if row["name"] == "bibtex")["endings"] == [".bib"]
    table, text = CliRunner().invoke(app, ["formats"]).stdout, CliRunner().invoke(app, ["formats", "-f", "csv"]).stdout
    assert all(known.name in table and known.name in text for known in FORMATS)
