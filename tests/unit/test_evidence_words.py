"""Pieces of evidence in English."""

from typing import Any

import pytest

import scholargraph
from graph.evidence_words import evidence_in_words, in_words, is_piece, worth_in_words
from graph.queries.registry import Registry

NOTHING: dict[str, object] = {"things": [], "more": 0}


def piece(feature: str, value: dict[str, object], shared: dict[str, object] = NOTHING, weight: float = 1.0) -> dict[str, object]:
    return {"feature": feature, "value": value, "weight": weight, "shared": shared}


def things(*names: str, more: int = 0, papers: int = 2) -> dict[str, object]:
    return {"things": [{"uid": f"x:{name}", "name": name, "papers": papers} for name in names], "more": more}


def collaborators(linked: int, fewer: int, more: int, to_expected: float = 0.0) -> dict[str, object]:
    measured = {"linked_collaborators": linked, "linked_to_expected": to_expected}
    return {**measured, "fewer_collaborators": fewer, "more_collaborators": more}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (piece("base", {}), "two records of similar names, before anything else is known"),
        (piece("base", {"main_papers": 11}), "papers under one name, before anything else is known; the main group has 11"),
        (
            piece("name", {"kind": "nickname", "score": 0.9, "reasons": ["Sam is short for Samuel", "Sam leaves out L."]}),
            "the names: Sam is short for Samuel; Sam leaves out L. (nickname)",
        ),
        (piece("name", {"kind": None, "score": 0.9, "reasons": []}), "the names: alike"),
        (
            piece("rarity", {"expected_namesakes": 0.0009}),
            "how rare the name is: fewer than 0.001 people would bear it by chance",
        ),
        (piece("rarity", {"expected_namesakes": 0.06312}), "how rare the name is: about 0.063 people would bear it by chance"),
        (piece("rarity", {"expected_namesakes": 0.3512}), "how rare the name is: about 0.35 people would bear it by chance"),
        (piece("rarity", {"expected_namesakes": 12.34}), "how rare the name is: about 12.3 people would bear it by chance"),
        (piece("competing_pairs", {"competing_pairs": 1}), "1 other record of a name similar to one of these"),
        (piece("competing_pairs", {"competing_pairs": 12}), "12 other records of a name similar to one of these"),
        (piece("identified", {"ids": 1}), "the record carries an identifier of one person"),
        (piece("twice", {"papers": 2}, things("Tides", "Moss")), "two people of this name on one paper: Tides; Moss"),
        (
            piece("shared_collaborators", {}, things("Ann Lee", "Bo Li", more=3)),
            "collaborators in common: Ann Lee (2 papers in the graph), Bo Li (2) and 3 more",
        ),
        (piece("linked_collaborators", collaborators(0, 1, 3)), "nobody in common among 1 and 3 collaborators"),
        (
            piece("linked_collaborators", collaborators(1, 2, 3, 3.96), {"things": [{"uid": "x", "name": "Ann Lee"}], "more": 0}),
            "1 of 2 collaborators wrote with collaborators of the other side, but none with both, "
            "4.0 times as many as by chance: Ann Lee",
        ),
        (piece("venues", {}), "no venue in common"),
        (piece("venues", {}, things("Jolly Letters")), "venues in common: Jolly Letters"),
        (piece("topics", {}), "no topic in common"),
        (piece("topics", {}, things(*"abcdefghij")), "topics in common: a, b, c, d, e, f, g, h and 2 more"),
        (piece("topics", {}, things(more=4)), "topics in common: 4"),
        (piece("affiliation", {}), "no word of the affiliations in common"),
        (piece("affiliation", {}, {"things": [{"name": "oslo"}], "more": 0}), "the same affiliation words: oslo"),
        (piece("years", {"years": 0}), "no year lies between the papers of the two sides"),
        (piece("years", {"years": 1}), "1 year between the papers of the two sides"),
        (piece("years", {"years": 7}), "7 years between the papers of the two sides"),
    ],
)
def test_every_feature_has_its_words(given: dict[str, object], words: str) -> None:
    assert in_words(given) == words
    assert is_piece(given)


def test_no_feature_of_the_weights_is_without_words() -> None:
    weights: Any = Registry.shipped().arguments("split_candidates", {})["weights"]
    for feature in weights["features"]:
        assert not in_words(piece(feature["name"], collaborators(0, 0, 0) | {"years": 0})).startswith("{")


def test_what_people_wrote_and_what_earlier_decisions_hold_is_said_as_it_is() -> None:
    earlier = {"what": "both wrote with Bo Li", "weight": 1.5, "uids": ["name:bo li"]}
    assert evidence_in_words(["asked her", earlier]) == ["asked her", "+1.50  both wrote with Bo Li"]
    own: dict[str, object] = {"feature": "venues", "note": "the same journal"}
    assert in_words(own) == str(own)


def test_programs_get_the_words_from_the_package_itself() -> None:
    assert scholargraph.evidence_in_words([piece("venues", {}, weight=-0.668)]) == ["-0.67  no venue in common"]


def test_what_a_decision_changes_is_told_with_what_it_is_made_of() -> None:
    made_of = {"papers": 1, "collaborators": 1200, "candidates": 0}
    assert worth_in_words(1176.98, made_of) == "1,177.0 of 1 paper, 1,200 collaborators, 0 candidates"
