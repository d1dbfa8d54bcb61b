"""People's decisions in a real graph: what they do, that nothing overwrites them, and that the log makes them again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import (
    CoauthorsError,
    ContradictionError,
    JoinsGroupsError,
    OrcidsDifferError,
    ParameterError,
    UnknownAuthorError,
    UnknownNameError,
)
from graph.facade import ScholarGraph
from loaders.records import Authorship, Identifier, Item, Record
from tests.integration.orders import Orders, in_orders
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say, slots, with_ids, works

ANTS, SALT, GLASS = "How Ants Share What They Carry", "The Price of Salt between Two Harvests", "Why Old Glass Does Not Flow"
ADA = "name:ada berg"


def three_papers(graph: ScholarGraph) -> dict[str, str]:
    """Three papers of one name; their uids by title."""
    for title in (ANTS, SALT, GLASS):
        say(graph, title[:8], works("Ada Berg", "Bo Lind", title=title, year=2020))
    return dict(graph.cypher("MATCH (p:Paper) RETURN p.title, p.uid").to_numpy().tolist())


def owners(graph: ScholarGraph) -> dict[str, str]:
    """Whose the first place on each paper is."""
    return {title: uid for title, position, uid in slots(graph) if position in (1, None)}


def parts_but_load_times(graph: ScholarGraph) -> dict[str, int]:
    """The fingerprint's parts, but that of documents, which say when they were loaded."""
    return {name: total for name, total in graph.fingerprint().parts.items() if name != "Document"}


def test_an_accept_makes_one_person_and_its_undoing_two_again(graph: ScholarGraph) -> None:
    say(graph, "one", works("Ada Berg", "Bo Lind", title=ANTS))
    say(graph, "two", works("Ada Berg-Holm", "Bo Lind", title=SALT))
    made = graph.decisions.accept(ADA, "name:ada berg-holm", by="ana", reason="asked her", evidence=["mail"], probability=0.8)
    assert persons(graph)["name:ada berg-holm"] == ADA
    edge = graph.cypher("MATCH ()-[same:SAME_AS]->() RETURN same.by, same.reason, same.evidence, same.decision, same.at")
    assert edge.to_numpy().tolist() == [["ana", "asked her", ["mail"], made.uid, made.at]]
    graph.decisions.undo(made.number, by="bob", reason="it was her sister")
    assert persons(graph)["name:ada berg-holm"] == "name:ada berg-holm"
    log = graph.decisions.log()
    assert log[["number", "action", "by", "reason"]].to_numpy().tolist() == [
        [1, "accept", "ana", "asked her"],
        [2, "undo", "bob", "it was her sister"],
    ]
    assert log["undone_by"].tolist()[0] == 2


def test_the_same_decision_again_adds_nothing(graph: ScholarGraph) -> None:
    three_papers(graph)
    first = graph.decisions.reject(ADA, "name:bo lind", by="ana")
    assert graph.decisions.reject("Bo Lind", "Ada Berg", by="bob") == first
    assert len(graph.decisions.log()) == 1


def test_contradictions_are_refused_with_both_shown_and_change_nothing(graph: ScholarGraph) -> None:
    for name in ("Ada Berg", "A. Berg", "Ada K. Berg"):
        say(graph, name, works(name, title=f"{ANTS} {name}"))
    graph.decisions.accept(ADA, "name:a. berg", by="ana")
    graph.decisions.reject("name:a. berg", "name:ada k. berg", by="bob", reason="two faces")
    before = snapshot(graph)
    with pytest.raises(ContradictionError, match=r"ada k\. berg are one person; .* decision 2: bob .*\(two faces\)") as refused:
        graph.decisions.accept(ADA, "name:ada k. berg", by="ana")
    assert refused.value.asked.endswith("are one person")
    assert len(refused.value.against) == 1
    with pytest.raises(ContradictionError, match="decision 1: ana"):
        graph.decisions.reject(ADA, "name:a. berg", by="bob")
    assert snapshot(graph) == before


