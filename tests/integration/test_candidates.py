"""Candidates of the whole graph, and authorships with the proposed person, on a real server."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from graph import ScholarGraph
from graph.errors import ParameterError
from graph.identity.evidence_model.clustering import grouping_of
from graph.identity.evidence_model.pairs import pair_scores
from graph.identity.evidence_model.reading import read_evidence
from graph.identity.evidence_model.weights import Weights
from graph.queries.bound import Queries

SAM, SAMUEL = "name:sam smith", "name:samuel l. smith"


@pytest.fixture(scope="module")
def pages(demo_graph: ScholarGraph) -> ScholarGraph:
    return demo_graph


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def people(frame: pd.DataFrame) -> dict[str, set[str]]:
    """The proposed people of each record."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(frame):
        found[row["record"]].add(row["proposed"])
    return found


def politics_and_learning(pages: ScholarGraph, frame: pd.DataFrame) -> tuple[str, str]:
    """The proposed people behind two papers of "Soham De": one on Indian politics, one on neural networks."""
    person = {row["paper"]: row["proposed"] for row in rows(frame) if row["record"] == "name:soham de"}
    one, other = (
        pages.cypher("MATCH (p:Paper) WHERE p.title STARTS WITH $title RETURN p.uid AS uid", title=title)["uid"].item()
        for title in ("Database of Indian Social Media", "On the Origin of Implicit Regularization")
    )
    return person[one], person[other]


def pair_of(row: dict[str, Any]) -> tuple[str, str]:
    return min(row["uid_a"], row["uid_b"]), max(row["uid_a"], row["uid_b"])


def test_the_sums_in_memory_are_those_of_the_stored_queries(pages: ScholarGraph) -> None:
    weights = Weights.shipped()
    evidence = read_evidence(Queries(pages.connection))
    corpus = evidence.corpus
    found = {
        (corpus.records[pair.a].uid, corpus.records[pair.b].uid): pair.probability
        for pair in pair_scores(corpus, weights, evidence.similar, evidence.different)
    }
    told = rows(pages.query("split_candidates", min_probability=0.0))
    assert found
    assert {(row["uid_a"], row["uid_b"]): row["probability"] for row in told} == pytest.approx(found, abs=0.005)


def test_the_groups_that_the_graph_keeps_are_those_worked_out_from_all_of_it(pages: ScholarGraph) -> None:
    corpus = read_evidence(Queries(pages.connection)).corpus
    mixed = [found for record in range(len(corpus.records)) if (found := grouping_of(corpus, Weights.shipped(), record, 0.25))]
    told = {row["uid"]: row for row in rows(pages.mixed_candidates(min_probability=0.0))}
    assert told.keys() == {corpus.records[grouping.record].uid for grouping in mixed} != set()
    for grouping in mixed:
        row = told[corpus.records[grouping.record].uid]
        groups = [{corpus.papers[corpus.paper_of[slot]][0] for slot in group} for group in grouping.groups]
        shown = [{paper["uid"] for paper in group["papers"]} for group in row["groups"]]
        assert shown[0] == groups[0]
        assert sorted(shown, key=sorted) == sorted(groups, key=sorted)
        assert row["probability"] == pytest.approx(grouping.probability, abs=0.005)


def without_teaching(record: dict[str, Any]) -> dict[str, Any]:
    """A mixed record without what its groups teach, which follows from what else an answer holds."""
    groups = [{key: value for key, value in group.items() if not key.startswith("teaching")} for group in record["groups"]]
    return {**record, "groups": groups, "teaching": None}


def test_the_whole_graphs_candidates_are_those_of_its_authors(pages: ScholarGraph) -> None:
    every = rows(pages.split_candidates(min_probability=0.2))
    assert [row["probability"] for row in every] == sorted((row["probability"] for row in every), reverse=True)
    for uid in {uid for row in every for uid in pair_of(row)}:
        alone = {pair_of(row): row["probability"] for row in rows(pages.split_candidates(uid, min_probability=0.2))}
        assert alone == {pair_of(row): row["probability"] for row in every if uid in pair_of(row)}
    for row in rows(pages.mixed_candidates(min_probability=0.2)):
        [alone_row] = rows(pages.mixed_candidates(row["uid"], min_probability=0.2))
        assert without_teaching(alone_row) == without_teaching(row)
    assert len(pages.split_candidates(min_probability=0.0, limit=1)) == 1


def test_records_that_may_be_one_person_come_in_groups(pages: ScholarGraph) -> None:
    groups = {tuple(row["uids"]): row["probability"] for row in rows(pages.split_groups(0.5))}
    pairs = {pair_of(row): row["probability"] for row in rows(pages.split_candidates(min_probability=0.5))}
    assert groups == pytest.approx(pairs, abs=0.005)
    assert tuple(sorted((SAM, SAMUEL))) in groups


