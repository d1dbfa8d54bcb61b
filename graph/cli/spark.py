"""The command that loads by Spark: into an empty local graph, or into files for any server's importer."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.import_files import name_command, write_telling
from graph.cli.loading import (
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
    load_telling,
    print_report,
)
from graph.cli.options import Format, FormatOption, GraphOption, divided, opened
from graph.errors import ParameterError
from graph.load.report import LoadReport

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from graph.documents import Hints


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(spark)


def spark(
    ctx: typer.Context,
    documents: DocumentsArgument,
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Write files for any server's importer into this new folder, with the command that imports them.",
            show_default=False,
        ),
    ] = None,
    master: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The cluster; without it that of spark-submit, else this machine.", show_default=False),
    ] = None,
    conf: Annotated[list[str] | None, typer.Option(metavar="KEY=VALUE", help="A setting of Spark.", show_default=False)] = None,
    author: AuthorOption = None,
    column: ColumnOption = None,
    columns: ColumnsOption = None,
    author_separator: SeparatorOption = None,
    as_format: AsOption = None,
    encoding: EncodingOption = None,
    strict: StrictOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Load by Spark what is too large for one machine: into an empty local graph, or with --to into files for any server.

    Documents and folders must have the same paths on all machines of the cluster, and scholargraph must be installed there. Needs
    the extra scholargraph[spark] and a Java 17 or newer.
    """
    began = ctx.obj if isinstance(ctx.obj, float) else time.monotonic()
    if to is not None and graph is not None:
        raise ParameterError("--to writes files for a server and --graph fills a local graph; give one of them")
    hints = hints_of(author, column, columns, author_separator, as_format, encoding)
    from graph.spark.session import spark_session

    with spark_session(master, dict(map(divided, conf or []))) as session:
        if to is not None:
            took = time.monotonic() - began
            report = _write(session, documents, to, hints)
        else:
            with opened(graph, create=True) as opened_graph:
                took = time.monotonic() - began
                report = load_telling(opened_graph, documents, hints, spark=session)
    report.add_start(took)
    print_report(report, form)
    if to is not None:
        name_command(to, form)
    end_by(report, strict=strict)


def _write(session: "SparkSession", documents: Sequence[str], to: Path, hints: "Hints") -> LoadReport:
    from graph.spark.import_files import write_import_files

    return write_telling(lambda progress: write_import_files(session, documents, to, hints, progress), to)
