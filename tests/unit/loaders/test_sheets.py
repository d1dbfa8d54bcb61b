"""Workbooks of several sheets: every sheet of works is read, and any other that holds something is told."""

import io

import openpyxl
import pytest

from loaders import Source, every_fitting
from loaders.tables import table
from tests.unit.loaders.export_items import export
from tests.unit.loaders.page_parts import parts
from tests.unit.loaders.test_tables import open_document

Sheets = dict[str, list[list[object]]]
WORKS: Sheets = {
    "About": [["Our shelf"], ["made by hand"]],
    "2019": [["Title", "Authors", "Year"], ["Of Ants", "Ann Lee", 2019], ["Of Bees", "Bo Ho", 2019]],
    "Empty": [],
    "2020": [["kept by Ann"], [], ["Year", "Authors", "Title"], [2020, "Ann Lee", "Of Cats"]],
}


def workbook(sheets: Sheets) -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(held)
    return held.getvalue()


def test_every_sheet_of_works_is_read_and_the_others_are_told() -> None:
    found = export(workbook(WORKS), "table")
    assert [(each.where, each.title, each.year) for each in found.records] == [
        ("sheet 2019, row 2", "Of Ants", 2019),
        ("sheet 2019, row 3", "Of Bees", 2019),
        ("sheet 2020, row 4", "Of Cats", 2020),
    ]
    assert [(each.where, each.reason) for each in found.remarks] == [
        ("sheet About", "it was left out: no row of it names the columns of works; it begins 'Our shelf'")
    ]


def test_sheets_of_an_open_document_too() -> None:
    one = open_document(("Title", "Authors"), ("Of Ants", "Ann Lee"))
    assert [each.where for each in export(one, "table").records] == ["sheet works, row 2"]


def test_a_workbook_without_any_header_says_what_its_first_sheet_has() -> None:
    sheets: Sheets = {"Empty": [], "A": [["Nom", "Qui"], ["Of Ants", "Ann Lee"]], "B": [["x", "y"], [1, 2]]}
    found = export(workbook(sheets), "table")
    assert [each.where for each in found.rejections] == ["header above sheet A, row 2"]
    assert "There are: Nom, Qui" in found.rejections[0].reason
    assert [each.where for each in found.remarks] == ["sheet B"]
    named = parts(list(table.read(Source.of(workbook(sheets)), columns={"title": "x"})))
    assert ([each.title for each in named.records], [each.where for each in named.remarks]) == (["1"], ["sheet A"])


def test_a_sheet_of_usual_columns_beside_one_of_a_known_table_is_read_as_well() -> None:
    lens: list[list[object]] = [["Lens ID", "Title", "Author/s"], ["000-1", "Of Dogs", "Ann Lee"]]
    data = workbook({"list": WORKS["2019"], "lens": lens})
    assert [known.name for known in every_fitting(Source.of(data))] == ["lens_csv", "table"]
    found = export(data, "lens_csv")
    assert [(each.title, each.ids[:1] != ()) for each in found.records] == [
        ("Of Ants", False),
        ("Of Bees", False),
        ("Of Dogs", True),
    ]


@pytest.mark.parametrize("columns", [{"title": "1", "authors": "2", "year": "3"}])
def test_a_sheet_without_a_header_is_read_by_numbers(columns: dict[str, str]) -> None:
    data = workbook({"works": [["Of Ants", "Ann Lee", 2019], ["Of Bees", "Bo Ho", 2020]]})
    found = parts(list(table.read(Source.of(data), columns=columns)))
    assert [(each.where, each.title, each.year) for each in found.records] == [
        ("sheet works, row 1", "Of Ants", 2019),
        ("sheet works, row 2", "Of Bees", 2020),
    ]
