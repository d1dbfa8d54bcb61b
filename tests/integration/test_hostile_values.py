"""A graph full of hostile texts, asked with hostile texts at every door: answers and refusals, and nothing else happens."""

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from graph import ScholarGraph
from graph.browser.literal import literal
from graph.errors import InputError, ParameterError, ScholarGraphError
from graph.explore.addresses import LiveAddresses
from graph.explore.asking import Asking
from graph.explore.exporting import Export, report
from graph.identity.candidates import group_papers
from graph.networks.asking import network_of
from graph.networks.network import KINDS
from graph.networks.writing import FORMATS, write_network
from graph.queries.bound import Queries
from graph.queries.header import StoredQuery
from graph.queries.registry import Registry
from graph.references.writing import reference_format, references_of
from loaders.records import Record
from tests.commands import call
from tests.hostile import HOSTILE, SURROGATES
from tests.integration.conftest import Neo4jServer, wipe
from tests.integration.explore_pages import pages_of
from tests.integration.hostile_library import hostile_library
from tests.integration.snapshots import snapshot
from tests.integration.statements import say
from tests.unit.loaders.read_items import read_as
from tests.unit.test_hostile_values import CONTROL, FORMULA_SIGNS, foreign

TEXTS = list(HOSTILE.values())
WORDS = [*TEXTS, *SURROGATES.values()]
NUMBERS = {"int": 1, "count": 1, "float": 1.0, "bool": True}
LABELS = {
    "author": "Author",
    "paper": "Paper",
    "topic": "Topic",
    "venue": "Venue",
    "institution": "Institution",
    "document": "Document",
}
FEW = 3

pytestmark = pytest.mark.any_line


@pytest.fixture(scope="module")
def hostile_graph(neo4j_server: Neo4jServer) -> Iterator[ScholarGraph]:
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    wipe(neo4j_server)
    with ScholarGraph.connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as opened:
        loaded = say(opened, HOSTILE["of terminals"], *hostile_library())
        assert [(one.read, one.rejected) for one in loaded.documents] == [(sum(bool(text.strip()) for text in TEXTS) + 2, [])]
        group_papers(Queries(opened.connection))
        yield opened


@pytest.fixture(scope="module")
def pages(hostile_graph: ScholarGraph) -> Iterator[TestClient]:
    with pages_of(hostile_graph) as client:
        yield client


def some(number: int, texts: list[str] = TEXTS, count: int = FEW) -> list[str]:
    """A few texts, others for each number, so that all of them have their turn."""
    return random.Random(number).sample(texts, min(count, len(texts)))


def given(query: StoredQuery, text: str) -> dict[str, object]:
    """The text for every parameter that can hold it."""
    values: dict[str, object] = {}
    for one in query.params:
        kind = one.type.name
        if one.type.choices:
            values |= {one.name: one.type.choices[0]} if one.required else {}
        elif kind in ("list", "records"):
            values[one.name] = [text]
        elif kind in NUMBERS:
            values |= {one.name: NUMBERS[kind]} if one.required else {}
        elif kind != "map":
            values[one.name] = text
    return values


def uids(graph: ScholarGraph, kind: str) -> list[str]:
    rows = graph.connection.read(f"MATCH (n:{LABELS[kind]}) RETURN n.uid AS uid ORDER BY uid").rows
    return [str(row["uid"]) for row in rows]


def ask(queries: Queries, numbered: list[tuple[int, StoredQuery]], count: int) -> None:
    for number, query in numbered:
        for text in some(number, count=count):
            queries.read(query.name, **given(query, text))
        maps = {one.name: {text: text for text in TEXTS if text} for one in query.params if one.type.name == "map"}
        if maps:
            with pytest.raises(ScholarGraphError):
                queries.read(query.name, **maps)
        unsent = given(query, SURROGATES["alone"])
        if unsent != given(query, "x"):
            with pytest.raises(ParameterError, match="cannot be sent"):
                queries.read(query.name, **unsent)


