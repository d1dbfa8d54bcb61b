"""Weights learned from a graph: what a dry run says, that every door goes by those that are kept, and that forgetting and
moving do what they say. On real servers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph import ScholarGraph
from graph.browser.examples import examples
from graph.browser.favourites import favourites
from graph.cli.main import app
from graph.doctor.database import check_database
from graph.errors import TooLittleError, UnusedWeightsWarning
from graph.identity.calibration import known_pairs, pair_cases, standing
from graph.identity.evidence_model.clustering import logistic
from graph.identity.evidence_model.pairs import pair_scores
from graph.identity.evidence_model.reading import read_evidence
from graph.identity.evidence_model.weights import Weights, shipped_values
from graph.identity.learning.fitting import LEAST_PAIRS
from graph.queries.bound import Queries
from graph.queries.registry import Registry
from tests.integration.conftest import DEMO, Neo4jServer, emptied, wipe
from tests.integration.explore_pages import pages_of
from tests.integration.learnable_library import learnable_library
from tests.integration.statements import say
from tests.integration.test_groupings import facts, rebuilt

pytestmark = pytest.mark.any_line

SHIPPED = shipped_values()["version"]
QUESTIONS: dict[str, dict[str, Any]] = {
    "split_candidates": {"min_probability": 0.05},
    "mixed_candidates": {"min_probability": 0.05},
}


@pytest.fixture(scope="module")
def large(neo4j_server: Neo4jServer) -> Iterator[ScholarGraph]:
    """A graph that is large enough to learn from."""
    with emptied(neo4j_server) as opened:
        say(opened, "library", *learnable_library())
        yield opened


@pytest.fixture
def learnable(large: ScholarGraph) -> Iterator[ScholarGraph]:
    """The same, without weights of its own and without decisions; loaded again where a test emptied the server."""
    if large.connection.read("MATCH (d:Document {location: 'library'}) RETURN count(*) AS n").rows[0]["n"] == 0:
        large.connection.write("MATCH (n) DETACH DELETE n")
        say(large, "library", *learnable_library())
    yield large
    large.forget_learned()
    rows: list[dict[str, Any]] = large.plain.query("decisions").rows
    for row in rows:
        if row["undone_by"] is None and row["action"] != "undo":
            large.decisions.undo(row["number"], by="test")


def card(graph: ScholarGraph) -> dict[str, Any]:
    """What the graph's card says, but for what counts and times writes."""
    said: Any = graph.connection.read("MATCH (s:GraphState) RETURN properties(s) AS p").rows[0]["p"]
    return {key: value for key, value in said.items() if key not in ("changed_at", "turn")}


def answers(graph: ScholarGraph) -> dict[str, Any]:
    return {name: graph.plain.query(name, **given).rows for name, given in QUESTIONS.items()}


def of_file(graph: ScholarGraph, name: str, weights: object) -> Any:
    """What the file of a question says over Bolt by these weights."""
    query = Registry.shipped()[name]
    given = {**Registry.shipped().arguments(name, QUESTIONS[name]), "weights": weights, "limit": 0}
    return graph.connection.read(query.text, given).rows


def kept(graph: ScholarGraph) -> Any:
    return json.loads(card(graph)["weights"])


def by_command(target: Neo4jServer, *arguments: str) -> Any:
    account = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    done = CliRunner().invoke(app, [*arguments, "--format", "json"], env=account)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def by_favourites(graph: ScholarGraph, name: str) -> Any:
    """What the favourites that are exported for this graph give in Browser."""
    queries = Queries(graph.connection)
    scripts = {one.path: one.text for one in favourites(queries.registry, examples(queries))}
    lines = [line for line in scripts[f"identity/{name}.1-set.cypher"].splitlines() if line.startswith(":param ")]
    said = [line.removeprefix(":param ").removesuffix(";").partition(" => ") for line in lines]
    params = {key: graph.connection.read(f"RETURN {value} AS value").rows[0]["value"] for key, _, value in said}
    return graph.connection.read(scripts[f"identity/{name}.2-ask.cypher"], {**params, **QUESTIONS[name]}).rows


def test_a_dry_run_says_what_would_change_and_writes_nothing(learnable: ScholarGraph) -> None:
    before = learnable.fingerprint(), card(learnable), answers(learnable), learnable.connection.mark()
    learned = learnable.learn()
    assert (learnable.fingerprint(), card(learnable), answers(learnable), learnable.connection.mark()) == before
    assert not learned.kept
    assert learned.pairs >= LEAST_PAIRS
    assert (learned.in_use, learned.version.partition(" ")[0]) == (SHIPPED, SHIPPED)
    assert learned.version != learned.in_use
    assert learned.loss < learned.loss_shipped / 1.5
    assert learned.is_better
    assert learned.to_dict() == learnable.learn().to_dict()
    assert {row["feature"] for row in learned.tables} == set(Weights.shipped().features)


