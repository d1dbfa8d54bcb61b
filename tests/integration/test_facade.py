"""The facade's promises over the demo pages: what an analyst asks, and what comes back."""

import json
import warnings
from collections.abc import Callable
from typing import Any, cast

import pandas as pd
import pytest

from graph import ScholarGraph
from graph.errors import (
    AmbiguousAuthorError,
    CypherWarning,
    GraphUnavailableError,
    ParameterError,
    QueryError,
    UnknownAuthorError,
    UnknownInstitutionError,
    UnknownQueryError,
    UnknownSchemeError,
    UnknownSourceError,
    UnknownTopicError,
    UnknownVenueError,
)
from graph.queries.searching import SEARCHES
from graph.questions import Grouping, Table
from loaders import Source
from loaders.records import Authorship, Identifier, Record
from tests.integration.conftest import DEMO, Neo4jServer
from tests.integration.statements import say


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
        "topic_counts_by_institution": graph.topic_counts(by="institution"),
        "topic_coverage": graph.topic_coverage("Soham De"),
        "topic_course": graph.topic_course("residual network"),
        "topic_people": graph.topic_people("residual network"),
        "topic_trends": graph.topic_trends(),
        "compare_topics": graph.compare_topics("Soham De", "Sam Smith"),
        "topic_venues": graph.topic_venues("residual network"),
        "topic_institutions": graph.topic_institutions("residual network"),
        "venue_people": graph.venue_people("NeurIPS"),
        "citation_counts": graph.citation_counts("Soham De"),
        "cited_papers": graph.cited_papers("Soham De", source="this graph"),
        "collaborator_changes": graph.collaborator_changes("Soham De"),
        "common_collaborators": graph.common_collaborators("Soham De", "Samuel L. Smith"),
        "suggested_collaborators": graph.suggested_collaborators("Sam Smith"),
        "name_cluster": graph.name_cluster("Soham De"),
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


def test_a_stored_query_takes_an_author_by_name_where_it_declares_one(graph: ScholarGraph) -> None:
    for asked in (graph, graph.plain):
        by_name = asked.query("collaboration_path", author="SAM SMITH", other="hanan samet")
        by_uid = asked.query("collaboration_path", author="name:sam smith", other="name:hanan samet")
        assert rows_of(by_name) == rows_of(by_uid) != []
        for query in ("close_collaborators", "topic_counts_by_year", "split_candidates", "mixed_candidates"):
            assert rows_of(asked.query(query, author="Soham De")) == rows_of(asked.query(query, author="name:soham de"))
            with pytest.raises(UnknownAuthorError, match="no author 'Soham Dee'; the nearest names are Soham De"):
                asked.query(query, author="Soham Dee")


def test_what_the_graph_does_not_have_is_an_error_with_what_comes_nearest(graph: ScholarGraph) -> None:
    for asked in (graph, graph.plain):
        with pytest.raises(UnknownVenueError, match="no venue 'NeurIP'; the nearest names are NeurIPS") as venue:
            asked.topic_counts(venue="NeurIP")
        assert venue.value.nearest[0] == "NeurIPS"
        with pytest.raises(UnknownInstitutionError, match="There is no institution 'Atlantis'; no name in the graph is like it"):
            asked.topic_trends(institution="Atlantis")
        with pytest.raises(UnknownTopicError, match="no topic 'residual networ'; the nearest names are residual network"):
            asked.topic_people("residual networ")
        with pytest.raises(UnknownSourceError, match=r"no source 'Scopus' of the graph's documents; they are .*, this graph"):
            asked.cited_papers("Soham De", source="Scopus")
        with pytest.raises(UnknownInstitutionError):
            asked.institution_people("Atlantis")
        for query in ("topic_counts", "topic_counts_by_author", "topic_counts_by_venue", "topic_counts_by_year"):
            with pytest.raises(UnknownVenueError):
                asked.query(query, venue="NeurIP")
            with pytest.raises(UnknownSchemeError, match=r"the scheme .arxv. in the graph; its schemes are phrase, cso, open"):
                asked.query(query, scheme="arxv")
        for ask in (asked.name_cluster, asked.name_cluster_papers):
            with pytest.raises(UnknownAuthorError, match="no author 'Soham Dee'; the nearest names are Soham De"):
                ask("Soham Dee")
        for query in ("name_cluster", "name_cluster_papers", "authors_by_name_key"):
            with pytest.raises(UnknownAuthorError):
                asked.query(query, name_key="Soham Dee")
            assert rows_of(asked.query(query, name_key=" SOHAM  De ")) == rows_of(asked.query(query, name_key="soham de")) != []
    assert rows_of(graph.topic_counts(venue="NEURIPS")) == rows_of(graph.topic_counts(venue="venue:neurips")) != []
    with pytest.raises(UnknownVenueError, match="no name in the graph is like it"):
        graph.topic_counts(venue="***")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Smith Samuel", "Samuel L. Smith"),
        ("S. L. Smit", "Samuel L. Smith"),
        ("Soham Dee", "Soham De"),
        ("Simth, S.", "Sam Smith"),
        ("T. Goldstien", "Tom Goldstein"),
    ],
)
def test_the_nearest_names_share_the_family_name_first(graph: ScholarGraph, typed: str, first: str) -> None:
    with pytest.raises(UnknownAuthorError) as caught:
        graph.profile(typed)
    assert caught.value.nearest[0] == first
    if "Sm" in typed:
        assert set(caught.value.nearest[:2]) == {"Samuel L. Smith", "Sam Smith"}


