"""Every read query on papers of thousands of authors: each answers, within a small server's memory, and says what it leaves out.

The server has 1 GB of heap, and a query that takes a minute has failed. Both lines have a server of their own for this, since the
one of the other tests has less memory.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from neo4j import Query

from graph import ScholarGraph, server
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries
from graph.queries.registry import Registry
from tests import atlas
from tests.atlas_questions import ALONE, ONE, OTHER, PERSON, questions

pytestmark = pytest.mark.slow

REGISTRY = Registry.shipped()
SECONDS = 60
HEAP = "1g"

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]


@pytest.fixture(scope="module", params=server.LINES)
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScholarGraph]:
    """The papers of large collaborations, loaded into a server of `HEAP`."""
    folder = tmp_path_factory.mktemp(f"large-{request.param}") / "graph"
    with server.join(folder, line=request.param, heap=HEAP, page_cache="128m", idle_minutes=5) as session:
        try:
            with ScholarGraph.connect(session.bolt_uri, session.username, session.password) as graph:
                loading = Loading(Queries(graph.connection))
                loading.add(Document("atlas", "a" * 64, "atlas", atlas.items))
                loading.finish()
                graph.compare_names()
                yield graph
        finally:
            server.stop(Path(folder))


@pytest.fixture
def ask(large: ScholarGraph) -> Ask:
    """Ask a stored query, with a limit to its time."""

    def asked(name: str, /, **params: object) -> Rows:
        values = REGISTRY.arguments(name, params)
        with large.connection.driver.session(database=large.connection.database) as session:
            return session.run(Query(REGISTRY[name].text, timeout=SECONDS), values).data()

    return asked


QUESTIONS = list(questions(REGISTRY))


@pytest.mark.parametrize(("name", "params"), QUESTIONS, ids=[f"{name}-{len(params)}" for name, params in QUESTIONS])
def test_every_query_answers(ask: Ask, name: str, params: dict[str, object]) -> None:
    ask(name, **params)


def test_a_neighbourhood_shows_the_closest_people_and_says_how_many_it_leaves_out(ask: Ask) -> None:
    [row] = ask("neighbourhood", author=PERSON, people=50)
    people = [node["uid"] for node in row["nodes"] if node["label"] == "Author"]
    assert len(people) == 51
    assert {PERSON, OTHER} <= set(people)
    [whole] = ask("neighbourhood", author=PERSON, people=0)
    everybody = [node["uid"] for node in whole["nodes"] if node["label"] == "Author"]
    assert whole["left_out"] == {"papers": 0, "people": 0, "topics": 0}
    assert row["left_out"] == {"papers": 0, "people": len(everybody) - 51, "topics": 0}
    assert len(everybody) > atlas.AUTHORS
    ends = {end for link in row["relationships"] for end in (link["source"], link["target"])}
    assert ends <= {node["uid"] for node in row["nodes"]}


def test_a_neighbourhood_says_how_many_papers_it_leaves_out(ask: Ask) -> None:
    [row] = ask("neighbourhood", author=PERSON, limit=2)
    assert row["left_out"]["papers"] == atlas.PAPERS + 1 - 2


@pytest.mark.parametrize("name", ["neighbourhood_graph", "mixed_graph"])
def test_a_picture_is_small_enough_to_be_drawn_and_says_what_is_not_in_it(ask: Ask, name: str) -> None:
    rows = ask(name, author=PERSON)
    assert len({row["source"]["uid"] for row in rows}) < 200
    [left_out] = {row["left_out"]["people"] for row in rows}
    assert left_out > atlas.AUTHORS - 200


def test_the_other_door_says_it_as_well(large: ScholarGraph) -> None:
    found = large.neighbourhood(atlas.PROLIFIC)
    assert found["left_out"]["people"] == len(large.neighbourhood(atlas.PROLIFIC, people=0)["nodes"]) - len(found["nodes"])


def test_the_closest_collaborator_is_the_one_of_the_small_paper(ask: Ask) -> None:
    first, second = ask("close_collaborators", author=PERSON, limit=2)
    assert (first["uid"], first["papers"]) == (OTHER, atlas.PAPERS + 1)
    assert first["strength"] > 1 > second["strength"]


def test_no_way_leads_through_an_organisation(ask: Ask) -> None:
    assert ask("collaboration_path", author=PERSON, other=ALONE) == []


def test_two_papers_of_one_title_show_whom_they_share(ask: Ask) -> None:
    [pair] = ask("duplicate_papers")
    assert pair["title_a"] == pair["title_b"] == atlas.SAME_TITLE
    assert len(pair["shared_authors"]) == atlas.AUTHORS + 1
    [told] = [piece for piece in cast(list[str], pair["evidence"]) if piece.startswith("both by")]
    assert told.endswith("more")
    assert len(told) < 400


def test_who_came_and_who_is_gone_is_told_of_thousands_and_how_many_more_there_are(ask: Ask) -> None:
    rows = ask("collaborator_changes", author=PERSON, limit=10)
    [left_out] = {row["left_out"] for row in rows}
    assert left_out == len(ask("collaborator_changes", author=PERSON, limit=0)) - 10 > atlas.AUTHORS - 10
    assert {row["uid"] for row in ask("collaborator_changes", author=PERSON, change="kept")} > {OTHER}


def test_those_of_large_papers_are_common_collaborators_and_the_count_of_the_others_is_told(ask: Ask) -> None:
    rows = ask("common_collaborators", author=PERSON, other=OTHER, limit=5)
    assert len(rows) == 5
    assert {row["left_out"] for row in rows} == {len(ask("common_collaborators", author=PERSON, other=OTHER)) - 5}
    assert all(row["shared"] == row["papers"] == row["other_papers"] for row in rows)


def test_a_large_paper_suggests_nobody_unless_it_is_asked_to(ask: Ask) -> None:
    assert ask("suggested_collaborators", author=PERSON) == []
    # Who wrote the paper of one year only: everybody of the others is one collaborator away.
    rows = ask("suggested_collaborators", author=ONE, most_authors=4000, people=5, limit=20)
    assert len(rows) == 20
    assert {row["papers_left_out"] for row in rows} == {0}
    [people_left_out] = {row["people_left_out"] for row in rows}
    assert people_left_out > atlas.AUTHORS - 200
    known = {row["uid"] for row in ask("close_collaborators", author=ONE, limit=0)}
    assert not known & {row["uid"] for row in rows}


def test_people_of_a_venue_of_large_papers_are_counted_paper_by_paper(ask: Ask) -> None:
    rows = ask("venue_people", venue="Letters of Physics", limit=3)
    assert {row["uid"] for row in rows} >= {PERSON, OTHER}
    assert [row["papers"] for row in rows] == [atlas.PAPERS + 2, atlas.PAPERS + 1, atlas.PAPERS + 1]
    assert {row["of_venue"] for row in rows} == {atlas.PAPERS + 4}
    assert {row["left_out"] for row in rows} == {len(ask("venue_people", venue="Letters of Physics", limit=0)) - 3}
