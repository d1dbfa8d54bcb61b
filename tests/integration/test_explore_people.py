"""What pages say of who comes, goes and might come, of whose a place is, and of who counts which citations."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from graph import ScholarGraph
from graph.explore import exporting, people
from graph.explore.asking import Asking
from graph.queries.bound import Queries
from loaders import Source
from tests.integration.conftest import Neo4jServer, wipe
from tests.integration.explore_pages import doors, pages_of, read, rows_under
from tests.unit.loaders import one_work

pytestmark = pytest.mark.any_line

SOHAM, SAM = "name:soham de", "name:sam smith"


def test_the_page_of_collaborators_tells_who_came_and_who_is_gone(pages: TestClient, queries: Queries) -> None:
    page = read(pages, f"/collaborators/{SOHAM}")
    for change in ("new", "gone"):
        rows: list[dict[str, Any]] = queries.read("collaborator_changes", author=SOHAM, change=change, limit=25)
        assert [row[:3] for row in rows_under(page, f"{change.title()} since {rows[0]['turn']}")] == [
            [row["name"], str(row["papers"]), f"{row['strength']:.2f}"] for row in rows
        ]
        assert rows[0]["left_out"] == 0
    assert "collaborator_changes" in doors(page)


def test_an_author_s_page_leads_to_those_around_them(pages: TestClient) -> None:
    author = read(pages, f"/author/{SOHAM}")
    assert author.xpath(f"//a[@href='/collaborators/{quote(SOHAM, safe=':')}']")
    closest = rows_under(read(pages, f"/collaborators/{SOHAM}"), "Closest")
    assert closest[: people.LISTED] == rows_under(author, "Close collaborators") != []


def test_a_report_of_one_author_holds_those_around_them(pages: TestClient, queries: Queries) -> None:
    del pages
    written = exporting.report(Asking(queries), SAM)
    assert rows_under(html.document_fromstring(written), "Not yet together") != []
    assert "collaborators/" not in written


def test_the_page_of_collaborators_suggests_whom_these_wrote_with(pages: TestClient, queries: Queries) -> None:
    rows: list[dict[str, Any]] = queries.read("suggested_collaborators", author=SAM, limit=25)
    page = read(pages, f"/collaborators/{SAM}")
    shown = rows_under(page, "Not yet together")
    assert [row[1] for row in shown] == [f"{row['score']:.2f}" for row in rows] != []
    assert [row[0].endswith("alike") for row in shown] == [row["similar_name"] for row in rows]
    assert all(one["name"] in cells[2] for row, cells in zip(rows, shown, strict=True) for one in row["via"])


def test_a_venue_s_page_has_the_share_of_each_of_its_people(pages: TestClient, queries: Queries) -> None:
    rows: list[dict[str, Any]] = queries.read("venue_people", venue="venue:neurips")
    page = read(pages, "/venue/venue:neurips")
    assert [row[:4] for row in rows_under(page, "People")] == [
        [row["name"], str(row["papers"]), f"{row['share']:.1%}", f"{row['venue_share']:.1%}"] for row in rows
    ] != []  # fmt: skip


@pytest.fixture
def counted(neo4j_server: Neo4jServer) -> Iterator[TestClient]:
    """Pages over one work as several sources describe it."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    wipe(neo4j_server)
    target = neo4j_server
    with ScholarGraph.connect(target.uri, target.username, target.password, target.database) as graph:
        graph.load([Source.of(one_work.written(name)) for name in ("dimensions_csv", "inspire", "mods")])
        with pages_of(graph) as client:
            yield client


def test_citations_stand_with_who_counts_them_and_as_of_when(counted: TestClient) -> None:
    [uid] = {row["uid"] for row in counted.get("/answer/find_authors.json", params={"text": "Ana Ruiz"}).json()}
    for address in (f"/author/{uid}", "/venue/venue:journal of field notes", "/topic/keyword:soil"):
        page = read(counted, address)
        dimensions, inspire, here = rows_under(page, "Citations")
        assert dimensions == ["Dimensions", "4", "1", "1", "0", "2024-11-05"]
        assert inspire[:5] == ["INSPIRE", "4", "1", "1", "0"]
        assert here == ["this graph, by the references in it", "0", "0", "1", "0", "–"]
        assert {"citation_counts", "cited_papers"} <= doors(page)
