"""Documents to records: one module a format, all yielding the same frozen record types. Knows nothing of the graph."""

from typing import TYPE_CHECKING

from loaders.parsing.source import NotTextError, Source
from loaders.signs import sign_of
from loaders.tables.columns import ColumnsError

if TYPE_CHECKING:
    from loaders.formats import FORMATS, Format, describe, recognise

__all__ = ["FORMATS", "ColumnsError", "Format", "NotTextError", "Source", "describe", "recognise", "sign_of"]


def __getattr__(name: str) -> object:
    """Import the formats when one is asked for: reading a graph needs none of them."""
    if name in ("FORMATS", "Format", "describe", "recognise"):
        from loaders import formats

        return getattr(formats, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
