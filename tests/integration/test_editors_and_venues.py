"""Editors, and what sources call venues, in a real graph."""

from collections.abc import Callable
from itertools import permutations

from graph.facade import ScholarGraph
from loaders.records import Authorship, Identifier, Item, Publication, Record, VenueRecord
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say

ORCID = (Identifier("orcid", "0000-0002-1825-0097"),)
ADA, BO = (Authorship(name=name, position=place, role="editor") for place, name in enumerate(("Ada Berg", "Bo Lind"), 1))
VOLUME = Record(where="record 1", title="Proceedings of the Ants", ids=(Identifier("acl", "W1-0"),), authors=(ADA, BO))
CHAPTER = Record(where="record 1", title="Ants on Bridges", authors=(Authorship(name="Bo Lind", position=1), ADA))
KNOWN = Authorship(name="A. Berg", position=1, role="editor", ids=ORCID)
VOLUME_AGAIN = Record(where="record 1", title="Proceedings of the Ants", ids=VOLUME.ids, authors=(KNOWN,))


def edited(graph: ScholarGraph) -> set[tuple[str, int, str, str]]:
    rows = graph.cypher("MATCH (a:Author)-[e:EDITED]->(p:Paper) RETURN p.title AS t, e.position AS n, a.uid AS a, e.name AS name")
    return {tuple(row) for row in rows.to_numpy().tolist()}


def test_editors_are_no_authors_whatever_comes_first(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    said = {"volume": VOLUME, "chapter": CHAPTER, "again": VOLUME_AGAIN}
    outcomes = set()
    for order in (("volume", "chapter", "again"), ("again", "chapter", "volume")):
        clean()
        for name in (*order, order[0]):
            say(graph, name, said[name])
        outcomes.add(str(snapshot(graph)))
    assert len(outcomes) == 1
    assert edited(graph) == {
        ("Proceedings of the Ants", 1, "orcid:0000-0002-1825-0097", "Ada Berg"),
        ("Proceedings of the Ants", 2, "name:bo lind", "Bo Lind"),
        ("Ants on Bridges", 1, "name:ada berg", "Ada Berg"),
    }
    bo, ada = graph.profile("Bo Lind"), graph.profile("orcid:0000-0002-1825-0097")
    assert (bo["papers"], bo["edited"], bo["collaborators"]) == (1, 1, 0)
    assert (ada["papers"], ada["edited"], ada["name_forms"]) == (0, 1, ["A. Berg", "Ada Berg"])
    graph.unload("again")
    assert persons(graph) == {uid: uid for uid in ("name:ada berg", "name:bo lind")}
    graph.unload("volume")
    assert edited(graph) == {("Ants on Bridges", 1, "name:ada berg", "Ada Berg")}
    graph.unload("chapter")
    assert persons(graph) == {}


def test_a_venue_is_found_by_its_issn_and_other_names_as_long_as_a_document_gives_them(
    graph: ScholarGraph, clean: Callable[[], None]
) -> None:
    issn, other = Identifier("issn", "2522-5839"), Identifier("issn", "1234-5679")
    journal = Publication(venue="Journal of Ants", kind="journal", ids=(other,))
    said: dict[str, Item] = {
        "paper": Record(where="record 1", title="Ants on Bridges", publications=(journal,)),
        "source": VenueRecord(where="line 1", name="journal of ants", kind="journal", ids=(issn,), aliases=("J. Ants",)),
    }
    outcomes = set()
    for order in permutations(said):
        clean()
        for name in order:
            say(graph, name, said[name])
        outcomes.add(str(snapshot(graph)))
    assert len(outcomes) == 1
    for text in ("2522-5839", "J. Ants", "journal ants"):
        [found] = graph.query("find_venues", text=text).to_dict("records")
        assert (found["name"], found["papers"], found["aliases"]) == ("Journal of Ants", 1, ["J. Ants"])
        assert found["ids"] == ["issn:1234-5679", "issn:2522-5839"]
    graph.unload("source")
    [found] = graph.query("find_venues", text="1234-5679").to_dict("records")
    assert (found["name"], found["ids"], found["aliases"]) == ("Journal of Ants", ["issn:1234-5679"], [])
    assert graph.query("find_venues", text="2522-5839").empty
