"""Which terms of the vocabularies labels fit, and what the files of these hold."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.topics.phrases import text_topics
from graph.topics.vocabularies import Term, Vocabulary, key_of_label, vocabularies
from tests.unit.topics.packed_vocabularies import packed, terms_of_cso, terms_of_openalex

ROOT = Path(__file__).resolve().parents[3]
CSO, OPENALEX = vocabularies()


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("machine translation", "machine translations"),
        ("Machine-Translation systems", "machine translations"),
        ("hidden Markov models", "hidden markov model (hmm)"),  # not "hidden markov models", which it does not call equivalent
        ("3D objects", "3d object"),
        ("closed form solution", None),  # "closed form solutions" and "closed-form solution"
        ("embedding", None),  # means another thing there
        ("XML", None),
        ("no such thing", None),
    ],
)
def test_a_label_fits_one_term_of_the_ontology_or_none(label: str, code: str | None) -> None:
    assert CSO.code_of_name(label) == code


@pytest.mark.parametrize(
    ("label", "code"),
    [("topic modeling", "T10028"), ("Artificial intelligence", "subfields/1702"), ("Computer Science", "fields/17")],
)
def test_a_label_fits_a_topic_subfield_or_field_of_openalex(label: str, code: str) -> None:
    assert OPENALEX.code_of_name(label) == code


def test_what_is_called_like_two_things_fits_neither() -> None:
    assert {OPENALEX.terms[code].label for code in ("fields/33", "domains/2")} == {"Social Sciences"}
    assert OPENALEX.code_of_name("Social Sciences") is None


@pytest.mark.parametrize(
    "text", ["Neural machine translation", "Multi-task learning", "Word embeddings", "Regularisation parameters"]
)
def test_labels_have_the_keys_of_phrases(text: str) -> None:
    assert key_of_label(text) in {term.key for term in text_topics(text, None).terms}


def test_remarks_in_brackets_are_no_part_of_a_name_only_where_they_abbreviate_it() -> None:
    assert key_of_label("fuzzy c-means (fcm)") == key_of_label("Fuzzy C-Means")
    assert key_of_label("translation (languages)") is None


def test_every_term_stands_below_terms_of_its_vocabulary_up_to_a_root() -> None:
    for vocabulary in vocabularies():
        assert all(above in vocabulary.terms for term in vocabulary.terms.values() for above in term.broader)
        below = {code for code, term in vocabulary.terms.items() if not term.broader}
        assert 0 < len(below) < 20, "the roots"
        waiting = {code: term for code, term in vocabulary.terms.items() if code not in below}
        while ready := {code for code, term in waiting.items() if below.issuperset(term.broader)}:
            below |= ready
            waiting = {code: term for code, term in waiting.items() if code not in ready}
        assert not waiting, "what goes round in a circle has no root"


def test_every_homonym_is_a_term() -> None:
    for vocabulary in vocabularies():
        without = Vocabulary(vocabulary.scheme, vocabulary.terms, vocabulary.is_of_documents, frozenset())
        assert vocabulary.without <= without.code_of.keys()


def test_equivalent_terms_of_the_ontology_are_one() -> None:
    triples = [
        ("a", "rdf:type", "klink:Topic"), ("b", "rdf:type", "klink:Topic"), ("bs", "rdf:type", "klink:Topic"),
        ("bs", "klink:relatedEquivalent", "b"), ("b", "klink:primaryLabel", "bs"), ("bs", "klink:primaryLabel", "bs"),
        ("a", "klink:broaderGeneric", "b"), ("a", "klink:broaderGeneric", "bs"), ("a", "klink:contributesTo", "a"),
    ]  # fmt: skip
    assert [*terms_of_cso(triples)] == [Term("a", "a", (), ()), Term("bs", "bs", ("b",), ("a",))]


def test_topics_of_openalex_have_the_codes_of_documents() -> None:
    row = {
        "id_topic": "T1", "topic": "One", "id_subfield": "subfields/2", "subfield": "Two",
        "id_field": "fields/3", "field": "Three", "id_domain": "domains/4", "domain": "Four",
    }  # fmt: skip
    found = {term.code: (term.label, term.broader) for term in terms_of_openalex([row])}
    assert found == {
        "T1": ("One", ("subfields/2",)),
        "subfields/2": ("Two", ("fields/3",)),
        "fields/3": ("Three", ("domains/4",)),
        "domains/4": ("Four", ()),
    }


def test_a_vocabulary_is_packed_into_the_same_bytes_every_time() -> None:
    home = ROOT / "graph" / "topics" / "vocabularies"
    for vocabulary in vocabularies():
        assert (home / f"{vocabulary.scheme}.tsv.gz").read_bytes() == packed(vocabulary.terms.values())


def test_nothing_reads_the_vocabularies_before_topics_are_found() -> None:
    program = "import scholargraph, graph.facade, sys; from graph.cli.main import app; "
    program += "from graph.topics import vocabularies as v; print(v.vocabularies.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "0"
