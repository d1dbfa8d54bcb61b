"""The figures by which derived topics are judged, on examples worked out by hand."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.topics.phrases import Phrase, Term, TextTopics
from tests.bench.topics.coverage import Coverage, coverage, scored, without_common
from tests.bench.topics.derived import Topics, topics_of_graph, topics_of_phrases
from tests.bench.topics.judging import PAPERS, judgements, share_right, write_sample
from tests.bench.topics.keywords import Given, Recall, given_of, recall
from tests.bench.topics.measures import keywords
from tests.bench.topics.methods import LOOKUP, OUR_PHRASES, OUR_TERMS
from tests.bench.topics.texts import Paper, papers_of_documents
from tests.bench.topics.vocabulary_lookup import terms_in

PEOPLE = [
    Paper("One", "text", ["Ada"]),
    Paper("Two", "text", ["Ada", "Bo"]),
    Paper("Three", "text", ["Ada", "Bo"]),
    Paper("Four", "", ["Ada"]),
    Paper("Five", "text", ["Cy"]),
]
TOPICS = Topics(
    {"a": "A", "b": "B", "c": "C"},
    [{"a": 0.9, "b": 0.1}, {"a": 0.5}, {"c": 0.3}, {"b": 0.9}, {}],
)


def test_coverage_is_the_share_of_papers_with_an_abstract_that_the_commonest_topics_of_an_author_reach() -> None:
    # Ada's commonest topic, a, reaches two of three papers with an abstract; Bo's, a by its name, one of two.
    assert coverage(PEOPLE, TOPICS, authors=2, most=1) == Coverage((2 / 3 + 1 / 2) / 2, 1 / 2)


def test_more_topics_of_an_author_cover_more() -> None:
    assert coverage(PEOPLE, TOPICS, authors=2, most=2).least == 2 / 3
    assert coverage(PEOPLE, TOPICS, authors=2, most=3) == Coverage(1.0, 1.0)


def test_papers_without_any_topic_are_not_covered() -> None:
    assert coverage(PEOPLE, TOPICS, authors=3, most=3).least == 0


def test_what_scores_less_is_left_out_and_so_are_topics_without_a_paper_then() -> None:
    few = scored(TOPICS, 0.5)
    assert few.about == [{"a": 0.9}, {"a": 0.5}, {}, {"b": 0.9}, {}]
    assert few.labels.keys() == {"a", "b"}
    assert few.rows == 3
    assert coverage(PEOPLE, few, authors=2, most=3).least == 1 / 2


def test_topics_that_many_papers_have_can_be_left_out() -> None:
    # a and b are topics of two of five papers, c of one.
    assert without_common(TOPICS, 0.4) == TOPICS
    few = without_common(TOPICS, 0.2)
    assert few.labels == {"c": "C"}
    assert few.about == [{}, {}, {"c": 0.3}, {}, {}]
    assert coverage(PEOPLE, few, authors=2).median == (1 / 3 + 1 / 2) / 2


def test_topics_are_chosen_of_all_papers_as_a_graph_chooses_them() -> None:
    network = Phrase("neural network", "neural network", 0.5)
    about = TextTopics((network,), (Term("neural network", 0.5), Term("gradient", 0.15)), ())
    named = TextTopics((Phrase("gradient", "gradient", 0.4),), (Term("gradient", 0.4), Term("neural network", 0.1)), ())
    found = topics_of_graph([about, named])
    assert found.labels == {"phrase:neural network": "neural network", "phrase:gradient": "gradient"}
    # A term that scores too little counts only where it is among the phrases that say best what the paper is about.
    assert found.about == [{"phrase:neural network": 0.5}, {"phrase:gradient": 0.4}]


def test_an_abbreviation_counts_for_what_it_stands_for() -> None:
    phrase, term = Phrase("machine translation", "machine translation", 0.5), Term("machine translation", 0.5)
    explaining = TextTopics((phrase,), (term,), (("mt", "machine translation"),))
    using = TextTopics((Phrase("mt", "MT", 0.5),), (Term("mt", 0.5),), ())
    found = topics_of_graph([explaining, using])
    assert found.about == [{"phrase:machine translation": 0.5}] * 2
    assert found.commonest(5) == [("machine translation", 2)]


def test_phrases_by_themselves_are_topics_where_enough_papers_have_them_in_any_spelling() -> None:
    papers = [["Neural Networks", "neural network"], ["neural networks"], ["networks"]] + [["x"]] * 300 + [[]] * 10
    found = topics_of_phrases(papers)  # two papers, of more than 300
    assert found.labels == {"neural network": "neural network", "x": "x"}
    assert found.about[:3] == [{"neural network": 1.0}, {"neural network": 1.0}, {}]


def test_keywords_count_where_they_stand_in_the_text_whatever_their_number_hyphens_and_case() -> None:
    paper = Paper(
        "Pre-training of Neural Networks",
        "We study word embeddings, alignment.",
        given=[("keyword", label) for label in ("pretraining", "neural network", "NEURAL NETWORKS", "Word embedding", "parsing")]
        + [("arxiv", "cs.LG"), ("keyword", "embeddings alignment")],
    )
    # Not parsing, which the text does not name, nor what the comma divides.
    assert given_of(paper, {"keyword"}, {}) == Given(frozenset({"pretraining", "neural network", "word embedding"}), 2, {})


def test_an_abbreviation_that_the_text_explains_counts_as_what_it_stands_for_whoever_uses_it() -> None:
    paper = Paper(
        "Neural networks (NN)", "NN training.", given=[("keyword", "NN"), ("keyword", "NN training"), ("keyword", "GPU")]
    )
    given = given_of(paper, {"keyword"}, {"nn": "neural network"})
    assert given.found == {"neural network", "neural network training"}
    assert given.elsewhere == 1
    for phrases in (["NN", "training of NN"], ["neural networks", "training"]):
        assert recall(given, phrases).exact == 1
    assert recall(given, ["NN", "neural network training"]).exact == 2


def test_recall_counts_phrases_that_are_a_keyword_or_stand_in_one_or_around_one() -> None:
    given = Given(frozenset({"neural network", "word embedding", "parsing", "grammar"}), 0, {})
    found = recall(given, ["Neural Networks", "neural network", "embedding", "statistical parsing model", "gram"])
    assert found == Recall(keywords=4, exact=1, contained=3, phrases=4, right=1, words=2 + 1 + 3 + 1)
    shares = (found + Recall(keywords=1, exact=1, contained=1)).shares()
    assert shares == {"exact": 2 / 5, "contained": 4 / 5, "phrases_that_are_keywords": 1 / 4, "words_a_phrase": 7 / 4}


def test_nothing_to_find_and_nothing_found_divides_by_nothing() -> None:
    assert set(recall(Given(frozenset(), 3, {}), []).shares().values()) == {0.0}


def test_keywords_are_read_from_documents_by_kind_and_one_paper_counts_once(tmp_path: Path) -> None:
    entry = "@article{k, title={Neural networks}, abstract={Of neural networks.}, keywords={neural network; cooking}}\n"
    (tmp_path / "one.bib").write_text(entry, encoding="utf-8")
    (tmp_path / "two.bib").write_text(entry, encoding="utf-8")
    (tmp_path / "three.bib").write_text(entry.replace("Of", "On"), encoding="utf-8")
    by_document, of_all = keywords(papers_of_documents([tmp_path]), None, (LOOKUP,))
    found = {OUR_PHRASES: 1.0, LOOKUP: 1.0, OUR_TERMS: 1.0}
    assert by_document["keyword: all"] == {"papers": 2, "keywords": 4, "in_the_text": 2, **found}
    one = next(row for name, row in by_document.items() if name.endswith(("one.bib", "two.bib")))
    assert one["papers"] == 1
    assert of_all[f"keyword: {OUR_PHRASES}"]["keywords"] == 2


def test_terms_of_the_ontology_are_found_by_their_primary_label_the_commonest_first() -> None:
    # One letter too many at the end is alike enough, at the beginning it is not.
    text = "Semantic web and machine learnings. Machine learning, xsemantic web, and nothing that is a term: the of and."
    assert terms_in(text) == ["machine learning", "semantic web"]
    assert terms_in(text, 1) == ["machine learning"]
    assert terms_in("the of and") == []


def test_a_term_within_a_longer_one_is_not_told_beside_it() -> None:
    found = terms_in("A semantic web service.")
    assert "semantic web services" in found
    assert "semantic web" not in found


def test_a_sample_is_written_to_be_judged_and_counted(tmp_path: Path) -> None:
    place = tmp_path / "sample.csv"
    write_sample(place, PEOPLE, TOPICS)
    with place.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    topics = [row for row in rows if row["kind"] == "topic"]
    assert len(topics) == TOPICS.rows == 5
    assert len(rows) - len(topics) == min(PAPERS, sum(bool(paper.abstract) for paper in PEOPLE)) == 4
    assert judgements(place) == {}
    for row in rows:
        row["right"] = "no" if row["topics"] == "C" else "Yes"
    rows[0]["right"] = "unclear"
    _write(place, rows)
    found = judgements(place)
    assert found["topics"].total() == 5
    assert found["topics"]["unclear"] == 1
    assert share_right(Counter(yes=3, no=1, unclear=5)) == 3 / 4
    assert sum(counts.total() for what, counts in found.items() if what.startswith("topics ")) == 5
    assert found["papers that have all that the title names"].total() == 4


def test_an_answer_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    place = tmp_path / "sample.csv"
    write_sample(place, PEOPLE, TOPICS)
    with place.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[1]["right"] = "maybe"
    _write(place, rows)
    with pytest.raises(InputError, match="line 3: right is 'maybe'"):
        judgements(place)
    place.write_text("kind,right\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column score"):
        judgements(place)


def _write(place: Path, rows: list[dict[str, str]]) -> None:
    with place.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