def test_what_means_nothing_is_refused(graph: ScholarGraph) -> None:
    uids = three_papers(graph)
    decide = graph.decisions
    mistakes: list[tuple[Callable[[], object], str]] = [
        (lambda: decide.accept(ADA, by="ana"), "two records or more"),
        (lambda: decide.accept(ADA, "Ada Berg", by="ana"), "named twice"),
        (lambda: decide.reject(ADA, "name:bo lind", by=" "), "say who decides"),
        (lambda: decide.confirm(ADA, by="ana", reason="\udcff"), "is not text"),
        (lambda: decide.confirm(ADA, by="ana", evidence=["\udcff"]), "cannot be kept"),
        (lambda: decide.undo(9, by="ana"), "no decision '9'"),
        (lambda: decide.reassign(ADA, ["title:none"], by="ana"), "no one paper 'title:none'"),
        (lambda: decide.reassign(ADA, list(uids.values()), by="ana"), "nothing would be left"),
        (lambda: decide.reassign(ADA, [uids[ANTS]], to="name:bo lind", by="ana"), "stands on .* already"),
        (lambda: decide.reassign(ADA, [uids[ANTS]], to=ADA, by="ana"), "has these papers already"),
    ]
    for wrong, said in mistakes:
        with pytest.raises((ParameterError, UnknownNameError), match=said):
            wrong()
    with pytest.raises(UnknownAuthorError):
        graph.decisions.accept(ADA, "name:nobody", by="ana")
    assert len(graph.decisions.log()) == 0


def test_joining_two_groups_asks_first(graph: ScholarGraph) -> None:
    for name in ("Ada Berg", "A. Berg", "Ada K. Berg", "A. K. Berg"):
        say(graph, name, works(name, title=f"{ANTS} {name}"))
    graph.decisions.accept(ADA, "name:a. berg", by="ana")
    graph.decisions.accept("name:ada k. berg", "name:a. k. berg", by="ana")
    with pytest.raises(JoinsGroupsError, match="groups of several records") as question:
        graph.decisions.accept(ADA, "name:ada k. berg", by="ana")
    assert {frozenset(group) for group in question.value.groups} == {
        frozenset({ADA, "name:a. berg"}),
        frozenset({"name:ada k. berg", "name:a. k. berg"}),
    }
    graph.decisions.accept(ADA, "name:ada k. berg", by="ana", join_groups=True)
    assert len(set(persons(graph).values())) == 1


def test_joining_different_orcids_asks_first(graph: ScholarGraph) -> None:
    for name, orcid in (("Ada Berg", "0000-0002-1825-0097"), ("A. Berg", "0000-0001-5109-3700")):
        who = Authorship(name=name, position=1, ids=(Identifier("orcid", orcid),))
        say(graph, name, Record(where="record 1", title=f"{ANTS} {name}", authors=(who,)))
    say(graph, "bare", works("Ada K. Berg", title=SALT))
    one, other = "orcid:0000-0002-1825-0097", "orcid:0000-0001-5109-3700"
    graph.decisions.accept(other, "name:ada k. berg", by="ana")
    with pytest.raises(OrcidsDifferError, match=r"different ORCIDs: .*join_orcids=True") as question:
        graph.decisions.accept(one, "name:ada k. berg", by="ana", join_groups=True)
    assert question.value.orcids == {one: "0000-0002-1825-0097", other: "0000-0001-5109-3700"}
    assert len(graph.decisions.log()) == 1
    graph.decisions.accept(one, "name:ada k. berg", by="ana", join_orcids=True)
    assert len(set(persons(graph).values())) == 1
    # Said once, it is not asked again.
    graph.decisions.accept(one, "name:ada k. berg", by="bob")
    graph.decisions.accept(one, other, by="ana")
    assert len(graph.decisions.log()) == 3


def test_joining_two_who_stand_on_one_paper_asks_first_and_names_it(graph: ScholarGraph) -> None:
    say(graph, "both", works("Ada Berg", "A. Berg", title=SALT))
    say(graph, "one", works("Ada K. Berg", title=f"{ANTS} again"))
    graph.decisions.accept(ADA, "name:ada k. berg", by="ana")
    with pytest.raises(CoauthorsError, match=r"on a paper.*name:a\. berg and name:ada berg.*join_coauthors=True") as question:
        graph.decisions.accept("name:ada k. berg", "name:a. berg", by="ana", join_groups=True, join_orcids=True)
    [(title, records)] = question.value.papers.values()
    assert (title, set(records)) == (SALT, {ADA, "name:a. berg"})
    assert SALT in str(question.value)
    assert SALT in question.value.question
    assert len(graph.decisions.log()) == 1
    graph.decisions.accept("name:ada k. berg", "name:a. berg", by="ana", join_coauthors=True)
    assert len(set(persons(graph).values())) == 1
    # Said once, it is not asked again; and one person's records are not two people.
    graph.decisions.accept(ADA, "name:a. berg", by="bob")


