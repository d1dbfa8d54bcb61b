"""Documents to records: one module a format, all yielding the same frozen record type. Knows nothing of the graph."""

from loaders.formats import FORMATS, Format, describe, recognise
from loaders.source import NotTextError, Source

__all__ = ["FORMATS", "Format", "NotTextError", "Source", "describe", "recognise"]
