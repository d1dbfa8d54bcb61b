"""A document that ends within a record, as where a download broke off, is told as such; a whole one never is."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable

import pytest
import zstandard

from graph.documents import document_of
from graph.load.reading import OpenDocument
from loaders import Source, recognise, ris
from loaders.records import Record, Remark
from tests.unit.loaders.page_parts import ROOT

WORK = {"id": "https://openalex.org/W1", "title": "Of Ants", "publication_year": 2020, "authorships": []}
WHOLE = {
    "bibtex": "@article{a,\n title = {Of Ants},\n author = {Lee, Ann}\n}\n"
    "@article{b,\n title = {Of Bees},\n author = {Lee, Ann}\n}\n",
    "ris": "TY  - JOUR\nTI  - Of Ants\nER  - \nTY  - JOUR\nTI  - Of Bees\nAU  - Lee, Ann\nER  - \n",
    "web_of_science": "FN Clarivate\nVR 1.0\nPT J\nAU Lee, A\nTI Of Ants\nER\n\nPT J\nAU Lee, A\nTI Of Bees\nER\n\nEF\n",
    "openalex": json.dumps({"results": [WORK, {**WORK, "id": "https://openalex.org/W2", "title": "Of Bees"}]}),
    "openalex_lines": json.dumps(WORK) + "\n" + json.dumps({**WORK, "id": "https://openalex.org/W2"}) + "\n",
    "dblp": "<?xml version='1.0'?>\n<dblp>\n"
    "<article key='journals/a/1'><author>Ann Lee</author><title>Of Ants</title></article>\n"
    "<article key='journals/a/2'><author>Ann Lee</author><title>Of Bees</title></article>\n</dblp>\n",
    "table": 'Title,Authors,Abstract\nOf Ants,Ann Lee,"They walk."\nOf Bees,Ann Lee,"They fly, and\nfly."\n',
}


def truncated(data: bytes | str) -> object:
    """What is kept with the node of a document."""
    opened = OpenDocument.of(document_of(Source.of(data)))
    for _ in opened.claims():
        pass
    return opened.row(complete=True)["properties"]["truncated"]  # type: ignore[index]


@pytest.mark.parametrize("name", WHOLE)
def test_a_document_is_truncated_where_it_ends_within_a_record(name: str) -> None:
    text = WHOLE[name]
    assert truncated(text) is None
    assert truncated(text[: text.rindex("Bees") + 2 if "Bees" in text else -30]) is True or name == "table"


def test_a_table_is_where_a_quote_is_open_at_its_end() -> None:
    assert truncated(WHOLE["table"][:-6]) is True


def test_a_page_is_where_its_list_of_works_is_missing() -> None:
    page = (ROOT / "graph" / "demo" / "researcher_profile_soham_de.txt").read_text(encoding="utf-8")
    assert truncated(page) is None
    assert truncated(page[: len(page) // 2].rsplit("\n", 1)[0][:-3]) is True


def test_a_compressed_document_is_where_its_data_break_off() -> None:
    packed = gzip.compress((WHOLE["bibtex"] * 4000).encode())
    assert truncated(packed) is None
    assert truncated(packed[: len(packed) // 2]) is True


@pytest.mark.parametrize("damage", ["the end missing", "garbage behind"])
@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress, zstandard.compress])
@pytest.mark.parametrize("parents", [False, True])
def test_entries_before_the_damage_are_read_and_it_is_told_once(
    pack: Callable[[bytes], bytes], damage: str, parents: bool
) -> None:
    """Garbage behind bzip2, xz and Zstandard is of no member, and some of their readers leave it out."""
    crossref = ", crossref = {k0}" if parents else ""
    text = "".join(f"@misc{{k{number}, title = {{Of ants {number * 7919}}}{crossref}}}\n" for number in range(1200))
    packed = pack(f"{text}{'A comment.' * 40_000}\n".encode())  # of several blocks
    opened = OpenDocument.of(document_of(Source.of(packed[:-5] if damage == "the end missing" else packed + b"garbage" * 9)))
    claims = sum(1 for _ in opened.claims())
    told = [each for each in opened.report.rejected if "cannot be read further" in each.reason]
    assert len(told) == len(opened.report.rejected) <= 1
    assert claims >= (1200 if pack is gzip.compress else 1)
    if damage == "the end missing" or pack is gzip.compress:
        assert len(told) == 1


_ANTS = "%0 Journal Article\n%T Of Ants\n%A Lee, Ann\n%U https://example.org/1\n\n"
_WOS = "FN Clarivate\nVR 1.0\nPT J\nAU Lee, A\nTI Of Ants\nER\n\nPT J\nTI Of Bees\nAU Lee, A\n"
TORN = {
    "ris": ("TY  - JOUR\nTI  - Of Ants\nER  - \n\nTY  - JOUR\nTI  - Of Bees\nAU  - Lee, Ann\nAU  - Do", "AU 'Do'"),
    "ris_alone": ("TY  - JOUR\nTI  - Of Bees\nAU  - Lee, Ann\nAU  - Do", "AU 'Do'"),
    "web_of_science": (f"{_WOS}   Do", "AU 'Do'"),
    "web_of_science_reference": (
        f"{_WOS}CR Holm I, 2001, ANTS, V1, DOI 10.5555/ants.1\n   Ruiz A, 2002, BEES, V2, DOI 10.5555/be",
        "CR 'Ruiz A, 2002, BEES, V2, DOI 10.5555/be'",
    ),
    "endnote_tagged": (f"{_ANTS * 2}%0 Journal Article\n%T Of Bees\n%A Lee, Ann\n%A Do", "%A 'Do'"),
    "refworks": (
        "RT Journal Article\nT1 Of Ants\nA1 Lee, Ann\nUL https://example.org/1\n\n" * 2 + "RT Journal Article\nT1 Of Bees\nA1 Do",
        "A1 'Do'",
    ),
    "nbib": ("PMID- 1\nTI  - Of Ants\nFAU - Lee, Ann\nSO  - Ants\n\n" * 2 + "PMID- 3\nTI  - Of Bees\nFAU - Do", "FAU 'Do'"),
}  # fmt: skip


@pytest.mark.parametrize("name", TORN)
def test_a_value_within_which_the_file_ends_is_left_out_and_named(name: str) -> None:
    text, torn = TORN[name]
    for written, expected in ((text, [torn]), (f"{text}\n", [])):
        known = recognise(source := Source.of(written))
        assert known
        items = list(known.read(source))
        told = [item for item in items if isinstance(item, Remark) and "was left out" in item.reason]
        assert [each.reason.partition("of the record, ")[2].removesuffix(", was left out") for each in told] == expected
        assert all(each.truncated for each in told)
        last = [item for item in items if isinstance(item, Record)][-1:]
        assert ("Do" in [author.name for record in last for author in record.authors]) == (written != text and "Do" in torn)
        assert all(record.authors_complete is False for record in last if told and "Do" in torn)
        assert all(len(record.cites) == (1 if told else 2) for record in last if "CR" in torn)


@pytest.mark.parametrize("end", ["ER  - ", "ER  -", "ER", "E", "AU", "AU  -"])
def test_a_file_that_ends_within_a_tag_keeps_the_value_before(end: str) -> None:
    text = f"TY  - JOUR\nTI  - Of Bees\nAU  - Lee, Ann\n{end}"
    [record] = [item for item in ris.read(Source.of(text)) if isinstance(item, Record)]
    assert [author.name for author in record.authors] == ["Ann Lee"]
