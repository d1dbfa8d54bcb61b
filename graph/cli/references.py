"""The command that gives references to the programs that people cite with."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import (
    AboutTopicOption,
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
from graph.cli.progress import error_console
from graph.files import STANDARD
from graph.queries.bound import Queries
from graph.references.writing import reference_format, references_of, write_references
from graph.topic_questions import MIN_SCORE
from loaders.counted import counted


class ReferenceForm(StrEnum):
    """The form of references."""

    bibtex = "bibtex"
    ris = "ris"
    csl_json = "csl-json"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(references)


def references(
    papers: Annotated[
        list[str] | None, typer.Argument(metavar="[PAPER…]", help="Uids of papers; without them all.", show_default=False)
    ] = None,
    author: OfAuthorOption = None,
    venue: InVenueOption = None,
    topic: AboutTopicOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="A file to write: .bib, .ris or .json.", show_default=False),
    ] = None,
    form: Annotated[
        ReferenceForm | None, typer.Option("--as", help="The form, whatever the file's ending.", show_default=False)
    ] = None,
    overwrite: OverwriteOption = False,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
) -> None:
    """Papers as references: BibTeX, RIS or CSL-JSON, the newest first; without --output on standard output, as BibTeX.

    For instance: scholargraph references --author "Soham De" --since 2020 --output de.bib
    """
    wanted = form.value if form else None if output else ReferenceForm.bibtex.value
    reference_format(wanted, output)
    with opened(graph) as opened_graph:
        found = references_of(
            Queries(opened_graph.connection), uids=papers or None, author=author, together=together, venue=venue, topic=topic,
            since=since, until=until, min_score=min_score, limit=limit,
        )  # fmt: skip
    write_references(found, output or STANDARD, wanted, overwrite=overwrite)
    several = sum(reference.appearances > 1 for reference in found)
    more = f"; {several:,} appeared in several places, of which the first that is no preprint is given" if several else ""
    error_console().print(f"{counted(len(found), 'reference')}{more}", soft_wrap=True)
