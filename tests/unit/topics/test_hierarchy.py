"""What stands above topics, worked out of which topics there are."""

import random

import pytest

from graph.topics import hierarchy as module
from graph.topics.hierarchy import Hierarchy, hierarchy
from graph.topics.vocabularies import Term, Vocabulary, vocabularies


def above(found: Hierarchy, uid: str) -> set[str]:
    """What stands right above a topic."""
    return {tie.above for tie in found.ties if tie.uid == uid}


def all_above(found: Hierarchy, uid: str) -> set[str]:
    """All that stands above a topic."""
    direct = above(found, uid)
    return direct.union(*(all_above(found, one) for one in direct))


def test_a_topic_carries_the_id_of_its_term_and_has_all_above_it_that_the_vocabulary_has() -> None:
    found = hierarchy({"machine translation"})
    assert found.ids["phrase:machine translation"] == ["cso:machine translations"]
    assert above(found, "phrase:machine translation") >= {"cso:natural language processing"}
    assert {"cso:artificial intelligence", "cso:computer science"} <= all_above(found, "phrase:machine translation")
    assert found.nodes["cso:computer science"].label == "computer science"


def test_a_topic_takes_the_place_of_its_term() -> None:
    found = hierarchy({"machine translation", "natural language processing", "neural machine translation"})
    assert "phrase:natural language processing" in above(found, "phrase:machine translation")
    assert above(found, "phrase:neural machine translation") == {"phrase:machine translation"}
    assert "cso:natural language processing" not in found.nodes
    assert found.schemes("phrase:natural language processing") == ["cso"]


def test_of_two_topics_that_are_one_term_that_of_its_name_takes_its_place() -> None:
    found = hierarchy({"machine translation", "machine translation system", "parallel text"})
    assert found.ids["phrase:machine translation"] == found.ids["phrase:machine translation system"]
    assert "phrase:machine translation" in above(found, "phrase:parallel text")
    assert "phrase:machine translation system" not in all_above(found, "phrase:parallel text")


def test_a_topic_stands_below_the_term_of_openalex_that_it_is_called_like() -> None:
    """Documents give that too, and it has papers of its own: by field and subfield both count for one."""
    found = hierarchy({"artificial intelligence", "topic modeling"})
    assert "openalex:subfields/1702" in above(found, "phrase:artificial intelligence")
    assert above(found, "openalex:subfields/1702") == {"openalex:fields/17"}
    assert above(found, "phrase:topic modeling") == {"openalex:T10028"}
    assert "openalex:fields/17" in all_above(found, "phrase:topic modeling")
    assert found.schemes("phrase:topic modeling") is None


def test_what_no_topic_is_stands_below_openalex_too() -> None:
    """So that what the ontology has below artificial intelligence counts for that subfield, whatever the graph says of it."""
    found = hierarchy({"machine learning"})
    assert "cso:artificial intelligence" in found.nodes
    assert {"openalex:subfields/1702", "openalex:fields/17", "openalex:domains/3"} <= all_above(found, "phrase:machine learning")


def test_what_fits_nothing_has_nothing_above_it() -> None:
    found = hierarchy({"harbour seal", "embedding", "genetics"})
    assert found == Hierarchy({}, {}, frozenset())


def test_nothing_is_said_that_follows_from_the_rest_and_nothing_stands_above_itself() -> None:
    keys = sorted(CODES)
    for seed in range(4):
        some = random.Random(seed).sample(keys, 400)
        found = hierarchy(some)
        for uid in {tie.uid for tie in found.ties}:
            assert uid not in all_above(found, uid)
            direct = above(found, uid)
            assert not direct & set[str]().union(*(all_above(found, one) for one in direct)), uid


def test_the_order_of_topics_changes_nothing() -> None:
    some = random.Random(7).sample(sorted(CODES), 300)
    assert hierarchy(some) == hierarchy(list(reversed(some))) == hierarchy(set(some))


def test_where_a_vocabulary_contradicts_what_a_topic_ends_in_the_words_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """And no circle is left, also where it goes by way of several."""
    terms = [
        Term("seals", "seals", (), ("grey harbour seals",)),
        Term("grey harbour seals", "grey harbour seals", (), ("swimmers",)),
        Term("swimmers", "swimmers", (), ()),
    ]
    made_up = Vocabulary("test", {term.code: term for term in terms}, False, frozenset())
    monkeypatch.setattr(module, "vocabularies", lambda: (made_up,))
    found = hierarchy({"harbour seal", "grey harbour seal", "grey harbour seals", "seals", "seal", "seal seals"})
    assert all(uid not in all_above(found, uid) for uid in {tie.uid for tie in found.ties})
    assert "phrase:seal" in above(found, "phrase:harbour seal")


CODES = vocabularies()[0].code_of
