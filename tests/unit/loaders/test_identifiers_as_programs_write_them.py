"""Identifiers with the addresses, labels and losses that programs give them."""

import pytest

from loaders.fields.identifiers import (
    acl,
    arxiv_value,
    dblp_key,
    doi,
    issns,
    orcid,
    pmcid,
    pmid,
    ror,
    scopus,
    work_ids,
    wos_number,
)
from loaders.records import Identifier
from tests.unit.loaders.export_items import export


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("10.5555/abc[doi]", "10.5555/abc"),
        ("10.5555/ants2。", "10.5555/ants2"),
        ("10.5555/ants2，", "10.5555/ants2"),
        ("10.5555/1520(1994)051〈0001:AB〉2.0.CO;2", "10.5555/1520(1994)051<0001:ab>2.0.co;2"),
        ("１０．５５５５／ａｂｃ", "10.5555/abc"),
        ("https://pubs.example.org/doi/suppl/10.5555/ant.0c/suppl_file/ant_si_001.pdf", "10.5555/ant.0c"),
        ("https://api.example.org/works/10.5555/ant/transform/application/x-bibtex", "10.5555/ant"),
        ("https://doi.org/10.48550/arXiv.2101.08692v2", "10.48550/arxiv.2101.08692"),
        ("10.48550/arXiv.hep-th/9901001v3", "10.48550/arxiv.hep-th/9901001"),
        ("10.5555/transform/abc", "10.5555/transform/abc"),
    ],
)
def test_dois(printed: str, expected: str) -> None:
    assert doi(printed) == expected


def test_an_arxiv_doi_with_a_version_is_the_work_of_the_one_without() -> None:
    assert work_ids(doi_in="10.48550/arXiv.2101.08692v2") == work_ids(doi_in="10.48550/arXiv.2101.08692")


@pytest.mark.parametrize("printed", ["arXiv e-prints, p. arXiv:2101.08692", "arXiv Prepr. arXiv2101.08692", "2101.08692v1.pdf"])
def test_arxiv(printed: str) -> None:
    assert arxiv_value(printed) == "2101.08692"


def test_an_isni_is_no_orcid_and_digits_are_ascii() -> None:
    assert orcid("http://isni.example.org/isni/0000000218250097") is None
    assert orcid("０000-0002-1825-0097") == "0000-0002-1825-0097"
    assert orcid("0000-0002-1825- 0097") == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    "printed",
    [
        "05dxps055",
        "ror.org/05dxps055",
        "http://www.ror.org/05DXPS055/",
        "ROR:05dxps055",
        "https://api.ror.org/organizations/05dxps055",
    ],
)
def test_ror(printed: str) -> None:
    assert ror(printed) == "05dxps055"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1234 5679", ("1234-5679",)),
        ("3785955", ("0378-5955",)),
        ("378-5955; 1234-5679", ("1234-5679", "0378-5955")),
        ("2001 2003", ()),
        ("ISBN 0 1234 5679 X", ()),
    ],
)
def test_issns_that_a_spreadsheet_spoilt(printed: str, expected: tuple[str, ...]) -> None:
    assert issns(printed) == expected


def test_numbers_of_databases() -> None:
    assert pmid("https://www.ncbi.nlm.nih.gov/pubmed?term=12345678") == "12345678"
    assert pmid("PM:12345678") == "12345678"
    assert pmcid("oai:pubmedcentral.nih.gov:123456") == "PMC123456"
    assert scopus("SCOPUS_ID:85012345678") == "2-s2.0-85012345678"
    assert scopus("https://www.scopus.com/inward/record.uri?partnerID=x&scp=85012345678&origin=inward") == "2-s2.0-85012345678"
    assert wos_number("A1991GB12300001") == "WOS:A1991GB12300001"
    assert acl("https://aclanthology.org/2023.findings-emnlp.12v2.pdf") == "2023.findings-emnlp.12"
    assert acl("acl:P19-1001") == "P19-1001"
    assert dblp_key("https://dblp.org/rec/conf/ants/Lee20.bib?param=1") == "conf/ants/Lee20"


def test_an_ovid_record_of_medline_has_its_pubmed_id() -> None:
    lines = "TY  - JOUR\nDB  - Ovid MEDLINE(R) <2015 to 2020>\nAN  - 31234567\nT1  - Ants\nER  - \n"
    assert export(lines, "ris").records[0].ids == (Identifier("pmid", "31234567"),)
    assert export(lines.replace("Ovid MEDLINE(R) <2015 to 2020>", "Embase"), "ris").records[0].ids == ()


def test_columns_of_identifiers_and_of_links() -> None:
    data = "Title,Authors,PubMedId,OpenAlexId,PMC_ID,Link\nAnts,Ann Leewen,12345678,W123,PMC5,https://doi.org/10.5555/ants\n"
    found = [(known.scheme, known.value) for known in export(data, "table").records[0].ids]
    assert sorted(found) == [("doi", "10.5555/ants"), ("openalex", "W123"), ("pmcid", "PMC5"), ("pmid", "12345678")]
    data = "Title,Authors,DOI,URL\nAnts,Ann Leewen,10.5555/ants.1,https://doi.org/10.5555/book\n"
    assert export(data, "table").records[0].ids == (Identifier("doi", "10.5555/ants.1"),)
