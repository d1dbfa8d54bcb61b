"""Progress on standard error, only where a person is watching."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from graph.facade import LoadProgress
    from graph.moving import MoveProgress


def error_console() -> Console:
    """Where everything goes that is not the result."""
    return Console(stderr=True, highlight=False)


@contextmanager
def _bar(*columns: ProgressColumn) -> Iterator[Progress | None]:
    """A bar that goes away at its end; None where nobody is watching."""
    console = error_console()
    if not console.is_terminal:
        yield None
        return
    with Progress(*columns, console=console, transient=True) as bar:
        yield bar


@contextmanager
def fetch_progress() -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar for the first fetch of Neo4j and the start of the server; it shows only once there is something to wait for."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with _bar(*columns) as bar:
        if bar is None:
            yield None
            return
        task = None

        def tell(done: int, total: int, text: str) -> None:
            nonlocal task
            if task is None:
                task = bar.add_task(text, total=total)
            bar.update(task, completed=done, total=total or None, description=text)

        yield tell


@contextmanager
def load_progress() -> Iterator[LoadProgress | None]:
    """A bar of documents with the count and rate of records and the time left."""
    columns = (
        TextColumn("loading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[records]:,} records, {task.fields[rate]:,.0f}/s"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with _bar(*columns) as bar:
        if bar is None:
            yield None
            return
        task = bar.add_task("loading", total=None, records=0, rate=0.0)

        def tell(records: int, finished: int, total: int) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            bar.update(task, completed=finished, total=total, records=records, rate=records / elapsed if elapsed else 0.0)

        yield tell


@contextmanager
def move_progress() -> Iterator[MoveProgress | None]:
    """A bar for each step of a move of a whole graph."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with _bar(*columns) as bar:
        if bar is None:
            yield None
            return
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what)
            bar.update(tasks[what], completed=done, total=total or None)

        yield tell
