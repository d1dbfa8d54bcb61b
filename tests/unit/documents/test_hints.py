"""What users say of documents: the file that keeps a mapping of columns, and the format that is not to be guessed."""

from pathlib import Path

import pytest

from graph.documents import Hints, columns_in, document_of
from graph.errors import DocumentError, ParameterError, SeveralFormatsError
from loaders import FORMATS, Source
from loaders.records import Record, Rejection, Remark

WHOLE = """
# Our catalogue
title = "Article Name"
authors = ["Creators", "Who"]
author_separator = "/"
"""
TWO = Source.of("TY  - JOUR\nTI  - Of Bees\nER  - \n\n@article{ants, title = {Of Ants}}\n", "two.txt")


def kept(folder: Path, text: str | bytes) -> Path:
    path = folder / "map.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "\ufeff" + WHOLE.replace("\n", "\r\n"),
        'author_separator = "/"\n[columns]\ntitle = "Article Name"\nauthors = ["Creators", "Who"]\n',
    ],
)
def test_a_file_keeps_the_columns_and_what_stands_between_names(text: str, tmp_path: Path) -> None:
    path = kept(tmp_path, text)
    assert columns_in(path) == ({"title": "Article Name", "authors": ["Creators", "Who"]}, "/")
    hints = Hints.of(columns=path)
    table = Source.of("Article Name;Creators;Who\nOf Ants;;Ann Lee/Bo Ho\n")
    works = [item for item in document_of(table, hints).items() if isinstance(item, Record)]
    assert [(work.title, [author.name for author in work.authors]) for work in works] == [("Of Ants", ["Ann Lee", "Bo Ho"])]
    assert Hints.of(columns=path, author_separator=";").author_separator == ";"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title: Article Name", "not TOML .* it has lines such as title = "),
        ('title = "M\xfcll"'.encode("cp1252"), "not UTF-8; save it as UTF-8"),
        ("title = 3", 'title has to be the name of a column, or a list of them: title = "Article Name"'),
        ('title = ["Name", 3]', "title has to be the name of a column"),
        ('titel = "Name"', "there is no field 'titel'; fields are title, authors"),
        ('authors = ["Who", ""]', "'authors' needs the name of a column, or nothing at all where no column holds it"),
        ('title = "T"\nauthor_separator = 3', 'author_separator is 3; it has to be a text, such as author_separator = ";"'),
        ('columns = "T"', "columns is no table"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_with_the_next_step(text: str | bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match=reason):
        Hints.of(columns=kept(tmp_path, text))


def test_a_mapping_is_for_tables_and_what_lies_beside_them_is_what_it_is() -> None:
    hints = Hints.of(columns={"title": "Name", "authors": "Who"})
    formats = {
        "Name,Who\nOf Ants,Ann Lee\n": "table",
        "Name,Who\n@article{ants: title},Ann Lee\n": "table",
        "Lens ID,Title,Author/s,Name\n000-1,Ants,Ann Lee,Of Ants\n": "lens_csv",
        "Lens ID,Title,Author/s\n000-1,Ants,Ann Lee\n": "lens_csv",
        "Title,Author\nAnts,Ann Lee\n": "table",
        "Dear reader,\nthis is a letter.\n": "table",
        "@article{ants, title = {Of Ants}}\n": "bibtex",
    }
    assert {text: document_of(Source.of(text), hints).format for text in formats} == formats


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match=r"nosuch\.toml: the mapping of columns cannot be read"):
        Hints.of(columns=tmp_path / "nosuch.toml")


def test_two_formats_that_fit_are_both_named_and_the_user_decides() -> None:
    with pytest.raises(SeveralFormatsError) as caught:
        document_of(TWO)
    assert caught.value.formats == ("bibtex", "ris")
    assert str(caught.value).endswith("say which: --as bibtex or --as ris (in Python format=)")
    for name, title in (("bibtex", "Of Ants"), ("ris", "Of Bees")):
        document = document_of(TWO, Hints.of(format=name))
        assert document.format == name
        assert [item.title for item in document.items() if isinstance(item, Record)] == [title]


@pytest.mark.parametrize(
    ("given", "meant"), [("BibTeX", "bibtex"), ("csl-json", "csl_json"), ("Web of Science", "web_of_science")]
)
def test_a_format_is_named_in_any_case_and_spelling(given: str, meant: str) -> None:
    assert Hints.of(format=given).format == meant


def test_a_format_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(ParameterError, match="there is no format 'bibtx'; did you mean bibtex"):
        Hints.of(format="bibtx")
    with pytest.raises(ParameterError, match="there is no format 'qqq'; `scholargraph formats` lists all"):
        Hints.of(format="qqq")


def test_a_format_without_columns_takes_no_mapping() -> None:
    with pytest.raises(ParameterError, match="bibtex takes no mapping of columns; leave it out, or name the format table"):
        Hints.of(columns={"title": "T"}, format="bibtex")


def test_a_document_that_is_of_another_format_than_said_is_read_as_said_and_told() -> None:
    bees = Source.of("TY  - JOUR\nTI  - Of Bees\nER  - \n")
    items = list(document_of(bees, Hints.of(format="bibtex")).items())
    assert Rejection("document", "it was to be read as bibtex and holds nothing of it; it looks like ris") in items
    table = Source.of("Lens ID,Title,Author/s\n000-1,Of Ants,Ann Lee\n")
    items = list(document_of(table, Hints.of(format="table")).items())
    assert [item.title for item in items if isinstance(item, Record)] == ["Of Ants"]
    assert [item for item in items if isinstance(item, Remark)] == [
        Remark("document", "it was read as table, as was said; its content looks like lens_csv")
    ]


STRANGE = (
    b"",
    b"\0\1\2\3" * 99,
    b"PK\3\4[Content_Types].xml",
    b"\x89PNG\r\n",
    b"Dear reader,\nthis is a letter.\n",
    b'{"a": 1}',
    b"<a/>",
)


@pytest.mark.parametrize("name", [known.name for known in FORMATS])
@pytest.mark.parametrize("data", STRANGE)
def test_whatever_a_document_is_said_to_be_it_is_rejected_and_nothing_breaks(name: str, data: bytes) -> None:
    items = list(document_of(Source.of(data), Hints.of(format=name)).items())
    assert any(isinstance(item, Rejection) for item in items)


def test_a_document_that_cannot_be_opened_is_so_whatever_it_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        document_of(Source.at(tmp_path / "nosuch.bib"), Hints.of(format="bibtex"))


def test_a_mapping_file_that_cannot_be_meant_is_named(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text('titel = "Name"\n')
    with pytest.raises(ParameterError, match=r"map\.toml: there is no field 'titel'"):
        Hints.of(columns=file)
