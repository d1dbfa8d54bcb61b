"""The pages about topics on the demo's graph: shares, courses, what rises and fades, and two people beside each other."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.coverage_words import coverage_in_words
from graph.queries.bound import Queries
from tests.integration.explore_pages import doors, read, rows_under, said

pytestmark = pytest.mark.any_line

SOHAM, SAM = "name:soham de", "name:samuel l. smith"


def test_topics_of_a_person_stand_with_their_share_and_what_is_left_out(pages: TestClient, queries: Queries) -> None:
    page = read(pages, f"/author/{SOHAM}")
    topics: list[dict[str, Any]] = queries.read("topic_counts_by_author", author=SOHAM, limit=25)
    assert [row[1:3] for row in rows_under(page, "Topics")] == [[str(row["papers"]), f"{row['share']:.1%}"] for row in topics]
    [coverage] = queries.read("topic_coverage", author=SOHAM)
    assert coverage_in_words(coverage) in said(page)
    assert {"topic_counts_by_author", "topic_coverage"} <= doors(page)


def test_a_topic_shows_its_people_and_its_course(pages: TestClient, queries: Queries) -> None:
    [topic, *_] = queries.read("topic_counts_by_author", author=SOHAM, limit=1)
    page = read(pages, f"/topic/{topic['topic']}")
    people: list[dict[str, Any]] = queries.read("topic_people", topic=topic["topic"])
    assert len(people) > 1
    assert [row[:3] for row in rows_under(page, "People")] == [
        [row["name"], str(row["papers"]), f"{row['share']:.1%}"] for row in people
    ]
    course: list[dict[str, Any]] = queries.read("topic_course", topic=topic["topic"])
    drawn = page.xpath("//svg[@class='bars']/@aria-label")
    assert ", ".join(
        f"{row['year']}: {row['share']:.1%}, {row['papers']} of {row['of_papers']} papers" for row in course if row["papers"]
    ) in drawn  # fmt: skip
    assert {"topic_people", "topic_course", "topic_venues"} <= doors(page)
    venues: list[dict[str, Any]] = queries.read("topic_venues", topic=topic["topic"])
    assert [row[1:3] for row in rows_under(page, "Venues")] == [
        [str(row["papers"]), f"{row['share']:.1%}"] for row in venues
    ] != []  # fmt: skip


def test_a_venue_shows_its_topics_and_which_rise_and_fade(pages: TestClient, queries: Queries) -> None:
    page = read(pages, "/venue/venue:arxiv")
    topics: list[dict[str, Any]] = queries.read("topic_counts_by_venue", venue="venue:arxiv", limit=25)
    assert (
        [row[1:3] for row in rows_under(page, "Topics")] == [[str(row["papers"]), f"{row['share']:.1%}"] for row in topics] != []
    )
    for way in ("rising", "fading"):
        rows: list[dict[str, Any]] = queries.read("topic_trends", venue="venue:arxiv", direction=way, limit=10)
        assert [row[-1] for row in rows_under(page, f"{way.title()} topics")] == [f"{row['g2']:.1f}" for row in rows]
    assert {"topic_coverage", "topic_counts_by_venue"} <= doors(page)


def test_the_page_of_trends_takes_people_places_and_years(pages: TestClient, queries: Queries) -> None:
    assert "Rising topics" in said(read(pages, "/trends"))
    found: list[dict[str, Any]] = queries.read("topic_trends", author=SOHAM, turn=2020, until=2023, direction="rising", limit=25)
    page = read(pages, "/trends", author="Soham De", turn="2020", until="2023", since="", venue="")
    assert [row[1] for row in rows_under(page, "Rising topics")] == [str(row["papers"]) for row in found]
    assert page.xpath("//input[@name='turn']/@value") == ["2020"]
    refused = read(pages, "/trends", venue="ICLM")
    assert "There is no venue 'ICLM'; the nearest names are" in said(refused)
    assert refused.xpath("//table") == []


def test_two_people_stand_beside_each_other(pages: TestClient, queries: Queries) -> None:
    rows: list[dict[str, Any]] = queries.read("compare_topics", author=SOHAM, other=SAM)
    page = read(pages, "/compare", author="Soham De", other="samuel l. smith")
    heading, _ = page.xpath("//h2")
    assert heading.text_content() == "Soham De and Samuel L. Smith"
    assert f"is {rows[0]['cosine']:.2f}: 1 where" in said(page)
    shown = rows_under(page, heading.text_content())
    assert [row[1:] for row in shown] == [
        [str(row["papers"]), f"{row['share']:.1%}", str(row["other_papers"]), f"{row['other_share']:.1%}", str(row["shared"])]
        for row in rows[:60]
    ]  # fmt: skip
    assert any(row["shared"] for row in rows)
    assert {"compare_topics", "topic_coverage", "common_collaborators"} == doors(page)
    common: list[dict[str, Any]] = queries.read("common_collaborators", author=SOHAM, other=SAM)
    assert [row[:5] for row in rows_under(page, "Who wrote with both")] == [
        [row["name"], str(row["papers"]), f"{row['strength']:.2f}", str(row["other_papers"]), f"{row['other_strength']:.2f}"]
        for row in common
    ] != []  # fmt: skip


def test_a_comparison_asks_for_whom_it_lacks_and_says_whom_it_does_not_know(pages: TestClient) -> None:
    page = read(pages, "/compare", author="Soham De")
    assert page.xpath("//input[@name='author']/@value") == ["Soham De"]
    assert page.xpath("//h2") == []
    assert "There is no author 'Soham Dee'; the nearest names are Soham De" in said(
        read(pages, "/compare", author="Soham Dee", other="Sam Smith")
    )
    assert "/compare?author=name%3Asoham+de" in read(pages, f"/author/{SOHAM}").xpath("//a/@href")
