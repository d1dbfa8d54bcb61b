"""Papers joined across documents, and author lists aligned, in a real graph."""

from pathlib import Path
from typing import cast

import msgspec

from graph.facade import ScholarGraph
from loaders import Source
from loaders.records import (
    Authorship,
    Identifier,
    Publication,
    Record,
)
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say, slots, works

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
PAGES = sorted(DEMO.glob("*.txt"))


def test_a_preprint_and_its_published_version_are_one_paper_in_two_venues(graph: ScholarGraph) -> None:
    graph.load(PAGES)
    rows = graph.cypher(
        "MATCH (p:Paper {title: $title})-[r:PUBLISHED_IN]->(v:Venue) RETURN v.name AS venue, r.kind AS kind, r.year AS year",
        title="High-Performance Large-Scale Image Recognition Without Normalization",
    )
    assert {tuple(row) for row in rows.to_numpy().tolist()} == {("ICML", "conference", 2021), ("arXiv", "preprint", 2021)}


def test_the_owner_of_a_page_moves_to_the_place_that_a_list_gives(graph: ScholarGraph) -> None:
    page = works(title="Ants on Bridges", authors_complete=False)
    page = msgspec.structs.replace(page, authors=(Authorship(name="Bo Lind"),))
    say(graph, "page", page, about="Bo Lind")
    assert slots(graph) == {("Ants on Bridges", None, "name:bo lind")}
    say(graph, "list", works("Ada Berg", "Bo Lind", title="Ants on Bridges"))
    assert slots(graph) == {("Ants on Bridges", 1, "name:ada berg"), ("Ants on Bridges", 2, "name:bo lind")}
    assert graph.unload("list") == 1
    assert slots(graph) == {("Ants on Bridges", None, "name:bo lind")}


def test_a_slot_moves_to_the_record_of_an_id_and_back(graph: ScholarGraph) -> None:
    title = "How Ants Share What They Carry"
    say(graph, "bare", works("Wei Wang", "Bo Lind"))
    known = Authorship(name="Wei Wang", position=1, ids=(Identifier("openalex", "A1"),))
    say(graph, "known", Record(where="record 1", title=title, authors=(known, Authorship(name="Bo Lind", position=2))))
    assert slots(graph) == {(title, 1, "openalex:A1"), (title, 2, "name:bo lind")}
    assert graph.cypher("MATCH (a:Author) RETURN a.uid AS uid")["uid"].sort_values().tolist() == ["name:bo lind", "openalex:A1"]
    graph.unload("known")
    assert slots(graph) == {(title, 1, "name:wei wang"), (title, 2, "name:bo lind")}


def test_a_common_name_never_glues_two_ids_together(graph: ScholarGraph) -> None:
    for number in (1, 2):
        known = Authorship(name="Wei Wang", position=1, ids=(Identifier("openalex", f"A{number}"),))
        say(graph, f"known {number}", Record(where="record 1", title=f"Ants on {number} Bridges", authors=(known,)))
    say(graph, "bare", works("Wei Wang", title="Letters of Two Merchants"))
    assert {author for _, _, author in slots(graph)} == {"openalex:A1", "openalex:A2", "name:wei wang"}
    assert persons(graph) == {"openalex:A1": "openalex:A1", "openalex:A2": "openalex:A2", "name:wei wang": "name:wei wang"}


def test_two_venues_of_one_name_in_any_case_are_one(graph: ScholarGraph) -> None:
    for number, venue in enumerate(("NeurIPS", "NEURIPS")):
        say(
            graph,
            venue,
            works(
                "Ada Berg",
                title=f"Ants on {number} Bridges",
                publications=(Publication(venue=venue, kind="conference", year=2020),),
            ),
        )
    assert graph.cypher("MATCH (v:Venue) RETURN v.name AS name")["name"].tolist() == ["NEURIPS"]


def test_two_people_of_one_name_on_a_work_keep_two_slots_and_the_work_counts_once(graph: ScholarGraph) -> None:
    say(graph, "twins", works("Wei Zhang", "Wei Zhang", "Bo An"))
    title = "How Ants Share What They Carry"
    assert slots(graph) == {(title, 1, "name:wei zhang"), (title, 2, "name:wei zhang"), (title, 3, "name:bo an")}
    assert graph.name_cluster("Wei Zhang")["papers"].tolist() == [1]
    assert [record["papers"] for record in cast(list[dict[str, object]], graph.profile("Wei Zhang")["records"])] == [1]
    assert graph.close_collaborators("Bo An")["papers"].tolist() == [1]


def test_one_word_title_of_a_profile_and_of_a_list_is_one_work(graph: ScholarGraph) -> None:
    page = "Researcher profile\n\nJane Roe\n\n1works\n\nPublished work\n\n1 published item(s)\n\npreprint2020arXiv\n\nAttention\n"
    listed = "ICML Conference 2021 Conference Paper\n\nAttention\n\n  • Al Bo\n  • Jane Roe\n"
    cluster = (
        f"Arrow Research search\n\nAuthor name cluster\n\nJane Roe\n\n1 papers\n1 author rows\n\nPossible papers\n\n1\n\n{listed}"
    )
    report = graph.load([Source.of(page, "profile"), Source.of(cluster, "cluster")])
    assert [row.confirmed for row in report.documents] == [True, True]
    assert slots(graph) == {("Attention", 1, "name:al bo"), ("Attention", 2, "name:jane roe")}


def test_the_doi_of_a_volume_joins_no_works_whichever_comes_first(graph: ScholarGraph) -> None:
    volume = (Identifier("doi", "10.9999/volume"),)
    north = works("Ann Leeward", title="Ants in the North", ids=volume)
    south = works("Bo Chenoweth", title="Bees in the South", ids=volume)
    say(graph, "north", north)
    alone = snapshot(graph)
    say(graph, "south", south)
    both = snapshot(graph)
    assert len(slots(graph)) == 2
    [miss] = graph.duplicate_papers().to_dict("records")
    assert miss["evidence"][:2] == ["both have doi 10.9999/volume", "but different titles"]
    graph.unload("south")
    assert snapshot(graph) == alone
    graph.unload("north")
    say(graph, "south", south)
    say(graph, "north", north)
    assert snapshot(graph) == both
