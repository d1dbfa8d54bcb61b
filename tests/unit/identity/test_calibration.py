"""Reliability tables, and what decisions say of all probabilities together."""

import random
from collections.abc import Iterable

import pytest

from graph.identity.calibration import (
    DECIDED,
    EDGES,
    LEAST_CASES,
    Case,
    LoggedDecision,
    known_pairs,
    loss,
    orcid_pairs,
    reliability,
    seen_in_log,
    wilson,
)
from graph.identity.evidence_model.clustering import logistic, logit_of
from graph.identity.evidence_model.corpus import Corpus, PaperRow, RecordRow, SlotRow
from graph.identity.evidence_model.pairs import SimilarName
from graph.identity.evidence_model.reading import Evidence
from graph.identity.learning.decided_shift import decided_shift
from graph.names.frequency import family_key, given_key


def case(probability: float, *, is_so: bool) -> Case:
    return Case("split", DECIDED, logit_of(probability), is_so)


def decision(action: str, *records: str, at: str = "1", probability: float | None = 0.8, by: str = "ana") -> LoggedDecision:
    return LoggedDecision(action, by, at, list(records), probability, None)


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)


def test_cases_stand_in_the_range_of_their_probability() -> None:
    rows = reliability([case(0.97, is_so=True), case(0.96, is_so=False), case(0.3, is_so=False), case(0.5, is_so=True)])
    assert [(row["low"], row["high"], row["cases"], row["expected"], row["found"]) for row in rows] == [
        (0.25, 0.5, 1, 0.3, 0.0), (0.5, 0.75, 1, 0.5, 1.0), (0.95, 1.0, 2, 0.965, 0.5), (EDGES[0], EDGES[-1], 4, 0.6825, 0.5),
    ]  # fmt: skip
    assert all(row["few"] for row in rows)


def test_log_loss_holds_for_any_logit() -> None:
    assert loss(0.0, is_so=True) == pytest.approx(0.6931, abs=1e-4)
    assert loss(900.0, is_so=False) == 900.0
    assert loss(900.0, is_so=True) == 0.0


def test_what_was_accepted_all_at_once_is_told_from_what_was_decided_one_by_one() -> None:
    at_once = [decision("accept", "a", str(number)) for number in range(3)]
    one_by_one = [decision("accept", "a", "b", at="2"), decision("reject", "c", "d", at="3", probability=0.6)]
    sheet = [decision("accept", "e", str(number), at="4") for number in range(3)] + [decision("reject", "e", "f", at="4")]
    found = seen_in_log([*at_once, *one_by_one, *sheet])
    assert len(found) == 6
    assert sorted(round(logistic(one.logit), 2) for one in found if not one.is_so) == [0.6, 0.8]


def test_groups_of_papers_are_cases_by_what_people_saw() -> None:
    found = seen_in_log(
        [decision("reassign", "a", "split:a 1"), decision("confirm", "a"), decision("confirm", "b", probability=None)]
    )
    assert [(one.question, one.is_so) for one in found] == [("mixed", True), ("mixed", False)]


def drawn(off: float, count: int, seed: int = 1) -> list[Case]:
    """Cases of which the logit is too small by so much."""
    chance = random.Random(seed)
    logits = [chance.uniform(-3, 3) for _ in range(count)]
    return [Case("split", DECIDED, logit, chance.random() < logistic(logit + off)) for logit in logits]


def test_many_decisions_shift_all_probabilities_to_where_they_belong() -> None:
    assert decided_shift(drawn(1.5, 400)) == pytest.approx(1.5, abs=0.3)
    assert decided_shift(drawn(-1.0, 400)) == pytest.approx(-1.0, abs=0.3)


def test_few_decisions_those_of_one_kind_and_those_made_at_once_shift_nothing() -> None:
    off = drawn(1.5, LEAST_CASES - 1)
    assert decided_shift(off) == 0.0
    assert decided_shift([one for one in drawn(1.5, 400) if one.is_so]) == 0.0
    assert decided_shift([Case("split", "accepted at once", one.logit, one.is_so) for one in drawn(1.5, 400)]) == 0.0


def test_probabilities_that_hold_are_seldom_shifted_and_never_far() -> None:
    found = [decided_shift(drawn(0.0, 100, seed)) for seed in range(20)]
    assert sum(one == 0.0 for one in found) >= 17
    assert max(map(abs, found)) < 1


def evidence(papers: Iterable[tuple[str, str, str]], orcids: dict[str, str], similar: list[SimilarName]) -> Evidence:
    """Papers of one author each: uid, record, printed name."""
    papers, corpus = list(papers), Corpus()
    names = {record: name for _, record, name in reversed(papers)}
    corpus.add_records(
        RecordRow(uid, name, name.casefold(), family_key(name), given_key(name), uid, orcids.get(uid))
        for uid, name in names.items()
    )
    corpus.add_papers(PaperRow(uid, (), 2020, [SlotRow(record, 1, printed)]) for uid, record, printed in papers)
    return Evidence(corpus, similar, [])


def test_names_of_one_orcid_are_one_person_and_of_two_orcids_two() -> None:
    papers = [
        ("p1", "orcid:1", "Samuel Ortega"), ("p2", "orcid:1", "S. Ortega"), ("p3", "orcid:2", "Sara Ortega"),
        ("p4", "name:samuel l. ortega", "Samuel L. Ortega"),
    ]  # fmt: skip
    found = orcid_pairs(evidence(papers, {"orcid:1": "1", "orcid:2": "2"}, []).corpus, {})
    assert sorted((pair.pair.a, pair.pair.b, pair.same) for pair in found) == [
        ("1 s. ortega", "1 samuel ortega", True),
        ("1 s. ortega", "2 sara ortega", False),
    ]


def test_a_decision_about_two_records_of_similar_names_is_known() -> None:
    papers = [("p1", "name:a", "Sam Ortega"), ("p2", "name:b", "Samuel Ortega"), ("p3", "name:c", "Ada Berg")]
    of = evidence(papers, {}, [SimilarName("name:a", "name:b", 0.9, "nickname")])
    decisions = [
        decision("reject", "name:b", "name:a"),
        decision("accept", "name:a", "name:c", at="2"),
        decision("accept", "name:a", "name:b", "name:c", at="3"),
    ]
    [found] = known_pairs(of, decisions)
    assert (found.same, found.ground, found.slots) == (False, DECIDED, ([0], [1]))
