"""What is told of documents before anything is loaded."""

from pathlib import Path

import openpyxl
import pytest

import scholargraph
from graph.documents import Hints, document_of, find
from graph.documents.inspection import Inspection, inspect
from graph.errors import ParameterError
from loaders import Source
from loaders.records import Record
from tests.unit.documents.packed import ANTS, BEES, zipped

LENS = "Lens ID,Title,Author/s,Publication Year,DOI,Publisher,Funding\n000-1,Of Ants,Ann Lee,2020,10.9999/ants,Pub,\n"


def of(data: str | bytes, **hints: object) -> Inspection:
    return inspect(Source.of(data, "it"), Hints.of(**hints)).documents[0]  # type: ignore[arg-type]


def gives(inspection: Inspection) -> dict[str, tuple[str, ...]]:
    return {column.column: column.gives for column in inspection.columns}


def test_the_first_records_are_those_that_would_be_loaded() -> None:
    many = b"".join(ANTS.replace(b"Of Ants", b"Part %d" % n).replace(b"{ants", b"{ants%d" % n) for n in range(9))
    found = of(many)
    assert (found.format, found.others, found.problem) == ("bibtex", (), "")
    assert found.why == "a line that begins an entry, with a field behind it"
    loaded = [item for item in document_of(Source.of(many)).items() if isinstance(item, Record)]
    assert [record["title"] for record in found.records] == [item.title for item in loaded[:3]]
    assert found.records[0]["authors"] == [{"name": "Ann Lee", "position": 1, "family": "Lee", "given": "Ann"}]
    assert len(inspect(Source.of(many), records=5).documents[0].records) == 5


def test_what_is_rejected_and_remarked_before_them_is_told() -> None:
    found = of("TY  - JOUR\nPY  - 2020\nER  - \n" + BEES.decode())
    assert [note.where for note in found.rejected] == ["line 1"]
    assert len(found.records) == 1


def test_of_a_known_table_each_column_says_what_it_gives() -> None:
    found = of(LENS)
    assert (found.format, found.others) == ("lens_csv", ("table",))
    assert gives(found) == {
        "Lens ID": ("ids.lens",),
        "Title": ("title",),
        "Author/s": ("authors", "authors_complete"),
        "Publication Year": ("year", "date"),
        "DOI": ("ids.doi",),
        "Publisher": ("publisher",),
        "Funding": (),
    }
    assert {column.column: column.example for column in found.columns}["Title"] == "Of Ants"


def test_a_column_that_only_stands_in_for_another_says_so() -> None:
    table = "Authors,Authors with affiliations,Affiliations,Title,Year,Source title,EID,Link,Document Type\n"
    row = '"Lee, A.","Lee, A., Here","Here",Of Ants,2020,J,2-s2.0-1,https://www.scopus.com/x?eid=2-s2.0-1,Article\n'
    found = of(table + row)
    assert found.format == "scopus_csv"
    uses = {column.column: column for column in found.columns}
    assert uses["Authors with affiliations"].gives == ("authors.affiliations",)
    assert (uses["Affiliations"].gives, uses["Affiliations"].would_give) == ((), ("authors.affiliations",))
    assert uses["EID"].gives == ("ids.scopus",)
    assert (uses["Link"].gives, uses["Link"].would_give) == ((), ("ids.scopus",))


def test_of_a_table_whose_columns_are_named_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("Name", "Who", "When", "Shelf"), ("Of Ants", "Ann Lee", 2020, "A3")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "shelf.xlsx")
    mapping = {"title": "Name", "authors": "Who", "year": "When"}
    for source in (Source.of("Name,Who,When,Shelf\nOf Ants,Ann Lee,2020,A3\n"), Source.at(tmp_path / "shelf.xlsx")):
        found = inspect(source, Hints.of(columns=mapping)).documents[0]
        assert (found.format, found.why) == ("table", "its columns were named")
        assert gives(found) == {"Name": ("title",), "Who": ("authors", "authors_complete"), "When": ("year", "date"), "Shelf": ()}


def test_of_a_table_of_no_known_columns_those_of_usual_names_are_told() -> None:
    found = of("Title,Maker,Year\nOf Ants,Ann Lee,2020\n")
    assert found.format is None
    assert "Say what they hold: --column title=NAME" in found.problem
    assert gives(found) == {"Title": ("title",), "Maker": (), "Year": ("year",)}


