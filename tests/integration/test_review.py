"""Candidates decided one after another in the terminal, and in a sheet."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph import ScholarGraph, server
from graph.cli.main import app
from graph.errors import ContradictionError, InputError
from tests.integration.conftest import Neo4jServer, wipe
from tests.integration.snapshots import snapshot

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
SAM, SAMUEL, XU = "name:sam smith", "name:samuel l. smith", "name:zheng xu"

Call = Callable[..., Any]


@pytest.fixture
def target(local_servers: Callable[[str], Neo4jServer]) -> Neo4jServer:
    """One server; the queries behind it all are tested on every line."""
    return local_servers(server.DEFAULT_LINE)


@pytest.fixture
def graph(target: Neo4jServer) -> Iterator[ScholarGraph]:
    """The demo pages, nothing decided."""
    wipe(target)
    with ScholarGraph.connect(target.uri, target.username, target.password) as opened:
        opened.load(sorted(DEMO.glob("*.txt")))
        yield opened


@pytest.fixture
def command(target: Neo4jServer) -> Call:
    """Calls the command on the same server, as the user ana, lines of input in a pipe."""
    login = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    runner = CliRunner(env={**login, "LOGNAME": "ana"})

    def call(*arguments: str, stdin: str = "") -> Any:
        return runner.invoke(app, arguments, input=stdin)

    return call


def log(graph: ScholarGraph) -> list[tuple[object, ...]]:
    """Action, who and why of every decision."""
    rows = graph.decisions.log()[["action", "by", "reason"]]
    return [tuple(row) for row in rows.to_numpy().tolist()]


def filled(text: str, answers: dict[str, tuple[str, str]]) -> str:
    """A sheet with decision and reason filled in, by the record `uid_a` of a row."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, ["mine", *rows[0]])
    writer.writeheader()
    for row in rows:
        row["decision"], row["reason"] = answers.get(row["uid_a"], ("", ""))
        writer.writerow({"mine": "kept", **row})
    return out.getvalue()


def test_a_review_asks_records_and_comes_back_only_to_what_is_open(graph: ScholarGraph, command: Call) -> None:
    first = command("review", "--kind", "split", "--min-probability", "0.5", stdin="s same page\nu\nd\n?\nn\n")
    assert first.exit_code == 0, first.output
    for shown in (
        "Zheng Xu 0002",
        "collaborators in common: Tom Goldstein",
        "1 of 2",
        "in all:",
        "2017 Training Quantized Nets",
        "NeurIPS",
    ):
        assert shown in first.stdout
    assert "'?' is none of the keys" in first.stdout
    assert "1 decided; 1 open" in first.stdout
    assert log(graph) == [("accept", "ana", "same page"), ("undo", "ana", "taken back at once"), ("reject", "ana", "")]
    again = command("review", "--kind", "split", "--min-probability", "0.5", "--by", "bob", stdin="same\nq\n")
    assert "1 of 1" in again.stdout
    assert log(graph)[-1] == ("accept", "bob", "")
    assert "no candidates" in command("review", "--kind", "split", "--min-probability", "0.5").stdout
    [evidence] = graph.cypher("MATCH ()-[same:SAME_AS]->() RETURN same.evidence AS evidence")["evidence"]
    assert any("Soham De" in piece for piece in evidence)


def test_a_review_splits_papers_off_or_keeps_them(graph: ScholarGraph, command: Call) -> None:
    [open_question] = graph.decisions.candidates("mixed", author="Soham De", limit=1)
    done = command("review", "--kind", "mixed", "--author", "Soham De", "--limit", "1", stdin="o politics\n")
    assert "the papers on the right are somebody else's" in done.stdout
    [made] = graph.decisions.log_state().active
    assert {slot.paper for slot in made.slots} == set(open_question.papers)
    assert set(graph.papers(made.records[1])["uid"]) == set(open_question.papers)
    assert command("undo", "1").exit_code == 0
    command("review", "--kind", "mixed", "--author", "Soham De", "--limit", "1", stdin="s all his\n")
    assert log(graph)[-1] == ("confirm", "ana", "all his")
    left = graph.decisions.candidates("mixed", author="Soham De", min_probability=0.0)
    assert open_question.papers not in {one.papers for one in left}


