"""JSON documents read one record at a time, whatever their shape and whatever is broken in them."""

import json
import tracemalloc
from pathlib import Path
from typing import cast

import pytest

from loaders import Source, recognise
from loaders.parsing.json_head import beginning
from loaders.parsing.json_stream import Entry, entries
from loaders.records import Header, Record, Rejection, Remark

LISTS = (("results",), ("message", "items"))
THREE = [{"id": 1}, {"id": 2}, {"id": 3}]


def read(content: str | bytes) -> list[object]:
    """The values, "rejected" at `where` for each that is rejected, and the remarks."""
    found: list[object] = []
    for item in entries(Source.of(content), LISTS):
        if isinstance(item, Entry):
            found.append(item.value)
        else:
            found.append(("rejected" if isinstance(item, Rejection) else "remark", item.where))
    return found


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(THREE),
        json.dumps(THREE, indent=2),
        "\n".join(map(json.dumps, THREE)),
        "\r\n\r\n".join(map(json.dumps, THREE)) + "\r\n",
        "\n".join(json.dumps(one, indent=1) for one in THREE),
        ",\n".join(map(json.dumps, THREE)),
        json.dumps({"meta": {"x": [1]}, "results": THREE, "more": 1}),
        json.dumps({"message": {"total": 3, "items": THREE}}, indent=1),
        json.dumps([{"results": THREE[:2]}, {"results": THREE[2:]}]),
        json.dumps({"results": THREE[:2]}) + "\n" + json.dumps({"results": THREE[2:]}),
        "\ufeff" + json.dumps(THREE),
    ],
)
def test_every_shape_gives_the_same_records(text: str) -> None:
    assert read(text) == THREE
    assert read(text.encode("utf-16")) == THREE


@pytest.mark.parametrize("text", ["", "[]", '{"results": []}', '{"message": {"items": []}}'])
def test_nothing_is_no_record(text: str) -> None:
    assert read(text) == []


def test_a_broken_line_is_rejected_alone() -> None:
    assert read('{"id": 1}\n{"id": \n\n{"id": 3}\n{"id": "cut') == [
        {"id": 1},
        ("rejected", "line 2"),
        {"id": 3},
        ("rejected", "line 5"),
    ]


@pytest.mark.parametrize(
    "broken", ['{"id": 2, "t": "a "word" b"}', '{"id": 2, "t": "odd " quote"}', '{"id": 2, "t"}', '{"id": 02}']
)
def test_a_broken_record_of_a_list_is_rejected_alone(broken: str) -> None:
    for text in (
        f'[{{"id": 1, "t": ""}},\n {broken},\n {{"id": 3, "t": ""}}]',
        f'{{"results": [{{"id": 1}}, {broken}, {{"id": 3}}]}}',
    ):
        values = read(text)
        assert values[1] == ("rejected", "record 2")
        assert [cast("dict[str, object]", value)["id"] for value in (values[0], values[2])] == [1, 3]


def test_a_file_truncated_anywhere_gives_what_is_whole_and_says_so() -> None:
    text = json.dumps({"meta": {}, "results": [{"id": number, "title": 'a {[,"] b'} for number in range(5)]})
    for cut in range(1, len(text) - 1):
        items = list(entries(Source.of(text[:cut]), LISTS))
        assert [item.value for item in items if isinstance(item, Entry) and item.value != {"meta": {}}] == [
            {"id": number, "title": 'a {[,"] b'} for number in range(text[:cut].count('"}'))
        ]
        assert isinstance(items[-1], Rejection)
        assert "truncated here" in items[-1].reason


def test_text_in_another_encoding_is_read_with_a_remark() -> None:
    assert read('{"name": "José"}'.encode("cp1252")) == [{"name": "José"}, ("remark", "line 1")]
    [_, remark] = entries(Source.of('{"name": "José"}'.encode("cp1252")))
    assert isinstance(remark, Remark)
    assert "Windows-1252" in remark.reason


@pytest.mark.parametrize(
    "content", ["[" * 100_000, '{"a":' * 100_000, '{"id": 1' + "0" * 5000 + "}", b"\0\1\2", '{"a"', "}{", "nothing"]
)
def test_hostile_content_is_rejected_and_never_raises(content: str | bytes) -> None:
    values = read(content)
    assert len(values) == 1
    assert cast("tuple[str, str]", values[0])[0] == "rejected"


@pytest.mark.parametrize(("before", "between", "after"), [("[", ",", "]"), ('{"results": [', ", ", "]}"), ("", "\n", "\n")])
def test_memory_stays_flat_however_long_the_file_is(tmp_path: Path, before: str, between: str, after: str) -> None:
    path = tmp_path / "long.json"
    with path.open("w", encoding="utf-8") as file:
        file.write(before)
        for number in range(20_000):
            file.write((between if number else "") + json.dumps({"id": number, "text": "x" * 1000}))
        file.write(after)
    tracemalloc.start()
    count = sum(isinstance(item, Entry) for item in entries(Source.at(path), LISTS))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 10 * 1024 * 1024


def test_half_a_character_is_replaced() -> None:
    for text in (
        '{"name": "a\\ud83d b\\ud83d\\ude00"}',
        '[{"name": "a\\ud83d b\\ud83d\\ude00"}]',
        '{"name": "a\\ud83d b\\ud83d\\ude00"}\n{}\n',
    ):
        assert read(text)[0] == {"name": "a� b😀"}


def test_the_beginning_of_a_document_is_read_as_far_as_it_is_whole() -> None:
    text = json.dumps({"meta": {"count": 2}, "results": [{"id": "W1", "title": "A"}, {"id": "W2"}]})
    assert beginning(text[: text.index('"A"')]) == {"meta": {"count": 2}, "results": [{"id": "W1"}]}
    assert beginning(text[:5]) == {}
    assert beginning("plain text") is None


_PAGES: dict[str, list[object]] = {
    "csl_json": [{"id": "a", "type": "book", "title": "Of Ants", "author": [{"family": "Lee", "given": "A"}]}],
    "zotero": [{"key": "A1", "version": 1, "itemType": "book", "title": "Of Ants", "creators": []}],
    "semantic_scholar": [{"paperId": "a" * 40, "corpusId": 5, "externalIds": {}, "title": "Of Ants", "authors": []}],
    "openalex": [{"id": "https://openalex.org/W1", "title": "Of Ants", "authorships": []}],
}


@pytest.mark.parametrize("between", ["", "\n", "\n[]\n"])
@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", _PAGES)
def test_arrays_one_behind_another_are_read_as_one(name: str, indent: int | None, between: str) -> None:
    page = json.dumps(_PAGES[name] * 2, indent=indent)
    source = Source.of(page + between + page)
    known = recognise(source)
    assert known is not None
    assert known.name == name
    items = [item for item in known.read(source) if not isinstance(item, Header)]
    assert [type(item) for item in items] == [Record] * 4
