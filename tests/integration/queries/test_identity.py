"""Name clusters, split and mixed candidates, on the small graph."""

from collections.abc import Callable
from math import exp, log
from typing import Any

import pytest

Ask = Callable[..., list[dict[str, Any]]]


def logistic(sum_of_weights: float) -> float:
    return 1 / (1 + exp(-sum_of_weights))


def test_a_name_cluster_lists_every_record_of_the_exact_name(ask: Ask) -> None:
    rows = ask("name_cluster", name_key="bo li")
    assert [
        (row["uid"], row["orcid"], row["papers"], row["first_year"], row["last_year"], row["collaborators"]) for row in rows
    ] == [
        ("orcid:1", "1", 4, 2018, 2020, 4),
        ("orcid:2", "2", 0, None, None, 0),
    ]


def test_a_numbered_name_is_a_cluster_of_its_own(ask: Ask) -> None:
    assert [row["uid"] for row in ask("name_cluster", name_key="zheng xu")] == ["name:zheng xu"]
    assert [row["uid"] for row in ask("name_cluster", name_key="zheng xu 0002")] == ["name:zheng xu 0002"]


def test_a_name_cluster_knows_the_documents_about_the_record(ask: Ask) -> None:
    [row] = ask("name_cluster", name_key="ana ruiz")
    assert (row["documents"], row["papers"]) == (["ana.txt"], 4)


def test_the_papers_of_a_name_cluster_come_newest_first(ask: Ask) -> None:
    rows = ask("name_cluster_papers", name_key="a. ruiz")
    assert [(row["uid"], row["authors"], row["records"]) for row in rows] == [
        ("p8", ["Fay Moss", "A. Ruiz"], ["name:a. ruiz"]),
        ("p4", ["Ana Ruiz", "A. Ruiz", "Di Prince"], ["name:a. ruiz"]),
        ("p2", ["A. Ruiz", "Bo Li", "Cy Young"], ["name:a. ruiz"]),
    ]


def test_a_split_candidate_names_the_shared_collaborators_and_weighs_every_piece(ask: Ask) -> None:
    [pair] = ask("split_candidates")
    assert (pair["uid_a"], pair["uid_b"], pair["shared"]) == ("name:zheng xu", "name:zheng xu 0002", ["Tom Gold"])
    assert [(piece["weight"], piece["uids"]) for piece in pair["evidence"]] == [
        (-3.0, ["name:zheng xu", "name:zheng xu 0002"]),
        (2.7, ["name:zheng xu", "name:zheng xu 0002"]),  # 3 times the score .9
        (-0.7, ["name:zheng xu", "name:zheng xu 0002"]),  # only one is numbered
        (2.885, ["name:tom gold"]),  # 4 / ln(2 + 2 papers)
    ]
    assert pair["evidence"][3]["what"] == "both wrote with Tom Gold (2 papers in the graph)"
    assert pair["probability"] == pytest.approx(logistic(1.885), abs=1e-4)


def test_vetoes_come_before_any_evidence(ask: Ask) -> None:
    # Different ORCIDs (Bo Li), both on one paper (the Kims), decided different (the Parks), one person already (Ana Ruiz).
    pairs = ask("split_candidates", min_score=0.0)
    assert [(pair["uid_a"], pair["uid_b"]) for pair in pairs] == [
        ("name:zheng xu", "name:zheng xu 0002"),
        ("name:ed stone", "name:fay moss"),
    ]


def test_similar_names_that_share_nobody_and_lie_years_apart_are_unlikely(ask: Ask) -> None:
    # Ed wrote with Di in 2015, Fay with Ana in 2022: 7 years, of which 5 are free.
    [pair] = ask("split_candidates", author="name:ed stone", min_score=0.0)
    assert [piece["weight"] for piece in pair["evidence"]] == [-3.0, 2.7, -1.2, -0.3]
    assert pair["probability"] == pytest.approx(logistic(-1.8), abs=1e-4)
    assert pair["shared"] == []


@pytest.mark.parametrize("author", ["name:zheng xu", "name:zheng xu 0002"])
def test_split_candidates_of_one_author_are_the_same_from_both_sides(ask: Ask, author: str) -> None:
    assert ask("split_candidates", author=author) == ask("split_candidates")
    assert ask("split_candidates", author="name:ida west") == []


def test_weights_can_be_given_one_by_one(ask: Ask) -> None:
    [pair] = ask("split_candidates", weights={"number": 0.0})
    assert pair["probability"] == pytest.approx(logistic(2.585), abs=1e-4)


def test_a_mixed_record_falls_into_groups_that_share_people_or_rare_topics(ask: Ask) -> None:
    # m1 and m2 share Cy Young. m3 hangs on them by "network" and "training": 2 * (1 - ln 3 / ln 19) = 1.25, above .7.
    # m4 and m5 share "social media": 1 - ln 2 / ln 19 = .76. Nothing links m6.
    [record] = ask("mixed_candidates", author="name:mo chen")
    assert [({paper["uid"] for paper in group["papers"]}, group["main"]) for group in record["groups"]] == [
        ({"m1", "m2", "m3"}, True),
        ({"m4", "m5"}, False),
        ({"m6"}, False),
    ]
    assert [group["collaborators"] for group in record["groups"]] == [["Cy Young"], [], []]
    assert record["groups"][1]["topics"] == ["social media"]


def test_a_lone_paper_is_never_asserted_to_be_somebody_elses(ask: Ask) -> None:
    [record] = ask("mixed_candidates", author="name:mo chen")
    # Two papers: -3.2, 2 for topics apart, ln 2 for belonging together, .6 ln(3/2) outside three others. One: -3.2 + 2 - 1.5.
    two, one = logistic(-1.2 + log(2) + 0.6 * log(1.5)), logistic(-2.7)
    assert [group["probability"] for group in record["groups"]] == pytest.approx([0.0, two, one], abs=1e-3)
    assert record["probability"] == record["groups"][1]["probability"]
    assert {piece["what"]: piece["weight"] for piece in record["groups"][2]["evidence"]} == {
        "papers under one name, before anything else is known": -3.2,
        "nobody else is known on these papers, which says nothing": 0.0,
        "no topic or venue is shared with the other papers": 2.0,
        "a single paper says little": -1.5,
    }


def test_mixed_candidates_of_all_records_leave_out_those_of_few_papers(ask: Ask) -> None:
    # Each record counts by itself, so that both records of Ana Ruiz are too small; Cy Young has five papers, Bo Li four.
    rows = ask("mixed_candidates", min_papers=4, min_score=0.0)
    assert {row["uid"] for row in rows} == {"name:ana ruiz", "orcid:1", "name:cy young", "name:mo chen"}
    assert {row["uid"] for row in ask("mixed_candidates", min_papers=5, min_score=0.0)} == {"name:cy young", "name:mo chen"}


def test_an_identifier_of_one_person_speaks_against_a_mixed_record(ask: Ask) -> None:
    [record] = ask("mixed_candidates", author="orcid:1", min_score=0.0)
    assert ("the record carries an identifier of one person", -1.5) in {
        (piece["what"], piece["weight"]) for piece in record["groups"][1]["evidence"]
    }


def test_two_disjoint_papers_are_not_asserted_to_be_two_people(ask: Ask) -> None:
    assert ask("mixed_candidates", author="name:di prince") == []
    assert ask("mixed_candidates", author="name:tom gold") == []
