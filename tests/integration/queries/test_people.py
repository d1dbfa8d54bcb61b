"""Profiles, collaborators and paths, on the small graph. Ana Ruiz is two records that were decided to be one person."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., list[dict[str, Any]]]

ANA = "name:ana ruiz"
HER_OTHER_RECORD = "name:a. ruiz"


def columns(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


@pytest.mark.parametrize("author", [ANA, HER_OTHER_RECORD])
def test_close_collaborators_have_newman_strength_over_all_records_of_a_person(ask: Ask, author: str) -> None:
    # p1 has two people, p2 three: Bo 1/1 + 1/2. Cy 1/2 from p2 and 1/1 from p3, where the organisation and the editor do not
    # count. p4 has two people, for Ana stands in it twice.
    assert columns(
        ask("close_collaborators", author=author), "uid", "papers", "strength", "first_year", "last_year", "truncated"
    ) == [
        ("orcid:1", 2, 1.5, 2018, 2019, 0),
        ("name:cy young", 2, 1.5, 2019, 2020, 0),
        ("name:di prince", 1, 1.0, 2021, 2021, 1),
        ("name:fay moss", 1, 1.0, 2022, 2022, 0),
        ("name:ida west", 1, 1.0, 2023, 2023, 0),
    ]


def test_collaborators_name_the_records_behind_the_person(ask: Ask) -> None:
    assert columns(ask("close_collaborators", author="name:fay moss"), "uid", "name", "records") == [
        (ANA, "Ana Ruiz", [HER_OTHER_RECORD])
    ]
    assert columns(ask("close_collaborators", author="name:di prince"), "uid", "papers", "strength", "records") == [
        (ANA, 1, 1.0, [HER_OTHER_RECORD, ANA]),
        ("name:ed stone", 1, 1.0, ["name:ed stone"]),
    ]


def test_collaborators_can_be_limited_by_shared_papers_years_and_number(ask: Ask) -> None:
    def found(**limits: object) -> list[Any]:
        return [row["uid"] for row in ask("close_collaborators", author=ANA, **limits)]

    assert found(min_shared=2) == ["orcid:1", "name:cy young"]
    assert found(since=2022) == ["name:fay moss", "name:ida west"]
    assert found(limit=1) == ["orcid:1"]
    assert len(found(limit=0)) == len(found(limit=None)) == 5


def test_who_wrote_alone_has_no_collaborators(ask: Ask) -> None:
    assert ask("close_collaborators", author="name:gus hall") == []


def test_a_path_counts_the_records_of_one_person_as_one_stop(ask: Ask) -> None:
    # Fay wrote with A. Ruiz, Ida with Ana Ruiz, who are one person.
    assert columns(ask("collaboration_path", author="name:fay moss", other="name:ida west"), "step", "uid", "paper") == [
        (0, "name:fay moss", None),
        (1, ANA, "p8"),
        (2, "name:ida west", "p9"),
    ]


def test_a_path_takes_as_few_papers_as_possible(ask: Ask) -> None:
    # Ana wrote with Bo twice; of equally short ways the first by uid is shown, here over her record "name:a. ruiz" and p2.
    assert columns(ask("collaboration_path", author="name:ed stone", other="orcid:1"), "step", "name", "title", "year") == [
        (0, "Ed Stone", None, None),
        (1, "Di Prince", "Old Maps", 2015),
        (2, "Ana Ruiz", "Maps", 2021),
        (3, "Bo Li", "Deeper Nets", 2019),
    ]


def test_there_is_no_path_where_nobody_links_two_people(ask: Ask) -> None:
    assert ask("collaboration_path", author=ANA, other="name:gus hall") == []


def test_neither_organisations_nor_editors_make_a_path(ask: Ask) -> None:
    assert ask("collaboration_path", author=ANA, other="name:hal fox") == []


@pytest.mark.parametrize("other", [ANA, HER_OTHER_RECORD])
def test_the_path_to_oneself_has_no_steps(ask: Ask, other: str) -> None:
    assert columns(ask("collaboration_path", author=ANA, other=other), "step", "uid", "paper") == [(0, ANA, None)]


@pytest.mark.parametrize("author", [ANA, HER_OTHER_RECORD])
def test_a_profile_is_of_the_person_whichever_record_is_named(ask: Ask, author: str) -> None:
    [profile] = ask("author_profile", author=author)
    documents = profile.pop("documents")
    assert profile == {
        "uid": author,
        "person": ANA,
        "name": "Ana Ruiz",
        "kind": "person",
        "name_forms": ["A Ruiz", "A. Ruiz", "Ana Ruiz"],
        "records": [
            {"uid": ANA, "name": "Ana Ruiz", "papers": 4},
            {"uid": HER_OTHER_RECORD, "name": "A. Ruiz", "papers": 3},
        ],
        "orcid": None,
        "ids": [],
        "papers": 6,
        "truncated": 1,
        "edited": 0,
        "first_year": 2018,
        "last_year": 2023,
        "collaborators": 5,
        "top_venues": [
            {"uid": "venue:icml", "name": "ICML", "kind": "conference", "papers": 2},
            {"uid": "venue:arxiv", "name": "arXiv", "kind": "preprint", "papers": 1},
        ],
        "top_topics": [
            {"uid": "arxiv:cs.LG", "label": "Machine Learning", "scheme": "arxiv", "papers": 3},
            {"uid": "phrase:nets", "label": "nets", "scheme": "phrase", "papers": 3},
        ],
        "affiliations": ["TU Graz", "University of Graz"],
    }
    assert [(document["location"], document["trust"], document["declared_papers"]) for document in documents] == [
        ("ana.txt", "high", 2)
    ]


def test_a_profile_has_the_orcid_and_ids(ask: Ask) -> None:
    [profile] = ask("author_profile", author="orcid:1")
    assert (profile["orcid"], profile["ids"], profile["papers"], profile["collaborators"]) == ("1", ["orcid:1"], 4, 4)


def test_papers_of_a_person_come_newest_first_and_once(ask: Ask) -> None:
    rows = ask("author_papers", author=HER_OTHER_RECORD)
    assert columns(rows, "uid", "year", "position", "authors_complete", "retracted") == [
        ("p9", 2023, 1, True, False),
        ("p8", 2022, 2, True, False),
        ("p4", 2021, 1, False, False),
        ("p3", 2020, 1, True, False),
        ("p2", 2019, 1, True, False),
        ("p1", 2018, 1, True, True),
    ]
    assert (rows[4]["authors"], rows[5]["venues"], rows[5]["ids"]) == (
        ["A. Ruiz", "Bo Li", "Cy Young"],
        ["arXiv", "ICML"],
        ["doi:10.1/1"],
    )


def test_a_paper_without_title_shows_the_beginning_of_its_abstract(ask: Ask) -> None:
    untitled = ask("author_papers", author="orcid:1")[-1]
    assert (untitled["uid"], untitled["title"], untitled["titled"], untitled["year"]) == ("p6", "We look into …", False, None)


def test_a_slot_of_unknown_place_has_no_position(ask: Ask) -> None:
    assert {row["uid"]: row["position"] for row in ask("author_papers", author="name:mo chen")} == {
        "m1": 1, "m2": 1, "m3": None, "m4": None, "m5": None, "m6": None,
    }  # fmt: skip


def test_a_neighbourhood_holds_papers_people_venues_topics_and_what_links_them(ask: Ask) -> None:
    [slice_] = ask("neighbourhood", author="name:fay moss")
    assert {(node["uid"], node["label"], node["name"]) for node in slice_["nodes"]} == {
        ("name:fay moss", "Author", "Fay Moss"),
        (HER_OTHER_RECORD, "Author", "A. Ruiz"),
        ("p8", "Paper", "Mosses"),
    }
    assert {(edge["source"], edge["type"], edge["target"]) for edge in slice_["relationships"]} == {
        ("name:fay moss", "WROTE", "p8"),
        (HER_OTHER_RECORD, "WROTE", "p8"),
    }


def test_every_relationship_of_a_neighbourhood_has_both_ends_in_it(ask: Ask) -> None:
    [slice_] = ask("neighbourhood", author=ANA, limit=3)
    uids = [node["uid"] for node in slice_["nodes"]]
    assert len(uids) == len(set(uids))
    assert {"p9", "p8", "p4"} == {node["uid"] for node in slice_["nodes"] if node["label"] == "Paper"}
    assert {edge[end] for edge in slice_["relationships"] for end in ("source", "target")} <= set(uids)
    kinds = {(edge["type"], edge["source"], edge["target"]) for edge in slice_["relationships"]}
    assert {("SAME_AS", HER_OTHER_RECORD, ANA), ("ABOUT", "p4", "arxiv:cs.LG")} <= kinds


def test_a_neighbourhood_takes_the_closest_people_and_counts_what_it_leaves_out(ask: Ask) -> None:
    [slice_] = ask("neighbourhood", author=ANA, limit=3, people=2, topics=0)
    assert {node["uid"] for node in slice_["nodes"] if node["label"] == "Author"} == {
        ANA, HER_OTHER_RECORD, "name:fay moss", "name:ida west",
    }  # fmt: skip
    assert slice_["left_out"] == {"papers": 3, "people": 1, "topics": 1}
    [whole] = ask("neighbourhood", author=ANA, limit=0, people=0)
    assert whole["left_out"] == {"papers": 0, "people": 0, "topics": 0}


def test_authors_are_found_by_uid_name_key_and_near_name(ask: Ask) -> None:
    assert ask("author_by_uid", author=HER_OTHER_RECORD) == [
        {"uid": HER_OTHER_RECORD, "name": "A. Ruiz", "person": ANA, "papers": 3}
    ]
    assert ask("author_by_uid", author="name:nobody") == []
    assert columns(ask("authors_by_name_key", name_key="bo li"), "uid", "papers") == [("orcid:1", 4), ("orcid:2", 0)]
    assert [row["name"] for row in ask("nearest_names", text="Zeng/Xu", limit=2)] == ["Zheng Xu", "Zheng Xu 0002"]


@pytest.mark.parametrize("key", ["a ruiz", "A Ruiz"])
def test_a_name_finds_the_records_that_list_it_after_those_whose_own_it_is(ask: Ask, key: str) -> None:
    assert columns(ask("authors_by_name_key", name_key=key), "uid", "exact") == [(HER_OTHER_RECORD, False)]
    assert columns(ask("name_cluster", name_key=key), "uid", "name", "exact") == [(HER_OTHER_RECORD, "A. Ruiz", False)]
    assert [row["uid"] for row in ask("name_cluster_papers", name_key=key)] == ["p8", "p4", "p2"]
    assert columns(ask("authors_by_name_key", name_key="a. ruiz"), "uid", "exact") == [(HER_OTHER_RECORD, True)]


def test_a_name_cluster_holds_the_papers_of_each_record(ask: Ask) -> None:
    first, second = ask("name_cluster", name_key="bo li")
    assert [work["uid"] for work in first["works"]] == ["q2", "p2", "p1", "p6"]
    assert first["works"][2] == {
        "uid": "p1", "year": 2018, "title": "Deep Nets", "kind": "conference", "venues": ["arXiv", "ICML"],
        "authors": ["Ana Ruiz", "Bo Li"], "authors_complete": True,
    }  # fmt: skip
    assert second["works"] == []


def test_documents_are_listed_with_what_they_declare(ask: Ask) -> None:
    rows = ask("documents")
    assert columns(rows, "location", "about", "complete", "truncated", "confirmed", "read", "rejected", "papers") == [
        ("ana.txt", "Ana Ruiz", True, False, True, 2, 0, 2),
        ("list.txt", None, False, False, False, 1, 3, 1),
    ]
    assert rows[0]["facts"]["trust"] == "high"
