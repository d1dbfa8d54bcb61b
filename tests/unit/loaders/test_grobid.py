"""GROBID's TEI: the header of a document with its references, and references alone."""

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

DOCUMENT = DATA / "grobid" / "document.xml"


def test_a_document_keeps_authors_with_affiliations() -> None:
    [work] = loaded(DOCUMENT, "grobid_tei").records
    assert names(work) == [(1, "Ada B. Berg"), (2, "Cy Lee")]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert work.authors[0].affiliations == (
        Affiliation("Department of Ants, Ant Institute, Graz, Austria", country="AT", city="Graz"),
    )


def test_a_document_keeps_ids_place_and_keywords() -> None:
    [work] = loaded(DOCUMENT, "grobid_tei").records
    assert ids(work) == {"doi": ["10.5555/ants.1"], "arxiv": ["1901.00001"]}
    assert (places(work), work.date) == ([("Ant Letters", "journal", 2019), ("arXiv", "preprint", 2019)], "2019-05-03")
    assert (work.volume, work.issue, work.pages, work.abstract) == ("7", "2", "11-19", "Ants were counted.")
    assert [subject.label for subject in work.subjects] == ["ant", "count"]


def test_references_with_an_identifier_are_cited_and_the_others_counted() -> None:
    read = loaded(DOCUMENT, "grobid_tei")
    assert read.records[0].cites == (Identifier("doi", "10.5555/legs"),)
    assert [reason.startswith("1 of 2 references") for _, reason in read.remarks] == [True]


def test_references_alone_are_records() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    listed = text[text.index("<listBibl>") : text.index("</listBibl>")] + "</listBibl>"
    whole = f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><back>{listed}</back></text></TEI>"
    for document in (whole, listed):
        legs, heads = loaded(document, "grobid_tei").records
        assert (legs.title, names(legs), places(legs)) == ("Legs", [(1, "D. Dee")], [("Ant Letters", "journal", 2001)])
        assert (heads.title, heads.year, ids(heads)) == ("Heads", 1990, {})
