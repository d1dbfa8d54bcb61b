"""SIMILAR_NAME in a real graph: the same pairs whether documents come at once or one by one, in whatever order, or go again."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from graph.facade import ScholarGraph
from graph.identity.blocking import pairs, similar_names
from graph.identity.refresh import refresh_pending
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.names import blocking_keys
from graph.queries.bound import Queries
from loaders.records import Authorship, Header, Record
from tests.integration.statements import say, works

GIVEN = ("Sam", "Samuel", "Samuel L.", "S.", "S. L.", "Dipti", "Sue", "Srinivas")
FAMILY = ("Smith", "Smyth", "Smith-Jones", "Misra", "Sharma", "")


def _papers(seed: int, count: int = 24) -> list[Record]:
    chance = random.Random(seed)
    people = [f"{given} {family}".strip() for given in GIVEN for family in FAMILY]
    return [works(*chance.sample(people, chance.randint(1, 3)), title=f"Ants {seed} on Bridge Number {n}") for n in range(count)]


def _similar(graph: ScholarGraph) -> set[tuple[object, ...]]:
    rows = graph.cypher("MATCH (a)-[s:SIMILAR_NAME]->(b) RETURN a.uid AS a, b.uid AS b, s.score AS score, s.kind AS kind")
    return set(rows.itertuples(index=False, name=None))


@pytest.mark.parametrize("limit", [400, 3])
def test_documents_one_by_one_in_any_order_give_the_same_similar_names_as_all_at_once(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    for module in (blocking_keys, pairs):
        monkeypatch.setattr(module, "LARGEST_BLOCK", limit)
        monkeypatch.setattr(module, "LARGEST_START", 2 * limit)
    papers = _papers(limit)
    say(graph, "all", *papers)
    expected = _similar(graph)
    assert len({kind for *_, kind in expected}) > 4
    crowded = graph.cypher("MATCH (s:GraphState) RETURN s.crowded_blocks AS keys")["keys"][0]
    assert bool(crowded) == (limit == 3)
    for seed in (5,):
        clean()
        parts = [papers[start : start + 8] for start in range(0, len(papers), 8)]
        for number, part in enumerate(random.Random(seed).sample(parts, len(parts))):
            monkeypatch.setattr(similar_names, "MANY_RECORDS", 1 if number == 1 else 2000)
            monkeypatch.setattr(similar_names, "LARGE_SHARE", 0.0 if number == 1 else 0.05)
            say(graph, f"part {number}", *part)
        say(graph, "more", *_papers(99, 8))
        assert _similar(graph) != expected
        graph.unload("more")
        assert _similar(graph) == expected
        assert graph.cypher("MATCH (s:GraphState) RETURN s.crowded_blocks AS keys")["keys"][0] == crowded


def test_a_shared_collaborator_proposes_a_changed_family_name(graph: ScholarGraph) -> None:
    say(graph, "one", works("Dipti Misra", "Ada Lovelace", title="Ants on Bridges"))
    say(graph, "two", works("Dipti Sharma", "Grace Hopper", title="Letters of Two Merchants"))
    assert _similar(graph) == set()
    say(graph, "three", works("Grace Hopper", "Dipti Sharma", "Ada Lovelace", title="A Third Paper of Theirs"))
    assert {(a, b, kind) for a, b, _, kind in _similar(graph)} == {("name:dipti misra", "name:dipti sharma", "family")}
    graph.unload("three")
    assert _similar(graph) == set()


def test_a_shared_collaborator_proposes_a_changed_given_name_and_only_that_competes_with_none(graph: ScholarGraph) -> None:
    say(
        graph, "changed",
        works("Karin Verspoor", "Ana Ruiz", title="Ants and wasps", year=2001),
        works("Cornelia Maria Verspoor", "Ana Ruiz", title="Bees and ants", year=2005),
        works("Karin M. Verspoor", "Bo Li", title="Moths and ants", year=2003),
    )  # fmt: skip
    assert {tuple(row[:2]) + tuple(row[3:]) for row in _similar(graph)} >= {
        ("name:cornelia maria verspoor", "name:karin verspoor", "given"),
        ("name:karin m. verspoor", "name:karin verspoor", "middle"),
    }
    rows: list[Any] = graph.plain.split_candidates("name:karin verspoor", min_probability=0).rows
    pieces = {row["kind"]: {piece["feature"]: piece["value"] for piece in row["evidence"]} for row in rows}
    competing = {kind: of["competing_pairs"]["competing_pairs"] for kind, of in pieces.items() if "competing_pairs" in of}
    assert competing == {"given": 1}


def test_names_whose_blocks_were_written_before_a_comparison_that_broke_off_are_compared_all_the_same(
    graph: ScholarGraph,
) -> None:
    say(graph, "one", works("Sam Smith", "Ada Lovelace", title="Ants on Bridges"))
    loading = Loading(Queries(graph.connection))
    header, record = Header(format="test", source="test"), works("Samuel Smith", "Grace Hopper", title="Letters of Two Merchants")
    loading.add(Document("two", "2" * 64, "test", lambda: iter((header, record))))
    loading.finish()
    similar_names.prepare(Queries(graph.connection))
    assert _similar(graph) == set()
    refresh_pending(Queries(graph.connection))
    assert {(a, b) for a, b, *_ in _similar(graph)} == {("name:sam smith", "name:samuel smith")}


def test_names_are_compared_anew_where_the_rules_have_changed(graph: ScholarGraph) -> None:
    say(graph, "one", works("Sam Smith", "Samuel Smith"))
    expected = _similar(graph)
    graph.connection.write("MATCH (s:GraphState) SET s.name_rules = 0 WITH s MATCH ()-[r:SIMILAR_NAME]->() DELETE r")
    say(graph, "two", works("Ada Lovelace", title="Letters of Two Merchants"))
    assert _similar(graph) == expected != set()


def test_organisations_have_no_similar_names(graph: ScholarGraph) -> None:
    bodies = tuple(
        Authorship(name=name, position=n, kind="organisation") for n, name in enumerate(("Sam Smith", "Samuel Smith"), 1)
    )
    say(graph, "one", Record(where="record 1", title="Ants on Bridges", authors=bodies))
    assert _similar(graph) == set()
    assert graph.cypher("MATCH (a:Author) WHERE a.blocks IS NOT NULL RETURN count(a) AS n")["n"][0] == 0