QUESTIONS = list(enumerate(Registry.shipped().questions()))


def test_every_stored_query_answers_hostile_parameters_and_changes_nothing(hostile_graph: ScholarGraph) -> None:
    before = snapshot(hostile_graph)
    ask(Queries(hostile_graph.connection), QUESTIONS, FEW)
    assert snapshot(hostile_graph) == before


@pytest.mark.slow
def test_so_it_does_whatever_the_text_is(hostile_graph: ScholarGraph) -> None:
    before = snapshot(hostile_graph)
    ask(Queries(hostile_graph.connection), QUESTIONS, len(TEXTS))
    assert snapshot(hostile_graph) == before


def test_a_value_set_in_browser_is_the_value(hostile_graph: ScholarGraph) -> None:
    values: list[object] = [*TEXTS, TEXTS, {text or "empty": text for text in TEXTS}]
    asked = hostile_graph.connection.read(f"RETURN [{', '.join(map(literal, values))}] AS found")
    assert asked.rows[0]["found"] == values


def test_every_name_of_the_graph_leads_to_a_page_of_its_own(hostile_graph: ScholarGraph, pages: TestClient) -> None:
    for kind in LABELS:
        for uid in some(len(kind), uids(hostile_graph, kind), 6):
            check_page(pages, str(LiveAddresses().page(kind, uid)))
    for uid in some(7, uids(hostile_graph, "author")):
        address = str(LiveAddresses().page("research", uid))
        check_page(pages, address)
        etree.fromstring(pages.get(f"{address}?as=svg").content)


@pytest.mark.slow
def test_so_does_every_one(hostile_graph: ScholarGraph, pages: TestClient) -> None:
    for kind in LABELS:
        for uid in uids(hostile_graph, kind):
            check_page(pages, str(LiveAddresses().page(kind, uid)))


@pytest.mark.parametrize("count", [8, pytest.param(len(TEXTS), marks=pytest.mark.slow)])
def test_pages_refuse_what_they_are_asked_in_words(pages: TestClient, count: int) -> None:
    for number, text in enumerate(some(3, count=count)):
        check_page(pages, "/found", 200, q=text)
        check_page(pages, "/path", 200, author=text, other="Ada Berg")
        kind = ["author", "paper", "venue", "cluster", "research"][number % 5]
        check_page(pages, str(LiveAddresses().page(kind, text)), 200, 300, 400, 404)
        check_page(pages, f"/answer/find_papers.{'cypher' if number % 3 else 'x'}", 200, 404, text=text)


def check_page(pages: TestClient, address: str, *statuses: int, **asked: str) -> None:
    answer = pages.get(address, params=asked or None)
    assert answer.status_code in (statuses or (200,)), (address[:100], answer.text[-300:])
    assert list(foreign(html.document_fromstring(answer.text))) == [], address[:100]
    assert not set(CONTROL) & set(answer.text), address[:100]


def test_answers_as_csv_begin_no_formula_and_are_rows(pages: TestClient) -> None:
    for address in ("find_papers.csv?text=ants", "find_authors.csv?text=a*", "prolific_authors.csv?limit=0", "documents.csv"):
        rows = list(csv.reader(io.StringIO(pages.get(f"/answer/{address}").text, newline="")))
        assert len({len(row) for row in rows}) == 1, address
        assert not {cell[:1] for row in rows for cell in row if not _is_number(cell)} & set(FORMULA_SIGNS), address


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdigit()


@pytest.mark.parametrize("kind", KINDS)
def test_networks_are_read_by_other_programs_as_they_are(hostile_graph: ScholarGraph, tmp_path: Path, kind: Any) -> None:
    found = network_of(Queries(hostile_graph.connection), kind)
    assert found.nodes
    written = {form.name: write_network(found, tmp_path / f"{form.name}{form.ending}", form.name)[0] for form in FORMATS}
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf, "pajek": networkx.read_pajek}
    assert {name: len(reading(written[name])) for name, reading in read.items()} == dict.fromkeys(read, len(found.nodes))


