"""How far a long command is, on standard error: a bar where a person is watching, a line every some seconds where it goes into a
file or a log, and nothing for what is done at once."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
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

from graph.load.steps import EVERYTHING_WRITTEN, NOTHING_WRITTEN
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.transfer import TransferProgress

    Told = Callable[[int, int, str], None]

LINE_SECONDS = 5.0
"""How often a line is written, and how long a command may take without one."""
MEGABYTE = 1_000_000


def error_console() -> Console:
    """Where everything goes that is not the result."""
    return Console(stderr=True, highlight=False)


class LoadTeller:
    """What a load is told to tell: `progress` and `step` as `ScholarGraph.load` calls them."""

    def __init__(self, show: Callable[[str, int, int, int], None]) -> None:
        self._show = show
        self._step, self._records, self._finished, self._total = "loading", 0, 0, 0

    def progress(self, records: int, finished: int, total: int) -> None:
        """How far reading is."""
        self._records, self._finished, self._total = records, finished, total
        self._show(self._step, records, finished, total)

    @property
    def so_far(self) -> str:
        """What a load that is broken off now has done, and how to go on."""
        if not self._total:
            return "nothing was read yet"
        read = f"{self._finished:,} of {self._total:,} documents and {counted(self._records, 'record')} had been read"
        if self._step in NOTHING_WRITTEN:
            return f"{read}; nothing was written, and the graph is empty as before"
        if self._step in EVERYTHING_WRITTEN:
            return f"{read} and are written; the same load again does what is left"
        return f"{read}; what was written of them stays, batch by batch, and the same load again goes on from there"

    def step(self, words: str) -> None:
        """What is being done from now on."""
        self._step = words
        self._show(words, self._records, self._finished, self._total)


@contextmanager
def load_progress() -> Iterator[LoadTeller]:
    """Documents, records and their rate, and what is being done."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[records]:,} records, {task.fields[rate]:,.0f}/s"),
        TimeElapsedColumn(),
    )
    began = time.monotonic()
    if not _is_watched():
        with _lines() as say:
            yield LoadTeller(lambda step, records, read, total: say(_load_line(step, records, read, total, began)))
        return
    with _bar(*columns) as bar:
        task = bar.add_task("loading", total=None, records=0, rate=0.0)

        def show(step: str, records: int, finished: int, total: int) -> None:
            bar.update(
                task,
                description=_shortened(step),
                completed=finished,
                total=total or None,
                records=records,
                rate=_rate(records, began),
            )

        yield LoadTeller(show)


def _rate(records: int, began: float) -> float:
    return records / max(time.monotonic() - began, 0.001)


def _load_line(step: str, records: int, finished: int, total: int, began: float) -> str:
    if not total:
        return step
    pace = f", {_rate(records, began):,.0f}/s" if finished < total else ""
    return f"{step}: {finished:,} of {total:,} documents, {counted(records, 'record')}{pace}"


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
        with error_console().status(text):
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
                console.print(f"{latest[0]} ({time.monotonic() - began:.0f} s)", soft_wrap=True, markup=False)

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
