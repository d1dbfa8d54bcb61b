"""The exported favourites and style in a real Neo4j Browser on a local graph, on both lines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph import server
from graph.browser import Examples, examples, export, favourites
from graph.cli.browser import address
from graph.facade import ScholarGraph
from graph.queries.bound import Queries
from graph.queries.registry import Registry
from tests.integration.browser_page import WAYS_OUT, Visit, visit
from tests.integration.conftest import Neo4jServer, wipe

pytestmark = pytest.mark.slow

ARTIFACTS = Path(__file__).parents[2] / "artifacts"
COLOURS = {"Author": "#2F6DB5", "Paper": "#FFD27F", "Topic": "#8DCC93", "Venue": "#B05BA5", "Document": "#6B7280"}


@dataclass
class Exported:
    """The demo's graph, what was exported from it, and Browser open on it, logged in, with style and favourites dropped on it."""

    graph: ScholarGraph
    examples: Examples
    folder: Path
    visit: Visit
    line: str


@pytest.fixture(scope="module")
def exported(local_neo4j: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    wipe(local_neo4j)
    assert local_neo4j.folder is not None
    folder = tmp_path_factory.mktemp("export")
    with (
        visit(tmp_path_factory.mktemp("profile")) as browser,
        server.join(local_neo4j.folder) as session,
        ScholarGraph.open(local_neo4j.folder) as graph,
        as_file(files("graph") / "demo") as pages,
    ):
        graph.load(sorted(pages.glob("*.txt")))
        found = examples(Queries(graph.connection))
        export(Registry.shipped(), found, folder)
        browser.log_in(address(session), session.bolt_uri, session.username, session.password)
        browser.drop(folder / "style.grass")
        browser.page.get_by_text("node.Author {").first.wait_for()
        browser.drop(folder / "favourites.zip")
        yield Exported(graph, found, folder, browser, local_neo4j.line)


def run_both(browser: Visit, query: str) -> None:
    """Run the two favourites of a picture: the one that sets its parameters, and the one that asks."""
    browser.open_favourites("browser")
    setting, asking = (title for title in browser.titles("browser") if title.startswith(f"{query} "))
    browser.run(setting)
    browser.run(asking)


def test_browser_shows_the_neighbourhood_in_the_style(exported: Exported) -> None:
    browser = exported.visit
    run_both(browser, "neighbourhood_graph")
    drawn = browser.nodes()
    browser.page.wait_for_timeout(1500)
    ARTIFACTS.mkdir(exist_ok=True)
    browser.page.screenshot(path=ARTIFACTS / f"browser-{exported.line}.png")

    rows = Queries(exported.graph.connection).read("neighbourhood_graph", author=exported.examples.values["author"])
    nodes = [node for row in rows for node in (row["source"], row["target"]) if isinstance(node, dict)]
    expected = {node["uid"]: COLOURS[node["labels"][0]] for node in nodes}
    assert set(expected.values()) == {COLOURS[label] for label in ("Author", "Paper", "Topic", "Venue")}
    assert Counter(colour for colour, _ in drawn) == Counter(expected.values())
    assert {(COLOURS["Author"], "Soham De"), (COLOURS["Author"], "Samuel L. Smith"), (COLOURS["Venue"], "ICML")} <= set(drawn)
    assert all(caption for _, caption in drawn)


def test_the_picture_of_the_schema_names_every_label(exported: Exported) -> None:
    exported.visit.ask("CALL db.schema.visualization()")
    # The server's own list: it remembers labels that no node has any more, and draws them.
    labels = set(exported.graph.cypher("CALL db.labels() YIELD label RETURN label").label)
    captions = {caption.removesuffix("…") for _, caption in exported.visit.nodes()}
    assert captions
    assert "" not in captions
    assert {caption for caption in captions if not any(label.startswith(caption) for label in labels)} == set()
    assert {"Author", "Paper", "Topic", "Venue", "Document", "Phrase"} <= captions


def test_documents_differ_from_papers_in_the_picture_of_the_sources(exported: Exported) -> None:
    run_both(exported.visit, "sources_graph")
    assert {colour for colour, _ in exported.visit.nodes()} == {COLOURS[label] for label in ("Author", "Paper", "Document")}


def test_every_favourite_is_imported_into_its_folder_and_runs_in_browser(exported: Exported) -> None:
    browser = exported.visit
    scripts = favourites(Registry.shipped(), exported.examples)
    for folder in sorted({script.path.partition("/")[0] for script in scripts}):
        titles = [
            script.text.partition("\n")[0].removeprefix("// ") for script in scripts if script.path.startswith(f"{folder}/")
        ]
        browser.open_favourites(folder)
        assert browser.titles(folder) == sorted(titles)
        # What a query answers on the other line is tested without a browser.
        for title in sorted(titles) if exported.line == server.DEFAULT_LINE else []:
            browser.run(title)


def test_nothing_left_the_machine_and_nothing_can(exported: Exported) -> None:
    assert exported.visit.left == set()
    assert exported.visit.reach_out() == set(WAYS_OUT)
    assert exported.visit.left == set()
