"""Graphs that earlier versions wrote are read and brought up to date, those of newer ones refused: on servers of both lines."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import ScholarGraph, server
from graph.errors import NewerFormError, NoGraphError, OlderFormWarning, ServerInUseError
from graph.queries.bound import Queries
from graph.schema.form import FORM
from graph.server.folder import Folder
from graph.upgrades import Step, bring_up_to_date
from loaders.records import Record, Subject
from tests.commands import call
from tests.integration.conftest import Neo4jServer, emptied
from tests.integration.snapshots import snapshot
from tests.integration.statements import say

ROOT = Path(__file__).resolve().parents[2]
OLD_GRAPHS = ROOT / "tests" / "data" / "old_graphs"
OLDEST = OLD_GRAPHS / "form_0_demo.dump"
FIRST = [
    "graph/demo/arxiv_listing_soham_de.txt", "graph/demo/author_name_cluster_soham_de.txt",
    "graph/demo/paper_list_bishshoy_das.txt", "graph/demo/researcher_profile_soham_de.txt",
]  # fmt: skip
FIFTH = "graph/demo/researcher_profile_samuel_l_smith.txt"
OTHERS = {"places": "tests/data/old_graphs/places.jsonl", "keywords": "tests/data/old_graphs/keywords.jsonl"}
"""What else dumps were made of, by a word of their names."""


@pytest.fixture(autouse=True)
def in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the dumps were made: documents are named as they were there."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def place(local_neo4j: Neo4jServer) -> Neo4jServer:
    with emptied(local_neo4j):
        return local_neo4j


def connect(to: Neo4jServer) -> ScholarGraph:
    return ScholarGraph.connect(to.uri, to.username, to.password, to.database)


def command(to: Neo4jServer, *arguments: str) -> tuple[int, str, str]:
    login = {"NEO4J_URI": to.uri, "NEO4J_USERNAME": to.username, "NEO4J_PASSWORD": to.password}
    done = call(*arguments, **login)
    return done.returncode, done.stdout, " ".join(done.stderr.split())


def form_in(graph: ScholarGraph) -> object:
    [row] = graph.connection.read("MATCH (s:GraphState) RETURN s.form AS form").rows
    return row["form"]


def have_form(graph: ScholarGraph, form: int | None) -> None:
    graph.connection.write("MATCH (s:GraphState) SET s.form = $form", {"form": form})


@pytest.mark.parametrize("dump", sorted(OLD_GRAPHS.glob("*.dump")), ids=lambda path: path.stem)
@pytest.mark.any_line
def test_an_old_graph_answers_takes_a_document_and_is_then_what_a_fresh_load_makes(place: Neo4jServer, dump: Path) -> None:
    other = OTHERS.get(dump.stem.split("_")[-1])
    documents, author = ([other], "Ada Berg") if other else (FIRST, "Soham De")
    with connect(place) as graph:
        graph.restore(dump)
        assert form_in(graph) == int(dump.stem.split("_")[1])
    with pytest.warns(OlderFormWarning, match=f"written by an earlier scholargraph; this one writes form {FORM}"):
        old = connect(place)
    with old:
        collaborators = old.close_collaborators(author)
        assert old.topic_counts(author).empty == ("places" in dump.stem)
        with pytest.warns(OlderFormWarning, match=f"was brought to form {FORM}"):
            old.load(documents)
        assert form_in(old) == FORM
        upgraded, topics = old.fingerprint(), old.topic_counts(author)
        with warnings.catch_warnings():
            warnings.simplefilter("error", OlderFormWarning)
            assert old.load(FIFTH).totals["read"] == 7
        brought, found = old.fingerprint(), snapshot(old)
    with emptied(place) as fresh:
        fresh.load(documents)
        assert upgraded.differences(fresh.fingerprint()) == []
        assert collaborators.equals(fresh.close_collaborators(author))
        assert topics.equals(fresh.topic_counts(author))
        fresh.load(FIFTH)
        assert form_in(fresh) == FORM
        assert brought.differences(fresh.fingerprint()) == []
        assert found == snapshot(fresh)


def test_a_graph_that_a_decision_comes_to_is_brought_up_to_date_first(place: Neo4jServer) -> None:
    with connect(place) as graph:
        graph.restore(OLDEST)
        have_form(graph, None)  # as it is where it was never moved
        with pytest.warns(OlderFormWarning, match="was of form 0 of the data model and was brought to form"):
            graph.decisions.confirm("Soham De", by="ana")
        assert form_in(graph) == FORM


def test_the_command_tells_of_an_old_graph_once_and_upgrade_says_what_it_does(place: Neo4jServer) -> None:
    with connect(place) as graph:
        graph.restore(OLDEST)
        have_form(graph, None)
        code, _, told = command(place, "topic-counts", "Soham De")
        assert (code, told.count("note: the graph is of form 0")) == (0, 1)
        assert "scholargraph upgrade" in told
        code, shown, told = command(place, "upgrade", "--dry-run")
        assert (code, told) == (0, "")
        assert f"\n{FORM}. bring it to form {FORM}" in shown
        assert form_in(graph) is None
        code, shown, told = command(place, "upgrade")
        assert (code, told.startswith("to form 1: ")) == (0, True)
        assert shown.endswith("done\n")
        assert form_in(graph) == FORM
        assert command(place, "upgrade") == (0, f"The graph is up to date: form {FORM} of the data model.\n", "")
        assert command(place, "papers", "Soham De")[2] == ""
        code, _, told = command(place, "upgrade", "--line", "2026")
        assert (code, "NEO4J_URI names a server elsewhere" in told) == (1, True)


def test_a_graph_of_a_newer_version_is_neither_read_nor_written(place: Neo4jServer, tmp_path: Path) -> None:
    with connect(place) as graph:
        graph.load(FIRST[2])
        have_form(graph, FORM + 1)
        before = snapshot(graph)
        for refused in (
            lambda: connect(place),
            lambda: graph.load(FIFTH),
            lambda: graph.unload(FIRST[2]),
            lambda: graph.compare_names(),
            lambda: graph.decisions.confirm("Bishshoy Das", by="ana"),
            lambda: graph.dump(tmp_path / "never.dump"),
            lambda: graph.upgrade(),
        ):
            with pytest.raises(NewerFormError, match=f"is of form {FORM + 1} .* knows forms up to {FORM}.*Install the newest"):
                refused()
        for words in (["profile", "Bishshoy Das"], ["load", FIFTH], ["upgrade"], ["dump", str(tmp_path / "never.dump")]):
            code, shown, told = command(place, *words)
            assert (code, shown) == (1, ""), words
            assert told.startswith("error: the graph at ")
            assert f"form {FORM + 1} " in told
            assert "Traceback" not in told
        assert snapshot(graph) == before
        assert not list(tmp_path.iterdir())
        code, shown, _ = command(place, "doctor")
        assert "install the newest scholargraph" in " ".join(shown.split())
        assert code != 0


def test_a_write_that_was_under_way_when_another_program_upgraded_the_graph_is_refused(place: Neo4jServer) -> None:
    """Between two batches: each asks within its transaction."""
    with connect(place) as graph:
        graph.load(FIRST[2])
        before = graph.fingerprint()
        told = 0

        def upgraded(_now: object) -> None:
            nonlocal told
            told += 1
            have_form(graph, FORM + 1)

        with pytest.raises(NewerFormError):
            graph.load(FIFTH, bulk=False, progress=upgraded)
        assert told
        assert graph.fingerprint() == before


def test_steps_are_taken_in_order_and_go_on_with_the_one_that_was_broken_off(place: Neo4jServer) -> None:
    taken: list[int] = []
    breaks = True

    def step(number: int) -> Step:
        def work(_queries: Queries) -> None:
            taken.append(number)
            if number == FORM + 2 and breaks:
                raise KeyboardInterrupt

        return Step(number, f"made up {number}", work)

    with connect(place) as graph:
        graph.load(FIRST[2])
        queries = Queries(graph.connection)
        steps = [step(number) for number in range(1, FORM + 4)]
        with pytest.raises(KeyboardInterrupt):
            bring_up_to_date(queries, steps)
        assert (taken, form_in(graph)) == ([FORM + 1, FORM + 2], FORM + 1)
        breaks = False
        heard: list[int] = []
        done = bring_up_to_date(queries, steps, lambda one: heard.append(one.form))
        assert heard == [one.form for one in done.steps] == [FORM + 2, FORM + 3]
        assert form_in(graph) == FORM + 3
        assert not bring_up_to_date(queries, steps).is_needed
        with pytest.raises(NewerFormError):
            bring_up_to_date(queries, steps[:-1])


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Gives the folder of an old graph on a line, whose server is stopped at the end."""
    folder = tmp_path / "graph"

    def made(line: str) -> Path:
        with ScholarGraph.open(folder, line=line, heap="512m", page_cache="32m", idle_minutes=1) as graph:
            graph.restore(OLDEST)
            graph.connection.write("CREATE (:Shelf {uid: 'mine'})")
        return folder

    yield made
    for place in tmp_path.iterdir():
        if place.is_dir():
            server.stop(place, force=True)


