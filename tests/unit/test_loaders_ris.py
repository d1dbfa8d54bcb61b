"""What the RIS loader promises, on a file with everything that is awkward about the format."""

import pytest

from loaders.records import Affiliation, Identifier, Publication
from tests.unit.page_parts import ROOT, Parts, load


@pytest.fixture(scope="module")
def awkward() -> Parts:
    return load(ROOT / "tests" / "data" / "ris" / "awkward.ris")


def test_every_record_is_read_or_rejected(awkward: Parts) -> None:
    assert [each.where for each in awkward.records] == ["line 4", "line 31", "line 44", "line 50", "line 53"]
    assert [(each.where, each.reason.split(";")[0]) for each in awkward.rejections] == [
        ("line 40", "the record has no title (TI), abstract or identifier")
    ]
    assert [each.where for each in awkward.remarks] == ["line 44", "line 53"]


def test_a_record_of_a_database_keeps_all_that_it_says(awkward: Parts) -> None:
    first = awkward.records[0]
    assert (first.title, first.abstract) == ("Robust learning & graphs", "First paragraph\nthat goes on.\nSecond paragraph.")
    assert set(first.ids) == {
        Identifier("doi", "10.1000/abc.1"),
        Identifier("pmid", "30704343"),
        Identifier("scopus", "2-s2.0-85074596690"),
    }
    assert (first.kind, first.comment, first.date) == ("Retracted Article", "Retracted Article", "2021-02-01")
    assert [subject.label for subject in first.subjects] == ["Graphs", "robustness"]
    assert first.cites == (Identifier("doi", "10.1000/cited-1"), Identifier("doi", "10.1000/cited-2"))


def test_names_are_put_in_natural_order_and_organisations_are_no_people(awkward: Parts) -> None:
    nowhere = (Affiliation("University of Nowhere"),)
    assert [(each.name, each.family, each.given, each.role, each.affiliations) for each in awkward.records[0].authors] == [
        ("Jan P. van de Berg", "van de Berg", "Jan P.", "author", nowhere),
        ("T. J. Luke", "Luke", "T. J.", "author", nowhere),
        ("Example Working Group", None, None, "author", ()),
        ("Jane Doe", "Doe", "Jane", "editor", ()),
    ]
    assert awkward.records[0].authors[2].kind == "organisation"


def test_a_truncated_list_and_a_month_alone_are_understood(awkward: Parts) -> None:
    second = awkward.records[1]
    assert ([each.name for each in second.authors], second.authors_complete) == (["Ann Lee", "Bo Chen"], False)
    assert (second.date, second.publications) == ("2018-09", (Publication(venue="ICML", kind="conference", year=2018),))
    assert second.ids == (Identifier("wos", "WOS:000444108200009"),)


def test_a_preprint_is_known_by_its_address(awkward: Parts) -> None:
    third = awkward.records[2]
    assert third.ids == (Identifier("arxiv", "2101.08692"),)
    assert third.publications == (Publication(venue="arXiv", kind="preprint", year=2021),)


def test_an_identifier_alone_is_a_record_without_an_author_list(awkward: Parts) -> None:
    fourth = awkward.records[3]
    assert (fourth.title, fourth.ids, fourth.authors_complete) == (None, (Identifier("doi", "10.1000/identifier-only"),), False)
    assert awkward.records[4].year is None


def test_tags_with_one_space_are_read_where_the_file_uses_them() -> None:
    page = load("TY - JOUR\nTI - A title - with a dash\nAU - Lee, Ann\nER -\n")
    assert [(each.title, each.authors[0].name) for each in page.records] == [("A title - with a dash", "Ann Lee")]
