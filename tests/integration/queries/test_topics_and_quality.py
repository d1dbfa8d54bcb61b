"""Topic counts, near duplicates and data quality, on the small graph."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., list[dict[str, Any]]]

ANA = "name:ana ruiz"


def test_topic_counts_tell_given_from_derived_and_count_a_paper_once(ask: Ask) -> None:
    # "nets" is given for p1 and derived for p1, p2 and p3.
    rows = {row["topic"]: (row["papers"], row["given"], row["derived"]) for row in ask("topic_counts")}
    assert rows["phrase:nets"] == (3, 1, 3)
    assert rows["arxiv:cs.LG"] == (3, 3, 0)
    assert {row["topic"]: row["papers"] for row in ask("topic_counts", origin="given")} == {"arxiv:cs.LG": 3, "phrase:nets": 1}
    assert {row["topic"] for row in ask("topic_counts", scheme="arxiv")} == {"arxiv:cs.LG"}


def test_topic_counts_are_ordered_by_papers_then_label(ask: Ask) -> None:
    assert [row["label"] for row in ask("topic_counts", limit=4)] == ["Machine Learning", "nets", "network", "training"]


def test_topic_counts_by_author_join_the_records_of_a_person(ask: Ask) -> None:
    # Ana wrote p1 and p4, A. Ruiz p2 and p4: cs.LG has three papers, not four.
    for author in (ANA, "name:a. ruiz"):
        assert {(row["uid"], row["topic"], row["papers"]) for row in ask("topic_counts_by_author", author=author)} == {
            (ANA, "arxiv:cs.LG", 3),
            (ANA, "phrase:nets", 3),
        }


def test_topic_counts_by_author_without_an_author_are_of_everybody(ask: Ask) -> None:
    rows = {(row["uid"], row["topic"], row["papers"]) for row in ask("topic_counts_by_author", origin="given", scheme="arxiv")}
    assert rows == {(ANA, "arxiv:cs.LG", 3), ("orcid:1", "arxiv:cs.LG", 2), ("name:cy young", "arxiv:cs.LG", 1),
        ("name:di prince", "arxiv:cs.LG", 1)}  # fmt: skip


def test_topic_counts_by_venue(ask: Ask) -> None:
    rows = {(row["name"], row["topic"], row["papers"]) for row in ask("topic_counts_by_venue")}
    assert rows == {
        ("ICML", "arxiv:cs.LG", 2),
        ("ICML", "phrase:nets", 2),
        ("arXiv", "arxiv:cs.LG", 1),
        ("arXiv", "phrase:nets", 1),
    }
    assert {row["uid"] for row in ask("topic_counts_by_venue", venue="icml")} == {"venue:icml"}


def test_topic_counts_by_year_can_be_limited_to_years(ask: Ask) -> None:
    rows = [(row["year"], row["label"], row["papers"]) for row in ask("topic_counts_by_year", since=2019, until=2020)]
    assert rows == [(2020, "nets", 1), (2020, "network", 1), (2020, "training", 1), (2019, "Machine Learning", 1),
        (2019, "nets", 1), (2019, "network", 1), (2019, "training", 1)]  # fmt: skip


def test_every_topic_count_takes_every_filter(ask: Ask) -> None:
    # Of Ana's papers p1 (2018) and p2 (2019) are in ICML, p1 in arXiv too; p4 (2021) is in no venue.
    assert {(row["topic"], row["papers"]) for row in ask("topic_counts", author=ANA)} == {("arxiv:cs.LG", 3), ("phrase:nets", 3)}
    assert {(row["topic"], row["papers"]) for row in ask("topic_counts", author=ANA, venue="ICML", since=2019)} == {
        ("arxiv:cs.LG", 1),
        ("phrase:nets", 1),
    }
    assert [(row["year"], row["papers"]) for row in ask("topic_counts_by_year", author="name:a. ruiz", scheme="arxiv")] == [
        (2021, 1),
        (2019, 1),
        (2018, 1),
    ]
    assert [
        (row["year"], row["papers"]) for row in ask("topic_counts_by_year", venue="venue:icml", scheme="arxiv", until=2018)
    ] == [(2018, 1)]
    assert {(row["name"], row["papers"]) for row in ask("topic_counts_by_venue", author="name:cy young", scheme="arxiv")} == {
        ("ICML", 1)
    }
    assert {(row["uid"], row["papers"]) for row in ask("topic_counts_by_author", venue="icml", scheme="arxiv")} == {
        (ANA, 2), ("orcid:1", 2), ("name:cy young", 1),
    }  # fmt: skip
    assert {(row["uid"], row["papers"]) for row in ask("topic_counts_by_author", author=ANA, venue="arxiv", scheme="arxiv")} == {
        (ANA, 1)
    }


@pytest.mark.parametrize("name", ["topic_counts", "topic_counts_by_author", "topic_counts_by_venue", "topic_counts_by_year"])
def test_of_nobody_and_of_no_venue_there_are_no_topics(ask: Ask, name: str) -> None:
    assert ask(name, author="name:nobody") == []
    assert ask(name, venue="nowhere") == []
    assert ask(name, author=ANA, since=2030) == []


def test_near_duplicates_say_whom_they_share(ask: Ask) -> None:
    [pair] = ask("duplicate_papers")
    assert pair == {
        "uid_a": "p1", "title_a": "Deep Nets", "year_a": 2018, "uid_b": "p2", "title_b": "Deeper Nets", "year_b": 2019,
        "score": 0.4,
        "shared_authors": ["Ana Ruiz", "Bo Li"],
        "evidence": ["similar titles", "both by Ana Ruiz, Bo Li", "published one year apart"],
    }  # fmt: skip
    assert ask("duplicate_papers", min_score=0.5) == []


def test_data_quality_counts_what_is_missing_or_doubtful(ask: Ask) -> None:
    assert {row["metric"]: row["count"] for row in ask("data_quality")} == {
        "papers_without_title": 1,  # p6
        "papers_without_year": 1,  # p6
        "papers_without_abstract": 17,  # all but p1 and p6
        "papers_without_authors": 0,
        "papers_with_truncated_authors": 5,  # p4, m3 to m6
        "papers_without_venue": 16,  # all but p1, p2, p5
        "papers_without_topic": 9,  # p5 to p9, q1, q2, r1, r2
        "papers_retracted": 1,  # p1
        "notices_about_unknown_papers": 1,  # p3
        "papers_without_document": 16,  # all but p1, p2, p3
        "affiliations_without_institution": 1,  # of p1: printed, and no uid on the authorship
        "authors_without_papers": 1,  # the second Bo Li
        "authorships_without_position": 4,  # m3 to m6
        "organisations_as_authors": 1,
        "names_that_look_like_no_names": 0,
        "names_twice_on_a_paper": 0,
        "records_merged": 1,
        "similar_name_pairs": 6,
        "similar_paper_pairs": 1,
        "venues_without_kind": 1,
        "venues_sharing_an_issn": 0,
        "documents_incomplete": 1,
        "documents_not_confirmed": 1,
        "records_rejected": 3,
        "orphans": 0,
    }


def test_everything_that_is_counted_can_be_listed(ask: Ask) -> None:
    for row in ask("data_quality"):
        query, metric = str(row["listed_by"]).split(" metric=")
        listed = ask(query, metric=metric, limit=0)
        if metric == "records_rejected":
            assert [(one["uid"], one["detail"]) for one in listed] == [("document:2", "3 rejected")]
        else:
            assert len(listed) == row["count"], metric
    assert [row["uid"] for row in ask("data_quality_list", metric="papers_without_year")] == ["p6"]
    assert [row["detail"] for row in ask("data_quality_list", metric="records_merged")] == ["name:ana ruiz"]


def test_graph_counts(ask: Ask) -> None:
    counts = {row["name"]: row["count"] for row in ask("graph_counts")}
    assert {name: counts[name] for name in ("Author", "Paper", "Topic", "Venue", "Institution", "Document")} == {
        "Author": 20, "Paper": 19, "Topic": 6, "Venue": 3, "Institution": 1, "Document": 2,
    }  # fmt: skip
    assert (counts["WROTE"], counts["SAME_AS"], counts["SIMILAR_NAME"], counts["CITES"], counts["CORRECTS"]) == (39, 1, 6, 1, 1)