def test_a_parameter_without_a_value_says_how_to_give_it(graph: ScholarGraph) -> None:
    with pytest.raises(ParameterError, match=r"needs a value for \$who, .*--param who=VALUE .* who=… in Python"):
        graph.cypher("MATCH (a:Author {name: $who}) WHERE a.kind = $kind RETURN a.uid AS uid")


def test_the_groups_of_a_mixed_record_come_likeliest_first_after_its_own(graph: ScholarGraph) -> None:
    for row in graph.plain.mixed_candidates().rows:
        main, *others = cast(list[dict[str, Any]], row["groups"])
        assert main["main"]
        assert [one["probability"] for one in others] == sorted((one["probability"] for one in others), reverse=True)


def rows_of(answer: pd.DataFrame | Table) -> list[dict[str, object]]:
    return answer.rows if isinstance(answer, Table) else json.loads(answer.to_json(orient="records"))


@pytest.mark.slow
@pytest.mark.parametrize("by", [None, "author", "venue", "year"])
@pytest.mark.parametrize("author", [None, "Soham De"])
@pytest.mark.parametrize("venue", [None, "icml"])
def test_topic_counts_answer_every_combination(
    graph: ScholarGraph, by: Grouping | None, author: str | None, venue: str | None
) -> None:
    rows = graph.plain.topic_counts(author, venue=venue, by=by, since=2018, until=2023).rows
    of = by or (author and "author") or (venue and "venue")
    query = f"topic_counts_by_{of}" if of else "topic_counts"
    assert rows == graph.plain.query(query, author=author, venue=venue, since=2018, until=2023).rows
    papers = topics_of_papers(graph, author, venue, of)
    found = {(row["topic"], row.get("year")) for row in rows}
    assert found == {(topic, year if by == "year" else None) for topic, year in papers}
    if of == "author" and author:
        assert {row["name"] for row in rows} == {"Soham De"}
    if of == "venue":
        assert {row["name"] for row in rows} >= {"ICML"}
        assert venue is None or {row["name"] for row in rows} == {"ICML"}


def topics_of_papers(graph: ScholarGraph, author: str | None, venue: str | None, of: str | None) -> set[tuple[str, int]]:
    """Topic and year of the papers of 2018 to 2023 that are this author's and in this venue, asked in another way. What is
    counted `of` authors or venues is of papers that have some."""
    rows = graph.plain.cypher(
        "MATCH (p:Paper)-[about:ABOUT]->(t) WHERE 2018 <= p.year <= 2023 AND (about.origin = 'given' OR about.score >= 0.3) "
        "AND ($author IS NULL OR EXISTS { (p)<-[:WROTE]-(a) WHERE a.name = $author }) "
        "AND ($venue IS NULL OR EXISTS { (p)-[:PUBLISHED_IN]->(v) WHERE toLower(v.name) = $venue }) "
        "AND ($of <> 'author' OR EXISTS { (p)<-[:WROTE]-() }) AND ($of <> 'venue' OR EXISTS { (p)-[:PUBLISHED_IN]->() }) "
        "RETURN DISTINCT t.uid AS topic, p.year AS year",
        author=author, venue=venue, of=of or "",
    ).rows  # fmt: skip
    return {(str(row["topic"]), cast(int, row["year"])) for row in rows}


def test_topics_by_anything_else_are_refused_with_what_there_is(graph: ScholarGraph) -> None:
    with pytest.raises(ParameterError, match="'month': use author, venue, institution, country, year"):
        graph.topic_counts("Soham De", by="month")  # type: ignore[arg-type]


def test_a_negative_limit_is_refused_everywhere(graph: ScholarGraph) -> None:
    asked: list[Callable[[], object]] = [
        lambda: graph.papers("Soham De", limit=-1),
        lambda: graph.close_collaborators("Soham De", limit=-1),
        lambda: graph.topic_counts(limit=-1),
        lambda: graph.neighbourhood("Soham De", limit=-1),
        lambda: graph.split_groups(limit=-1),
        lambda: graph.unlinkable_records(limit=-1),
        lambda: graph.authorships(limit=-1),
        lambda: graph.duplicate_papers(limit=-1),
        lambda: graph.decisions.candidates(limit=-1),
        lambda: graph.query("prolific_authors", limit=-1),
    ]
    for ask in asked:
        with pytest.raises(ParameterError, match="limit: -1 is not an integer"):
            ask()
    assert (len(graph.authorships(limit=3)), len(graph.split_groups(limit=1))) == (3, 1)