def test_what_stands_against_a_decision_is_said_before_anything_is_asked(graph: ScholarGraph) -> None:
    say(graph, "both", works("Ada Berg", "A. Berg", title=SALT))
    graph.decisions.reject(ADA, "name:a. berg", by="ana")
    with pytest.raises(ContradictionError):
        graph.decisions.accept(ADA, "name:a. berg", by="ana")


def test_an_authorship_of_two_of_one_name_is_counted_as_what_it_is(graph: ScholarGraph) -> None:
    say(graph, "twice", works("Vaibhav Kumarov", "Ada Berg", "Vaibhav Kumarov", title=SALT))
    kept = graph.decisions.confirm("name:vaibhav kumarov", by="ana")
    assert kept.what == "2 authorships on 1 paper of name:vaibhav kumarov are one person's"
    assert graph.decisions.log()["papers"].tolist() == [[SALT]]


@pytest.mark.any_line
def test_what_was_decided_through_a_record_holds_when_its_document_goes_and_comes(graph: ScholarGraph) -> None:
    for name in ("Ada Berg", "A. Berg", "Ada K. Berg", "A. K. Berg"):
        say(graph, name, works(name, title=f"{ANTS} {name}"))
    graph.decisions.accept(ADA, "name:a. berg", by="ana")
    graph.decisions.accept("name:a. berg", "name:ada k. berg", by="ana")
    graph.decisions.reject("name:a. berg", "name:a. k. berg", by="ana")
    whole = snapshot(graph)
    graph.unload("A. Berg")
    assert persons(graph) == {ADA: ADA, "name:ada k. berg": ADA, "name:a. k. berg": "name:a. k. berg"}
    with pytest.raises(ContradictionError):
        graph.decisions.accept(ADA, "name:a. k. berg", by="bob")
    say(graph, "A. Berg", works("A. Berg", title=f"{ANTS} A. Berg"))
    assert snapshot(graph) == whole


def test_an_accept_does_not_go_around_a_reject_through_the_rules_merges(graph: ScholarGraph) -> None:
    say(graph, "both", with_ids("openalex:A1", "s2:9", title=ANTS))
    say(graph, "one", with_ids("s2:9", title=SALT))
    say(graph, "other", works("A. Berg", title=GLASS))
    graph.decisions.reject("s2:9", "name:a. berg", by="ana")
    with pytest.raises(ContradictionError, match="merged with them"):
        graph.decisions.accept("openalex:A1", "name:a. berg", by="ana")


def test_a_split_moves_papers_to_a_new_record_of_another_person(graph: ScholarGraph) -> None:
    uids = three_papers(graph)
    made = graph.decisions.reassign(ADA, [uids[SALT]], by="ana", reason="a historian")
    historian = made.records[1]
    assert owners(graph) == {ANTS: ADA, SALT: historian, GLASS: ADA}
    assert graph.name_cluster("Ada Berg")["uid"].tolist() == [ADA, historian]
    assert graph.profile(historian)["ids"] == []
    assert graph.profile(historian)["collaborators"] == 1
    found = graph.cypher("MATCH (a)-[d:DIFFERENT_FROM]->(b) RETURN a.uid, b.uid").to_numpy().tolist()
    assert found == [[ADA, historian]]
    assert historian not in {
        uid for row in graph.split_candidates(min_probability=0).to_dict("records") for uid in (row["uid_a"], row["uid_b"])
    }
    graph.decisions.undo(made, by="ana")
    assert set(owners(graph).values()) == {ADA}
    assert historian not in persons(graph)


