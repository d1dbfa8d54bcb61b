"""What two sets of papers say about one person, added up by hand."""

import random
from dataclasses import replace
from math import log

import pytest

from graph.identity.evidence_model.clustering import Grouping, WorkedOut, grouping_of, logistic, work_out
from graph.identity.evidence_model.corpus import MOST_AUTHORS
from graph.identity.evidence_model.evidence import PaperSet, linked_to_expected, measured, terms
from graph.identity.evidence_model.pairs import PairScore, SimilarName, pair_scores
from graph.identity.evidence_model.weights import Weights
from graph.identity.proposals import divided, proposed_persons
from tests.unit.identity.small_corpus import Paper, corpus_of, plain_weights, uid

WEI = "Wei Wang"
CROWD = [f"Wei {family}" for family in ("Li", "Xu", "Ma")] + [f"{given} Wang" for given in ("Bo", "Jun", "Li")]
"""Names that make "Wei Wang" common: 4 of 4 given, 4 families, of 7 and more names."""


def test_shared_collaborators_venues_topics_words_and_years_each_give_a_term() -> None:
    corpus = corpus_of(
        [
            ("a", 2001, [WEI, "Ann Lee"], {"topics": ["t1"], "venues": ["v"], "words": ["tokyo", "riken"]}),
            ("b", 2003, [WEI, "Ann Lee", "Bob Day"], {"topics": ["t1", "t2"], "venues": ["v"], "words": ["tokyo"]}),
        ]
    )
    one, other = ([slot] for slot in corpus.slots_of[corpus.number_of[uid(WEI)]])
    focal = {corpus.name_of[corpus.number_of[uid(WEI)]]}
    sets = PaperSet.of(corpus, one, focal), PaperSet.of(corpus, other, focal)
    # 1 / ln(1 + 2) = 0.91 for the collaborator, the venue and the topic, each below the edge of 1; all words in common; 2 years.
    assert terms(corpus, plain_weights(), *sets) == [2.0, 0.0, 0.0, 1.0, -0.5]
    rarely = 1 / log(3)
    assert measured(corpus, plain_weights(), *sets) == measured(corpus, plain_weights(), *sets[::-1]) == {
        "shared_collaborators": {"shared_collaborators": rarely, "fewer_collaborators": 1, "more_collaborators": 2},
        "venues": {"venues": rarely, "fewer_papers": 1},
        "topics": {"topics": rarely, "fewer_topics": 1},
        "affiliation": {"affiliation": 1.0, "years_apart": 2},
        "years": {"years": 2, "fewer_papers": 1},
    }  # fmt: skip


def test_what_is_unknown_gives_no_term() -> None:
    corpus = corpus_of([("a", None, [WEI], {}), ("b", 2003, [WEI], {"words": ["tokyo"]})])
    sets = [PaperSet.of(corpus, [slot], ()) for slot in corpus.slots_of[0]]
    assert len(terms(corpus, plain_weights(), *sets)) == 3


def test_without_a_shared_collaborator_those_count_who_wrote_with_one_of_the_others() -> None:
    apart: list[Paper] = [("a", 2000, [WEI, "Ann Lee"], {}), ("b", 2000, [WEI, "Bob Day"], {})]
    linked: list[Paper] = [*apart, ("c", 1999, ["Ann Lee", "Bob Day"], {})]
    for papers, weight in ((apart, -2.0), (linked, 1.0)):
        corpus = corpus_of(papers)
        focal = {corpus.name_of[corpus.number_of[uid(WEI)]]}
        one, other = (PaperSet.of(corpus, [slot], focal) for slot in corpus.slots_of[corpus.number_of[uid(WEI)]])
        assert terms(corpus, plain_weights(), one, other)[0] == weight


def test_links_count_by_how_many_there_would_be_by_chance() -> None:
    weights = Weights.shipped()
    chance, besides = weights.linked["chance"], weights.linked["besides"]
    few = linked_to_expected(weights, 1, [2, 1], 10)
    assert few == pytest.approx((1 + besides) / ((2 + 1) * 10 * chance + besides))
    # The same link says less where it is with one of many, or of somebody who wrote much; nobody is expected more than once.
    assert linked_to_expected(weights, 1, [2, 1], 400) < few
    assert linked_to_expected(weights, 1, [200, 1], 10) < few
    assert linked_to_expected(weights, 2, [10_000, 10_000], 400) == 1.0


