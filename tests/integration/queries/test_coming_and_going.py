"""Who came, who is gone, whom two have in common, who might be next, and who stands out in a place, on small_graph.cypher."""

from collections.abc import Callable
from math import log
from typing import Any

import pytest

from graph.connection import Connection
from graph.queries.registry import Registry

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]

ANA, BO, CY, TOM = "name:ana ruiz", "orcid:1", "name:cy young", "name:tom gold"


def told(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_who_came_and_who_is_gone_is_told_from_who_stayed(ask: Ask) -> None:
    rows = ask("collaborator_changes", author="name:a. ruiz")
    columns = ("uid", "change", "earlier", "earlier_strength", "later", "later_strength", "first_year", "last_year")
    assert told(rows, *columns) == [
        ("name:di prince", "new", 0, 0.0, 1, 1.0, 2021, 2021),
        ("name:fay moss", "new", 0, 0.0, 1, 1.0, 2022, 2022),
        ("name:ida west", "new", 0, 0.0, 1, 1.0, 2023, 2023),
        (BO, "gone", 2, 1.5, 0, 0.0, 2018, 2019),
        (CY, "kept", 1, 0.5, 1, 1.0, 2019, 2020),
    ]  # fmt: skip
    assert set(told(rows, "turn", "of_earlier", "of_later", "undated", "left_out")) == {(2020, 2, 4, 0, 0)}
    assert told(rows, "truncated") == [(1,), (0,), (0,), (0,), (0,)]


def test_strengths_of_both_spans_add_up_to_that_of_all_papers(ask: Ask) -> None:
    whole = {row["uid"]: (row["papers"], row["strength"]) for row in ask("close_collaborators", author=ANA)}
    rows = ask("collaborator_changes", author=ANA)
    assert {row["uid"]: (row["papers"], row["strength"]) for row in rows} == whole
    assert all(row["earlier"] + row["later"] == row["papers"] for row in rows)
    assert all(row["earlier_strength"] + row["later_strength"] == pytest.approx(row["strength"]) for row in rows)


def test_changes_may_be_asked_of_some_years_and_of_one_kind(ask: Ask) -> None:
    assert told(ask("collaborator_changes", author=ANA, change="gone"), "uid") == [(BO,)]
    assert told(ask("collaborator_changes", author=ANA, turn=2019, change="kept"), "uid") == [(BO,)]
    assert told(ask("collaborator_changes", author=ANA, until=2020, turn=2020, change="new"), "uid") == []
    assert told(ask("collaborator_changes", author=ANA, since=2019, turn=2020, change="gone"), "uid", "earlier") == [(BO, 1)]
    assert told(ask("collaborator_changes", author=ANA, min_shared=2), "uid") == [(BO,), (CY,)]
    assert told(ask("collaborator_changes", author=ANA, limit=2), "left_out") == [(3,), (3,)]


def test_nothing_changed_where_one_span_has_no_papers(ask: Ask) -> None:
    assert ask("collaborator_changes", author=ANA, turn=2030) == []
    assert ask("collaborator_changes", author="name:ed stone") == []


def test_papers_without_a_year_are_counted_and_left_out(ask: Ask) -> None:
    # Of Bo's papers p6 has none.
    assert set(told(ask("collaborator_changes", author=BO), "undated")) == {(1,)}


def test_common_collaborators_are_told_with_both_strengths(ask: Ask) -> None:
    columns = ("uid", "papers", "strength", "other_papers", "other_strength", "other_last_year", "shared", "left_out")
    assert told(ask("common_collaborators", author=ANA, other=TOM), *columns) == [
        (CY, 2, 1.5, 1, 0.5, 2017, 0, 0), (BO, 2, 1.5, 1, 0.5, 2020, 0, 0),
    ]  # fmt: skip
    assert told(ask("common_collaborators", author=TOM, other="name:a. ruiz", limit=1), *columns) == [
        (CY, 1, 0.5, 2, 1.5, 2020, 0, 1),
    ]  # fmt: skip
    # p2 is by all three, and each of the two is nobody that both have in common.
    assert told(ask("common_collaborators", author=ANA, other=BO), *columns) == [(CY, 2, 1.5, 1, 0.5, 2019, 1, 0)]
    assert ask("common_collaborators", author=ANA, other=TOM, since=2020) == []
    assert ask("common_collaborators", author=ANA, other=TOM, min_shared=2) == []
    assert ask("common_collaborators", author=ANA, other="name:a. ruiz") == []
    assert ask("common_collaborators", author=ANA, other="name:gus hall") == []


def test_ties_to_common_collaborators_are_those_of_close_collaborators(ask: Ask) -> None:
    close = {who: {row["uid"]: row["strength"] for row in ask("close_collaborators", author=who)} for who in (ANA, TOM)}
    rows = ask("common_collaborators", author=ANA, other=TOM)
    assert {row["uid"]: (row["strength"], row["other_strength"]) for row in rows} == {
        uid: (close[ANA][uid], close[TOM][uid]) for uid in close[ANA].keys() & close[TOM].keys()
    }


def test_suggestions_are_scored_by_the_ties_over_common_collaborators(ask: Ask) -> None:
    rows = ask("suggested_collaborators", author=ANA)
    # Bo wrote p1, p2, q2 with others; Cy p2, p3, q1, m1, m2; Di p4 (with Ana alone) and p5.
    bo, cy, di = log(1 + 3), log(1 + 5), log(1 + 2)
    assert {row["uid"]: row["score"] for row in rows} == {
        TOM: pytest.approx((1.5 + 0.5) / bo + (1.5 + 0.5) / cy, abs=1e-5),
        "name:mo chen": pytest.approx((1.5 + 2) / cy, abs=1e-5),
        "name:ed stone": pytest.approx((1 + 1) / di, abs=1e-5),
        "name:zheng xu 0002": pytest.approx((1.5 + 0.5) / bo, abs=1e-5),
        "name:zheng xu": pytest.approx((1.5 + 0.5) / cy, abs=1e-5),
    }  # fmt: skip
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert rows[0]["via"] == [{"uid": BO, "name": "Bo Li"}, {"uid": CY, "name": "Cy Young"}]
    assert told(rows[:1], "collaborators", "papers", "first_year", "last_year", "similar_name") == [(2, 2, 2017, 2020, False)]


def test_nobody_is_suggested_who_wrote_with_the_person_at_any_time(ask: Ask) -> None:
    known = {row["uid"] for row in ask("close_collaborators", author=ANA)} | {ANA, "name:a. ruiz"}
    for since in (None, 2020):
        assert not {row["uid"] for row in ask("suggested_collaborators", author=ANA, since=since)} & known
    # Since 2020 Cy and Di lead on, and Cy to Mo alone.
    assert told(ask("suggested_collaborators", author=ANA, since=2020), "uid") == [("name:mo chen",)]


def test_suggestions_say_what_they_leave_out(ask: Ask) -> None:
    columns = ("uid", "papers_left_out", "people_left_out", "left_out")
    assert told(ask("suggested_collaborators", author=ANA, limit=1), *columns) == [(TOM, 0, 0, 4)]
    # p2, p3, p4 and q2 have three authors or more, and Bo, Fay and Ida lead to nobody without them.
    assert ask("suggested_collaborators", author=ANA, most_authors=2) == []
    assert set(told(ask("suggested_collaborators", author=BO, most_authors=2), *columns)) == {
        ("name:fay moss", 2, 0, 0), ("name:ida west", 2, 0, 0),
    }  # fmt: skip
    # Cy and Bo are equally close, and the uid decides.
    assert set(told(ask("suggested_collaborators", author=ANA, people=1), *columns)) == {
        (TOM, 0, 4, 0), ("name:mo chen", 0, 4, 0), ("name:zheng xu", 0, 4, 0),
    }  # fmt: skip


def test_topics_in_common_are_named(ask: Ask, small_graph: Connection) -> None:
    small_graph.write(
        "MATCH (t:Topic {uid: 'phrase:nets'}), (p:Paper {uid: 'q1'}) CREATE (p)-[:ABOUT {origin: 'derived', score: 0.5}]->(t)"
    )
    try:
        found = {row["uid"]: row["topics"] for row in ask("suggested_collaborators", author=ANA)}
        nets = [{"uid": "phrase:nets", "label": "nets", "scheme": "phrase"}]
        assert found == {**{uid: [] for uid in found}, TOM: nets, "name:zheng xu": nets}
        assert not any(row["topics"] for row in ask("suggested_collaborators", author=ANA, min_score=0.6))
    finally:
        small_graph.write("MATCH (:Paper {uid: 'q1'})-[about:ABOUT]->(:Topic) DELETE about")


def test_who_may_be_the_person_themself_is_marked(ask: Ask) -> None:
    # Zheng Xu wrote with Tom, who wrote with Zheng Xu 0002.
    rows = {row["uid"]: row["similar_name"] for row in ask("suggested_collaborators", author="name:zheng xu")}
    assert rows["name:zheng xu 0002"] is True
    assert [uid for uid, marked in rows.items() if marked] == ["name:zheng xu 0002"]


def test_people_of_a_venue_have_their_share_of_it_and_of_their_own_papers(ask: Ask) -> None:
    columns = ("uid", "papers", "of_papers", "share", "of_venue", "venue_share", "first_year", "last_year", "left_out")
    assert told(ask("venue_people", venue="icml"), *columns) == [
        (ANA, 2, 6, 0.333333, 2, 1.0, 2018, 2019, 0), (BO, 2, 4, 0.5, 2, 1.0, 2018, 2019, 0),
        (CY, 1, 5, 0.2, 2, 0.5, 2019, 2019, 0),
    ]  # fmt: skip
    assert told(ask("venue_people", venue="venue:icml", since=2019, limit=1), *columns) == [
        (ANA, 1, 5, 0.2, 1, 1.0, 2019, 2019, 2),
    ]  # fmt: skip
    assert ask("venue_people", venue="nowhere") == []


@pytest.mark.parametrize(
    "name", ["topic_venues", "topic_institutions", "venue_people", "institution_people", "collaborator_changes",
             "common_collaborators", "suggested_collaborators"],
)  # fmt: skip
def test_what_is_cut_is_told(name: str) -> None:
    query = Registry.shipped()[name]
    assert "left_out" in {column.name for column in query.returns}
    assert "left_out" in query.about
