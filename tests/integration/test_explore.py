"""The pages of the application on the demo's graph: what they show is what the stored queries answer."""

import csv
import io
import re
from typing import Any

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from graph.queries.bound import Queries
from graph.queries.registry import Registry
from tests.integration.explore_pages import read

pytestmark = pytest.mark.any_line

SOHAM = "name:soham de"
AUTHOR = "/author/name:soham%20de"


def table_under(page: Any, heading: str) -> list[list[str]]:
    """The cells of the first table after a heading."""
    [found] = page.xpath(f"//h2[.='{heading}']")
    [table] = found.xpath("following::table[1]")
    return [[re.sub(r"\s+", " ", cell.text_content()).strip() for cell in row.iter("td")] for row in table.iter("tr")][1:]


def links(page: Any) -> set[str]:
    return {href for href in page.xpath("//a/@href") if href.startswith("/") and not href.startswith("/answer/")}


def test_the_page_of_an_author_shows_what_the_queries_answer(pages: TestClient, queries: Queries) -> None:
    page = read(pages, AUTHOR)
    [profile] = queries.read("author_profile", author=SOHAM)
    facts = {row.findtext("dt"): row.findtext("dd") for row in page.find_class("facts")[0]}
    assert facts["papers"] == str(profile["papers"])
    assert facts["collaborators"] == str(profile["collaborators"])
    collaborators = queries.read("close_collaborators", author=SOHAM, limit=25)
    assert [row[0] for row in table_under(page, "Close collaborators")] == [row["name"] for row in collaborators]
    assert [row[2] for row in table_under(page, "Close collaborators")] == [f"{row['strength']:.2f}" for row in collaborators]
    topics = queries.read("topic_counts_by_author", author=SOHAM, limit=25)
    assert [row[1] for row in table_under(page, "Topics")] == [str(row["papers"]) for row in topics]
    venues = queries.read("venue_counts", author=SOHAM, limit=25)
    assert [row[1] for row in table_under(page, "Venues")] == [str(row["papers"]) for row in venues]
    listed = table_under(page, "Papers")
    papers = queries.read("author_papers", author=SOHAM)
    assert [row[0] for row in listed] == [str(row["year"]) for row in papers]
    assert all(str(paper["title"]) in row[1] for paper, row in zip(papers, listed, strict=True))


def test_what_documents_declare_of_a_person_stands_beside_what_was_counted(pages: TestClient, queries: Queries) -> None:
    [profile] = queries.read("author_profile", author=SOHAM)
    said: Any = next(one for one in profile["documents"] if one["format"] == "researcher_profile")  # type: ignore[attr-defined]
    rows = table_under(read(pages, AUTHOR), "What documents declare")
    [row] = [row for row in rows if row[0] == said["location"]]
    text = " | ".join(row)
    for known in (said["trust"], said["trust_level"], said["claim_state"], said["verification_level"], said["declared_works"]):
        assert str(known) in text
    assert f"records {said['read']}" in text


def test_candidates_show_their_evidence_to_the_last_weight(pages: TestClient, queries: Queries) -> None:
    page = read(pages, AUTHOR)
    [row] = queries.read("mixed_candidates", author=SOHAM)
    groups: Any = row["groups"]
    weights = [f"{piece['weight']:+.2f}" for group in groups if not group["main"] for piece in group["evidence"]]
    shown = page.xpath("//table[contains(@class, 'waterfall')]//td[contains(@class, 'n')][@class!='n']")
    assert [cell.text_content() for cell in shown] == weights


@pytest.mark.parametrize("order", ["probability", "worth", "teaching"])
def test_candidates_stand_in_the_order_that_is_asked_for(pages: TestClient, queries: Queries, order: str) -> None:
    page = pages.get("/candidates", params={"order": order}).text
    rows = queries.read("split_candidates", order=order)
    assert rows
    places = [page.index(f">{row['name_b']}</bdi></a> <span") for row in rows]
    assert places == sorted(places)
    assert pages.get("/candidates", params={"order": "beauty"}).status_code == 400


@pytest.mark.parametrize("text", ["soham", "Soham De", "sohma", "SMITH"])
def test_a_search_finds_people_by_the_beginning_of_a_name_in_any_case_and_with_a_slip(pages: TestClient, text: str) -> None:
    names = [row[0] for row in table_under(read(pages, f"/?q={text}"), "Authors")]
    assert names[0] in ("Soham De", "Samuel L. Smith", "Sam Smith")
    assert table_under(read(pages, f"/?q={text}"), "Authors") == table_under(read(pages, f"/found?q={text}"), "Authors")


@pytest.mark.parametrize("text", ["\"'<script>", "AND OR", "*", "a" * 5000, "\\", "(", "%00", "\u202e"])
def test_no_text_is_a_mistake_to_a_search(pages: TestClient, text: str) -> None:
    page = pages.get("/", params={"q": text})
    assert page.status_code == 200
    assert "<script>" not in page.text


