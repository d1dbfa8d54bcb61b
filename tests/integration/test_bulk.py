"""A first load in bulk gives the graph and the report that any other load of the same documents gives, and whatever breaks it
off, the graph is as it was or holds everything."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph import ScholarGraph, server
from graph.bulk import deriving, first_load, mapping, over_bolt
from graph.bulk.mapping import Given
from graph.errors import BulkLoadError, ServerInUseError, StartError, UnknownFormatError
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.load.report import LoadReport
from graph.load.steps import BULK_STEPS, Steps
from graph.queries.bound import Queries
from graph.server import importer
from graph.server.process import start_java
from loaders.records import Affiliation, Authorship, Header, Identifier, Item, Person, Record, Subject
from tests.integration.conftest import EMPTY, Neo4jServer, emptied
from tests.integration.mixed_documents import DEMO, UNREADABLE
from tests.integration.outcomes import Outcome, outcome
from tests.integration.test_any_order import as_read, made_up_documents
from tests.worker_processes import worker_processes

pytestmark = pytest.mark.slow

PAGES = sorted(DEMO.glob("*.txt"))


@dataclass(frozen=True)
class Place:
    """A local graph of this file's own: a load in bulk stops its server, which others must not use."""

    folder: Path
    line: str

    @contextmanager
    def opened(self) -> Iterator[ScholarGraph]:
        """The graph as it is."""
        with ScholarGraph.open(self.folder, line=self.line, heap="512m", page_cache="64m", idle_minutes=1) as graph:
            yield graph

    @contextmanager
    def emptied(self) -> Iterator[ScholarGraph]:
        """The graph without a node."""
        with self.opened() as graph:
            graph.connection.run(EMPTY)
            yield graph


@pytest.fixture(scope="module", params=server.LINES)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp(f"bulk, {request.param}") / "graph"
    yield Place(folder, request.param)
    server.stop(folder, force=True)


@pytest.fixture
def beside(place: Place, local_servers: Callable[[str], Neo4jServer]) -> Iterator[ScholarGraph]:
    """An empty graph of the same line to load in batches, on the server that all tests share: it need not be started."""
    with emptied(local_servers(place.line)) as graph:
        yield graph


def made_in_bulk(place: Place, load: Callable[[ScholarGraph], LoadReport], in_batches: Outcome) -> Outcome:
    """Load in bulk, and compare with what was made in batches; what both made."""
    with place.emptied() as graph:
        report = load(graph)
        in_bulk = outcome(graph, report)
    assert list(report.seconds_by_step) == list(BULK_STEPS)
    assert in_batches.differences(in_bulk) == []
    assert in_batches.documents == in_bulk.documents
    assert not (place.folder / "bulk").exists()
    return in_bulk


