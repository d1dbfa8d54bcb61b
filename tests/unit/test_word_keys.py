"""Keys of words, and the topics that are told by them."""

import pytest

from graph.topics.phrases import text_topics
from graph.word_keys import keyword_code, topics_called


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Neural Networks", "neural network"),
        ("neural-network", "neural network"),
        ("NEURAL NETWORKS", "neural network"),
        ("NETWORKS", "network"),
        ("Ocean\u00a0 currents", "ocean current"),
        ("Pre\u2010Training", "pretraining"),
        ("Regularisation", "regularization"),
        ("AIDS", "aids"),
        ("aids", "aid"),
        ("C#", "c#"),
        ("C", "c"),
        ("R & D", "r & d"),
        ("潮汐", "潮汐"),
        ("+++", "+++"),
    ],
)
def test_a_keyword_is_coded_by_the_keys_of_its_words_and_its_signs(label: str, code: str) -> None:
    assert keyword_code(label.casefold(), label) == code


def test_what_the_label_says_of_capitals_counts_only_where_it_is_the_code() -> None:
    assert keyword_code("aids", "Immune deficiency") == keyword_code("aids") == "aid"


@pytest.mark.parametrize(
    "printed", ["Machine translation", "Neural machine translation", "Fine-tuning", "Harbour seals", "POS tagging"]
)
def test_a_keyword_has_the_key_that_a_text_has(printed: str) -> None:
    found = text_topics(f"{printed} for the north", f"We study {printed[0].lower() + printed[1:]}. All of {printed}.")
    assert keyword_code(printed.casefold(), printed) in {term.key for term in found.terms}


@pytest.mark.parametrize("text", ["keyword:neural networks", "phrase:neural network", " Neural-Networks ", "neural network"])
def test_a_topic_is_called_by_words_or_by_earlier_uids(text: str) -> None:
    assert topics_called(text) == ["keyword:neural network", "phrase:neural network"]


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_is_called_by_nothing(text: str) -> None:
    assert topics_called(text) == []
