"""What no index holds: names and identifiers of thousands of letters, which would have the server refuse all that is written with
them (https://neo4j.com/docs/cypher-manual/current/indexes/search-performance-indexes/managing-indexes/, its limits of size)."""

from functools import cache
from typing import Any, TypeVar

import msgspec

from graph.names.forms import LONGEST_INDEXED
from loaders.records import Identifier

OF_ANY_LENGTH = ("title", "abstract", "comment")

Said = TypeVar("Said", bound=msgspec.Struct)


def bounded(said: Said) -> tuple[Said, str | None]:
    """What a document says, with texts that are too long for what they are cut, and identifiers left out; and what became of them
    in words, None where nothing did."""
    if not _is_long(said):
        return said, None
    return _shortened(
        said
    ), f"a text of more than {LONGEST_INDEXED:,} letters is no name: it was cut, or left out as an identifier"


def cut(text: str) -> str:
    """The text, or its beginning where it is too long for a name."""
    return text if len(text) <= LONGEST_INDEXED else text[: LONGEST_INDEXED - 1].rstrip() + "…"


def _is_long(value: object) -> bool:
    if isinstance(value, str):
        return len(value) > LONGEST_INDEXED
    if isinstance(value, tuple):
        return any(map(_is_long, value))
    if isinstance(value, msgspec.Struct):
        return any(_is_long(getattr(value, name)) for name in _bounded_fields(type(value)))
    return False


@cache
def _bounded_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(name for name in kind.__struct_fields__ if name not in OF_ANY_LENGTH)


def _shortened(value: Any) -> Any:
    if isinstance(value, str):
        return cut(value)
    if isinstance(value, tuple):
        kept = (one for one in value if not (isinstance(one, Identifier) and _is_long(one)))
        return tuple(map(_shortened, kept))
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **{name: _shortened(getattr(value, name)) for name in _bounded_fields(type(value))})
    return value
