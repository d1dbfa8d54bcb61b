"""DataCite: DOIs with their creators of every kind, placeholders included."""

import json

from loaders.fields.arxiv_categories import arxiv_subject
from loaders.records import Affiliation, Identifier, Subject
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

LINES = DATA / "datacite" / "dois.jsonl"


def test_an_arxiv_doi_is_the_preprint_and_its_published_version() -> None:
    work = loaded(LINES, "datacite").titled("On widgets & more")
    assert ids(work) == {"doi": ["10.48550/arxiv.2101.00001", "10.5555/pub"], "arxiv": ["2101.00001"]}
    assert (work.kind, work.year, work.date, work.abstract) == ("Article", 2021, "2021-01", "Widgets.\nUseful.")
    assert places(work) == [("arXiv", "preprint", 2021)]
    assert work.cites == (Identifier("doi", "10.5555/ref"),)
    keyword = Subject(scheme="keyword", code="fos: computer sciences", label="FOS: Computer sciences")
    assert work.subjects == (arxiv_subject("cs.LG"), keyword)
    [ann] = work.authors
    assert (ann.name, ann.family, ann.given) == ("Ann Example", "Example", "Ann")
    assert (ann.ids, ann.affiliations) == (
        (Identifier("orcid", "0000-0002-1825-0097"),),
        (Affiliation(name="University of Widgets", ror="02nr0ka47"),),
    )


def test_people_organisations_and_nobody_are_told_apart() -> None:
    work = loaded(LINES, "datacite").titled("People")
    assert names(work) == [
        (1, "Olivier Goudet"),
        (2, "Reginald Scot"),
        (3, "Volkshochschule Jena"),
        (4, "Basilius Besler"),
        (5, "Ludwig Jungermann"),
        (6, "Shuaibin Lian"),
        (7, "Stiftung X"),
        (8, "Manju"),
    ]
    assert [author.position for author in work.authors if author.kind == "organisation"] == [3, 7]
    assert work.authors[0].affiliations == (Affiliation(name="INRIA"),)
    assert names(work, "editor") == [(1, "Ed Itor")]


def test_years_of_the_buddhist_era_are_turned_with_a_remark() -> None:
    read = loaded(LINES, "datacite")
    assert (read.titled("People").year, read.titled("People").date) == (2009, "2009")
    assert read.remarks == [("line 2 (10.5555/people)", "the year 2552 is of the Buddhist era and was read as 2009")]


def test_placeholders_are_no_names_and_an_empty_record_is_rejected() -> None:
    read = loaded(LINES, "datacite")
    work = read.titled("Nobody's")
    assert (work.authors, work.authors_complete, places(work)) == ((), False, [("Old Journal", "journal", 2015)])
    assert [where for where, _ in read.rejected] == ["line 4 (10.5555/empty)"]


def test_pages_single_answers_and_bare_attributes_give_the_same() -> None:
    records = [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]
    page = loaded(json.dumps({"data": records, "meta": {"total": 99}}), "datacite")
    assert (len(page.records), len(page.rejected), page.header.declared[0].count) == (3, 1, 99)
    for single in ({"data": records[0]}, records[0]["attributes"]):
        assert [record.title for record in loaded(json.dumps(single), "datacite").records] == ["On widgets & more"]
