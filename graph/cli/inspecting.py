"""Commands about documents that need no graph: what formats there are, and what a file would be loaded as."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from graph.cli.loading import (
    AsOption,
    AuthorOption,
    ColumnOption,
    ColumnsOption,
    DocumentsArgument,
    EncodingOption,
    SeparatorOption,
    hints_of,
    tell_left_out,
)
from graph.cli.options import Format, FormatOption, UnusedGraphOption
from graph.cli.output import console, print_json, print_record, print_rows
from graph.facade import ScholarGraph
from loaders.counted import counted

SHOWN = ("location", "format", "why", "others", "problem")
LONGEST_VALUE = 300


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(help="List the formats that are read: what they are, how they are told, and the options they take.")(formats)
    app.command()(inspect)


def formats(form: FormatOption = Format.table, _graph: UnusedGraphOption = None) -> None:
    found = ScholarGraph.formats()
    shown = ("name", "about", "endings", "told_by", "options")
    print_rows(shown, found, form, limit=0)
    if form is Format.table:
        console().print(
            "\nThe content tells the format, not the name of the file; compressed files and archives are read as what they hold. "
            "`scholargraph inspect FILE` shows what a file is taken for, and --as NAME says it where the content does not tell."
        )


def inspect(
    documents: DocumentsArgument,
    records: Annotated[int, typer.Option("--records", "-n", min=0, help="At most so many records of each document.")] = 3,
    author: AuthorOption = None,
    column: ColumnOption = None,
    columns: ColumnsOption = None,
    author_separator: SeparatorOption = None,
    as_format: AsOption = None,
    encoding: EncodingOption = None,
    form: FormatOption = Format.table,
    _graph: UnusedGraphOption = None,
) -> None:
    """Show what documents are taken for and why, what else would fit, and their first records as they would be loaded.

    Of a table also what each column is taken for, and which are not used. Nothing is loaded, and no graph is needed. JSON lines
    have a document a line; CSV and Parquet have no records.
    """
    from graph.documents.inspection import inspect as inspected

    found = inspected(documents, hints_of(author, column, columns, author_separator, as_format, encoding), records=records)
    if form is Format.json:
        print_json(found.to_dict())
    elif form is Format.jsonl:
        print_rows([], [one.to_dict() for one in found.documents], form)
    elif form is not Format.table:
        print_rows(SHOWN, [{name: one.to_dict()[name] for name in SHOWN} for one in found.documents], form)
    else:
        for one in found.documents:
            _print(one.to_dict())
    if form is not Format.json:
        tell_left_out(found.left_out)
    if all(one.format is None for one in found.documents):
        raise typer.Exit(1)


def _print(one: Mapping[str, Any]) -> None:
    out = console()
    out.print(f"\n{one['location']}", style="bold", soft_wrap=True)
    about = {"format": f"{one['format']}: {one['about']}" if one["format"] else None, "told by": one["why"]}
    print_record({**about, "fits too": ", ".join(one["others"]), "problem": one["problem"]}, Format.table)
    for kind in ("rejected", "warnings"):
        for note in one[kind]:
            out.print(": ".join(filter(None, (kind.removesuffix("s"), note["where"], note["reason"]))), soft_wrap=True)
    if one["columns"]:
        out.print()
        rows = [{**column, "gives": _given_by(column)} for column in one["columns"]]
        print_rows(("column", "gives", "example"), rows, Format.table, limit=0)
    for number, record in enumerate(one["records"], 1):
        out.print(f"\nrecord {number}", style="dim")
        print_record({name: _short(value) for name, value in _with_editors(record).items()}, Format.table)
    if one["format"] and not one["whole"]:
        out.print(f"\nlooked at the first {counted(len(one['records']), 'record')} only: more is told by --records", style="dim")


def _with_editors(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with its editors apart from its authors."""
    shown: dict[str, Any] = {}
    for name, value in record.items():
        shown[name] = value
        if name == "authors":
            shown["authors"] = [person for person in value if person.get("role") != "editor"]
            shown["editors"] = [person for person in value if person.get("role") == "editor"]
    return shown


def _given_by(column: Mapping[str, Any]) -> str:
    if column["gives"]:
        return ", ".join(column["gives"])
    return f"where others are empty: {', '.join(column['would_give'])}" if column["would_give"] else "not used"


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return f"{value[:LONGEST_VALUE]}…"
    if isinstance(value, list):
        return [_identifier(item) for item in value]
    return value


def _identifier(value: object) -> object:
    """An identifier as one word; anything else as it is."""
    if isinstance(value, Mapping) and value.keys() == {"scheme", "value"}:
        return f"{value['scheme']}:{value['value']}"
    return value
