"""What the loaders of Web of Science exports promise, on files with everything that is awkward about them."""

import pytest

from loaders.records import Affiliation, Identifier, Publication
from tests.unit.loaders.page_parts import ROOT, Parts, load

DATA = ROOT / "tests" / "data"


@pytest.fixture(scope="module")
def awkward() -> Parts:
    return load(DATA / "web_of_science" / "awkward.txt")


def test_every_record_is_read_or_rejected(awkward: Parts) -> None:
    assert awkward.header.format == "web_of_science"
    assert [each.where for each in awkward.records] == ["line 3", "line 36", "line 55"]
    assert [(each.where, each.reason) for each in awkward.rejections] == [
        ("line 50", "no title (TI), abstract or identifier; the record has AU, PT, PY")
    ]
    assert [(each.where, each.reason.split(" (")[0]) for each in awkward.remarks] == [
        ("line 3", "the identifier of Wu, Qihong"),
        ("line 55", "the record has no ER line; if the file is truncated here, its last field is not complete"),
    ]


def test_full_names_addresses_and_person_identifiers_meet_at_their_author(awkward: Parts) -> None:
    nowhere, elsewhere = (
        Affiliation("Univ Nowhere, Dept Examples, Nowhere, USA"),
        Affiliation("Inst Elsewhere, Elsewhere, France"),
    )
    assert [(each.name, each.ids, each.affiliations, each.kind) for each in awkward.records[0].authors] == [
        ("Pamela S. Parkes-Loach", (Identifier("orcid", "0000-0001-5109-3700"),), (nowhere,), "person"),
        (
            "Christopher Law",
            (Identifier("orcid", "0000-0002-1825-0097"), Identifier("wos", "E-7174-2011")),
            (nowhere, elsewhere),
            "person",
        ),
        ("O. C. D. BEAUREGARD", (), (), "person"),
        ("Example Consortium", (), (), "organisation"),
    ]


def test_lines_are_joined_and_identifiers_and_citations_normalised(awkward: Parts) -> None:
    first = awkward.records[0]
    assert first.title == "Stabilizing the structure of an example (LH1) and its 2 parts"
    assert set(first.ids) == {
        Identifier("doi", "10.1021/bi049798f"),
        Identifier("pmid", "15170338"),
        Identifier("wos", "WOS:000221807500019"),
    }
    assert first.cites == (Identifier("doi", "10.1073/pnas.83.22.8589"), Identifier("doi", "10.1021/bi030205v"))
    assert (first.date, first.comment) == ("2004-06-08", "Article; Retracted Publication")
    assert [(each.scheme, each.label) for each in first.subjects] == [
        ("keyword", "graphs"),
        ("keyword", "proteins"),
        ("keyword", "IN-VITRO RECONSTITUTION"),
        ("keyword", "LONG KEYWORD"),
        ("wos", "Biochemistry & Molecular Biology"),
    ]


def test_one_author_has_all_addresses_and_editors_are_marked(awkward: Parts) -> None:
    second = awkward.records[1]
    assert [(each.name, each.role, len(each.affiliations)) for each in second.authors] == [
        ("Ann Lee", "author", 2),
        ("J. Doe", "editor", 0),
    ]
    assert second.publications == (Publication(venue="PROCEEDINGS OF THE EXAMPLE CONFERENCE", kind="conference", year=2010),)
    assert second.ids == (Identifier("wos", "WOS:000111111111111"), Identifier("isbn", "9781728174457"))


def test_the_tab_delimited_export_keeps_quotes_and_fills_up_cut_rows() -> None:
    page = load(DATA / "tables" / "web_of_science.txt")
    assert page.header.format == "web_of_science_table"
    assert [(each.title, each.date, [author.name for author in each.authors]) for each in page.records] == [
        ('"Quoted" beginnings and 5" disks', "2004-06", ["Ann Lee", "Christopher Law"]),
        ("Trailing cells are missing", None, ["Cy Dean"]),
    ]
    law = page.records[0].authors[1]
    assert (law.ids, law.affiliations) == ((Identifier("wos", "E-7174-2011"),), (Affiliation("Inst Elsewhere"),))
    assert page.reasons == []


def test_the_csv_export_names_its_columns_in_words() -> None:
    page = load(
        "Publication Type,Authors,Author Full Names,Article Title,Source Title,Publication Year,UT (Unique WOS ID)\n"
        'J,"Lee, A; Chen, B","Lee, Ann; Chen, Bo",A title,NATURE,2020,WOS:000000000000002\n'
    )
    assert page.header.format == "web_of_science_table"
    assert [(each.title, each.year, [author.name for author in each.authors], each.ids) for each in page.records] == [
        ("A title", 2020, ["Ann Lee", "Bo Chen"], (Identifier("wos", "WOS:000000000000002"),))
    ]
