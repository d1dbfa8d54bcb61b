"""What the RIS loader promises, on a file with everything that is awkward about the format."""

import pytest

from loaders.records import Affiliation, Identifier, Publication
from tests.unit.loaders.page_parts import ROOT, Parts, load


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


TWO = ("TY  - JOUR", "TI  - Ants", "AU  - Holm, Ida", "PY  - 2001", "ER  - "), (
    "TY  - CONF", "TI  - Bees", "AU  - Lind, Bo", "PY  - 2002", "ER  - ",
)  # fmt: skip


def written(*records: tuple[str, ...], between: tuple[str, ...] = ()) -> str:
    """The lines of these records, with other lines before, between and behind them."""
    return "\n".join([*between, *(line for record in records for line in (*record, *between)), ""])


def moved(record: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The record with its first line elsewhere."""
    return (*record[1 : at + 1], record[0], *record[at + 1 :])


def without(record: tuple[str, ...], tag: str) -> tuple[str, ...]:
    return tuple(line for line in record if not line.startswith(tag))


FIRST, SECOND = TWO
TEXTS = {
    "as it should be": written(FIRST, SECOND),
    "the type in the middle": written(moved(FIRST, 2), moved(SECOND, 3)),
    "the type twice": written((FIRST[0], *FIRST), moved((SECOND[0], *SECOND), 3)),
    "no type": written(without(FIRST, "TY"), without(SECOND, "TY")),
    "no end": written(without(FIRST, "ER"), without(SECOND, "ER")),
    "no end, the type in the middle": written(moved(FIRST, 1)[:-1], moved(SECOND, 2)[:-1], between=("",)),
    "no end, no blank line, the type in the middle": written(moved(FIRST, 1)[:-1], moved(SECOND, 1)[:-1]),
    "numbers between": written(FIRST, SECOND, between=("", "2.", "")),
    "numbers in brackets": written(FIRST, SECOND, between=("<2>",)),
    "numbers in words and no ends": written(FIRST[:-1], SECOND[:-1], between=("", "Record #2 of 20", "")),
    "lines of the provider": written(FIRST, SECOND, between=("", "Database: An Example <1990 to 2001>", "Link to the text", "")),
    "old line ends": written(FIRST, SECOND).replace("\n", "\r"),
    "blank lines everywhere": written(FIRST, SECOND).replace("\n", "\n\n"),
    "lower case": written(FIRST, SECOND).replace("TY", "ty").replace("TI", "ti").replace("AU", "au").replace("ER", "er"),
    "one space": written(FIRST, SECOND).replace("  -", " -"),
    "three spaces": written(FIRST, SECOND).replace("  -", "   -"),
    "no space behind the hyphen of types": written(FIRST, SECOND).replace("TY  - ", "TY  -"),
    "two spellings": written(FIRST) + written(SECOND).replace("  -", " -"),
    "with the mark of a byte order": "\ufeff" + written(FIRST, SECOND),
    "tags that nobody knows": written((*FIRST[:-1], "QX  - more", "ER  - "), SECOND, between=("EF  - ",)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_record_closes_where_another_begins(name: str) -> None:
    page = load(TEXTS[name])
    assert page.header.format == "ris"
    assert [(each.title, [author.name for author in each.authors], each.year) for each in page.records] == [
        ("Ants", ["Ida Holm"], 2001),
        ("Bees", ["Bo Lind"], 2002),
    ]
    assert page.rejections == []
    kinds = [None, None] if name == "no type" else ["journal article", "conference proceedings"]
    assert [each.kind for each in page.records] == kinds


def test_the_remark_names_what_was_missing() -> None:
    page = load(TEXTS["no end"])
    assert [(each.where, each.reason) for each in page.remarks] == [
        ("line 1", "the record has no ER line; it was closed where the next one begins"),
        ("line 5", "the record has no ER line; if the file is truncated here, its last field is not complete"),
    ]
    page = load(written((*FIRST[:2], "TY  - BOOK", *FIRST[2:])))
    assert ([each.kind for each in page.records], page.reasons) == (
        ["journal article"], ["the record has two types (TY); the first was taken: JOUR, BOOK"],
    )  # fmt: skip


def test_lines_that_look_like_tags_stay_in_the_abstract() -> None:
    page = load(written((*FIRST[:-1], "AB  - Of cells:", "T4-cells and NK-cells", "ER - positive ones", "ER  - ")))
    assert [each.abstract for each in page.records] == ["Of cells:\nT4-cells and NK-cells\nER - positive ones"]


def test_a_list_in_single_characters_is_put_together_again() -> None:
    letters = tuple(f"A1  - {letter}" for letter in "['Holm, Ida', 'Lind, Bo']")
    for lines in (letters, tuple(line.rstrip() for line in letters)):
        page = load(written((*FIRST[:2], *lines, "ER  - ")))
        assert [author.name for author in page.records[0].authors] == ["Ida Holm", "Bo Lind"]
        assert page.reasons == ["every character of A1 stood on a line of its own; they were put together again"]


def test_many_records_without_an_end_give_one_remark() -> None:
    page = load("".join(f"TY  - JOUR\nTI  - Ants {number}\n\n" for number in range(100)))
    assert (len(page.records), len(page.remarks)) == (100, 2)
    assert page.remarks[0].reason.count("(lines 1, 4, 7,") == 1


def test_authors_stay_with_their_record_where_neither_end_line_nor_blank_line_closes_it() -> None:
    record = "TY  - JOUR\nTI  - Ants %d\nAU  - Holm, Ida\nAD  - Ant House\nAU  - Lind, Bo\nAD  - Bee House\nPY  - 2020\n"
    page = load("".join(record.replace("%d", str(at)) for at in range(3)))
    assert [(each.title, len(each.authors)) for each in page.records] == [("Ants 0", 2), ("Ants 1", 2), ("Ants 2", 2)]


def test_no_space_before_the_hyphen_is_read_where_the_type_line_has_none() -> None:
    page = load("TY- JOUR\nTI- Ants on bridges\nAU- Holm, Ida\nPY- 2020\nER-\n")
    assert [(each.title, each.year, each.authors[0].name) for each in page.records] == [("Ants on bridges", 2020, "Ida Holm")]


def test_a_second_doi_is_told() -> None:
    first = "TY  - JOUR\nTI  - T\nDO  - 10.1000/one; 10.1000/two\nER  - \n"
    page = load(f"{first}TY  - JOUR\nTI  - U\nDO  - 10.1000/ONE\nDO  - 10.1000/one\nER  - \n".encode())
    assert [each.ids for each in page.records] == [(Identifier("doi", "10.1000/one"),)] * 2
    assert page.reasons == ["the record has several DOIs (DO); the first was taken: 10.1000/one, 10.1000/two"]
