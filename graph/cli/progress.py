"""How far a long command is, on standard error: a bar where a person is watching, a line every some seconds where it goes into a
file or a log, and nothing for what is done at once."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from graph.cli.terminal import Terminal
from graph.load.progress import LoadProgress
from graph.load.steps import CREATING_IN_BULK, EVERYTHING_WRITTEN, NOTHING_WRITTEN
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.transfer import TransferProgress

    Told = Callable[[int, int, str], None]

LINE_SECONDS = 5.0
"""How often a line is written, and how long a command may take without one."""
MEGABYTE = 1_000_000


def error_console() -> Terminal:
    """Where everything goes that is not the result."""
    return Terminal(stderr=True)


class LoadTeller:
    """What a load tells goes here, called as the `progress` of `ScholarGraph.load`, and is shown."""

    def __init__(self, show: Callable[[LoadProgress], None]) -> None:
        self._show = show
        self._now = LoadProgress("loading")

    def progress(self, now: LoadProgress) -> None:
        """How far the load is."""
        self._now = now
        self._show(now)

    @property
    def so_far(self) -> str:
        """What a load that is broken off now has done, and how to go on."""
        now = self._now
        if not now.of_documents:
            return "nothing was read yet"
        read = f"{now.documents:,} of {now.of_documents:,} documents and {counted(now.records, 'record')} had been read"
        if now.step in NOTHING_WRITTEN:
            return f"{read}; nothing was written, and the graph is empty as before"
        if now.step == CREATING_IN_BULK:
            return f"{read}; the graph is a part that says so, and the same load again clears it away and begins anew"
        if now.step in EVERYTHING_WRITTEN:
            return f"{read} and are written; the same load again does what is left"
        return f"{read}; what was written of them stays, batch by batch, and the same load again goes on from there"


@contextmanager
def load_progress() -> Iterator[LoadTeller]:
    """Documents, records and their rate, what is being done, how long all of it still takes, and the memory in use."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[more]}", markup=False),
        TimeElapsedColumn(),
    )
    if not _is_watched():
        with _lines() as say:
            yield LoadTeller(lambda now: say(_load_line(now)))
        return
    with _bar(*columns) as bar:
        task = bar.add_task("loading", total=None, more="")

        def show(now: LoadProgress) -> None:
            bar.update(
                task, description=_shortened(now.step), completed=now.documents, total=now.of_documents or None, more=_more(now)
            )

        yield LoadTeller(show)


def _load_line(now: LoadProgress) -> str:
    if not now.of_documents:
        return now.step
    return f"{now.step}: {now.documents:,} of {now.of_documents:,} documents, {_more(now)}"


def _more(now: LoadProgress) -> str:
    parts = [counted(now.records, "record")]
    if now.documents < now.of_documents and now.reading_seconds:
        parts.append(f"{now.records / now.reading_seconds:,.0f}/s")
    if now.seconds_left is not None:
        parts.append(f"about {duration(now.seconds_left)} left")
    if now.memory:
        parts.append(memory_words(now.memory, now.server_memory))
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """Seconds as a person says them who does not know exactly: "20 s", "5 min", "2.5 h"."""
    if seconds < 100:
        return f"{max(5, 5 * round(seconds / 5))} s"
    return f"{round(seconds / 60)} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"


def memory_words(here: int, server: int | None) -> str:
    """Bytes that are held here and by a local server, in words."""
    return f"{here // MEGABYTE:,} MB here" + ("" if server is None else f" and {server // MEGABYTE:,} MB the server")


@contextmanager
def fetch_progress() -> Iterator[Told]:
    """The first fetch of Neo4j and the start of the server; a bar shows only once there is something to wait for."""
    if not _is_watched():
        with _lines() as say:
            say("opening the graph")
            yield lambda done, total, text: say(
                f"{text}: {done // MEGABYTE} of {total // MEGABYTE} MB" if total > MEGABYTE else text
            )
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with _bar(*columns) as bar:
        task = None

        def tell(done: int, total: int, text: str) -> None:
            nonlocal task
            if task is None:
                task = bar.add_task(text, total=total)
            bar.update(task, completed=done, total=total or None, description=text)

        yield tell


@contextmanager
def transfer_progress() -> Iterator[TransferProgress]:
    """Each step of a move of a whole graph."""
    if not _is_watched():
        with _lines() as say:
            yield lambda what, done, total: say(f"{what}: {done:,} of {total:,} nodes and relationships" if total else what)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with _bar(*columns) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what)
            bar.update(tasks[what], completed=done, total=total or None)

        yield tell


@contextmanager
def working(text: str) -> Iterator[None]:
    """One thing that takes its time and cannot say how far it is."""
    if _is_watched():
        with error_console().status(Text(text)):  # a text by itself would be markup
            yield
        return
    with _lines() as say:
        say(text)
        yield


def _is_watched() -> bool:
    """Whether standard error is a terminal that can redraw a line. What merely asks for colours, as build servers do, is none."""
    return sys.stderr.isatty() and not error_console().is_dumb_terminal


@contextmanager
def _bar(*columns: ProgressColumn) -> Iterator[Progress]:
    """A bar that goes away at its end."""
    with Progress(*columns, console=error_console(), transient=True) as bar:
        yield bar


@contextmanager
def _lines() -> Iterator[Callable[[str], None]]:
    """Takes what is being done; a thread writes the latest of it from time to time, also while nothing is heard of the work."""
    latest, done, began = [""], threading.Event(), time.monotonic()

    def write() -> None:
        console = error_console()
        while not done.wait(LINE_SECONDS):
            if latest[0]:
                console.print(f"{latest[0]} ({time.monotonic() - began:.0f} s)", soft_wrap=True)

    def say(text: str) -> None:
        latest[0] = text

    writer = threading.Thread(target=write, name="progress", daemon=True)
    writer.start()
    try:
        yield say
    finally:
        done.set()
        writer.join()


def _shortened(text: str, most: int = 48) -> str:
    return text if len(text) <= most else f"{text[: most // 3]}…{text[-(most - most // 3 - 1) :]}"
