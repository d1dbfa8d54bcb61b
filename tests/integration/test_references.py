"""References of a graph, loaded into another one, say the same of every paper."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import ParameterError
from graph.facade import ScholarGraph
from loaders import Source
from tests.commands import call
from tests.integration.conftest import DEMO, Neo4jServer

PAPERS = """MATCH (p:Paper) WHERE p.title IS NOT NULL
RETURN p.title_key AS title, p.year AS year, p.doi AS doi, p.arxiv_id AS arxiv, p.authors_complete AS complete,
  COLLECT { MATCH (p)<-[w:WROTE]-(:Author) WITH w ORDER BY w.position RETURN w.name } AS authors"""


def papers(graph: ScholarGraph) -> list[str]:
    return sorted(json.dumps(row, ensure_ascii=False) for row in graph.connection.read(PAPERS).rows)


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_written_and_loaded_again_papers_say_the_same(graph: ScholarGraph, clean: Callable[[], None], form: str) -> None:
    graph.load([DEMO / "author_name_cluster_soham_de.txt", DEMO / "researcher_profile_samuel_l_smith.txt"])
    # The number of a homonym is dblp's, and nothing that one cites by.
    before = [paper.replace(" 0002", "") for paper in papers(graph)]
    assert len(before) > 12
    written = graph.references(form=form)  # type: ignore[arg-type]
    clean()
    report = graph.load(Source.of(written))
    assert [document.rejected for document in report.documents] == [[]]
    assert papers(graph) == before


def test_papers_are_chosen_as_everywhere_and_unknown_ones_are_named(
    demo_graph: ScholarGraph, neo4j_server: Neo4jServer, tmp_path: Path
) -> None:
    mine = demo_graph.plain.papers("Soham De").rows
    items = json.loads(demo_graph.references(author="Soham De", form="csl-json"))
    assert {item["id"] for item in items} == {row["uid"] for row in mine}
    some = [str(row["uid"]) for row in mine[:2]]
    assert {item["id"] for item in json.loads(demo_graph.references(some, form="csl-json"))} == set(some)
    recent = demo_graph.plain.cypher("MATCH (p:Paper) WHERE p.year >= 2023 RETURN p.uid AS uid").rows
    written = json.loads(demo_graph.references(since=2023, form="csl-json"))
    assert {item["id"] for item in written} == {row["uid"] for row in recent}
    with pytest.raises(ParameterError, match="there is no paper 'doi:10"):
        demo_graph.references(["doi:10.1/none"])
    account = {"NEO4J_URI": neo4j_server.uri, "NEO4J_USERNAME": neo4j_server.username, "NEO4J_PASSWORD": neo4j_server.password}
    done = call("references", "--author", "Soham De", "--output", str(tmp_path / "de.bib"), **account)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "de.bib").read_text(encoding="utf-8") == demo_graph.references(author="Soham De")
    assert done.stderr.startswith(f"{len(mine)} references")


FULL = """[
 {"id": "a", "type": "article-journal", "title": "How ants build bridges", "author": [{"family": "Ruiz", "given": "Ana"}],
  "editor": [{"family": "Holm", "given": "Ida"}], "issued": {"date-parts": [[2020, 4, 1]]}, "container-title": "Journal of Ants",
  "publisher": "Müller & Söhne", "publisher-place": "Graz", "language": "de, en", "URL": "https://ants.example.org/a_b?x=1",
  "ISSN": "1234-5679", "DOI": "10.9999/a", "volume": "12", "issue": "3", "page": "1-9"},
 {"id": "b", "type": "paper-conference", "title": "What ants carry", "author": [{"family": "Chen", "given": "Lin"}],
  "issued": {"date-parts": [[2021, 7]]}, "container-title": "Ants 2021", "publisher": "Field Press", "language": "en-US",
  "ISSN": "1234-5679", "ISBN": "9783540123453", "DOI": "10.9999/b"},
 {"id": "c", "type": "thesis", "title": "Of loads", "author": [{"family": "Berg", "given": "Bo"}], "genre": "doctoral thesis",
  "issued": {"date-parts": [[2019]]}, "publisher": "University of Graz", "publisher-place": "Graz", "DOI": "10.9999/c"},
 {"id": "d", "type": "book", "title": "Ants", "author": [{"family": "Yamada", "given": "Aki"}],
  "issued": {"date-parts": [[2018]]}, "publisher": "Field Press", "publisher-place": "Wien", "ISBN": "9783540123453",
  "DOI": "10.9999/d"}
]"""
REFERENCE = """MATCH (p:Paper)
OPTIONAL MATCH (p)-[r:PUBLISHED_IN]->(v:Venue)
RETURN p.doi AS doi, p.kind AS kind, p.publisher AS publisher, p.place AS place, p.languages AS languages, p.isbn AS isbn,
  CASE WHEN p.url STARTS WITH 'https://ants' THEN p.url END AS url,
  v.name AS venue, r.kind AS venue_kind, r.ids AS ids, r.series AS series,
  r.volume AS volume, r.issue AS issue, r.pages AS pages, r.date AS date,
  COLLECT { MATCH (p)<-[e:EDITED]-() RETURN e.name } AS editors"""


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_all_that_a_reference_needs_comes_back(graph: ScholarGraph, clean: Callable[[], None], form: str) -> None:
    graph.load(Source.of(FULL.encode()))
    before = {row["doi"]: row for row in graph.connection.read(REFERENCE).rows}
    article = before["10.9999/a"]
    assert (article["publisher"], article["place"], article["languages"]) == ("Müller & Söhne", "Graz", ["de", "en"])
    assert (article["url"], article["date"], article["editors"]) == (
        "https://ants.example.org/a_b?x=1",
        "2020-04-01",
        ["Ida Holm"],
    )
    assert before["10.9999/b"]["series"] == ["issn:1234-5679"]
    written = graph.references(form=form)  # type: ignore[arg-type]
    clean()
    graph.load(Source.of(written))
    assert {row["doi"]: row for row in graph.connection.read(REFERENCE).rows} == before


def test_what_a_document_said_goes_with_it(graph: ScholarGraph) -> None:
    graph.load(Source.of(FULL.encode()))
    other = FULL.replace("Müller & Söhne", "Ant Press").replace("https://ants.example.org/a_b?x=1", "https://ants.example.org/z")
    graph.load(Source.of(other.encode()))
    asked = "MATCH (p:Paper {doi: '10.9999/a'}) RETURN p.publisher AS publisher, p.url AS url"
    documents = [row["uid"] for row in graph.connection.read("MATCH (d:Document) RETURN d.uid AS uid ORDER BY d.loaded_at").rows]
    graph.unload(str(documents[0]))
    assert graph.connection.read(asked).rows == [{"publisher": "Ant Press", "url": "https://ants.example.org/z"}]