def test_papers_can_be_split_off_to_a_record_that_is_there_and_on_from_it(graph: ScholarGraph) -> None:
    uids = three_papers(graph)
    say(graph, "other", works("Ada Berg 0002", title="A Fourth Paper of Hers"))
    second = "name:ada berg 0002"
    first = graph.decisions.reassign(ADA, [uids[ANTS], uids[SALT]], to=second, by="ana")
    onward = graph.decisions.reassign(second, [uids[SALT]], by="ana").records[1]
    assert owners(graph) == {ANTS: second, SALT: onward, GLASS: ADA, "A Fourth Paper of Hers": second}
    with pytest.raises(ContradictionError, match="moved on since"):
        graph.decisions.undo(first, by="ana")


SAID: dict[str, Item] = {
    "list": works("Bo Lind", "Ada Berg", title=SALT, year=2020),
    "preprint": Record(
        where="record 1", title=SALT, year=2019, ids=(Identifier("arxiv", "1901.00001"),),
        authors=(Authorship(name="B. Lind", position=1), Authorship(name="Ada Berg", position=2)),
    ),
    "ids": Record(
        where="record 1", title="The price of salt between two harvests", year=2020,
        ids=(Identifier("doi", "10.1/salt"), Identifier("arxiv", "1901.00001")),
        authors=(
            Authorship(name="Bo Lind", position=1),
            Authorship(name="Ada Berg", position=2, ids=(Identifier("openalex", "A7"),)),
        ),
    ),
    "others": works("Ada Berg", "Cy Young", title=GLASS),
}  # fmt: skip


@in_orders
def test_a_moved_slot_stays_moved_whatever_documents_come_in_any_order(graph: ScholarGraph, orders: Orders) -> None:
    say(graph, "list", SAID["list"])
    say(graph, "others", SAID["others"])
    paper = graph.papers("Bo Lind")["uid"][0]
    made = graph.decisions.reassign("Ada Berg", [paper], by="ana", reason="a historian")
    historian = made.records[1]
    for name in ("preprint", "ids"):
        say(graph, name, SAID[name])
    whole = snapshot(graph)
    assert {uid for _, _, uid in slots(graph)} == {"name:bo lind", historian, ADA, "name:cy young"}
    for name in SAID:
        graph.unload(name)
    assert graph.cypher("MATCH (n:Author) RETURN n").empty
    for order in orders(SAID):
        for name in order:
            say(graph, name, SAID[name])
        assert snapshot(graph) == whole, order
        for name in order[1:]:
            graph.unload(name)
        graph.unload(order[0])


