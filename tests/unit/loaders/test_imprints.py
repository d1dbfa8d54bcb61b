"""Publisher, place, language, address, day, numbers and editors come from every format that says them."""

import io
import json
from collections.abc import Iterator

import pymarc
import pytest

from loaders.fields.imprint import address, imprint
from loaders.fields.languages import languages
from loaders.formats import FORMATS
from loaders.records import Record
from tests.unit.loaders import one_work
from tests.unit.loaders.imprints import ISBN, ISSN, PLACE, PUBLISHER, PUT, URL
from tests.unit.loaders.json_parts import loaded

ALL = "publisher place language url day issn isbn editors"
GIVES: dict[str, str] = {
    "acl_anthology": "publisher place language url isbn",
    "ads": "publisher language day issn isbn editors",
    "aminer": "publisher language url issn isbn",
    "aminer_tagged": "",
    "arxiv_atom": "day",
    "arxiv_oai": "day",
    "arxiv_snapshot": "day",
    "bibtex": ALL,
    "cord19_csv": "url day",
    "crossref": ALL,
    "crossref_xml": ALL,
    "csl_json": ALL,
    "csl_yaml": ALL,
    "datacite": "publisher language url day isbn editors",
    "datacite_xml": "publisher language day isbn editors",
    "dblp": "publisher url editors",
    "dblp_search": "publisher url",
    "dimensions": "publisher url day issn",
    "dimensions_csv": "publisher url day issn isbn editors",
    "embase_csv": "publisher language url day issn",
    "endnote_tagged": ALL,
    "endnote_xml": ALL,
    "europe_pmc": "publisher language url day issn isbn",
    "google_scholar_csv": "publisher",
    "grobid_tei": "publisher place language url issn editors",
    "hal": "publisher place language url day issn",
    "ieee_xplore_csv": "publisher url day issn isbn",
    "inspire": "publisher place language url day isbn",
    "jabref_csv": "publisher place url isbn editors",
    "jats": "publisher place language url day issn",
    "lens": "publisher language url day issn",
    "lens_csv": "publisher language url day issn",
    "marc21": "publisher place language url day issn editors",
    "marcxml": "publisher place language url day issn editors",
    "mods": ALL,
    "nbib": "publisher language day issn isbn editors",
    "oai_dc": "publisher language url day issn isbn",
    "openaire": "publisher language url day issn",
    "openalex": "publisher language url day issn",
    "openalex_csv": "publisher language url day issn",
    "opencitations_csv": "publisher day issn isbn editors",
    "orcid": "language url day isbn editors",
    "orcid_xml": "language url day isbn editors",
    "publish_or_perish_csv": "publisher url issn",
    "pubmed_csv": "day",
    "pubmed_esummary": "publisher place language url day issn editors",
    "pubmed_xml": "publisher place language day issn isbn editors",
    "refworks": ALL,
    "ris": ALL,
    "scopus_api": "publisher language day issn isbn",
    "scopus_csv": "publisher language url issn isbn editors",
    "semantic_scholar": "url day issn",
    "springer_csv": "url",
    "table": ALL,
    "unarxive": "day",
    "web_of_science": "publisher place language day issn isbn editors",
    "web_of_science_table": "publisher place language day issn isbn editors",
    "wikidata": "publisher place language url day issn isbn",
    "zotero": ALL,
    "zotero_csv": ALL,
}
"""What a document of each format can say. Months without a day (ACL, dblp, JabRef, GROBID) are no days."""
NO_REFERENCES = frozenset({
    "researcher_profile", "author_name_cluster", "paper_list", "arxiv_listing", "openalex_merged_ids", "acl_people",
})  # fmt: skip
"""Pages that list titles, and lists of people and ids."""


def said(record: Record) -> Iterator[str]:
    """What a record says, by the names above; what it says must be what was put there."""
    given = {
        "publisher": (record.publisher, PUBLISHER), "place": (record.place, PLACE), "language": (record.languages, ("de",)),
        "url": (record.url, URL),
    }  # fmt: skip
    for name, (found, expected) in given.items():
        if found:
            assert found == expected, name
            yield name
    if record.date and len(record.date) == len("2020-04-01"):
        yield "day"
    if {ISSN} & {known.value for place in record.publications for known in (*place.ids, *place.series)}:
        yield "issn"
    if {ISBN} & {known.value for known in record.ids}:
        yield "isbn"
    if any(one.role == "editor" and one.family in ("Holm", None) and "Holm" in one.name for one in record.authors):
        yield "editors"


def document(format_name: str) -> str | bytes:
    if format_name == "marc21":
        [record] = pymarc.parse_xml_to_array(io.BytesIO(str(document("marcxml")).encode()))  # type: ignore[no-untyped-call]
        return bytes(record.as_marc())
    text = one_work.written(format_name)
    for before, after in PUT[format_name].items():
        assert text.count(before) == 1, f"{format_name}: {before}"
        text = text.replace(before, after)
    return text


def test_of_every_format_it_is_known_what_it_gives() -> None:
    assert GIVES.keys() | NO_REFERENCES == {one.name for one in FORMATS}
    assert not GIVES.keys() & NO_REFERENCES


@pytest.mark.parametrize("format_name", GIVES)
def test_what_a_format_says_for_a_reference_is_kept(format_name: str) -> None:
    [record] = [one for one in loaded(document(format_name), format_name).records if one.title == "Soil moisture from orbit"]
    assert set(said(record)) == set(GIVES[format_name].split())