def test_groups_say_how_far_their_records_hold_together_by_themselves(pages: ScholarGraph) -> None:
    for least in (0.5, 0.2):
        likely = {pair_of(row) for row in rows(pages.split_candidates(min_probability=least))}
        groups = rows(pages.split_groups(least, order="size"))
        for row in groups:
            pairs = [tuple(sorted(pair)) for pair in combinations(row["uids"], 2)]
            assert row["density"] == pytest.approx(sum(pair in likely for pair in pairs) / len(pairs), abs=1e-4)
        assert [(-len(row["uids"]), row["density"]) for row in groups] == sorted(
            (-len(row["uids"]), row["density"]) for row in groups
        )
        assert sorted(row["uids"] for row in groups) == sorted(row["uids"] for row in rows(pages.split_groups(least)))
    with pytest.raises(ParameterError, match="no order 'worth': use probability or size"):
        pages.split_groups(order="worth")  # type: ignore[arg-type]


def test_no_candidate_of_an_unlinkable_record_reaches_the_probability(pages: ScholarGraph) -> None:
    every = rows(pages.split_candidates(min_probability=0.0))
    records = rows(pages.cypher("MATCH (a:Author) WHERE coalesce(a.kind, 'person') = 'person' RETURN a.uid AS uid"))
    assert {row["uid"] for row in rows(pages.unlinkable_records(1.0))} == {row["uid"] for row in records}
    for least in (0.05, 0.5, 0.95):
        found = {row["uid"]: row for row in rows(pages.unlinkable_records(least))}
        assert all(row["reach"] < least for row in found.values())
        for row in every:
            for uid in pair_of(row):
                if uid in found:
                    assert row["probability"] <= found[uid]["reach"] + 0.005
                    assert found[uid]["similar_names"] > 0
    assert rows(pages.unlinkable_records(0.95, limit=2)) == rows(pages.unlinkable_records(0.95))[:2]
    with pytest.raises(ParameterError, match=r"1\.5 is not a probability above 0"):
        pages.unlinkable_records(1.5)


def test_blocks_bring_the_similar_names_that_the_graph_has(pages: ScholarGraph) -> None:
    found = {row["block"]: row for row in rows(pages.name_blocks())}
    [similar] = rows(pages.cypher("MATCH (a:Author)-[s:SIMILAR_NAME]->(b) RETURN count(s) AS pairs"))
    likely = rows(pages.split_candidates(min_probability=0.5))
    assert (found["all"]["similar"], found["all"]["likely"]) == (similar["pairs"], len(likely))
    kinds = [row for name, row in found.items() if name != "all"]
    assert all(row["likely"] <= row["similar"] <= row["pairs"] for row in found.values())
    assert sum(row["only_pairs"] for row in kinds) == found["all"]["only_pairs"] <= found["all"]["pairs"]
    assert sum(row["pairs"] for row in kinds) >= found["all"]["pairs"]


def test_authorships_propose_people_at_a_least_probability_and_none_without(pages: ScholarGraph) -> None:
    decided = pages.authorships()
    assert list(decided.columns) == ["paper", "ids", "position", "name", "record", "person", "proposed"]
    assert decided["person"].tolist() == decided["proposed"].tolist()
    slots = pages.cypher("MATCH (:Author)-[slot:WROTE]->(:Paper) WHERE slot.kind IS NULL RETURN count(*) AS slots")
    assert rows(slots) == [{"slots": len(decided)}]
    found = pages.authorships(0.5)
    proposed = people(found)
    assert proposed[SAM] == proposed[SAMUEL]
    of_politics, of_learning = politics_and_learning(pages, found)
    assert of_politics != of_learning == "name:soham de"
    assert pages.authorships(1.0)["proposed"].tolist() == decided["proposed"].tolist()


def test_the_title_model_divides_authorships_by_subjects_far_apart(pages: ScholarGraph) -> None:
    found = pages.authorships(0.5, model="titles")
    assert [(row["paper"], row["record"]) for row in rows(found)] == [
        (row["paper"], row["record"]) for row in rows(pages.authorships())
    ]
    of_politics, of_learning = politics_and_learning(pages, found)
    assert of_politics != of_learning == "name:soham de"


@pytest.mark.any_line
def test_a_decision_stands_above_what_is_proposed(pages: ScholarGraph) -> None:
    pages.decisions.reject(SAM, SAMUEL, by="ana")
    pages.decisions.confirm("name:soham de", by="ana")
    proposed = people(pages.authorships(0.5))
    assert proposed[SAM].isdisjoint(proposed[SAMUEL])
    assert proposed["name:soham de"] == {"name:soham de"}


def test_a_least_probability_that_is_none_is_refused(graph: ScholarGraph) -> None:
    with pytest.raises(ParameterError, match=r"min_probability 1\.5 is not a probability"):
        graph.authorships(1.5)
    assert graph.authorships(0.5).empty
    assert graph.split_candidates().empty
    assert graph.mixed_candidates().empty
