"""Candidates of the whole graph, and authorships with the proposed person, on a real server."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import ScholarGraph
from graph.errors import ParameterError
from graph.identity.grouping import grouping_of
from graph.identity.reading import read_corpus_around, read_evidence
from graph.identity.splits import splits
from graph.identity.weights import Weights
from graph.registry import Registry
from tests.integration.conftest import Neo4jServer, wipe

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
SAM, SAMUEL = "name:sam smith", "name:samuel l. smith"


@pytest.fixture(scope="module")
def pages(neo4j_server: Neo4jServer) -> Iterator[ScholarGraph]:
    """The demo pages, loaded once."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    wipe(neo4j_server)
    with ScholarGraph.connect(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as opened:
        opened.load(sorted(DEMO.glob("*.txt")))
        yield opened


def test_the_sums_in_memory_are_those_of_the_stored_queries(pages: ScholarGraph) -> None:
    registry, weights = Registry.shipped(), Weights.shipped()
    evidence = read_evidence(registry, pages.connection)
    corpus = evidence.corpus
    found = {
        (corpus.records[pair.a].uid, corpus.records[pair.b].uid): pair.probability
        for pair in splits(corpus, weights, evidence.similar, evidence.different)
    }
    told = pages.query("split_candidates", min_score=0.0, pairs=[list(pair) for pair in found])
    assert len(told) == len(found) > 0
    for row in told.itertuples():
        assert row.probability == pytest.approx(found[row.uid_a, row.uid_b], abs=0.005)
    for record in range(len(corpus.records)):
        grouping = grouping_of(corpus, weights, record, 0.25)
        if grouping is None:
            continue
        uid = corpus.records[record].uid
        around = read_corpus_around(registry, pages.connection, uid)
        assert grouping_of(around, weights, around.number_of[uid], 0.25).probability == pytest.approx(grouping.probability)  # type: ignore[union-attr]
        groups = [[corpus.papers[corpus.paper_of[slot]][0] for slot in group] for group in grouping.groups]
        [mixed] = pages.query("mixed_candidates", groups={uid: groups}, min_score=0.0).itertuples()
        assert mixed.probability == pytest.approx(grouping.probability, abs=0.005)


def test_the_whole_graphs_candidates_are_those_of_its_authors(pages: ScholarGraph) -> None:
    every = pages.split_candidates(min_score=0.2)
    assert list(every.probability) == sorted(every.probability, reverse=True)
    for uid in {*every.uid_a, *every.uid_b}:
        alone = pages.split_candidates(uid, min_score=0.2)
        assert {*alone.uid_a, *alone.uid_b} >= {uid}
        of_all = every[(every.uid_a == uid) | (every.uid_b == uid)]
        assert dict(zip(alone.uid_a + alone.uid_b, alone.probability, strict=True)) == dict(
            zip(of_all.uid_a + of_all.uid_b, of_all.probability, strict=True)
        )
    mixed = pages.mixed_candidates(min_score=0.2)
    for row in mixed.itertuples():
        [alone_row] = pages.mixed_candidates(row.uid, min_score=0.2).itertuples()
        assert (alone_row.probability, alone_row.groups) == (row.probability, row.groups)
    assert len(pages.split_candidates(min_score=0.0, limit=1)) == 1


def test_authorships_propose_people_at_a_threshold_and_none_without(pages: ScholarGraph) -> None:
    decided = pages.authorships()
    assert list(decided.columns) == ["paper", "ids", "position", "name", "record", "person", "proposed"]
    assert list(decided.person) == list(decided.proposed)
    slots = pages.cypher("MATCH (:Author)-[slot:WROTE]->(:Paper) WHERE slot.kind IS NULL RETURN count(*) AS slots").slots[0]
    assert len(decided) == slots
    proposed = pages.authorships(0.5)
    people: dict[str, set[str]] = defaultdict(set)
    for row in proposed.itertuples():
        people[row.record].add(row.proposed)
    assert people[SAM] == people[SAMUEL]
    assert len(people["name:soham de"]) > 1
    assert pages.authorships(1.0).proposed.tolist() == decided.proposed.tolist()


def test_a_decision_stands_above_what_is_proposed(pages: ScholarGraph) -> None:
    pages.decisions.reject(SAM, SAMUEL, by="ana")
    pages.decisions.keep("name:soham de", by="ana")
    people: dict[str, set[str]] = defaultdict(set)
    for row in pages.authorships(0.5).itertuples():
        people[row.record].add(row.proposed)
    assert people[SAM] != people[SAMUEL]
    assert people["name:soham de"] == {"name:soham de"}


def test_a_threshold_that_is_no_probability_is_refused(graph: ScholarGraph) -> None:
    with pytest.raises(ParameterError, match=r"threshold 1\.5 is no probability"):
        graph.authorships(1.5)
    assert graph.authorships(0.5).empty
    assert graph.split_candidates().empty
    assert graph.mixed_candidates().empty