def test_what_is_kept_holds_at_every_door_and_is_what_was_announced(learnable: ScholarGraph, neo4j_server: Neo4jServer) -> None:
    before = answers(learnable)
    announced = learnable.learn()
    learned = learnable.learn(keep=True)
    assert {**learned.to_dict(), "kept": False} == announced.to_dict()
    found = answers(learnable)
    assert found != before
    for name in QUESTIONS:
        assert found[name] == of_file(learnable, name, kept(learnable))
        assert by_command(neo4j_server, name.replace("_", "-"), "--min-probability", "0.05") == found[name]
        assert by_command(neo4j_server, "query", name, "min_probability=0.05") == found[name]
        assert by_favourites(learnable, name) == found[name]
    some = by_command(neo4j_server, "query", "split_candidates", "min_probability=0.05", 'weights={"split": {"base": -1.0}}')
    other = {**kept(learnable), "split": {**kept(learnable)["split"], "base": -1.0}}
    assert some == of_file(learnable, "split_candidates", other) != found["split_candidates"]
    counted = {(row["candidates"], row["min_probability"]): row["after"] for row in announced.candidates}
    for (kind, least), count in counted.items():
        assert len(learnable.plain.query(f"{kind}_candidates", min_probability=least).rows) == count, (kind, least)


@pytest.mark.slow
def test_what_is_worked_out_in_memory_and_the_pages_go_by_what_is_kept(learnable: ScholarGraph) -> None:
    queries = Queries(learnable.connection)
    learnable.learn(keep=True)
    evidence = read_evidence(queries)
    pairs = pair_scores(evidence.corpus, Weights.in_use(queries.read), evidence.similar, evidence.different)
    records = evidence.corpus.records
    said = {(records[one.a].uid, records[one.b].uid): one.probability for one in pairs if one.probability >= 0.06}
    rows = {(row["uid_a"], row["uid_b"]): row["probability"] for row in answers(learnable)["split_candidates"]}
    assert said
    assert {pair: rows[pair] for pair in said} == pytest.approx(said, abs=2e-3)
    with pages_of(learnable) as client:
        page = client.get("/candidates").text
    likeliest: dict[str, Any] = learnable.plain.split_candidates().rows[0]
    assert f"{likeliest['evidence'][0]['weight']:+.2f}" in page


@pytest.mark.slow
def test_the_papers_are_grouped_by_what_is_kept_as_working_all_out_would(learnable: ScholarGraph) -> None:
    before = facts(learnable)
    learnable.learn(keep=True)
    after = facts(learnable)
    assert after["parts"] != before["parts"]
    assert after == rebuilt(learnable)
    say(learnable, "library", *learnable_library()[:-1])
    assert facts(learnable) == rebuilt(learnable)
    say(learnable, "library", *learnable_library())


def test_forgetting_brings_everything_back(learnable: ScholarGraph, neo4j_server: Neo4jServer) -> None:
    before = learnable.fingerprint(), card(learnable), answers(learnable), facts(learnable)
    learnable.learn(keep=True)
    assert learnable.fingerprint() != before[0]
    assert by_command(neo4j_server, "learn", "--forget") == {"forgotten": True}
    assert (learnable.fingerprint(), card(learnable), answers(learnable), facts(learnable)) == before
    assert by_command(neo4j_server, "learn", "--forget") == {"forgotten": False}


def test_a_graph_that_is_too_small_is_refused(graph: ScholarGraph) -> None:
    graph.load(DEMO / "paper_list_bishshoy_das.txt")
    before = graph.fingerprint(), card(graph)
    for keep in (False, True):
        with pytest.raises(TooLittleError, match=f"too small to learn weights from: its rare names give .* {LEAST_PAIRS:,} are"):
            graph.learn(keep=keep)
    assert (graph.fingerprint(), card(graph)) == before


def test_what_is_no_weights_at_all_is_not_used_and_can_be_forgotten(graph: ScholarGraph) -> None:
    graph.load(DEMO / "paper_list_bishshoy_das.txt")
    before = answers(graph)
    for value in (5, ["x"], "", "[" * 100_000, 1.5, True):
        graph.connection.write("MATCH (s:GraphState) SET s.weights = $value, s.weights_learned = $value", {"value": value})
        assert answers(graph) == before
        graph.forget_learned()
        assert answers(graph) == before


@pytest.mark.slow
def test_a_dump_and_its_restore_carry_the_weights(learnable: ScholarGraph, tmp_path: Path) -> None:
    learnable.learn(keep=True)
    learnable.dump(tmp_path / "kept.dump")
    found, weights = answers(learnable), kept(learnable)
    learnable.forget_learned()
    learnable.dump(tmp_path / "shipped.dump")
    learnable.restore(tmp_path / "kept.dump", replace=True)
    assert (answers(learnable), kept(learnable)) == (found, weights)
    learnable.restore(tmp_path / "shipped.dump", replace=True)
    assert "weights" not in card(learnable)


def spoilt(weights: dict[str, Any]) -> str:
    """The same as another version of the package might have had them, with one bin more."""
    bins = {**weights["bins"], "years": [*weights["bins"]["years"], 40.0]}
    return json.dumps({**weights, "bins": bins})