def test_a_paper_on_which_a_name_stands_twice_is_one() -> None:
    corpus = corpus_of([("a", 2001, [WEI, "Ann Lee", WEI], {}), ("b", 2002, [WEI], {})])
    assert PaperSet.of(corpus, corpus.slots_of[corpus.number_of[uid(WEI)]], ()).papers == 2


def test_the_union_of_two_sets_is_the_set_of_all_their_papers() -> None:
    corpus = corpus_of([("a", 2001, [WEI, "Ann Lee"], {"topics": ["t"]}), ("b", 1999, [WEI], {"venues": ["v"]})])
    slots = corpus.slots_of[corpus.number_of[uid(WEI)]]
    both, whole = (
        PaperSet.of(corpus, slots[:1], ()).with_papers_of(PaperSet.of(corpus, slots[1:], ())),
        PaperSet.of(corpus, slots, ()),
    )
    assert all(getattr(both, part) == getattr(whole, part) for part in PaperSet.__slots__)


def test_papers_without_anybody_in_common_are_groups_of_their_own_under_a_common_name() -> None:
    corpus = corpus_of(
        [
            ("a1", 2000, [WEI, "Ann Lee"], {}),
            ("a2", 2000, [WEI, "Ann Lee"], {}),
            ("b1", 2000, [WEI, "Bob Day"], {}),
        ],
        CROWD,
    )
    found = grouping_of(corpus, plain_weights(base=-1.0), corpus.number_of[uid(WEI)])
    assert found is not None
    assert [{corpus.papers[corpus.paper_of[slot]][0] for slot in group} for group in found.groups] == [{"a1", "a2"}, {"b1"}]
    # Nobody in common (-2), no venue or topic (0), the same year (0): -3 for one person with the prior of -1.
    assert found.probability == pytest.approx(logistic(3.0))


def test_slots_that_somebody_decided_to_be_right_are_nobody_elses() -> None:
    corpus = corpus_of(
        [("a1", 2000, [WEI, "Ann Lee"], {}), ("a2", 2000, [WEI, "Ann Lee"], {}), ("b1", 2000, [WEI, "Bob Day"], {"kept": [WEI]})],
        CROWD,
    )
    found = grouping_of(corpus, plain_weights(base=-1.0), corpus.number_of[uid(WEI)])
    assert found is not None
    assert found.probability == 0.0


RARE = [f"Given{number} Family{number}" for number in range(1000)]
"""Names among which others are rare."""


def test_a_rare_name_is_one_person_whatever_its_papers() -> None:
    others = RARE
    corpus = corpus_of([("a", 2000, ["Zoltan Quux", "Ann Lee"], {}), ("b", 2020, ["Zoltan Quux"], {})], others)
    assert corpus.namesakes(corpus.number_of[uid("Zoltan Quux")]) == pytest.approx(1.5 * 1.5 / 1002)
    assert grouping_of(corpus, plain_weights(base=-9.0), corpus.number_of[uid("Zoltan Quux")]) is None


def test_whoever_stands_twice_on_a_paper_is_two_people_however_rare_the_name() -> None:
    name = "Zoltan Quux"
    papers: list[Paper] = [
        ("a", 2000, [name, "Ann Lee"], {}),
        ("b", 2001, [name, "Ann Lee", name], {"words": ["tokyo"]}),
        ("c", 2002, [name, "Bob Day"], {}),
    ]
    for others in (RARE, [*CROWD, "Zoltan Wang"]):
        corpus = corpus_of(papers, others)
        found = grouping_of(corpus, plain_weights(base=9.0), corpus.number_of[uid(name)])
        assert found is not None
        on = [[corpus.papers[corpus.paper_of[slot]][0] for slot in group] for group in found.groups]
        assert sorted(map(sorted, on)) == [["a", "b", "c"], ["b"]]
        assert found.apart == (0.0, 1.0)


