"""Derived topics of one paper."""

import pytest

from graph.topics.phrases import Phrase, phrases, text_topics

LEARNING_TITLE = "Label Noise and Batch Normalization in Residual Networks"
LEARNING = (
    "In this work we train residual networks with stochastic gradient descent (SGD) on ImageNet and ask why batch normalization "
    "helps. We propose a novel measure of label noise. Our results show that SGD with data augmentation tolerates label noise, "
    "and that a residual network without batch-normalization does not. "
    "The state-of-the-art is reached with $10^{-3}$ of the budget."
)
OPINION_TITLE = "Party Influencers on Indian Social Media"
OPINION = (
    "We collect what influencers on Twitter wrote before an election in India. Recent work has looked at politicians; we find "
    "that influencers set the tone of social media during the election. This paper also discusses hate speech on Twitter."
)
JUNK = {"recent work", "this paper", "this work", "novel measure", "our results", "state of the art", "result", "work", "paper"}


def _keys(title: str | None, abstract: str | None) -> list[str]:
    return [phrase.key for phrase in phrases(title, abstract)]


def test_the_topics_of_a_paper_on_learning_are_what_a_reader_would_name() -> None:
    assert {"label noise", "batch normalization", "residual network", "stochastic gradient descent", "data augmentation"} <= set(
        _keys(LEARNING_TITLE, LEARNING)
    )


def test_the_topics_of_a_paper_on_politics_are_what_a_reader_would_name() -> None:
    found = set(_keys(OPINION_TITLE, OPINION))
    assert {"social media", "twitter", "india", "influencer"} <= found | {word for key in found for word in key.split()}
    assert {"social media", "twitter", "india"} <= found


def test_papers_on_unlike_subjects_share_no_topic() -> None:
    assert not set(_keys(LEARNING_TITLE, LEARNING)) & set(_keys(OPINION_TITLE, OPINION))


@pytest.mark.parametrize(("title", "abstract"), [(LEARNING_TITLE, LEARNING), (OPINION_TITLE, OPINION)])
def test_what_every_paper_says_of_itself_is_no_topic(title: str, abstract: str) -> None:
    assert not set(_keys(title, abstract)) & JUNK


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Residual networks", "residual network"),
        ("Residual-network", "Residual Networks"),
        ("Implicit regularisation", "Implicit Regularization"),
        ("Over-parameterised models", "Overparameterized model"),
        ("Graph neural networks (GNNs)", "graph neural network"),
        ("Word vectors", "<i>Word</i> vectors"),
        ("Word vectors", r"\emph{Word} vectors"),
    ],
)
def test_spellings_of_one_phrase_have_one_key(one: str, other: str) -> None:
    assert _keys(one, None) == _keys(other, None) != []


def test_an_abbreviation_counts_for_what_it_stands_for() -> None:
    text = "Stochastic gradient descent (SGD) is common. SGD finds flat minima. The noise of SGD matters."
    assert _keys(None, text)[0] == "stochastic gradient descent"


def test_labels_keep_capitals_of_names_and_abbreviations_only() -> None:
    text = "Residual Networks are trained on ImageNet. The networks forget little, and ImageNet features help residual networks."
    labels = {phrase.key: phrase.label for phrase in phrases("Training Residual Networks", text)}
    assert labels["imagenet"] == "ImageNet"
    assert labels["residual network"] == "residual network"


def test_words_of_the_title_weigh_more() -> None:
    text = "Protein folding and graph kernels are studied."
    assert _keys("Graph kernels", text)[0] == "graph kernel"
    assert _keys("Protein folding", text)[0] == "protein folding"


def test_scores_fall_and_lie_between_0_and_1() -> None:
    found = phrases(LEARNING_TITLE, LEARNING)
    scores = [phrase.score for phrase in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)
    assert len({phrase.key for phrase in found}) == len(found)


@pytest.mark.parametrize("word", ["parsing", "reasoning", "prompting"])
def test_a_word_in_ing_that_is_a_noun_may_be_a_topic_by_itself(word: str) -> None:
    text = f"{word.capitalize()} is old. We compare {word} in six languages, and show why {word} is hard."
    assert word in _keys(f"A study of {word}", text)


