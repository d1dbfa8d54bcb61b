"""Topics that are one; numbers of the ACL Anthology."""

import pytest

from graph.topics.choosing import what_stands_for
from graph.topics.said_otherwise import families, family_of, letters_of, said_otherwise

USES = {
    "question answering": 3170, "question answering system": 399, "question answering dataset": 295,
    "vision language": 279, "vision language model": 243, "vision language task": 21,
    "language": 900, "language model": 12933, "dialogue system": 2163,
}  # fmt: skip


def test_a_system_for_a_task_is_about_the_task_and_a_piece_of_a_name_about_what_it_names() -> None:
    assert said_otherwise(USES.keys(), USES, {}) == {
        "question answering system": "question answering",
        "vision language": "vision language model",
        "vision language task": "vision language",
    }
    assert what_stands_for(USES.keys(), {}, USES, {})["vision language task"] == "vision language model"


def test_a_term_of_two_words_is_not_taken_apart() -> None:
    uses = {"english language": 354, "english language model": 24, "masked language": 19, "masked language model": 274}
    assert said_otherwise(uses.keys(), uses, {}) == {"masked language": "masked language model"}


def test_single_words_and_what_is_no_topic_take_nothing() -> None:
    assert said_otherwise({"language", "language model"}, {"language": 900, "language model": 899}, {}) == {}
    assert said_otherwise(USES.keys() - {"vision language", "question answering"}, USES, {}) == {}


def test_from_half_of_the_uses_on_the_shorter_phrase_is_a_piece() -> None:
    both = {"hidden markov", "hidden markov model"}
    for longer, found in ((49, {"hidden markov model": "hidden markov"}), (50, {"hidden markov": "hidden markov model"})):
        assert said_otherwise(both, {"hidden markov": 100, "hidden markov model": longer}, {}) == found
    # Of two longer ones the commoner one is its name, of equally common ones the first.
    three = {"a b": 10, "a b model": 6, "a b system": 7, "a b tool": 7}
    assert said_otherwise(three.keys(), three, {}) == {"a b": "a b system"}


def test_an_abbreviation_in_it_is_written_out_first() -> None:
    uses = {"machine translation": 90, "machine translation system": 9, "mt system": 5, "mt": 50}
    found = what_stands_for(uses.keys(), {"mt": "machine translation"}, uses, {})
    assert found == dict.fromkeys(("mt", "mt system", "machine translation system"), "machine translation")


def test_families_of_which_nothing_is_known_stand_for_what_they_did() -> None:
    keys = {"a b", "a b system", "c d", "c d system"}
    before = {"c d system": "c d", "x y": "part of speech"}
    assert said_otherwise(keys, {"a b": 9, "a b system": 1}, before) == {"a b system": "a b", "c d system": "c d"}
    assert families(["a b tool"], keys) == {"a b", "a b system"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("coreference", "co reference"), ("gpt-2", "gpt2"), ("key phrase extraction", "keyphrase extraction"),
        ("dialogue state tracking", "dialog state tracking"), ("human judgment", "human judgement"),
        ("semantic role labeling", "semantic role labelling"), ("rumor detection", "rumour detection"),
        ("morphological analyzer", "morphological analyser"), ("cross lingual transfer", "crosslingual transfer"),
    ],
)  # fmt: skip
def test_spellings_share_their_letters(one: str, other: str) -> None:
    assert letters_of(one) == letters_of(other)
    assert family_of(one) == family_of(f"{other} model")


@pytest.mark.parametrize(
    ("one", "other"), [("gemma-2-7b", "gemma-27b"), ("logic", "logique"), ("hour", "hor"), ("tour", "tor"), ("blog", "blogue")]
)
def test_what_is_not_the_same_does_not(one: str, other: str) -> None:
    assert letters_of(one) != letters_of(other)


def test_of_spellings_that_of_most_papers_is_the_topic_whatever_stands_behind_it() -> None:
    uses = {"dialogue act": 144, "dialog act": 53, "dialog act task": 20, "dialogue act task": 3}
    assert said_otherwise(uses.keys(), uses, {}) == {
        "dialog act": "dialogue act", "dialogue act task": "dialog act task", "dialog act task": "dialogue act",
    }  # fmt: skip
    assert what_stands_for(uses.keys(), {}, uses, {}) == dict.fromkeys(uses.keys() - {"dialogue act"}, "dialogue act")
