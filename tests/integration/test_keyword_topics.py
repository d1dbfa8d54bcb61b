"""A keyword that documents give and a phrase of texts of the same words are one topic of two origins, whichever comes first."""

from collections.abc import Iterable
from typing import Any

import pytest

from graph import ScholarGraph
from graph.errors import UnknownTopicError
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries, Run
from graph.topics import mentions, refresh
from graph.topics.refresh import refresh_topics
from loaders.records import Header, Item, Record, Subject, TopicRecord
from tests.integration.orders import Orders, in_orders
from tests.integration.snapshots import snapshot
from tests.integration.statements import say

KEYWORD, PHRASE = "keyword:machine translation", "phrase:machine translation"


def keyword(label: str, broader: Subject | None = None) -> Subject:
    return Subject(scheme="keyword", code=label.casefold(), label=label, broader=broader)


def about(*labels: str, title: str = "Of nothing", number: int = 1) -> Record:
    return Record(where=f"record {number}", title=title, subjects=tuple(map(keyword, labels)))


SAID: dict[str, Item] = {
    "texts": about(title="Neural machine translation (NMT) and machine translation"),
    "both": about("Machine-translation", "NMT", title="Machine translations"),
    "given": about("Machine Translations", "Neural machine translation"),
    "above": Record(where="record 1", title="Of more", subjects=(keyword("Letters", keyword("MACHINE TRANSLATION")),)),
    "described": TopicRecord(where="record 1", subject=keyword("machine translation")),
}


def topic(graph: ScholarGraph, uid: str) -> dict[str, Any]:
    [row] = graph.plain.query("topic_profile", topic=uid).rows
    return row


def uids(graph: ScholarGraph) -> set[object]:
    return {row["uid"] for row in graph.connection.read("MATCH (t:Topic) RETURN t.uid AS uid").rows}


@pytest.mark.any_line
def test_it_counts_once_and_tells_both_origins(graph: ScholarGraph) -> None:
    for name in ("texts", "both", "given"):
        say(graph, name, SAID[name])
    for scheme in (None, "keyword", "phrase", "cso"):
        rows = graph.plain.query("topic_counts", scheme=scheme).rows
        counted = {row["topic"]: (row["papers"], row["given"], row["derived"]) for row in rows}
        assert counted[KEYWORD] == (3, 2, 2), scheme
        assert PHRASE not in counted
    assert not uids(graph) & {PHRASE, "phrase:neural machine translation", "keyword:machine translations"}
    found = topic(graph, KEYWORD)
    assert (found["label"], found["scheme"], found["schemes"]) == ("machine translation", "keyword", ["keyword", "phrase", "cso"])
    assert (found["papers"], found["given"], found["derived"]) == (3, 2, 2)
    assert found["spellings"] == ["Machine Translations", "Machine-translation"]
    assert found["ids"] == ["cso:machine translations"]
    assert [one["uid"] for one in found["narrower"]] == ["keyword:neural machine translation"]
    [row] = [row for row in graph.plain.query("find_topics", text="machine-translations").rows if row["uid"] == KEYWORD]
    assert row["schemes"] == ["keyword", "phrase", "cso"]
    schemes = {row["scheme"]: row["topics"] for row in graph.plain.query("topic_schemes").rows}
    assert (schemes["keyword"], schemes["phrase"]) == (3, 2)


@in_orders
def test_whichever_comes_and_goes_first_what_is_left_makes_the_graph(graph: ScholarGraph, orders: Orders) -> None:
    expected = {}
    for left in ("texts", "both", "given", "above", "described"):
        say(graph, left, SAID[left])
        expected[left] = snapshot(graph)
        assert (KEYWORD in uids(graph)) == (left != "texts")
        graph.unload(left)
        assert not uids(graph)
    whole = None
    for order in orders(SAID):
        for name in order:
            say(graph, name, SAID[name])
        assert not uids(graph) & {PHRASE}
        whole = whole or snapshot(graph)
        assert snapshot(graph) == whole
        for name in order[:-1]:
            graph.unload(name)
        assert snapshot(graph) == expected[order[-1]], order
        graph.unload(order[-1])
        assert not uids(graph)


def test_the_phrase_is_its_own_topic_again_when_nobody_gives_the_keyword(graph: ScholarGraph) -> None:
    say(graph, "texts", SAID["texts"])
    alone = snapshot(graph)
    assert PHRASE in uids(graph)
    for name in ("given", "above"):
        say(graph, name, SAID[name])
        assert PHRASE not in uids(graph)
    graph.unload("given")
    assert KEYWORD in uids(graph)  # "above" has it stand above another one
    graph.unload("above")
    assert snapshot(graph) == alone


def test_a_keyword_that_texts_use_no_more_is_one_as_before(graph: ScholarGraph) -> None:
    say(graph, "given", SAID["given"])
    alone = snapshot(graph)
    assert topic(graph, KEYWORD)["label"] == "Machine Translations"
    say(graph, "texts", SAID["texts"])
    assert topic(graph, KEYWORD)["label"] == "machine translation"
    graph.unload("texts")
    assert snapshot(graph) == alone


