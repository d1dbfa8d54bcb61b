"""A short form of `make hammer-soak`: mixed work on a local graph breaks nothing and leaves no temporary file."""

import tempfile
from pathlib import Path

import pytest

from graph import ScholarGraph, server
from tests.hammer.crowd.crowd import written
from tests.hammer.kills.works import PAGES
from tests.hammer.soak.looks import Look
from tests.hammer.soak.work import soak

pytestmark = pytest.mark.slow


def test_some_seconds_of_everything_break_nothing_and_leave_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, temporary = tmp_path / "graph", tmp_path / "temporary"
    temporary.mkdir()
    with ScholarGraph.open(folder) as graph:
        graph.load(PAGES)

    documents = [path for path in written(tmp_path, 80) if path.suffix == ".bib"]
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    told: list[Look] = []
    found = soak(folder, documents, temporary, seconds=40, every=5, seed=1, tell=told.append)
    assert (found.broken, found.left) == ([], [])
    assert found.looks == told
    assert len(told) >= 5
    assert all(done.times for done in found.done.values())
    with ScholarGraph.open(folder) as graph:
        assert graph.documents()["location"].str.endswith(".bib").sum() == 0
    server.stop(folder, force=True)
