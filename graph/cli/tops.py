"""Commands that answer who and what stands out: venues and institutions of a topic, people of a venue."""

from typing import Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, InVenueOption, MinScoreOption, SinceOption, UntilOption, opened
from graph.cli.output import print_with_notes
from graph.cli.topics import InstitutionOption, NarrowerOption, Origin, OriginOption, TopicArgument
from graph.topic_questions import MIN_SCORE

TopOption = Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (topic_venues, topic_institutions, venue_people):
        app.command()(command)


def topic_venues(
    topic: TopicArgument,
    narrower: NarrowerOption = False,
    institution: InstitutionOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    origin: OriginOption = Origin.both,
    min_score: MinScoreOption = MIN_SCORE,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Where most papers on a topic appeared, and which share of the venue's papers that is."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_venues(
            topic, narrower=narrower, institution=institution, since=since, until=until, origin=origin.value,
            min_score=min_score, limit=limit,
        )  # fmt: skip
    print_with_notes(found, form, limit=limit, empty="no venue", left_out="more venues")


def topic_institutions(
    topic: TopicArgument,
    narrower: NarrowerOption = False,
    venue: InVenueOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    origin: OriginOption = Origin.both,
    min_score: MinScoreOption = MIN_SCORE,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """From where most papers on a topic come, and which share of the institution's papers that is."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_institutions(
            topic, narrower=narrower, venue=venue, since=since, until=until, origin=origin.value, min_score=min_score, limit=limit
        )
    print_with_notes(
        found, form, limit=limit, empty="no institution is named", left_out="more institutions",
        unplaced="papers on which nobody names an institution are left out",
    )  # fmt: skip


def venue_people(
    venue: Annotated[str, typer.Argument(metavar="VENUE", help="A name in any case, or a uid.", show_default=False)],
    since: SinceOption = None,
    until: UntilOption = None,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who has most papers in a venue: the share of their own papers, and of the venue's."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.venue_people(venue, since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="nobody", left_out="more people")