def test_all_spellings_of_a_keyword_are_one_and_signs_tell_keywords_apart(graph: ScholarGraph) -> None:
    labels = (
        "Tidal Currents",
        "tidal-current",
        "TIDAL CURRENT",
        "C#",
        "C",
        "R&D",
        "AIDS",
        "aids",
        "潮汐",
        "Regularisation",
        "regularization",
    )
    say(graph, "list", *(about(label, title=f"Of number {number}", number=number) for number, label in enumerate(labels)))
    rows = graph.connection.read(
        "MATCH (t:Topic {scheme: 'keyword'}) RETURN t.code AS code, t.label AS label, t.spellings AS others"
    ).rows
    assert {row["code"]: (row["label"], row["others"]) for row in rows} == {
        "tidal current": ("TIDAL CURRENT", ["Tidal Currents", "tidal-current"]),
        "c#": ("C#", None),
        "c": ("C", None),
        "r&d": ("R&D", None),
        "aids": ("AIDS", None),
        "aid": ("aids", None),
        "潮汐": ("潮汐", None),
        "regularization": ("Regularisation", ["regularization"]),
    }
    for text in ("Tidal Currents", "tidal-current", "tidal currents"):
        assert graph.plain.query("find_topics", text=text).rows[0]["uid"] == "keyword:tidal current"


@pytest.mark.any_line
def test_an_earlier_uid_is_found_by_its_words(graph: ScholarGraph) -> None:
    """A script may have the uid of a keyword in its own spelling, or of a phrase that is a keyword by now."""
    say(graph, "given", about("Tidal Currents", "Machine Translations"), about(title="Machine translation", number=2))
    say(graph, "texts", about(title="Harbour seals"))
    for uid, meant in {
        "keyword:tidal currents": "keyword:tidal current",
        "keyword:machine translations": KEYWORD,
        PHRASE: KEYWORD,
        "keyword:harbour seals": "phrase:harbour seal",
        "tidal-currents": "keyword:tidal current",
    }.items():
        assert topic(graph, uid)["uid"] == meant
        assert graph.plain.query("topic_course", topic=uid).rows == graph.plain.query("topic_course", topic=meant).rows
        assert graph.plain.query("papers_of", topic=uid).rows == graph.plain.query("papers_of", topic=meant).rows != []
    with pytest.raises(UnknownTopicError):
        graph.query("topic_course", topic="keyword:glaciers")
    assert not graph.plain.query("topic_profile", topic="keyword:glaciers").rows


def test_evidence_of_identity_counts_a_keyword_by_those_who_give_it(graph: ScholarGraph) -> None:
    say(graph, "list", *(about("Machine translation", title=f"Of {number}", number=number) for number in (1, 2)))
    say(graph, "texts", *(about(title=f"Machine translation {number}", number=number) for number in (1, 2, 3)))
    graph.split_candidates()
    rows = graph.connection.read(
        "MATCH (n) WHERE n.uses IS NOT NULL AND n.code = 'machine translation' RETURN n.uid AS uid, n.uses AS uses"
    ).rows
    assert {row["uid"]: row["uses"] for row in rows} == {KEYWORD: 2, PHRASE: 3}
    [papers] = graph.connection.read(
        "MATCH (p:Paper)-[:ABOUT]->({uid: $uid}) RETURN count(DISTINCT p) AS papers", {"uid": KEYWORD}
    ).rows
    assert papers == {"papers": 5}


@pytest.mark.parametrize(
    ("before", "after"), [("", "Machine translations"), ("Machine translations", ""), ("Tide gauges", "Machine translations")]
)
def test_a_load_that_comes_between_is_made_good(
    graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    """Between the transactions in which all topics are found: when it is known already which of them are keywords."""
    say(graph, "texts", about(title="Machine translation in the north"))
    say(graph, "given", about(*filter(None, [before])))
    graph.connection.write("MATCH (s:GraphState) SET s.topic_rules = null")
    monkeypatch.setattr(refresh, "AT_ONCE", 0)
    ours = mentions.given_as_keywords

    def and_a_load(run: Run, phrases: Iterable[str]) -> set[str]:
        monkeypatch.setattr(refresh, "given_as_keywords", ours)
        found = ours(run, phrases)
        loading = Loading(Queries(graph.connection))
        items = (Header(format="test", source="test"), about(*filter(None, [after])))
        loading.add(Document("given", f"{'given':0<64}".encode().hex()[:64], "test", lambda: iter(items)))
        loading.finish()
        return found

    monkeypatch.setattr(refresh, "given_as_keywords", and_a_load)
    assert refresh_topics(Queries(graph.connection))
    assert uids(graph) & {KEYWORD, PHRASE} == {KEYWORD if after else PHRASE}
    found = snapshot(graph)
    graph.connection.write("MATCH (s:GraphState) SET s.topic_rules = null")
    assert refresh_topics(Queries(graph.connection))
    assert snapshot(graph) == found
    assert not graph.connection.read("MATCH (n) WHERE n.topics_due IS NOT NULL RETURN n").rows
