"""Records of one name that are likely one person: said where the name is ambiguous, and asked together as if accepted."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from graph.errors import AmbiguousAuthorError
from graph.explore.asking import Asking
from graph.explore.exporting import Export
from graph.facade import ScholarGraph
from graph.queries.bound import Queries
from graph.queries.naming import known_arguments
from graph.queries.registry import Registry
from loaders.records import Identifier, Publication, Record, Subject
from tests.commands import call
from tests.integration.conftest import Neo4jServer
from tests.integration.explore_pages import pages_of
from tests.integration.statements import say, works

NAME, OTHER = "Oto Quenbyvar", "Ana Ruizdottir"
BY_NAME, BY_ORCID = "name:oto quenbyvar", "orcid:0000-0002-1825-0097"
ASKED_TOGETHER = sorted(
    query.name for query in Registry.shipped().questions() if "together" in {one.name for one in query.params}
)
BESIDES: dict[str, dict[str, object]] = {
    "collaboration_path": {"other": "name:cy young"},
    "paths_graph": {"other": "name:cy young"},
    "compare_topics": {"other": "name:ana ruizdottir"},
    "common_collaborators": {"other": "name:cy young"},
    "topic_course": {"topic": "test:salt"},
    "topic_trends": {"min_papers": 1, "min_g2": 0.0},
}


def two_records(graph: ScholarGraph) -> None:
    """Papers of one name, two of them with an ORCID: two records of one person; and somebody else's of another name."""
    of_name = [
        _on_salt(NAME, OTHER, "Bo Lind", title=f"The price of salt, part {number}", year=2010 + number) for number in range(4)
    ]
    of_id = [
        _with_orcid(_on_salt(NAME, OTHER, "Bo Lind", title="What salt costs in the north", year=2015)),
        _with_orcid(_on_salt(NAME, "Bo Lind", "Cy Young", title="Of ants and glass", year=2016)),
    ]
    say(graph, "papers", *of_name, *of_id)


def _on_salt(*names: str, title: str, year: int) -> Record:
    published = (Publication(venue="Letters on Salt", kind="journal", year=year),)
    return works(
        *names, title=title, year=year, subjects=(Subject(scheme="test", code="salt", label="salt"),), publications=published
    )


def _with_orcid(record: Record) -> Record:
    """The same, its first author with an ORCID."""
    first, *others = record.authors
    return replace(record, authors=(replace(first, ids=(Identifier("orcid", "0000-0002-1825-0097"),)), *others))


