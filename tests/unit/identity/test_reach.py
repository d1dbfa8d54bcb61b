"""How far evidence can go: no candidate is likelier than what either side's papers could say."""

import random
from math import exp

import pytest

from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.pairs import SimilarName, pair_scores
from graph.identity.evidence_model.reach import reaches
from graph.identity.evidence_model.weights import Weights
from tests.unit.identity.small_corpus import Paper, corpus_of, plain_weights, uid

SHORT, LONG = "Ada Berg", "Ada M. Berg"
PAIR = [SimilarName(uid(SHORT), uid(LONG), 0.9, "middle")]


def test_a_record_reaches_what_its_best_evidence_would_say() -> None:
    papers: list[Paper] = [("a", 2000, [SHORT, "Ann Lee"], {"topics": ["t"]}), ("b", 2001, [LONG, "Bo Day"], {})]
    found = reaches(corpus_of(papers), plain_weights(), PAIR)
    # .5 of the kind and .9 of the name; a collaborator used once weighs 1 / ln 2 = 1.44, which is beyond the edge of 1: 3. The
    # other one names no topic and no venue, of which the weight is 0; years and affiliations can be unknown, which is 0 too.
    pairs, reach = found[0]
    assert pairs == 1
    assert reach == pytest.approx(1 / (1 + exp(-(0.5 + 0.9 + 3.0))))


def test_who_names_nobody_and_nothing_reaches_no_far() -> None:
    rich: list[Paper] = [("a", 2000, [SHORT, "Ann Lee", "Bo Day"], {"topics": ["t"], "venues": ["v"]})]
    poor: list[Paper] = [("b", None, [LONG], {})]
    weights = plain_weights()
    found = reaches(corpus_of(rich + poor), weights, PAIR)
    # Without collaborators none are linked, which weighs -2, and nothing of the rest adds to it.
    [reach] = {reach for _, reach in found.values()}
    assert reach == pytest.approx(1 / (1 + exp(-(0.5 + 0.9 - 2.0))))


def test_a_record_without_similar_names_or_with_forbidden_ones_only_is_none_of_them() -> None:
    together: list[Paper] = [("a", 2000, [SHORT, LONG, "Ann Lee"], {})]
    assert reaches(corpus_of(together), plain_weights(), PAIR) == {}


@pytest.mark.parametrize("seed", range(5))
def test_no_candidate_exceeds_what_its_records_reach(seed: int) -> None:
    corpus, similar = _made_up(random.Random(seed))
    for weights in (Weights.shipped(), plain_weights()):
        found = reaches(corpus, weights, similar)
        pairs = list(pair_scores(corpus, weights, similar))
        assert pairs
        assert {record for pair in pairs for record in (pair.a, pair.b)} == found.keys()
        for pair in pairs:
            assert pair.probability <= min(found[pair.a][1], found[pair.b][1]) + 1e-12


def _made_up(chance: random.Random) -> tuple[Corpus, list[SimilarName]]:
    people = [f"{given} {family}" for given in ("Ada", "Bo", "Cy", "Di", "Ed") for family in ("Berg", "Day", "Lee", "Wu")]
    papers: list[Paper] = []
    for number in range(60):
        facts = {
            name: chance.sample([f"{name}{count}" for count in range(9)], chance.randrange(4))
            for name in ("topics", "venues", "words")
        }
        papers.append(
            (f"p{number:02}", chance.choice([None, *range(1990, 2020)]), chance.sample(people, chance.randint(1, 4)), facts)
        )
    corpus = corpus_of(papers)
    uids = sorted(corpus.number_of)
    kinds = list(Weights.shipped().split["kinds"])
    pairs = [(one, other) for place, one in enumerate(uids) for other in uids[place + 1 :]]
    return corpus, [SimilarName(one, other, chance.random(), chance.choice(kinds)) for one, other in chance.sample(pairs, 80)]
