"""What documents go through before somebody brings them, by name: harmless ways, after which they are what they were, and others,
after which nobody may be able to tell, but which make no other format of them."""

import csv
import io
import json
import random
import re
from collections.abc import Callable, Mapping

Disguise = Callable[[bytes, random.Random], bytes]


def _text(change: Callable[[str, random.Random], str]) -> Disguise:
    """A way of text; what is none, or is no UTF-8, stays."""

    def changed(data: bytes, chance: random.Random) -> bytes:
        try:
            return change(data.decode("utf-8"), chance).encode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return data

    return changed


def _encoded(name: str) -> Disguise:
    def changed(data: bytes, _: random.Random) -> bytes:
        try:
            text = data.decode("utf-8").removeprefix("\ufeff")
            return ("\ufeff" + re.sub(r'encoding="[^"]*"', 'encoding="UTF-16"', text, count=1)).encode(name)
        except UnicodeError:
            return data

    return changed


def _with_lines(ends: tuple[str, ...]) -> Disguise:
    def change(text: str, chance: random.Random) -> str:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "".join(line + chance.choice(ends) for line in lines[:-1]) + lines[-1]

    return _text(change)


def _one_line_foreign(data: bytes, chance: random.Random) -> bytes:
    """One line in another encoding, as where two files were put together."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    try:
        lines[at] = lines[at].decode("utf-8").replace("e", "é", 1).encode("cp1252")
    except UnicodeError:
        return data
    return b"\n".join(lines)


HARMLESS: Mapping[str, Disguise] = {
    "a mark of byte order": _text(lambda text, _: "\ufeff" + text.removeprefix("\ufeff")),
    "UTF-16, little end first": _encoded("utf-16-le"),
    "UTF-16, big end first": _encoded("utf-16-be"),
    "ends of lines of Windows": _with_lines(("\r\n",)),
    "ends of lines of old Macs": _with_lines(("\r",)),
    "ends of lines mixed": _with_lines(("\n", "\r\n", "\r")),
    "blank lines at the end": lambda data, _: data + b"\n\n\n",
}
"""After these the format is told as before."""


def _truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(20, max(21, len(data)))]


def _beginning_lost(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(1, max(2, len(data) // 2)) :]


def _lines_lost(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join(lines[:at] + lines[at + chance.randrange(1, 4) :])


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def _written(rows: list[list[str]]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerows(rows)
    return held.getvalue()


def _columns(change: Callable[[list[list[str]], random.Random], list[list[str]]]) -> Disguise:
    """A way of tables with commas, whose first row is the header."""

    def changed(text: str, chance: random.Random) -> str:
        rows = _rows(text)
        if len(rows) < 2 or len(rows[0]) < 3 or len({len(row) for row in rows}) > 1:
            return text
        return _written(change(rows, chance))

    return _text(changed)


def _reordered(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    order = list(range(len(rows[0])))
    chance.shuffle(order)
    return [[row[at] for at in order] for row in rows]


def _renamed(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    rows[0][chance.randrange(len(rows[0]))] = chance.choice(("Title", "authors", "year", "id", "DOI", "x", "Notes"))
    return rows


def _fewer(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    kept = sorted(chance.sample(range(len(rows[0])), max(2, len(rows[0]) - chance.randrange(1, 4))))
    return [[row[at] for at in kept] for row in rows]


def _in_json(name: str | None) -> Disguise:
    def change(text: str, _: random.Random) -> str:
        try:
            value = json.loads(text)
        except ValueError:
            return text
        return json.dumps([value] if name is None else {name: value})

    return _text(change)


def _member_renamed(text: str, chance: random.Random) -> str:
    names = sorted(set(re.findall(r'"(\w+)"\s*:', text)))
    others = [name for name in ("title", "id", "x", "data", "type") if name not in names]
    return text.replace(f'"{chance.choice(names)}"', f'"{chance.choice(others)}"') if names else text


def _in_element(name: str) -> Disguise:
    def change(text: str, _: random.Random) -> str:
        begin = re.match(r"\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>\[]*>)?\s*(?=<\w)", text)
        return f"<{name}>{text[begin.end() :]}</{name}>" if begin else text

    return _text(change)


HARMFUL: Mapping[str, Disguise] = {
    "truncated": _truncated,
    "its beginning lost": _beginning_lost,
    "one line of another encoding": _one_line_foreign,
    "some lines lost": _text(_lines_lost),
    "columns in another order": _columns(_reordered),
    "a column renamed": _columns(_renamed),
    "columns left out": _columns(_fewer),
    "in a list": _in_json(None),
    **{f"as {name}": _in_json(name) for name in ("data", "results", "items", "response", "message", "records", "publications")},
    "a member renamed": _text(_member_renamed),
    **{f"in <{name}>": _in_element(name) for name in ("records", "collection", "ListRecords", "xml", "article", "response")},
    "a line before it": lambda data, _: b"Exported on 3 March 2020\n" + data,
    "a heading before it": lambda data, _: b"# References\n\n" + data,
}
"""After these the format may not be told, but no other one is."""
OF_COLUMNS = frozenset(
    ("a column renamed", "columns left out", "truncated", "its beginning lost", "some lines lost", "one line of another encoding")
)
"""What makes of a known table any table, which is right: the columns that it is known by may be gone."""
