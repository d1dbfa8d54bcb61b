"""PubMed's tagged format."""

import pytest

from loaders.records import Identifier
from tests.unit.loaders.export_items import export, fixture
from tests.unit.loaders.page_parts import load

EXPORT = fixture("pubmed/export.nbib", "nbib")


def test_every_citation_is_a_record_or_a_rejection() -> None:
    assert [record.where for record in EXPORT.records] == ["line 1 (PMID 201)", "line 30 (PMID 202)"]
    assert [rejection.where for rejection in EXPORT.rejections] == ["line 37 (PMID 203)"]


def test_full_names_with_what_stands_on_the_lines_behind_them() -> None:
    assert EXPORT.names(0) == [
        ("Ann B van Example Jr", 1, "person", "author"),
        ("Bo Others", 2, "person", "author"),
        ("Heart Rhythm Society", 3, "organisation", "author"),
    ]
    first = EXPORT.records[0].authors[0]
    assert [known.value for known in first.ids] == ["0000-0002-1825-0097"]
    assert [place.name for place in first.affiliations] == ["University of Examples", "Second Place"]


def test_the_other_fields() -> None:
    paper = EXPORT.records[0]
    assert (paper.title, paper.abstract) == ("A title that goes on in a second line", "AIM: To see.")
    assert EXPORT.ids(0) == ["pmid:201", "doi:10.1000/abc", "pmcid:PMC77"]
    assert (paper.year, paper.date, paper.comment) == (1998, "1998-12", "Retracted: Science. 2000;1:2")
    assert [(one.venue, one.kind) for one in paper.publications] == [("Science", "journal")]
    assert [(one.scheme, one.code) for one in paper.subjects] == [("mesh", "Beriberi"), ("keyword", "vitamin b1")]


def test_short_names_and_et_al() -> None:
    paper = EXPORT.records[1]
    assert EXPORT.names(1) == [("J. A. Smith", 1, "person", "author")]
    assert (paper.authors_complete, paper.date) == (False, "2018-05-03")


def test_a_blank_line_inside_a_citation_does_not_tear_it() -> None:
    text = (
        "PMID- 1\nTI  - Ants\n\nAB  - Text\n\n      that goes on\nFAU - Holm, Ida\n\nPMID- 2\nTI  - Bees\nPMID- 3\nTI  - Wasps\n"
    )
    found = export(text, "nbib")
    assert [(each.title, each.abstract, [author.name for author in each.authors]) for each in found.records] == [
        ("Ants", "Text that goes on", ["Ida Holm"]),
        ("Bees", None, []),
        ("Wasps", None, []),
    ]


def test_authors_stay_with_their_citation_where_no_blank_line_ends_it() -> None:
    people = "FAU - %s, Ida\nAU  - %s I\nAD  - Ant House.\nFAU - Lind, Bo\nAU  - Lind B\n"
    names = ("Holm", "Berg", "Ek")
    text = "".join(f"PMID- {at}\nTI  - Ants {at}\n{people.replace('%s', name)}" for at, name in enumerate(names, 1))
    page = load(text)
    assert [[author.name for author in record.authors] for record in page.records] == [
        [f"Ida {name}", "Bo Lind"] for name in names
    ]


def test_an_author_who_is_not_given_in_full_is_one_too() -> None:
    page = load("PMID- 1\nTI  - Ants\nFAU - Holm, Ida\nAU  - Holm I\nAU  - Lind B\nFAU - Ek, Eva\nAU  - Ek E\n\n")
    assert [author.name for author in page.records[0].authors] == ["Ida Holm", "B. Lind", "Eva Ek"]


NOTICES = {
    ("Retraction Notice", "ROF"): "Retraction Notice",
    ("Retraction of Publication", "ROF"): "Retraction of Publication",
    ("Published Erratum", "EFR"): "Published Erratum",
    ("Expression of Concern", "ECF"): "Expression of Concern",
    ("Corrected and Republished Article", "CRF"): "Journal Article",
}


@pytest.mark.parametrize(("given", "kind"), NOTICES.items())
def test_a_notice_is_one_whatever_else_it_is_called_and_points_at_its_work(given: tuple[str, str], kind: str) -> None:
    printed, tag = given
    types = f"PT  - Journal Article\nPT  - {printed}\n"
    lines = f"PMID- 22\nTI  - Ants in fields.\nDP  - 2003\n{types}{tag.ljust(4)}- J Ants. 2001. PMID: 21\n"
    (record,) = export(lines, "nbib").records
    assert (record.kind, record.corrects) == (kind, (Identifier("pmid", "21"),))
