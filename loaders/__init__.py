"""Documents to records: one module a format, all yielding the same frozen record types. Knows nothing of the graph."""

from importlib import import_module
from typing import TYPE_CHECKING

from loaders.parsing.source import NotTextError, Source
from loaders.signs import sign_of
from loaders.tables.columns import ColumnsError

if TYPE_CHECKING:
    from loaders.formats import FORMATS, Format
    from loaders.recognition import describe, every_fitting, fitting, recognise

__all__ = [
    "FORMATS",
    "ColumnsError",
    "Format",
    "NotTextError",
    "Source",
    "describe",
    "every_fitting",
    "fitting",
    "recognise",
    "sign_of",
]

_HOMES = {
    "FORMATS": "loaders.formats",
    "Format": "loaders.formats",
    "describe": "loaders.recognition",
    "every_fitting": "loaders.recognition",
    "fitting": "loaders.recognition",
    "recognise": "loaders.recognition",
}


def __getattr__(name: str) -> object:
    """Import the formats when one is asked for: reading a graph needs none of them."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
