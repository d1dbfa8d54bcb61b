"""The facade's promises over the demo pages: what an analyst asks, and what comes back."""

import pandas as pd
import pytest

from graph import ScholarGraph
from graph.errors import (
    AmbiguousAuthorError,
    GraphUnavailableError,
    ParameterError,
    QueryError,
    UnknownAuthorError,
    UnknownQueryError,
)
from loaders import Source
from tests.integration.conftest import DEMO


@pytest.fixture(scope="module")
def graph(demo_graph: ScholarGraph) -> ScholarGraph:
    return demo_graph


def test_samuel_l_smith_is_the_closest_collaborator_and_shared_works_count_once(graph: ScholarGraph) -> None:
    frame = graph.close_collaborators("soham de")
    first = frame.iloc[0]
    assert (first["name"], first["papers"], first["first_year"], first["last_year"]) == ("Samuel L. Smith", 8, 2020, 2024)
    # Shared papers of 5, 7, 3, 4, 4, 3 people with full lists, and two of which only these two are known.
    assert first["strength"] == pytest.approx(1 / 4 + 1 / 6 + 1 / 2 + 1 / 3 + 1 / 3 + 1 / 2 + 1 + 1)
    assert "Soham De" not in set(frame["name"])


def test_tables_have_exactly_the_declared_columns(graph: ScholarGraph) -> None:
    for name, frame in {
        "close_collaborators": graph.close_collaborators("Soham De"),
        "topic_counts_by_author": graph.topic_counts("Soham De"),
        "topic_counts_by_venue": graph.topic_counts(venue="icml"),
        "topic_counts_by_year": graph.topic_counts(by="year"),
        "name_cluster": graph.name_cluster("nobody at all"),
        "split_candidates": graph.split_candidates(),
        "mixed_candidates": graph.mixed_candidates(),
        "duplicate_papers": graph.duplicate_papers(),
        "collaboration_path": graph.path("Sam Smith", "Hanan Samet"),
    }.items():
        assert list(frame.columns) == [column.name for column in graph.queries()[name].returns]


def test_split_candidates_name_their_shared_collaborators(graph: ScholarGraph) -> None:
    rows = graph.split_candidates()
    pairs = {(row["name_a"], row["name_b"]): row for row in rows.to_dict("records")}
    assert set(pairs) == {("Zheng Xu", "Zheng Xu 0002"), ("Sam Smith", "Samuel L. Smith")}
    assert set(pairs["Zheng Xu", "Zheng Xu 0002"]["shared"]) == {"Tom Goldstein", "Soham De"}
    assert pairs["Sam Smith", "Samuel L. Smith"]["shared"] == ["Soham De"]
    assert all(0.5 < row["probability"] < 1 for row in pairs.values())


def test_the_papers_on_indian_social_media_are_a_group_of_their_own(graph: ScholarGraph) -> None:
    row = graph.mixed_candidates("Soham De").iloc[0]
    groups = {frozenset(paper["title"][:12] for paper in group["papers"]): group for group in row["groups"]}
    likeliest = max(row["groups"], key=lambda group: group["probability"])
    assert likeliest is groups[frozenset({"Closed Ranks", "Database of "})]
    assert sum(piece["weight"] for piece in likeliest["evidence"]) == pytest.approx(_logit(likeliest["probability"]), abs=0.01)


def _logit(probability: float) -> float:
    from math import log

    return log(probability / (1 - probability))


def test_topics_given_and_derived_are_counted_apart(graph: ScholarGraph) -> None:
    given = graph.topic_counts(origin="given")
    assert given[["label", "papers"]].to_numpy().tolist() == [["Machine Learning", 2]]
    derived = graph.topic_counts(origin="derived")
    assert set(derived["scheme"]) == {"phrase"}
    assert len(graph.topic_counts()) == len(given) + len(derived)


def test_an_unknown_author_gives_the_nearest_names(graph: ScholarGraph) -> None:
    with pytest.raises(UnknownAuthorError) as caught:
        graph.profile("Samul L Smith")
    assert caught.value.nearest[0] in ("Samuel L. Smith", "Sam Smith")
    with pytest.raises(UnknownAuthorError):
        graph.profile("***")


