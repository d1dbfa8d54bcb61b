"""Where a topic has its papers, and who has those of a place, on the graph of topic_graph.cypher."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.connection import Connection
from graph.queries.bound import Queries

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]

ANN, BO, GAUGE = "name:ann lee", "name:bo", "phrase:tide gauge"


@pytest.fixture
def ask(topic_graph: Connection) -> Ask:
    return lambda name, **params: Queries(topic_graph).read(name, **params)


def told(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


@pytest.mark.parametrize("topic", ["tide gauge", "tg", GAUGE])
def test_the_venues_of_a_topic_with_its_share_of_their_papers(ask: Ask, topic: str) -> None:
    columns = ("uid", "name", "kind", "papers", "of_papers", "share", "first_year", "last_year", "left_out")
    assert told(ask("topic_venues", topic=topic), *columns) == [
        ("venue:tides", "Tides", "journal", 3, 3, 1.0, 2001, 2005, 0),
        ("venue:ice", "Ice", "journal", 1, 3, 0.333333, None, None, 0),
    ]
    assert told(ask("topic_venues", topic=topic, limit=1), "uid", "left_out") == [("venue:tides", 1)]


def test_the_venues_of_a_topic_in_some_years_and_of_an_institution(ask: Ask) -> None:
    def venues(topic: str = GAUGE, **where: object) -> list[tuple[Any, ...]]:
        return told(ask("topic_venues", topic=topic, **where), "uid", "papers", "of_papers")

    assert venues(until=2004) == [("venue:tides", 2, 2)]
    assert venues(institution="lund") == [("venue:tides", 1, 1)]
    assert venues(origin="given") == [("venue:ice", 1, 3)]
    assert venues(min_score=0.0) == [("venue:tides", 3, 3), ("venue:ice", 2, 3)]
    assert venues("sea", narrower=True) == [("venue:ice", 1, 3), ("venue:tides", 1, 3)]
    assert venues("no such thing") == []


def test_the_institutions_of_a_topic_with_its_share_of_their_papers(ask: Ask) -> None:
    columns = ("uid", "name", "papers", "of_papers", "share", "people", "first_year", "last_year", "left_out", "unplaced")
    # On w7, w8 and w9 nobody names one.
    assert told(ask("topic_institutions", topic="TG"), *columns) == [
        ("institution:graz", "TU Graz", 2, 2, 1.0, 1, 2001, 2002, 0, 3),
        ("institution:lund", "Lund", 1, 2, 0.5, 1, 2002, 2002, 0, 3),
    ]
    assert told(ask("topic_institutions", topic=GAUGE, limit=1), "uid", "left_out") == [("institution:graz", 1)]


def test_the_institutions_of_a_topic_in_some_years_and_in_a_venue(ask: Ask) -> None:
    def places(topic: str = GAUGE, **where: object) -> list[tuple[Any, ...]]:
        return told(ask("topic_institutions", topic=topic, **where), "uid", "papers", "of_papers", "unplaced")

    assert places(since=2002, until=2004) == [("institution:graz", 1, 1, 0), ("institution:lund", 1, 2, 0)]
    assert places(venue="tides") == [("institution:graz", 2, 2, 1), ("institution:lund", 1, 1, 1)]
    assert places(min_score=0.0, venue="ice") == [("institution:lund", 1, 1, 1)]
    assert places("sea", narrower=True) == [("institution:graz", 1, 2, 0), ("institution:lund", 1, 2, 0)]
    assert places("no such thing") == []


def test_the_people_of_an_institution(ask: Ask) -> None:
    columns = (
        "uid",
        "papers",
        "of_papers",
        "share",
        "of_institution",
        "institution_share",
        "first_year",
        "last_year",
        "left_out",
    )
    assert told(ask("institution_people", institution="tu graz"), *columns) == [(ANN, 2, 5, 0.4, 2, 1.0, 2001, 2002, 0)]
    assert told(ask("institution_people", institution="institution:lund", since=2004), *columns) == [
        (BO, 1, 3, 0.333333, 1, 1.0, 2004, 2004, 0),
    ]  # fmt: skip
    assert ask("institution_people", institution="nowhere") == []
