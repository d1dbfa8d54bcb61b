"""What is written as a reference is read by other programs: pybtex, rispy, pybtexris and citeproc-py."""

import json
import warnings

import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_string
from pybtexris import RISParser

from graph.references.reference import Reference
from graph.references.writing import reference_format
from tests.unit.references.test_round_trip import people, reference

ARTICLE = reference(title="How ants build bridges", editors=people("Ida Holm"))
PAPER = reference(
    uid="paper", title="Bridges of ants", authors=people("Lin Chen"), venue="Ants 2021", venue_kind="conference", venue_ids=(),
    series=("issn:1234-5679",), year=2021, date="2021-07", ids=("isbn:9783540123453",), url=None,
)  # fmt: skip
THESIS = reference(
    uid="thesis", title="Ants and loads", authors=people("Ada Ruiz"), kind="master thesis", venue="University of Graz",
    venue_kind="thesis", venue_ids=(), publisher="University of Graz", year=2019, date=None, pages=None, volume=None, issue=None,
)  # fmt: skip
BOOK = reference(
    uid="book", title="Ants", authors=people("Bo Yamada"), kind="book", venue=None, venue_kind=None, venue_ids=(), year=2018,
    pages=None, volume=None, issue=None,
)  # fmt: skip
ALL = (ARTICLE, PAPER, THESIS, BOOK)


def written(form: str, *references: Reference) -> str:
    return reference_format(form).text(references)


def test_pybtex_reads_every_field_of_bibtex() -> None:
    read: BibliographyData = parse_string(written("bibtex", *ALL), "bibtex")
    article, paper, thesis, book = read.entries.values()
    assert [entry.type for entry in (article, paper, thesis, book)] == ["article", "inproceedings", "mastersthesis", "book"]
    expected = {
        "publisher": r"Müller \& Söhne", "address": "Graz, Österreich", "language": "en and de", "isbn": "9783540123453",
        "issn": "1234-5679", "url": "https://ants.example.org/a_b~c?x=1&y=%20#p", "year": "2020", "month": "May",
        "date": "2020-05-01", "volume": "12", "number": "3", "pages": "101--110", "entrysubtype": "Journal Article",
    }  # fmt: skip
    assert {name: article.fields[name] for name in expected} == expected
    assert [str(person) for person in article.persons["editor"]] == ["Holm, Ida"]
    assert (paper.fields["month"], paper.fields["issn"], "date" in paper.fields) == ("July", "1234-5679", False)
    assert (thesis.fields["school"], thesis.fields["type"], "publisher" in thesis.fields) == (
        "University of Graz",
        "master thesis",
        False,
    )
    assert book.fields["publisher"] == r"Müller \& Söhne"


def test_rispy_reads_every_tag_of_ris() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        article, paper, thesis, book = rispy.loads(written("ris", *ALL))
    expected = {
        "publisher": "Müller & Söhne", "place_published": "Graz, Österreich", "language": "en; de",
        "issn": "1234-5679 (ISSN); 9783540123453 (ISBN)", "urls": ["https://ants.example.org/a_b~c?x=1&y=%20#p"],
        "date": "2020/05/01", "year": "2020", "type_of_work": "Journal Article", "volume": "12", "number": "3",
    }  # fmt: skip
    assert {name: article[name] for name in expected} == expected
    assert (paper["type_of_reference"], paper["date"], paper["secondary_title"]) == ("CPAPER", "2021/07", "Ants 2021")
    assert (thesis["publisher"], thesis["type_of_work"]) == ("University of Graz", "master thesis")
    assert (book["type_of_reference"], book["issn"]) == ("BOOK", "9783540123453")


def test_pybtexris_reads_them_too() -> None:
    read = RISParser().parse_string(written("ris", *ALL))
    article, paper, thesis, book = read.entries.values()
    assert [entry.type for entry in (article, paper, thesis, book)] == ["article", "inproceedings", "misc", "book"]
    assert {entry.fields["publisher"] for entry in (article, paper, book)} == {"Müller & Söhne"}
    assert article.fields["url"] == "https://ants.example.org/a_b~c?x=1&y=%20#p"


def test_citeproc_makes_a_bibliography_of_csl_json() -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = CiteProcJSON(json.loads(written("csl-json", *ALL)))
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for one in ALL:
        bibliography.register(Citation([CitationItem(one.uid)]))
    lines = {one.uid: line for one, line in zip(ALL, _in_order(bibliography), strict=True)}
    assert "(2020) “How ants build bridges”, Journal of Ants & Bees. Edited by I. Holm, 12(3), pp. 101–110" in lines[ARTICLE.uid]
    assert "Bridges of ants" in lines["paper"]
    assert "Ants 2021" in lines["paper"]
    assert "Graz, Österreich: Müller & Söhne" in lines["paper"]
    assert "master thesis. University of Graz" in lines["thesis"]
    assert "Ants. Graz, Österreich: Müller & Söhne" in lines["book"]


def _in_order(bibliography: CitationStylesBibliography) -> list[str]:
    """The lines of the bibliography in the order of `ALL`."""
    lines = [str(line) for line in bibliography.bibliography()]
    return [next(line for line in lines if (one.title or "") in line and str(one.year) in line) for one in ALL]
