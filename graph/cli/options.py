"""Options that many commands share, and how they open the graph."""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer
from platformdirs import user_data_path

from graph import server
from graph.cli.progress import error_console, fetch_progress, working
from graph.connection import without_login
from graph.errors import NoGraphError, OlderFormWarning, ParameterError, UnfinishedGraphWarning, UnusedWeightsWarning
from graph.facade import ScholarGraph

GRAPH_VARIABLE = "SCHOLARGRAPH_GRAPH"


class Order(StrEnum):
    """What candidates are ordered by."""

    probability = "probability"
    worth = "worth"
    teaching = "teaching"


class Format(StrEnum):
    """How results are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    jsonl = "jsonl"
    parquet = "parquet"


def _same_before_and_after(ctx: typer.Context, folder: Path | None) -> Path | None:
    """The folder given with a command, else the one given before it."""
    before: Path | None = ctx.find_root().params.get("graph")
    if folder is None or before is None or ctx is ctx.find_root():
        return folder or before
    if folder.absolute() != before.absolute():
        raise typer.BadParameter(f"{str(before)!r} before the command and {str(folder)!r} after it; give one of them")
    return folder


GraphOption = Annotated[
    Path | None,
    typer.Option(
        "--graph",
        "-g",
        metavar="FOLDER",
        help=f"The local graph's folder. Without it: the Neo4j of NEO4J_URI if that is set, else {GRAPH_VARIABLE}, "
        "else a folder in your user data.",
        show_default=False,
        callback=_same_before_and_after,
    ),
]
UnusedGraphOption = Annotated[
    Path | None, typer.Option("--graph", "-g", metavar="FOLDER", hidden=True, callback=_same_before_and_after)
]
"""Of a command that needs no graph: taken at either side of it, as by all others."""
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print the result.")]
LimitOption = Annotated[
    int | None, typer.Option("--limit", "-n", min=0, help="At most so many rows; 0 for all.", show_default=False)
]
OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there.")]
SinceOption = Annotated[int | None, typer.Option(help="Only papers from this year on.", show_default=False)]
UntilOption = Annotated[int | None, typer.Option(help="Only papers up to this year.", show_default=False)]
OfAuthorOption = Annotated[str | None, typer.Option(help="Only papers of this author.", show_default=False)]
InVenueOption = Annotated[str | None, typer.Option(help="Only papers in this venue.", show_default=False)]
MinScoreOption = Annotated[
    float, typer.Option(min=0, max=1, help="Topics derived from texts from this score on; given ones always count.")
]
AboutTopicOption = Annotated[str | None, typer.Option(help="Only papers about this topic.", show_default=False)]
OrderOption = Annotated[
    Order,
    typer.Option(help="The likeliest first; those of which a decision changes most; or those that tell the weights most."),
]
OptionalAuthor = Annotated[
    str | None,
    typer.Argument(metavar="[AUTHOR]", help="A uid, or an exact name in any case; without it all.", show_default=False),
]
TogetherOption = Annotated[
    bool,
    typer.Option(
        "--together", help="With all records of the author's name that are one person by a probability of .95 at least."
    ),
]
AuthorArgument = Annotated[str, typer.Argument(metavar="AUTHOR", help="A uid, or an exact name in any case.", show_default=False)]


def graph_folder(folder: Path | None) -> Path:
    """The folder of the local graph: as given, else by environment, else in the user's data folder."""
    if folder is not None:
        return folder
    named = os.environ.get(GRAPH_VARIABLE)
    return Path(named) if named else user_data_path("scholargraph") / "graph"


def need_graph(folder: Path | None) -> Path:
    """The folder of the local graph, in which there is one. Raises NoGraphError, which says what makes one."""
    found = graph_folder(folder)
    if server.exists(found):
        return found
    usual = "" if folder is None else f"; without --graph the folder is {graph_folder(None)}"
    raise NoGraphError(
        f"There is no graph in {found.expanduser().absolute()}. `scholargraph load FILES` makes one there; --graph FOLDER names "
        f"another folder{usual}."
    )


_TOLD = (OlderFormWarning, UnfinishedGraphWarning, UnusedWeightsWarning)


@contextmanager
def opened(folder: Path | None, *, create: bool = False, warns: bool = True) -> Iterator[ScholarGraph]:
    """The graph that the command line and the environment name; only with `create` a new one where there is none. Where an
    earlier scholargraph wrote it, that is told on standard error, unless the command does (`warns`). Raises NoGraphError."""
    with older_graphs_told(aloud=warns), _opened(folder, create=create) as graph:
        yield graph


@contextmanager
def older_graphs_told(*, aloud: bool = True) -> Iterator[None]:
    """Have what is to be said of a graph that an earlier scholargraph wrote, that is a part only, or of which the weights are
    not used, on standard error."""
    with warnings.catch_warnings():
        for told in _TOLD:
            warnings.simplefilter("always" if aloud else "ignore", told)
        others = warnings.showwarning

        def show(
            message: Warning | str, category: type[Warning], filename: str, lineno: int,
            file: TextIO | None = None, line: str | None = None,
        ) -> None:  # fmt: skip
            if issubclass(category, _TOLD):
                error_console().print(f"note: {message}", soft_wrap=True)
            else:
                others(message, category, filename, lineno, file, line)

        warnings.showwarning = show
        yield


@contextmanager
def _opened(folder: Path | None, *, create: bool) -> Iterator[ScholarGraph]:
    if folder is None and os.environ.get("NEO4J_URI"):
        with working(f"connecting to {without_login(os.environ['NEO4J_URI'])}"):
            graph = ScholarGraph.connect()
        with graph:
            yield graph
        return
    place = graph_folder(folder) if create else need_graph(folder)
    with fetch_progress() as progress:
        graph = ScholarGraph.open(place, progress=progress)
    with graph:
        yield graph


def divided(given: str) -> tuple[str, str]:
    """Key and value of a KEY=VALUE. Raises ParameterError."""
    key, equals, value = given.partition("=")
    if not equals or not key:
        raise ParameterError(f"{given!r} is not of the form key=value")
    return key, value