@pytest.mark.slow
def test_every_link_of_every_kind_of_page_leads_to_a_page(pages: TestClient) -> None:
    seen, waiting = set[str](), {"/", AUTHOR, "/candidates", "/documents", "/quality", "/duplicates", "/path"}
    kinds: dict[str, int] = {}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        kind = path.split("/")[1].partition("?")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
        found = links(read(pages, path))
        waiting |= {one for one in found - seen if kinds.get(one.split("/")[1].partition("?")[0], 0) < 4 and "static" not in one}
    assert {"author", "paper", "topic", "venue", "document", "quality", "cluster", "path"} <= set(kinds)


@pytest.mark.parametrize(
    "path",
    [AUTHOR, "/", "/?q=networks", "/quality", "/documents", "/duplicates", "/candidates?order=worth", "/cluster/Soham%20De"],
)
def test_every_answer_under_a_table_is_what_the_query_says(pages: TestClient, queries: Queries, path: str) -> None:
    offered = read(pages, path).xpath("//p[@class='doors']/a/@href")
    assert offered
    for address in {one for one in offered if ".csv" in one}:
        as_csv, as_json = pages.get(address), pages.get(address.replace(".csv", ".json"))
        name = re.findall(r"/answer/(\w+)", address)[0]
        rows = list(csv.DictReader(io.StringIO(as_csv.text)))
        assert list(rows[0] if rows else []) in ([], [column.name for column in Registry.shipped()[name].returns])
        assert len(rows) == len(as_json.json())
        shown = html.document_fromstring(pages.get(address.replace(".csv", ".cypher")).text)
        assert queries.registry[name].text in [one.text for one in shown.iter("pre")]


def test_an_author_is_named_as_at_every_other_door(pages: TestClient) -> None:
    assert pages.get("/author/SOHAM DE", follow_redirects=False).headers["location"] == AUTHOR
    page = read(pages, "/author/Soham Dee", 404)
    assert "There is no author 'Soham Dee'" in page.text_content()
    assert "Soham De" in page.xpath("//main//a/text()|//main//a/bdi/text()")


def test_the_way_between_two_people_is_that_of_the_query(pages: TestClient, queries: Queries) -> None:
    page = read(pages, "/path?author=Sam+Smith&other=Hanan+Samet")
    rows = queries.read("collaboration_path", author="name:sam smith", other="name:hanan samet")
    assert [one.text_content().strip() for one in page.find_class("person")] == [row["name"] for row in rows]
    assert "nearest names" in read(pages, "/path?author=Sam+Smih&other=Hanan+Samet").find_class("note")[0].text_content()


def test_a_query_that_only_serves_the_program_is_not_answered(pages: TestClient) -> None:
    assert "only serves" in read(pages, "/answer/decision_log.json", 400).text_content()
    assert "did you mean 'author'?" in read(pages, "/answer/author_papers.csv?autor=x&x=1", 400).text_content()


def test_pages_need_no_script(pages: TestClient) -> None:
    for path in ("/?q=soham", AUTHOR, "/path"):
        page = read(pages, path)
        assert [script for script in page.iter("script") if script.text] == []
        assert [one.get("action") for one in page.iter("form")] != []


def test_the_research_graph_draws_the_ties_that_the_query_tells(pages: TestClient, queries: Queries) -> None:
    page = read(pages, "/research/name:soham%20de")
    ties = queries.read("collaborator_ties", author=SOHAM)
    drawn = {node.get("data-name"): node.get("data-node") for node in page.xpath("//a[@data-layer='people']")}
    others = {row["target_name"] for row in ties if row["source"] == SOHAM}
    assert set(drawn) == others == {row["name"] for row in queries.read("close_collaborators", author=SOHAM)}
    lines = page.xpath("//*[contains(@class, 'line people')]")
    ends = {frozenset(line.get("data-ends").split()) for line in lines}
    number = {**drawn, "Soham De": "0"}
    assert ends == {frozenset({number[row["source_name"]], number[row["target_name"]]}) for row in ties}


def test_the_research_graph_is_a_picture_by_itself(pages: TestClient) -> None:
    answer = pages.get("/research/name:soham%20de?layer=people&layer=papers&as=svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    picture = etree.fromstring(answer.content)
    assert {node.get("class") for node in picture.iter("{*}g") if "node " in node.get("class", "")} == {
        "node people",
        "node papers",
    }
    assert b"Samuel L. Smith" in answer.content
    assert list(picture.iter("{*}script", "{*}a")) == []


def test_the_research_graph_takes_the_layers_and_limits_that_are_asked(pages: TestClient) -> None:
    page = read(pages, "/research/name:soham%20de?layer=people&people=3&since=2021")
    assert {node.get("data-layer") for node in page.xpath("//a[@data-node]")} == {"people"}
    assert len(page.xpath("//a[@data-node]")) == 3
    assert "27 more people" in page.xpath("string(//*[@data-told])")
    hidden = {line.get("data-last") for line in page.xpath("//*[@display='none']")}
    assert all(int(str(year)) < 2021 for year in hidden)
