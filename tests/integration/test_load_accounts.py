"""What a load says of itself: every record that a document holds is counted once, and every second of the time belongs to a step.

Mixed folders of all formats that there are test documents of, whole and in parts, in any order, with files among them that nobody
can read.
"""

import time
from pathlib import Path

import pytest

from graph import ScholarGraph
from graph.documents import document_of
from graph.errors import UnknownFormatError
from graph.load.report import LoadReport
from loaders import FORMATS, Source
from loaders.records import Entity, Record, Rejection
from tests.integration.mixed_documents import mixed_folder


def counted_by_reading(path: Path) -> tuple[int, int]:
    """How many records and rejections a document holds, by reading it alone, without a graph."""
    try:
        items = list(document_of(Source.at(path)).items())
    except UnknownFormatError:
        return 1, 1
    rejected = sum(isinstance(item, Rejection) for item in items)
    return sum(isinstance(item, Record | Entity) for item in items) + rejected, rejected


def check_times(report: LoadReport, waited: float) -> None:
    assert list(report.seconds_by_step) == ["start", "reading", "writing", "topics", "names"]
    assert report.seconds_by_step["start"] == 0
    assert all(report.seconds_by_step[step] > 0 for step in ("reading", "writing", "topics", "names"))
    # Between two looks at the clock a busy machine may do something else for some tenths of a second.
    assert report.seconds == pytest.approx(waited, rel=0.02, abs=0.5)
    shown = report.to_dict()
    assert isinstance(steps := shown["seconds_by_step"], dict)
    assert shown["seconds"] == round(sum(steps.values()), 3)


def check_counts(report: LoadReport) -> None:
    for row in report.documents:
        assert (row.read, len(row.rejected)) == counted_by_reading(Path(row.location)), row.location
        assert row.read == row.new + row.joined + row.unchanged + len(row.rejected)
    totals, shown = report.totals, [row.to_dict() for row in report.documents]
    for name in ("read", "new", "joined", "unchanged"):
        assert totals[name] == sum(int(str(row[name])) for row in shown)
    assert totals["documents"] == len(shown)
    assert totals["rejected"] == sum(len(row.rejected) for row in report.documents)
    assert totals["read"] == totals["new"] + totals["joined"] + totals["unchanged"] + totals["rejected"]


def timed_load(graph: ScholarGraph, folder: Path) -> LoadReport:
    began = time.monotonic()
    report = graph.load(folder)
    check_times(report, time.monotonic() - began)
    check_counts(report)
    return report


@pytest.mark.parametrize(
    ("neo4j_server", "seed"),
    [
        ("2026", 0), ("5.26", 0), pytest.param("2026", 1, marks=pytest.mark.slow),
        pytest.param("5.26", 2, marks=pytest.mark.slow), pytest.param("2026", 3, marks=pytest.mark.slow),
    ],
    indirect=["neo4j_server"],
)  # fmt: skip
def test_reports_add_up_for_any_mixed_folder_the_first_time_and_again(graph: ScholarGraph, tmp_path: Path, seed: int) -> None:
    folder = mixed_folder(tmp_path, seed)
    first = timed_load(graph, folder)
    assert first.totals["documents"] == len(list(folder.iterdir()))
    again = timed_load(graph, folder)
    assert [(row.read, row.rejected) for row in again.documents] == [(row.read, row.rejected) for row in first.documents]
    assert again.totals["unchanged"] == first.totals["read"] - first.totals["rejected"]


def test_the_whole_folder_holds_nearly_every_format(tmp_path: Path) -> None:
    found = {_format(path) for path in mixed_folder(tmp_path, 0).iterdir()}
    # A table of any kind needs to be told its columns; records of MARC 21, which are no text, are made by their own test.
    assert {known.name for known in FORMATS} - found <= {"table", "marc21"}


def _format(path: Path) -> str:
    try:
        return document_of(Source.at(path)).format
    except UnknownFormatError:
        return ""
