"""Retracted works, and the notices about them, in a real graph."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from graph.facade import ScholarGraph
from graph.schema.nodes import Paper
from loaders.records import Identifier, Publication, Record
from tests.integration.orders import Orders, in_orders
from tests.integration.snapshots import snapshot
from tests.integration.statements import say, works
from tests.unit.load.test_works_in_batches import said_by

TITLE = "How Ants Share What They Carry"
JOURNAL = (Publication(venue="Journal of Ants", kind="journal", year=2020),)


def paper(title: str = TITLE, doi: str | None = None, **said: object) -> Record:
    """A paper by Ada Berg in the Journal of Ants."""
    ids = (Identifier("doi", doi),) if doi else ()
    return replace(works("Ada Berg", title=title), **{"year": 2020, "publications": JOURNAL, "ids": ids, **said})


def corrected(graph: ScholarGraph) -> list[tuple[str, str, str, str]]:
    """The title of each notice, what it is about, as what, and how that is known."""
    rows = graph.cypher("""
        MATCH (a:Paper)-[r:CORRECTS]->(b:Paper)
        RETURN a.title AS a, b.title AS b, r.kind AS kind, r.by AS by ORDER BY a, b""")
    return [tuple(row) for row in rows.to_numpy().tolist()]


def retracted(graph: ScholarGraph) -> list[str]:
    """The titles of the retracted papers."""
    return graph.cypher("MATCH (p:Paper) WHERE p.retracted RETURN p.title AS title ORDER BY title")["title"].tolist()


def test_a_mark_in_the_title_is_a_property_of_the_paper(graph: ScholarGraph) -> None:
    say(graph, "plain", paper())
    say(graph, "marked", paper(f"RETRACTED: {TITLE}"))
    assert graph.cypher("MATCH (p:Paper) RETURN p.title AS title, p.retracted AS retracted").to_numpy().tolist() == [
        [TITLE, True]
    ]
    assert graph.query("author_papers", author="name:ada berg")["retracted"].tolist() == [True]
    quality = graph.query("data_quality").set_index("metric")["count"]
    assert quality["papers_retracted"] == 1
    assert Paper.nodes.get(title=TITLE).retracted is True
    graph.unload("marked")
    assert retracted(graph) == []
    assert graph.query("author_papers", author="name:ada berg")["retracted"].tolist() == [False]


@in_orders
def test_notices_point_at_their_paper_whichever_comes_first(
    graph: ScholarGraph, clean: Callable[[], None], orders: Orders
) -> None:
    said = {
        "paper": paper(doi="10.9999/a"),
        "retraction": paper(f"Retraction: {TITLE}", authors=(), year=2023),
        "correction": paper(
            "A note by the editors", doi="10.9999/c", kind="Correction", corrects=(Identifier("doi", "10.9999/a"),)
        ),
        "of another": paper("Erratum: Letters of Two Merchants", doi="10.9999/e"),
    }
    outcomes = set()
    for order in orders(said):
        clean()
        for name in order:
            say(graph, name, said[name])
        outcomes.add(str(snapshot(graph)))
    assert len(outcomes) == 1
    assert corrected(graph) == [
        ("A note by the editors", TITLE, "correction", "identifier"),
        (f"Retraction: {TITLE}", TITLE, "retraction", "title"),
    ]
    assert retracted(graph) == [TITLE]
    quality = graph.query("data_quality").set_index("metric")["count"]
    assert quality["notices_about_unknown_papers"] == 1
    known: Any = Paper.nodes.get(doi="10.9999/a")
    assert [found.title for found in known.corrected_by.all() if "note" in found.title]
    graph.unload("retraction")
    assert retracted(graph) == []
    graph.unload("paper")
    assert corrected(graph) == []
    say(graph, "paper", said["paper"])
    assert [kind for _, _, kind, _ in corrected(graph)] == ["correction"]


def test_a_title_that_two_papers_have_ties_no_notice(graph: ScholarGraph) -> None:
    say(graph, "one", paper(doi="10.9999/a"))
    say(graph, "notice", paper(f"Erratum: {TITLE}"))
    assert len(corrected(graph)) == 1
    say(graph, "two", paper(doi="10.9999/b"))
    assert corrected(graph) == []
    say(graph, "strangers", works("Eva Ek", title="Ants on Bridges"))
    say(graph, "their notice", works("Bo Lind", title="Erratum: Ants on Bridges"))
    assert corrected(graph) == []


def test_places_in_journals_are_kept(graph: ScholarGraph) -> None:
    said = {"volume": "12", "issue": "3", "pages": "101–110", "article_number": "e7"}
    both = (*JOURNAL, Publication(venue="arXiv", kind="preprint", year=2019))
    say(graph, "whole", paper(publications=both, **said))
    say(graph, "part", paper(volume="12"))
    rows = graph.cypher("""
        MATCH (:Paper)-[r:PUBLISHED_IN]->(v)
        RETURN v.name + coalesce(' ' + r.volume + '/' + r.issue + '/' + r.pages + '/' + r.article_number, '') AS place
        ORDER BY place""")
    assert rows["place"].tolist() == ["Journal of Ants 12/3/101-110/e7", "arXiv"]


@pytest.mark.parametrize("seed", [3, pytest.param(4, marks=pytest.mark.slow)])
@pytest.mark.any_line
def test_works_with_all_rules_do_not_depend_on_order_or_batches(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    said = {name: [claim.record for claim in claims] for name, claims in said_by(chance, 4, 6).items()}
    outcomes = set()
    for size in (1000, 1, 4):
        clean()
        monkeypatch.setattr("graph.load.loading.BATCH_RECORDS", size)
        for name in chance.sample(sorted(said), len(said)):
            say(graph, name, *said[name])
        outcomes.add(str(snapshot(graph)))
    assert len(outcomes) == 1
    whole = outcomes.pop()
    left_out = chance.choice(sorted(said))
    graph.unload(left_out)
    assert str(snapshot(graph)) != whole
    say(graph, left_out, *said[left_out])
    assert str(snapshot(graph)) == whole