@pytest.mark.any_line
def test_the_log_makes_the_same_graph_again_before_or_after_loading(
    graph: ScholarGraph, clean: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "log.jsonl"

    def load(*names: str) -> None:
        for name in names:
            say(graph, name, said[name])

    said = {**SAID, "more": works("A. Berg", "Cy Young", title=ANTS)}
    load("list", "others", "more")
    decisions = graph.decisions
    mistake = decisions.accept(ADA, "name:bo lind", by="bob", join_coauthors=True)
    decisions.undo(mistake, by="bob", reason="wrong line")
    decisions.accept(ADA, "name:a. berg", by="ana", reason="one page", evidence=["seen"], probability=0.9)
    decisions.reassign(
        ADA, [graph.papers("Bo Lind")["uid"][0]], by="ana", evidence=[{"what": "years", "weight": 1.5, "uids": []}]
    )
    decisions.confirm("Cy Young", by="ana")
    load("ids", "preprint")
    decisions.reject("name:bo lind", "name:a. berg", by="ana")
    whole = snapshot(graph)
    parts = parts_but_load_times(graph)
    assert decisions.export(file) == 6
    orders = [("log", *said), (*said, "log"), ("more", "others", "log", "ids", "preprint", "list")]
    for order in orders:
        clean()
        for name in order:
            if name == "log":
                report = graph.decisions.apply(file)
                assert (report.read, report.applied, report.refused) == (6, 6, [])
            else:
                load(name)
        assert snapshot(graph) == whole, order
        assert parts_but_load_times(graph) == parts, order
    again = graph.decisions.apply(file)
    assert (again.applied, again.unchanged) == (0, 6)
    assert snapshot(graph) == whole


def test_broken_and_contradicting_lines_of_a_log_are_listed_and_the_rest_applied(graph: ScholarGraph, tmp_path: Path) -> None:
    three_papers(graph)
    graph.decisions.reject(ADA, "name:bo lind", by="ana")
    file = tmp_path / "log.jsonl"
    good = '{"uid":"decision:2","action":"accept","by":"bob","at":"2026-01-01T00:00:00+00:00","records":["x","y"]}'
    lines = [
        "not json",
        good,
        "",
        good.replace("decision:2", "decision:3").replace('["x","y"]', f'["{ADA}","name:bo lind"]'),
        good.replace("decision:2", "decision:4").replace("accept", "maybe"),
        good.replace("decision:2", "decision:5").replace('"bob"', '""'),
        '{"uid":"decision:6","action":"undo","by":"bob","at":"2026","undoes":"decision:99"}',
        good.replace('["x","y"]', '["x","z"]'),
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = graph.decisions.apply(file)
    assert (report.read, report.applied, report.unchanged) == (7, 1, 0)
    said = {found.line: found.reason for found in report.refused}
    assert set(said) == {1, 4, 5, 6, 7, 8}
    assert "are one person" in said[4]
    assert "are different people" in said[4]
    assert "maybe" in said[5]
    assert "say who decides" in said[6]
    assert "decision:99" in said[7]
    assert "another decision of the uid" in said[8]
    assert graph.decisions.log()["uid"].tolist()[1:] == ["decision:2"]


@pytest.mark.any_line
def test_logs_and_graphs_in_which_actions_have_their_earlier_names_work_as_before(
    graph: ScholarGraph, clean: Callable[[], None], tmp_path: Path
) -> None:
    uids = three_papers(graph)
    graph.decisions.reassign(ADA, [uids[SALT]], by="ana")
    graph.decisions.confirm(ADA, [uids[ANTS]], by="ana")
    file, dump = tmp_path / "log.jsonl", tmp_path / "graph.gz"
    assert graph.decisions.export(file) == 2
    whole, actions = snapshot(graph), ["reassign", "confirm"]

    text = file.read_text(encoding="utf-8")
    earlier = text.replace('"action":"reassign"', '"action":"split"').replace('"action":"confirm"', '"action":"keep"')
    assert earlier.count('"split"') == earlier.count('"keep"') == 1
    file.write_text(earlier, encoding="utf-8")
    clean()
    three_papers(graph)
    assert graph.decisions.apply(file).applied == 2
    assert snapshot(graph) == whole

    graph.connection.write("MATCH (d:Decision) SET d.action = CASE d.action WHEN 'reassign' THEN 'split' ELSE 'keep' END")
    graph.dump(dump)
    clean()
    graph.restore(dump)
    assert graph.cypher("MATCH (d:Decision) RETURN d.action AS action ORDER BY d.number")["action"].tolist() == ["split", "keep"]
    assert graph.decisions.log()["action"].tolist() == actions
    say(graph, "again", works("Ada Berg", title=SALT, year=2020))
    assert owners(graph)[SALT].startswith("split:")
    applied = graph.decisions.apply(file)
    assert (applied.applied, applied.unchanged, applied.refused) == (0, 2, [])
    assert graph.decisions.confirm(ADA, [uids[ANTS]], by="bob").by == "ana"
    assert graph.decisions.log()["action"].tolist() == actions


@pytest.mark.any_line
def test_decisions_travel_with_a_dump(graph: ScholarGraph, clean: Callable[[], None], tmp_path: Path) -> None:
    uids = three_papers(graph)
    graph.decisions.reassign(ADA, [uids[SALT]], by="ana")
    graph.decisions.confirm(ADA, [uids[ANTS]], by="ana")
    before, whole = graph.fingerprint(), snapshot(graph)
    graph.dump(tmp_path / "graph.gz")
    clean()
    graph.restore(tmp_path / "graph.gz")
    assert graph.fingerprint() == before
    assert [row for row in snapshot(graph)[0] if "GraphState" not in row] == [row for row in whole[0] if "GraphState" not in row]
    assert before.nodes["Decision"] == 2
    say(graph, "again", works("Ada Berg", title=SALT, year=2020))
    assert owners(graph)[SALT].startswith("split:")
