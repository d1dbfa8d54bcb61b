"""Loading what is loaded already: a document that is as it was is not read again, unless something speaks against that."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import ScholarGraph
from graph.documents import reading_mark
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries
from loaders.records import Authorship, Header, Item, Record
from tests.integration.conftest import DEMO

pytestmark = pytest.mark.any_line

PAGES = sorted(DEMO.glob("*.txt"))


def items(*titles: str) -> Callable[[], Iterator[Item]]:
    people = (Authorship(name="Ada Berg", position=1), Authorship(name="Ben Carlsson", position=2))
    records = [Record(where=f"record {number}", title=title, authors=people) for number, title in enumerate(titles, 1)]
    return lambda: iter((Header(format="test", source="test"), *records))


def load(graph: ScholarGraph, of: Callable[[], Iterator[Item]], read_by: str | None) -> tuple[int, int, bool]:
    """What became of the one document: new and unchanged records, and whether it was taken as before."""
    loading = Loading(Queries(graph.connection))
    loading.add(Document("made up", "c" * 64, "test", of, read_by))
    (found,) = loading.finish().documents
    return found.new, found.unchanged, found.as_before


def refused() -> Iterator[Item]:
    raise AssertionError("it was read again")


def test_the_demo_pages_are_read_once(graph: ScholarGraph) -> None:
    first, before = graph.load(PAGES, bulk=False), graph.fingerprint()
    assert not any(page.as_before for page in first.documents)
    again = graph.load(PAGES, bulk=False)
    clean = [not page.rejected and not page.warnings for page in first.documents]
    assert any(clean)
    assert [page.as_before for page in again.documents] == clean
    assert [(page.read, page.unchanged, page.declared, page.confirmed) for page in again.documents] == [
        (page.read, page.read - len(page.rejected), page.declared, page.confirmed) for page in first.documents
    ]
    assert [page.warnings for page in again.documents] == [page.warnings for page in first.documents]
    assert graph.fingerprint() == before


def test_nothing_of_it_is_asked_for(graph: ScholarGraph) -> None:
    assert load(graph, items("On Tides", "On Moons"), "one way") == (2, 0, False)
    assert load(graph, refused, "one way") == (0, 2, True)


def test_what_is_read_in_another_way_is_read(graph: ScholarGraph) -> None:
    load(graph, items("On Tides"), "one way")
    assert load(graph, items("On Tides", "On Moons"), "another way") == (1, 1, False)
    assert load(graph, refused, "another way") == (0, 2, True)
    assert load(graph, items("On Tides", "On Moons"), None) == (0, 2, False)


def test_what_is_missing_comes_back(graph: ScholarGraph) -> None:
    load(graph, items("On Tides", "On Moons"), "one way")
    graph.connection.write("MATCH (p:Paper {title: 'On Moons'}) DETACH DELETE p")
    assert load(graph, items("On Tides", "On Moons"), "one way") == (1, 1, False)


def test_what_broke_off_is_read(graph: ScholarGraph) -> None:
    loading = Loading(Queries(graph.connection))
    loading.add(Document("made up", "c" * 64, "test", items("On Tides"), "one way"))
    loading._flush()
    loading._await_batch()
    assert load(graph, items("On Tides"), "one way") == (0, 1, False)


def test_what_has_something_rejected_is_read_and_told_each_time(graph: ScholarGraph, tmp_path: Path) -> None:
    table = tmp_path / "papers.csv"
    table.write_text("title,authors,year\nOn Tides,Ada Berg,1999\n,Ben Carlsson,2001\n", encoding="utf-8")
    reports = [graph.load(table, bulk=False).documents[0] for _ in range(2)]
    assert [(found.as_before, len(found.rejected)) for found in reports] == [(False, 1), (False, 1)]


def test_other_hints_and_other_code_have_it_read(graph: ScholarGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "papers.csv"
    table.write_text("title,writers,people\nOn Tides,Ada Berg,Ben Carlsson\n", encoding="utf-8")

    def as_before(authors: str) -> bool:
        return graph.load(table, columns={"title": "title", "authors": authors}, bulk=False).documents[0].as_before

    assert [as_before("writers"), as_before("writers"), as_before("people"), as_before("people")] == [False, True, False, True]
    monkeypatch.setattr(reading_mark, "_mark_of_code", lambda: "other code")
    assert [as_before("people"), as_before("people")] == [False, True]


def test_a_load_in_bulk_leaves_the_same_marks(tmp_path: Path) -> None:
    with ScholarGraph.open(tmp_path / "graph") as graph:
        first = graph.load(PAGES, bulk=True)
        again = graph.load(PAGES)
    assert [page.as_before for page in again.documents] == [not page.rejected and not page.warnings for page in first.documents]