@pytest.mark.parametrize("word", ["linking", "tuning", "showing"])
def test_a_word_in_ing_that_says_little_alone_is_none(word: str) -> None:
    text = f"{word.capitalize()} is old. We compare {word} in six languages, and see why {word} is hard."
    assert word not in _keys(f"A study of {word}", text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We study language modeling. Language modeling is hard.", "language modeling"),
        ("Adversarial training helps. We compare adversarial training methods.", "adversarial training"),
        ("We buy GPUs. One GPU is enough; many GPUs are not.", "GPU"),
        ("Resources for Swedish are rare, and Swedish, we say, is written by few.", "Swedish"),
        ("Diabetes is common, and diabetes and its causes are studied; diabetes grows.", "diabetes"),
    ],
)
def test_a_word_is_what_readers_take_it_for(text: str, label: str) -> None:
    assert label in [phrase.label for phrase in phrases("On what is studied", text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("A frozen large language model guides it. The frozen large language models are few.", "frozen large language"),
        ("DATA COLLECTION AND RESULTS. We say what was done.", "data collection and results"),
        ("Words co-occur. They co-occur often, and co-occurring words do so.", "co occur"),
        ("Natural language is hard. We read natural language texts as they are.", "natural language"),
        ("The Wall Street Journal is read, and The Wall Street Journal again.", "street"),
    ],
)
def test_a_piece_of_a_term_and_what_says_nothing_are_no_topics(text: str, key: str) -> None:
    assert key not in _keys("On what is studied", text)


def test_the_limit_cuts_the_end_off() -> None:
    assert phrases(LEARNING_TITLE, LEARNING, limit=3) == phrases(LEARNING_TITLE, LEARNING)[:3]
    assert len(phrases(LEARNING_TITLE, LEARNING)) <= 8


@pytest.mark.parametrize(
    "text", [None, "", "   ", "...", "The of and.", "$x^2$", "42", "\u202e", "((((", "x" * 5000, "(A" * 3000]
)
def test_no_words_give_no_topics(text: str | None) -> None:
    assert phrases(text, text) == ()


def test_other_languages_give_few_phrases_and_no_function_words() -> None:
    german = (
        "Wir untersuchen die Erkennung von Eigennamen in Zeitungen. Die Erkennung von Eigennamen ist mit alten Zeitungen schwer."
    )
    assert not {word for key in _keys(None, german) for word in key.split()} & {"die", "von", "ist", "mit", "wir", "in"}
    assert all(isinstance(phrase, Phrase) for phrase in phrases("深層学習による画像認識", "深層学習は画像認識に有効である。"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("large language models", "large language model"), ("Long Short-Term Memory", "long short-term memory"),
        ("computational linguistics", "computational linguistics"), ("fine-tuning", "fine-tuning"),
        ("Modern Standard Arabic", "Modern Standard Arabic"), ("single-cell RNA sequencing", "single-cell RNA sequencing"),
        ("low-resource languages", "low-resource language"),
    ],
)  # fmt: skip
def test_a_known_term_may_begin_with_a_word_that_begins_no_other(text: str, label: str) -> None:
    found = phrases(f"On {text}", f"We study {text}. We say what {text} can do.")
    assert label in [phrase.label for phrase in found]


def test_such_words_begin_nothing_else() -> None:
    offered = text_topics("Large Datasets", "Large datasets are used. Various language models have low costs and long names.")
    assert [term.key for term in offered.terms if term.key.split()[0] in ("large", "various", "low", "long")] == []


def test_what_a_text_abbreviates_is_a_term_of_it_whatever_it_begins_with() -> None:
    text = "We propose the special widget frame (SWF). An SWF holds widgets."
    assert "special widget frame" in [phrase.key for phrase in phrases(None, text)]
    assert ("swf", "special widget frame") in text_topics(None, text).abbreviations
    assert "special widget frame" not in [phrase.key for phrase in phrases(None, "A special widget frame holds widgets.")]


def test_an_adjective_that_a_text_abbreviates_is_none() -> None:
    text = "Results are state-of-the-art (SOTA). The SOTA results show it, and SOTA they are."
    assert not {"state of the art", "sota"} & {term.key for term in text_topics(None, text).terms}
