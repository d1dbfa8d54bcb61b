"""Commands about the local server: status, stop, serve."""

import os
from contextlib import ExitStack, suppress
from datetime import datetime
from typing import Annotated

import typer

from graph import server
from graph.cli.options import Format, FormatOption, GraphOption, graph_folder
from graph.cli.output import console, print_record
from graph.cli.progress import error_console, fetch_progress, working
from graph.connection import without_login
from graph.errors import ScholarGraphError
from graph.server.folder import USERNAME, Folder

PHASES = {
    "stopped": "not running; the next command starts it",
    "died": "ended without being stopped; the next command starts it anew",
    "failed": "did not start; the next command tries again",
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(status)
    app.command()(stop)
    app.command()(serve)


def status(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    """How the local graph's server is: up or not, where, who uses it, what it takes; and by which weights the graph goes."""
    found = server.status(graph_folder(graph))
    weights = _weights(found) if found.running else None
    if form is Format.table:
        print_record({**_in_words(found), "weights": weights}, form)
    else:
        print_record({**found.to_dict(), "weights": weights}, form)
    if graph is None and os.environ.get("NEO4J_URI"):
        note = f"NEO4J_URI is set: commands without --graph use {without_login(os.environ['NEO4J_URI'])}, and not this folder."
        error_console().print(note, soft_wrap=True)


def _weights(found: server.Status) -> str | None:
    """By which weights of identity evidence the graph goes, as far as its server says it. Nobody counts as a user for that."""
    from graph.connection import Connection
    from graph.identity.kept_weights import weights_in_use
    from graph.queries.bound import Queries

    try:
        place = Folder(found.folder)
        with Connection.open(found.bolt_uri, USERNAME, place.password()) as connection:
            in_use = weights_in_use(Queries(connection).read)
    except ScholarGraphError:
        return None
    return f"{'learned from it' if in_use.used else 'shipped'}, version {in_use.version}"


def _in_words(found: server.Status) -> dict[str, object]:
    """The status for people; what says nothing is left out."""
    size = f"{found.size_on_disk / 1_000_000:,.1f} MB on disk"
    words: dict[str, object] = {
        "folder": str(found.folder),
        "graph": f"Neo4j {found.version or found.line}, {size}" if found.exists else "none here yet",
        "server": "up" if found.running else PHASES.get(found.phase, found.phase),
    }
    if found.running:
        words |= {
            "process": f"{found.pid}, kept by {found.supervisor_pid}",
            "bolt": found.bolt_uri,
            "browser": found.browser_url,
            "memory": f"heap {found.heap}, page cache {found.page_cache}",
            "users": [user.in_words() for user in found.users] or "nobody",
            "stops": _when_it_stops(found),
        }
    elif found.phase in ("starting", "ready", "stopping"):
        words["server"] = f"{found.phase}, on the machine {found.host}"
    return words | {"reason": found.reason}


def _when_it_stops(found: server.Status) -> str:
    if found.stops_at is None or found.users:
        return f"{found.idle_minutes:g} minute{'s' * (found.idle_minutes != 1)} after its last user left"
    return f"at {datetime.fromtimestamp(found.stops_at).astimezone():%H:%M:%S} if nobody uses it before"


def stop(
    graph: GraphOption = None,
    force: Annotated[bool, typer.Option("--force", help="Stop it even where other processes use it.")] = False,
) -> None:
    """Stop the local graph's server now, unless other processes use it; --force stops it all the same."""
    folder = graph_folder(graph)
    with working(f"stopping the server of {folder}"):
        stopped = server.stop(folder, force=force)
    none = f"no server of {folder} was running" if server.exists(folder) else f"there is no graph in {folder}, and no server"
    told = f"stopped the server of {folder}" if stopped else none
    console().print(told, soft_wrap=True)


def serve(
    graph: GraphOption = None,
    line: Annotated[str | None, typer.Option(help="The Neo4j line of a new graph: 2026 or 5.26.", show_default=False)] = None,
    heap: Annotated[str | None, typer.Option(help="Memory for queries, such as 2g.", show_default=False)] = None,
    page_cache: Annotated[str | None, typer.Option(help="Memory for the store, such as 512m.", show_default=False)] = None,
    show_password: Annotated[bool, typer.Option(help="Print the password too.")] = False,
) -> None:
    """Keep the local graph's server up until Ctrl-C, and say how to log in."""

    def ready(session: server.Session) -> None:
        starting.close()
        print_addresses(session, show_password=show_password)
        error_console().print("It stays up until Ctrl-C.")

    with ExitStack() as starting, suppress(KeyboardInterrupt):
        progress = starting.enter_context(fetch_progress())
        server.serve(graph_folder(graph), ready, line=line, heap=heap, page_cache=page_cache, progress=progress)


def print_addresses(session: server.Session, *, show_password: bool = False) -> None:
    """Say where the server answers and how to log in, without showing the password unless asked to."""
    out = console()
    out.print(f"Neo4j    {session.version}, graph in {session.folder}", soft_wrap=True)
    out.print(f"Browser  {session.browser_url}")
    out.print(f"Bolt     {session.bolt_uri}")
    login = session.password if show_password else f"in the file {session.credentials_file}"
    out.print(f"login    user {session.username}, password {login}", soft_wrap=True)
