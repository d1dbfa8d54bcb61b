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
