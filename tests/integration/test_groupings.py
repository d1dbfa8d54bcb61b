"""The groups of records' papers, kept in the graph: every load, unload and decision ends where working all of them out would."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from graph import ScholarGraph
from graph.evidence_words import in_words
from graph.identity.evidence_model import regrouping
from graph.identity.refresh import refresh_pending
from graph.queries.bound import Queries
from loaders.records import Authorship, Identifier, Record
from tests.integration.conftest import DEMO
from tests.integration.made_up_library import COMMON, library
from tests.integration.statements import say, works

pytestmark = pytest.mark.any_line

Facts = dict[str, list[tuple[object, ...]]]
KEPT = {
    "parts": "MATCH (a)-[w:WROTE]->(p) RETURN a.uid AS a, p.uid AS p, w.position AS position, w.part AS part",
    "bounds": "MATCH (a:Author) RETURN a.uid AS uid, a.grouped_from AS low, a.grouped_below AS high",
    "steps": "MATCH (a:Author) RETURN a.uid AS a, a.grouped_names AS b, a.grouped_among_from AS c, a.grouped_among_to AS d",
    "uses": "MATCH (x:Topic|Venue) RETURN x.uid AS uid, x.uses AS uses",
    "state": "MATCH (s:GraphState) RETURN s.grouping_rules AS rules",
}


def facts(graph: ScholarGraph) -> Facts:
    """Everything about groups that the graph holds."""
    return {
        name: sorted((tuple(row.values()) for row in graph.connection.read(text).rows), key=repr) for name, text in KEPT.items()
    }


def apart(graph: ScholarGraph) -> list[tuple[str, str, int]]:
    rows = graph.connection.read(
        "MATCH (a)-[w:WROTE]->(p) WHERE w.part > 0 RETURN a.name AS a, p.title AS p, w.part AS part"
    ).rows
    return sorted((str(row["a"]), str(row["p"]), cast(int, row["part"])) for row in rows)


def forget_groups(graph: ScholarGraph) -> None:
    """Leave the graph as if papers had never been grouped."""
    kept = ("grouped_from", "grouped_below", "grouped_names", "grouped_among_from", "grouped_among_to", "uses")
    graph.connection.write("MATCH ()-[w:WROTE]->() REMOVE w.part")
    graph.connection.write(f"MATCH (x:Author|Topic|Venue) REMOVE {', '.join(f'x.{name}' for name in kept)}")
    graph.connection.write("MATCH (s:GraphState) REMOVE s.grouping_rules")


def rebuilt(graph: ScholarGraph) -> Facts:
    """The same after all groups were worked out anew, from nothing."""
    forget_groups(graph)
    refresh_pending(Queries(graph.connection))
    return facts(graph)


@pytest.mark.slow
def test_every_step_ends_where_working_out_all_groups_would(graph: ScholarGraph) -> None:
    papers = library(150)
    steps: list[Callable[[], object]] = [
        lambda: say(graph, "a", *papers[:60]),
        lambda: say(graph, "b", *papers[60:61]),
        lambda: say(graph, "c", *papers[61:70]),
        lambda: say(graph, "d", *papers[70:140]),
        lambda: say(graph, "e", *papers[140:]),
        lambda: say(graph, "b", papers[60], works("Wei Zhang", "Ada Berg", "Wei Zhang", title="Salt of two harvests")),
        lambda: graph.decisions.confirm("name:wei zhang", by="ana"),
        lambda: graph.decisions.undo(1, by="ana"),
        lambda: say(graph, "nobody", *(papers_without_authors())),
        lambda: graph.decisions.accept("name:samuel ortega", "name:sam ortega", by="ana"),
        lambda: graph.decisions.reassign("name:jing li", [some_paper(graph, "name:jing li")], by="ana"),
        lambda: graph.unload("c"),
        lambda: graph.unload("d"),
        lambda: graph.unload("nobody"),
        lambda: say(graph, "crowd", works(*(f"Member{n} Of{n % 7}" for n in range(80)), "Wei Zhang", title="A collaboration")),
        lambda: graph.unload("a"),
    ]
    seen, many = set(), 0
    for number, step in enumerate(steps):
        step()
        found = facts(graph)
        assert found == rebuilt(graph), f"step {number}"
        seen.add(repr(found["parts"]))
        many = max(many, len(apart(graph)))
    assert len(seen) > len(steps) // 2, "most steps change something"
    assert many > 20


def papers_without_authors() -> list[Record]:
    """They make topics and venues commoner, and touch nobody."""
    return [msgspec.structs.replace(record, authors=()) for record in library(30, seed=11)]


def some_paper(graph: ScholarGraph, uid: str) -> str:
    text = "MATCH (:Author {uid: $uid})-[:WROTE]->(p) RETURN p.uid AS uid ORDER BY uid LIMIT 1"
    return str(graph.connection.read(text, {"uid": uid}).rows[0]["uid"])


@pytest.mark.slow
def test_documents_in_any_order_and_number_give_the_same_groups(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = library(120, seed=3)
    say(graph, "all", *papers)
    expected = facts(graph)
    assert len(apart(graph)) > 20
    clean()
    parts = [papers[start : start + 20] for start in range(0, len(papers), 20)]
    for number, part in enumerate(random.Random(4).sample(parts, len(parts))):
        monkeypatch.setattr(regrouping, "MANY_RECORDS", 1 if number == 2 else 2000)
        monkeypatch.setattr(regrouping, "ALL_BUT_FEW", 0.0 if number == 2 else 0.5)
        monkeypatch.setattr(regrouping, "_RECORDS_AT_ONCE", 7 if number == 3 else 1000)
        say(graph, f"part {number}", *part)
    say(graph, "more", *library(60, seed=5))
    assert facts(graph) != expected
    graph.unload("more")
    assert facts(graph) == expected
    say(graph, "all", *papers)
    assert facts(graph) == expected


def test_a_step_in_the_uses_of_a_topic_redoes_the_records_that_share_it(graph: ScholarGraph) -> None:
    papers = library(40, seed=8)
    say(graph, "some", *papers)
    before = facts(graph)["uses"]
    assert ("keyword:measurement", 40) in before
    say(graph, "one more", *library(43, seed=9)[40:42])
    assert ("keyword:measurement", 40) in facts(graph)["uses"]  # 42 papers: the next step is 44
    say(graph, "and more", *library(48, seed=9)[42:])
    assert ("keyword:measurement", 48) in facts(graph)["uses"]


def test_a_graph_from_before_there_were_groups_is_brought_up_to_date_by_whoever_asks_or_loads(graph: ScholarGraph) -> None:
    graph.load(sorted(DEMO.glob("*.txt")))
    expected, rows = facts(graph), graph.plain.mixed_candidates().rows
    assert rows
    for bring in (
        lambda: graph.plain.mixed_candidates(),
        lambda: graph.query("mixed_candidates"),
        lambda: say(graph, "nothing new", Record(where="record 1", title="Letters of Two Merchants")),
    ):
        forget_groups(graph)
        bring()
        assert {**facts(graph), "uses": []} == {**expected, "uses": []}
        assert graph.plain.mixed_candidates().rows == rows


TWICE = "A paper of a whole conference"


@pytest.fixture
def twice(graph: ScholarGraph) -> ScholarGraph:
    """Tomas Olejarik stands on one paper as first and as third author."""
    say(graph, "crowd", *(works(f"Given{n} Family{n}", title=f"Study of harvest {n}") for n in range(99)))
    say(graph, "twice", works("Tomas Olejarik", "Heping Zhengov", "Tomas Olejarik", "T. Olejarik", title=TWICE))
    say(graph, "once", works("Tomas Olejarik", "Heping Zhengov", title="Another paper of one of them"))
    return graph


def test_two_of_one_name_on_one_paper_are_a_mixed_candidate_for_sure(twice: ScholarGraph) -> None:
    [row] = twice.plain.mixed_candidates().rows
    assert (row["uid"], row["papers"], row["probability"]) == ("name:tomas olejarik", 2, 1.0)
    main, other = cast(list[dict[str, Any]], row["groups"])
    assert {paper["title"] for paper in main["papers"]} == {TWICE, "Another paper of one of them"}
    assert [paper["title"] for paper in other["papers"]] == [TWICE]
    [piece] = other["evidence"]
    assert (piece["feature"], piece["value"]) == ("twice", {"papers": 1})
    assert piece["shared"] == {"things": [{"uid": other["papers"][0]["uid"], "name": TWICE}], "more": 0}
    assert in_words(piece) == f"two people of this name on one paper: {TWICE}"
    proposed = twice.authorships(0.5)
    assert set(proposed[proposed["record"] == "name:tomas olejarik"]["proposed"]) == {
        "name:tomas olejarik", "name:tomas olejarik#2",
    }  # fmt: skip


def test_splitting_the_second_of_one_name_off_leaves_two_people_with_a_place_each(twice: ScholarGraph) -> None:
    [candidate] = twice.decisions.candidates("mixed")
    made = twice.decisions.answer(candidate, "different", by="ana")
    rows = twice.connection.read(
        "MATCH (a:Author)-[w:WROTE]->(:Paper {title: $title}) WHERE w.name = 'Tomas Olejarik' RETURN a.uid AS uid",
        {"title": TWICE},
    ).rows
    assert sorted(str(row["uid"]) for row in rows) == sorted(made.records)
    assert twice.plain.mixed_candidates().rows == []
    twice.decisions.undo(made, by="ana")
    assert len(twice.plain.mixed_candidates().rows) == 1


def test_keeping_both_says_that_the_source_slipped(twice: ScholarGraph) -> None:
    [candidate] = twice.decisions.candidates("mixed")
    twice.decisions.answer(candidate, "same", by="ana", reason="printed twice")
    assert twice.plain.mixed_candidates().rows == []
    assert twice.decisions.candidates("mixed") == []


def test_a_record_whose_only_paper_names_it_twice_can_be_split(graph: ScholarGraph, tmp_path: Path) -> None:
    say(graph, "twice", works("Vaibhav Kumarov", "Ada Berg", "Vaibhav Kumarov", title=TWICE))
    [candidate] = graph.decisions.candidates("mixed")
    assert candidate.probability == 1.0
    assert candidate.papers_twice == candidate.papers
    graph.decisions.export_candidates(tmp_path / "sheet.csv", "mixed")
    assert f"{TWICE} (?), on which the name stands twice" in (tmp_path / "sheet.csv").read_text(encoding="utf-8-sig")
    made = graph.decisions.answer(candidate, "different", by="ana")
    assert len(made.slots) == 1
    assert len(graph.connection.read("MATCH (a:Author)-[:WROTE]->() RETURN DISTINCT a.uid AS uid").rows) == 3


def test_two_people_with_ids_of_their_own_on_one_paper_are_no_candidate(graph: ScholarGraph) -> None:
    people = tuple(
        Authorship(name="Vladek Minorski", position=place, ids=(Identifier("orcid", orcid),))
        for place, orcid in enumerate(("0000-0001-7075-7090", "0000-0002-1825-0097"), 1)
    )
    say(graph, "ids", Record(where="record 1", title=TWICE, authors=people))
    assert graph.plain.mixed_candidates().rows == []


def test_the_common_names_of_a_library_fall_into_the_circles_of_their_people(graph: ScholarGraph) -> None:
    say(graph, "library", *library(200))
    found = {str(row["name"]) for row in graph.plain.mixed_candidates().rows}
    assert len(found & set(COMMON)) >= 4
