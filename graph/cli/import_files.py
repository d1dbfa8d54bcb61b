"""The command that writes what a first load makes of documents as files for any server's importer."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.loading import (
    BROKEN_OFF,
    AsOption,
    AuthorOption,
    ColumnOption,
    ColumnsOption,
    DocumentsArgument,
    EncodingOption,
    SeparatorOption,
    StrictOption,
    end_by,
    hints_of,
    print_report,
)
from graph.cli.options import Format, FormatOption, UnusedGraphOption
from graph.cli.output import console
from graph.cli.progress import error_console, load_progress
from graph.load.progress import LoadProgress
from graph.load.report import LoadReport
from graph.plain_text import shell_word


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)


def export(
    ctx: typer.Context,
    documents: DocumentsArgument,
    for_import: Annotated[
        Path, typer.Option(metavar="FOLDER", help="A new folder for the files and the command that imports them.")
    ],
    author: AuthorOption = None,
    column: ColumnOption = None,
    columns: ColumnsOption = None,
    author_separator: SeparatorOption = None,
    as_format: AsOption = None,
    encoding: EncodingOption = None,
    strict: StrictOption = False,
    form: FormatOption = Format.table,
    _graph: UnusedGraphOption = None,
) -> None:
    """Write what a first load of documents makes of them as files for any server's importer, with the ready command.

    The same graph as that of `scholargraph load`, for a server that cannot be filled in bulk from here: on another machine, in a
    container. Needs no server itself.
    """
    began = ctx.obj if isinstance(ctx.obj, float) else time.monotonic()
    from graph.bulk.import_files import write_import_files

    hints = hints_of(author, column, columns, author_separator, as_format, encoding)
    took = time.monotonic() - began
    report = write_telling(lambda progress: write_import_files(documents, for_import, hints, progress), for_import)
    report.add_start(took)
    print_report(report, form)
    name_command(for_import, form)
    end_by(report, strict=strict)


def write_telling(write: Callable[[Callable[[LoadProgress], None]], LoadReport], folder: Path) -> LoadReport:
    """Write files into a folder, and tell on standard error how far it is, or that nothing is left of what Ctrl-C broke off."""
    with load_progress() as teller:
        try:
            return write(teller.progress)
        except KeyboardInterrupt:
            error_console().print(f"broken off; nothing is left in {folder}", soft_wrap=True)
            raise typer.Exit(BROKEN_OFF) from None


def name_command(folder: Path, form: Format) -> None:
    """Say by what the files of a folder are imported."""
    if form is Format.table:
        script = shell_word(str(folder / "import.sh"))
        console().print(f"import them on a server's machine with: sh {script}", soft_wrap=True)
