"""What a piece of evidence is measured by and weighs in memory is what it is in the stored queries: of records of several people,
of people of several records, and from both sides. `test_candidates.py` compares what follows from it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd
import pytest

from graph import ScholarGraph
from graph.identity.evidence_model.clustering import grouping_of
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.evidence import PaperSet, measured
from graph.identity.evidence_model.pairs import Persons, pair_scores
from graph.identity.evidence_model.reading import read_evidence
from graph.identity.evidence_model.weights import Weights
from graph.queries.bound import Queries
from tests.integration.conftest import Neo4jServer, wipe
from tests.integration.made_up_library import library
from tests.integration.statements import say, works


@pytest.fixture(scope="module")
def mixed_library(neo4j_server: Neo4jServer) -> Iterator[ScholarGraph]:
    """Works of a few fields with names that several people bear, one of them twice on a paper, and a person of two records."""
    if not neo4j_server.may_wipe:
        pytest.skip(f"{neo4j_server.uri} holds a user's graph")
    wipe(neo4j_server)
    target = neo4j_server
    with ScholarGraph.connect(target.uri, target.username, target.password, target.database) as graph:
        say(graph, "library", *library(140), works("Wei Zhang", "Ada Berg", "Wei Zhang", title="A paper of two of one name"))
        pairs = [pair_of(row) for row in rows(graph.split_candidates(min_probability=0.0))]
        several = next(pair for pair in pairs if any(set(pair) & set(other) for other in pairs if other != pair))
        graph.decisions.accept(*several, by="ana")
        yield graph


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def pair_of(row: dict[str, Any]) -> tuple[str, str]:
    return min(row["uid_a"], row["uid_b"]), max(row["uid_a"], row["uid_b"])


def test_each_piece_of_evidence_about_two_groups_of_a_record_is_that_in_memory(mixed_library: ScholarGraph) -> None:
    corpus, weights = read_evidence(Queries(mixed_library.connection)).corpus, Weights.shipped()
    told = rows(mixed_library.mixed_candidates(min_probability=0.0))
    compared = twice = 0
    for row in told:
        record = corpus.number_of[row["uid"]]
        grouping = grouping_of(corpus, weights, record, 0.25)
        assert grouping is not None
        main, *others = ((papers_of(corpus, group), group) for group in grouping.groups)
        groups = {frozenset(paper["uid"] for paper in group["papers"]): group for group in row["groups"][1:]}
        assert groups.keys() == {papers for papers, _ in others}
        for papers, slots in others:
            evidence = groups[papers]["evidence"]
            if evidence[0]["feature"] == "twice":
                twice += 1
                continue
            named = {piece["feature"]: piece for piece in evidence}
            assert named["rarity"]["value"]["expected_namesakes"] == pytest.approx(corpus.namesakes(record))
            compare(corpus, (main[1], slots), evidence, -weights.mixed["evidence"])
            compared += 1
    assert compared
    assert twice


def test_each_piece_of_evidence_about_two_people_is_that_in_memory_from_both_sides(mixed_library: ScholarGraph) -> None:
    evidence, weights = read_evidence(Queries(mixed_library.connection)), Weights.shipped()
    corpus = evidence.corpus
    persons, mixed = Persons(corpus), set(mixed_library.mixed_candidates(min_probability=0.0)["uid"])
    told = rows(mixed_library.split_candidates(min_probability=0.0))
    sides = {uid for row in told for uid in pair_of(row)}
    assert sides & mixed
    assert any(len(persons.records(corpus.number_of[uid])) > 1 for uid in sides)
    likeliest: dict[frozenset[str], float] = defaultdict(float)
    for pair in pair_scores(corpus, weights, evidence.similar, evidence.different):
        people = frozenset((persons.of[pair.a], persons.of[pair.b]))
        likeliest[people] = max(likeliest[people], pair.probability)
    by_people = {frozenset(persons.of[corpus.number_of[uid]] for uid in pair_of(row)): row["probability"] for row in told}
    assert by_people == pytest.approx(likeliest, abs=0.005)
    for row in told:
        slots = [persons.slots(corpus.number_of[uid]) for uid in pair_of(row)]
        compare(corpus, (slots[0], slots[1]), row["evidence"], weights.split["evidence"])
    for uid in sides:
        alone = [_but_teaching(row) for row in rows(mixed_library.split_candidates(uid, min_probability=0.0))]
        person = persons.of[corpus.number_of[uid]]
        assert alone == [
            _but_teaching(row) for row in told if person in {persons.of[corpus.number_of[one]] for one in pair_of(row)}
        ]


def _but_teaching(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what counts the candidates alike among those of the same answer."""
    return {name: value for name, value in row.items() if not name.startswith("teaching")}


def test_a_group_of_a_mixed_record_weighs_against_another_record_what_it_would_as_a_record(mixed_library: ScholarGraph) -> None:
    corpus, weights = read_evidence(Queries(mixed_library.connection)).corpus, Weights.shipped()
    pairs = {uid: pair_of(row) for row in rows(mixed_library.split_candidates(min_probability=0.0)) for uid in pair_of(row)}
    record = next(row for row in rows(mixed_library.mixed_candidates()) if row["uid"] in pairs)
    [other] = set(pairs[record["uid"]]) - {record["uid"]}
    group = next(one for one in record["groups"][1:] if one["evidence"][0]["feature"] != "twice")
    papers = {paper["uid"] for paper in group["papers"]}
    slots = [slot for slot in corpus.slots_of[corpus.number_of[record["uid"]]] if papers_of(corpus, [slot]) <= papers]
    made = mixed_library.decisions.reassign(record["uid"], sorted(papers), by="ana")
    asked = rows(mixed_library.split_candidates(made.records[1], min_probability=0.0))
    [row] = [row for row in asked if other in pair_of(row)]
    between = slots, Persons(corpus).slots(corpus.number_of[other])
    compare(corpus, between, row["evidence"], weights.split["evidence"])


def papers_of(corpus: Corpus, slots: Iterable[int]) -> frozenset[str]:
    return frozenset(corpus.papers[corpus.paper_of[slot]][0] for slot in slots)


def compare(corpus: Corpus, sides: tuple[Sequence[int], Sequence[int]], evidence: list[dict[str, Any]], slope: float) -> None:
    """What the papers of two sides say is in memory, in both directions, what the pieces of evidence say: the same features, of
    which those of no weight are not told, the same measures, and the same weights."""
    weights = Weights.shipped()
    focal = {corpus.name_of[corpus.record_of[slot]] for slots in sides for slot in slots}
    one, other = (PaperSet.of(corpus, slots, focal) for slots in sides)
    told = {piece["feature"]: piece for piece in evidence if piece["feature"] in weights.features}
    for found in (measured(corpus, weights, one, other), measured(corpus, weights, other, one)):
        terms = {feature: slope * weight for feature, weight in weights.terms(found) if round(slope * weight, 3)}
        assert {feature: piece["weight"] for feature, piece in told.items()} == pytest.approx(terms, abs=0.00051)
        for feature, piece in told.items():
            assert piece["value"] == pytest.approx(found[feature])
