"""Property values as JSON that gives them back exactly, and one spelling for each, to compare and hash."""

import base64
import math
from collections.abc import Mapping
from datetime import date, datetime, time

import msgspec

from graph.errors import InputError

_canonical = msgspec.json.Encoder(order="deterministic")


def spelling(value: object) -> bytes:
    """One spelling for equal values: JSON with sorted keys."""
    return _canonical.encode(value)


def tagged(properties: Mapping[str, object]) -> dict[str, object]:
    """Properties as JSON can hold them: what JSON has no word for becomes `{"date": "2024-05-01"}` and the like.

    Nothing is mistaken for such a tag, for a property is never a map. Raises InputError for a value that cannot be moved.
    """
    return {key: value if type(value) in _PLAIN else _tag(key, value) for key, value in properties.items()}


def untagged(properties: Mapping[str, object]) -> dict[str, object]:
    """The properties again. Raises InputError for a tag that is unknown or holds nonsense."""
    return {key: _untag(key, value) if type(value) in (dict, list) else value for key, value in properties.items()}


_PLAIN = (str, int, bool)
_KINDS = {"datetime": datetime, "date": date, "time": time}


def _tag(key: str, value: object) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"float": str(value)}
    if isinstance(value, list):
        return [_tag(key, item) for item in value]
    if isinstance(value, bytes | bytearray):
        return {"bytes": base64.b64encode(value).decode()}
    # A datetime is a date as well, so the order of the kinds matters.
    for name, kind in _KINDS.items():
        if isinstance(value, kind):
            return {name: value.isoformat()}  # type: ignore[attr-defined]
    raise InputError(f"the property {key!r} has the value {value!r}, which cannot be moved; remove it or write it as text")


def _untag(key: str, value: object) -> object:
    if isinstance(value, list):
        return [_untag(key, item) for item in value]
    if not isinstance(value, dict):
        return value
    try:
        ((name, text),) = value.items()
        if name == "float":
            return float(text)
        if name == "bytes":
            return base64.b64decode(text, validate=True)
        return _KINDS[name].fromisoformat(text)  # type: ignore[attr-defined]
    except (KeyError, TypeError, ValueError):
        raise InputError(f"the property {key!r} has the value {value!r}, which no dump holds") from None
