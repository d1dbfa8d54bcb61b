"""The command that brings a graph of an earlier version up to date."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph import server
from graph.cli.options import Format, FormatOption, GraphOption, graph_folder, opened
from graph.cli.output import console, print_record
from graph.cli.progress import error_console, fetch_progress, transfer_progress
from graph.errors import InputError

if TYPE_CHECKING:
    from graph.upgrades import Upgrade
    from graph.upgrades.new_line import LineMove


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(upgrade)


def upgrade(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    line: Annotated[
        str | None,
        typer.Option(help=f"Move a local graph to this line of Neo4j: {' or '.join(server.LINES)}.", show_default=False),
    ] = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Bring a graph that an earlier scholargraph wrote up to date, step by step; a load or a decision does it too.

    With --line a local graph moves to that line of Neo4j as well: it is dumped into a file beside its folder, restored into a new
    folder and compared; then the new folder takes the place of the old one, which is kept beside it. Whatever breaks off is made
    good by running it again.
    """
    planned = _planned(graph, line)
    with opened(graph, warns=False) as opened_graph:
        found = opened_graph.upgrade(dry_run=True)
        _say(found, planned, form, dry_run=dry_run)
        if line and not planned:
            error_console().print(f"The graph is on Neo4j {line} already.")
        if not dry_run:
            opened_graph.upgrade(told=lambda step: error_console().print(f"to form {step.form}: {step.about}", soft_wrap=True))
    if planned and not dry_run:
        _move(planned)
    if form is not Format.table:
        print_record({**found.to_dict(), "done": not dry_run, "move": planned.to_dict() if planned else None}, form)
    elif not dry_run and (found.is_needed or planned):
        console().print("done")


def _planned(graph: Path | None, line: str | None) -> "LineMove | None":
    if line is None:
        return None
    if graph is None and os.environ.get("NEO4J_URI"):
        raise InputError(
            "NEO4J_URI names a server elsewhere, which --line cannot move; name a local graph with --graph, or take the graph to "
            "a server of that line with `scholargraph copy`"
        )
    from graph.upgrades.new_line import line_move

    return line_move(graph_folder(graph), line)


def _say(found: "Upgrade", planned: "LineMove | None", form: Format, *, dry_run: bool) -> None:
    """What will be done, before it is, where the result is for people; else that says it."""
    if form is not Format.table:
        return
    out = console()
    told = f"is of form {found.form} of the data model; this scholargraph writes form {found.known}"
    out.print(f"The graph {told if found.is_needed else f'is up to date: form {found.form} of the data model'}.", soft_wrap=True)
    what = [f"bring it to form {step.form}: {step.about}" for step in found.steps] + (planned.in_words if planned else [])
    if what:
        out.print("What would be done:" if dry_run else "What is done now:")
    for number, one in enumerate(what, 1):
        out.print(f"{number}. {one}", soft_wrap=True)


def _move(planned: "LineMove") -> None:
    from graph.upgrades.new_line import move

    with fetch_progress() as fetching:
        server.fetch(planned.line, fetching)
    with transfer_progress() as progress:
        moved = move(planned, progress=progress)
    for left in moved.left:
        error_console().print(f"left out: {left}; {planned.kept} still has it", soft_wrap=True)
