"""Pages as files: an export that opens from disk, and one author as one file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from graph import ScholarGraph
from graph.errors import InputError, UnknownAuthorError
from graph.explore.asking import Asking
from graph.explore.exporting import Export, most_prolific, report, write
from graph.queries.bound import Queries

pytestmark = pytest.mark.any_line

BISHSHOY = "Bishshoy Das"


@pytest.fixture(scope="module")
def asking(demo_graph: ScholarGraph) -> Asking:
    return Asking(Queries(demo_graph.connection))


@pytest.fixture(scope="module")
def exported(asking: Asking, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "pages"
    assert Export(asking, folder, [BISHSHOY]).write() == len(list(folder.rglob("*.html")))
    return folder


def parsed(text: str) -> Any:
    """A page as a browser would parse it."""
    return html.document_fromstring(text)


def links(folder: Path) -> Iterator[tuple[Path, str]]:
    for file in folder.rglob("*.html"):
        page = parsed(file.read_text(encoding="utf-8"))
        yield from ((file, href) for href in page.xpath("//a/@href | //link/@href | //script/@src"))


def test_every_link_of_an_export_leads_to_a_file_of_it(exported: Path) -> None:
    inner = [(file, href) for file, href in links(exported) if not urlsplit(href).scheme and not href.startswith("#")]
    assert inner
    missing = [(file.name, href) for file, href in inner if not (file.parent / unquote(href)).is_file()]
    assert missing == []
    assert [href for _, href in inner if href.startswith("/")] == []


def test_nothing_can_be_decided_in_files_and_they_say_so(exported: Path) -> None:
    for file in exported.rglob("*.html"):
        page = parsed(file.read_text(encoding="utf-8"))
        assert list(page.iter("form", "button", "input")) == []
        assert [href for href in page.xpath("//a/@href") if "review" in href] == []
    assert "Nothing can be decided in pages that are files" in (exported / "candidates.html").read_text(encoding="utf-8")


def test_an_export_holds_the_author_their_papers_and_the_pages_of_the_graph(exported: Path, asking: Asking) -> None:
    papers = asking.ask("papers_of", author=BISHSHOY).rows
    assert len(list((exported / "paper").iterdir())) == len(papers) > 0
    of_graph = {"index.html", "documents.html", "quality.html", "candidates.html", "duplicates.html"}
    assert of_graph <= {file.name for file in exported.iterdir()}
    for file in (exported / "data").glob("papers_of-*.json"):
        assert isinstance(json.loads(file.read_text(encoding="utf-8")), list)


def test_an_export_asks_for_no_script_and_no_server(exported: Path) -> None:
    for file in exported.rglob("*.html"):
        page = parsed(file.read_text(encoding="utf-8"))
        assert list(page.iter("script", "form")) == []


def test_one_author_is_one_file_that_needs_nothing_else(asking: Asking) -> None:
    page = parsed(report(asking, BISHSHOY))
    assert page.findtext(".//h1/bdi") == BISHSHOY
    assert page.xpath("//link[@rel='stylesheet'] | //script | //img | //form | //nav[@class='site']") == []
    kept = {urlsplit(href).scheme for href in page.xpath("//a/@href")}
    assert kept <= {"data", "https", ""}
    assert {href for href in page.xpath("//a/@href") if not urlsplit(href).scheme} == {"#main"}
    papers = asking.ask("papers_of", author=BISHSHOY).rows
    assert all(str(paper["title"]) in page.text_content() for paper in papers)


def test_the_people_with_most_papers_are_exported_where_nobody_is_named(asking: Asking) -> None:
    assert most_prolific(asking, 2) == [row["uid"] for row in asking.ask("prolific_authors", limit=2).rows]


def test_what_cannot_be_exported_is_said(asking: Asking, tmp_path: Path) -> None:
    with pytest.raises(UnknownAuthorError, match="Bishshoy"):
        report(asking, "Bishshoy Dos")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        write(tmp_path / "file" / "page.html", "")
