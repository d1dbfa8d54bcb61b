"""`scholargraph browser`: Neo4j Browser on the graph, and what makes it at home there."""

import os
import sys
import webbrowser
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from graph import server
from graph.browser import examples, export
from graph.cli.local import print_addresses
from graph.cli.options import GraphOption, need_graph, opened
from graph.cli.output import console
from graph.cli.progress import error_console, fetch_progress
from graph.connection import without_login
from graph.errors import ParameterError
from graph.queries.bound import Queries
from graph.queries.registry import Registry

HTTP_PORT = 7474
"""Where a Neo4j server answers browsers unless it was told otherwise."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(browser)


def browser(
    graph: GraphOption = None,
    export_to: Annotated[
        Path | None,
        typer.Option(
            "--export", metavar="FOLDER", help="Write favourites, a style and a guide for Browser instead.", show_default=False
        ),
    ] = None,
    author: Annotated[
        str | None,
        typer.Option(help="With --export: the author of the examples; else the one with most papers.", show_default=False),
    ] = None,
    show_password: Annotated[bool, typer.Option("--show-password", help="Print the password too.")] = False,
    open_it: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it, where there is a display; or only say where.")
    ] = True,
) -> None:
    """Open the graph in Neo4j Browser, and keep a local graph's server up until Ctrl-C."""
    if export_to is not None:
        _export(graph, export_to, author)
    elif author is not None:
        raise ParameterError(f"--author {author!r} goes with --export FOLDER only")
    elif graph is None and os.environ.get("NEO4J_URI"):
        _say_where(without_login(os.environ["NEO4J_URI"]))
    else:
        _serve(need_graph(graph), show_password=show_password, open_it=open_it)


def _serve(folder: Path, *, show_password: bool, open_it: bool) -> None:
    def ready(session: server.Session) -> None:
        starting.close()
        print_addresses(session, show_password=show_password)
        if open_it and has_display():
            webbrowser.open(address(session))
        error_console().print(
            "The server stays up until Ctrl-C. `scholargraph browser --export FOLDER` writes favourites and a style."
        )

    with ExitStack() as starting, suppress(KeyboardInterrupt):
        progress = starting.enter_context(fetch_progress())
        server.serve(folder, ready, progress=progress)


def _export(graph: Path | None, folder: Path, author: str | None) -> None:
    with opened(graph) as opened_graph:
        uid = None if author is None else opened_graph.author_uid(author)
        found = examples(Queries(opened_graph.connection), uid)
    for path in export(Registry.shipped(), found, folder):
        console().print(f"wrote {path}", soft_wrap=True)
    console().print(f"The examples are about {found.values['author']}. Start with guide.md.", soft_wrap=True)


def _say_where(uri: str) -> None:
    """All that a Bolt address and the environment tell about a server's Browser."""
    out = console()
    host = urlsplit(uri).hostname or "localhost"
    if host.endswith(".neo4j.io"):
        out.print("Browser  https://console.neo4j.io, under Query")
    else:
        out.print(f"Browser  usually http://{host}:{HTTP_PORT}/browser/ (NEO4J_URI does not say)", soft_wrap=True)
    out.print(f"Bolt     {uri}", soft_wrap=True)
    out.print(
        f"login    user {os.environ.get('NEO4J_USERNAME', 'neo4j')}, the password that NEO4J_PASSWORD holds", soft_wrap=True
    )


def address(session: server.Session) -> str:
    """Browser's address with server and user filled in (https://neo4j.com/docs/browser-manual/current/operations/browser-url-parameters/)."""
    bolt = urlsplit(session.bolt_uri)
    return f"{session.browser_url}?dbms={bolt.scheme}://{session.username}@{bolt.netloc}"


def has_display() -> bool:
    """Whether a window can open: a browser of the terminal would take the terminal over."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
