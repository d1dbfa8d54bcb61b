"""What the loaders of tables promise: exports of Scopus and IEEE Xplore, and any table by a mapping of its columns."""

import importlib
import io
import zipfile
from types import ModuleType

import pandas as pd
import pytest

from loaders import Source, recognise
from loaders.records import Affiliation, Identifier, Publication
from loaders.tables import table
from loaders.tables.columns import ColumnsError
from tests.unit.loaders.export_items import export, fixture
from tests.unit.loaders.page_parts import ROOT, Parts, load, parts

DATA = ROOT / "tests" / "data" / "tables"
MAPPING = {
    "title": "article name", "authors": "Creators", "orcids": "ORCID", "affiliations": "Where from", "date": "When",
    "venue": "Published in", "doi": "Identifier", "keywords": "Words",
}  # fmt: skip


@pytest.fixture(scope="module")
def mapped() -> Parts:
    return parts(list(table.read(Source.at(DATA / "mapped.csv"), columns=MAPPING)))


def test_a_broken_row_is_rejected_alone_with_its_line(mapped: Parts) -> None:
    assert [(each.where, each.title) for each in mapped.records] == [
        ("line 2", "On things; and more"),
        ("line 3", 'Quoted "things"'),
        ("line 4", '5" disks'),
        ("line 6", "The row behind it"),
        ("line 7", "A title of two lines"),
    ]
    assert [(each.where, each.reason.partition(";")[0].partition(" in the columns")[0]) for each in mapped.rejections] == [
        ("line 5", "a quote is opened here and not closed where a row of 8 columns ends"),
        ("line 10", "the row has no title, abstract or identifier"),
        ("line 11", "the row has 9 cells where the header has 8 columns"),
        ("line 12", "the row has 1 cell where the header has 8 columns"),
    ]


def test_every_one_of_many_broken_rows_is_counted() -> None:
    page = parts(list(table.read(Source.of("Title,Authors\n" + '"Open,Ann Lee\n' * 700 + "Sound,Ann Lee\n"))))
    assert (len(page.rejections), [(each.where, each.title) for each in page.records]) == (700, [("line 702", "Sound")])


def test_mapped_columns_become_fields(mapped: Parts) -> None:
    first = mapped.records[0]
    assert (first.date, first.ids) == ("2020-03-04", (Identifier("doi", "10.1000/m1"),))
    assert first.publications == (Publication(venue="Nature", kind="journal", year=2020),)
    assert [(each.name, each.ids, each.affiliations) for each in first.authors] == [
        ("Ann Lee", (Identifier("orcid", "0000-0002-1825-0097"),), (Affiliation("Univ Nowhere"),)),
        ("Bo Chen", (), (Affiliation("Inst Elsewhere"),)),
    ]
    assert [subject.label for subject in first.subjects] == ["graphs", "trees"]
    assert (mapped.records[3].authors_complete, mapped.records[4].authors[0].kind) == (False, "organisation")


def test_a_mapping_that_cannot_be_meant_says_what_would_be() -> None:
    with pytest.raises(ColumnsError, match="no field 'titel'; fields are title, authors"):
        table.read(Source.of("a,b\n1,2\n"), columns={"titel": "a"})
    page = parts(list(table.read(Source.of("a,b\n1,2\n"), columns={"authors": "a"})))
    assert ["no column holds a title or an identifier; say which" in each.reason for each in page.rejections] == [True]
    page = parts(list(table.read(Source.of("Name,Who\nx,y\n"), columns={"title": "Name", "authors": "Whom"})))
    assert [each.reason for each in page.remarks] == ["there is no column 'Whom' for authors; the columns are: Name, Who"]
    assert [each.title for each in page.records] == ["x"]
    page = parts(list(table.read(Source.of("Name,Who\nx,y\n"), columns={"title": "Titre"})))
    assert [each.reason for each in page.rejections] == ["there is no column 'Titre'; the columns are: Name, Who"]
    page = parts(list(table.read(Source.of("a text\nwithout columns\n"), columns={"title": "Titre"})))
    assert ["no header row was found" in each.reason for each in page.rejections] == [True]


