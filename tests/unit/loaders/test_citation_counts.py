"""How often a work is cited, as its source counts it, comes from every format that says so."""

import json

import pytest

from loaders.fields.citation_counts import citation_count, noted_citation_count
from loaders.formats import FORMATS
from loaders.records import Remark
from tests.unit.loaders import one_work
from tests.unit.loaders.json_parts import loaded

_WORK = {"doi": "10.5555/ants", "title": "Ants on bridges"}
_RIS = "TY  - JOUR\nTI  - Ants on bridges\nN1  - %s\nER  - \n"
COUNTED: dict[str, str] = {
    "openalex": json.dumps({"id": "https://openalex.org/W7", **_WORK, "cited_by_count": 12}),
    "crossref": json.dumps({"DOI": "10.5555/ants", "title": ["Ants"], "member": "7", "prefix": "10.5555",
                            "is-referenced-by-count": 12, "type": "journal-article", "indexed": {}}),
    "crossref_xml": '<crossref_result xmlns="http://www.crossref.org/qrschema/3.0"><query_result><body><query status="resolved">'
                    '<doi type="journal_article">10.5555/ANTS</doi><crm-item name="publisher-name" type="string">X</crm-item>'
                    '<crm-item name="citedby-count" type="number">12</crm-item><doi_record><crossref><journal><journal_article>'
                    "<titles><title>Ants on bridges</title></titles><doi_data><doi>10.5555/ants</doi></doi_data>"
                    "</journal_article></journal></crossref></doi_record></query></body></query_result></crossref_result>",
    "semantic_scholar": json.dumps({"paperId": "a" * 40, "title": "Ants", "citationCount": 12, "corpusId": 5, "externalIds": {}}),
    "datacite": json.dumps({"data": {"id": "10.5555/ants", "type": "dois", "attributes": {
        "doi": "10.5555/ants", "titles": [{"title": "Ants"}], "citationCount": 12, "creators": [], "types": {}}}}),
    "csl_json": json.dumps([{"id": "a", "type": "article-journal", "title": "Ants", "issued": {"date-parts": [[2020]]},
                             "is-referenced-by-count": 12}]),
    "ris": _RIS % "Export Date: 1 March 2021; Cited By: 12; Correspondence Address: A. Holm",
    "bibtex": "@article{a, title={Ants on bridges}, note={Cited By 12}}",
    "web_of_science": "FN X\nVR 1.0\nPT J\nAU Holm, I\nTI Ants on bridges\nSO J ANTS\nTC 12\nUT WOS:000000000000001\nER\n\nEF\n",
    "table": "Title,Authors,Times Cited\nAnts on bridges,Ida Holm,12\n",
}  # fmt: skip

PUT: dict[str, dict[str, str]] = {
    "lens": {'"volume":': '"scholarly_citations_count": 14, "volume":'},
    "lens_csv": {",4\n": ",14\n"},
    "dimensions": {'"volume":': '"times_cited": 14, "volume":'},
    "dimensions_csv": {'",4\n': '",14\n'},
    "scopus_api": {'"citedby-count": "4"': '"citedby-count": "14"'},
    "scopus_csv": {'"Document Type"\n': '"Document Type","Cited by"\n', '"Article"\n': '"Article","14"\n'},
    "ieee_xplore_csv": {
        '"Document Identifier"\n': '"Document Identifier","Article Citation Count"\n',
        '"IEEE Journals"\n': '"IEEE Journals","14"\n',
    },
    "openalex_csv": {
        "biblio.last_page,abstract\n": "biblio.last_page,abstract,cited_by_count\n",
        'measure moisture."\n': 'measure moisture.",14\n',
    },
    "publish_or_perish_csv": {"\n4,": "\n14,"},
    "inspire": {'"citation_count": 4': '"citation_count": 14'},
    "ads": {'"citation_count": 4': '"citation_count": 14'},
    "openaire": {'"citationCount": 4': '"citationCount": 14'},
    "europe_pmc": {'"citedByCount": 4': '"citedByCount": 14'},
    "pubmed_esummary": {'"volume":': '"pmcrefcount": "14", "volume":'},
    "aminer": {'"n_citation": 4': '"n_citation": 14'},
    "aminer_tagged": {"#t2020": "#t2020\n#citation14"},
    "web_of_science_table": {
        '"Article Number","DOI"\n': '"Article Number","DOI","Times Cited, WoS Core"\n',
        '"10.5555/soil.17"\n': '"10.5555/soil.17","14"\n',
    },
    "wikidata": {'"doi":': '"citationCount": {"type": "literal", "value": "14"}, "doi":'},
    "csl_yaml": {"  volume:": "  is-referenced-by-count: 14\n  volume:"},
    "endnote_xml": {"<abstract>": "<notes>Times Cited: 14</notes><abstract>"},
    "endnote_tagged": {"%D 2020": "%D 2020\n%Z Cited By: 14"},
    "refworks": {"YR 2020": "YR 2020\nNO Cited By: 14"},
}  # fmt: skip
"""Where the article of `tests/data/one_work` says it: texts, and what stands in their places then."""
SILENT = frozenset({
    "researcher_profile", "author_name_cluster", "paper_list", "arxiv_listing", "openalex_merged_ids", "datacite_xml", "zotero",
    "orcid", "orcid_xml", "hal", "dblp_search", "dblp", "acl_anthology", "acl_people", "jats", "mods", "marcxml", "marc21",
    "grobid_tei", "arxiv_atom", "arxiv_oai", "arxiv_snapshot", "unarxive", "oai_dc", "pubmed_xml", "nbib", "opencitations_csv",
    "cord19_csv", "pubmed_csv", "zotero_csv", "jabref_csv", "embase_csv", "springer_csv", "google_scholar_csv",
})  # fmt: skip
"""Formats that have no place for the number of works that cite one."""


