"""Commands that bring documents in and take them out: load, unload, documents."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
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

    from graph.documents import Hints

COLUMNS = ("location", "format", "read", "new", "joined", "unchanged", "rejected", "confirmed")
NOTES_SHOWN = 20

DocumentsArgument = Annotated[
    list[str],
    typer.Argument(metavar="DOCUMENT…", help="Files, folders, archives, patterns, or - for standard input.", show_default=False),
]
AuthorOption = Annotated[
    str | None, typer.Option(help="Whose listing it is, for a format that does not say so itself.", show_default=False)
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=COLUMN",
        help="Which column of a table holds what; a field's second column counts where its first is empty, FIELD= says that none "
        "does. Other columns are read by their names.",
        show_default=False,
    ),
]
ColumnsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help='The same in a TOML file that can be kept, a line title = "Name" for each field; --column goes before it.',
        show_default=False,
    ),
]
AsOption = Annotated[
    str | None,
    typer.Option(
        "--as", metavar="FORMAT", help="Of which format all of it is, where the content does not tell.", show_default=False
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Of which encoding the texts are, where not UTF-8 (mac_roman, cp1250, …).",
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
    "writing": "writing", "topics": "finding topics", "names": "comparing names",
}  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="Load documents; the same ones again change nothing.")(load)
    app.command()(compare_names)
    app.command(help="Take a document's facts out again, leaving what others also say.")(unload)
    app.command(help="List the loaded documents.")(documents)


def load(
    ctx: typer.Context,
    documents: DocumentsArgument,
    author: AuthorOption = None,
    column: ColumnOption = None,
    columns: ColumnsOption = None,
    author_separator: SeparatorOption = None,
    as_format: AsOption = None,
    encoding: EncodingOption = None,
    bulk: Annotated[
        bool | None,
        typer.Option(
            "--bulk/--no-bulk",
            help="Fill an empty graph by all processors and the offline importer, or over Bolt where it is not local; or "
            "never. Without it, where that is faster.",
            show_default=False,
        ),
    ] = None,
    strict: StrictOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    began = ctx.obj if isinstance(ctx.obj, float) else time.monotonic()
    hints = hints_of(author, column, columns, author_separator, as_format, encoding)
    with opened(graph, create=True) as opened_graph:
        took = time.monotonic() - began
        report = load_telling(opened_graph, documents, hints, bulk=bulk)
    report.add_start(took)
    print_report(report, form)
    end_by(report, strict=strict)


def hints_of(
    author: str | None,
    column: Sequence[str] | None,
    columns: Path | None,
    separator: str | None,
    as_format: str | None,
    encoding: str | None = None,
) -> "Hints":
    """What the options say of documents: columns of the file `columns`, a field of which gives way to options FIELD=COLUMN.
    Raises ParameterError."""
    from graph.documents import Hints, columns_in

    named: dict[str, list[str]] = {}
    for field, name in map(divided, column or []):
        named.setdefault(field, []).append(name)
    kept, kept_separator = columns_in(columns) if columns else ({}, None)
    between = separator if separator is not None else kept_separator
    return Hints.of(author, {**kept, **named} or None, between, as_format, encoding)


def end_by(report: LoadReport, *, strict: bool) -> None:
    """End the command with the exit code that the report asks for."""
    if report.unreadable == len(report.documents) or (strict and not report.clean):
        raise typer.Exit(1)


def compare_names(graph: GraphOption = None) -> None:
    """Merge, compare and group the author records that wait for it, as after an import or a load that was broken off."""
    with opened(graph) as opened_graph, working("comparing names"):
        count = opened_graph.compare_names()
    console().print(f"{counted(count, 'author record')} compared", soft_wrap=True)


def unload(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its location as loaded, its uid or its SHA-256.")],
    graph: GraphOption = None,
) -> None:
    with opened(graph) as opened_graph, working(f"taking out {document}"):
        count = opened_graph.unload(document)
    console().print(f"took out {document}: {counted(count, 'record')}", soft_wrap=True)


def documents(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    with opened(graph) as opened_graph:
        found = opened_graph.plain.documents()
    shown = ("uid", "location", "format", "about", "papers", "read", "rejected", "truncated", "confirmed")
    print_answer(found, form, shown=shown, empty="no documents are loaded; load some with `scholargraph load FILES`")


def load_telling(
    graph: ScholarGraph,
    documents: Iterable[str | Path],
    hints: "Hints | None" = None,
    *,
    bulk: bool | None = None,
    spark: "SparkSession | None" = None,
) -> LoadReport:
    """Load, and tell on standard error how far it is, or was when Ctrl-C broke it off."""
    from graph.documents import Hints

    hints = hints or Hints()
    with load_progress() as teller:
        try:
            return graph.load(
                documents,
                author=hints.author,
                columns=hints.columns,
                author_separator=hints.author_separator,
                format=hints.format,
                encoding=hints.encoding,
                bulk=bulk,
                spark=spark,
                progress=teller.progress,
            )
        except KeyboardInterrupt:
            error_console().print(f"broken off: {teller.so_far}", soft_wrap=True)
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
    if form is Format.table:
        for row, document in zip(counted, report.documents, strict=True):
            row["confirmed"] = f"no: {why}" if (why := document.unconfirmed) else row["confirmed"]
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
    if as_before := sum(row.as_before for row in report.documents):
        were = "is as it was" if as_before == 1 else "are as they were"
        out.print(f"{counted(as_before, 'document')} {were} and nothing of it had to be read again", soft_wrap=True)
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
    tell_left_out(report.left_out)


def tell_left_out(left_out: Sequence[Note]) -> None:
    """Say on standard error what was no document, files of one reason together."""
    for reason, times in Counter(note.reason for note in left_out).items():
        first = next(note.where for note in left_out if note.reason == reason)
        more = f" and {times - 1} more" if times > 1 else ""
        error_console().print(cell(f"left out: {first}{more}: {reason}"), soft_wrap=True)


def _notes(rejected: list[Note], warnings: list[Note], kind: str) -> list[Note]:
    return rejected if kind == "rejected" else warnings
