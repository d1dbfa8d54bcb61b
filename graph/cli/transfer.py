"""Commands that move whole graphs: copy, dump, restore, fingerprint."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, opened
from graph.cli.output import console, print_json, print_record
from graph.cli.progress import transfer_progress
from graph.errors import LoginError
from loaders.counted import counted

if TYPE_CHECKING:
    from graph.transfer import TransferReport

USERNAME_VARIABLE = "NEO4J_TO_USERNAME"
PASSWORD_VARIABLE = "NEO4J_TO_PASSWORD"  # noqa: S105
DATABASE_VARIABLE = "NEO4J_TO_DATABASE"

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The dump.", show_default=False)]
ReplaceOption = Annotated[bool, typer.Option("--replace", help="Remove from a graph that is not empty what the source lacks.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(copy)
    app.command()(dump)
    app.command()(restore)
    app.command()(fingerprint)


def copy(
    to: Annotated[str, typer.Option("--to", metavar="URI", help="The Neo4j to copy to.", show_default=False)],
    to_username: Annotated[str, typer.Option(envvar=USERNAME_VARIABLE, help="The user there.")] = "neo4j",
    to_database: Annotated[str, typer.Option(envvar=DATABASE_VARIABLE, help="The database there.")] = "neo4j",
    replace: ReplaceOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Copy the graph to another Neo4j, and prove that both are equal.

    The password there comes from NEO4J_TO_PASSWORD, or is asked for. A copy that was broken off goes on when it is run again.
    Other data in that database stays as it is. A different graph of scholargraph there is left alone, unless --replace says to
    make it equal to this one.
    """
    password = _password(to)
    with opened(graph) as opened_graph, transfer_progress() as progress:
        report = opened_graph.copy_to(to, to_username, password, to_database, replace=replace, progress=progress)
    _print_report(report, form, "the graph there was equal already" if not report.written + report.removed else "copied")


def dump(
    file: FileArgument,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there.")] = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Write the graph into one file, from which `restore` fills a graph on any Neo4j."""
    with opened(graph) as opened_graph, transfer_progress() as progress:
        report = opened_graph.dump(file, overwrite=overwrite, progress=progress)
    _print_report(report, form, f"dumped into {file}")


def restore(
    file: FileArgument, replace: ReplaceOption = False, graph: GraphOption = None, form: FormatOption = Format.table
) -> None:
    """Fill an empty graph from a dump. The file is checked to its end before anything is written."""
    with opened(graph, create=True) as opened_graph, transfer_progress() as progress:
        report = opened_graph.restore(file, replace=replace, progress=progress)
    _print_report(report, form, f"restored from {file}" if report.written + report.removed else "the graph was equal already")


def fingerprint(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    """A text that two graphs share exactly when they hold the same, with the counts."""
    with opened(graph) as opened_graph, transfer_progress() as progress:
        found = opened_graph.fingerprint(progress=progress)
    if form is Format.json:
        print_json(found.to_dict())
        return
    print_record({"fingerprint": found.value, **found.nodes, **found.relationships}, form)


def _password(uri: str) -> str:
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise LoginError(
            f"there is no password for {uri}: set {PASSWORD_VARIABLE}, or call this in a terminal to be asked for it"
        )
    return str(typer.prompt(f"Password for {uri}", hide_input=True, err=True))


def _print_report(report: "TransferReport", form: Format, what: str) -> None:
    found = report.to_dict()
    if form is not Format.table:
        print_record(found, form)
        return
    out = console()
    out.print(what, soft_wrap=True)
    print_record({**report.fingerprint.nodes, **report.fingerprint.relationships, "fingerprint": report.fingerprint.value}, form)
    out.print(f"{report.written} written, {counted(report.removed, 'node')} removed, in {report.seconds:.1f} s")
    if report.left_nodes or report.left_relationships:
        out.print(
            f"left out, as not scholargraph's: {counted(report.left_nodes, 'node')} and "
            f"{counted(report.left_relationships, 'relationship')} of the database",
            soft_wrap=True,
        )
