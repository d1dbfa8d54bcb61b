"""Records about people, venues, institutions and topics themselves, and citations, in a real graph."""

from collections.abc import Callable
from pathlib import Path

from graph.facade import ScholarGraph
from loaders.records import (
    Affiliation,
    Identifier,
    InstitutionRecord,
    Person,
    Record,
    Subject,
    TopicRecord,
    VenueRecord,
)
from tests.integration.orders import Orders, in_orders
from tests.integration.snapshots import snapshot
from tests.integration.statements import persons, say, with_ids
from tests.unit.loaders import one_work


@in_orders
def test_citations_are_tied_whichever_work_comes_first(graph: ScholarGraph, clean: Callable[[], None], orders: Orders) -> None:
    doi, other = Identifier("doi", "10.1000/cited"), Identifier("arxiv", "2001.00001")
    said = {
        "citing": Record(
            where="record 1", title="Ants on Bridges", ids=(Identifier("doi", "10.1000/citing"),), cites=(doi, other)
        ),
        "cited": Record(where="record 1", title="Letters of Two Merchants", ids=(doi,)),
        "preprint": Record(where="record 1", title="A Third Paper of Hers", ids=(other,)),
    }
    outcomes = set()
    for order in orders(said):
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
    assert len(graph.cypher("MATCH (a:Paper)-[:CITES]->(b:Paper) RETURN a.uid AS a, b.uid AS b")) == 1


def test_works_of_aminer_join_and_cite_by_their_ids(graph: ScholarGraph) -> None:
    old, new = Identifier("mag", "1091"), Identifier("aminer", "53e99784b7602d9701f3e3f5")
    say(graph, "old", Record(where="record 1", title="Ants on Bridges", ids=(old, new)))
    say(graph, "new", Record(where="record 2", title="Ants on bridges in rain", ids=(new,)))
    say(graph, "citing", Record(where="record 3", title="Bees", cites=(new,)))
    rows = graph.cypher("MATCH (:Paper {title: 'Bees'})-[:CITES]->(p:Paper) RETURN p.mag_id AS mag, p.aminer_id AS aminer")
    assert rows.to_dict("records") == [{"mag": "1091", "aminer": "53e99784b7602d9701f3e3f5"}]


def test_works_of_lens_and_dimensions_join_and_cite_by_their_ids_and_keep_what_each_counts(graph: ScholarGraph) -> None:
    lens, dimensions = Identifier("lens", "000-1"), Identifier("dimensions", "pub.7")
    say(graph, "lens", Record(where="line 2", title="Ants on Bridges", ids=(lens, dimensions), cited_by=7))
    say(graph, "dimensions", Record(where="line 3", title="Ants on Bridges", ids=(dimensions,), cited_by=9))
    for name, cited in (("first", lens), ("second", dimensions)):
        say(graph, name, Record(where="line 2", title=f"Letters of a {name} merchant", cites=(cited,)))
    rows = graph.cypher("MATCH (:Document)-[d:DESCRIBES]->(p:Paper {lens_id: '000-1'}) RETURN d.cited_by AS n ORDER BY n")
    assert rows["n"].tolist() == [7, 9]
    rows = graph.cypher("MATCH (:Paper)-[:CITES]->(p:Paper) RETURN p.dimensions_id AS id, count(*) AS n")
    assert rows.to_numpy().tolist() == [["pub.7", 2]]


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


def test_what_each_source_counts_is_asked_of_documents_as_they_are(graph: ScholarGraph, tmp_path: Path) -> None:
    for name in ("scopus_api", "dimensions_csv", "inspire", "crossref"):
        (tmp_path / f"{name}.txt").write_text(one_work.written(name), encoding="utf-8")
    newer = one_work.written("dimensions_csv").replace("Nov 05, 2024", "Nov 06, 2024").replace(",4\n", ",17\n")
    (tmp_path / "a_newer_one.txt").write_text(newer, encoding="utf-8")
    assert graph.load(tmp_path).totals["rejected"] == 0
    rows = graph.plain.citation_counts("Ana Ruiz", together=True).rows
    assert [(row["source"], row["counted"], row["citations"], row["h_index"]) for row in rows] == [
        ("Dimensions", 1, 17, 1), ("INSPIRE", 1, 4, 1), ("Scopus", 1, 4, 1), ("this graph", 1, 0, 0),
    ]  # fmt: skip
    assert (rows[0]["oldest"], rows[0]["newest"]) == ("2024-11-06", "2024-11-06")
    [paper] = graph.plain.cited_papers(source="dimensions").rows
    assert (paper["citations"], paper["dated"], paper["uncounted"]) == (17, "2024-11-06", 0)
    assert [one["source"] for one in paper["counts"]] == ["Dimensions", "INSPIRE", "Scopus"]  # type: ignore[attr-defined]
