"""Columns that a user names: each decides its own field, in the tables that have it, and a slip of the pen is told at once."""

from pathlib import Path

import pytest

from graph.documents import Hints, document_of, find
from graph.documents.inspection import inspect
from graph.errors import ParameterError
from loaders import Source
from loaders.records import Record, Rejection, Remark

OWN = "Name,Who,When,Keywords,DOI\nOf Ants,Ann Lee,2020,ants;bees,10.9999/ants\n"
USUAL = "Title,Authors,Year\nOf Bees,Bo Ho,2019\n"
SCOPUS = (
    "Authors,Title,Year,Source title,EID,Author Keywords,Note\n"
    "Lee A.; Ho B.,Of Cats,2018,Journal of Cats,2-s2.0-1,cats; dogs,Of Kittens\n"
)
MAPPING = {"title": "Name", "authors": "Who"}


def read(text: str, **columns: str | list[str]) -> tuple[str, list[Record], list[str]]:
    document = document_of(Source.of(text), Hints.of(columns=columns))
    items = list(document.items())
    told = [item.reason for item in items if isinstance(item, Remark | Rejection)]
    return document.format, [item for item in items if isinstance(item, Record)], told


def test_a_map_is_for_the_tables_that_have_its_columns_and_the_others_are_read_as_what_they_are(tmp_path: Path) -> None:
    for name, text in (("own.csv", OWN), ("usual.csv", USUAL), ("scopus.csv", SCOPUS)):
        (tmp_path / name).write_text(text)
    hints = Hints.of(columns=MAPPING)
    read_by_it: dict[str, tuple[str, list[str | None], list[str]]] = {}
    for source in find(tmp_path, hints).sources:
        document = document_of(source, hints)
        items = list(document.items())
        titles = [item.title for item in items if isinstance(item, Record)]
        told = [item.reason for item in items if isinstance(item, Remark | Rejection)]
        read_by_it[Path(source.location).name] = document.format, titles, told
    not_its = "the columns that were named are not those of this table; it was read"
    assert read_by_it == {
        "own.csv": ("table", ["Of Ants"], []),
        "usual.csv": ("table", ["Of Bees"], [f"{not_its} by its columns of usual names"]),
        "scopus.csv": ("scopus_csv", ["Of Cats"], [f"{not_its} as scopus_csv, by its own columns"]),
    }


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            {"title": "Naem"},
            r"those of no document here: there is no column 'Naem'; did you mean 'Name'\?; the columns of .* Name, W",
        ),
        (
            {"title": "Name", "authors": "Whom"},
            r"there is no column 'Whom'; did you mean 'Who'\?; the columns of .*own.csv are: Name, Who",
        ),
        ({"title": "9"}, "those of no document here"),
    ],
)
def test_a_column_that_no_table_of_the_call_has_is_an_error_before_anything_is_read(
    columns: dict[str, str], told: str, tmp_path: Path
) -> None:
    (tmp_path / "own.csv").write_text(OWN)
    (tmp_path / "usual.csv").write_text(USUAL)
    for look in (find, inspect):
        with pytest.raises(ParameterError, match=told):
            look(tmp_path, Hints.of(columns=columns))


def test_of_a_table_without_a_header_it_is_said_that_its_first_line_looks_like_a_record(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text('Of Ants,"Lee, Ann",2020\nOf Bees,"Roe, Jane",2021\n')
    with pytest.raises(ParameterError, match=r"there is no column 'Name'.*first line looks like a record.*title=1"):
        find(tmp_path, Hints.of(columns=MAPPING))
    (tmp_path / "own.csv").write_text(OWN)
    with pytest.raises(ParameterError) as raised:
        find(tmp_path, Hints.of(columns={"title": "Naem"}))
    assert "looks like a record" not in str(raised.value)


def test_where_nothing_is_a_table_columns_cannot_be_meant(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@article{ants,\n title = {Of Ants}}\n")
    with pytest.raises(ParameterError, match="no document here"):
        find(tmp_path, Hints.of(columns=MAPPING))


def test_a_column_that_is_named_decides_its_field_and_leaves_the_usual_ones_to_the_others() -> None:
    form, [work], told = read(OWN, title="Name", authors="Who")
    assert (form, work.title, work.ids[0].value, [each.label for each in work.subjects], told) == (
        "table",
        "Of Ants",
        "10.9999/ants",
        ["ants", "bees"],
        [],
    )
    _, works, told = read(USUAL, year="Title")
    assert (works, "no column holds a title or an identifier" in told[0]) == ([], True)


def test_a_field_of_no_column_stays_empty() -> None:
    _, [work], _ = read(OWN, title="Name", keywords="", doi=[])
    assert (work.subjects, work.ids) == ((), ())


def test_so_it_does_in_a_known_table() -> None:
    form, [work], told = read(SCOPUS, title="Note", keywords="")
    assert (form, work.title, work.subjects, told) == ("scopus_csv", "Of Kittens", (), [])
    assert [author.name for author in work.authors] == ["A. Lee", "B. Ho"]
    assert (work.publications[0].venue, work.publications[0].year, work.ids[0].value) == ("Journal of Cats", 2018, "2-s2.0-1")
    _, [work], _ = read(SCOPUS, venue="Note", year="", authors="Source title")
    assert (work.publications[0].venue, work.publications[0].year, work.year) == ("Of Kittens", None, None)
    assert [author.name for author in work.authors] == ["Journal of Cats"]
    assert (work.title, [each.label for each in work.subjects]) == ("Of Cats", ["cats", "dogs"])


def test_a_table_without_a_header_line_is_read_by_numbers_its_first_line_too() -> None:
    text = "Of Ants;Ann Lee;2020\nOf Bees;Bo Ho;2021\n"
    form, works, told = read(text, title="1", authors="2", year="3")
    assert (form, [(work.where, work.title, work.year) for work in works]) == (
        "table",
        [("line 1", "Of Ants", 2020), ("line 2", "Of Bees", 2021)],
    )
    assert told == ["its columns were named by number: its first line was read as a record"]
    _, [work], told = read(USUAL, title="2", authors="1")
    assert (work.title, work.authors[0].name, work.year, told) == ("Bo Ho", "Of Bees", 2019, [])


def test_a_table_whose_first_line_is_a_record_says_how_to_name_its_columns() -> None:
    [found] = inspect(Source.of("Of Ants,Ann Lee,2020,10.9999/ants\nOf Bees,Bo Ho,2021,10.9999/bees\n")).documents
    assert found.format is None
    assert "its first line is a record and names no columns: --column title=1 --column authors=2" in found.problem
    assert found.columns == []
