"""What damage did to the records beside it, or to all of a document, before `make hammer` found it; each with the right value."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from graph.load.locus import other_numbers
from loaders import FORMATS, Source, recognise
from loaders.parsing.json_values import number
from loaders.parsing.whole_numbers import whole
from loaders.parsing.zip_entries import zip_entries
from loaders.records import Header, Item, Record, Rejection
from loaders.table_rows.compound_files import why_not_sound
from loaders.table_rows.row_cells import RowCells
from tests.unit.loaders.counted_documents import Kind, title
from tests.unit.loaders.counted_formats import KINDS
from tests.unit.loaders.read_items import DATA

JSON_LISTS = sorted(name for name, kind in KINDS.items() if kind.head[:1] in ("[", "{"))
DAMAGED = 2
"""The number of the record that is damaged, of five."""


def document(kind: Kind, damaged: str) -> str:
    records = [kind.record(number) for number in range(5)]
    records[DAMAGED] = damaged
    return kind.head + kind.between.join(records) + kind.tail


def items_of(data: bytes | str, format_name: str) -> list[Item]:
    return list(next(known for known in FORMATS if known.name == format_name).read(Source.of(data)))


def titles_of(items: list[Item]) -> list[str]:
    return [(item.title or "").rstrip(".") for item in items if isinstance(item, Record)]


@pytest.mark.parametrize("name", JSON_LISTS)
@pytest.mark.parametrize("damage", ["a bracket too many", "a quote missing", "a bracket closed early", "the end missing"])
def test_records_of_a_list_of_json_come_behind_one_whose_brackets_are_broken(name: str, damage: str) -> None:
    kind = KINDS[name]
    whole = kind.record(DAMAGED)
    at = whole.index(":", whole.index("{"))
    damaged = {
        "a bracket too many": whole[:at] + "{" + whole[at:],
        "a quote missing": whole[: at - 1] + whole[at:],
        "a bracket closed early": whole[: at + 1] + "]}" + whole[at + 1 :],
        "the end missing": whole[: at + 1],
    }[damage]
    items = items_of(document(kind, damaged), kind.format)
    assert [text for text in titles_of(items) if text in map(title, (0, 1, 3, 4))] == [*map(title, (0, 1, 3, 4))]
    assert [item for item in items if isinstance(item, Rejection)]


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.format not in ("marc21", "orcid", "orcid_xml")])
def test_a_nul_here_or_there_does_not_make_a_text_binary(name: str) -> None:
    kind = KINDS[name]
    text = document(kind, kind.record(DAMAGED))
    at = text.index(kind.record(DAMAGED)) + 12
    known = recognise(Source.of(text[:at] + "\0" + text[at:]))
    assert known is not None
    assert known.name == kind.format
    without = [item for item in items_of(text, kind.format) if isinstance(item, Record)]
    assert [item for item in items_of(text[:at] + "\0" + text[at:], kind.format) if isinstance(item, Record)] == without


@pytest.mark.parametrize(
    ("format_name", "record", "broken"),
    [
        ("endnote_tagged", "%0 Book\n%T {title}\n%A Lee, Ann\n%D 2001\n%R 10.1000/{n}\n", "%T Two\n%A Lee, Ann\n%R 10.1000/2\n"),
        ("refworks", "RT Book\nT1 {title}\nA1 Lee, Ann\nYR 2001\nDO 10.1000/{n}\n", "DO 10.1000/2\nT1 Two\nA1 Lee, Ann\n"),
        ("aminer_tagged", "#*{title}\n#@Ann Lee\n#t2001\n#cNotes\n#index{n}\n", "#@Ann Lee\n#t2001\n#cNotes\n#index2\n"),
    ],
)
def test_a_record_without_its_first_line_takes_nothing_from_those_behind_it(format_name: str, record: str, broken: str) -> None:
    names = ["One", "Two", "Three", "Four"]
    texts = [record.format(title=name, n=number) for number, name in enumerate(names, 1)]
    whole = [item for item in items_of("\n".join(texts), format_name) if isinstance(item, Record)]
    read = [item for item in items_of("\n".join([texts[0], broken, *texts[2:]]), format_name) if isinstance(item, Record)]
    assert [(item.title, item.ids, item.kind) for item in read[2:]] == [(item.title, item.ids, item.kind) for item in whole[2:]]
    assert read[0] == whole[0]


@pytest.mark.parametrize("text", ["</", "no XML at all </ ", "<x></x>", '<?xml version="1.0"?><recrd/><record/>'])
def test_what_is_said_to_be_orcids_and_is_none_comes_to_an_end(text: str) -> None:
    assert not [item for item in items_of(text, "orcid_xml") if isinstance(item, Record)]


def test_a_place_in_an_author_list_where_nobody_stands_is_nobody() -> None:
    (item,) = [one for one in items_of("#*One\n#@Ann Lem,001\n#t2001\n#index1\n", "aminer_tagged") if isinstance(one, Record)]
    assert "Ann Lem" in [author.name for author in item.authors]


# What takes long, or for ever


@pytest.mark.parametrize("head", ["\n", "u", "@u", "@a\n", "u ", "@a{u", "\n ", "@"])
def test_a_text_of_one_sign_is_no_bibtex_and_that_is_told_soon(head: str) -> None:
    assert recognise(Source.of(head * (60_000 // len(head)))) is None


def test_a_row_of_very_many_quotes_is_read_once() -> None:
    row = RowCells(",").feed('"' + '{"a":' * 200_000)
    assert (row.is_open, row.doubtful_from) == (True, 0)


def test_a_line_that_is_too_long_is_left_out_and_the_next_is_read() -> None:
    lines = b"TY  - BOOK\nTI  - One\nER  - \n", b"AB  - " + b"x" * (17 * 1024 * 1024) + b"\n", b"TY  - BOOK\nTI  - Two\nER  - \n"
    assert titles_of(items_of(b"".join(lines), "ris")) == ["One", "Two"]


# Workbooks


def test_no_damage_to_an_old_workbook_leads_a_reader_in_a_circle() -> None:
    data = (DATA / "tables" / "works.xls").read_bytes()
    assert why_not_sound(data) is None
    (table,) = (int.from_bytes(data[76:80], "little"),)
    begin = (table + 1) * 512
    first = int.from_bytes(data[48:52], "little")
    circle = data[: begin + 4 * first] + first.to_bytes(4, "little") + data[begin + 4 * first + 4 :]
    assert why_not_sound(circle) == "the chain of its sectors leads back into itself"
    assert ["leads back into itself" in item.reason for item in items_of(circle, "table") if isinstance(item, Rejection)] == [
        True
    ]


def test_a_damaged_workbook_is_rejected_whatever_its_reader_makes_of_it(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (("Title", "Authors"), ("Of Ants", "Lee, Ann")):
        book.active.append(row)
    book.save(tmp_path / "works.xlsx")
    data = (tmp_path / "works.xlsx").read_bytes()
    chance = random.Random(1)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(3):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        assert isinstance(items_of(bytes(damaged), "table")[0], Header)
    assert titles_of(items_of(data, "table")) == ["Of Ants"]


@pytest.mark.parametrize(("was", "broken"), [("[]", "]"), ("[]", "'], "), ('"title"', '<title"'), ("[]", '"X"}": []')])
def test_records_of_an_object_of_json_come_behind_one_whose_brackets_close_within_it(was: str, broken: str) -> None:
    kind = KINDS["esummary"]
    items = items_of(document(kind, kind.record(DAMAGED).replace(was, broken, 1)), kind.format)
    assert [text for text in titles_of(items) if text in map(title, (0, 1, 3, 4))] == [*map(title, (0, 1, 3, 4))]
    assert [item for item in items if isinstance(item, Rejection)]


def test_a_piece_of_another_encoding_does_not_make_the_text_one_of_it() -> None:
    kind = KINDS["endnote tagged"]
    text, damaged = document(kind, kind.record(DAMAGED)), kind.record(DAMAGED)
    before, _, behind = text.partition(damaged)
    titles = titles_of(items_of(before.encode() + damaged.encode("utf-16-le") + behind.encode(), kind.format))
    assert [one for one in titles if one in map(title, (0, 1, 3, 4))] == [*map(title, (0, 1, 3, 4))]
    assert titles_of(items_of(text.encode("utf-16-le"), kind.format)) == [*map(title, range(5))]


@pytest.mark.parametrize("printed", ["²", "1\x1f2", "9" * 5000, "-1", "", "1.0"])
def test_what_is_no_whole_number_is_none(printed: str) -> None:
    assert whole(printed) is None


@pytest.mark.parametrize("printed", ["7", " 7 ", "007", "7\x1e"])
def test_a_whole_number_may_have_signs_around_it_that_are_not_seen(printed: str) -> None:
    assert (whole(printed), number(printed)) == (7, 7)


def test_a_volume_of_more_digits_than_anybody_counts_is_no_number() -> None:
    assert other_numbers("9" * 5000, "12") is False


def test_an_entry_of_an_archive_that_lost_its_name_is_read_by_its_number() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), "@article{k, title={Ants}, year={2001}}")
    [entry] = zip_entries(Source.of(data.getvalue()))
    assert isinstance(entry, Source)
    assert entry.location.endswith("/entry 1")
