"""Semantic Scholar: answers of its API, with all their nulls, and the lines of its data sets."""

import json

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

FOLDER = DATA / "semantic_scholar"
PAPER, OTHER, LATER = "a" * 40, "b" * 40, "c" * 40


def test_a_paper_keeps_all_its_ids_and_both_its_appearances() -> None:
    paper = loaded(FOLDER / "batch.json", "semantic_scholar").titled("On widgets")
    assert ids(paper) == {
        "s2": [PAPER],
        "corpusid": ["11"],
        "doi": ["10.5555/abc"],
        "arxiv": ["2101.00001"],
        "acl": ["P19-1001"],
        "dblp": ["conf/icml/Example21"],
        "pmid": ["123"],
        "pmcid": ["PMC45"],
        "mag": ["7"],
    }
    assert places(paper) == [("ICML", "conference", 2021), ("arXiv", "preprint", 2021)]
    assert (paper.kind, paper.year, paper.date) == ("Conference, Review", 2021, "2021-07-18")
    assert [subject.code for subject in paper.subjects] == ["Computer Science"]


def test_authors_without_an_id_stay_and_without_a_name_go() -> None:
    paper = loaded(FOLDER / "batch.json", "semantic_scholar").titled("On widgets")
    assert names(paper) == [(1, "Ann Example"), (2, "B. Sample")]
    assert paper.authors[0].ids == (Identifier("s2", "1"), Identifier("orcid", "0000-0002-1825-0097"))
    assert paper.authors[0].affiliations == (Affiliation(name="University of Widgets"),)
    assert paper.authors[1].ids == ()


def test_references_and_citations_become_citations_either_way() -> None:
    batch = loaded(FOLDER / "batch.json", "semantic_scholar")
    assert batch.titled("On widgets").cites == (Identifier("s2", OTHER), Identifier("doi", "10.5555/ref"))
    later = batch.titled("A later paper")
    assert (later.where, later.cites) == (f"record 1 ({PAPER}), citation 1", (Identifier("s2", PAPER),))


def test_nulls_and_bare_ids_of_a_batch_are_rejected() -> None:
    batch = loaded(FOLDER / "batch.json", "semantic_scholar")
    assert [where for where, _ in batch.rejected] == ["record 2", f"record 3 ({'d' * 40})"]


def test_an_author_is_a_person_with_papers_and_owns_those_without_authors() -> None:
    read = loaded(FOLDER / "author.json", "semantic_scholar")
    [person] = read.people
    assert (person.name, person.name_forms) == ("A. Example", ("Ann Example", "Ann X. Example"))
    assert ids(person) == {"s2": ["1"], "orcid": ["0000-0002-1825-0097"]}
    without, with_authors = read.titled("Without authors"), read.titled("With authors")
    assert (names(without), without.authors_complete) == ([(None, "A. Example")], False)
    assert (names(with_authors), with_authors.publications) == ([(1, "B. Sample")], ())


def test_data_set_lines_of_every_kind_are_read() -> None:
    read = loaded(FOLDER / "datasets.jsonl", "semantic_scholar")
    paper, abstract, citation, old = read.records
    assert (ids(paper)["s2"], paper.date, places(paper)) == ([PAPER], "2021", [("arXiv", "preprint", 2021)])
    assert (ids(abstract), abstract.abstract) == ({"corpusid": ["11"]}, "Widgets are useful.")
    assert (ids(citation), citation.cites) == ({"corpusid": ["12"]}, (Identifier("corpusid", "11"),))
    assert (names(old), old.cites) == ([(1, "Ann X. Example Jr.")], (Identifier("corpusid", "11"),))
    assert [(person.name, person.name_forms) for person in read.people] == [("Ann Example", ("A. Example",))]
    assert [(venue.name, venue.kind, venue.aliases) for venue in read.venues] == [
        ("Journal of Widgets", "journal", ("J. Widgets",))
    ]
    assert [where for where, _ in read.rejected] == ["line 6 (11)"]


def test_pages_of_searches_and_citations_are_read() -> None:
    page = json.dumps({"total": 9, "token": "x", "data": [{"paperId": PAPER, "title": "T"}]})
    assert loaded(page, "semantic_scholar").header.declared[0].count == 9
    citing = json.dumps({"offset": 0, "data": [{"contexts": [], "citingPaper": {"paperId": PAPER, "title": "Citing"}}]})
    assert [record.title for record in loaded(citing, "semantic_scholar").records] == ["Citing"]
