"""What a notebook shows of a graph: tables and pictures as the value of a cell, in which nothing acts that a document says; and
the tutorial, of which every cell runs."""

import ast
import json
import sys
from code import InteractiveInterpreter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

import scholargraph
from graph import ScholarGraph
from graph.errors import InputError, ParameterError, UnknownAuthorError, UnknownQueryError
from graph.load.report import LoadReport
from graph.notebook.candidates import Candidates
from graph.notebook.picture import Picture
from graph.notebook.profile import Profile
from tests.integration.conftest import DEMO

pytestmark = pytest.mark.any_line
TUTORIAL = DEMO / "tutorial.ipynb"


def words(shown: str | None) -> str:
    assert shown is not None
    element: Any = html.fromstring(f"<div>{shown}</div>")
    return " ".join(element.text_content().split())


def test_a_graph_shows_what_it_holds(demo_graph: ScholarGraph) -> None:
    counts = {
        row["name"]: row["count"] for row in demo_graph.query("graph_counts").to_dict("records") if row["element"] == "node"
    }
    shown = words(demo_graph._repr_html_())
    assert all(f"{name}{count:,}" in shown.replace(" ", "") for name, count in counts.items())


def test_a_load_shows_each_document_and_what_is_to_be_said(demo_graph: ScholarGraph, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@article{a, title={<b>Bold</b> & plain}}\n@article{<i>b, title={x}")
    report = LoadReport(demo_graph.load(tmp_path / "a.bib").documents)
    demo_graph.unload(tmp_path / "a.bib")
    shown = report._repr_html_()
    assert str(tmp_path / "a.bib") in words(shown)
    assert all(note.reason[:40] in words(shown) for note in (*report.documents[0].rejected, *report.documents[0].warnings))
    assert html.fromstring(f"<div>{shown}</div>").xpath("//i | //b") == []


def test_a_person_shows_what_was_found_and_what_pages_say_and_stays_a_dict(demo_graph: ScholarGraph) -> None:
    person = demo_graph.profile("Soham De")
    assert json.loads(json.dumps(person, default=str))["name"] == "Soham De"
    shown = words(person._repr_html_())
    assert f"{person['papers']} papers" in shown
    assert "researcher_profile_soham_de.txt" in shown


def test_candidates_show_their_waterfalls_and_are_dataframes(demo_graph: ScholarGraph) -> None:
    for frame in (demo_graph.mixed_candidates(), demo_graph.query("split_candidates", min_probability=0.0)):
        assert isinstance(frame, Candidates)
        assert len(frame)
        pieces = frame.iloc[0]["evidence"] if "evidence" in frame else frame.iloc[0]["groups"][-1]["evidence"]
        shown = words(frame._repr_html_())
        assert all(f"{piece['weight']:+.2f}" in shown for piece in pieces)
        assert f"in all: {frame.iloc[0]['probability']:.1%}" in shown or "groups" in frame
        assert "uid" in words(frame[[column for column in frame if str(column).startswith("uid")]]._repr_html_())


def test_a_picture_shows_the_closest_people_and_is_written_whole(demo_graph: ScholarGraph, tmp_path: Path) -> None:
    picture = demo_graph.draw("Soham De", layers=["people"], people=3)
    closest = demo_graph.close_collaborators("Soham De", limit=3)["name"].tolist()
    drawn = etree.fromstring(picture.save(tmp_path / "soham.svg").read_bytes())
    labels = [str(text.text) for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(labels) == sorted([*closest, "Soham De"])
    assert picture.left_out["people"] > 0
    assert f"{picture.left_out['people']} more people" in words(picture._repr_html_())
    page = html.fromstring(picture.save(tmp_path / "soham.html").read_text(encoding="utf-8"))
    assert page.xpath("//*[@src or @href]") == []
    with pytest.raises(InputError, match=r"as \.svg or \.html"):
        picture.save(tmp_path / "soham.pdf")


def test_what_cannot_be_drawn_is_said(demo_graph: ScholarGraph) -> None:
    with pytest.raises(ParameterError, match="people, topics, venues, institutions, papers"):
        demo_graph.draw("Soham De", layers=["friends"])
    with pytest.raises(ParameterError, match="1 to 300"):
        demo_graph.draw("Soham De", people=0)
    with pytest.raises(UnknownAuthorError):
        demo_graph.draw("Soham Dee")


def test_a_frame_lets_nothing_out() -> None:
    hostile = Picture("", '<p title="\'">&amp;<script>alert(1)</script>', '"><script>alert(2)</script>', {"people": 0})
    frames: Any = html.fromstring(f"<div>{hostile._repr_html_()}</div>").xpath("./*")
    [frame] = frames
    assert frame.get("srcdoc") == hostile.html
    assert frame.get("title") == hostile.title
    assert frame.get("sandbox") == "allow-scripts"


@pytest.mark.parametrize("rows", [1, 7, 1000])
def test_pieces_together_are_the_answer(demo_graph: ScholarGraph, rows: int) -> None:
    whole = demo_graph.query("papers_of", author="Soham De", limit=0)
    assert len(whole) > 7
    pieces = list(demo_graph.stream("papers_of", rows=rows, author="Soham De", limit=0))
    assert [row for piece in pieces for row in piece.to_dict("records")] == whole.to_dict("records")
    assert all(len(piece) == rows for piece in pieces[:-1])
    assert all(list(piece.columns) == list(whole.columns) for piece in pieces)


def test_pieces_are_read_as_they_are_asked_for(demo_graph: ScholarGraph) -> None:
    pieces = demo_graph.stream("papers_of", rows=1, author="Soham De")
    assert len(next(pieces)) == 1
    pieces.close()  # type: ignore[attr-defined]
    with pytest.raises(UnknownQueryError):
        demo_graph.stream("nothing_of_the_kind")
    with pytest.raises(ParameterError, match="at least one"):
        demo_graph.stream("papers_of", rows=0)


class Notebook(InteractiveInterpreter):
    """Runs cells as a notebook does, and shows no traceback but fails by it."""

    def run(self, cell: str) -> None:
        *before, last = ast.parse(cell).body
        self.runcode(compile(ast.Module(before, []), "<cell>", "exec"))
        self.runcode(compile(ast.Interactive([last]), "<cell>", "single"))

    def showtraceback(self) -> None:
        raise


def cells() -> list[str]:
    found = json.loads(TUTORIAL.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == "code"]


def test_every_cell_of_the_tutorial_runs_and_shows_something(demo_graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    demo_graph.connection.run("MATCH (node) DETACH DELETE node")
    shown: list[Any] = []
    monkeypatch.setattr(scholargraph, "open", lambda _: demo_graph, raising=False)
    monkeypatch.setattr(ScholarGraph, "close", lambda _: None)
    monkeypatch.setattr(sys, "displayhook", lambda value: shown.append(value) if value is not None else None)
    notebook = Notebook()
    for cell in cells():
        notebook.run(cell)
    assert len(shown) == len(cells()) - 1
    assert all(value._repr_html_() for value in shown if hasattr(value, "_repr_html_"))
    found, parted = (value["papers"] for value in shown if isinstance(value, Profile))
    assert isinstance(found, int)
    assert parted == found - 2
    assert found in [value for value in shown if isinstance(value, int)]
