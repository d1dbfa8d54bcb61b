"""How often papers are cited, by whose count, on the graph of citation_graph.cypher."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.connection import Connection
from graph.errors import UnknownSourceError
from graph.queries.bound import Queries
from graph.questions import PlainQuestions

Rows = list[dict[str, Any]]
Ask = Callable[..., Rows]

ADA = "name:ada berg"
APRIL, MAY, JUNE = (f"2026-0{month}-01T00:00:00+00:00" for month in (4, 5, 6))


@pytest.fixture
def ask(citation_graph: Connection) -> Ask:
    return lambda name, **params: Queries(citation_graph).read(name, **params)


def told(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_a_paper_has_the_newest_count_of_each_source_and_the_graphs_own_apart(ask: Ask) -> None:
    counted = {row["uid"]: row["counts"] for row in ask("cited_papers", limit=0)}
    for uid in ("c1", "c2", "c3"):
        [paper] = ask("paper_profile", paper=uid)
        assert paper["counts"] == counted[uid]
    [one] = ask("paper_profile", paper="c1")
    assert {row["source"]: row["citations"] for row in one["counts"]} == {"OpenAlex": 12, "Crossref": 9}
    assert one["cited_by_count"] == 3
    [uncounted] = ask("paper_profile", paper="c5")
    assert uncounted["counts"] == []


COUNTS = ("source", "given", "papers", "counted", "uncounted", "citations", "h_index")


def test_every_source_counts_for_itself_and_the_graph_apart_from_them(ask: Ask) -> None:
    for author in (ADA, "name:a. berg"):
        assert told(ask("citation_counts", author=author), *COUNTS) == [
            ("OpenAlex", True, 5, 4, 1, 19, 3),  # 12, 3, 4, 0; of c5 nothing is known
            ("Crossref", True, 5, 2, 3, 14, 2),
            ("this graph", False, 5, 5, 0, 5, 1),  # 3, 1, 0, 1, 0
        ]


def test_of_one_source_that_count_holds_which_is_newest(ask: Ask) -> None:
    opened, crossref, here = ask("citation_counts", author=ADA)
    # c2 stands in June without a count: the one of May holds.
    assert (opened["documents"], opened["oldest"], opened["newest"]) == (2, MAY, JUNE)
    assert (crossref["documents"], crossref["oldest"], crossref["newest"]) == (1, APRIL, APRIL)
    assert (here["documents"], here["oldest"], here["newest"]) == (0, None, None)


def test_a_document_is_as_old_as_its_export_where_it_says_that(ask: Ask, citation_graph: Connection) -> None:
    citation_graph.write("MATCH (old:Document {location: 'old'}) SET old.exported = '2026-06-15'")
    try:
        opened = ask("citation_counts", author=ADA)[0]
        assert (opened["citations"], opened["oldest"], opened["newest"]) == (8 + 1 + 4 + 0, JUNE, "2026-06-15")
    finally:
        citation_graph.write("MATCH (old:Document {location: 'old'}) SET old.exported = '2025-12-31'")


@pytest.mark.parametrize(
    ("of", "rows"),
    [
        ({"venue": "ants"}, [("Crossref", 3, 21), ("OpenAlex", 2, 15), ("this graph", 3, 4)]),
        ({"institution": "TU Graz"}, [("Crossref", 1, 9), ("OpenAlex", 1, 12), ("this graph", 1, 3)]),
        ({"topic": "keyword:nests"}, [("Crossref", 2, 14), ("OpenAlex", 2, 15), ("this graph", 2, 4)]),
        ({"author": ADA, "venue": "bees"}, [("OpenAlex", 1, 4), ("this graph", 2, 0)]),
        ({"author": ADA, "topic": "nests", "since": 2002}, [("Crossref", 1, 5), ("OpenAlex", 1, 3), ("this graph", 1, 1)]),
        ({"author": ADA, "institution": "institution:graz"}, [("Crossref", 1, 9), ("OpenAlex", 1, 12), ("this graph", 1, 3)]),
        ({"venue": "ants", "topic": "nests", "until": 2001}, [("Crossref", 1, 9), ("OpenAlex", 1, 12), ("this graph", 1, 3)]),
        ({}, [("OpenAlex", 4, 19), ("Crossref", 3, 21), ("this graph", 6, 5)]),
        ({"author": "nobody"}, []),
    ],
)  # fmt: skip
def test_all_that_is_asked_for_must_hold(ask: Ask, of: dict[str, object], rows: list[tuple[object, ...]]) -> None:
    assert told(ask("citation_counts", **of), "source", "counted", "citations") == rows


@pytest.mark.parametrize(("counts", "h"), [([], 0), ([0, 0], 0), ([1], 1), ([5, 5], 2), ([4, 4, 4, 4, 9], 4), ([100] * 3, 3)])
def test_h_is_the_greatest_number_of_papers_with_so_many_citations(
    ask: Ask, citation_graph: Connection, counts: list[int], h: int
) -> None:
    citation_graph.write(
        "CREATE (d:Document {uid: 'document:h', source: 'H'}), (v:Venue {uid: 'venue:h', name: 'H'}) WITH d, v "
        "UNWIND range(0, 6) AS n CREATE (v)<-[:PUBLISHED_IN]-(p:Paper {uid: 'h' + n})<-[:DESCRIBES {cited_by: $counts[n]}]-(d)",
        {"counts": counts},
    )
    try:
        found = {row["source"]: (row["h_index"], row["counted"], row["uncounted"]) for row in ask("citation_counts", venue="H")}
        assert found == {**({"H": (h, len(counts), 7 - len(counts))} if counts else {}), "this graph": (0, 7, 0)}
    finally:
        citation_graph.write("MATCH (n) WHERE n.uid STARTS WITH 'h' OR n.uid IN ['document:h', 'venue:h'] DETACH DELETE n")


def test_the_most_cited_papers_are_those_of_one_source(ask: Ask) -> None:
    columns = ("uid", "source", "citations", "dated", "in_graph", "uncounted")
    assert told(ask("cited_papers", author=ADA, source="crossref"), *columns) == [
        ("c1", "Crossref", 9, APRIL, 3, 3), ("c2", "Crossref", 5, APRIL, 1, 3),
    ]  # fmt: skip
    assert told(ask("cited_papers", author=ADA, source="this graph", limit=2), *columns) == [
        ("c1", "this graph", 3, None, 3, 0), ("c4", "this graph", 1, None, 1, 0),
    ]  # fmt: skip


def test_without_a_source_each_paper_stands_with_its_highest_count_and_whose_that_is(ask: Ask) -> None:
    rows = ask("cited_papers")
    assert told(rows, "uid", "citations", "source", "uncounted") == [
        ("c1", 12, "OpenAlex", 1), ("c6", 7, "Crossref", 1), ("c2", 5, "Crossref", 1), ("c3", 4, "OpenAlex", 1),
        ("c4", 0, "OpenAlex", 1),
    ]  # fmt: skip
    assert rows[2]["counts"] == [
        {"source": "Crossref", "citations": 5, "dated": APRIL}, {"source": "OpenAlex", "citations": 3, "dated": MAY},
    ]  # fmt: skip
    assert (rows[0]["title"], rows[0]["titled"], rows[0]["venues"], rows[0]["year"]) == ("One", True, ["Ants"], 2001)
    assert [row["uid"] for row in ask("cited_papers", venue="ants", since=2002, limit=1)] == ["c6"]


def test_a_source_that_no_document_is_of_is_refused_with_those_that_there_are(citation_graph: Connection) -> None:
    asked = PlainQuestions(Queries(citation_graph))
    assert [row["uid"] for row in asked.cited_papers(source="OPENALEX", limit=1).rows] == ["c1"]
    with pytest.raises(
        UnknownSourceError, match=r"no source 'Scopus' of .*; they are BibTeX file, Crossref, OpenAlex, this graph"
    ):
        asked.cited_papers(source="Scopus")
    assert asked.cited_papers(source="BibTeX file").rows == []
