"""The ACL Anthology's XML: papers, volumes with editors, ids old and new."""

import pytest

from loaders.acl.anthology import paper_id
from tests.unit.loaders.export_items import export, fixture

EXPORT = fixture("acl_anthology/2020.demo.xml", "acl_anthology")


def test_every_paper_is_a_record_or_a_rejection_and_a_volume_with_editors_is_a_record() -> None:
    assert [record.where for record in EXPORT.records] == [
        "line 3 (volume 2020.demo-main)",
        "line 19 (2020.demo-main.1)",
        "line 28 (2020.demo-main.2)",
        "line 38 (2020.demo-main.4)",
    ]
    assert [rejection.where for rejection in EXPORT.rejections] == ["line 34 (2020.demo-main.3)"]
    assert "mismatch" in EXPORT.rejections[0].reason
    assert EXPORT.remarks == []


def test_authors_keep_ids_orcids_affiliations_and_divided_names() -> None:
    first, single, institute = EXPORT.records[1].authors
    assert (first.name, first.family, first.given, first.position) == ("Ann Example", "Example", "Ann", 1)
    assert [(known.scheme, known.value) for known in first.ids] == [("acl", "ann-example-1"), ("orcid", "0000-0002-1825-0097")]
    assert [place.name for place in first.affiliations] == ["Example University"]
    assert (single.name, single.family, single.given, single.kind) == ("Mausam", "Mausam", None, "person")
    assert (institute.name, institute.family, institute.kind) == ("Example Research Institute", None, "organisation")


def test_no_markup_reaches_title_or_abstract() -> None:
    paper = EXPORT.records[1]
    assert paper.title == "BERT in O(n2) for free & more"
    assert paper.abstract == "We show α and https://example.org."
    assert EXPORT.records[2].abstract is None


def test_papers_inherit_year_and_venues_of_their_volume() -> None:
    for record in EXPORT.records:
        assert (record.year, record.date) == (2020, "2020-07-05")
        assert [(one.venue, one.kind, one.year) for one in record.publications] == [
            ("ACL", "conference", 2020),
            ("IJCNLP", "conference", 2020),
        ]
    assert EXPORT.ids(1) == ["acl:2020.demo-main.1", "doi:10.18653/v1/2020.demo-main.1", "isbn:9781952148255"]


def test_editors_of_a_volume_are_editors_of_its_own_record() -> None:
    assert EXPORT.ids(0) == ["acl:2020.demo-main.0", "doi:10.18653/v1/2020.demo-main.0", "isbn:9781952148255"]
    assert EXPORT.names(0) == [("Ann Editor", 1, "person", "editor"), ("Bo Editor", 2, "person", "editor")]


def test_a_retracted_paper_says_so() -> None:
    assert EXPORT.records[2].comment == "Retracted 2021-01-02: Results could not be repeated."
    assert EXPORT.records[3].kind == "backmatter"


def test_a_paper_without_authors_has_no_complete_list() -> None:
    assert [record.authors_complete for record in EXPORT.records] == [True, True, True, False]


@pytest.mark.parametrize(
    ("collection", "volume", "paper", "expected"),
    [
        ("P19", "1", "1", "P19-1001"),
        ("W19", "1", "1", "W19-0101"),
        ("D19", "50", "1", "D19-5001"),
        ("D19", "1", "12", "D19-1012"),
        ("2020.acl", "main", "1", "2020.acl-main.1"),
    ],
)
def test_ids_are_those_of_the_anthology(collection: str, volume: str, paper: str, expected: str) -> None:
    assert paper_id(collection, volume, paper) == expected


@pytest.mark.parametrize(
    ("meta", "venue", "kind"),
    [
        ("<booktitle>Proceedings of the Odd Workshop</booktitle><venue>ws</venue>", "Odd Workshop", "workshop"),
        ("<booktitle>CL 15</booktitle><venue>cl</venue>", "Computational Linguistics", "journal"),
        (
            "<booktitle>X</booktitle><venue>cl</venue><journal-title>American Journal</journal-title>",
            "American Journal",
            "journal",
        ),
        ("<booktitle>X</booktitle><venue>findings</venue>", "Findings of EMNLP", "conference"),
        ("<booktitle>X</booktitle><venue>brandnew</venue>", "BRANDNEW", "conference"),
    ],
)
def test_a_volume_has_the_venue_that_it_names(meta: str, venue: str, kind: str) -> None:
    text = (
        f'<collection id="2023.x"><volume id="emnlp"><meta>{meta}<year>2023</year></meta><paper id="1"><title>T</title></paper>'
        "</volume></collection>"
    )
    assert [(one.venue, one.kind) for one in export(text, "acl_anthology").records[0].publications] == [(venue, kind)]