def test_pages_and_exports_of_all_formats(
    place: Place, all_formats: Path, all_in_batches: Callable[[str], Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is chosen by itself where it is worth it."""
    monkeypatch.setattr(first_load, "WORTH_BYTES", 1)

    def load(graph: ScholarGraph) -> LoadReport:
        report = graph.load(all_formats)
        assert graph.load(all_formats / "00").totals["new"] == 0
        return report

    made = made_in_bulk(place, load, all_in_batches(place.line))
    assert len(made.elements["Paper"]) > 100
    assert made.elements["CITES"]
    twice = made.documents[-1]
    assert twice["unchanged"] == twice["read"] != 0


def load_made_up(graph: ScholarGraph, bulk: bool, documents: Sequence[Document]) -> LoadReport:
    """Load in bulk, by the importer into a local graph and over Bolt into another, or in batches."""
    if bulk:
        given = [Given(document.location, 100, partial(replace, document)) for document in documents]
        make = first_load.made_of(given, steps := Steps())
        if graph._session:
            report = first_load.fill(graph.connection, graph._session, steps, make)
        else:
            report = over_bolt.fill_over_bolt(graph.connection, steps, make)
        report.seconds_by_step = steps.seconds()
    else:
        loading = Loading(Queries(graph.connection))
        for document in documents:
            loading.add(document)
        report = loading.finish()
    graph.compare_names()
    return report


def _openalex(code: str, label: str, *above: str) -> Subject:
    broader = _openalex(above[0], "ARTIFICIAL", *above[1:]) if above else None
    return Subject(scheme="openalex", code=code, label=label, broader=broader)


def notices_and_people() -> list[Document]:
    """What chance brings about too seldom: notices, editors, an affiliation of a page's owner, one ORCID on two records, topics
    of a vocabulary that stand above those of texts too, spelt otherwise."""
    orcid, work, notice = (
        Identifier("orcid", "0000-0001-5109-3700"),
        Identifier("doi", "10.9999/w"),
        Identifier("doi", "10.9999/n"),
    )
    cleo = (
        Authorship(name="Cleo Dahl", position=1, ids=(Identifier("openalex", "A7"), orcid)),
        Authorship(name="Cleo Dahl", position=1, ids=(Identifier("s2", "77"), orcid)),
    )
    editor = Authorship(name="Dan Ek", position=1, role="editor")
    owner = Person(name="Cleo Dahl", affiliations=(Affiliation("House of Bees"),))
    said: tuple[list[Item], ...] = (
        [Record(where="record 1", title="Bees in the Light of Winter", ids=(work,), authors=(cleo[0], editor))],
        [Record(where="record 1", title="Retraction: Bees in the Light of Winter", ids=(notice,), corrects=(work,))],
        [
            Header(format="made up", source="test", about=owner, facts=(("trust", 3), ("claimed", True))),
            Record(where="record 1", title="A Second Study of Bees", authors=(cleo[1],)),
        ],
        [
            Record(where="record 1", title="Machine Translation by Artificial Intelligence"),
            Record(
                where="record 2", title="Parallel Texts of Bees", subjects=(_openalex("T10181", "OF LANGUAGE", "subfields/1702"),)
            ),
        ],
    )
    return [Document(f"by hand {number}", f"{number}" * 64, "made up", as_read(items)) for number, items in enumerate(said)]


def _bound_here(document: Document) -> Document:
    """The same as a document that no other process can read."""
    return replace(document, items=lambda: document.items())


def made_up_and_notices(chance: random.Random) -> list[Document]:
    """Documents in which everything meets, in an order by chance; two of them twice, some of them to be read here."""
    documents = made_up_documents(chance, 25) + notices_and_people()
    documents = chance.sample(documents, len(documents)) + documents[:2]
    return [_bound_here(document) if chance.random() < 0.3 else document for document in documents]


@pytest.mark.parametrize("compared_here", [deriving.COMPARED_HERE, pytest.param(0, marks=pytest.mark.slow)])
def test_made_up_documents_in_which_everything_meets(
    place: Place, beside: ScholarGraph, compared_here: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entities, citations, notices, owners, works without titles; a document twice; some documents read here, in chunks. Also
    where there are more names than are compared before the import."""
    chance = random.Random(0)
    monkeypatch.setattr(deriving, "COMPARED_HERE", compared_here)
    documents = made_up_and_notices(chance)
    monkeypatch.setattr(mapping, "CHUNK", 3)
    monkeypatch.setattr("graph.bulk.loading.CLAIMS_A_TASK", 5)
    in_batches = outcome(beside, load_made_up(beside, False, documents))
    made = made_in_bulk(place, lambda graph: load_made_up(graph, True, documents), in_batches)
    assert made.elements.keys() >= {
        "Document", "Paper", "Author", "Venue", "Topic", "Institution", "WROTE", "EDITED", "PUBLISHED_IN", "ABOUT", "CITES",
        "DESCRIBES", "CORRECTS", "SIMILAR_PAPER", "BROADER", "AFFILIATED_WITH", "WRITTEN_AT", "SAME_AS", "SIMILAR_NAME",
    }  # fmt: skip


def test_it_is_refused_where_it_cannot_be_and_not_chosen_there(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes(UNREADABLE["letter.txt"])
    page, other = PAGES[:2]
    monkeypatch.setattr(first_load, "WORTH_BYTES", 1)
    with place.emptied() as graph:
        with place.opened(), pytest.raises(ServerInUseError, match="in use by others"):
            graph.load(page, bulk=True)
        with place.opened():
            assert "importing" not in graph.load(page).seconds_by_step
        with pytest.raises(BulkLoadError, match="not empty: it holds"):
            graph.load(other, bulk=True)
        assert "importing" not in graph.load(other).seconds_by_step
        session = graph._session
        assert session
        with GraphDatabase.driver(session.bolt_uri, auth=(session.username, session.password), user_agent="a-notebook") as driver:
            driver.verify_connectivity()
            graph.connection.run(EMPTY)
            with pytest.raises(BulkLoadError, match="a-notebook is connected"):
                graph.load(page, bulk=True)
    with place.emptied() as graph:
        with pytest.raises(UnknownFormatError):
            graph.load(letter, bulk=True)
        assert "importing" not in graph.load(page, bulk=False).seconds_by_step


@pytest.mark.parametrize("stage", ["graph.bulk.loading.map_all", "graph.bulk.loading.blocks_of", "graph.bulk.first_load.fetch"])
def test_ctrl_c_leaves_the_graph_as_it_was(place: Place, stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with place.emptied() as graph:
        with monkeypatch.context() as patched:
            patched.setattr(stage, interrupted)
            with pytest.raises(KeyboardInterrupt):
                graph.load(DEMO, bulk=True)
        assert not (place.folder / "bulk").exists()
        assert graph.cypher("MATCH (n) RETURN count(n) AS nodes").nodes[0] == 0
        assert list(worker_processes()) == []


def test_an_importer_that_is_killed_leaves_the_graph_as_it_was(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*arguments: Any) -> "subprocess.Popen[bytes]":
        process = start_java(*arguments)
        process.kill()
        return process

    with place.emptied() as graph:
        with monkeypatch.context() as patched:
            patched.setattr(importer, "start_java", killed)
            with pytest.raises(StartError, match="importer ended with code"):
                graph.load(DEMO, bulk=True)
        assert not (place.folder / "bulk").exists()
        assert graph.load(PAGES).totals["new"] > 0


KILLED = """
import os, sys
from graph import ScholarGraph
from graph.server import replacing
replacing._on_disk = lambda place: os._exit(9)
with ScholarGraph.open(sys.argv[1]) as graph:
    graph.load(sys.argv[2:], bulk=True)
"""


def test_a_load_that_is_killed_between_two_renames_is_ended_by_the_next_start_and_goes_on_like_any_other(
    place: Place, beside: ScholarGraph
) -> None:
    with place.emptied():
        pass
    killed = subprocess.run([sys.executable, "-c", KILLED, str(place.folder), *map(str, PAGES[:2])], timeout=600)
    assert killed.returncode == 9
    assert (place.folder / "bulk" / "replace").exists()
    beside.load(PAGES)
    with place.opened() as graph:
        assert not (place.folder / "bulk").exists()
        report = graph.load(PAGES[:2])
        assert report.totals["new"] == 0
        assert report.totals["unchanged"] == report.totals["read"]
        graph.load(PAGES[2:])
        assert graph.fingerprint().differences(beside.fingerprint()) == []
