"""The beginning of a JSON document, as far as it is whole: enough to tell its format and to read its envelope."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from loaders.parsing.json_text import whole_characters

Path: TypeAlias = tuple[str, ...]
PathsToLists: TypeAlias = tuple[Path, ...]
EACH = "*"
"""At the end of a path: the records are not a list there, but the objects that are members of an object."""

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]+|"', re.DOTALL)
_MOST_CUTS = 5
_decoder = json.JSONDecoder(strict=False)


@lru_cache(maxsize=4)
def beginning(head: str) -> object:
    """The first object or list of a text that may be truncated or broken anywhere, as far as it is whole; None for any other."""
    text = head.lstrip("\ufeff\x1e \t\r\n")
    if not text.startswith(("{", "[")):
        return None
    try:
        return whole_characters(_decoder.raw_decode(text)[0])
    except (ValueError, RecursionError):
        pass
    for _ in range(_MOST_CUTS):
        try:
            return whole_characters(json.loads(_closed(text), strict=False))
        except json.JSONDecodeError as error:
            text = text[: error.pos]
        except (ValueError, RecursionError):
            return None
    return None


def _closed(text: str) -> str:
    """`text` up to its last whole member, with the open brackets closed."""
    open_brackets: list[str] = []
    cut = 0
    for token in _TOKEN.finditer(text):
        character = token.group()
        if character == '"':
            break
        if character in ("{", "["):
            open_brackets.append("}" if character == "{" else "]")
        elif character in ("}", "]"):
            if open_brackets[-1:] != [character]:
                break
            open_brackets.pop()
        elif character != ",":
            continue
        cut = token.start() if character == "," else token.end()
        if not open_brackets:
            break
    return text[:cut] + "".join(reversed(open_brackets))


def records_in(value: object, lists: Iterable[Path]) -> list[object] | None:
    """The list that an envelope holds at the first of these places, or None when it holds none."""
    for path in lists:
        inside = value
        for key in path:
            if key == EACH and isinstance(inside, Mapping):
                inside = [member for member in inside.values() if isinstance(member, Mapping)]
            else:
                inside = inside.get(key) if isinstance(inside, Mapping) else None
        if isinstance(inside, list):
            return inside
    return None


def first_records(head: str, lists: Iterable[Path] = (), limit: int = 5) -> tuple[Mapping[str, object], ...]:
    """The first objects of the document, those of its list where it is an array or an envelope."""
    value = beginning(head)
    inside = value if isinstance(value, list) else records_in(value, lists)
    candidates = [value] if inside is None else inside[: limit + 20]
    nested = [record for found in candidates for record in (records_in(found, lists) or [found])]
    return tuple(record for record in nested if isinstance(record, Mapping))[:limit]


def envelope(head: str) -> Mapping[str, object]:
    """The members of the document's outermost object that are whole; empty when it is none."""
    value = beginning(head)
    return value if isinstance(value, Mapping) else {}
