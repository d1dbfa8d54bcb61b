"""Commands that answer questions about people and identities."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.candidate_tables import print_duplicates, print_mixed, print_splits
from graph.cli.options import (
    AuthorArgument,
    Format,
    FormatOption,
    GraphOption,
    LimitOption,
    OptionalAuthor,
    Order,
    OrderOption,
    SinceOption,
    TogetherOption,
    opened,
)
from graph.cli.output import print_answer, print_json, print_record, print_rows, with_cut_lists
from graph.cli.person import print_profile

ProbabilityOption = Annotated[
    float | None, typer.Option(min=0, max=1, help="Only candidates of at least this probability.", show_default=False)
]


class GroupOrder(StrEnum):
    """By what groups of records are ordered."""

    probability = "probability"
    size = "size"


class Model(StrEnum):
    """By what the papers of a record are divided into people's."""

    evidence = "evidence"
    titles = "titles"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (
        profile, papers, close_collaborators, name_cluster, neighbourhood, path,
        split_candidates, split_groups, mixed_candidates, authorships, duplicate_papers, data_quality,
    ):  # fmt: skip
        app.command()(command)


def profile(
    author: AuthorArgument, together: TogetherOption = False, graph: GraphOption = None, form: FormatOption = Format.table
) -> None:
    """One person: names, papers, years, venues, topics, and what pages about them declare beside what was counted."""
    with opened(graph) as opened_graph:
        found = opened_graph.profile(author, together=together)
    if form is Format.table:
        print_profile(found)
    else:
        print_record(found, form)


def papers(
    author: AuthorArgument,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """A person's papers, newest first."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.papers(author, together=together, limit=limit)
    if form is Format.table:
        found = with_cut_lists(found)
    print_answer(found, form, shown=("year", "title", "venues", "position", "authors"), limit=limit)


def close_collaborators(
    author: AuthorArgument,
    min_shared: Annotated[int, typer.Option(min=1, help="At least so many shared papers.")] = 1,
    since: SinceOption = None,
    limit: LimitOption = None,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who wrote with this person, closest first by Newman's collaboration strength."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.close_collaborators(author, min_shared=min_shared, since=since, together=together, limit=limit)
    shown = [name for name in found.columns if name != "records"]
    print_answer(found, form, shown=shown, limit=limit, empty="no collaborators")


def name_cluster(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any case.", show_default=False)],
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """The author records of exactly this name, in any case, and their papers; then those that list it among their names."""
    with opened(graph) as opened_graph:
        records = opened_graph.plain.name_cluster(name)
        listed = opened_graph.plain.name_cluster_papers(name) if form is Format.table else None
    shown = ("uid", "name", "exact", "papers", "first_year", "last_year", "collaborators", "ids")
    print_answer(records, form, shown=shown)
    if listed and listed.rows:
        print_answer(with_cut_lists(listed), form, shown=("year", "title", "venues", "authors"))


def neighbourhood(
    author: AuthorArgument,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many papers, the newest; 0 for all.")] = 25,
    people: Annotated[int, typer.Option(min=0, help="At most so many people, the closest; 0 for all.")] = 200,
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """The slice of the graph around a person: papers, people, topics and venues, as nodes and relationships."""
    with opened(graph) as opened_graph:
        found = opened_graph.neighbourhood(author, together=together, limit=limit, people=people)
    if form is Format.json:
        print_json(found)
        return
    rows: list[dict[str, object]] = [
        {"what": "left out", "label": kind, "name": f"{count} more", "count": count}
        for kind, count in found["left_out"].items()
        if count
    ]
    rows += [{"what": "node", **node} for node in found["nodes"]]
    rows += [{"what": "relationship", **relationship} for relationship in found["relationships"]]
    columns = ["what", "label", "uid", "name", "source", "type", "target"]
    if form is Format.jsonl:
        print_rows(columns, rows, form)
        return
    if form in (Format.csv, Format.parquet):
        columns = list(dict.fromkeys((*columns, *(name for row in rows for name in row))))
    print_rows(columns, [{name: row.get(name) for name in columns} for row in rows], form, limit=0)


def path(
    author: AuthorArgument,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other author.", show_default=False)],
    together: TogetherOption = False,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """The shortest way from one person to another through shared papers."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.path(author, other, together=together)
        print_answer(found, form, empty="no shared papers lead from the one to the other")


def split_candidates(
    author: OptionalAuthor = None,
    min_probability: ProbabilityOption = None,
    order: OrderOption = Order.probability,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Pairs of author records that may be one person, with the evidence and what a decision would change."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.split_candidates(author, min_probability=min_probability, order=order.value, limit=limit)
    if form is Format.table:
        print_splits(found, limit)
    else:
        print_answer(found, form)


def split_groups(
    min_probability: Annotated[float, typer.Option(min=0, max=1, help="Join pairs of at least this probability.")] = 0.5,
    order: Annotated[
        GroupOrder, typer.Option(help="The surest first, or those of most records, of these the least dense.")
    ] = GroupOrder.probability,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Groups of author records that may be one person together, without a contradiction among them."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.split_groups(min_probability, order=order.value, limit=limit)
        print_answer(found, form, limit=limit, empty="no groups")


def mixed_candidates(
    author: OptionalAuthor = None,
    min_probability: ProbabilityOption = None,
    order: OrderOption = Order.probability,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Author records whose papers may be several people's, with the groups they fall into and the evidence."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.mixed_candidates(author, min_probability=min_probability, order=order.value, limit=limit)
    if form is Format.table:
        print_mixed(found, limit)
    else:
        print_answer(found, form)


def authorships(
    min_probability: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, help="Take all candidates of at least this probability as right, such as 0.5.", show_default=False
        ),
    ] = None,
    model: Annotated[
        Model,
        typer.Option(help="What divides a record's papers: all evidence, or titles and venues, for libraries of many fields."),
    ] = Model.evidence,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Every authorship: the paper, its place and printed name, the record, the person as decided, and the proposed person."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.authorships(min_probability, model=model.value, limit=limit)
        print_answer(found, form, limit=limit, empty="no authorships")


def duplicate_papers(
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Only pairs of at least this score.")] = 0.0,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Pairs of papers that may be one work."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.duplicate_papers(min_score=min_score, limit=limit)
    if form is Format.table:
        print_duplicates(found, limit)
    else:
        print_answer(found, form)


def data_quality(graph: GraphOption = None, form: FormatOption = Format.table) -> None:
    """What is missing or doubtful in the graph, counted."""
    with opened(graph) as opened_graph:
        print_answer(opened_graph.plain.data_quality(), form)
