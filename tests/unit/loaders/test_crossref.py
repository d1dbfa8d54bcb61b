"""Crossref: works as JSON in all their envelopes, and deposits as XML."""

import json

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

PAGE = DATA / "crossref" / "works_page.json"
BATCH = DATA / "crossref" / "batch.xml"


def test_a_work_keeps_its_title_without_markup_and_its_abstract_by_paragraph() -> None:
    work = loaded(PAGE, "crossref").records[0]
    assert (work.where, work.title, work.abstract) == ("record 1 (10.5555/abc.1)", "On Widgets & H2O", "One two.\nThree.")
    assert (work.kind, work.year, work.date) == ("journal-article", 2020, "2020-02")
    assert places(work) == [("Big Data & Society", "journal", 2020)]
    assert work.cites == (Identifier("doi", "10.5555/x.2"),)
    assert work.comment == "Retracted, see 10.5555/ret."


def test_the_preprint_that_crossref_links_is_the_same_work() -> None:
    work = loaded(PAGE, "crossref").records[0]
    assert ids(work) == {"doi": ["10.5555/abc.1", "10.48550/arxiv.1901.00001"], "arxiv": ["1901.00001"]}


def test_people_organisations_and_others_are_told_apart() -> None:
    work = loaded(PAGE, "crossref").records[0]
    ann, alone, consortium, editor = work.authors
    assert (ann.name, ann.family, ann.given) == ("Ann Example Jr.", "Example", "Ann")
    assert ann.ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert ann.affiliations == (Affiliation(name="University of Widgets", ror="02nr0ka47"),)
    assert (alone.name, alone.family) == ("Sumaryadi", None)
    assert (consortium.name, consortium.kind) == ("The Widget Consortium", "organisation")
    assert (editor.name, editor.role, editor.position) == ("Ed Itor", "editor", 1)
    assert work.authors_complete is False


def test_partial_dates_books_in_series_and_preprint_servers() -> None:
    page = loaded(PAGE, "crossref")
    chapter, preprint = page.titled("A chapter"), page.titled("A preprint")
    assert (chapter.date, places(chapter), ids(chapter)["isbn"]) == ("2019", [("The Book", "book", 2019)], ["9783161484100"])
    assert chapter.authors_complete is False
    assert (preprint.kind, preprint.date, places(preprint)) == ("preprint", "2018-01", [("bioRxiv", "preprint", 2018)])
    assert [where for where, _ in page.rejected] == ["record 4 (10.5555/nothing)"]
    assert page.header.facts == (("query", "widgets"),)


def test_every_envelope_gives_the_same_works() -> None:
    page = loaded(PAGE, "crossref")
    works = json.loads(PAGE.read_text(encoding="utf-8"))["message"]["items"]
    single = {"status": "ok", "message-type": "work", "message": works[0]}
    lines = "\n".join(json.dumps(work) for work in works)
    for text, expected in (
        (json.dumps({"items": works}), page.records),
        (lines, page.records),
        (json.dumps(works, indent=1), page.records),
        (json.dumps(single), page.records[:1]),
        (json.dumps(works[0]), page.records[:1]),
    ):
        assert [record.title for record in loaded(text, "crossref").records] == [record.title for record in expected]


def test_a_batch_gives_papers_chapters_and_books_with_what_stands_around_them() -> None:
    batch = loaded(BATCH, "crossref_xml")
    paper = batch.titled("On widgets & x")
    assert (paper.where, ids(paper), paper.date) == ("line 5 (10.5555/c.1)", {"doi": ["10.5555/c.1"]}, "2020")
    assert places(paper) == [("ICML", "conference", 2020)]
    assert names(paper) == [(1, "Widget Team"), (2, "Ann Example")]
    assert names(paper, "editor") == [(1, "Ed Itor")]
    assert [author.kind for author in paper.authors[:2]] == ["organisation", "person"]
    assert paper.authors[1].affiliations == (Affiliation(name="University of Widgets", ror="02nr0ka47"),)
    assert paper.cites == (Identifier("doi", "10.5555/x.2"),)
    assert (batch.titled("The Book").date, ids(batch.titled("The Book"))["isbn"]) == ("2019-03", ["9783161484100"])
    assert places(batch.titled("The Chapter")) == [("The Book", "book", 2019)]
    assert len(batch.rejected) == 1
    assert "10.5555/empty" in batch.rejected[0][0]


def test_a_batch_that_is_truncated_gives_what_is_whole() -> None:
    cut = BATCH.read_bytes()[:1900]
    batch = loaded(cut, "crossref_xml")
    assert batch.records[0].title == "On widgets & x"
    assert "it is truncated" in batch.rejected[-1][1]


def test_a_broken_work_of_a_batch_is_rejected_alone() -> None:
    broken = BATCH.read_text(encoding="utf-8").replace(
        "<conference_paper", "<conference_paper><titles></conference_paper>\n<conference_paper", 1
    )
    batch = loaded(broken, "crossref_xml")
    assert len(batch.rejected) == 2
    assert batch.titled("On widgets & x")