def test_a_table_with_usual_column_names_needs_no_mapping() -> None:
    page = load("Title\tAuthors\tYear\nA title\tAnn Lee and Bo Chen\t2001\n")
    assert page.header.format == "table"
    assert [(each.title, each.year, [author.name for author in each.authors]) for each in page.records] == [
        ("A title", 2001, ["Ann Lee", "Bo Chen"])
    ]
    assert recognise(Source.of("a,b\n1,2\n")) is None


_WORK = ("Über Namen", ["Ann Leeward", "Bo Chenow"], 2001, "Some Review", "3", "7", "1-9", "kurz", 4)


@pytest.mark.parametrize(
    "columns",
    [
        "Titel;Autoren;Erscheinungsjahr;Zeitschrift;Band;Heft;Seiten;Zusammenfassung;Zitiert von",
        "Titel;Verfasser*innen;Jahr;Titel der Zeitschrift;Jahrgang;Ausgabe;Seiten;Kurzfassung;Zitationen",
        "Titre;Auteurs;Année;Revue;Tome;Numéro;Pages;Résumé;Cité par",
        "TITRE;AUTEUR(S);ANNEE DE PUBLICATION;Titre de la revue;Volume;Fascicule;Pagination;RESUME;Citations",
        "Título;Autores;Año;Revista;Volumen;Número;Páginas;Resumen;Citado por",
        "Titulo;Autor(es);Ano;Revista;Volumen;Numero;Paginas;Resumen;Numero de citas",
        "Titolo;Autori;Anno;Rivista;Volume;Fascicolo;Pagine;Riassunto;Citazioni",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_column_names_of_other_languages_are_usual_too(columns: str, encoding: str) -> None:
    row = "Über Namen;Leeward, Ann und Chenow, Bo;2001;Some Review;3;7;1-9;kurz;4"
    (read,) = parts(list(table.read(Source.of(f"{columns}\n{row}\n".encode(encoding))))).records
    names = [author.name for author in read.authors]
    venue = read.publications[0].venue
    assert (read.title, names, read.year, venue, read.volume, read.issue, read.pages, read.abstract, read.cited_by) == _WORK
    assert recognise(Source.of(f"{columns}\n{row}\n".encode(encoding))) is not None


def test_rows_that_are_too_long_are_read_by_columns_of_other_languages() -> None:
    text = "Titel,Autoren,Jahr,DOI\n" + "".join(f"Namen {n},Ann Lee,200{n},10.1000/{n}\n" for n in range(5))
    read = parts(list(table.read(Source.of(text + "Namen,Ann Lee,und mehr,2009,10.1000/9\n")))).records[-1]
    assert (read.year, [each.value for each in read.ids]) == (2009, ["10.1000/9"])


def binary(frame: pd.DataFrame, package: str) -> Source:
    held = io.BytesIO()
    if package == "pyarrow":
        frame.to_parquet(held)
    else:
        frame.to_excel(held, index=False)
    return Source.of(held.getvalue())


@pytest.mark.parametrize("package", ["pyarrow", "openpyxl"])
def test_parquet_and_excel_are_read_like_text(package: str) -> None:
    frame = pd.DataFrame({"Name": ["X", "Y"], "Who": ["Ann Lee; Bo Chen", None], "Year": [2020.0, None]})
    found = list(table.read(binary(frame, package), columns={"title": "Name", "authors": "Who", "year": "Year"}))
    assert [(each.title, each.year, [author.name for author in each.authors]) for each in parts(found).records] == [
        ("X", 2020, ["Ann Lee", "Bo Chen"]),
        ("Y", None, []),
    ]


@pytest.mark.parametrize("package", ["pyarrow", "openpyxl"])
def test_a_missing_package_is_named_with_how_to_install_it(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = binary(pd.DataFrame({"title": ["X"], "authors": ["Ann Lee"]}), package)
    known = recognise(source)

    def refuse(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    assert known is not None
    assert [
        f"{package}; install it with: pip install 'scholargraph[tables]'" in each.reason
        for each in parts(list(known.read(source))).rejections
    ] == [True]


@pytest.mark.parametrize("data", [b"PAR1 truncated", b"PK\x03\x04[Content_Types].xml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_damaged_or_old_table_is_one_rejection(data: bytes) -> None:
    page = load(data)
    assert (page.records, len(page.rejections)) == ([], 1)


def test_a_scopus_export_keeps_ids_affiliations_and_citations() -> None:
    page = load(DATA / "scopus.csv")
    first, second = page.records
    assert page.header.format == "scopus_csv"
    assert (first.title, first.abstract) == ('A title, with a comma and "quotes"', "First line\nsecond line")
    nowhere, elsewhere = Affiliation("Univ Nowhere, Nowhere"), Affiliation("Inst Elsewhere, Elsewhere")
    assert [(each.name, each.ids, each.affiliations) for each in first.authors] == [
        ("Ann Lee", (Identifier("scopus", "57190000001"),), (nowhere, elsewhere)),
        ("Jan P. van den Berg", (Identifier("scopus", "57190000002"),), (elsewhere,)),
    ]
    assert set(first.ids) == {
        Identifier("doi", "10.1000/s1"),
        Identifier("pmid", "30704343"),
        Identifier("scopus", "2-s2.0-85074596690"),
    }
    assert first.cites == (Identifier("doi", "10.1000/cited"),)
    assert (second.authors, second.authors_complete, second.abstract) == ((), False, None)
    assert [(each.where, each.reason) for each in page.rejections] == [
        ("line 5", "the row has no Title, Abstract, DOI or EID"),
        (
            "line 6",
            "the row has 2 cells where the header has 16 columns; as far as its cells are sure, the row has no Title, Abstract, "
            "DOI or EID",
        ),
    ]


def test_an_older_scopus_export_with_lines_above_its_header_is_read() -> None:
    page = load(DATA / "scopus_2015.csv")
    assert [(each.where, [author.name for author in each.authors], each.ids) for each in page.records] == [
        ("line 5", ["A. Lee", "J.P. van den Berg"], (Identifier("scopus", "2-s2.0-1"),))
    ]


def test_an_ieee_xplore_export_keeps_affiliations_and_terms() -> None:
    page = load(DATA / "ieee_xplore.csv")
    first, second = page.records
    assert page.header.format == "ieee_xplore_csv"
    assert (first.title, first.date) == ("GPU -- & CPU", "2020-07-28")
    assert [(each.name, each.affiliations) for each in first.authors] == [
        ("A. Hayashi", (Affiliation("Univ Nowhere,City,USA"),)),
        ("S. Raj Paul", (Affiliation("Inst Elsewhere,City,France"),)),
    ]
    assert first.publications == (Publication(venue="2020 Example Workshops (EXW)", kind="workshop", year=2020),)
    assert [(each.scheme, each.label) for each in first.subjects] == [
        ("keyword", "GPU"),
        ("keyword", "CPU"),
        ("ieee", "Programming"),
    ]
    assert (second.authors, second.authors_complete, second.publications[0].kind) == ((), False, "journal")


def open_document(*rows: tuple[str, ...]) -> bytes:
    """A spreadsheet of these rows."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(f"<table:table-row>{''.join(cell.format(text) for text in row)}</table:table-row>" for row in rows)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='works'>{lines}"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return held.getvalue()


def test_old_workbooks_and_open_documents_are_read_too() -> None:
    found = export(open_document(("Title", "Authors", "Year"), ("Ants", "Berg, Ada", "2019")), "table")
    assert [(one.where, one.title, one.authors[0].name, one.year) for one in found.records] == [
        ("sheet works, row 2", "Ants", "Ada Berg", 2019)
    ]
    old = fixture("tables/works.xls", "table")
    assert [(one.where, one.title, one.date, one.authors[0].name) for one in old.records] == [
        ("sheet works, row 2", "Ants on Bridges", "2019", "Ada Berg"),
        ("sheet works, row 4", "Lettres à Ås", "2020-05-01", "Karl Ås"),
    ]
    broken = export(b"\xd0\xcf\x11\xe0 is not a workbook", "table")
    assert "cannot be read" in broken.rejections[0].reason
