"""Weights fitted to rare names, without labels."""

import json
from typing import Any

import pytest

from graph.errors import TooLittleError
from graph.identity.evidence_model.corpus import Corpus
from graph.identity.evidence_model.weights import Weights, shipped_values
from graph.identity.learning.differences import candidate_changes, table_differences
from graph.identity.learning.evidence_tables import tables_of, weights_of
from graph.identity.learning.fitting import LEAST_PAIRS, fit, shifted, tables_base, with_tables
from graph.identity.learning.rare_names import samples
from graph.queries.kept_weights import weights_kept
from tests.integration.learnable_library import learnable_library
from tests.unit.identity.small_corpus import corpus_of


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """A library that is large enough to learn from."""
    return corpus_of(
        (
            f"p{number:05}",
            work.year,
            [author.name for author in work.authors],
            {"topics": [one.code or "" for one in work.subjects], "venues": [one.venue or "" for one in work.publications]},
        )
        for number, work in enumerate(learnable_library())
    )


def test_the_same_corpus_teaches_the_same_and_more_than_the_shipped_tables_know(corpus: Corpus) -> None:
    one, other = fit(corpus, shipped_values()), fit(corpus, shipped_values())
    assert one.weights == other.weights
    assert one.pairs >= LEAST_PAIRS
    assert one.loss < one.loss_shipped / 2
    assert one.weights["version"].startswith(f"{shipped_values()['version']} learned ")
    assert weights_kept(json.dumps(one.weights), shipped_values()) == one.weights
    assert {key: one.weights["split"][key] for key in one.weights["split"] if key != "base"} == {
        key: value for key, value in shipped_values()["split"].items() if key != "base"
    }


def test_a_corpus_with_few_rare_names_is_refused() -> None:
    few = corpus_of([("p1", 2020, ["Ada Berg", "Bo Li"], {}), ("p2", 2021, ["Ada Berg"], {})])
    with pytest.raises(TooLittleError, match="give 0 pairs of sets of papers"):
        fit(few, shipped_values())


def test_pairs_are_of_records_with_papers_and_not_of_two_records_of_one_person(corpus: Corpus) -> None:
    found = list(samples(corpus))
    assert all(one and other for one, other in (sample.slots for sample in found))
    two_people = [sample for sample in found if not sample.same]
    assert two_people
    for a, b in (sample.records for sample in two_people):
        assert corpus.records[a].family_key == corpus.records[b].family_key
        assert corpus.records[a].person != corpus.records[b].person


def test_the_shipped_tables_come_apart_as_they_were_put_together() -> None:
    shipped = shipped_values()
    base, tables = tables_of(weights_of(tables_base(shipped), shipped["tables"]))
    assert base == pytest.approx(tables_base(shipped), abs=2e-3)
    for name, table in shipped["tables"].items():
        for row, other in zip(tables[name], table, strict=True):
            assert row == pytest.approx(other, abs=1e-9)


def test_the_base_of_the_tables_stands_in_both_priors() -> None:
    """The prior within a name is one of some tenths above it (`tests/bench/identity/mixed_prior.py`)."""
    shipped = shipped_values()
    tenths = 10 * (shipped["mixed"]["base"] - shipped["mixed"]["evidence"] * tables_base(shipped))
    assert tenths == pytest.approx(round(tenths), abs=0.02)


def test_priors_move_with_the_base_of_the_tables() -> None:
    shipped = shipped_values()
    moved = with_tables(shipped, tables_base(shipped) + 1, shipped["tables"])
    assert moved["split"]["base"] == pytest.approx(shipped["split"]["base"] + shipped["split"]["evidence"], abs=1e-3)
    assert moved["mixed"]["base"] == pytest.approx(shipped["mixed"]["base"] + shipped["mixed"]["evidence"], abs=1e-3)
    assert moved["version"] != shifted(moved, 0.1, 0.0)["version"] != shipped["version"]
    assert shifted(moved, 0.0, 0.0) == moved


def test_the_differences_of_tables_are_told_by_feature(corpus: Corpus) -> None:
    fitted = fit(corpus, shipped_values())
    weights = {**shipped_values(), "tables": {**shipped_values()["tables"]}}
    weights["tables"]["years"] = [[value + 1 for value in row] for row in weights["tables"]["years"]]
    rows = {row["feature"]: row for row in table_differences(Weights.shipped(), Weights.of(weights), fitted.uses)}
    assert rows.keys() == Weights.shipped().features.keys()
    assert rows["years"]["mean_difference"] == pytest.approx(1.0)
    assert {row["mean_difference"] for name, row in rows.items() if name != "years"} == {0.0}


def test_the_same_weights_change_nothing(corpus: Corpus) -> None:
    changes = candidate_changes(corpus, lambda _: [], Weights.shipped(), Weights.shipped())
    assert changes.regrouped == 0
    assert all(row["come"] == row["go"] == 0 for row in changes.counts)
    assert any(row["before"] for row in changes.counts)


SHAPES: dict[str, Any] = {
    "another feature": {"features": []},
    "other bins": {"bins": {}},
    "a table of another size": {"tables": {**shipped_values()["tables"], "years": [[0.0]]}},
    "another chance of links": {"linked": {**shipped_values()["linked"], "chance": 0.5}},
    "a prior less": {"mixed": {"base": 0.0}},
    "a text for a number": {"mixed": {**shipped_values()["mixed"], "base": "much"}},
    "no finite number": {"mixed": {**shipped_values()["mixed"], "base": 1e999}},
    "a version that is none": {"version": 3},
}


@pytest.mark.parametrize("other", SHAPES.values(), ids=SHAPES)
def test_weights_of_another_shape_are_not_taken(other: dict[str, Any]) -> None:
    assert weights_kept(json.dumps(shipped_values()), shipped_values()) == shipped_values()
    assert weights_kept(json.dumps({**shipped_values(), **other}), shipped_values()) is None


@pytest.mark.parametrize("text", [None, "", "[1]", "{", "null"])
def test_what_are_no_weights_is_not_taken(text: str | None) -> None:
    assert weights_kept(text, shipped_values()) is None


@pytest.mark.parametrize("number", ["1e308", "1" + "0" * 20, "1" + "0" * 400, "-1001", "NaN", "[" * 100_000])
def test_weights_with_a_number_that_is_no_weight_are_not_taken(number: str) -> None:
    text = json.dumps({**shipped_values(), "mixed": {**shipped_values()["mixed"], "twice": "here"}})
    assert weights_kept(text.replace('"here"', "1000"), shipped_values()) is not None
    assert weights_kept(text.replace('"here"', number), shipped_values()) is None