def test_of_every_format_it_is_known_whether_it_counts() -> None:
    assert COUNTED.keys() | PUT.keys() | SILENT == {one.name for one in FORMATS}
    assert not (COUNTED.keys() | PUT.keys()) & SILENT


@pytest.mark.parametrize("format_name", PUT)
def test_a_count_of_citations_is_kept_of_every_format_that_has_one(format_name: str) -> None:
    text = one_work.written(format_name)
    for before, after in PUT[format_name].items():
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    assert [record.cited_by for record in loaded(text, format_name).records] == [14]


@pytest.mark.parametrize("format_name", COUNTED)
def test_a_count_of_citations_is_kept(format_name: str) -> None:
    assert [record.cited_by for record in loaded(COUNTED[format_name], format_name).records] == [12]


@pytest.mark.parametrize("format_name", sorted(COUNTED.keys() - {"web_of_science"}))
def test_nobody_cites_is_told_from_nothing_said(format_name: str) -> None:
    assert [record.cited_by for record in loaded(COUNTED[format_name].replace("12", "0"), format_name).records] == [0]


def test_the_count_of_an_answer_is_that_of_the_work_that_was_asked_for() -> None:
    def query(asked: str, attributes: str, item: str) -> str:
        return (
            f'<query status="resolved"{attributes}><doi type="book_content">{asked}</doi>{item}<doi_record><crossref><book>'
            "<book_metadata><titles><title>Ants</title></titles><doi_data><doi>10.5555/book</doi></doi_data></book_metadata>"
            f"<content_item><titles><title>Bridges</title></titles><doi_data><doi>{asked}</doi></doi_data></content_item>"
            "</book></crossref></doi_record></query>"
        )

    counted = query("10.5555/book.1", "", '<crm-item name="citedby-count" type="number">3</crm-item>')
    linked, silent = query("10.5555/book.2", ' fl_count="5"', ""), query("10.5555/book.3", "", "")
    body = f"<crossref_result><query_result><body>{counted}{linked}{silent}</body></query_result></crossref_result>"
    records = loaded(body, "crossref_xml").records
    assert [record.cited_by for record in records] == [None, 3, None, 5, None, None]


def test_what_a_cell_may_hold() -> None:
    assert [citation_count(value) for value in (7, "7", " 7 ", "7.0", 7.0)] == [7] * 5
    assert [citation_count(value) for value in ("1,234", "1 234", "1\u202f234", "1234", "1.234", "1'234")] == [1234] * 6
    assert [citation_count(value) for value in ("12.345.678", "1.000.000", "1.000", "0.234", "1.23", "1.2345")] == [
        12_345_678, 1_000_000, None, None, None, None,
    ]  # fmt: skip
    assert [citation_count(value) for value in (None, "", "n/a", -3, "-3", 1.5, True, 10**30, "9" * 30, [7])] == [None] * 10


@pytest.mark.parametrize(
    ("note", "count"),
    [
        ("Cited By (since 1996):2 Export Date: 6 January 2014 Source: Scopus", 2),
        ("cited By 1,012", 1012),
        ("Cited by: 5; Conference name: Ants", 5),
        ("Times Cited in Web of Science Core Collection:  12\nTotal Times Cited:  15", 12),
        ("Ants that are cited by 3 people", None),
        ("Cited by many", None),
    ],
)
def test_what_a_note_may_say(note: str, count: int | None) -> None:
    assert noted_citation_count(note) == count


def test_what_is_no_count_is_told_with_how_many_records_it_is() -> None:
    counts = ["x", "1.5", "-3", "x", "", "n/a", "1.234"]
    text = "Title,Authors,Times Cited\n" + "".join(f"Ants {n},Ida Holm,{count}\n" for n, count in enumerate(counts))
    read = loaded(text, "table")
    assert [record.cited_by for record in read.records] == [None] * 6 + [1234]
    told = "no count of citations could be read of 4 records, which are kept without one: 'x' (2 times), '1.5', '-3'"
    assert [remark.reason for remark in read.of(Remark)] == [told]


def test_what_is_no_count_is_told_of_json_as_well() -> None:
    read = loaded(json.dumps({"id": "https://openalex.org/W7", **_WORK, "cited_by_count": -3}), "openalex")
    assert ([record.cited_by for record in read.records], len(read.of(Remark))) == ([None], 1)
