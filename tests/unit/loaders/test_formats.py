"""Documents and their formats: bytes to text, and recognition from content."""

import hashlib
import io
import sys
from pathlib import Path

import openpyxl
import pytest

from loaders import FORMATS, NotTextError, Source, describe, every_fitting, fitting, recognise
from loaders.signs import SIGNS
from tests.unit.markdown_pages import ROOT

NO_DOCUMENTS = {".py", ".md", ".lock"}


def test_a_source_knows_its_location_checksum_and_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"one\r\ntwo\r")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"one\r\ntwo\r")))
    for source, location in (
        (Source.at(path), str(path)),
        (Source.of(b"one\r\ntwo\r"), "(memory)"),
        (Source.standard_input(), "(standard input)"),
    ):
        assert (source.location, source.text(), source.decoding_remark) == (location, "one\ntwo\n", None)
        assert source.sha256 == hashlib.sha256(b"one\r\ntwo\r").hexdigest()
        with source.open_binary() as stream:
            assert stream.read() == b"one\r\ntwo\r"


@pytest.mark.parametrize(
    ("data", "text", "remark"),
    [
        ("naïve".encode(), "naïve", None),
        (b"\xef\xbb\xbfna\xc3\xafve", "naïve", None),
        ("naïve".encode("utf-16"), "naïve", None),
        ("naïve".encode("cp1252"), "naïve", "Windows-1252"),
        ("naïve".encode() + b"\xc3", "naïve", "middle of a character"),
        ("Çağlar Gülçehre".encode() + b"\xff.", "Çağlar Gülçehreÿ.", "not UTF-8"),
        (b"Andr\xe9", "André", "Windows-1252"),
        (
            "naïve\nJosé\r\n".encode() + b"Andr\xe9\rM\xfcller\n",
            "naïve\nJosé\nAndré\nMüller\n",
            "line 3 and 1 more line: not UTF-8",
        ),
        ("a\ufeffb\n\ufeffnaïve".encode(), "ab\nnaïve", None),
        ("naïve".encode("utf-16-le"), "naïve", None),
        ("naïve".encode("utf-16-be"), "naïve", None),
        ("naïve".encode("utf-32"), "naïve", None),
    ],
)
def test_bytes_become_text(data: bytes, text: str, remark: str | None) -> None:
    source = Source.of(data)
    assert source.text() == text
    assert (source.decoding_remark is None) == (remark is None)
    assert (remark or "") in (source.decoding_remark or "")


@pytest.mark.parametrize("data", [b"a\0b", b"%PDF-1.7 text", bytes(range(1, 9)) * 9])
def test_binary_content_is_refused_with_the_next_step(data: bytes) -> None:
    source = Source.of(data)
    assert source.head() == ""
    assert recognise(source) is None
    with pytest.raises(NotTextError, match="save the page as plain text"):
        source.text()


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (b"", "an empty file"),
        (b"\n \n", "blank lines"),
        (b"%PDF-1.4", "a PDF file"),
        (b"<!DOCTYPE html><html>", "an HTML page; save it as plain text"),
        (
            b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Title</td></tr></table></html>',
            "an HTML page in the place of a workbook; open it in a spreadsheet and save it as CSV",
        ),
        (
            b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook></Workbook>',
            "XML of a spreadsheet; open it in a spreadsheet and save it as CSV",
        ),
        (b'{"title": "x"}', "JSON"),
        (b"a\tb\nc\td\n", "a table with tabs"),
        (b"Dear reader,\nthis is a letter.\n", "plain text that begins 'Dear reader,'"),
    ],
)
def test_an_unknown_document_is_described_in_a_few_words(data: bytes, look: str) -> None:
    source = Source.of(data)
    assert recognise(source) is None
    assert look in describe(source).words


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_of_a_table_of_no_known_columns_the_columns_are_told(delimiter: str) -> None:
    rows = (("Article", "Who wrote it", "When it came"), ("Nets, deep; and wide|tall", "Ann Lee", "2020"))
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert describe(Source.of(text)).columns == rows[0]


@pytest.mark.parametrize(
    "text",
    [
        "Dear reader,\nthis is, as you see, a letter.\n",
        "a,b,c\n",
        "one,one\n1,2\n",
        "First, and before all, this here is prose, with commas.\nAnd more of it, and so on, and on, x.\n",
    ],
)
def test_what_only_has_commas_is_no_table(text: str) -> None:
    assert describe(Source.of(text)).columns == ()


def test_every_format_says_what_its_files_are_called_and_what_it_is_told_by() -> None:
    assert set(SIGNS) == {known.name for known in FORMATS}
    assert all(sign.told_by and all(ending.startswith(".") for ending in sign.endings) for sign in SIGNS.values())


def test_the_file_name_does_not_matter(tmp_path: Path) -> None:
    page = tmp_path / "arxiv_listing.bib"
    page.write_text("Ann Example\n\n1papers\n\n1 Papers\n\nLGMay 3, 2021\nA title\n", encoding="utf-8")
    known = recognise(Source.at(page))
    assert known is not None
    assert known.name == "paper_list"


FIXTURES = sorted(path for path in (ROOT / "tests" / "data").rglob("*") if path.is_file() and path.suffix not in NO_DOCUMENTS)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_no_document_of_ours_is_taken_for_two_formats(path: Path) -> None:
    assert len(fitting(Source.at(path))) <= 1


def test_a_document_that_fits_two_formats_is_none_until_somebody_says_which() -> None:
    two = Source.of("TY  - JOUR\nTI  - Ants\nER  - \n\n@article{ants, title = {Ants}}\n")
    assert [known.name for known in fitting(two)] == ["bibtex", "ris"]
    assert recognise(two) is None


def test_a_table_that_is_known_by_its_columns_goes_before_any_table() -> None:
    source = Source.of("Lens ID,Title,Author/s,Publication Year\n000-1,Ants,Ann Lee,2020\n")
    assert [known.name for known in fitting(source)] == ["lens_csv"]
    assert [known.name for known in every_fitting(source)] == ["lens_csv", "table"]


def test_a_table_that_has_the_columns_of_two_known_ones_is_not_guessed(tmp_path: Path) -> None:
    header = ["Lens ID", "Title", "Author/s", "Publication ID", "Authors", "PubYear"]
    rows = [header, ["000-1", "Ants", "Ann Lee", "pub.1", "Lee, Ann", "2020"]]
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(tmp_path / "both.xlsx")
    for source in (Source.of("\n".join(map(",".join, rows))), Source.at(tmp_path / "both.xlsx")):
        assert [known.name for known in fitting(source)] == ["dimensions_csv", "lens_csv"]


def test_only_the_listing_has_to_be_told_its_author() -> None:
    assert [known.name for known in FORMATS if known.takes_author] == ["arxiv_listing"]


def test_a_page_that_is_called_a_workbook_is_to_be_saved_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "export.XLS"
    path.write_text("<html><body><table><tr><td>Title</td></tr></table></body></html>")
    assert describe(Source.at(path)).words.endswith("open it in a spreadsheet and save it as CSV")
