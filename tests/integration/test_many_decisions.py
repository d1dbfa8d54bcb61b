"""All likely candidates accepted at once: a dry run first, each a decision of its own, undone one by one or together."""

import pytest

from graph.errors import ContradictionError, ParameterError, UnknownNameError
from graph.facade import ScholarGraph
from tests.commands import call
from tests.integration.conftest import Neo4jServer
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say, works

KARIN, MIDDLE, FULL = "name:karin verspoor", "name:karin m. verspoor", "name:karin maria verspoor"
OTO, OTO_FULL = "name:oto quenbyvar", "name:oto j. quenbyvar"


def two_people_of_several_records(graph: ScholarGraph) -> None:
    say(
        graph, "papers",
        works("Karin Verspoor", "Ana Ruiz", title="Ants and wasps", year=2001),
        works("Karin M. Verspoor", "Ana Ruiz", title="Bees and ants", year=2002),
        works("Karin Maria Verspoor", "Ana Ruiz", title="Moths of the north", year=2003),
        works("Oto Quenbyvar", "Bo Lind", title="Salt and its price", year=2001),
        works("Oto J. Quenbyvar", "Bo Lind", title="What salt costs", year=2001),
    )  # fmt: skip


def test_a_dry_run_says_what_would_be_decided_and_decides_nothing(graph: ScholarGraph) -> None:
    two_people_of_several_records(graph)
    before = snapshot(graph)
    outcome = graph.decisions.accept_all(min_probability=0.3, by="ana", dry_run=True)
    assert (outcome.dry_run, outcome.decisions, snapshot(graph)) == (True, [], before)
    made = graph.decisions.accept_all(min_probability=0.3, by="ana")
    assert [(one.a, one.b) for one in made.accepted] == [(one.a, one.b) for one in outcome.accepted]
    assert (made.dry_run, made.found, len(made.settled)) == (False, outcome.found, len(outcome.settled))


def test_each_is_a_decision_with_its_own_evidence_and_whoever_follows_from_them_needs_none(graph: ScholarGraph) -> None:
    two_people_of_several_records(graph)
    candidates = {frozenset((one.a, one.b)): one for one in graph.decisions.candidates("split", min_probability=0.3)}
    assert set(candidates) == {
        frozenset(pair) for pair in ((KARIN, MIDDLE), (KARIN, FULL), (MIDDLE, FULL), (OTO, OTO_FULL))
    }  # fmt: skip
    outcome = graph.decisions.accept_all(min_probability=0.3, by="ana", reason="surely")
    assert (len(outcome.accepted), len(outcome.settled), outcome.left_out) == (3, 1, [])
    log = graph.decisions.log()
    assert log[["number", "action", "by", "reason"]].to_numpy().tolist() == [[n, "accept", "ana", "surely"] for n in (1, 2, 3)]
    for made in outcome.decisions:
        one = candidates[frozenset(made.records)]
        assert (made.probability, list(made.evidence)) == (one.probability, list(one.evidence))
    assert {uid: person for uid, person in persons(graph).items() if uid in (KARIN, MIDDLE, FULL, OTO, OTO_FULL)} == {
        KARIN: MIDDLE, MIDDLE: MIDDLE, FULL: MIDDLE, OTO: OTO_FULL, OTO_FULL: OTO_FULL,
    }  # fmt: skip
    assert graph.decisions.accept_all(min_probability=0.3, by="ana").found == 0


def test_they_are_undone_one_by_one_and_together(graph: ScholarGraph) -> None:
    two_people_of_several_records(graph)
    apart = persons(graph)
    made = graph.decisions.accept_all(min_probability=0.3, by="ana").decisions
    [salt] = [one for one in made if OTO in one.records]
    graph.decisions.undo(salt, by="bob")
    assert persons(graph)[OTO] == OTO
    with pytest.raises(ContradictionError, match="undone already"):
        graph.decisions.undo_all(made, by="bob")
    assert persons(graph)[KARIN] == MIDDLE
    undone = graph.decisions.undo_all([one for one in made if one != salt], by="bob", reason="too fast")
    assert [one.undoes for one in undone] == [one.uid for one in reversed(made) if one != salt]
    assert persons(graph) == apart
    with pytest.raises(UnknownNameError):
        graph.decisions.undo_all([1, 99], by="bob")


def test_what_would_have_to_be_asked_about_is_left_out_with_the_reason(graph: ScholarGraph) -> None:
    two_people_of_several_records(graph)
    say(graph, "more", works("K. Verspoor", "Ana Ruiz", title="Wings", year=2002))
    graph.decisions.accept(KARIN, MIDDLE, by="ana")
    graph.decisions.accept(FULL, "name:k. verspoor", by="ana")
    outcome = graph.decisions.accept_all(min_probability=0.3, by="ana")
    people = {KARIN, MIDDLE, FULL, "name:k. verspoor"}
    assert outcome.left_out
    assert all({one.candidate.a, one.candidate.b} <= people for one in outcome.left_out)
    assert all("groups of several records" in one.reason for one in outcome.left_out)
    assert [set(one.records) for one in outcome.decisions] == [{OTO, OTO_FULL}]


def test_the_command_shows_first_and_decides_when_it_is_told_to(graph: ScholarGraph, clean_graph_server: Neo4jServer) -> None:
    target = clean_graph_server
    login = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    two_people_of_several_records(graph)
    shown = call("accept", "--all", "--min-probability", "0.3", **login)
    assert "4 candidates of 30.0% and more: 3 decisions, 1 settled by these, 0 left out" in shown.stdout
    assert "nothing is decided yet; the same command with --yes decides" in shown.stdout
    assert graph.decisions.log().empty
    done = call("accept", "--all", "--min-probability", "0.3", "--by", "ana", "--yes", **login)
    assert "decisions 1-3; `scholargraph undo 1-3` takes all of them back" in done.stdout
    assert len(graph.decisions.log()) == 3
    call("undo", "1-3", "--by", "bob", **login)
    assert graph.decisions.log()["undone_by"].tolist()[:3] == [6, 5, 4]


def test_whoever_decides_is_named_also_in_a_dry_run(graph: ScholarGraph) -> None:
    two_people_of_several_records(graph)
    with pytest.raises(ParameterError, match="nobody"):
        graph.decisions.accept_all(min_probability=0.3, by=" ", dry_run=True)
