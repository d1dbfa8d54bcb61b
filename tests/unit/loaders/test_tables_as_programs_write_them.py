"""Tables with what programs add: row names for which the header has no column, and the database beside the book."""

import pytest

from loaders import Source
from loaders.records import Rejection
from loaders.tables import table
from tests.unit.loaders.export_items import export


def _titles(data: str) -> list[str | None]:
    return [record.title for record in export(data, "table").records]


@pytest.mark.parametrize("first", [1, 0, 17])
def test_row_names_that_the_header_does_not_name_are_left_out(first: int) -> None:
    rows = [("Ants", "Smitham, John", "2001"), ("Bees", "Doerr, Jane", "2002"), ("Flies", "Roesch, Bo", "2003")]
    lines = [f'"{number}","{title}","{author}","{year}"' for number, (title, author, year) in enumerate(rows, first)]
    read = export("\n".join(['"Title","Authors","Year"', *lines]), "table")
    assert [(record.title, record.authors[0].name, record.year) for record in read.records] == [
        ("Ants", "John Smitham", 2001), ("Bees", "Jane Doerr", 2002), ("Flies", "Bo Roesch", 2003),
    ]  # fmt: skip
    assert not read.rejections
    assert "the first cell of every row is its number" in read.remarks[0].reason


def test_rows_with_a_cell_too_many_that_is_no_count_are_odd_rows() -> None:
    read = export("Title,Authors,Year\nAnts,Smitham,John,2001\nBees,Doerr,Jane,2002\n", "table")
    assert len(read.records) + len(read.rejections) == 2
    assert not any("its number" in remark.reason for remark in read.remarks)


@pytest.mark.parametrize("database", ["Scopus", "Web of Science", "PubMed", "Ovid MEDLINE(R) 1946 to 2020", "Embase"])
def test_a_database_is_no_venue(database: str) -> None:
    rows = f'The book of ants,"Chapter 3: Ants","Smitham, J.",2001,{database}\n'
    (record,) = export(f"Book Title,Title,Author,Year,Source\n{rows}", "table").records
    assert [publication.venue for publication in record.publications] == ["The book of ants"]
    (record,) = export(f"Title,Author,Year,Source\nAnts,J. Smitham,2001,{database}\n", "table").records
    assert record.publications == ()


def test_a_source_that_is_a_journal_is_the_venue() -> None:
    (record,) = export("Title,Author,Year,Source\nAnts,J. Smitham,2001,Journal of Ants\n", "table").records
    assert [publication.venue for publication in record.publications] == ["Journal of Ants"]


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_a_line_end_without_quotes_in_the_last_cell_is_a_part_of_it(delimiter: str) -> None:
    rows = [["Title", "Authors", "Year", "Abstract"], ["Ants", "Smitham, John", "2001", "Line one"],
            ["line two of the abstract"], ["Bees", "Doerr, Jane", "2002", "Abs"]]  # fmt: skip
    read = export("\n".join(map(delimiter.join, rows)) + "\n", "table")
    assert [(record.title, record.abstract) for record in read.records] == [
        ("Ants", "Line one\nline two of the abstract"), ("Bees", "Abs"),
    ]  # fmt: skip


def test_a_line_that_is_no_row_is_told() -> None:
    read = export("Title\tAuthors\tYear\nAnts\tSmitham, John\t2001\na line that is no row\nBees\tDoerr, Jane\t2002\n", "table")
    assert any("line 3" in remark.where and "fewer cells" in remark.reason for remark in read.remarks)


def test_sums_and_notes_below_a_table_are_no_works() -> None:
    data = 'Title,Authors,Year\nAnts,"Smitham, John",2001\n\nTotal,1,\n"Exported from Antbase on 2020-01-01",,\nSource: Antbase\n'
    read = export(data, "table")
    assert [record.title for record in read.records] == ["Ants"]
    assert any("a note of the program" in remark.reason for remark in read.remarks)


def test_the_rule_of_a_markdown_table_is_no_work() -> None:
    data = "| Title | Authors | Year |\n|---|:-:|---|\n| Ants | John Smitham; Jana Doerr | 2001 |\n| Bees | Jana Doerr | 2002 |\n"
    read = export(data, "table")
    assert [(record.title, record.year, len(record.authors)) for record in read.records] == [("Ants", 2001, 2), ("Bees", 2002, 1)]
    assert not read.rejections


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    source = Source.of("Book Title,Writer\nAnts,J. Smitham\n")
    (rejection,) = [item for item in table.read(source, columns={"title": "Nope"}) if isinstance(item, Rejection)]
    assert rejection.reason == "there is no column 'Nope'; the columns are: Book Title, Writer"
