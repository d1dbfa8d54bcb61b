"""Loading documents into a real graph: joined, aligned, kept apart, the same in any order, and taken out again."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import cast

import msgspec
import pytest

from graph.documents import document_of
from graph.errors import DocumentError, UnknownDocumentError, UnknownFormatError
from graph.facade import ScholarGraph
from graph.identity.refreshing import refresh_pending
from graph.load.loading import Document, Loading
from graph.load.report import LoadReport
from graph.registry import Registry
from loaders import Source
from loaders.records import (
    Affiliation,
    Authorship,
    Header,
    Identifier,
    InstitutionRecord,
    Item,
    Items,
    Person,
    Publication,
    Record,
    Rejection,
    Subject,
    TopicRecord,
    VenueRecord,
)
from tests.integration.conftest import Neo4jServer
from tests.integration.snapshots import snapshot

DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo"
PAGES = sorted(DEMO.glob("*.txt"))


@pytest.fixture
def graph(clean_graph_server: Neo4jServer) -> Iterator[ScholarGraph]:
    target = clean_graph_server
    with ScholarGraph.connect(target.uri, target.username, target.password, target.database) as opened:
        yield opened


def say(graph: ScholarGraph, name: str, *items: Item, about: str | None = None) -> LoadReport:
    """Load a document that holds these items."""
    header = Header(format="test", source="test", about=Person(name=about) if about else None)
    sha = f"{name:0<64}".encode().hex()[:64]
    loading = Loading(Registry.shipped(), graph.connection)
    loading.add(Document(name, sha, "test", lambda: iter((header, *items))))
    report = loading.finish()
    refresh_pending(Registry.shipped(), graph.connection)
    return report


def slots(graph: ScholarGraph) -> set[tuple[str, object, str]]:
    """Title, position and author's uid of every authorship."""
    rows = graph.cypher(
        "MATCH (a:Author)-[w:WROTE]->(p:Paper) RETURN p.caption AS paper, w.position AS position, a.uid AS author"
    )
    return {
        (row["paper"], None if row["position"] != row["position"] else row["position"], row["author"])
        for row in rows.to_dict("records")
    }


def works(*names: str, title: str = "How Ants Share What They Carry", **said: object) -> Record:
    people = tuple(Authorship(name=name, position=place) for place, name in enumerate(names, 1))
    return Record(where="record 1", title=title, authors=people, **said)  # type: ignore[arg-type]


def test_the_demo_pages_become_26_works_with_two_near_misses(graph: ScholarGraph) -> None:
    report = graph.load(PAGES)
    assert [(row.read, row.rejected, row.confirmed) for row in report.documents] == [(n, [], True) for n in (10, 12, 2, 7, 11)]
    assert report.totals["new"] == graph.cypher("MATCH (p:Paper) RETURN count(p) AS n")["n"][0]
    near = graph.cypher("MATCH (a:Paper)-[s:SIMILAR_PAPER]->(b:Paper) RETURN a.uid AS a, b.title AS b")
    assert {tuple(row) for row in near.to_numpy().tolist()} == {
        (
            "arxiv:1904.06963",
            "The Impact of Neural Network Overparameterization on Gradient Confusion and Stochastic Gradient Descent",
        ),
        ("arxiv:2002.10444", "Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks"),
    }


def test_loading_again_changes_nothing(graph: ScholarGraph) -> None:
    graph.load(PAGES)
    before = snapshot(graph)
    report = graph.load(PAGES)
    assert report.totals["unchanged"] == report.totals["read"] == 42
    assert snapshot(graph) == before


