"""The commands that show the graph as pages: served, as a folder of files, as one file about one author."""

import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.browser import has_display
from graph.cli.options import AuthorArgument, GraphOption, TogetherOption, opened
from graph.cli.output import console
from graph.cli.progress import error_console, working
from graph.errors import ParameterError
from graph.explore.needed import need_pages
from graph.queries.bound import Queries
from loaders.counted import counted


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(explore)
    app.command()(report)


def explore(
    graph: GraphOption = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="The port; without it the first free from 8480 on.", show_default=False)
    ] = None,
    export_to: Annotated[
        Path | None,
        typer.Option("--export", metavar="FOLDER", help="Write the pages as files into a folder instead.", show_default=False),
    ] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(help="With --export: pages about this author; may be given several times.", show_default=False),
    ] = None,
    most: Annotated[
        int, typer.Option(min=0, help="With --export and no --author: the people with most papers, so many; 0 for all.")
    ] = 25,
    together: Annotated[
        bool,
        typer.Option("--together", help="With --export: show all records of an author's name that are likely one person as one."),
    ] = False,
    open_it: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it, where there is a display; or only say where.")
    ] = True,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody decide about candidates in the pages.")] = False,
) -> None:
    """Look at the graph in a web browser: people, papers, topics, venues, and what is doubtful. Needs the extra "explore".

    The pages are served on this machine only, until Ctrl-C. Who opens the address of the review can decide about candidates, as
    `review` does; any other only reads. As files they can be opened from disk, or put on any web server.
    """
    need_pages()
    if export_to is not None:
        _export(graph, export_to, author, most, together=together)
        return
    if author or together:
        given = f"--author {author[0]!r}" if author else "--together"
        raise ParameterError(f"{given} goes with --export FOLDER only")
    from graph.explore.access import PLACE, TOKEN, Access
    from graph.explore.asking import Asking
    from graph.explore.serving import serve

    access = None if read_only else Access()

    def ready(address: str) -> None:
        console().print(f"Pages    {address}", soft_wrap=True)
        if access:
            console().print(f"Review   {address}{PLACE}?{TOKEN}={access.token}", soft_wrap=True)
            error_console().print("Who opens the address of the review can decide: keep it to yourself.")
        error_console().print("They stay up until Ctrl-C.")
        if open_it and has_display():
            webbrowser.open(f"{address}/?{TOKEN}={access.ticket()}" if access else address)

    with opened(graph) as opened_graph, suppress(KeyboardInterrupt):
        asking = Asking(Queries(opened_graph.connection))
        with working("having papers grouped"):
            asking.group_papers()
        serve(asking, port, ready, access)


def report(
    author: AuthorArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.", show_default=False)],
    together: TogetherOption = False,
    graph: GraphOption = None,
) -> None:
    """Write all about one author into one HTML file that needs nothing else. Needs the extra "explore"."""
    need_pages()
    from graph.explore.asking import Asking
    from graph.explore.exporting import report as report_of
    from graph.explore.exporting import write

    with opened(graph) as opened_graph:
        text = report_of(Asking(Queries(opened_graph.connection)), author, together=together)
    write(output, text)
    console().print(f"wrote {output}", soft_wrap=True)


def _export(graph: Path | None, folder: Path, authors: list[str] | None, most: int, *, together: bool) -> None:
    from graph.explore.asking import Asking
    from graph.explore.exporting import Export, most_prolific

    with opened(graph) as opened_graph, working(f"writing pages into {folder}"):
        asking = Asking(Queries(opened_graph.connection))
        written = Export(asking, folder, authors or most_prolific(asking, most), together).write()
    console().print(f"wrote {counted(written, 'page')}; start with {folder / 'index.html'}", soft_wrap=True)
