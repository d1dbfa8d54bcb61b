"""Zotero: items of the web API and of Better BibTeX's export."""

import json

import pytest

from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

ITEMS = DATA / "zotero" / "items.json"


def test_an_item_keeps_its_authors_in_whatever_field_they_stand() -> None:
    work = loaded(ITEMS, "zotero").titled("On widgets")
    assert names(work) == [(1, "R. Creighton Buck"), (2, "Ann Example"), (3, "University of Widgets")]
    assert [author.kind for author in work.authors] == ["person", "person", "organisation", "person"]
    assert names(work, "editor") == [(1, "Ed Itor")]
    assert (work.abstract, work.kind, work.authors_complete) == ("Useful.", "journalArticle", True)


def test_dates_ids_and_places_are_read_from_where_people_put_them() -> None:
    library = loaded(ITEMS, "zotero")
    work, film, preprint = library.records
    assert (work.date, ids(work)) == ("1993-08", {"doi": ["10.5555/abc"], "pmid": ["123"]})
    assert places(work) == [("Journal of Widgets", "journal", 1993)]
    assert (film.year, names(film)) == (2021, [(1, "Di Rector")])
    assert (preprint.date, ids(preprint)) == ("2021-01-05", {"arxiv": ["2101.00001"]})
    assert places(preprint) == [("arXiv", "preprint", 2021)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("07/26/2017", "2017-07-26"),
        ("26/07/2017", "2017-07-26"),
        ("03/04/2016", "2016"),
        ("6/2004", "2004-06"),
        ("July 6-8, 2016", "2016"),
        ("May 01, 1980", "1980-05-01"),
        ("n.d.", None),
    ],
)
def test_dates_are_as_exact_as_they_can_be_told(written: str, meant: str | None) -> None:
    item = {"itemType": "book", "title": "A book", "date": written}
    assert loaded(json.dumps([item]), "zotero").records[0].date == meant


def test_notes_attachments_and_empty_items_are_rejected() -> None:
    assert [where for where, _ in loaded(ITEMS, "zotero").rejected] == [
        "record 4 (DDDD4444)",
        "record 5 (EEEE5555)",
        "record 6 (FFFF6666)",
    ]


def test_a_better_bibtex_export_gives_the_same_items_under_their_citation_keys() -> None:
    items = [{**item["data"], "citationKey": f"key{number}"} for number, item in enumerate(json.loads(ITEMS.read_text("utf-8")))]
    collections = {"K": {"key": "K", "items": [1], "name": "N", "parent": "", "collections": []}}
    export = json.dumps({"collections": collections, "config": {"label": "BetterBibTeX JSON"}, "items": items})
    read = loaded(export, "zotero")
    assert [record.where for record in read.records] == ["record 1 (key0)", "record 2 (key1)", "record 3 (key2)"]
    assert [record.title for record in read.records] == [record.title for record in loaded(ITEMS, "zotero").records]
