"""Commands about institutions and countries: who, with whom, and from where papers come."""

from typing import Annotated

import typer

from graph.cli.options import Format, FormatOption, GraphOption, LimitOption, SinceOption, UntilOption, opened
from graph.cli.output import print_with_notes
from graph.cli.tops import TopOption

InstitutionArgument = Annotated[
    str, typer.Argument(metavar="INSTITUTION", help="A name in any case, or a uid.", show_default=False)
]
UNPLACED = "papers of institutions of which no country is known are left out"
CountryArgument = Annotated[str, typer.Argument(metavar="COUNTRY", help="A name, or a code such as JP.", show_default=False)]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = (
        institution_people, institution_partners, country_counts, country_people, country_institutions, country_partners,
    )  # fmt: skip
    for command in commands:
        app.command()(command)


def institution_people(
    institution: InstitutionArgument,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who names an institution on most papers: the share of their own papers, and of the institution's."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.institution_people(institution, since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="nobody", left_out="more people", unplaced=UNPLACED)


def institution_partners(
    institution: InstitutionArgument,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Which other institutions stand on the same papers, and on which share of the institution's."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.institution_partners(institution, since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="no other institution", left_out="more institutions", unplaced=UNPLACED)


def country_counts(
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """From which countries papers come: papers, people and institutions of each."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.country_counts(since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="no country is known", left_out="more countries", unplaced=UNPLACED)


def country_people(
    country: CountryArgument,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Who names an institution in a country on most papers, and on which share of their own."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.country_people(country, since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="nobody", left_out="more people", unplaced=UNPLACED)


def country_institutions(
    country: CountryArgument,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """The institutions of a country that are named on most papers, and on which share of the country's."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.country_institutions(country, since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="no institution", left_out="more institutions", unplaced=UNPLACED)


def country_partners(
    country: CountryArgument,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: TopOption = 25,
    graph: GraphOption = None,
    form: FormatOption = Format.table,
) -> None:
    """With which other countries a country stands on papers, and on which share of its own."""
    with opened(graph) as opened_graph:
        found = opened_graph.plain.country_partners(country, since=since, until=until, limit=limit)
    print_with_notes(found, form, limit=limit, empty="no other country", left_out="more countries", unplaced=UNPLACED)
