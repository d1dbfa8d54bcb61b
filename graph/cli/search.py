"""The command that finds what a text may mean."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, opened
from graph.cli.output import print_answer
from graph.queries.searching import EACH


class Kind(StrEnum):
    """What can be looked for."""

    author = "author"
    paper = "paper"
    topic = "topic"
    venue = "venue"
    institution = "institution"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(search)


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name, words of a title, a topic, an abbreviation, an ISSN.")],
    kinds: Annotated[
        list[Kind] | None, typer.Option("--kind", help="Only this kind; may be given several times.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="At most so many of each kind; 0 for all.")] = EACH,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Find authors, papers, topics, venues and institutions by a text: words that begin so, or are nearly so, will do."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.search(text, kinds=[kind.value for kind in kinds] if kinds else None, limit=limit)
    print_answer(found, form, limit=0, empty="nothing is like it")