def test_an_ambiguous_author_gives_the_choices(graph: ScholarGraph) -> None:
    from graph.load.loading import Document, Loading
    from graph.registry import Registry
    from loaders.records import Authorship, Header, Identifier, Record

    known = Authorship(name="Hao Li", position=1, ids=(Identifier("openalex", "A1"),))
    items = (
        Header(format="test", source="test"),
        Record(where="record 1", title="Another Paper of Another Hao Li", authors=(known,)),
    )
    loading = Loading(Registry.shipped(), graph.connection)
    loading.add(Document("ambiguous", "a" * 64, "test", lambda: iter(items)))
    loading.finish()
    with pytest.raises(AmbiguousAuthorError) as caught:
        graph.profile("HAO LI")
    assert {uid for uid, _, _ in caught.value.choices} == {"name:hao li", "openalex:A1"}
    assert graph.profile("openalex:A1")["papers"] == 1
    graph.unload("ambiguous")


def test_the_neighbourhood_holds_both_ends_of_every_relationship(graph: ScholarGraph) -> None:
    found = graph.neighbourhood("Soham De", limit=5)
    uids = {node["uid"] for node in found["nodes"]}
    assert {node["label"] for node in found["nodes"]} >= {"Author", "Paper", "Venue", "Topic"}
    assert sum(node["label"] == "Paper" for node in found["nodes"]) == 5
    assert all({edge["source"], edge["target"]} <= uids for edge in found["relationships"])


def test_the_path_leads_from_one_to_the_other(graph: ScholarGraph) -> None:
    frame = graph.path("sam smith", "Hanan Samet")
    assert frame["name"].tolist() == ["Sam Smith", "Soham De", "Hanan Samet"]
    assert len(graph.path("Sam Smith", "Bishshoy Das")) == 0


def test_reading_cypher_reads_and_writing_is_refused_by_the_server(graph: ScholarGraph) -> None:
    frame = graph.cypher("MATCH (p:Paper) WHERE p.year = $year RETURN count(p) AS n", year=2024)
    assert frame.to_dict("records") == [{"n": 1}]
    for text in (
        "CREATE (:Author {uid: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "CREATE INDEX FOR (x:X) ON (x.y)",
        "MATCH (n RETURN n",
    ):
        with pytest.raises(QueryError):
            graph.cypher(text)


def test_mistakes_in_names_of_queries_and_parameters_are_told(graph: ScholarGraph) -> None:
    with pytest.raises(UnknownQueryError, match="close_collaborators"):
        graph.query("close_colaborators")
    with pytest.raises(ParameterError, match="min_shared"):
        graph.query("close_collaborators", author="name:soham de", min_share=2)
    with pytest.raises(ParameterError, match="author"):
        graph.query("close_collaborators")


def test_no_server_at_the_address_is_told_without_the_password() -> None:
    with pytest.raises(GraphUnavailableError) as caught:
        ScholarGraph.connect("bolt://127.0.0.1:9", "neo4j", "a-secret")
    assert "127.0.0.1:9" in str(caught.value)
    assert "a-secret" not in str(caught.value)


def test_a_listing_takes_the_author_that_the_caller_names(graph: ScholarGraph) -> None:
    page = (DEMO / "arxiv_listing_soham_de.txt").read_text(encoding="utf-8")
    before = graph.profile("Soham De")["papers"]
    graph.unload(DEMO / "arxiv_listing_soham_de.txt")
    report = graph.load(Source.of(page, "listing"), author="Soham De")
    assert report.documents[0].warnings == []
    after = graph.profile("Soham De")["papers"]
    assert isinstance(before, int)
    assert after == before + 5
    graph.unload("listing")
    graph.load(DEMO / "arxiv_listing_soham_de.txt")
    assert graph.profile("Soham De")["papers"] == before


def test_results_hold_plain_values(graph: ScholarGraph) -> None:
    frame = graph.close_collaborators("Soham De", limit=3)
    assert len(frame) == 3
    assert frame["papers"].dtype == "int64"
    assert isinstance(graph.cypher("RETURN 1 AS one"), pd.DataFrame)