def test_any_order_in_one_go_or_one_by_one_gives_the_same_graph(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    graph.load(PAGES)
    before = snapshot(graph)
    orders = random.Random(7).sample(list(permutations(PAGES)), 3)
    for order in orders:
        clean()
        for page in order:
            graph.load(page)
        assert snapshot(graph) == before
    clean()
    graph.load(list(reversed(PAGES)))
    assert snapshot(graph) == before


def test_unloading_leaves_what_others_also_say(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    for left_out in PAGES:
        clean()
        graph.load([page for page in PAGES if page != left_out])
        without = snapshot(graph)
        graph.load(left_out)
        assert snapshot(graph) != without
        graph.unload(left_out)
        assert snapshot(graph) == without


def test_unloading_everything_leaves_an_empty_graph(graph: ScholarGraph) -> None:
    graph.load(PAGES)
    for page in PAGES:
        graph.unload(page)
    assert set(graph.cypher("MATCH (n) RETURN labels(n)[0] AS label")["label"]) <= {"GraphState"}


def test_a_copy_of_a_document_is_the_same_document(graph: ScholarGraph, tmp_path: Path) -> None:
    graph.load(PAGES[2])
    before = snapshot(graph)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(PAGES[2].read_bytes())
    assert graph.load(copy).totals["unchanged"] == 2
    assert snapshot(graph) == before
    assert graph.unload(copy) == 2
    assert len(graph.documents()) == 0


def test_an_unknown_document_cannot_be_unloaded(graph: ScholarGraph) -> None:
    with pytest.raises(UnknownDocumentError, match=r"nowhere\.txt"):
        graph.unload("nowhere.txt")


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


def persons(graph: ScholarGraph) -> dict[str, str]:
    rows = graph.cypher("MATCH (a:Author) RETURN a.uid AS uid, a.person AS person")
    return dict(rows.to_numpy().tolist())


def with_ids(*ids: str, title: str) -> Record:
    pairs = tuple(Identifier(*value.split(":")) for value in ids)
    return Record(where="record 1", title=title, authors=(Authorship(name="Ada Berg", position=1, ids=pairs),))


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


def test_the_order_in_which_conclusive_evidence_comes_does_not_matter(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    said = {
        "one": with_ids("openalex:A1", title="Ants on Bridges"),
        "two": with_ids("s2:9", "orcid:0000-0001", title="Letters of Two Merchants"),
        "both": with_ids("openalex:A1", "s2:9", title="A Third Paper of Hers"),
        "orcid": with_ids("dblp:7", "orcid:0000-0001", title="A Fourth Paper of Hers"),
    }
    outcomes = set()
    for order in random.Random(7).sample(list(permutations(said)), 8):
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
    graph.separate("openalex:A1", "s2:9", by="ana", reason="two people share a name")
    assert persons(graph) == {"openalex:A1": "openalex:A1", "s2:9": "s2:9"}
    say(graph, "again", with_ids("openalex:A1", "s2:9", title="A Fourth Paper of Hers"))
    assert set(persons(graph).values()) == {"openalex:A1", "s2:9"}
    assert graph.unseparate("s2:9", "openalex:A1")
    assert set(persons(graph).values()) == {"openalex:A1"}
    assert not graph.unseparate("s2:9", "openalex:A1")


def test_two_loads_at_once_give_the_same_graph_as_one_after_the_other(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    for page in PAGES:
        graph.load(page)
    before = snapshot(graph)
    clean()
    with ThreadPoolExecutor(max_workers=len(PAGES)) as together:
        list(together.map(graph.load, PAGES))
    assert snapshot(graph) == before


def test_a_merged_id_takes_its_old_record_along_whichever_comes_first(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    said: dict[str, Item] = {
        "old": with_ids("openalex:A9", title="Ants on Bridges"),
        "new": with_ids("openalex:A1", title="Letters of Two Merchants"),
        "merged": Person(name="", where="line 2", ids=(Identifier("openalex", "A1"),), replaces=(Identifier("openalex", "A9"),)),
    }
    for order in permutations(said):
        clean()
        for name in order:
            say(graph, name, said[name])
        assert persons(graph) == {"openalex:A1": "openalex:A1", "openalex:A9": "openalex:A1"}
        assert graph.profile("openalex:A9")["papers"] == 2


def test_citations_are_tied_whichever_work_comes_first(graph: ScholarGraph, clean: Callable[[], None]) -> None:
    doi, other = Identifier("doi", "10.1000/cited"), Identifier("arxiv", "2001.00001")
    said = {
        "citing": Record(
            where="record 1", title="Ants on Bridges", ids=(Identifier("doi", "10.1000/citing"),), cites=(doi, other)
        ),
        "cited": Record(where="record 1", title="Letters of Two Merchants", ids=(doi,)),
        "preprint": Record(where="record 1", title="A Third Paper of Hers", ids=(other,)),
    }
    outcomes = set()
    for order in permutations(said):
        clean()
        for name in order:
            say(graph, name, said[name])
        outcomes.add(str(snapshot(graph)))
        rows = graph.cypher("MATCH (a:Paper)-[:CITES]->(b:Paper) RETURN a.uid AS a, b.uid AS b ORDER BY b")
        assert rows.to_numpy().tolist() == [
            ["doi:10.1000/citing", "arxiv:2001.00001"],
            ["doi:10.1000/citing", "doi:10.1000/cited"],
        ]
    assert len(outcomes) == 1
    graph.unload("cited")
    assert len(graph.cypher("MATCH (:Paper)-[r:CITES]->(:Paper) RETURN r.x AS x")) == 1


def test_records_about_people_venues_institutions_and_topics_join_what_papers_say(graph: ScholarGraph) -> None:
    ada = (Identifier("openalex", "A1"),)
    say(graph, "paper", with_ids("openalex:A1", title="Ants on Bridges"))
    before = snapshot(graph)
    above = Subject(scheme="openalex", code="fields/11", label="Biology")
    entities = (
        Person(where="line 1", name="Ada Berg", ids=ada, name_forms=("Berg, A.",), affiliations=(Affiliation("Ant Institute"),)),
        Person(where="line 2", name="Bo Lind", ids=(Identifier("openalex", "A2"),)),
        VenueRecord(where="line 3", name="Journal of Ants", kind="journal"),
        InstitutionRecord(where="line 4", name="Ant Institute"),
        TopicRecord(where="line 5", subject=Subject(scheme="openalex", code="T1", label="Ants", broader=above)),
    )
    row = say(graph, "entities", *entities).documents[0]
    assert (row.read, row.new, row.joined) == (5, 4, 1)
    assert graph.profile("Ada Berg")["name_forms"] == ["Ada Berg", "Berg, A."]
    found = graph.cypher(
        "MATCH (n) WHERE n:Venue OR n:Topic OR n:Institution RETURN coalesce(n.name, n.label) AS name ORDER BY name"
    )
    assert found["name"].tolist() == ["Ant Institute", "Ants", "Biology", "Journal of Ants"]
    again = say(graph, "entities", *entities).documents[0]
    assert (again.read, again.unchanged) == (5, 5)
    graph.unload("entities")
    assert snapshot(graph) == before


def test_a_person_named_on_a_page_without_works_is_there(graph: ScholarGraph) -> None:
    say(graph, "empty", about="Ada Berg")
    assert graph.profile("ada BERG")["papers"] == 0
    graph.unload("empty")
    assert persons(graph) == {}


def test_every_record_is_counted_and_nothing_is_lost_when_some_are_bad(graph: ScholarGraph) -> None:
    report = say(
        graph,
        "mixed",
        works("Ada Berg"),
        Rejection("line 7", "has no title"),
        works("Ada Berg"),
        works("Bo Lind", title="Ants on Bridges"),
    )
    row = report.documents[0]
    assert (row.read, row.new, row.joined, row.unchanged, len(row.rejected)) == (4, 2, 1, 0, 1)
    assert report.to_dict()["totals"] == {
        "documents": 1, "read": 4, "new": 2, "joined": 1, "unchanged": 0, "rejected": 1, "warnings": 0,
    }  # fmt: skip


def test_a_reading_that_sees_less_takes_out_what_an_earlier_one_saw(graph: ScholarGraph) -> None:
    say(graph, "page", works("Ada Berg"), works("Bo Lind", title="Ants on Bridges"))
    say(graph, "page", works("Ada Berg"))
    assert {paper for paper, _, _ in slots(graph)} == {"How Ants Share What They Carry"}


def test_a_load_that_breaks_off_is_made_good_by_loading_again(
    graph: ScholarGraph, clean: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.load(PAGES)
    whole = snapshot(graph)
    clean()
    monkeypatch.setattr("graph.load.loading.BATCH_RECORDS", 5)

    def breaks(items: Items, after: int) -> Iterator[Item]:
        for number, item in enumerate(items):
            if number == after:
                raise KeyboardInterrupt
            yield item

    document = document_of(Source.at(PAGES[1]))
    loading = Loading(Registry.shipped(), graph.connection)
    with pytest.raises(KeyboardInterrupt):
        loading.add(replace(document, items=lambda: breaks(document.items(), 8)))
    assert graph.cypher("MATCH (d:Document) RETURN d.complete AS complete")["complete"].tolist() == [False]
    graph.load(PAGES)
    assert snapshot(graph) == whole


def test_an_unknown_format_says_what_it_looks_like_and_what_is_accepted(graph: ScholarGraph, tmp_path: Path) -> None:
    strange = tmp_path / "strange.xml"
    strange.write_text("<catalogue><item/></catalogue>")
    with pytest.raises(UnknownFormatError, match=r"strange\.xml.*XML.*researcher_profile"):
        graph.load(strange)
    report = graph.load([strange, PAGES[0]])
    assert [len(row.rejected) for row in report.documents if row.location == str(strange)] == [1]
    assert report.unreadable == 1
    assert report.totals["new"] == 10


def test_what_is_not_there_is_named(graph: ScholarGraph, tmp_path: Path) -> None:
    for missing in (tmp_path / "none.txt", tmp_path / "none*.txt", tmp_path):
        with pytest.raises(DocumentError, match=str(missing.name).replace("*", r"\*")):
            graph.load(missing)


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


def test_a_page_that_is_cut_off_is_not_confirmed_and_its_good_entries_are_loaded(graph: ScholarGraph) -> None:
    page = "Researcher profile\n\nJane Roe\n\n3works\n\nPublished work\n\n3 published item(s)\n\npreprint2020arXiv\n\n"
    report = graph.load(Source.of(f"{page}How Ants Walk\n\nWe watch ants.\n\npreprint2019arXiv\n\nHow An", "cut"))
    assert [(row.new, len(row.rejected), row.confirmed) for row in report.documents] == [(1, 1, False)]
    assert graph.cypher("MATCH (p:Paper) RETURN p.title AS title")["title"].tolist() == ["How Ants Walk"]
