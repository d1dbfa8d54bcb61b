"""Commands that answer questions about topics: how often, whose, when, and how surely they rise or fade."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.options import (
    AuthorArgument,
    Format,
    FormatOption,
    GraphOption,
    InVenueOption,
    LimitOption,
    MinScoreOption,
    OfAuthorOption,
    OptionalAuthor,
    SinceOption,
    TogetherOption,
    UntilOption,
    opened,
)
from graph.cli.output import print_answer
from graph.cli.progress import error_console
from graph.coverage_words import coverage_in_words
from graph.questions import Table
from graph.topic_questions import MIN_SCORE


class Origin(StrEnum):
    """Which topics count."""

    given = "given"
    derived = "derived"
    both = "both"


class Grouping(StrEnum):
    """What topics are counted by."""

    author = "author"
    venue = "venue"
    institution = "institution"
    country = "country"
    year = "year"


class Direction(StrEnum):
    """Where a topic's share goes."""

    rising = "rising"
    fading = "fading"
    both = "both"


InstitutionOption = Annotated[
    str | None, typer.Option(help="Only papers on which somebody names this institution.", show_default=False)
]
CountryOption = Annotated[
    str | None, typer.Option(help="Only papers from institutions in this country: its name, or its code.", show_default=False)
]
OriginOption = Annotated[Origin, typer.Option(help="Topics that documents give, topics derived from texts, or both.")]
SchemeOption = Annotated[str | None, typer.Option(help="Only topics of this scheme, such as arxiv.", show_default=False)]
LevelOption = Annotated[
    int | None,
    typer.Option(
        min=0,
        help="Count for what is above the topics, so many steps from the topmost: of OpenAlex 0 domain, 1 field, 2 subfield.",
        show_default=False,
    ),
]
TopicArgument = Annotated[
    str, typer.Argument(metavar="TOPIC", help="A label or other spelling in any case, or a uid.", show_default=False)
]
NarrowerOption = Annotated[bool, typer.Option("--narrower", help="All topics below it as well.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (topic_counts, topic_course, topic_people, topic_trends, compare_topics, topic_coverage):
        app.command()(command)


def topic_counts(
    author: OptionalAuthor = None,
    venue: InVenueOption = None,
    institution: InstitutionOption = None,
    country: CountryOption = None,
    by: Annotated[
        Grouping | None, typer.Option(help="Count by author, venue, institution, country or year.", show_default=False)
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    origin: OriginOption = Origin.both,
    scheme: SchemeOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    level: LevelOption = None,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """How many papers each topic has, and which share of them: of one author, in one venue, of one institution or country, in
    some years, by any of these, or of the whole graph. All of these go together, but a country and an institution."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_counts(
            author, together=together, venue=venue, institution=institution, country=country, by=by.value if by else None,
            since=since, until=until, origin=origin.value, scheme=scheme, min_score=min_score, level=level, limit=limit,
        )  # fmt: skip
        covered = None
        if form is Format.table and country is None:
            covered = opened_graph.plain.topic_coverage(
                author, together=together, venue=venue, institution=institution, since=since, until=until, min_score=min_score
            )
    _print(found, form, ("uid", "topic", "kind"), limit, covered)


def topic_course(
    topic: TopicArgument,
    narrower: NarrowerOption = False,
    author: OfAuthorOption = None,
    venue: InVenueOption = None,
    institution: InstitutionOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    origin: OriginOption = Origin.both,
    min_score: MinScoreOption = MIN_SCORE,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """One topic over the years: its papers of each year, and which share of that year's papers they are."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_course(
            topic, narrower=narrower, author=author, together=together, venue=venue, institution=institution, since=since,
            until=until, origin=origin.value, min_score=min_score,
        )  # fmt: skip
    print_answer(found, form, limit=0, empty="no papers of known year")


def topic_people(
    topic: TopicArgument,
    narrower: NarrowerOption = False,
    venue: InVenueOption = None,
    institution: Annotated[
        str | None, typer.Option(help="Only papers on which the person names this institution.", show_default=False)
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    origin: OriginOption = Origin.both,
    min_score: MinScoreOption = MIN_SCORE,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many people; 0 for all.")] = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who has most papers on a topic, and which share of their own papers that is."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_people(
            topic, narrower=narrower, venue=venue, institution=institution, since=since, until=until, origin=origin.value,
            min_score=min_score, limit=limit,
        )  # fmt: skip
    print_answer(found, form, limit=limit, empty="nobody")


def topic_trends(
    author: OptionalAuthor = None,
    venue: InVenueOption = None,
    institution: InstitutionOption = None,
    since: SinceOption = None,
    turn: Annotated[
        int | None,
        typer.Option(help="The first year of the later span; without it the papers' median year.", show_default=False),
    ] = None,
    until: UntilOption = None,
    direction: Annotated[Direction, typer.Option(help="Topics that rise, topics that fade, or both.")] = Direction.both,
    min_papers: Annotated[int, typer.Option(min=0, help="Only topics of at least so many papers.")] = 3,
    min_g2: Annotated[
        float, typer.Option(min=0, help="Only changes at least so sure: chance reaches 3.84 once in 20, 10.83 once in 1,000.")
    ] = 3.84,
    origin: OriginOption = Origin.both,
    scheme: SchemeOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    level: LevelOption = None,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Topics that rise or fade from one span of years to the next, the surest first by Dunning's log-likelihood ratio: of the
    whole graph, of one author, in one venue or of one institution."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_trends(
            author, together=together, venue=venue, institution=institution, since=since, turn=turn, until=until,
            direction=direction.value, min_papers=min_papers, min_g2=min_g2, origin=origin.value, scheme=scheme,
            min_score=min_score, level=level, limit=limit,
        )  # fmt: skip
    hidden = ("topic", "of_papers", "share", "first_year", "last_year")
    _print(found, form, hidden, limit, empty="no topic rises or fades so surely")


def compare_topics(
    author: AuthorArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other author.", show_default=False)],
    since: SinceOption = None,
    until: UntilOption = None,
    origin: OriginOption = Origin.both,
    scheme: SchemeOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    level: LevelOption = None,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """The topics of two people beside each other: papers and shares of each, and the cosine of both."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.compare_topics(
            author,
            other,
            together=together,
            since=since,
            until=until,
            origin=origin.value,
            scheme=scheme,
            min_score=min_score,
            level=level,
            limit=limit,
        )
    _print(found, form, ("topic",), limit)


def topic_coverage(
    author: OptionalAuthor = None,
    venue: InVenueOption = None,
    institution: InstitutionOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    min_score: MinScoreOption = MIN_SCORE,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Of how many papers anything tells what they are about: with an abstract, with a title only, without any text, with topics
    given and found, and without any."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.topic_coverage(
            author, together=together, venue=venue, institution=institution, since=since, until=until, min_score=min_score
        )
    print_answer(found, form)


def _print(
    found: Table, form: Format, hidden: Sequence[str], limit: int | None, covered: Table | None = None, empty: str = "no topics"
) -> None:
    """Topics, to people without the columns that programs need; how many papers tell little or nothing is a note beside them."""
    shown = [name for name in found.columns if name not in hidden]
    print_answer(found, form, shown=shown, limit=limit, empty=empty)
    if covered and covered.rows[0]["papers"]:
        error_console().print(f"note: {coverage_in_words(covered.rows[0])}", soft_wrap=True, highlight=False)
