"""A publisher is no venue: all that it publishes would stand in one. It is where theses, reports, data and preprints appear."""

import json

import pytest

from loaders import FORMATS, Source
from loaders.records import Record

DATACITE = {
    "id": "10.9999/x",
    "type": "dois",
    "attributes": {
        "doi": "10.9999/x",
        "titles": [{"title": "Of Ants"}],
        "creators": [{"name": "Lee, Ann"}],
        "publicationYear": 2020,
        "publisher": "PUBLISHER",
        "types": {"resourceTypeGeneral": "KIND"},
    },
}
DOCUMENTS = {
    "csl_json": json.dumps(
        [
            {
                "type": "KIND",
                "title": "Of Ants",
                "author": [{"family": "Lee"}],
                "issued": {"date-parts": [[2020]]},
                "publisher": "PUBLISHER",
            }
        ]
    ),
    "zotero": json.dumps([{"key": "A1", "itemType": "KIND", "title": "Of Ants", "creators": [], "publisher": "PUBLISHER"}]),
    "crossref": json.dumps(
        {
            "DOI": "10.9999/x",
            "type": "KIND",
            "title": ["Of Ants"],
            "publisher": "PUBLISHER",
            "source": "Crossref",
            "prefix": "10.9999",
            "indexed": {},
            "member": "1",
            "author": [{"family": "Lee", "sequence": "first"}],
        }
    ),
    "datacite": json.dumps({"data": [DATACITE]}),
    "ris": "TY  - KIND\nTI  - Of Ants\nAU  - Lee, Ann\nPB  - PUBLISHER\nER  - \n",
    "endnote_tagged": "%0 KIND\n%T Of Ants\n%A Lee, Ann\n%I PUBLISHER\n",
    "bibtex": "@KIND{a,\n title = {Of Ants},\n author = {Lee, Ann},\n publisher = {PUBLISHER}\n}\n",
    "zotero_csv": 'Key,Item Type,Author,Title,Publication Title,Publisher\nA1,KIND,"Lee, Ann",Of Ants,,PUBLISHER\n',
}
KINDS = {
    "csl_json": ("book", "report"),
    "zotero": ("book", "report"),
    "crossref": ("book", "report"),
    "datacite": ("Book", "Dataset"),
    "ris": ("BOOK", "RPRT"),
    "endnote_tagged": ("Book", "Report"),
    "bibtex": ("book", "techreport"),
    "zotero_csv": ("book", "report"),
}


def venues(name: str, kind: str, publisher: str) -> list[str]:
    known = next(known for known in FORMATS if known.name == name)
    text = DOCUMENTS[name].replace("KIND", kind).replace("PUBLISHER", publisher)
    [record] = [item for item in known.read(Source.of(text)) if isinstance(item, Record)]
    return [place.venue for place in record.publications]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_publisher_of_a_book_is_no_venue_that_of_a_report_is(name: str) -> None:
    book, report = KINDS[name]
    assert venues(name, book, "Ant Press") == []
    assert venues(name, report, "Ant Press") == ["Ant Press"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("csl_json", "article-journal"),
        ("zotero", "journalArticle"),
        ("crossref", "journal-article"),
        ("datacite", "JournalArticle"),
        ("ris", "JOUR"),
        ("bibtex", "article"),
        ("zotero_csv", "journalArticle"),
    ],
)
def test_nor_is_that_of_an_article_whose_journal_is_not_named(name: str, kind: str) -> None:
    assert venues(name, kind, "Ant Press") == []


def test_a_server_of_preprints_is_where_they_appear() -> None:
    assert venues("csl_json", "article", "PsyArXiv") == ["PsyArXiv"]
    assert venues("csl_json", "article", "Elsevier BV") == []


def test_a_related_item_of_datacite_says_in_which_journal_an_article_is_published() -> None:
    host = {"relationType": "IsPublishedIn", "relatedItemType": "Journal", "titles": [{"title": "Journal of Ants"}]}
    work = json.loads(DOCUMENTS["datacite"].replace("KIND", "JournalArticle"))
    work["data"][0]["attributes"]["relatedItems"] = [{"relationType": "Cites", "titles": [{"title": "Of Bees"}]}, host]
    known = next(known for known in FORMATS if known.name == "datacite")
    [record] = [item for item in known.read(Source.of(json.dumps(work))) if isinstance(item, Record)]
    assert [(place.venue, place.kind) for place in record.publications] == [("Journal of Ants", "journal")]
