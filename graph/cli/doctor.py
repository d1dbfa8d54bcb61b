"""`scholargraph doctor`: whether everything is in order, and what to do where it is not."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from graph.cli.options import Format, FormatOption, GraphOption, graph_folder
from graph.cli.output import console, print_rows
from graph.cli.progress import error_console
from graph.doctor import Check, examine_folder, examine_server
from loaders.counted import counted

COLUMNS = ("name", "state", "found", "advice")
STYLES = {"ok": "green", "warning": "yellow", "problem": "red"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)


def doctor(
    start: Annotated[bool, typer.Option(help="Start the local graph's server if it is not up, to look into the graph.")] = True,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Check versions, Java, server, schema, disk and memory: what is wrong and what to do. Exit code 1 if there is a problem.

    Nothing is fetched and nothing is changed; a server that is started here stops by itself, as always.
    """
    checks = list(_checks(graph_folder(graph) if graph or not os.environ.get("NEO4J_URI") else None, start))
    if form is Format.table:
        _print(checks)
    else:
        print_rows(COLUMNS, [check.to_dict() for check in checks], form, limit=0)
    if any(check.state == "problem" for check in checks):
        raise typer.Exit(1)


def _checks(folder: Path | None, start: bool) -> Iterator[Check]:
    if folder is not None:
        return examine_folder(folder, start=start, say=lambda text: error_console().print(text, soft_wrap=True))
    return examine_server(
        os.environ["NEO4J_URI"],
        os.environ.get("NEO4J_USERNAME", "neo4j"),
        os.environ.get("NEO4J_PASSWORD", ""),
        os.environ.get("NEO4J_DATABASE") or "neo4j",
    )


def _print(checks: list[Check]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for check in checks:
        table.add_row(Text(check.state, style=STYLES[check.state]), check.name, Text(check.found))
        if check.advice:
            table.add_row("", "", Text(f"→ {check.advice}"))
    out = console()
    out.print(table)
    counts = {state: sum(check.state == state for check in checks) for state in ("problem", "warning")}
    if not any(counts.values()):
        out.print("everything is in order")
    else:
        out.print(", ".join(counted(count, state) for state, count in counts.items() if count))
