"""Which author records conclusive evidence makes one person."""

from graph.decision_log.decision import RULE
from graph.identity.rule_merges import Edge, work_out

NAMES = dict.fromkeys(("openalex:A1", "openalex:A2", "s2:9", "dblp:7", "name:ada berg"), "Ada Berg") | {"s2:5": "Karl Holm"}
IDS = {uid: [uid] for uid in NAMES if not uid.startswith("name:")}


def rule(a: str, b: str) -> Edge:
    return Edge(min(a, b), max(a, b), RULE, "same ORCID")


def decision(a: str, b: str) -> Edge:
    return Edge(min(a, b), max(a, b), "ana", "I know her")


def test_ids_of_two_schemes_become_one_person() -> None:
    found = work_out([rule("openalex:A1", "s2:9"), rule("s2:9", "dblp:7")], NAMES, IDS, set())
    assert {uid for uid, person in found.person.items() if person == "dblp:7"} == {"openalex:A1", "s2:9", "dblp:7"}
    assert len(found.edges) == 2


def test_nobody_comes_to_hold_two_ids_of_one_scheme() -> None:
    found = work_out([rule("openalex:A1", "s2:9"), rule("s2:9", "openalex:A2")], NAMES, IDS, set())
    assert found.edges == []
    assert all(uid == person for uid, person in found.person.items())


def test_contradicting_names_do_not_merge() -> None:
    assert work_out([rule("openalex:A1", "s2:5")], NAMES, IDS, set()).edges == []


def test_a_decision_that_two_are_different_stands_above_the_rule() -> None:
    direct = work_out([rule("openalex:A1", "s2:9")], NAMES, IDS, {("openalex:A1", "s2:9")})
    around = work_out([rule("openalex:A1", "s2:9"), rule("s2:9", "dblp:7")], NAMES, IDS, {("dblp:7", "openalex:A1")})
    assert direct.edges == around.edges == []


def test_a_persons_decision_holds_without_the_rule() -> None:
    found = work_out([decision("name:ada berg", "openalex:A1")], NAMES, IDS, set())
    assert found.edges == []
    assert found.person["openalex:A1"] == "name:ada berg"


def test_ids_that_their_scheme_merged_are_one_id_whatever_the_names() -> None:
    names = {**NAMES, "openalex:A2": "K. Holm"}
    found = work_out([rule("openalex:A1", "openalex:A2")], names, IDS, set(), {"openalex:A2": "openalex:A1"})
    assert found.person["openalex:A2"] == "openalex:A1"
