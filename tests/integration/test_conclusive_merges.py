"""Author records merged by conclusive evidence, visibly and reversibly, in a real graph."""

from collections.abc import Callable

import pytest

from graph.errors import ContradictionError
from graph.facade import ScholarGraph
from loaders.records import (
    Identifier,
    Item,
    Person,
)
from tests.integration.orders import Orders, in_orders
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say, with_ids


def test_conclusive_evidence_merges_visibly_and_goes_with_its_document(graph: ScholarGraph) -> None:
    say(graph, "one", with_ids("openalex:A1", title="Ants on Bridges"))
    say(graph, "two", with_ids("s2:9", title="Letters of Two Merchants"))
    assert set(persons(graph).values()) == {"openalex:A1", "s2:9"}
    say(graph, "both", with_ids("openalex:A1", "s2:9", title="A Third Paper of Hers"))
    assert set(persons(graph).values()) == {"openalex:A1"}
    edges = graph.cypher("MATCH (a)-[s:SAME_AS]->(b) RETURN a.uid AS a, b.uid AS b, s.by AS by, s.reason AS reason")
    assert edges[["a", "b", "by"]].to_numpy().tolist() == [["openalex:A1", "s2:9", "rule"]]
    graph.unload("both")
    assert set(persons(graph).values()) == {"openalex:A1", "s2:9"}


@in_orders
def test_the_order_in_which_conclusive_evidence_comes_does_not_matter(
    graph: ScholarGraph, clean: Callable[[], None], orders: Orders
) -> None:
    said = {
        "one": with_ids("openalex:A1", title="Ants on Bridges"),
        "two": with_ids("s2:9", "orcid:0000-0001", title="Letters of Two Merchants"),
        "both": with_ids("openalex:A1", "s2:9", title="A Third Paper of Hers"),
        "orcid": with_ids("dblp:7", "orcid:0000-0001", title="A Fourth Paper of Hers"),
    }
    outcomes = set()
    for order in orders(said):
        clean()
        for name in order:
            say(graph, name, said[name])
        outcomes.add(str(snapshot(graph)))
        assert set(persons(graph).values()) == {"dblp:7"}
    assert len(outcomes) == 1


def test_two_ids_of_one_scheme_are_never_merged(graph: ScholarGraph) -> None:
    say(graph, "one", with_ids("openalex:A1", "s2:9", title="Ants on Bridges"))
    say(graph, "two", with_ids("openalex:A2", "s2:9", title="Letters of Two Merchants"))
    say(graph, "three", with_ids("s2:9", title="A Third Paper of Hers"))
    assert persons(graph) == {uid: uid for uid in ("openalex:A1", "openalex:A2", "s2:9")}


def test_a_person_can_undo_a_conclusive_merge_and_take_that_back(graph: ScholarGraph) -> None:
    say(graph, "one", with_ids("openalex:A1", title="Ants on Bridges"))
    say(graph, "two", with_ids("s2:9", title="Letters of Two Merchants"))
    say(graph, "both", with_ids("openalex:A1", "s2:9", title="A Third Paper of Hers"))
    decision = graph.decisions.reject("openalex:A1", "s2:9", by="ana", reason="two people share a name")
    assert persons(graph) == {"openalex:A1": "openalex:A1", "s2:9": "s2:9"}
    say(graph, "again", with_ids("openalex:A1", "s2:9", title="A Fourth Paper of Hers"))
    assert set(persons(graph).values()) == {"openalex:A1", "s2:9"}
    graph.decisions.undo(decision, by="ana", reason="they are one after all")
    assert set(persons(graph).values()) == {"openalex:A1"}
    with pytest.raises(ContradictionError, match="undone already"):
        graph.decisions.undo(decision, by="ana")


@in_orders
def test_a_merged_id_takes_its_old_record_along_whichever_comes_first(
    graph: ScholarGraph, clean: Callable[[], None], orders: Orders
) -> None:
    said: dict[str, Item] = {
        "old": with_ids("openalex:A9", title="Ants on Bridges"),
        "new": with_ids("openalex:A1", title="Letters of Two Merchants"),
        "merged": Person(name="", where="line 2", ids=(Identifier("openalex", "A1"),), replaces=(Identifier("openalex", "A9"),)),
    }
    for order in orders(said):
        clean()
        for name in order:
            say(graph, name, said[name])
        assert persons(graph) == {"openalex:A1": "openalex:A1", "openalex:A9": "openalex:A1"}
        assert graph.profile("openalex:A9")["papers"] == 2
