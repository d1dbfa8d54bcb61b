"""Commands that bring documents in and take them out: load, unload, documents."""

import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, divided, opened
from graph.cli.output import cell, console, print_answer, print_json, print_rows
from graph.cli.progress import error_console, load_progress, memory_words, working
from graph.facade import ScholarGraph
from graph.load.report import LoadReport, Note
from loaders.counted import counted

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

COLUMNS = ("location", "format", "read", "new", "joined", "unchanged", "rejected", "confirmed")
NOTES_SHOWN = 20

DocumentsArgument = Annotated[
    list[str],
    typer.Argument(metavar="DOCUMENT…", help="Files, folders, patterns, or - for standard input.", show_default=False),
]
AuthorOption = Annotated[
    str | None, typer.Option(help="Whose listing it is, for a format that does not say so itself.", show_default=False)
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=COLUMN",
        help="Which column of a table holds what; a field's second column counts where its first is empty.",
        show_default=False,
    ),
]
SeparatorOption = Annotated[
    str | None, typer.Option(metavar="TEXT", help="What stands between names in one cell of a table.", show_default=False)
]
StrictOption = Annotated[
    bool,
    typer.Option(
        help="End with exit code 1 if anything was rejected, a document cannot be read, or a count is not confirmed; "
        "without it, only if no document can be read."
    ),
]

BROKEN_OFF = 130
"""The exit code that shells give a program which Ctrl-C ended."""
STEP_WORDS = {
    "start": "to start", "reading": "reading", "planning": "planning", "importing": "importing", "indexing": "building indexes",
    "writing": "writing", "names": "comparing names",
}  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="Load documents; the same ones again change nothing.")(load)
    app.command()(compare_names)
    app.command(help="Take a document's facts out again, leaving what others also say.")(unload)
    app.command(help="List the loaded documents.")(documents)
    app.command(help="List the formats that are read: what they are, how they are told, and the options they take.")(formats)


def load(
    ctx: typer.Context,
    documents: DocumentsArgument,
    author: AuthorOption = None,
    column: ColumnOption = None,
    author_separator: SeparatorOption = None,
    bulk: Annotated[
        bool | None,
        typer.Option(
            "--bulk/--no-bulk",
            help="Fill an empty local graph by the server's offline importer, or never; without it, where that is faster.",
            show_default=False,
        ),
    ] = None,
    strict: StrictOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    began = ctx.obj if isinstance(ctx.obj, float) else time.monotonic()
    columns = columns_named(column)
    with opened(graph, create=True) as opened_graph:
        took = time.monotonic() - began
        report = load_telling(
            opened_graph, documents, author=author, columns=columns, author_separator=author_separator, bulk=bulk
        )
    report.add_start(took)
    print_report(report, form)
    end_by(report, strict=strict)


def columns_named(given: Sequence[str] | None) -> dict[str, list[str]] | None:
    """The columns of each field, of options FIELD=COLUMN; None where none are named. Raises ParameterError."""
    columns: dict[str, list[str]] = {}
    for field, name in map(divided, given or []):
        columns.setdefault(field, []).append(name)
    return columns or None


def end_by(report: LoadReport, *, strict: bool) -> None:
    """End the command with the exit code that the report asks for."""
    if report.unreadable == len(report.documents) or (strict and not report.clean):
        raise typer.Exit(1)


def compare_names(graph: GraphOption = None) -> None:
    """Merge, compare and group the author records that wait for it, as after an import or a load that was broken off."""
    with opened(graph) as opened_graph, working("comparing names"):
        count = opened_graph.compare_names()
    console().print(f"{counted(count, 'author record')} compared", soft_wrap=True, markup=False)


def unload(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its location as loaded, its uid or its SHA-256.")],
    graph: GraphOption = None,
) -> None:
    with opened(graph) as opened_graph, working(f"taking out {document}"):
        count = opened_graph.unload(document)
    console().print(f"took out {document}: {counted(count, 'record')}", soft_wrap=True, markup=False)


def formats(form: FormatOption = Format.table) -> None:
    found = ScholarGraph.formats()
    shown = ("name", "about", "endings", "told_by", "options")
    print_rows(shown, found, form, limit=0)
    if form is Format.table:
        console().print("\nThe content tells the format, not the name of the file; compressed files are read as what they hold.")


def documents(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    with opened(graph) as opened_graph:
        found = opened_graph.plain.documents()
    shown = ("uid", "location", "format", "about", "papers", "read", "rejected", "confirmed")
    print_answer(found, form, shown=shown, empty="no documents are loaded; load some with `scholargraph load FILES`")


def load_telling(
    graph: ScholarGraph,
    documents: Iterable[str | Path],
    *,
    author: str | None = None,
    columns: Mapping[str, Sequence[str]] | None = None,
    author_separator: str | None = None,
    bulk: bool | None = None,
    spark: "SparkSession | None" = None,
) -> LoadReport:
    """Load, and tell on standard error how far it is, or was when Ctrl-C broke it off."""
    with load_progress() as teller:
        try:
            return graph.load(
                documents,
                author=author,
                columns=columns,
                author_separator=author_separator,
                bulk=bulk,
                spark=spark,
                progress=teller.progress,
            )
        except KeyboardInterrupt:
            error_console().print(f"broken off: {teller.so_far}", markup=False, soft_wrap=True)
            raise typer.Exit(BROKEN_OFF) from None


def print_report(report: LoadReport, form: Format) -> None:
    """Print what a load did. JSON is the whole report; CSV and JSON lines have a row a document."""
    if form is Format.json:
        print_json(report.to_dict())
        return
    rows = [document.to_dict() for document in report.documents]
    if form is Format.jsonl:
        print_rows([], rows, form)
        return
    counted = [{**row, "rejected": len(document.rejected)} for row, document in zip(rows, report.documents, strict=True)]
    print_rows(COLUMNS, [{name: row[name] for name in COLUMNS} for row in counted], form, limit=0)
    if form is Format.table:
        _print_summary(report)


def _print_summary(report: LoadReport) -> None:
    totals, out = report.totals, console()
    read = f"{counted(totals['read'], 'record')} from {counted(totals['documents'], 'document')}"
    out.print(
        f"\n{read} in {report.seconds:.1f} s: {totals['new']} new, "
        f"{totals['joined']} joined, {totals['unchanged']} unchanged, {totals['rejected']} rejected",
        soft_wrap=True,
    )
    for step, seconds in report.seconds_by_step.items():
        held = report.memory_by_step.get(step)
        memory = f"   up to {memory_words(*held)}" if held else ""
        out.print(f"{seconds:9.1f} s {STEP_WORDS[step]:<15}{memory}".rstrip(), style="dim", soft_wrap=True)
    notes = error_console()
    for kind in ("rejected", "warning"):
        found = [(row.location, note) for row in report.documents for note in _notes(row.rejected, row.warnings, kind)]
        for location, note in found[:NOTES_SHOWN]:
            place = f"{location}, {note.where}" if note.where else location
            notes.print(cell(f"{kind}: {place}: {note.reason}"), soft_wrap=True)
        if len(found) > NOTES_SHOWN:
            notes.print(f"… {len(found) - NOTES_SHOWN} more of these; --format json lists all")


def _notes(rejected: list[Note], warnings: list[Note], kind: str) -> list[Note]:
    return rejected if kind == "rejected" else warnings
