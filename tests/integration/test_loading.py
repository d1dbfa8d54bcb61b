"""Loading documents into a real graph: the same in any order, taken out again, nothing lost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from graph.bulk import preparing
from graph.bulk.workers import Workers
from graph.documents import document_of
from graph.errors import DocumentError, GraphUnavailableError, ParameterError, UnknownDocumentError, UnknownFormatError
from graph.facade import ScholarGraph
from graph.load.loading import Loading
from graph.queries.bound import Queries, Run
from loaders import Source
from loaders.records import (
    Item,
    Items,
    Rejection,
)
from tests.integration.orders import Orders, in_orders
from tests.integration.snapshots import snapshot
from tests.integration.statements import say, slots, works

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
PAGES = sorted(DEMO.glob("*.txt"))


def test_the_demo_pages_become_26_works_with_two_near_misses(graph: ScholarGraph) -> None:
    report = graph.load(PAGES)
    assert [(row.read, row.rejected, row.confirmed) for row in report.documents] == [(n, [], True) for n in (10, 12, 2, 7, 11)]
    assert report.totals["new"] == graph.cypher("MATCH (p:Paper) RETURN count(p) AS n")["n"][0]
    near = graph.cypher("MATCH (a:Paper)-[s:SIMILAR_PAPER]->(b:Paper) RETURN a.uid AS a, b.title AS b")
    assert {tuple(row) for row in near.to_numpy().tolist()} == {
        (
            "arxiv:1904.06963",
            "The Impact of Neural Network Overparameterization on Gradient Confusion and Stochastic Gradient Descent",
        ),
        ("arxiv:2002.10444", "Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks"),
    }


def test_loading_again_changes_nothing(graph: ScholarGraph) -> None:
    graph.load(PAGES)
    before = snapshot(graph)
    report = graph.load(PAGES)
    assert report.totals["unchanged"] == report.totals["read"] == 42
    assert snapshot(graph) == before


def test_a_load_that_workers_prepare_gives_the_same_graph_and_the_same_report(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = graph.load(PAGES)
    before = snapshot(graph)
    clean()
    started: list[Workers] = []

    def start(count: int, folder: Path) -> Workers:
        started.append(Workers(count, folder))
        return started[-1]

    monkeypatch.setattr(preparing, "processors", lambda: 3)
    monkeypatch.setattr(preparing, "WORTH_WORKERS", 1)
    monkeypatch.setattr(preparing, "Workers", start)
    beside = graph.load(PAGES)
    assert len(started) == 1
    assert snapshot(graph) == before
    assert beside.to_dict()["documents"] == alone.to_dict()["documents"]


@in_orders
def test_any_order_in_one_go_or_one_by_one_gives_the_same_graph(
    graph: ScholarGraph, clean: Callable[[], None], orders: Orders
) -> None:
    graph.load(PAGES)
    before = snapshot(graph)
    for order in orders(PAGES):
        clean()
        for page in order:
            graph.load(page)
        assert snapshot(graph) == before
    clean()
    graph.load(list(reversed(PAGES)))
    assert snapshot(graph) == before


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.slow)])
def test_unloading_leaves_what_others_also_say(graph: ScholarGraph, clean: Callable[[], None], step: int) -> None:
    for left_out in PAGES[::step]:
        clean()
        graph.load([page for page in PAGES if page != left_out])
        without = snapshot(graph)
        graph.load(left_out)
        assert snapshot(graph) != without
        graph.unload(left_out)
        assert snapshot(graph) == without


def test_unloading_everything_leaves_an_empty_graph(graph: ScholarGraph) -> None:
    graph.load(PAGES)
    for page in PAGES:
        graph.unload(page)
    assert set(graph.cypher("MATCH (n) RETURN labels(n)[0] AS label")["label"]) <= {"GraphState"}


def test_a_copy_of_a_document_is_the_same_document(graph: ScholarGraph, tmp_path: Path) -> None:
    graph.load(PAGES[2])
    before = snapshot(graph)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(PAGES[2].read_bytes())
    assert graph.load(copy).totals["unchanged"] == 2
    assert snapshot(graph) == before
    assert graph.unload(copy) == 2
    assert len(graph.documents()) == 0


@pytest.mark.any_line
def test_a_reading_that_finds_nothing_takes_nothing_out_and_one_that_finds_less_says_so(
    graph: ScholarGraph, tmp_path: Path
) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("Work;Who;Where\nHow Ants Share;Ada Berg;Ant Letters\nThe Price of Salt;Bo Lind;\n")
    graph.load(table, columns={"title": "Work", "authors": "Who"})
    before = graph.fingerprint()
    with pytest.raises(ParameterError, match="there is no column 'Wrok'; did you mean 'Work'"):
        graph.load(table, columns={"title": "Wrok"})
    [failed] = graph.load(table, format="bibtex").documents
    assert ["it was to be read as bibtex and holds nothing of it" in note.reason for note in failed.rejected] == [True]
    assert [note.reason.partition(" as they are")[0] for note in failed.warnings] == [
        "2 records of it that were read before stay"
    ]
    differences = graph.fingerprint().differences(before)
    assert [difference for difference in differences if "Document" not in difference] == []
    [less] = graph.load(table, columns={"title": "Where", "authors": "Who"}).documents
    assert (less.joined + less.new, len(less.rejected)) == (1, 1)
    assert "1 record of it that were read before and are not there now are taken out" in [note.reason for note in less.warnings]
    assert graph.cypher("MATCH (p:Paper) RETURN p.title AS title")["title"].tolist() == ["Ant Letters"]


def test_an_unknown_document_cannot_be_unloaded(graph: ScholarGraph) -> None:
    with pytest.raises(UnknownDocumentError, match=r"nowhere\.txt"):
        graph.unload("nowhere.txt")


def test_two_loads_at_once_give_the_same_graph_as_one_after_the_other(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    for page in PAGES:
        graph.load(page)
    before = snapshot(graph)
    clean()
    with ThreadPoolExecutor(max_workers=len(PAGES)) as together:
        list(together.map(graph.load, PAGES))
    assert snapshot(graph) == before


def test_every_record_is_counted_and_nothing_is_lost_when_some_are_bad(graph: ScholarGraph) -> None:
    report = say(
        graph,
        "mixed",
        works("Ada Berg"),
        Rejection("line 7", "has no title"),
        works("Ada Berg"),
        works("Bo Lind", title="Ants on Bridges"),
    )
    row = report.documents[0]
    assert (row.read, row.new, row.joined, row.unchanged, len(row.rejected)) == (4, 2, 1, 0, 1)
    assert report.to_dict()["totals"] == {
        "documents": 1, "read": 4, "new": 2, "joined": 1, "unchanged": 0, "rejected": 1, "warnings": 0,
    }  # fmt: skip


def test_a_reading_that_sees_less_takes_out_what_an_earlier_one_saw(graph: ScholarGraph) -> None:
    say(graph, "page", works("Ada Berg"), works("Bo Lind", title="Ants on Bridges"))
    say(graph, "page", works("Ada Berg"))
    assert {paper for paper, _, _ in slots(graph)} == {"How Ants Share What They Carry"}


def test_a_load_that_breaks_off_is_made_good_by_loading_again(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.load(PAGES)
    whole = snapshot(graph)
    clean()
    monkeypatch.setattr("graph.load.loading.BATCH_RECORDS", 5)

    def breaks(items: Items, after: int) -> Iterator[Item]:
        for number, item in enumerate(items):
            if number == after:
                raise KeyboardInterrupt
            yield item

    document = document_of(Source.at(PAGES[1]))
    loading = Loading(Queries(graph.connection))
    with pytest.raises(KeyboardInterrupt):
        loading.add(replace(document, items=lambda: breaks(document.items(), 8)))
    assert graph.cypher("MATCH (d:Document) RETURN d.complete AS complete")["complete"].tolist() == [False]
    graph.load(PAGES)
    assert snapshot(graph) == whole


def test_a_batch_that_cannot_be_written_is_told_and_made_good_by_loading_again(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.load(PAGES)
    whole = snapshot(graph)
    clean()
    monkeypatch.setattr("graph.load.loading.BATCH_RECORDS", 5)
    write, batches = Queries.write_together, iter((True, False, False))

    def refuse_the_second(queries: Queries, work: Callable[[Run], object]) -> object:
        if not next(batches, True):
            raise GraphUnavailableError("the server is gone")
        return write(queries, work)

    with monkeypatch.context() as broken:
        broken.setattr(Queries, "write_together", refuse_the_second)
        with pytest.raises(GraphUnavailableError, match="the server is gone"):
            graph.load(PAGES)
    written = graph.cypher("MATCH (:Document)-[d:DESCRIBES {part: 0}]->(:Paper) RETURN count(d) AS records")
    assert written["records"].tolist() == [5]
    graph.load(PAGES)
    assert snapshot(graph) == whole


def test_an_unknown_format_says_what_it_looks_like_and_what_is_accepted(graph: ScholarGraph, tmp_path: Path) -> None:
    strange = tmp_path / "strange.xml"
    strange.write_text("<catalogue><item/></catalogue>")
    with pytest.raises(UnknownFormatError, match=r"strange\.xml.*XML.*`scholargraph formats` lists what is read"):
        graph.load(strange)
    report = graph.load([strange, PAGES[0]])
    assert [len(row.rejected) for row in report.documents if row.location == str(strange)] == [1]
    assert report.unreadable == 1
    assert report.totals["new"] == 10


def test_what_is_not_there_is_named(graph: ScholarGraph, tmp_path: Path) -> None:
    for missing in (tmp_path / "none.txt", tmp_path / "none*.txt", tmp_path):
        with pytest.raises(DocumentError, match=str(missing.name).replace("*", r"\*")):
            graph.load(missing)


def test_a_document_that_ends_within_a_record_is_incomplete_at_every_door(graph: ScholarGraph) -> None:
    whole = '{"id": "a", "type": "book", "title": "How Ants Walk", "author": [{"family": "Roe", "given": "Jane"}]}'
    graph.load(Source.of(f'[{whole}, {{"id": "b", "ti', "cut.json"))
    [document] = graph.documents().to_dict("records")
    assert document["truncated"]
    counts = {row["metric"]: row["count"] for row in graph.data_quality().to_dict("records")}
    assert counts["documents_incomplete"] == 1
    assert graph.query("data_quality_list", metric="documents_incomplete")["uid"].tolist() == [document["uid"]]


def test_a_page_that_is_truncated_is_not_confirmed_and_its_good_entries_are_loaded(graph: ScholarGraph) -> None:
    page = "Researcher profile\n\nJane Roe\n\n3works\n\nPublished work\n\n3 published item(s)\n\npreprint2020arXiv\n\n"
    report = graph.load(Source.of(f"{page}How Ants Walk\n\nWe watch ants.\n\npreprint2019arXiv\n\nHow An", "cut"))
    assert [(row.new, len(row.rejected), row.confirmed) for row in report.documents] == [(1, 1, False)]
    assert graph.cypher("MATCH (p:Paper) RETURN p.title AS title")["title"].tolist() == ["How Ants Walk"]