def test_formats_that_fit_alike_are_all_named() -> None:
    found = of(BEES + ANTS)
    assert (found.format, found.others) == (None, ("bibtex", "ris"))
    assert "--as bibtex or --as ris" in found.problem
    decided = of(BEES + ANTS, format="ris")
    assert (decided.format, decided.why, decided.others) == ("ris", "it was said so", ("bibtex",))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n", "it looks like a binary file"),
        (b"Dear reader,\nthis is a letter.\n", "it looks like plain text that begins 'Dear reader,'"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "it looks like a 7z archive; unpack it, and load what it holds"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "Git LFS"),
    ],
)
def test_what_is_of_no_format_is_told_with_what_it_looks_like(data: bytes, problem: str) -> None:
    found = of(data)
    assert found.format is None
    assert problem in found.problem


def test_each_document_of_a_folder_or_archive_is_told_and_what_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"ants.bib": ANTS, ".DS_Store": b"", "bees.ris": BEES}))
    (tmp_path / "gone.bib").symlink_to(tmp_path / "nowhere")
    found = scholargraph.inspect(tmp_path)
    assert [(Path(one.location).name, one.format) for one in found.documents] == [
        ("ants.bib", "bibtex"),
        ("bees.ris", "ris"),
        ("gone.bib", None),
    ]
    assert "which is not there" in found.documents[2].problem
    assert [note.where for note in found.left_out] == [f"{tmp_path}/a.zip/.DS_Store"]
    assert [source.location for source in find(tmp_path).sources] == [one.location for one in found.documents]


def test_python_lists_the_formats_as_the_command_does() -> None:
    rows = {row["name"]: row for row in scholargraph.formats()}
    assert rows["bibtex"]["options"] == []
    assert rows["table"]["options"] == [
        "--column and --columns (columns=)",
        "--author-separator (author_separator=)",
    ]


def test_what_was_said_to_be_of_a_format_and_holds_nothing_of_it_is_told() -> None:
    [note] = of("one;two\n1;2\n", format="ris").rejected
    assert note.reason.startswith("it was to be read as ris and holds nothing of it")


def test_a_document_without_records_says_so() -> None:
    found = of('{"search-results": {"opensearch:totalResults": "0", "entry": []}}')
    assert (found.format, [note.reason for note in found.warnings]) == ("scopus_api", ["it holds no records"])


def test_what_is_no_document_of_works_says_what_to_do_instead() -> None:
    assert "GROBID" in of(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n").problem
    error = '<error code="noRecordsMatch">none</error>'
    assert "no records" in of(f'<?xml version="1.0"?>\n<OAI-PMH xmlns="http://example.org/">{error}</OAI-PMH>').problem


def test_a_mapping_file_without_a_column_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text('author_separator = ";"\n')
    with pytest.raises(ParameterError, match="names no column"):
        Hints.of(columns=tmp_path / "map.toml")


def test_of_a_table_that_is_not_known_each_column_has_an_example() -> None:
    found = of("Title,Maker,Year\nOf Ants,,2020\nOf Bees,Ann Lee,2021\n")
    assert {column.column: column.example for column in found.columns} == {"Title": "Of Ants", "Maker": "Ann Lee", "Year": "2020"}


def test_tables_say_what_they_are_told_by_in_like_words() -> None:
    assert of("Title,Authors\nOf Ants,Ann Lee\n").why == "a header row with usual names for title and authors"
    for table in (LENS, "Document Title,Authors,Publication Title,Publication Year\nAnts,Ann Lee,J,2020\n"):
        assert of(table).why.startswith("the columns ")


def test_a_column_of_editors_gives_editors() -> None:
    tags = 'PT,AU,TI,SO,BE\nJ,"Lee, A",Of Ants,Ants,"Roe, J"\n'
    scopus = "Authors,Title,Year,Source title,EID,Editors\nLee A.,Of Ants,2018,Ants,2-s2.0-1,Roe J.\n"
    usual = 'Title,Authors,Editors\nOf Ants,"Lee, A.","Roe, J."\n'
    for table, column in ((tags, "BE"), (scopus, "Editors"), (usual, "Editors")):
        found = gives(of(table))
        assert found[column] == ("editors",)
        assert "editors" not in found["AU" if table is tags else "Authors"]
