"""Name clusters, split and mixed candidates, on the small graph. What the candidates weigh is in test_evidence.py."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.queries.registry import Registry

Ask = Callable[..., list[dict[str, Any]]]


def shipped() -> dict[str, Any]:
    """The weights that come with the package."""
    return Registry.shipped().arguments("split_candidates", {})["weights"]  # type: ignore[return-value]


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


def test_a_split_candidate_names_the_shared_collaborators_and_weighs_them_by_the_shipped_tables(ask: Ask) -> None:
    pair = ask("split_candidates")[0]
    assert (pair["uid_a"], pair["uid_b"], pair["shared"]) == ("name:zheng xu", "name:zheng xu 0002", ["Tom Gold"])
    weights = shipped()
    # Tom Gold has 2 papers, 1 / ln 3 = .91; two collaborators each.
    row = sum(edge <= 0.91 for edge in weights["bins"]["shared_collaborators"])
    column = sum(edge <= 2 for edge in weights["bins"]["fewer_collaborators"])
    piece = next(piece for piece in pair["evidence"] if piece["feature"] == "shared_collaborators")
    assert piece["weight"] == round(weights["split"]["evidence"] * weights["tables"]["shared_collaborators"][row][column], 3)
    assert piece["shared"] == {"things": [{"uid": "name:tom gold", "name": "Tom Gold", "papers": 2}], "more": 0}


def test_vetoes_come_before_any_evidence(ask: Ask) -> None:
    # Different ORCIDs (Bo Li), both on one paper (the Kims), decided different (the Parks), one person already (Ana Ruiz).
    pairs = ask("split_candidates", min_probability=0.0)
    assert [(pair["uid_a"], pair["uid_b"]) for pair in pairs] == [
        ("name:zheng xu", "name:zheng xu 0002"),
        ("name:ed stone", "name:fay moss"),
    ]


@pytest.mark.parametrize("author", ["name:zheng xu", "name:zheng xu 0002"])
def test_split_candidates_of_one_author_are_the_same_from_both_sides(ask: Ask, author: str) -> None:
    assert ask("split_candidates", author=author) == ask("split_candidates")[:1]
    assert ask("split_candidates", author="name:ida west") == []


def test_weights_can_be_given_one_by_one(ask: Ask) -> None:
    given = {"split": {"base": -99.0}}
    [pair] = ask("split_candidates", author="name:zheng xu", min_probability=0.0, weights=given)
    assert (pair["probability"], pair["evidence"][0]["weight"]) == (0.0, -99.0)
    assert pair["evidence"][1:] == ask("split_candidates", author="name:zheng xu")[0]["evidence"][1:]


def test_a_mixed_record_falls_into_the_groups_that_are_kept_for_it(ask: Ask) -> None:
    # m1 and m2 share Cy Young; of the others no author but Mo Chen is known.
    [record] = ask("mixed_candidates", author="name:mo chen", min_probability=0.0)
    assert {(frozenset(paper["uid"] for paper in group["papers"]), group["main"]) for group in record["groups"]} == {
        (frozenset({"m1", "m2"}), True),
        *((frozenset({paper}), False) for paper in ("m3", "m4", "m5", "m6")),
    }
    assert record["groups"][0]["collaborators"] == ["Cy Young"]
    assert record["groups"][0]["topics"] == ["network", "training"]


def test_mixed_candidates_of_all_records_are_those_with_a_group_apart(ask: Ask) -> None:
    assert [row["uid"] for row in ask("mixed_candidates", min_probability=0.0)] == ["name:mo chen"]


def test_a_score_above_that_of_every_group_leaves_a_record_out(ask: Ask) -> None:
    [record] = ask("mixed_candidates", author="name:mo chen", min_probability=0.0)
    assert record["probability"] == max(group["probability"] for group in record["groups"]) < 1
    assert ask("mixed_candidates", author="name:mo chen", min_probability=1.0) == []


def test_worth_is_the_probability_times_what_a_decision_changes(ask: Ask) -> None:
    rows = ask("split_candidates", min_probability=0.0, order="worth")
    assert [row["worth"] for row in rows] == sorted((row["worth"] for row in rows), reverse=True)
    for row in rows:
        assert row["worth_of"]["papers"] == min(row["papers_a"], row["papers_b"])
        assert row["worth"] == pytest.approx(row["probability"] * sum(row["worth_of"].values()), abs=0.06)
    xu = next(row for row in rows if row["uid_a"] == "name:zheng xu")
    assert xu["worth_of"]["collaborators"] == 2


def test_whoever_is_like_both_is_a_candidate_that_the_decision_settles(ask: Ask) -> None:
    pairs = {frozenset((row["uid_a"], row["uid_b"])) for row in ask("split_candidates", min_probability=0.0)}
    for row in ask("split_candidates", min_probability=0.0):
        like = [{uid for pair in pairs if end in pair for uid in pair} for end in (row["uid_a"], row["uid_b"])]
        assert row["worth_of"]["candidates"] >= len(like[0] & like[1] - {row["uid_a"], row["uid_b"]})


def test_one_candidate_of_a_pattern_of_evidence_stands_for_all_alike(ask: Ask) -> None:
    rows = ask("split_candidates", min_probability=0.0, order="teaching")
    assert [row["teaching"] for row in rows] == sorted((row["teaching"] for row in rows), reverse=True)
    patterns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        patterns.setdefault(tuple(row["teaching_of"]["pattern"]), []).append(row)
    for pattern, alike in patterns.items():
        found = [row["teaching_of"] for row in alike]
        assert pattern[0] in {row["kind"] for row in alike}
        assert {one["alike"] for one in found} == {len(alike)}
        assert sorted(one["stands_for"] for one in found) == [1] * (len(alike) - 1) + [len(alike)]
        assert max(found, key=lambda one: one["stands_for"])["uncertainty"] == max(one["uncertainty"] for one in found)


def test_only_the_order_of_teaching_lists_what_is_unlikely_without_being_asked(ask: Ask) -> None:
    assert all(row["probability"] >= 0.5 for order in ("probability", "worth") for row in ask("split_candidates", order=order))
    everything = ask("split_candidates", min_probability=0.2)
    assert len(ask("split_candidates", order="teaching")) == len(everything)


def test_a_mixed_record_has_what_its_groups_change_and_teach_at_most(ask: Ask) -> None:
    for row in ask("mixed_candidates", min_probability=0.0, order="worth"):
        others = [group for group in row["groups"] if not group["main"]]
        assert row["worth"] == max(group["worth"] for group in others)
        assert row["teaching"] == max(group["teaching"] for group in others)
        assert [group["worth_of"]["papers"] for group in others] == [len(group["papers"]) for group in others]