def test_each_of_three_of_one_name_on_a_paper_is_somebody_else_and_no_group_holds_two() -> None:
    corpus = corpus_of([("a", 2000, [WEI, WEI, WEI, "Ann Lee"], {}), ("b", 2000, [WEI, "Ann Lee"], {})], CROWD)
    found = grouping_of(corpus, plain_weights(base=9.0), corpus.number_of[uid(WEI)])
    assert found is not None
    assert [len(group) for group in found.groups] == [2, 1, 1]
    assert found.apart == (0.0, 1.0, 1.0)


def test_two_of_one_name_on_a_paper_whom_somebody_said_to_be_one_are_no_longer_apart() -> None:
    corpus = corpus_of([("a", 2000, [WEI, WEI, "Ann Lee"], {"kept": [WEI]})], CROWD)
    found = grouping_of(corpus, plain_weights(), corpus.number_of[uid(WEI)])
    assert found is not None
    assert found.probability == 0.0


@pytest.mark.parametrize("seed", range(12))
def test_groups_stay_as_they_are_within_the_bounds_of_the_prior(seed: int) -> None:
    chance = random.Random(seed)
    people, subjects = [f"Person{number} Name{number}" for number in range(9)], [f"t{number}" for number in range(12)]
    corpus = corpus_of(
        [
            (f"p{number}", chance.randint(1990, 2020), [WEI, *chance.sample(people, chance.randint(0, 3))],
             {"topics": chance.sample(subjects, 4), "venues": chance.sample(["v", "w", "x"], 1)})
            for number in range(14)
        ],
        CROWD,
    )  # fmt: skip
    shipped, record, least = Weights.shipped(), corpus.number_of[uid(WEI)], 0.25

    def by_prior(prior: float) -> WorkedOut:
        mixed = {**shipped.mixed, "base": prior, "rarity": 0.0}
        return work_out(corpus, replace(shipped, mixed=mixed), record, least)

    priors = [place / 8 for place in range(-60, 40)]
    found = [by_prior(prior) for prior in priors]
    groups = [one.grouping.groups if one.grouping else () for one in found]
    assert len(set(groups)) > 2
    for prior, one, grouped in zip(priors, found, groups, strict=True):
        assert one.low <= prior < one.high
        inside = [place for place, other in enumerate(priors) if one.low <= other < one.high]
        assert {groups[place] for place in inside} == {grouped}
        assert {(found[place].low, found[place].high) for place in inside} == {(one.low, one.high)}


def test_of_a_paper_of_very_many_the_first_by_the_alphabet_stand_for_all() -> None:
    crowd = [f"{chr(97 + number // 26)}{chr(97 + number % 26)} Crowd" for number in range(MOST_AUTHORS + 10)]
    corpus = corpus_of([("large", 2000, crowd[::-1], {}), ("small", 2000, crowd[-2:], {})])
    names = {corpus.name_of[corpus.number_of[uid(name)]]: name for name in crowd}
    assert {names[name] for name in corpus.names_on[0]} == set(crowd[:MOST_AUTHORS])
    last = corpus.name_of[corpus.number_of[uid(crowd[-1])]]
    assert {names[name] for name in corpus.collaborators(last)} == set(crowd[-2:])


def test_initials_only_stand_for_every_given_name_that_begins_with_them() -> None:
    corpus = corpus_of([], ["W. Wang", "Wei Wang", "Walt Wang", "Ann Wang"])
    assert corpus.namesakes(corpus.number_of[uid("W. Wang")]) == 4.5 * 3.5 / 4
    assert corpus.namesakes(corpus.number_of[uid("Wei Wang")]) == 4.5 * 1.5 / 4


def test_the_logit_of_a_pair_adds_its_names_and_its_papers() -> None:
    corpus = corpus_of([("a", 2000, ["Sam Smith", "Ann Lee"], {}), ("b", 2000, ["Sam L. Smith", "Ann Lee"], {})])
    pair = SimilarName(uid("Sam L. Smith"), uid("Sam Smith"), 0.9, "middle")
    other = SimilarName(uid("Sam Smith"), uid("Ann Lee"), 0.1, "other")
    found, *_ = pair_scores(corpus, plain_weights(), [pair, other])
    # The kind 0.5, the score 0.9, one competing pair -ln 2, and a shared collaborator of two papers 2.0.
    assert found.logit == pytest.approx(0.5 + 0.9 - log(2) + 2.0)


