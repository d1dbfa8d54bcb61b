"""Institutions and countries: who, with whom, on what and when, on topic_graph.cypher, where Graz has two records."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.connection import Connection
from graph.errors import UnknownCountryError, UnknownInstitutionError
from graph.queries.bound import Queries
from graph.queries.naming import known_arguments

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]

GRAZ, LUND = "institution:graz", "institution:lund"


@pytest.fixture
def ask(topic_graph: Connection) -> Ask:
    """Asks as facade, command and pages do: what is named is looked up first."""
    queries = Queries(topic_graph)
    return lambda name, **params: queries.read(name, **known_arguments(queries, name, params))


def told(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize("called", ["tu GRAZ", "Graz Tech", GRAZ, "institution:tech graz"])
def test_the_partners_of_an_institution_by_any_of_its_names(ask: Ask, called: str) -> None:
    columns = ("uid", "name", "country", "papers", "of_institution", "share", "first_year", "last_year", "left_out")
    assert told(ask("institution_partners", institution=called), *columns) == [(LUND, "Lund", "SE", 1, 2, 0.5, 2002, 2002, 0)]


def test_the_partners_of_an_institution_are_organisations_and_of_some_years(ask: Ask) -> None:
    assert told(ask("institution_partners", institution="Lund"), "uid", "papers", "of_institution") == [(GRAZ, 1, 2)]
    assert ask("institution_partners", institution="Lund", since=2003) == []
    with pytest.raises(UnknownInstitutionError):
        ask("institution_partners", institution="nowhere")


def test_all_countries_with_papers_people_and_institutions(ask: Ask) -> None:
    columns = ("country", "papers", "people", "institutions", "first_year", "last_year", "unplaced", "left_out")
    assert told(ask("country_counts"), *columns) == [("AT", 2, 1, 1, 2001, 2002, 0, 0), ("SE", 2, 1, 1, 2002, 2004, 0, 0)]
    assert told(ask("country_counts", since=2003), *columns) == [("SE", 1, 1, 1, 2004, 2004, 0, 0)]
    assert told(ask("country_counts", limit=1), "country", "left_out") == [("AT", 1)]


@pytest.mark.parametrize("called", ["AT", "at", "Austria", "Österreich"])
def test_a_country_is_named_by_its_code_or_a_usual_name(ask: Ask, called: str) -> None:
    [one] = ask("country_profile", country=called)
    assert one == {"country": "AT", "papers": 2, "people": 1, "institutions": 1, "first_year": 2001, "last_year": 2002}


@pytest.mark.parametrize("called", ["JP", "Atlantis"])
def test_a_country_that_no_institution_is_in_is_an_error_that_says_which_there_are(ask: Ask, called: str) -> None:
    with pytest.raises(UnknownCountryError, match="AT, SE"):
        ask("country_people", country=called)


def test_the_people_institutions_and_partners_of_a_country(ask: Ask) -> None:
    people = ("uid", "papers", "of_papers", "share", "first_year", "last_year", "left_out")
    assert told(ask("country_people", country="SE"), *people) == [("name:bo", 2, 5, 0.4, 2002, 2004, 0)]
    assert told(ask("country_people", country="AT"), "uid", "papers", "of_papers") == [("name:ann lee", 2, 5)]
    places = ("uid", "name", "papers", "of_country", "share", "people", "first_year", "last_year", "left_out")
    assert told(ask("country_institutions", country="AT"), *places) == [(GRAZ, "TU Graz", 2, 2, 1.0, 1, 2001, 2002, 0)]
    partners = ("country", "papers", "of_country", "share", "first_year", "last_year", "left_out")
    assert told(ask("country_partners", country="AT"), *partners) == [("SE", 1, 2, 0.5, 2002, 2002, 0)]
    assert ask("country_partners", country="AT", until=2001) == []


def test_the_course_the_papers_and_the_topics_of_a_country(ask: Ask) -> None:
    assert told(ask("papers_by_year", country="SE"), "year", "papers") == [(2002, 1), (2004, 1)]
    assert told(ask("papers_by_year", country="SE", author="name:ann lee"), "year", "papers") == [(2002, 1)]
    assert told(ask("papers_of", country="SE"), "uid") == [("w5",), ("w2",)]
    counts = ask("topic_counts_by_country", scheme="phrase")
    assert told(counts, "country", "label", "papers", "of_papers", "share") == [
        ("AT", "tide gauge", 2, 2, 1.0), ("SE", "glacier melt", 1, 2, 0.5), ("SE", "tide gauge", 1, 2, 0.5),
    ]  # fmt: skip
    assert {row["country"] for row in ask("topic_counts_by_country", country="Sweden")} == {"SE"}
    assert told(ask("topic_counts_by_country", author="name:ann lee", scheme="phrase"), "country", "papers") == [("AT", 2)]


def test_all_records_of_an_organisation_are_one_row_everywhere(ask: Ask) -> None:
    assert told(ask("institution_counts"), "uid", "country", "papers") == []
    assert told(ask("institution_counts", author="name:ann lee"), "uid", "country", "papers") == [(GRAZ, "AT", 2)]
    assert told(ask("topic_institutions", topic="tide gauge"), "uid", "country", "papers") == [(GRAZ, "AT", 2), (LUND, "SE", 1)]
    assert told(ask("institution_network"), "source", "target", "weight") == [(GRAZ, LUND, 1)]
    [profile] = ask("institution_profile", institution="institution:tech graz")
    assert [one["uid"] for one in profile["records"]] == [GRAZ, "institution:tech graz"]
    assert (profile["uid"], profile["aliases"], profile["papers"], profile["people"]) == (GRAZ, ["Graz Tech"], 2, 1)
