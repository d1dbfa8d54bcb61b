"""Documents to records: one module a format, all yielding the same frozen record types. Knows nothing of the graph."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.formats import FORMATS, Format
    from loaders.parsing.source import NotTextError, Source
    from loaders.recognition import describe, every_fitting, fitting, recognise
    from loaders.signs import sign_of
    from loaders.tables.columns import ColumnsError

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
    "ColumnsError": "loaders.tables.columns",
    "FORMATS": "loaders.formats",
    "Format": "loaders.formats",
    "NotTextError": "loaders.parsing.source",
    "Source": "loaders.parsing.source",
    "describe": "loaders.recognition",
    "every_fitting": "loaders.recognition",
    "fitting": "loaders.recognition",
    "recognise": "loaders.recognition",
    "sign_of": "loaders.signs",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is: reading a graph needs none of it."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
