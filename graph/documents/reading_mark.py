"""How a document was read, as one short word: where it is the same and the content too, so is everything that was read."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SIZE = 10
_CODE = (".py", ".txt", ".toml", ".json", ".csv", ".tsv")
_OF_THE_GRAPH = ("bounds.py", "claims.py", "entities.py")
"""The modules of `graph.load` that decide what of a record is kept, and how it is told from another one."""


def reading_mark(format: str, given: Mapping[str, object], *, told: bool) -> str:
    """The mark of reading a document as this format with these options, which the user may have told; another one as soon as
    the code that reads changes."""
    said = msgspec.json.encode([_mark_of_code(), format, told, given], order="deterministic")
    return blake2b(said, digest_size=SIZE).hexdigest()


@cache
def _mark_of_code() -> str:
    """A mark of all code that reads documents, and of the lists that it goes by."""
    # Imported where the time of a load is counted.
    from importlib.resources import files

    load = files("graph.load")
    parts = [*_files(files("loaders")), *(load / name for name in _OF_THE_GRAPH)]
    return blake2b(b"".join(sorted(blake2b(part.read_bytes()).digest() for part in parts)), digest_size=SIZE).hexdigest()


def _files(folder: "Traversable") -> Iterator["Traversable"]:
    for inside in folder.iterdir():
        if inside.is_dir():
            yield from _files(inside)
        elif inside.name.endswith(_CODE):
            yield inside
