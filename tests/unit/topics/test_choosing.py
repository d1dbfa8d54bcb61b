"""Which phrases are topics, what they are called, and which are one."""

import pytest

from graph.topics.choosing import (
    clear_meanings,
    is_read_as_abbreviation,
    is_topic,
    label_of,
    least_mentions,
    topics_above,
    what_stands_for,
)


@pytest.mark.parametrize(
    ("papers", "least"), [(0, 1), (1, 1), (300, 1), (301, 2), (3000, 2), (3001, 3), (30_000, 3), (106_040, 4), (3_000_000, 5)]
)
def test_a_larger_graph_asks_for_more_papers_of_a_topic(papers: int, least: int) -> None:
    assert least_mentions(papers) == least


@pytest.mark.parametrize(
    ("key", "mentions", "uses", "expected"),
    [
        ("machine translation", 3511, 8264, True),
        ("translation system", 103, 2452, False),
        ("measure", 201, 1506, False),
        ("dialogue", 1411, 1906, True),
        ("lonely phrase", 3, 3, False),
        ("rare phrase", 4, 7, True),
        ("rare phrase", 4, 40, False),
    ],
)
def test_a_topic_is_what_many_papers_are_about_of_those_that_use_it(key: str, mentions: int, uses: int, expected: bool) -> None:
    """Numbers of the ACL Anthology."""
    assert is_topic(key, mentions, uses, 4) is expected


def test_a_label_is_the_spelling_of_most_papers_and_no_wordplay() -> None:
    assert label_of({"LANguage model": 1, "language model": 5316, "Language model": 7}) == "language model"
    assert label_of({"Transformer": 603, "transformer": 321}) == "Transformer"
    assert label_of({"BERt": 1, "Bert": 1, "bert": 1}) == "bert"
    assert label_of({"b": 1, "a": 1}) == "a"


def test_an_abbreviation_means_what_four_of_five_papers_that_explain_it_say() -> None:
    explained = {
        ("nlp", "natural language processing"): 90, ("nlp", "neural logic programming"): 3,
        ("mt", "machine translation"): 5, ("mt", "machine teaching"): 4,
        ("sa", "self-attention"): 9,
    }  # fmt: skip
    assert clear_meanings(explained) == {"nlp": "natural language processing"}


def test_a_word_that_most_papers_use_otherwise_is_no_abbreviation() -> None:
    assert is_read_as_abbreviation("NLP", 1822, 1985)
    assert not is_read_as_abbreviation("MAP", 27, 413), "a map"
    assert not is_read_as_abbreviation("post", 137, 440)


def test_abbreviations_and_what_has_them_in_it_stand_for_the_topic_that_is_written_out() -> None:
    topics = {"pos", "part of speech", "pos tagging", "part of speech tagging", "pos tagger", "mt", "mt system"}
    means = {"pos": "part of speech", "mt": "machine translation", "pt": "pos tagging"}
    assert what_stands_for(topics, means, dict.fromkeys(topics, 1), {}) == {
        "pos": "part of speech",
        "pos tagging": "part of speech tagging",
        "pt": "part of speech tagging",
    }


def test_a_topic_stands_below_the_longest_one_that_it_ends_in() -> None:
    """Topics of the ACL Anthology; what is in front of an "of" or "to" makes no kind of what stands behind it."""
    keys = [
        "translation", "machine translation", "neural machine translation", "multimodal neural machine translation",
        "speech", "speech tagging", "part of speech tagging", "joint part of speech tagging",
        "speech technology", "text to speech technology",
    ]  # fmt: skip
    assert topics_above(keys) == {
        "machine translation": "translation",
        "neural machine translation": "machine translation",
        "multimodal neural machine translation": "neural machine translation",
        "joint part of speech tagging": "part of speech tagging",
    }