@pytest.mark.slow
def test_weights_of_another_shape_are_not_used_and_that_is_said(learnable: ScholarGraph, neo4j_server: Neo4jServer) -> None:
    before = answers(learnable)
    learnable.learn(keep=True)
    write = "MATCH (s:GraphState) SET s.weights = $weights"
    learnable.connection.write(write, {"weights": spoilt(kept(learnable))})
    assert answers(learnable) == before
    with pytest.warns(UnusedWeightsWarning, match="of another shape than this scholargraph's: they are not used"):
        ScholarGraph.connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password).close()
    [check] = [one for one in check_database(Queries(learnable.connection)) if one.name == "weights"]
    assert check.state == "warning"
    assert "not used" in check.found


@pytest.mark.slow
def test_the_doctor_says_which_weights_are_in_use(learnable: ScholarGraph) -> None:
    def check() -> str:
        [one] = [one for one in check_database(Queries(learnable.connection)) if one.name == "weights"]
        assert one.state == "ok"
        return one.found

    assert check().startswith(
        f"the shipped ones, version {shipped_values()['version']}, learned on papers of computational linguistics"
    )
    learned = learnable.learn(keep=True)
    assert check().startswith(f"the graph's own, version {learned.version!r}")


def test_what_was_decided_is_held_against_what_was_said_before(learnable: ScholarGraph) -> None:
    rows = [row for row in answers(learnable)["split_candidates"] if {row["papers_a"], row["papers_b"]} != {0}]
    first, last = rows[0], rows[-1]
    learnable.decisions.accept(first["uid_a"], first["uid_b"], by="ana")
    learnable.decisions.reject(last["uid_a"], last["uid_b"], by="ana")
    queries = Queries(learnable.connection)
    evidence = read_evidence(queries)
    cases = list(pair_cases(evidence, Weights.shipped(), known_pairs(evidence, standing(queries.read))))
    said = {case.is_so: logistic(case.logit) for case in cases}
    assert said == pytest.approx({True: first["probability"], False: last["probability"]}, abs=2e-3)
    table = learnable.plain.calibration().rows
    [whole] = [row for row in table if (row["low"], row["high"]) == (0, 1)]
    assert (whole["question"], whole["ground"], whole["cases"], whole["found"]) == ("split", "decision", 2, 0.5)
    assert all(row["few"] for row in table)
    learned = learnable.learn()
    assert learned.checks[0]["pairs"] == learned.decided == 2
    with pages_of(learnable) as client:
        page = client.get("/calibration").text
    assert page.count("<td>decision</td>") == len(table)


def test_the_command_says_what_would_change(learnable: ScholarGraph, neo4j_server: Neo4jServer) -> None:
    account = {"NEO4J_URI": neo4j_server.uri, "NEO4J_USERNAME": neo4j_server.username, "NEO4J_PASSWORD": neo4j_server.password}
    done = CliRunner().invoke(app, ["learn"], env=account)
    assert done.exit_code == 0, done.output
    announced = learnable.learn()
    said = " ".join(done.output.split())
    assert f"Version {announced.version!r}, from {announced.pairs:,} pairs" in said
    assert f"{announced.loss_shipped:.4f} by the shipped tables, {announced.loss:.4f}" in said
    assert all(str(row["feature"]) in said for row in announced.tables)
    assert "Nothing was written; --keep has the graph go by them." in said
    assert "weights" not in card(learnable)
    wrong = CliRunner().invoke(app, ["learn", "--keep", "--forget"], env=account)
    assert "exclude each other" in str(wrong.exception)
    assert by_command(neo4j_server, "learn") == json.loads(json.dumps(announced.to_dict()))
    if neo4j_server.folder:
        assert (
            by_command(neo4j_server, "status", "--graph", str(neo4j_server.folder))["weights"]
            == f"shipped, version {shipped_values()['version']}"
        )
        learnable.learn(keep=True)
        shown = by_command(neo4j_server, "status", "--graph", str(neo4j_server.folder))["weights"]
        assert shown == f"learned from it, version {announced.version}"


@pytest.mark.slow
def test_a_copy_carries_the_weights(learnable: ScholarGraph, other_line: Neo4jServer) -> None:
    learned = learnable.learn(keep=True)
    learnable.copy_to(other_line.uri, other_line.username, other_line.password)
    with ScholarGraph.connect(other_line.uri, other_line.username, other_line.password) as there:
        assert kept(there) == kept(learnable)
        assert answers(there) == answers(learnable)
    learnable.forget_learned()
    learnable.copy_to(other_line.uri, other_line.username, other_line.password, replace=True)
    with ScholarGraph.connect(other_line.uri, other_line.username, other_line.password) as there:
        assert "weights" not in card(there)
        assert answers(there) == answers(learnable)
    assert learned.kept


@pytest.fixture
def other_line(neo4j_server: Neo4jServer, local_servers: Callable[[str], Neo4jServer]) -> Neo4jServer:
    """A local server of another line, empty."""
    other = local_servers("5.26" if neo4j_server.line == "2026" else "2026")
    wipe(other)
    return other
