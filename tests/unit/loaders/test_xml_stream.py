"""XML as a stream of records: positions, breakage, cuts, encodings, and files that mean harm."""

import gzip

import pytest

from loaders import Source
from loaders.fields.xml_words import words_of
from loaders.parsing.xml_stream import Opened, Piece, Shape, pieces, root_name
from loaders.records import Rejection, Remark

SHAPE = Shape(frozenset(("rec",)), frozenset(("part",)), frozenset(("root",)))


def read(data: bytes | str) -> list[Opened | Piece | Rejection | Remark]:
    return list(pieces(Source.of(data), SHAPE))


def texts(data: bytes | str) -> list[str]:
    return [words_of(item.element) for item in read(data) if isinstance(item, Piece)]


def reasons(data: bytes | str) -> list[tuple[str, str]]:
    return [(item.where, item.reason) for item in read(data) if isinstance(item, Rejection | Remark)]


def test_records_parts_and_containers_come_in_order_with_their_lines() -> None:
    items = read('<?xml version="1.0"?>\n<root a="1 &amp; 2">\n<rec>one</rec><rec/>\n<part>two</part>\n</root>')
    assert [(item.tag, item.line) for item in items if isinstance(item, Piece | Opened)] == [
        ("root", 2),
        ("rec", 3),
        ("rec", 3),
        ("part", 4),
    ]
    assert isinstance(items[0], Opened)
    assert items[0].attributes == {"a": "1 & 2"}


@pytest.mark.parametrize(
    "broken",
    [
        "<rec>a & b</rec>",
        "<rec><i>a</rec>",
        "<rec>a < b</rec>",
        '<rec k="a>x</rec>',
        "<rec>no end",
        "<rec>&undeclared;</rec>",
        "<rec>&#0;</rec>",
    ],
)
def test_a_broken_record_is_rejected_alone(broken: str) -> None:
    data = f"<root>\n<rec>first</rec>\n{broken}\n<rec>last</rec>\n</root>"
    assert texts(data) == ["first", "last"]
    assert [where for where, _ in reasons(data)] == ["line 3"]


def test_a_record_whose_start_is_broken_is_not_lost_in_silence() -> None:
    data = "<root><rec>first</rec>\n<rce>x</rec>\n<rec>last</rec></root>"
    assert texts(data) == ["first", "last"]
    assert any(isinstance(item, Rejection) for item in read(data))


@pytest.mark.parametrize("cut", range(8, 60))
def test_a_file_cut_anywhere_gives_what_was_whole_and_one_rejection(cut: int) -> None:
    whole = "<root>\n<rec>first</rec>\n<rec>second</rec>\n<rec>third</rec>\n</root>\n"
    data = whole[:cut]
    assert texts(data) == ["first", "second", "third"][: data.count("</rec>")]
    assert len([item for item in read(data) if isinstance(item, Rejection)]) == 1


def test_comments_cdata_and_instructions_hide_tags() -> None:
    assert texts("<root><!-- <rec>no</rec> --><rec>a<![CDATA[</rec>]]>b</rec><?x <rec> ?></root>") == ["a</rec>b"]


def test_prefixes_need_no_declaration_and_vanish() -> None:
    assert texts('<x:root><x:rec y:a="1"><y:b>one</y:b></x:rec></x:root>') == ["one"]
    (item,) = [item for item in read("<rec><y:b xmlns:y='z'>one</y:b></rec>") if isinstance(item, Piece)]
    assert [child.tag for child in item.element] == ["b"]


def test_character_entities_of_html_are_read() -> None:
    assert texts("<rec>J&uuml;rgen &Ouml;hman &amp; &lt; &#233; &times;</rec>") == ["Jürgen Öhman & < é ×"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<?xml version='1.0' encoding='ISO-8859-1'?><rec>Göteborg</rec>".encode("latin-1"), "Göteborg"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><rec>Göteborg</rec>".encode(), "Göteborg"),
        ("<?xml version='1.0' encoding='UTF-8'?><rec>Göteborg</rec>".encode("latin-1"), "Göteborg"),
        ("<rec>Göteborg</rec>".encode("utf-16"), "Göteborg"),
        (b"\xef\xbb\xbf<rec>G\xc3\xb6teborg</rec>", "Göteborg"),
        (b"<?xml version='1.0' encoding='nonsense'?><rec>G\xc3\xb6teborg</rec>", "Göteborg"),
        (b"<rec>Jos\xc3\x83\xc2\xa9 \x0b Example</rec>", "José Example"),
    ],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert texts(data) == [expected]


def test_entities_of_the_file_itself_are_never_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE root [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]><root><rec>&l9;</rec><rec>&f;</rec><rec>ok</rec></root>'
    assert texts(bomb) == ["ok"]
    assert ["is unknown" in reason for _, reason in reasons(bomb)] == [True, True]


def test_depth_and_size_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<root><rec>" + "<a>" * 100_000 + "</a>" * 100_000 + "</rec><rec>ok</rec></root>"
    assert texts(deep) == ["ok"]
    monkeypatch.setattr("loaders.parsing.xml_stream.MAX_RECORD_CHARACTERS", 100_000)
    large = f"<root><rec>{'x' * 400_000}</rec><rec>ok</rec></root>"
    assert texts(large) == ["ok"]
    assert len(reasons(large)) == 1


def test_unknown_elements_between_records_are_remarked_once() -> None:
    assert reasons("<root><odd>x</odd><rec>a</rec><odd>y</odd></root>") == [
        ("line 1", "<odd> is not a record of this format and was left out")
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<?xml version='1.0'?>\n<!-- c --><!DOCTYPE a [<!ENTITY x 'y'>]>\n<p:a x='1'>", "a"),
        ("\n<dblp>", "dblp"),
        ("no xml <a>", ""),
        ("", ""),
    ],
)
def test_the_first_element_tells_the_format(head: str, name: str) -> None:
    assert root_name(head) == name


def test_a_compressed_file_that_is_truncated_gives_what_was_whole_and_one_rejection() -> None:
    lines = "".join(f"<rec>{number} {number**7}</rec>\n" for number in range(20_000))
    packed = gzip.compress(f"<root>\n{lines}</root>".encode())
    items = read(packed[: len(packed) // 2])
    assert len([item for item in items if isinstance(item, Piece)]) > 100
    (rejection,) = [item for item in items if isinstance(item, Rejection)]
    assert "the compressed data are damaged or truncated" in rejection.reason
