"""Letters of UTF-8 that a program read as Windows-1252 before it wrote the file ("JÃ¼rgen") are put right."""

import json

import pytest

from loaders import FORMATS, Source
from loaders.records import Record, Remark

DOCUMENTS = {
    "table": "Title,Authors,Year\nÃœber Ameisen,\"MÃ¼ller, JÃ¼rgen; BÃ¶hm, ZoÃ«\",2020\n",
    "ris": "TY  - JOUR\nTI  - Ãœber Ameisen\nAU  - MÃ¼ller, JÃ¼rgen\nAU  - BÃ¶hm, ZoÃ«\nER  - \n",
    "endnote_tagged": "%0 Journal Article\n%T Ãœber Ameisen\n%A MÃ¼ller, JÃ¼rgen\n%A BÃ¶hm, ZoÃ«\n",
    "refworks": "RT Journal Article\nT1 Ãœber Ameisen\nA1 MÃ¼ller, JÃ¼rgen\nA1 BÃ¶hm, ZoÃ«\n",
    "web_of_science": "FN X\nVR 1.0\nPT J\nAF MÃ¼ller, JÃ¼rgen\n   BÃ¶hm, ZoÃ«\nTI Ãœber Ameisen\nER\nEF\n",
    "nbib": "PMID- 12345\nTI  - Ãœber Ameisen\nFAU - MÃ¼ller, JÃ¼rgen\nFAU - BÃ¶hm, ZoÃ«\n",
    "bibtex": "@article{a,\n title = {Ãœber Ameisen},\n author = {MÃ¼ller, JÃ¼rgen and BÃ¶hm, ZoÃ«}\n}\n",
    "csl_json": json.dumps([{"id": "a", "type": "book", "title": "Ãœber Ameisen", "author": [
        {"family": "MÃ¼ller", "given": "JÃ¼rgen"}, {"family": "BÃ¶hm", "given": "ZoÃ«"}]}]),
    "csl_yaml": "- id: a\n  type: book\n  title: Ãœber Ameisen\n  author:\n  - family: MÃ¼ller\n    given: JÃ¼rgen\n"
                "  - family: BÃ¶hm\n    given: ZoÃ«\n",
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_misread_is_put_right(name: str) -> None:
    known = next(known for known in FORMATS if known.name == name)
    items = list(known.read(Source.of(DOCUMENTS[name])))
    [record] = [item for item in items if isinstance(item, Record)]
    assert (record.title, [author.name for author in record.authors]) == ("Über Ameisen", ["Jürgen Müller", "Zoë Böhm"])
    assert any("put right" in item.reason for item in items if isinstance(item, Remark))


@pytest.mark.parametrize("name", ["João SÃO PAULO", "Zoë Böhm", "Ânia Ãbel", "Đặng Văn Â"])
def test_letters_that_are_meant_stay(name: str) -> None:
    known = next(known for known in FORMATS if known.name == "table")
    items = list(known.read(Source.of(f"Title,Authors,Year\nOf Ants,{name},2020\n")))
    assert [author.name for item in items if isinstance(item, Record) for author in item.authors] == [name]
    assert not [item for item in items if isinstance(item, Remark)]
