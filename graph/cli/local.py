"""Commands about the local server: status, stop, serve."""

from contextlib import suppress
from datetime import datetime
from typing import Annotated

import typer

from graph import server
from graph.cli.options import Format, FormatOption, GraphOption, graph_folder
from graph.cli.output import console, print_json, print_record
from graph.cli.progress import error_console, fetch_progress


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(status)
    app.command()(stop)
    app.command()(serve)


def status(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    """How the local graph's server is: up or not, where, who uses it, what it takes."""
    found = server.status(graph_folder(graph)).to_dict()
    if form is Format.json:
        print_json(found)
        return
    for name in ("idle_since", "stops_at"):
        if isinstance(found[name], float):
            found[name] = datetime.fromtimestamp(found[name]).astimezone().isoformat(timespec="seconds")  # type: ignore[arg-type]
    print_record(found, form)


def stop(graph: GraphOption = None) -> None:
    """Stop the local graph's server now."""
    folder = graph_folder(graph)
    console().print(f"stopped the server of {folder}" if server.stop(folder) else f"no server of {folder} was running")


def serve(
    graph: GraphOption = None,
    line: Annotated[str | None, typer.Option(help="The Neo4j line of a new graph: 2026 or 5.26.", show_default=False)] = None,
    heap: Annotated[str | None, typer.Option(help="Memory for queries, such as 2g.", show_default=False)] = None,
    page_cache: Annotated[str | None, typer.Option(help="Memory for the store, such as 512m.", show_default=False)] = None,
    show_password: Annotated[bool, typer.Option(help="Print the password too.")] = False,
) -> None:
    """Keep the local graph's server up until Ctrl-C, and say how to log in."""

    def ready(session: server.Session) -> None:
        print_addresses(session, show_password=show_password)
        error_console().print("It stays up until Ctrl-C.")

    with fetch_progress() as progress, suppress(KeyboardInterrupt):
        server.serve(graph_folder(graph), ready, line=line, heap=heap, page_cache=page_cache, progress=progress)


def print_addresses(session: server.Session, *, show_password: bool = False) -> None:
    """Say where the server answers and how to log in, without showing the password unless asked to."""
    out = console()
    out.print(f"Neo4j    {session.version}, graph in {session.folder}", soft_wrap=True)
    out.print(f"Browser  {session.browser_url}")
    out.print(f"Bolt     {session.bolt_uri}")
    login = session.password if show_password else f"in the file {session.credentials_file}"
    out.print(f"login    user {session.username}, password {login}", soft_wrap=True)