@pytest.mark.slow
def test_a_local_graph_moves_to_another_line_over_a_dump_and_the_old_one_is_kept(folders: Callable[[str], Path]) -> None:
    folder = folders("5.26")
    kept, dump = folder.with_name("graph.kept-5.26"), folder.with_name("graph.before-2026.dump")
    password = Folder(folder).password()
    asked = ("upgrade", "--line", "2026", "--graph", str(folder))
    done = call(*asked, "--dry-run")
    assert (done.returncode, server.status(folder).line, sorted(folder.parent.iterdir())) == (0, "5.26", [folder])
    with server.join(folder) as session, ScholarGraph.connect(session.bolt_uri, "neo4j", session.password) as graph:
        # What its steps change is shown above; here that the move changes nothing.
        assert graph.upgrade().is_needed
        before = graph.fingerprint()
    done = call(*asked)
    assert done.returncode == 0, done.stderr
    assert "left out: 1 node and 0 relationships of the database that are not scholargraph's" in " ".join(done.stderr.split())
    assert sorted(folder.parent.iterdir()) == [folder, dump, kept]
    assert (server.status(folder).line, server.status(kept).line) == ("2026", "5.26")
    assert Folder(folder).password() == password
    with ScholarGraph.open(folder, create=False) as graph:
        assert graph.fingerprint() == before
        assert form_in(graph) == FORM
    again = call(*asked)
    assert (again.returncode, "on Neo4j 2026 already" in again.stderr) == (0, True)
    back = call("upgrade", "--line", "5.26", "--graph", str(folder), "--dry-run")
    assert back.returncode == 0
    # Broken off between the two renamings: whoever asks for the move ends it.
    server.stop(folder, force=True)
    folder.rename(folder.with_name("graph.new-2026"))
    assert call(*asked).returncode == 0
    assert server.status(folder).line == "2026"