def test_references_are_as_many_as_the_papers(hostile_graph: ScholarGraph) -> None:
    found = references_of(Queries(hostile_graph.connection))
    for form, read in (("bibtex", "bibtex"), ("ris", "ris"), ("csl-json", "csl_json")):
        items = read_as(reference_format(form).text(found), read)[1]
        assert sum(isinstance(item, Record) for item in items) == len(found) == len(uids(hostile_graph, "paper")), form


def test_pages_as_files_hold_no_markup_of_others(hostile_graph: ScholarGraph, tmp_path: Path) -> None:
    asking = Asking(Queries(hostile_graph.connection))
    authors = some(1, uids(hostile_graph, "author"))
    written = Export(asking, tmp_path / "pages", authors).write()
    files = list((tmp_path / "pages").rglob("*.html"))
    assert len(files) == written > FEW
    assert [path for path in tmp_path.iterdir() if path.name != "pages"] == []
    for text in [*(file.read_text(encoding="utf-8") for file in files), report(asking, authors[0])]:
        strange = [one for one in foreign(html.document_fromstring(text)) if one.startswith(("on", "<", "script", "javascript"))]
        assert strange == []


def test_decisions_and_sheets_bring_every_text_back(hostile_graph: ScholarGraph, tmp_path: Path) -> None:
    decisions = hostile_graph.decisions
    one, other = [uid for uid in uids(hostile_graph, "author") if uid.startswith("name:=")][:2]
    for text in some(2, [text for text in TEXTS if text.strip()], 12):
        made = decisions.reject(one, other, by=text, reason=text)
        decisions.undo(made, by=text, reason=text)
    count = decisions.export(tmp_path / "log.jsonl")
    applied = decisions.apply(tmp_path / "log.jsonl")
    assert (applied.read, applied.unchanged) == (count, count)
    assert decisions.export_candidates(tmp_path / "sheet.csv", min_probability=0.0) > 0
    rows = list(csv.reader(io.StringIO((tmp_path / "sheet.csv").read_text("utf-8-sig"), newline="")))
    assert not {cell[:1] for row in rows for cell in row if not _is_number(cell)} & set(FORMULA_SIGNS)
    decided = [rows[0], *(["different", *row[1:]] for row in rows[1:])]
    with (tmp_path / "filled.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(decided)
    taken = decisions.import_answers(tmp_path / "filled.csv", by="ana")
    assert (taken.applied + taken.unchanged, taken.refused) == (taken.read, [])


@pytest.mark.parametrize("count", [12, pytest.param(len(WORDS), marks=pytest.mark.slow)])
def test_commands_print_nothing_that_acts_and_end_in_words(
    hostile_graph: ScholarGraph, neo4j_server: Neo4jServer, count: int
) -> None:
    assert hostile_graph
    login = {"NEO4J_URI": neo4j_server.uri, "NEO4J_USERNAME": neo4j_server.username, "NEO4J_PASSWORD": neo4j_server.password}
    for number, text in enumerate(some(4, WORDS, count)):
        form = ["table", "csv", "json", "table"][number % 4]
        for words in ([("query", "find_authors", f"text={text}"), ("profile", "--", text)][number % 2], ("documents",))[
            : 1 + (not number)
        ]:
            done = call(*words[:1], "--format", form, *words[1:], **login)
            assert done.returncode in (0, 1, 2), words
            assert not set(CONTROL) & set(done.stdout + done.stderr), words


def test_a_parameter_that_cannot_be_sent_is_the_users_mistake(hostile_graph: ScholarGraph) -> None:
    for text in SURROGATES.values():
        for asked in (
            lambda text=text: hostile_graph.profile(text),
            lambda text=text: hostile_graph.network("topics", venue=text),
        ):
            with pytest.raises(ScholarGraphError) as refusal:
                asked()
            assert isinstance(refusal.value, InputError)
