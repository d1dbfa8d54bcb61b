"""What happens to the values of documents: JSON of other types, elements of XML, cells of tables, fields of tagged lines."""

import csv
import io
import json
import random
import re
from collections.abc import Callable, Mapping

from tests.hammer.byte_damage import TOKENS, Damage

_JSON_VALUE = re.compile(
    rb'"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(?:\.\d+)?|\btrue\b|\bfalse\b|\bnull\b|\[\]|\{\}|\[[^\[\]{}]*\]|\{[^\[\]{}]*\}'
)
_JSON_KEY = re.compile(rb'"(?:[^"\\]|\\.)*"\s*:')
_ELEMENT = re.compile(rb"<([\w:.-]+)((?:\s[^<>]*)?)>([^<>]*)</\1>")
_TEXT = re.compile(rb">[^<>]+<")
_TAG = re.compile(rb"</?[\w:.-]+")
_ATTRIBUTE = re.compile(rb"""[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*')""")
_FIELD = re.compile(rb"(?m)^(?:[A-Z][A-Z0-9]{1,3} *- |[A-Z][A-Z0-9] |%\S |#\S+|\s*[\w-]+ *[=:] ).*$")
_JSON_VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 7, 2.5, 1e300, 10**18, 2**63, -(2**64), 10**40, "", " ", "text", "2020"),
    *("٢٠٢٠", "²", "null", "\ud800", "\0"),
    *([], {}, [[]], [None], [[["a"]]], {"a": 1}, [{}], [{"a": [1]}], ["a", 1, None, {}], {"": ""}),
    *("9" * 30, "Lee, Ann; Chen, Bo", [2020], [[2020, 13, 45]]),
    *([[None]], [["x"]], [[-1, 0]], {"date-parts": [["²"]]}, {"value": None}, {"#text": []}),
    *(["10.1000/1"] * 3, "http://[", "https://doi.org/", "a" * 3000),
)  # fmt: skip
_RAW_JSON = (
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"1e999",
    b"-",
    b"01",
    b"1.",
    b"'x'",
    b"undefined",
    b"",
    b"9" * 5000,
    b'"\t\n"',
    b"[" * 3000,
    b'{"a":' * 3000,
)
_TEXTS = tuple(token.decode("utf-8", "replace") for token in TOKENS)


def _replaced(data: bytes, pattern: re.Pattern[bytes], chance: random.Random, new: Callable[[bytes], bytes]) -> bytes:
    """One of the places that fit, as something else."""
    found = [match.span() for match in pattern.finditer(data)]
    if not found:
        return data
    start, end = chance.choice(found)
    return data[:start] + new(data[start:end]) + data[end:]


