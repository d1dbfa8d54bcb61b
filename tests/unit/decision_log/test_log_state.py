"""What the log of decisions says now, and what contradicts it."""

from itertools import permutations

import msgspec
import pytest

from graph.decision_log.decision import Action, Decision, SlotName, decision_of_line, flaw, log_of, row_of
from graph.decision_log.state import LogState, decided_edges

PAPER = SlotName(
    paper="doi:10.1/ants", caption="Ants", ids=("doi:10.1/ants",), keys=("ants",), year=2020, names=("Ada Berg",), position=1
)
OTHER = SlotName(paper="title:x", caption="Salt", keys=("salt",), names=("Ada Berg",))


def decided(number: int, action: Action, *records: str, slots: tuple[SlotName, ...] = (), undoes: int | None = None) -> Decision:
    return Decision(
        uid=f"d{number}", number=number, action=action, by="ana", at=f"2026-01-0{number}T00:00:00+00:00", records=records,
        slots=slots, undoes=f"d{undoes}" if undoes else None,
    )  # fmt: skip


def edges(*log: Decision, loaded: str) -> set[tuple[str, str, str, str]]:
    found = decided_edges(LogState(log), loaded.split())
    return {(edge.type, edge.a, edge.b, edge.decision.uid) for edge in found}


def test_an_accept_of_three_records_makes_them_one_group() -> None:
    log = LogState([decided(1, "accept", "a", "b", "c"), decided(2, "reject", "c", "d")])
    assert log.group("b") == {"a", "b", "c"}
    assert log.apart({"a", "b", "c", "d"}) == log["d2"]
    assert log.apart({"a", "b", "c"}) is None


def test_what_is_undone_no_longer_holds_and_stays_in_the_log() -> None:
    log = LogState([decided(1, "accept", "a", "b"), decided(2, "accept", "b", "c"), decided(3, "undo", undoes=1)])
    assert log.group("a") == {"a"}
    assert log.group("b") == {"b", "c"}
    assert [decision.uid for decision in log.active] == ["d2"]
    assert len(log) == 3


def test_a_pair_that_two_decisions_joined_stays_one_when_one_of_them_is_undone() -> None:
    log = LogState([decided(1, "accept", "a", "b"), decided(2, "accept", "b", "a", "c"), decided(3, "undo", undoes=1)])
    assert log.group("a") == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("log", "asked", "against"),
    [
        ([decided(1, "reject", "a", "b")], decided(2, "accept", "b", "a"), ["d1"]),
        ([decided(1, "accept", "a", "b"), decided(2, "reject", "b", "c")], decided(3, "accept", "a", "c"), ["d2"]),
        ([decided(1, "accept", "a", "b"), decided(2, "accept", "b", "c")], decided(3, "reject", "a", "c"), ["d2", "d1"]),
        ([decided(1, "accept", "a", "b")], decided(2, "reassign", "a", "b", slots=(PAPER,)), ["d1"]),
        ([decided(1, "reassign", "a", "new", slots=(PAPER,))], decided(2, "accept", "a", "new"), ["d1"]),
        ([decided(1, "confirm", "a", slots=(OTHER, PAPER))], decided(2, "reassign", "a", "new", slots=(PAPER,)), ["d1"]),
        ([decided(1, "reassign", "a", "new", slots=(PAPER,))], decided(2, "confirm", "a", slots=(PAPER,)), ["d1"]),
        ([decided(1, "reassign", "a", "b", slots=(PAPER,))], decided(2, "reassign", "a", "c", slots=(PAPER,)), ["d1"]),
        ([decided(1, "accept", "a", "b"), decided(2, "undo", undoes=1)], decided(3, "undo", undoes=1), ["d2"]),
        ([decided(1, "accept", "a", "b"), decided(2, "undo", undoes=1)], decided(3, "undo", undoes=2), ["d2"]),
        (
            [decided(1, "reassign", "a", "b", slots=(PAPER,)), decided(2, "reassign", "b", "c", slots=(PAPER,))],
            decided(3, "undo", undoes=1),
            ["d2"],
        ),
    ],
)
def test_what_contradicts_is_refused_with_what_stands_against_it(
    log: list[Decision], asked: Decision, against: list[str]
) -> None:
    conflict = LogState(log).conflict(asked)
    assert conflict is not None
    assert [decision.uid for decision in conflict.against] == against


@pytest.mark.parametrize(
    ("log", "asked"),
    [
        ([decided(1, "reject", "a", "b"), decided(2, "undo", undoes=1)], decided(3, "accept", "a", "b")),
        ([decided(1, "accept", "a", "b"), decided(2, "undo", undoes=1)], decided(3, "accept", "a", "b")),
        ([decided(1, "accept", "a", "b"), decided(2, "reject", "b", "c")], decided(3, "reject", "a", "c")),
        ([decided(1, "reassign", "a", "b", slots=(PAPER,))], decided(2, "reassign", "a", "c", slots=(OTHER,))),
        ([decided(1, "reassign", "a", "b", slots=(PAPER,))], decided(2, "reassign", "b", "c", slots=(PAPER,))),
        ([decided(1, "confirm", "a", slots=(PAPER,))], decided(2, "reassign", "a", "c", slots=(OTHER,))),
    ],
)
def test_what_does_not_contradict_may_be_decided(log: list[Decision], asked: Decision) -> None:
    assert LogState(log).conflict(asked) is None


