"""Commands that answer who comes and goes beside a person, whom two people have in common, and who might be next."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.options import (
    AuthorArgument,
    Format,
    FormatOption,
    GraphOption,
    LimitOption,
    MinScoreOption,
    SinceOption,
    TogetherOption,
    UntilOption,
    opened,
)
from graph.cli.output import note_of_rows, print_answer
from graph.people_questions import CLOSEST, MOST_AUTHORS
from graph.topic_questions import MIN_SCORE


class Change(StrEnum):
    """What became of a collaboration."""

    new = "new"
    gone = "gone"
    kept = "kept"
    all = "all"


MinSharedOption = Annotated[int, typer.Option(min=1, help="At least so many shared papers.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (collaborator_changes, common_collaborators, suggested_collaborators):
        app.command()(command)


def collaborator_changes(
    author: AuthorArgument,
    change: Annotated[Change, typer.Option(help="Who came, who is gone, who stayed, or all.")] = Change.all,
    since: SinceOption = None,
    turn: Annotated[
        int | None,
        typer.Option(
            help="The first year of the later span; without it the median year of the person's papers.", show_default=False
        ),
    ] = None,
    until: UntilOption = None,
    min_shared: MinSharedOption = 1,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who came to write with a person and who is gone: shared papers and strength in an earlier and a later span of years."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.collaborator_changes(
            author,
            change=change.value,
            since=since,
            turn=turn,
            until=until,
            min_shared=min_shared,
            together=together,
            limit=limit,
        )
    shown = ("uid", "name", "change", "turn", "earlier", "earlier_strength", "later", "later_strength", "first_year", "last_year")
    print_answer(found, form, shown=shown, limit=limit, empty="nobody, or no papers in one of both spans")
    note_of_rows(found, form, left_out="more people", undated="of the person's papers have no year and are left out")


def common_collaborators(
    author: AuthorArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other author.", show_default=False)],
    since: SinceOption = None,
    min_shared: MinSharedOption = 1,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who wrote with both of two people, closest to both first."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.common_collaborators(
            author, other, since=since, min_shared=min_shared, together=together, limit=limit
        )
    shown = ("uid", "name", "papers", "strength", "last_year", "other_papers", "other_strength", "other_last_year", "shared")
    print_answer(found, form, shown=shown, limit=limit, empty="nobody wrote with both")
    note_of_rows(found, form, left_out="more people")


def suggested_collaborators(
    author: AuthorArgument,
    since: SinceOption = None,
    most_authors: Annotated[int, typer.Option(min=2, help="Papers of more authors tie nobody.")] = MOST_AUTHORS,
    people: Annotated[int, typer.Option(min=1, help="Through so many of the closest collaborators.")] = CLOSEST,
    min_score: MinScoreOption = MIN_SCORE,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many people; 0 for all.")] = 25,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who never wrote with a person, but with their collaborators: by the measure of Adamic and Adar, with topics in common."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.suggested_collaborators(
            author, since=since, most_authors=most_authors, people=people, min_score=min_score, together=together, limit=limit
        )
    shown = ("uid", "name", "score", "collaborators", "via", "topics", "papers", "last_year", "similar_name")
    print_answer(found, form, shown=shown, limit=limit, empty=f"nobody, by papers of at most {most_authors} authors")
    note_of_rows(
        found, form, left_out="more people", papers_left_out=f"papers of more than {most_authors} authors are left out",
        people_left_out="further collaborators were not asked",
    )  # fmt: skip