def test_what_the_server_says_of_a_query_is_a_warning(graph: ScholarGraph) -> None:
    for asked in (graph, graph.plain):
        with pytest.warns(CypherWarning) as said:
            asked.cypher("MATCH (p:Papr) RETURN p")
        assert ["`Papr`" in str(one.message) for one in said] == [True]
        assert said[0].filename == __file__, "it is the caller's line that is warned about"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph.cypher("MATCH (p:Paper) RETURN count(p) AS papers")
        graph.close_collaborators("Soham De")


def test_a_record_is_found_by_a_name_that_it_lists(graph: ScholarGraph) -> None:
    known = Authorship(name="Huan Lind", position=1, ids=(Identifier("openalex", "A1"),))
    printed = Authorship(name="H. Q. Lind", position=1, ids=(Identifier("openalex", "A1"),))
    other = Authorship(name="H. Q. Lind", position=1, ids=(Identifier("openalex", "A2"),))
    another = Authorship(name="Hong Qi Lind", position=1, ids=(Identifier("openalex", "A2"),))
    say(graph, "one", record("Ants Carry What They Share", known), record("Glass Does Not Flow When It Is Old", printed))
    assert graph.profile("h. q. lind")["name"] == graph.profile("Huan Lind")["name"] == "Huan Lind"
    assert graph.name_cluster("H. Q. LIND")[["uid", "exact"]].to_numpy().tolist() == [["openalex:A1", False]]
    say(graph, "two", record("The Price of Salt between Harvests", other), record("Bridges of Rope and Their Makers", another))
    with pytest.raises(AmbiguousAuthorError, match="list among their names") as caught:
        graph.profile("H. Q. Lind")
    assert {uid for uid, _, _ in caught.value.choices} == {"openalex:A1", "openalex:A2"}
    say(graph, "three", record("Tides and Tables for Small Harbours", Authorship(name="H. Q. Lind", position=1)))
    assert graph.profile("H. Q. Lind")["uid"] == "name:h. q. lind"
    assert graph.name_cluster("H. Q. Lind")["exact"].tolist() == [True, False, False]
    for name in ("one", "two", "three"):
        graph.unload(name)


def record(title: str, author: Authorship) -> Record:
    return Record(where="record 1", title=title, authors=(author,))


def test_a_closed_graph_says_so_without_the_drivers_tracebacks(neo4j_server: Neo4jServer) -> None:
    with ScholarGraph.connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as closed:
        pass
    for ask in (lambda: closed.profile("Soham De"), lambda: closed.cypher("RETURN 1"), lambda: closed.unload("x")):
        with pytest.raises(GraphUnavailableError, match="closed already") as caught:
            ask()
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__


def test_an_ambiguous_author_gives_the_choices(graph: ScholarGraph) -> None:
    from graph.load.loading import Loading
    from graph.load.reading import Document
    from graph.queries.bound import Queries
    from loaders.records import Authorship, Header, Identifier, Record

    known = Authorship(name="Hao Li", position=1, ids=(Identifier("openalex", "A1"),))
    items = (
        Header(format="test", source="test"),
        Record(where="record 1", title="Another Paper of Another Hao Li", authors=(known,)),
    )
    loading = Loading(Queries(graph.connection))
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


def test_a_search_finds_of_each_kind_what_its_own_query_finds(graph: ScholarGraph) -> None:
    found = graph.search("gradent descent", limit=3)
    assert {kind: frame["uid"].tolist() for kind, frame in found.groupby("kind")} == {
        kind: uids
        for kind, query in SEARCHES.items()
        if (uids := graph.query(query, text="gradent descent", limit=3)["uid"].tolist())
    }
    topics = graph.search("gradent descent", kinds=["topic"])
    assert "stochastic gradient descent" in topics["name"].tolist()
    assert set(topics["kind"]) == {"topic"}
    [soham] = graph.search("soham", kinds=["author"]).to_dict("records")
    assert (soham["name"], soham["papers"]) == ("Soham De", graph.profile("Soham De")["papers"])


@pytest.mark.parametrize(
    ("text", "kinds", "why"), [("…", None, "a word to look for"), ("soham", ["people"], "one of author, paper")]
)
def test_what_cannot_be_looked_for_is_said(graph: ScholarGraph, text: str, kinds: Any, why: str) -> None:
    with pytest.raises(ParameterError, match=why):
        graph.search(text, kinds=kinds)
