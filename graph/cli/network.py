"""The command that gives networks to other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import (
    AboutTopicOption,
    Format,
    FormatOption,
    GraphOption,
    InVenueOption,
    LimitOption,
    MinScoreOption,
    OfAuthorOption,
    OverwriteOption,
    SinceOption,
    TogetherOption,
    UntilOption,
    opened,
)
from graph.cli.output import print_rows
from graph.cli.progress import error_console
from graph.errors import ParameterError
from graph.networks.asking import network_of
from graph.networks.network import Network
from graph.networks.writing import FORMATS, format_of, write_network
from graph.queries.bound import Queries
from graph.queries.registry import limited
from graph.topic_questions import MIN_SCORE

_FORMS = ", ".join(f"{form.name} ({form.ending})" for form in FORMATS)


class NetworkKind(StrEnum):
    """What is tied to what."""

    collaboration = "collaboration"
    citation = "citation"
    topics = "topics"
    venues = "venues"
    institutions = "institutions"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(network)


def network(
    kind: Annotated[NetworkKind, typer.Argument(help="What is tied to what.", show_default=False)],
    author: OfAuthorOption = None,
    venue: InVenueOption = None,
    topic: AboutTopicOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    min_weight: Annotated[int, typer.Option(min=1, help="Only ties of at least this weight.")] = 1,
    max_authors: Annotated[int, typer.Option(min=0, help="A paper of more people ties nobody; 0 for no such limit.")] = 25,
    nodes: Annotated[int, typer.Option(min=0, help="Only so many nodes, those with most papers; 0 for all.")] = 0,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help=f"A file to write: {_FORMS}.", show_default=False)
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", metavar="FORM", help="The form of the file, whatever its ending.", show_default=False)
    ] = None,
    overwrite: OverwriteOption = False,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    printed: FormatOption = Format.table,
) -> None:
    """Who and what hangs together, as a file for Gephi, VOSviewer, Pajek, networkx and others, or as a table of ties.

    For instance: scholargraph network collaboration --venue ACL --since 2020 --output acl.graphml
    """
    if form and not output:
        raise ParameterError("--as says what form a file has: name the file with --output")
    if output:
        format_of(output, form)
    with opened(graph) as opened_graph:
        found = network_of(
            Queries(opened_graph.connection), kind.value, author=author, together=together, venue=venue, topic=topic,
            since=since, until=until, min_score=min_score, min_weight=min_weight, max_authors=max_authors, nodes=nodes,
        )  # fmt: skip
    if output:
        for place in write_network(found, output, form, overwrite=overwrite):
            typer.echo(place)
    else:
        _print_ties(found, printed, limit)
    error_console().print(found.in_words, soft_wrap=True)


def _print_ties(found: Network, printed: Format, limit: int | None) -> None:
    names = {node.uid: node.name for node in found.nodes}
    rows: list[dict[str, object]] = [
        {
            "source": tie.source, "source_name": names[tie.source], "target": tie.target, "target_name": names[tie.target],
            "weight": tie.weight, "strength": tie.strength, "first_year": tie.first_year, "last_year": tie.last_year,
        }
        for tie in limited(list(found.ties), limit)
    ]  # fmt: skip
    columns = ["source", "source_name", "target", "target_name", "weight", "strength", "first_year", "last_year"]
    if printed is Format.table:
        columns = [name for name in columns if name not in ("source", "target")]
        rows = [{name: row[name] for name in columns} for row in rows]
    print_rows(columns, rows, printed, limit=limit, empty="no ties")
