"""What long commands tell of themselves on standard error where nobody watches a terminal."""

import time
from dataclasses import replace

import pytest

from graph.cli import progress
from graph.load.progress import LoadProgress


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines come after a moment instead of after seconds."""
    monkeypatch.setattr(progress, "LINE_SECONDS", 0.05)


def wait_for(capture: pytest.CaptureFixture[str], text: str) -> str:
    """What was written to standard error until `text` came; nothing may have come to standard output."""
    written, deadline = "", time.monotonic() + 30
    while text not in written and time.monotonic() < deadline:
        time.sleep(0.01)
        out, err = capture.readouterr()
        assert out == ""
        written += err
    assert text in written
    return written


@pytest.mark.usefixtures("hurried")
def test_a_load_tells_documents_records_rate_and_step_and_goes_on_telling_while_nothing_is_heard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress.load_progress() as teller:
        reading = LoadProgress("reading a page.txt", 1500, 2, 3, seconds=12, reading_seconds=10)
        teller.progress(reading)
        line = wait_for(capsys, "reading a page.txt: 2 of 3 documents, 1,500 records, 150/s (").splitlines()[0]
        assert line.endswith(" s)")
        teller.progress(replace(reading, seconds_left=400, memory=350_000_000, server_memory=1_200_000_000))
        wait_for(capsys, "1,500 records, 150/s, about 7 min left, 350 MB here and 1,200 MB the server (")
        teller.progress(LoadProgress("comparing names", 2000, 3, 3, 30, 25, 12, 350_000_000))
        wait_for(capsys, "comparing names: 3 of 3 documents, 2,000 records, about 10 s left, 350 MB here (")
        wait_for(capsys, "comparing names: 3 of 3 documents, 2,000 records, about 10 s left, 350 MB here (")


@pytest.mark.usefixtures("hurried")
def test_fetching_moving_and_waiting_are_told_in_lines_too(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.fetch_progress() as tell:
        tell(45_000_000, 190_000_000, "fetching Neo4j 1.2")
        wait_for(capsys, "fetching Neo4j 1.2: 45 of 190 MB (")
        tell(0, 0, "starting Neo4j 1.2")
        wait_for(capsys, "starting Neo4j 1.2 (")
    with progress.transfer_progress() as move:
        move("checking the file", 0, 0)
        wait_for(capsys, "checking the file (")
        move("restoring", 1200, 34000)
        wait_for(capsys, "restoring: 1,200 of 34,000 nodes and relationships (")
    with progress.working("taking out [b]x[/b]"):
        wait_for(capsys, "taking out [b]x[/b] (")


def test_what_is_done_soon_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.load_progress() as teller, progress.working("x"), progress.fetch_progress() as tell:
        teller.progress(LoadProgress("reading", 10, 1, 1))
        tell(0, 0, "starting")
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("hurried")
def test_lines_end_with_the_work_even_where_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="full"), progress.working("writing"):
        raise OSError("full")
    capsys.readouterr()
    time.sleep(0.2)
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("hurried")
def test_colours_that_are_asked_for_make_no_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress.working("writing"):
        assert "\r" not in wait_for(capsys, "writing")
