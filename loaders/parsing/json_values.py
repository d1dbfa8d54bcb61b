"""Taking JSON values apart without trusting them: every function gives an empty answer where the value is of another type."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from loaders.parsing.whole_numbers import whole
from loaders.records import Rejection

JsonObject: TypeAlias = Mapping[str, object]

_NOTHING: JsonObject = {}


def text(value: object) -> str | None:
    """A string with white space at its ends removed, or a number as text; None for anything else and for empty strings."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return str(value)
    return (value.strip() or None) if isinstance(value, str) else None


def first_text(value: object) -> str | None:
    """The text itself, or the first text of a list."""
    return next((found for item in sequence(value) if (found := text(item))), None)


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list (or one text by itself), distinct."""
    return tuple(dict.fromkeys(found for item in sequence(value) if (found := text(item))))


def number(value: object) -> int | None:
    """A whole number, given as such or as text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return whole(value) if isinstance(value, str) else None


def score(value: object) -> float | None:
    """A number between 0 and 1, rounded to four places."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(float(value), 4) if 0 <= value <= 1 else None


def mapping(value: object) -> JsonObject:
    """An object, empty when the value is none."""
    return value if isinstance(value, Mapping) else _NOTHING


def within(value: object, *path: str) -> object:
    """What stands at a path of keys, or None."""
    for key in path:
        value = mapping(value).get(key)
    return value


def sequence(value: object) -> list[object]:
    """A list; a single value stands for a list of one, null for an empty one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def objects(value: object) -> Iterator[JsonObject]:
    """The objects of a list (or one by itself)."""
    return (item for item in sequence(value) if isinstance(item, Mapping))


def numbered(where: str, key: str | None) -> str:
    """The place of a record with its key: "record 3 (W2741809807)"."""
    return f"{where} ({key})" if key else where


def not_an_object(where: str, value: object) -> Rejection:
    """The rejection of a list member that is not an object at all."""
    if value is None:
        return Rejection(where, "it is null: the source had no record for what was asked here; check the id and ask again")
    kind = "a list" if isinstance(value, list) else f"{str(value)[:40]!r}"
    return Rejection(where, f"{kind} is not a record; export the records as JSON objects")
