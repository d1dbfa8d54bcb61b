"""Texts that are not UTF-8: read by the encoding that the user names, else as Windows-1252, which is told with what to do."""

import codecs
from pathlib import Path

import openpyxl
import pytest

from graph.documents import Hints, document_of, find
from graph.documents.inspection import inspect
from graph.errors import ParameterError
from loaders import Source
from loaders.records import Record, Remark

NAMES = {
    "mac_roman": ("Émile Müller", "Étude des forêts"),
    "cp1250": ("Jiří Dvořák", "Příspěvek k poznání květeny"),
    "iso8859-2": ("Łukasz Świątek", "Wpływ światła na wzrost roślin"),
    "cp1251": ("Иван Петров", "Исследование свойств материалов"),
    "koi8-r": ("Иван Петров", "Исследование свойств материалов"),
    "gb18030": ("王明", "深度学习方法研究"),
    "utf-16-le": ("Łukasz Świątek", "Wpływ światła"),
}
FORMS = {
    "table": "Title,Authors\n{title},{name}\n",
    "bibtex": "@article{{a,\n title = {{{title}}},\n author = {{{name}}}\n}}\n",
    "ris": "TY  - JOUR\nTI  - {title}\nAU  - {name}\nER  - \n",
    "csl_json": '[{{"id": "a", "type": "book", "title": "{title}", "author": [{{"literal": "{name}"}}]}}]',
    "dblp": '<?xml version="1.0" encoding="ISO-8859-1"?>\n<dblp><article key="journals/a/1"><author>{name}</author>'
    "<title>{title}</title></article></dblp>",
}


def read(data: bytes, encoding: str | None = None) -> tuple[list[tuple[str | None, list[str]]], list[Remark]]:
    items = list(document_of(Source.of(data), Hints.of(encoding=encoding)).items())
    works = [(item.title, [author.name for author in item.authors]) for item in items if isinstance(item, Record)]
    return works, [item for item in items if isinstance(item, Remark)]


@pytest.mark.parametrize("encoding", NAMES)
@pytest.mark.parametrize("form", FORMS)
def test_the_encoding_that_is_named_decides(form: str, encoding: str) -> None:
    name, title = NAMES[encoding]
    text = FORMS[form].format(name=name, title=title)
    assert read(text.encode(encoding), encoding) == ([(title, [name])], [])


@pytest.mark.parametrize("form", [form for form in FORMS if form != "dblp"])
def test_without_it_the_remark_says_what_was_taken_where_and_what_to_do(form: str) -> None:
    text = FORMS[form].format(name="Jiří Dvořák", title="Příspěvek").replace("[{", "[\n\n{")
    works, [remark] = read(text.encode("cp1250"))
    assert works != [("Příspěvek", ["Jiří Dvořák"])]
    assert "read as Windows-1252" in remark.reason
    assert "--encoding NAME (encoding=)" in remark.reason
    assert remark.where.startswith({"table": "line 2", "bibtex": "line 2", "ris": "line 2", "csl_json": "line 3"}[form])


def test_a_mark_of_the_byte_order_and_a_workbook_say_their_encoding_themselves(tmp_path: Path) -> None:
    text = FORMS["table"].format(name="Łukasz Świątek", title="Wpływ")
    for data in (codecs.BOM_UTF8 + text.encode(), text.encode("utf-16")):
        assert read(data, "cp1250") == ([("Wpływ", ["Łukasz Świątek"])], [])
    book = openpyxl.Workbook()
    for row in text.splitlines():
        book.worksheets[0].append(row.split(","))
    book.save(tmp_path / "a.xlsx")
    assert read((tmp_path / "a.xlsx").read_bytes(), "mac_roman") == ([("Wpływ", ["Łukasz Świątek"])], [])


def test_it_is_for_all_documents_of_a_call_and_columns_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Název,Autoři\nPříspěvek,Jiří Dvořák\n".encode("cp1250"))
    hints = Hints.of(columns={"title": "Název", "authors": "Autoři"}, encoding="Windows-1250")
    [source] = find(tmp_path, hints).sources
    assert source.encoding == "cp1250"
    [found] = inspect(tmp_path, hints).documents
    assert [(one["title"], one["authors"][0]["name"]) for one in found.records] == [("Příspěvek", "Jiří Dvořák")]  # type: ignore[index]
    marks = {
        document_of(Source.at(tmp_path / "a.csv"), Hints.of(encoding=name, format="table")).read_by for name in (None, "cp1250")
    }
    assert len(marks) == 2


@pytest.mark.parametrize("name", ["cp9999", "rot13", "base64", "\0"])
def test_an_encoding_that_there_is_not_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(ParameterError, match=r"there is no encoding .* mac_roman, cp1250"):
        Hints.of(encoding=name)