def test_coauthors_people_of_two_orcids_and_those_decided_to_differ_are_no_pair() -> None:
    papers: list[Paper] = [
        ("a", 2000, ["Sam Smith", "S. Smith"], {}),
        ("b", 2000, ["Sam L. Smith"], {}),
        ("c", 2000, ["Sam M. Smith"], {}),
    ]
    corpus = corpus_of(papers, orcids={"Sam L. Smith": "1", "Sam M. Smith": "2"})
    uids = [uid(name) for name in ("Sam Smith", "S. Smith", "Sam L. Smith", "Sam M. Smith")]
    pairs = [SimilarName(a, b, 0.9, "middle") for a in uids for b in uids if a < b]
    allowed = {
        frozenset((corpus.records[pair.a].uid, corpus.records[pair.b].uid))
        for pair in pair_scores(corpus, plain_weights(), pairs)
    }
    assert allowed == {frozenset((one, other)) for one in uids[:2] for other in uids[2:]}
    less = pair_scores(corpus, plain_weights(), pairs, [(uids[0], uids[2])])
    assert len(list(less)) == len(allowed) - 1


def test_no_chain_of_likely_pairs_leads_over_a_contradiction() -> None:
    corpus = corpus_of(
        [
            ("a", 2000, ["Sam Smith", "Ann Lee"], {}),
            ("b", 2000, ["S. Smith", "Ann Lee"], {}),
            ("c", 2000, ["Sue Smith", "Ann Lee"], {}),
        ]
    )
    pairs = [SimilarName(uid(one), uid("S. Smith"), score, "initial") for one, score in (("Sam Smith", 0.9), ("Sue Smith", 0.8))]
    weights = plain_weights()
    found = proposed_persons(corpus, weights, [], list(pair_scores(corpus, weights, pairs)), 0.3)
    of_name = {corpus.printed[slot][1]: person for slot, person in enumerate(found.persons)}
    assert [group.records for group in found.clusters] == [(uid("S. Smith"), uid("Sam Smith"))]
    assert of_name["Sam Smith"] == of_name["S. Smith"] != of_name["Sue Smith"]


def test_a_group_is_as_dense_as_its_pairs_are_likely_by_themselves() -> None:
    names = ["Ada Berg", "Ada M. Berg", "Ada Berg Lee", "Ada Li"]
    corpus = corpus_of([(name, 2000, [name], {}) for name in names])
    a, b, c, d = (corpus.number_of[uid(name)] for name in names)
    chain = [PairScore(a, b, 3.0), PairScore(b, c, 2.0), PairScore(a, c, -1.0), PairScore(a, d, -1.0)]
    [group] = proposed_persons(corpus, plain_weights(), [], chain, 0.5).clusters
    assert set(group.records) == {uid(name) for name in names[:3]}
    assert group.density == pytest.approx(2 / 3)
    assert group.probability == pytest.approx(logistic(2.0))
    [whole] = proposed_persons(corpus, plain_weights(), [], chain[:3], 0.2).clusters
    assert whole.density == 1.0


def test_groups_below_the_threshold_stay_with_the_main_one() -> None:
    grouping = Grouping(0, ((0, 1), (2,), (3,)), (0.0, 0.9, 0.4))
    assert divided(grouping, 0.5) == [(0, 1, 3), (2,)]


def test_further_groups_of_a_record_are_people_with_a_number() -> None:
    corpus = corpus_of([("a", 2000, [WEI], {}), ("b", 2000, [WEI], {}), ("c", 2000, [WEI], {})])
    found = proposed_persons(corpus, plain_weights(), [Grouping(0, ((0, 2), (1,)), (0.0, 0.9))], [], 0.5)
    assert found.persons == [uid(WEI), f"{uid(WEI)}#2", uid(WEI)]


def test_the_shipped_weights_have_a_row_and_a_column_for_every_bin() -> None:
    weights = Weights.shipped()
    assert weights.tables.keys() == weights.features.keys()
    assert weights.bins.keys() == {measure for axes in weights.features.values() for measure in axes}
    for name, (measure, columns) in weights.features.items():
        rows = weights.tables[name]
        assert (len(rows), {len(row) for row in rows}) == (len(weights.bins[measure]) + 1, {len(weights.bins[columns]) + 1})
