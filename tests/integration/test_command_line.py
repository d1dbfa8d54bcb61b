"""The `scholargraph` command as people and scripts call it."""

import csv
import io
import json
import os
import re
import shlex
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from graph import server
from graph.cli import output
from graph.cli.examples import EXAMPLES
from graph.cli.main import app
from graph.evidence_words import is_piece, with_weight
from tests.commands import Done, call, call_process
from tests.integration.conftest import Neo4jServer, wipe

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"

Call = Callable[..., Done]
EXAMPLES_THAT_READ = {
    "documents", "formats", "profile", "papers", "close-collaborators", "name-cluster", "neighbourhood", "path",
    "split-candidates", "split-groups", "unlinkable-records", "name-blocks", "calibration", "mixed-candidates", "authorships",
    "duplicate-papers", "data-quality",
    "collaborator-changes", "common-collaborators", "suggested-collaborators", "topic-counts", "topic-course",
    "topic-people", "topic-trends", "compare-topics", "topic-coverage", "topic-venues", "topic-institutions",
    "venue-people", "citation-counts", "cited-papers", "queries", "query", "cypher", "network", "references", "search",
    "report",
}  # fmt: skip
"""Those that ask about what the demo loads and write nothing but a file."""


@pytest.fixture(scope="module")
def account(local_servers: Callable[[str], Neo4jServer]) -> dict[str, str]:
    """The environment that leads to one server (the queries behind the command are tested on all), the demo pages loaded."""
    target = local_servers(server.DEFAULT_LINE)
    wipe(target)
    given = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    assert call("load", str(DEMO / "*.txt"), **given).returncode == 0
    return given


@pytest.fixture(scope="module")
def command(account: dict[str, str]) -> Call:
    """Calls the command in this process."""
    return lambda *arguments, stdin="", **environment: call(*arguments, stdin=stdin, **{**account, **environment})


@pytest.fixture(scope="module")
def process(account: dict[str, str]) -> Call:
    """Calls the command in a process of its own."""
    return lambda *arguments, stdin="", **environment: call_process(*arguments, stdin=stdin, **{**account, **environment})


@pytest.fixture(scope="module")
def server_folder(local_servers: Callable[[str], Neo4jServer]) -> str:
    """The folder of the server on which the command is called; this process is its user."""
    return str(local_servers(server.DEFAULT_LINE).folder)