@pytest.mark.slow
def test_a_graph_that_others_use_is_not_moved(folders: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.server import exchanging
    from graph.upgrades.new_line import line_move, move

    folder = folders("5.26")
    planned = line_move(folder, "2026")
    assert planned is not None
    monkeypatch.setattr(exchanging, "other_users", lambda _place: [server.User(1, "somebody", 0.0)])
    with pytest.raises(ServerInUseError, match="in use by others too"):
        move(planned)
    assert server.status(folder).line == "5.26"
    assert not planned.kept.exists()
    monkeypatch.undo()
    move(planned)  # over what the first one left
    assert server.status(folder).line == "2026"
    with pytest.raises(NoGraphError):
        line_move(folder.with_name("nowhere"), "2026")


def test_keywords_of_earlier_codes_go_with_what_stood_above_them(place: Neo4jServer) -> None:
    """Also where what stands below has the same code as before."""
    with connect(place) as graph:
        above = Subject(scheme="keyword", code="natural sciences", label="Natural Sciences")
        below = Subject(scheme="keyword", code="biology", label="Biology", broader=above)
        say(graph, "list", Record(where="record 1", title="Of nothing", subjects=(below,)))
        whole = snapshot(graph)
        graph.connection.write(
            "MATCH (t:Topic {uid: 'keyword:natural science'}) SET t.uid = 'keyword:natural sciences', t.code = 'natural sciences'"
        )
        have_form(graph, 4)
        assert graph.upgrade().is_needed
        assert snapshot(graph) == whole