def json_value(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        return _replaced(data, _JSON_VALUE, chance, lambda _: chance.choice(_RAW_JSON))
    return _replaced(data, _JSON_VALUE, chance, lambda _: json.dumps(chance.choice(_JSON_VALUES)).encode())


def json_text(data: bytes, chance: random.Random) -> bytes:
    token = json.dumps(chance.choice(_TEXTS)).encode()
    return _replaced(data, _JSON_VALUE, chance, lambda old: old[:-1] + token[1:] if old[:1] == b'"' else token)


def json_nested(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((1, 1, 2, 900, 2000))
    opening, closing = chance.choice(((b"[", b"]"), (b'{"a": ', b"}"), (b'[{"name": ', b"}]")))
    return _replaced(data, _JSON_VALUE, chance, lambda old: opening * depth + old + closing * depth)


def json_key(data: bytes, chance: random.Random) -> bytes:
    names = (b'"":', b'"a":', b'"id":', b'"title":', b'"\\ud800":', b"null:", b"")
    return _replaced(data, _JSON_KEY, chance, lambda _: chance.choice(names))


def xml_text(data: bytes, chance: random.Random) -> bytes:
    return _replaced(data, _TEXT, chance, lambda _: b">" + chance.choice((b"", b" ", b"x" * 3000, *TOKENS)) + b"<")


def xml_element(data: bytes, chance: random.Random) -> bytes:
    """An element is gone, empty, twice, within itself, or deep within others."""
    ways: tuple[Callable[[bytes], bytes], ...] = (
        lambda _: b"",
        lambda old: old + old,
        lambda old: re.sub(rb">[^<>]*<", b"><", old, count=1),
        lambda old: old.replace(b"</", old + b"</", 1),
        lambda old: b"<a>" * 300 + old + b"</a>" * 300,
        lambda old: b"<![CDATA[" + old + b"]]>",
        lambda old: b"<!--" + old + b"-->",
    )
    return _replaced(data, _ELEMENT, chance, chance.choice(ways))


def xml_tag(data: bytes, chance: random.Random) -> bytes:
    return _replaced(
        data, _TAG, chance, lambda old: chance.choice((b"<b", b"</b", old + b":x", b"<x:" + old.strip(b"</"), b"<", old.upper()))
    )


def xml_attribute(data: bytes, chance: random.Random) -> bytes:
    ways = (b"", b"a=1", b"a", b"=''", b"id=''", b"xml:lang='zz'", b"x:y='z'", b"xmlns:x='x' x:y=''")
    if chance.random() < 0.4:
        return _replaced(
            data, _ATTRIBUTE, chance, lambda old: old.partition(b"=")[0] + b"='" + chance.choice(TOKENS).replace(b"'", b"") + b"'"
        )
    return _replaced(data, _ATTRIBUTE, chance, lambda old: chance.choice((old + b" " + old, *ways)))


def field(data: bytes, chance: random.Random) -> bytes:
    """The value of a tagged line is another one, the line twice, gone, or in another place."""
    value = chance.choice((b"", b" ", b"x" * 3000, *TOKENS))
    ways: tuple[Callable[[bytes], bytes], ...] = (
        lambda old: old[:6] + value,
        lambda old: old + b"\n" + old,
        lambda old: old + b"\n" + old[:6] + value,
        lambda _: b"",
        lambda old: old[: chance.randint(0, len(old))],
        lambda old: b" " + old,
    )
    return _replaced(data, _FIELD, chance, chance.choice(ways))


def _row(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.replace("\0", "")], delimiter=delimiter), None) or [""]
    except csv.Error:
        return line.split(delimiter)


def cells(data: bytes, chance: random.Random) -> bytes:
    """A cell of a table is another one, gone, too many, in another place, or of several lines."""
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    at = chance.randrange(len(lines))
    delimiter = max(",\t;|", key=lines[at].count)
    row = lines[at].split(delimiter) if '"' not in lines[at] or chance.random() < 0.2 else _row(lines[at], delimiter)
    place = chance.randrange(len(row))
    new = chance.choice((row[place], "", " ", '"', "a\nb", "=1+1", "x" * 3000, "Lee, Ann; Chen, Bo", *_TEXTS))
    row[place : place + chance.choice((0, 1, 1, 1, 3))] = [new] * chance.choice((1, 1, 1, 0, 2, 40))
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)), lineterminator="").writerow(
        row
    )
    lines[at] = held.getvalue()
    return "\n".join(lines).encode("utf-8", "surrogateescape")


_OF_JSON: Mapping[str, Damage] = {
    "another value": json_value, "another text": json_text, "a value within others": json_nested, "another name": json_key,
}  # fmt: skip
_OF_XML: Mapping[str, Damage] = {
    "another text": xml_text, "another element": xml_element, "another tag": xml_tag, "another attribute": xml_attribute,
}  # fmt: skip
_OF_TABLES: Mapping[str, Damage] = {"another cell": cells}
_OF_LINES: Mapping[str, Damage] = {"another field": field}


def damages_for(document: bytes) -> Mapping[str, Damage]:
    """What may happen to the values of a document that is written so."""
    start = document.lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith((b"{", b"[")):
        return _OF_JSON
    if start.startswith(b"<"):
        return _OF_XML
    return {**_OF_LINES, **_OF_TABLES} if start.partition(b"\n")[0].count(b",") < 2 else _OF_TABLES