@pytest.mark.parametrize("format_name", sorted(GIVES.keys() - {"marc21", "openaire", "opencitations_csv", "datacite_xml"}))
def test_nothing_is_made_up_where_nothing_is_said(format_name: str) -> None:
    record = one_work.read(format_name)
    assert (record.publisher, record.place, record.languages) == (None, None, ())


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("English", ("en",)), ("eng", ("en",)), ("EN", ("en",)), ("en-US", ("en",)), ("en_GB.UTF-8", ("en",)),
        ("Englisch", ("en",)),
        ("English; French", ("en", "fr")), ("eng/ger", ("en", "de")), ("English, German and Spanish", ("en", "de", "es")),
        ("Greek, Modern (1453-)", ("el",)), ("Chinese (Simplified)", ("zh",)), ("zh-Hans", ("zh",)), ("português", ("pt",)),
        ("Klingon", ("Klingon",)), ("grc", ("grc",)), ("English, Klingon", ("English, Klingon",)), ("und", ()), ("mul", ()),
        ("unknown", ()), ("", ()), ("42", ()), ("x" * 100, ()), (None, ()),
    ],
)  # fmt: skip
def test_languages_are_codes_where_their_words_are_known(printed: str | None, known: tuple[str, ...]) -> None:
    assert languages(printed) == known


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "ftp://a.example.org/x", "file:///etc/passwd",
        "//a.org/x",
        "http://user:word@a.example.org/", "https://a.example.org/<script>", 'https://a.example.org/"x',
        "https://a.example.org/a b",
        "https://localhost/x", "https://a.example.org/\x00", f"https://a.example.org/{'x' * 2000}", "not an address", "",
        "https://doi.org/10.1000/1", "http://dx.doi.org/10.1000/1", "https://www.scopus.com/inward/record.uri?eid=2-s2.0-1",
        "https://api.crossref.org/v1/works/x", "https://openalex.org/W1", "https://www.semanticscholar.org/paper/1",
    ],
)  # fmt: skip
def test_no_address_is_what_no_page_may_link_or_is_a_databases_own(url: str) -> None:
    assert address([url]) is None


def test_the_first_address_of_the_work_itself_is_taken() -> None:
    given = [
        None,
        "javascript:x",
        "https://doi.org/10.1000/1",
        " https://notes.example.org/17?a=b#c ",
        "https://other.example.org/",
    ]
    assert address(given) == "https://notes.example.org/17?a=b#c"


def test_what_says_that_there_is_no_publisher_is_none_and_punctuation_of_catalogues_goes() -> None:
    for nothing in (
        "n/a",
        "[s.n.]",
        "s.n.",
        "(:unav)",
        "nan",
        "-",
        "arxiv.org",
        "[publisher not identified]",
        "x" * 400,
        None,
        7,
    ):
        assert imprint(publisher=nothing)["publisher"] is None, nothing
    found = imprint(publisher="[Field Press],", place="Graz :")
    assert (found["publisher"], found["place"]) == ("Field Press", "Graz")
    assert imprint(publisher="Oxford University Press, Inc.", place="[S.l.]")["publisher"] == "Oxford University Press, Inc."
    assert imprint(place="[S.l.]")["place"] is None


def test_papers_of_dblp_have_the_publisher_and_the_isbn_of_their_proceedings() -> None:
    text = (
        '<dblp><proceedings key="conf/ants/2020"><title>Ants 2020.</title><year>2020</year><booktitle>Ants</booktitle><publisher>'
        f"Field Press</publisher><isbn>{ISBN}</isbn></proceedings><inproceedings key='conf/ants/Lee20'><author>Ann Lee</author>"
        "<title>Bridges.</title><year>2020</year><booktitle>Ants</booktitle><crossref>conf/ants/2020</crossref>"
        "</inproceedings></dblp>"
    )
    volume, paper = loaded(text, "dblp").records
    assert (volume.publisher, paper.publisher) == ("Field Press", "Field Press")
    assert f"isbn:{ISBN}" in {known.curie for known in paper.ids}


def test_who_runs_a_repository_publishes_nothing() -> None:
    place = {"source": {"display_name": "arXiv", "type": "repository", "host_organization_name": "Cornell University"}}
    work = {"id": "https://openalex.org/W7", "title": "Ants", "publication_year": 2020, "primary_location": place}
    [record] = loaded(json.dumps(work), "openalex").records
    assert record.publisher is None


def test_a_chapter_of_marc_has_the_publisher_of_its_host_and_a_parallel_title_is_no_subtitle() -> None:
    text = str(one_work.written("marcxml")).replace(
        '<subfield code="g">', '<subfield code="d">Graz : Field Press, 2020</subfield><subfield code="g">'
    )
    text = text.replace(
        "Soil moisture from orbit</subfield>", 'Soil moisture =</subfield><subfield code="b">Bodenfeuchte /</subfield>'
    )
    [record] = loaded(text, "marcxml").records
    assert (record.publisher, record.place, record.title) == ("Field Press", "Graz", "Soil moisture")


def test_a_chapter_of_pubmed_has_the_editors_of_its_book() -> None:
    text = (
        "<PubmedBookArticle><BookDocument><PMID>1717</PMID><Book><BookTitle>Soils</BookTitle><AuthorList Type='editors'><Author>"
        "<LastName>Holm</LastName><ForeName>Ida</ForeName></Author></AuthorList></Book><ArticleTitle>Moisture</ArticleTitle>"
        "<AuthorList Type='authors'><Author><LastName>Ruiz</LastName><ForeName>Ana</ForeName></Author></AuthorList>"
        "</BookDocument>"
        "</PubmedBookArticle>"
    )
    [record] = loaded(text, "pubmed_xml").records
    assert [(one.name, one.role) for one in record.authors] == [("Ana Ruiz", "author"), ("Ida Holm", "editor")]