@pytest.mark.parametrize("name", sorted(EXAMPLES_THAT_READ))
def test_the_examples_of_the_help_are_answered_on_what_the_demo_loads(
    command: Call, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in EXAMPLES[name]:
        done = command(*shlex.split(line)[1:])
        assert done.returncode == 0, done.stderr


def test_loading_reports_as_json_with_every_record_counted(command: Call) -> None:
    done = command("load", *map(str, sorted(DEMO.glob("*.txt"))), "--format", "json")
    report = json.loads(done.stdout)
    assert set(report) == {"documents", "left_out", "totals", "seconds", "seconds_by_step", "memory_by_step"}
    for document in report["documents"]:
        assert set(document) == {
            "location", "format", "read", "new", "joined", "unchanged", "rejected", "warnings", "declared", "confirmed",
            "as_before",
        }  # fmt: skip
        assert document["read"] == document["new"] + document["joined"] + document["unchanged"] + len(document["rejected"])
    assert report["totals"]["read"] == 42


def test_the_report_counts_the_time_from_the_start_of_the_command(process: Call, command: Call, server_folder: str) -> None:
    began = time.monotonic()
    report = json.loads(process("--graph", server_folder, "load", str(DEMO / "*.txt"), "--format", "json").stdout)
    waited = time.monotonic() - began
    steps = report["seconds_by_step"]
    assert list(steps) == ["start", "reading", "writing", "topics", "names"]
    assert all(seconds > 0 for seconds in steps.values())
    assert report["seconds"] == round(sum(steps.values()), 3)
    assert 0.5 * waited < report["seconds"] < waited, "what is not counted is the interpreter's start and end"
    table = command("load", str(DEMO / "*.txt"), "--graph", server_folder).stdout
    assert re.search(
        r"in \d+\.\d s: 0 new.*\n(?:\d.* had to be read again\n)? *\d.* s to start\n"
        r".* s reading .* here and .* the server\n.* s writing.*\n"
        r".* s finding topics.*\n.* s comparing names",
        table,
    )


def test_documents_of_no_known_format_take_a_line_each_and_the_formats_have_a_command(command: Call, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader,\n")
    (tmp_path / "mine.csv").write_text("Article,Who\nNets,Ann Lee\n")
    done = command("load", str(tmp_path), "--format", "json")
    reasons = [note["reason"] for document in json.loads(done.stdout)["documents"] for note in document["rejected"]]
    assert done.returncode == 1
    assert all(len(reason) < 250 and "\n" not in reason and str(tmp_path) not in reason for reason in reasons)
    assert "scholargraph formats" in reasons[0]
    assert "'Article', 'Who'" in reasons[1]
    assert "--column" in reasons[1]
    assert "bibtex" in command("formats").stdout


def test_stop_refuses_what_others_use_and_names_them_as_status_does(process: Call, command: Call, server_folder: str) -> None:
    done = process("stop", "--graph", server_folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"process {os.getpid()}: " in done.stderr
    assert "--force" in done.stderr
    assert f"process {os.getpid()}: " in command("--graph", server_folder, "status").stdout
    status = json.loads(command("status", "--graph", server_folder, "--format", "json").stdout)
    assert status["running"]
    assert os.getpid() in [user["pid"] for user in status["users"]]


def test_machine_readable_formats_are_alone_on_standard_output_and_agree(command: Call) -> None:
    rows = json.loads(command("close-collaborators", "Soham De", "--format", "json").stdout)
    lines = [json.loads(line) for line in command("close_collaborators", "soham de", "-f", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(command("close-collaborators", "SOHAM DE", "--format", "csv").stdout)))
    assert rows == lines
    assert len(rows) > 25, "machine-readable results are complete"
    assert [row["uid"] for row in table] == [row["uid"] for row in rows]
    assert [float(row["strength"]) for row in table] == [row["strength"] for row in rows]


def test_a_parameter_of_cypher_is_a_number_where_it_looks_like_one(command: Call) -> None:
    counted = "MATCH (p:Paper) WHERE p.year > $y RETURN count(*) AS n"
    assert json.loads(command("cypher", counted, "-p", "y=2015", "--format", "json").stdout)[0]["n"] > 0
    found = command("cypher", "RETURN $a AS a, $b AS b", "-p", "a=Soham De", "-p", 'b="2015"', "--format", "json")
    assert json.loads(found.stdout) == [{"a": "Soham De", "b": "2015"}]


def test_a_cut_that_nobody_asked_for_is_told(command: Call) -> None:
    assert "the first 10, there may be more" in command("query", "prolific_authors").stderr
    assert command("query", "prolific_authors", "limit=10").stderr == ""
    assert command("query", "close_collaborators", "author=Soham De").stderr == ""


def test_a_neighbourhood_as_csv_holds_what_its_json_holds(command: Call) -> None:
    found = json.loads(command("neighbourhood", "Soham De", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(command("neighbourhood", "Soham De", "--format", "csv").stdout)))
    assert {name for part in ("nodes", "relationships") for one in found[part] for name in one} <= set(rows[0])
    assert len(found["nodes"]) == sum(row["what"] == "node" for row in rows)


def test_a_decision_made_by_name_keeps_what_was_shown_of_it(command: Call) -> None:
    [pair] = json.loads(command("split-candidates", "Sam Smith", "--limit", "1", "--format", "json").stdout)
    assert command("reject", pair["uid_a"], pair["uid_b"], "--by", "ana").returncode == 0
    try:
        made = json.loads(command("decisions", "list", "--format", "json").stdout)[-1]
        assert (made["probability"], made["evidence"]) == (pair["probability"], pair["evidence"])
        table = list(csv.DictReader(io.StringIO(command("decisions", "list", "--format", "csv").stdout)))
        assert json.loads(table[-1]["evidence"]) == pair["evidence"]
    finally:
        assert command("undo", str(made["number"]), "--by", "ana").returncode == 0


def test_a_limit_limits(command: Call) -> None:
    assert len(json.loads(command("close-collaborators", "Soham De", "--format", "json", "--limit", "3").stdout)) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("profile", "Soham De"), ("papers", "Soham De"), ("topic-counts",), ("topic-counts", "Soham De", "--origin", "derived"),
        ("topic-counts", "--by", "venue"), ("topic-coverage", "Soham De"), ("topic-course", "phrase:residual network"),
        ("topic-people", "residual network"), ("topic-trends", "--min-g2", "0"), ("compare-topics", "Soham De", "Sam Smith"),
        ("topic-venues", "residual network"), ("venue-people", "NeurIPS"),
        ("citation-counts", "Soham De"), ("cited-papers", "Soham De", "--source", "this graph"),
        ("collaborator-changes", "Soham De"), ("common-collaborators", "Soham De", "Samuel L. Smith"),
        ("suggested-collaborators", "Sam Smith"),
        ("name-cluster", "soham de"), ("neighbourhood", "Soham De"), ("documents",),
        ("path", "Sam Smith", "Hanan Samet"), ("split-candidates",), ("mixed-candidates",), ("duplicate-papers",),
        ("data-quality",),
        ("queries",), ("query", "author_papers", "author=Soham De", "limit=3"), ("cypher", "RETURN $a AS a", "--param", "a=1"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)  # fmt: skip
def test_every_verb_answers_as_table_and_as_json(command: Call, arguments: tuple[str, ...]) -> None:
    table, machine = command(*arguments), command(*arguments, "--format", "json")
    assert (table.returncode, machine.returncode) == (0, 0), table.stderr + machine.stderr
    assert table.stdout.strip()
    assert json.loads(machine.stdout)


WORDS_OF_TABLES = "yes no more limit 0 shows all"
OF_FORMATS = """The content tells the format not the name of the file compressed files and archives are read as what they hold
scholargraph inspect FILE shows what a file is taken for and as NAME says it where the content does not tell"""
SHOWN: dict[tuple[str, ...], str] = {
    ("profile", "Samuel L. Smith"): "document verification claim state counted records confirmed",
    ("papers", "Soham De"): "",
    ("close-collaborators", "Soham De"): "",
    ("topic-counts",): "",
    ("topic-counts", "Soham De", "--by", "venue"): "",
    ("topic-counts", "--venue", "ICML", "--by", "year"): "",
    ("topic-coverage",): "",
    ("topic-course", "residual network"): "",
    ("topic-people", "residual network"): "",
    ("topic-trends", "--min-g2", "0"): "",
    ("compare-topics", "Soham De", "Sam Smith"): "",
    ("topic-venues", "residual network"): "",
    ("topic-institutions", "residual network"): "no institution is named",
    ("country-counts",): "no country is known",
    ("venue-people", "NeurIPS", "--limit", "3"): "",
    ("citation-counts", "Soham De"): "",
    ("cited-papers", "Soham De", "--source", "this graph"): "",
    ("collaborator-changes", "Soham De", "--limit", "5"): "",
    ("common-collaborators", "Soham De", "Samuel L. Smith"): "",
    ("suggested-collaborators", "Sam Smith"): "",
    ("name-cluster", "soham de"): "",
    ("neighbourhood", "Soham De", "--limit", "3"): "what node relationship",
    ("path", "Sam Smith", "Hanan Samet"): "",
    ("split-candidates",): "record other paper collaborator",
    ("split-groups",): "",
    ("unlinkable-records",): "",
    ("name-blocks",): "",
    ("calibration",): "nothing is known yet no candidate was decided and no two names share an ORCID",
    ("search", "gradient descent"): "",
    ("mixed-candidates",): "record group the record s own somebody else s why",
    ("authorships", "--min-probability", "0.5", "--limit", "5"): "",
    ("duplicate-papers", "--limit", "5"): "paper other",
    ("data-quality",): "",
    ("documents",): "",
    ("queries",): "",
    ("network", "collaboration"): "",
    ("formats",): OF_FORMATS,
    ("query", "prolific_authors", "limit=3"): "",
    ("cypher", "MATCH (a:Author) RETURN a.name AS name, a.uid AS uid ORDER BY uid LIMIT 3"): "",
    ("decisions", "list", "--limit", "1"): "decision of are one person s",
    ("fingerprint",): "",
    (
        "load",
        str(DEMO / "*.txt"),
    ): """records from documents in s new joined unchanged rejected to start finding topics comparing names up to MB
    documents are as they were and nothing of it had to be read again""",
}
"""Commands, with the words that their tables add of their own."""
ELSEWHERE = {
    "export",
    "institution-people",
    "institution-partners",
    "country-people",
    "country-institutions",
    "country-partners",
    "inspect",
    "learn",
    "references",
    "spark",
    "status",
    "doctor",
    "copy",
    "dump",
    "restore",
    "review",
    "apply",
    "upgrade",
}
"""Commands whose results are about the moment, or that need a file or another server; their own tests look at both forms."""


@pytest.mark.parametrize("arguments", SHOWN, ids=lambda arguments: " ".join(arguments[:2]))
def test_json_holds_all_that_the_table_shows(command: Call, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "PIPE_WIDTH", 20000)
    if arguments[0] == "decisions":
        assert command("confirm", "Soham De", "arxiv:2006.15081", "--by", "ana", "--reason", "page").returncode == 0
    table, machine = command(*arguments), command(*arguments, "--format", "json")
    if arguments[0] == "decisions":
        number = json.loads(machine.stdout)[0]["number"]
        assert command("undo", str(number), "--by", "ana").returncode == 0
    shown, held = words(table.stdout), set().union(*map(words, texts(json.loads(machine.stdout))))
    assert len(shown) > 3
    assert shown - held - words(WORDS_OF_TABLES) - words(SHOWN[arguments]) - left_out(table.stdout) == set()


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def left_out(text: str) -> set[str]:
    """The numbers of what a table leaves out, and a load's seconds and memory, which differ from one call to the next."""
    return words(" ".join(re.findall(r"([\d.,]+) (?:s|MB)\b", text) + re.findall(r"… (\d+) more", text)))


def texts(value: object) -> Iterator[str]:
    """Everything that a JSON value holds as a table may print it: keys with spaces, numbers as they are rounded."""
    if isinstance(value, dict):
        if is_piece(value):  # numbers and names, of which tables make sentences
            yield with_weight(value)
        for key, item in value.items():
            yield key.replace("_", " ")
            yield from texts(item)
    elif isinstance(value, list):
        yield str(len(value))
        for item in value:
            yield from texts(item)
    elif isinstance(value, float):
        yield f"{value} {value:.3g} {value:+.2f} {value:,.1f} {value:.0%}"
    else:
        yield f"{value} {str(value)[:10]}"  # a moment is shown as its day


def test_every_command_that_prints_for_programs_is_among_them() -> None:
    verbs = {arguments[1] if arguments[0] == "decisions" else arguments[0] for arguments in SHOWN}
    printing = set(with_formats(get_command(app)))
    assert printing
    assert verbs | ELSEWHERE >= printing


def with_formats(found: object) -> Iterator[str]:
    for name, command in getattr(found, "commands", {}).items():
        if any(param.name == "form" for param in command.params):
            yield name
        yield from with_formats(command)


@pytest.mark.parametrize("verb", ["profile", "close-collaborators", "split-candidates", "mixed-candidates"])
def test_a_question_waits_for_no_library_that_it_does_not_use(process: Call, verb: str) -> None:
    done = process(verb, "Soham De", PYTHONPROFILEIMPORTTIME="1")
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    # A name alone is listed too where its import failed; modules inside it are listed only where it was imported.
    imported = {name.partition(".")[0] for name in modules if "." in name}
    assert done.returncode == 0
    assert {"neo4j", "typer"} <= imported
    assert not {"pandas", "numpy", "pyarrow", "neomodel", "lxml", "requests"} & imported


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("profile", "Soham Dee"), 1, "Soham De"),
        (("query", "close_collaborators", "author=Soham Dee"), 1, "Soham De"),
        (("name-cluster", "Soham Dee"), 1, "Soham De"),
        (("query", "name_cluster", "name_key=Soham Dee"), 1, "Soham De"),
        (("topic-counts", "--venue", "Neurip"), 1, "no venue 'Neurip'; the nearest names are NeurIPS"),
        (("query", "topic_counts", "venue=Neurip"), 1, "NeurIPS"),
        (("topic-counts", "--scheme", "arxv"), 1, "its schemes are phrase, cso, openalex, arxiv"),
        (("cypher", "CREATE (n)"), 1, "reading"),
        (("cypher", "MATCH (n RETURN n"), 1, "Invalid input"),
        (("load", "nowhere.txt"), 1, "nowhere.txt"),
        (("unload", "nowhere.txt"), 1, "nowhere.txt"),
        (("accept", "Soham De", "nobody at all"), 1, "no author"),
        (("undo", "99"), 1, "no decision '99'"),
        (("reassign", "Soham De", "doi:10.1/none"), 1, "no one paper"),
        (("profil", "Soham De"), 2, "profil"),
        (("profile",), 2, "AUTHOR"),
        (("close-collaborators", "Soham De", "--format", "xml"), 2, "xml"),
    ],
)
def test_mistakes_end_in_one_message_and_an_exit_code(command: Call, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = command(*arguments)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "address", "code"),
    [
        (("topic-counts",), None, 0),
        (("profile", "Soham Dee"), None, 1),
        (("cypher", "MATCH (n RETURN n"), None, 1),
        (("profile",), None, 2),
        (("query", "close_colaborators"), None, 2),
        (("topic-counts",), "bolt://127.0.0.1:9", 3),
    ],
)
def test_a_process_ends_with_the_exit_code_and_the_words_that_the_command_has_here(
    process: Call, command: Call, arguments: tuple[str, ...], address: str | None, code: int
) -> None:
    """All else about results and mistakes is looked at in this process, as if it were one of the command's own."""
    elsewhere = {"NEO4J_URI": address} if address else {}
    done, here = process(*arguments, **elsewhere), command(*arguments, **elsewhere)
    assert (done.returncode, done.stdout, done.stderr) == (code, here.stdout, here.stderr)
    assert here.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "close_colaborators"), "close_collaborators"),
        (("query", "close_collaborators", "authr=x"), "author"),
        (("query", "close_collaborators", "author"), "key=value"),
        (("query", "close_collaborators"), "needs author"),
        (("query", "close_collaborators", "author=Soham De", "limit=-1"), "0 or more"),
        (("query", "close_collaborators", "author=Soham De", "limit=many"), "not an integer"),
        (("query", "topic_counts", "origin=guessed"), "given, derived, both"),
        (("cypher", "RETURN $a", "--param", "a"), "key=value"),
        (("cypher", "RETURN $a, $b"), "$a, $b: give it as --param a=VALUE"),
        (("query", "data_quality_list"), "needs metric"),
        (("papers", "Soham De", "--limit", "-1"), "--limit"),
        (("close-collaborators", "Soham De", "--min-shared", "0"), "--min-shared"),
        (("topic-counts", "Soham De", "--by", "month"), "'author', 'venue', 'institution', 'country', 'year'"),
        (("topic-counts", "--since", "long ago"), "--since"),
        (("split-candidates", "--min-probability", "2"), "--min-probability"),
        (("authorships", "--min-probability", "0"), "not a probability"),
        (("load", str(DEMO / "paper_list_bishshoy_das.txt"), "--column", "name=Who"), "no field 'name'"),
        (("load", str(DEMO / "paper_list_bishshoy_das.txt"), "--column", "title"), "key=value"),
        (("accept", "Soham De", "--by", "ana"), "two records or more"),
        (("accept", "--by", "ana"), "--all"),
        (("accept", "Soham De", "Sam Smith", "--all"), "--all"),
        (("accept", "Soham De", "Sam Smith", "--min-probability", "0.9"), "--all"),
        (("undo", "7-3"), "12-40"),
        (("reject", "Soham De", "Sam Smith", "--by", " "), "say who decides"),
        (("review", "--export", "a.csv", "--import", "b.csv"), "give one of them"),
        (("browser", "--author", "Soham De", "--no-open"), "--export"),
        (("serve", "--heap", "much", "--graph", "somewhere"), "not a size"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_exit_code_2(command: Call, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = command(*(str(tmp_path / part) if part == "somewhere" else part for part in arguments))
    assert done.returncode == 2, done.stderr
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_query_in_words_of_its_own_is_answered_with_what_the_server_says_of_it(command: Call) -> None:
    done = command("cypher", "MATCH (p:Papr) RETURN p.title AS title", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "warning: The label `Papr` does not exist" in done.stderr
    assert "(line 1, column 10)" in done.stderr


def test_a_profile_shows_what_pages_declare_beside_what_was_counted(command: Call) -> None:
    shown = " ".join(command("profile", "Samuel L. Smith").stdout.split())
    for words in ("trust verification claim state followers declared counted", "21 Emerging L1 Unclaimed author 0", "works 7",
                  "records 7, confirmed"):  # fmt: skip
        assert words in shown


def test_candidates_show_the_uids_that_decisions_take(command: Call) -> None:
    assert {"name:sam smith", "name:samuel l. smith"} <= set(
        re.findall(r"name:[a-z.]+(?: [a-z.]+)*", command("split-candidates").stdout)
    )
    paper = json.loads(command("mixed-candidates", "-f", "json").stdout)[0]["groups"][0]["papers"][0]["uid"]
    [pair, *_] = json.loads(command("duplicate-papers", "-f", "json").stdout)
    assert {pair["uid_a"], pair["uid_b"]} <= set(re.findall(r"[a-z]+:[\w./]+", command("duplicate-papers").stdout))
    assert "truncated" in command("close-collaborators", "Soham De").stdout
    cut = [row["authors_complete"] for row in json.loads(command("papers", "Soham De", "-f", "json").stdout)].count(False)
    assert command("papers", "Soham De").stdout.count("…") == cut > 0
    shown = command("mixed-candidates").stdout
    assert {"name:soham de", paper} <= set(re.findall(r"name:soham de|[a-z]+:[\w./]+", shown))


def test_no_graph_is_exit_code_3(command: Call) -> None:
    done = command("profile", "Soham De", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="a-secret")
    assert done.returncode == 3
    assert "127.0.0.1:9" in done.stderr
    assert "a-secret" not in done.stderr + done.stdout


def test_strict_loading_fails_where_a_page_is_truncated(command: Call, tmp_path: Path) -> None:
    page = (DEMO / "researcher_profile_samuel_l_smith.txt").read_text(encoding="utf-8").replace("Samuel L. Smith", "Ada Berg")
    cut = tmp_path / "cut.txt"
    cut.write_text(page[: len(page) // 2], encoding="utf-8")
    assert command("load", str(cut), "--strict").returncode == 1
    lenient = command("load", str(cut), "--format", "json")
    document = json.loads(lenient.stdout)["documents"][0]
    assert lenient.returncode == 0
    assert not document["confirmed"]
    assert document["unchanged"] > 0
    assert any("7" in warning["reason"] for warning in document["warnings"])
    assert command("unload", str(cut)).returncode == 0


def test_documents_come_through_standard_input(command: Call) -> None:
    page = (DEMO / "paper_list_bishshoy_das.txt").read_text(encoding="utf-8")
    document = json.loads(command("load", "-", "--format", "json", stdin=page).stdout)["documents"][0]
    assert (document["format"], document["unchanged"]) == ("paper_list", 2)


def test_help_and_version_need_no_graph(command: Call) -> None:
    assert "close-collaborators" in command("--help", NEO4J_URI="bolt://127.0.0.1:9").stdout
    assert command("--version").stdout.strip()
