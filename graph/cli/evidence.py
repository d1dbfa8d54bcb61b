"""Commands about the evidence for candidates as a whole: what it cannot reach, and what brings it."""

from typing import Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, LimitOption, opened
from graph.cli.output import print_answer


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (unlinkable_records, name_blocks):
        app.command()(command)


def unlinkable_records(
    min_probability: Annotated[float, typer.Option(min=0, max=1, help="What no candidate of theirs could reach.")] = 0.5,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Author records of which no candidate could be likely, whatever their papers shared with others'."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.unlinkable_records(min_probability, limit=limit)
        print_answer(found, form, limit=limit, empty="every record could reach it")


def name_blocks(
    min_probability: Annotated[float, typer.Option(min=0, max=1, help="Pairs of at least this probability are likely.")] = 0.5,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """What each kind of block of names brings: how many pairs meet, how many are similar, how many likely one person's."""
    with opened(graph) as opened_graph:
        print_answer(opened_graph.plain.name_blocks(min_probability), form, limit=0, empty="no names meet")
