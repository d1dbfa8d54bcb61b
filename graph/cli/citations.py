"""Commands that answer questions about citations: by whose count, and which papers are cited most."""

from typing import Annotated

import typer

from graph.cli.options import (
    AboutTopicOption,
    Format,
    FormatOption,
    GraphOption,
    InVenueOption,
    MinScoreOption,
    OptionalAuthor,
    SinceOption,
    TogetherOption,
    UntilOption,
    opened,
)
from graph.cli.output import note_of_rows, print_answer
from graph.cli.topics import InstitutionOption
from graph.topic_questions import MIN_SCORE


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (citation_counts, cited_papers):
        app.command()(command)


def citation_counts(
    author: OptionalAuthor = None,
    venue: InVenueOption = None,
    institution: InstitutionOption = None,
    topic: AboutTopicOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Citations and h-index by each source of counts (OpenAlex, Crossref, Scopus …), with how many papers it does not count, and
    apart from these by the references of the graph's own papers."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.citation_counts(
            author, together=together, venue=venue, institution=institution, topic=topic, since=since, until=until,
            min_score=min_score,
        )  # fmt: skip
    print_answer(found, form, shown=[name for name in found.columns if name != "given"], limit=0, empty="no papers")


def cited_papers(
    author: OptionalAuthor = None,
    venue: InVenueOption = None,
    institution: InstitutionOption = None,
    topic: AboutTopicOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    source: Annotated[
        str | None,
        typer.Option(
            help='By the counts of this source, such as OpenAlex, or "this graph"; without it by each paper\'s highest.',
            show_default=False,
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many papers; 0 for all.")] = 25,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """The most cited papers, with what each source counts and how many papers of the graph cite them."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.cited_papers(
            author, together=together, venue=venue, institution=institution, topic=topic, since=since, until=until,
            min_score=min_score, source=source, limit=limit,
        )  # fmt: skip
    shown = ("citations", "source", "in_graph", "year", "title", "venues", "counts")
    print_answer(found, form, shown=shown, limit=limit, empty="no paper is counted")
    note_of_rows(found, form, uncounted="papers that are not counted are left out")