def test_a_sheet_comes_back_filled_in_and_twice_is_once(graph: ScholarGraph, command: Call, tmp_path: Path) -> None:
    sheet, mixed = tmp_path / "candidates.csv", "name:soham de"
    assert command("review", "--export", str(sheet)).exit_code == 0
    exported = graph.decisions.candidates()
    answers = {SAM: ("Same", "one page"), SAMUEL: ("different", "physics"), mixed: ("different", "politics"), XU: ("", "")}
    sheet.write_text(filled(sheet.read_text("utf-8"), answers))
    done = command("review", "--import", str(sheet), "--by", "bob")
    assert done.exit_code == 0, done.output
    assert f"{len(exported)} lines: {len(exported) - 1} applied" in done.stdout
    assert {entry[:2] for entry in log(graph)} == {("accept", "bob"), ("reassign", "bob")}
    assert {row["probability"] for row in graph.decisions.log().to_dict("records")} <= {one.probability for one in exported}
    whole = snapshot(graph)
    report = graph.decisions.import_answers(sheet, by="ana")
    assert (report.applied, report.unchanged, report.undecided, report.refused) == (0, len(exported) - 1, 1, [])
    assert snapshot(graph) == whole


def test_rows_of_a_sheet_that_cannot_be_decided_are_listed_by_line_and_the_rest_applied(
    graph: ScholarGraph, tmp_path: Path
) -> None:
    sheet = tmp_path / "answers.csv"
    graph.decisions.reject(XU, "name:zheng xu 0002", by="ana")
    rows = [
        "kind;uid_a;uid_b;papers;decision;reason;probability",
        f'split;{XU};name:zheng xu 0002;;same;"two\nlines";0,9',
        f"split;{SAM};{SAMUEL};;accept;;0,75",
        f"split;{SAM};name:nobody;;same;;0.5",
        f"split;{SAM};;;same;;0.5",
        f"split;{SAM};{SAMUEL};;perhaps;;0.5",
        "mixed;name:soham de;;not json;different;;0.5",
        "mixed;name:soham de;;;skip;;",
    ]
    sheet.write_text("\n".join(rows), encoding="utf-8")
    report = graph.decisions.import_answers(sheet, by="bob")
    assert (report.read, report.applied, report.unchanged, report.undecided) == (7, 1, 0, 1)
    said = {found.line: found.reason for found in report.refused}
    assert set(said) == {2, 5, 6, 7, 8}
    assert "decision 1: ana" in said[2]
    assert "name:nobody" in said[5]
    assert "perhaps" in said[7]
    assert [entry[:2] for entry in log(graph)] == [("reject", "ana"), ("accept", "bob")]
    sheet.write_bytes("nom;décision\n".encode("latin-1"))
    with pytest.raises(InputError, match="CSV UTF-8"):
        graph.decisions.import_answers(sheet, by="bob")
    with pytest.raises(InputError, match="has no column"):
        graph.decisions.import_answers(DEMO / "paper_list_bishshoy_das.txt", by="bob")


def test_the_log_goes_through_the_command_line(graph: ScholarGraph, command: Call, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    assert "are one person (one page)" in command("accept", SAM, SAMUEL, "--reason", "one page").stdout
    refused = command("reject", SAM, SAMUEL).exception
    assert isinstance(refused, ContradictionError)
    assert "decision 1: ana" in str(refused)
    assert command("decisions", "export", str(file)).exit_code == 0
    assert isinstance(command("decisions", "export", str(file)).exception, InputError)
    assert "1 unchanged" in command("decisions", "apply", str(file)).stdout
    file.write_text("broken\n" + file.read_text("utf-8"), encoding="utf-8")
    broken = command("decisions", "apply", str(file), "--format", "json")
    assert (broken.exit_code, '"line": 1' in broken.stdout) == (1, True)
    assert "one page" in command("decisions", "list").stdout
    assert command("confirm", "Soham De").exit_code == command("undo", "1").exit_code == 0
    assert len(graph.decisions.log()) == 3