def test_edges_stand_between_loaded_records_only() -> None:
    log = [decided(1, "accept", "a", "b"), decided(2, "reject", "a", "d")]
    assert edges(*log, loaded="a b d") == {("SAME_AS", "a", "b", "d1"), ("DIFFERENT_FROM", "a", "d", "d2")}
    assert edges(*log, loaded="a b") == {("SAME_AS", "a", "b", "d1")}
    assert edges(*log, loaded="d") == set()


def test_what_was_decided_through_a_record_that_is_not_loaded_still_holds() -> None:
    log = [decided(1, "accept", "a", "x"), decided(2, "accept", "x", "b"), decided(3, "reject", "x", "d")]
    assert edges(*log, loaded="a b d") == {("SAME_AS", "a", "b", "d2"), ("DIFFERENT_FROM", "a", "d", "d3")}
    assert edges(*log, loaded="b d") == {("DIFFERENT_FROM", "b", "d", "d3")}


def test_records_of_a_person_stay_connected_whichever_of_them_are_loaded() -> None:
    log = [decided(1, "accept", "c", "x", "a"), decided(2, "accept", "x", "y"), decided(3, "accept", "y", "b", "d")]
    for absent in permutations("xyabcd", 3):
        loaded = set("abcdxy") - set(absent)
        joined = {min(loaded)}
        for _ in loaded:
            for _, a, b, _ in edges(*log, loaded=" ".join(loaded)):
                joined |= {a, b} if {a, b} & joined else set()
        assert joined == loaded


def test_the_same_said_again_is_found() -> None:
    log = LogState([decided(1, "accept", "a", "b"), decided(2, "confirm", "c", slots=(PAPER, OTHER))])
    assert log.same(decided(3, "accept", "b", "a")) == log["d1"]
    assert log.same(decided(3, "confirm", "c", slots=(PAPER,))) == log["d2"]
    assert log.same(decided(3, "accept", "a", "b", "c")) is None


def test_a_paper_is_found_again_by_any_identifier_or_by_its_title() -> None:
    assert PAPER.is_on("arxiv:1", ["arxiv:1", "doi:10.1/ants"], [], None)
    assert PAPER.is_on("title:y", [], ["ants"], 2021)
    assert not PAPER.is_on("title:y", [], ["ants"], 2035)
    assert not PAPER.is_on("title:y", [], ["bees"], 2020)
    preprint = SlotName(paper="arxiv:1", ids=("arxiv:1",), keys=("ants",))
    assert not preprint.is_on("arxiv:2", ["arxiv:2"], ["ants"], None)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (decided(1, "accept", "a"), "two records or more"),
        (decided(1, "reject", "a", "b", "c"), "takes 2 records"),
        (decided(1, "accept", "a", "b", "a"), "a is named twice"),
        (decided(1, "reassign", "a", "b"), "reassign takes papers"),
        (decided(1, "reject", "a", "b", slots=(PAPER,)), "reject takes no papers"),
        (decided(1, "undo"), "undo takes the uid"),
        (Decision(uid="d", action="accept", by="rule", at="2026", records=("a", "b")), "say who decides"),
    ],
)
def test_a_decision_that_means_nothing_is_named(decision: Decision, said: str) -> None:
    assert said in str(flaw(decision))


def test_a_decision_comes_back_from_the_graph_as_it_was() -> None:
    seen = ("looked", {"what": "both wrote with Bo Li", "weight": 1.5, "uids": ["name:bo li"]})
    made = Decision(
        uid="d1", number=1, action="reassign", by="ana", at="2026", records=("a", "b"), names=("A", "B"), slots=(PAPER, OTHER),
        reason="asked her", probability=0.75, evidence=seen,
    )  # fmt: skip
    assert log_of([row_of(made)]) == [made]


@pytest.mark.parametrize(("earlier", "now"), [("split", "reassign"), ("keep", "confirm"), ("accept", "accept")])
def test_what_earlier_logs_called_an_action_is_read_as_what_it_is_called_now(earlier: str, now: str) -> None:
    slot = '{"paper":"title:x","names":["A"]}'
    line = f'{{"uid":"d1","action":"{earlier}","by":"ana","at":"2026","records":["a","b"],"slots":[{slot}]}}'
    read = decision_of_line(line.encode())
    assert (read.action, read.records, read.slots) == (now, ("a", "b"), (SlotName(paper="title:x", names=("A",)),))
    row = {"uid": "d1", "action": earlier, "by": "ana", "at": "2026", "records": ["a", "b"], "slots": [slot]}
    assert log_of([row]) == [read]


@pytest.mark.parametrize("line", [b'{"uid":"d","action":"maybe","by":"ana","at":"2026"}', b'{"action":["split"]}', b"[1]", b"{"])
def test_a_line_that_is_no_decision_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decision_of_line(line)