def answers(graph: ScholarGraph, **asked: object) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What every question answers that can be asked of several records together."""
    for name in ASKED_TOGETHER:
        params = {"author": BY_NAME, **BESIDES.get(name, {}), **asked}
        rows = graph.plain.query(name, **params).rows
        yield name, [_alike(row) for row in rows]


def _alike(row: dict[str, Any]) -> dict[str, Any]:
    """A row but for what says which records are one person."""
    if "link" in row:  # a picture
        link = row["link"]
        return {
            **row,
            **{end: row[end]["uid"] for end in ("source", "target")},
            "link": (link["type"], link.get("properties")),
        }
    nodes = [{key: value for key, value in node.items() if key != "person"} for node in row.get("nodes", ())]
    links = [one for one in row.get("relationships", ()) if one["type"] != "SAME_AS"]
    changed = {"nodes": nodes, "relationships": links} if nodes else {}
    return {key: value for key, value in {**row, **changed}.items() if key != "person"}


def test_a_name_of_two_records_says_how_likely_they_are_one_person_and_what_to_do(graph: ScholarGraph) -> None:
    two_records(graph)
    [pair] = graph.plain.split_candidates(BY_NAME).rows
    with pytest.raises(AmbiguousAuthorError) as refused:
        graph.papers(NAME)
    error = refused.value
    assert (error.together, error.probability) == ((BY_NAME, BY_ORCID), pair["probability"])
    assert error.accept == f"scholargraph accept '{BY_NAME}' {BY_ORCID}"
    assert f"They are one person with a probability of {pair['probability']:.1%}: --together asks" in str(error)
    assert error.accept in str(error)


def test_asked_together_everything_answers_as_if_they_were_accepted(graph: ScholarGraph) -> None:
    two_records(graph)
    alone, together, named = dict(answers(graph)), dict(answers(graph, together=[BY_ORCID])), dict(answers(graph, together=True))
    assert {name for name in ASKED_TOGETHER if named[name] != together[name]} == set()
    by_name = graph.plain.query("papers_of", author=NAME, together=True).rows
    assert len(by_name) == 6
    graph.decisions.accept(BY_NAME, BY_ORCID, by="ana")
    accepted = dict(answers(graph))
    assert {name: together[name] for name in ASKED_TOGETHER if together[name] != accepted[name]} == {}
    assert {name for name in ASKED_TOGETHER if alone[name] == together[name]} <= {
        "topic_course", "topic_counts_by_institution", "topic_counts_by_country",
        "institution_counts", "institution_network", "institution_nodes",
        "collaboration_path", "venue_network", "venue_nodes", "citation_network", "citation_nodes", "topic_network",
        "cited_papers",
    }  # fmt: skip


def test_who_cannot_be_one_person_or_is_not_so_likely_is_not_asked_together(graph: ScholarGraph) -> None:
    two_records(graph)
    graph.decisions.reject(BY_NAME, BY_ORCID, by="ana")
    with pytest.raises(AmbiguousAuthorError) as refused:
        graph.papers(NAME, together=True)
    assert (refused.value.together, refused.value.probability, refused.value.accept) == ((), None, "")
    assert "--together" not in str(refused.value)
    assert len(graph.papers(BY_NAME, together=True)) == 4


def test_a_name_of_one_record_is_asked_together_with_nobody(graph: ScholarGraph) -> None:
    two_records(graph)
    registry = graph.queries()
    assert "author_papers" in registry
    assert known_arguments(graph._queries, "author_papers", {"author": OTHER, "together": True})["together"] == []
    assert known_arguments(graph._queries, "author_papers", {"author": OTHER, "together": False})["together"] == []


def test_the_command_and_the_pages_ask_together(graph: ScholarGraph, clean_graph_server: Neo4jServer) -> None:
    two_records(graph)
    target = clean_graph_server
    login = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    refused = call("papers", NAME, **login)
    assert refused.returncode == 1
    assert "--together" in refused.stderr
    assert len(call("papers", NAME, "--together", "--format", "jsonl", **login).stdout.splitlines()) == 6
    by_query = call("query", "author_papers", f"author={NAME}", "together=true", "--format", "jsonl", **login)
    assert len(by_query.stdout.splitlines()) == 6
    with pages_of(graph) as client:
        page = client.get(f"/author/{NAME}")
        assert page.status_code == 300
        assert f'href="/author/{BY_NAME.replace(" ", "%20")}?together=true"' in page.text
        together = client.get(f"/author/{NAME}?together=true")
        assert together.status_code == 200
        assert "scholargraph accept" in together.text
        assert "What salt costs in the north" in together.text
        assert "The price of salt, part 1" in together.text
        drawn = client.get(f"/research/{NAME}?together=true")
        assert drawn.url.path == f"/research/{BY_NAME}"
        assert {"Bo Lind", "Cy Young"} <= set(re.findall(r"<text[^>]*>([^<]+)</text>", drawn.text))
        assert 'name="together" value="true"' in drawn.text
        assert f"/research/{BY_NAME.replace(' ', '%20')}?together=true" in together.text
        path = client.get("/path", params={"author": NAME, "other": "Cy Young", "together": "true"})
        assert "Of ants and glass" in path.text


def test_pictures_and_files_show_them_together(graph: ScholarGraph, tmp_path: Path) -> None:
    two_records(graph)
    alone, both = graph.draw(BY_NAME).svg, graph.draw(NAME, together=True).svg
    assert ("Cy Young" in alone, "Cy Young" in both) == (False, True)
    for together in (False, True):
        folder = tmp_path / str(together)
        Export(Asking(Queries(graph.connection)), folder, [BY_NAME], together).write()
        [page] = (folder / "author").glob("name-oto-quenbyvar-*.html")
        assert ("Of ants and glass" in page.read_text(encoding="utf-8")) is together
