"""Commands that run Cypher: stored queries by name, and any text that reads."""

import warnings
from typing import Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, UnusedGraphOption, divided, opened
from graph.cli.output import cell, print_answer, print_rows
from graph.cli.progress import error_console
from graph.errors import CypherWarning
from graph.queries.bound import Queries
from graph.queries.registry import Parameter, Registry
from graph.queries.types import parse_any
from graph.row_text import to_json


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(queries)
    app.command()(query)
    app.command()(cypher)


def queries(form: FormatOption = Format.table, _graph: UnusedGraphOption = None) -> None:
    """List the stored queries that can be asked, with their parameters."""
    rows = [
        {
            "name": found.name,
            "purpose": found.purpose,
            "params": [_declared(param) if form is not Format.table else param.name for param in found.params],
            "returns": [f"{column.name}: {column.type}" for column in found.returns],
            "about": found.about,
        }
        for found in Registry.shipped().questions()
    ]
    columns = ["name", "purpose", "params", "returns", "about"]
    if form is Format.table:
        columns = ["name", "params", "about"]
        rows = [{name: str(row[name]).split(". ")[0] if name == "about" else row[name] for name in columns} for row in rows]
    print_rows(columns, rows, form, limit=0)


def query(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name from `scholargraph queries`.", show_default=False)],
    params: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE…]", help="Its parameters; values as JSON or plain text.", show_default=False),
    ] = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Run a stored query. A parameter that is an author takes a name as well as a uid."""
    registry = Registry.shipped()
    given = dict(divided(param) for param in params or [])
    registry.arguments(registry.question(name).name, given, from_text=True)  # what is wrong is told before a server starts
    with opened(graph) as opened_graph:
        arguments = Queries(opened_graph.connection).arguments(name, given, from_text=True)
        found = opened_graph.plain.query(name, **arguments)
    print_answer(found, form)
    if "limit" not in given and arguments.get("limit") == len(found.rows):
        error_console().print(f"the first {len(found.rows)}, there may be more: limit is {len(found.rows)} unless you give one")


def cypher(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="Cypher that reads; the server refuses writing.", show_default=False)
    ],
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter; value as JSON or plain text.", show_default=False),
    ] = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Run any Cypher that reads. What JSON could be of a value (2015, true, null, ["a", "b"]) is it; '"2015"' is text."""
    given = {key: parse_any(value) for key, value in map(divided, param or [])}
    with opened(graph) as opened_graph, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", CypherWarning)
        found = opened_graph.plain.cypher(text, **given)
    print_answer(found, form, empty="no rows")
    for warning in caught:
        error_console().print(cell(f"warning: {warning.message}"), soft_wrap=True)


def _declared(param: Parameter) -> str:
    return f"{param.name}: {param.type}" + ("" if param.required else f" = {param.default_file or to_json(param.default)}")
