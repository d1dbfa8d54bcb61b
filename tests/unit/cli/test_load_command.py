"""How `load` ends: its exit code, and what it says when it is broken off."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from graph.cli import loading
from graph.cli.main import app
from graph.load.progress import LoadProgress
from graph.load.report import DocumentReport, LoadReport, Note
from graph.load.steps import CREATING_IN_BULK, READING_IN_BULK

GOOD = DocumentReport("good.bib", "bibtex", new=2)
DOUBTFUL = DocumentReport("doubtful.bib", "bibtex", new=2, rejected=[Note("line 3", "no title")], confirmed=False)
UNREADABLE = DocumentReport("picture.png", rejected=[Note("document", "no known format")], confirmed=False)


def loaded(
    monkeypatch: pytest.MonkeyPatch, outcome: LoadReport | BaseException, *options: str, step: str = "reading a page.txt"
) -> Result:
    class Graph:
        def load(self, *_: object, progress: Any, **__: object) -> LoadReport:
            progress(LoadProgress(step, 1500, 1, 3))
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

    @contextmanager
    def opened(*_: object, **__: object) -> Iterator[Graph]:
        yield Graph()

    monkeypatch.setattr(loading, "opened", opened)
    return CliRunner().invoke(app, ["load", "some.bib", *options])


@pytest.mark.parametrize(
    ("documents", "code", "strict"),
    [
        ([GOOD], 0, 0),
        ([GOOD, DOUBTFUL], 0, 1),
        ([GOOD, UNREADABLE], 0, 1),
        ([UNREADABLE, UNREADABLE], 1, 1),
    ],
)
def test_a_load_of_which_something_could_be_read_ends_with_0_unless_strict(
    documents: list[DocumentReport], code: int, strict: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = LoadReport(documents)
    assert loaded(monkeypatch, report).exit_code == code
    assert loaded(monkeypatch, report, "--strict").exit_code == strict


@pytest.mark.parametrize(
    ("step", "then"),
    [
        ("reading a page.txt", "the same load again goes on from there"),
        (READING_IN_BULK, "nothing was written, and the graph is empty as before"),
        (CREATING_IN_BULK, "the same load again clears it away and begins anew"),
    ],
)
def test_a_load_that_is_broken_off_says_what_was_done_and_how_to_go_on(
    step: str, then: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = loaded(monkeypatch, KeyboardInterrupt(), step=step)
    assert done.exit_code == 130
    assert "broken off: 1 of 3 documents and 1,500 records had been read" in done.stderr
    assert then in done.stderr


def test_a_note_about_the_whole_document_has_no_empty_place(monkeypatch: pytest.MonkeyPatch) -> None:
    report = LoadReport([DocumentReport("feed.xml", "arxiv_atom", warnings=[Note("", "the feed holds nothing")])])
    assert "warning: feed.xml: the feed holds nothing" in loaded(monkeypatch, report).stderr
