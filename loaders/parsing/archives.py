"""Archives (zip, tar, compressed tar) as the documents in them, which are read where they lie: nothing is ever written.

A name in an archive is only shown: one with ".." or an absolute one leads nowhere. What is no document (links, devices, encrypted
entries) is left out and named. An archive of too many entries, or that claims to hold much more than it can, is not read.
"""

from collections.abc import Iterator
from typing import NamedTuple

from loaders.parsing.compression import MOST_TIMES, decompressed, is_too_much
from loaders.parsing.source import Source
from loaders.parsing.tar_entries import is_tar, tar_entries
from loaders.parsing.zip_entries import is_zip_of_documents, zip_entries
from loaders.records import Remark

_LOOKED_AT = 4096
MOST_ENTRIES = 200_000
DEEPEST = 3
"""So many archives may lie in one another."""


class Contents(NamedTuple):
    """The documents in an archive, and what is left out of it and why."""

    sources: list[Source]
    left_out: list[Remark]


def contents(source: Source, depth: int = DEEPEST) -> Contents | None:
    """What an archive holds, archives in it included, in the order in which it lies there; None where `source` is no archive.

    What is damaged or too large is a source that cannot be read, with what to do. May raise OSError where `source` cannot be
    opened.
    """
    entries = _entries(source)
    if entries is None:
        return None
    if not depth:
        return Contents([], [Remark(source.location, f"more than {DEEPEST} archives in one another; unpack it")])
    found = Contents([], [])
    for entry in _bounded(entries, source):
        if isinstance(entry, Remark):
            found.left_out.append(entry)
            continue
        try:
            inner = contents(entry, depth - 1)
        except OSError:
            inner = None  # whoever reads it is told
        found.sources.extend(inner.sources if inner else [entry])
        found.left_out.extend(inner.left_out if inner else [])
    return found


def _entries(source: Source) -> Iterator[Source | Remark] | None:
    with source.opener() as lying, decompressed(lying) as stream:
        start = stream.read(_LOOKED_AT)
    if is_zip_of_documents(source, start):
        return zip_entries(source)
    return tar_entries(source) if is_tar(start) else None


def _bounded(entries: Iterator[Source | Remark], source: Source) -> list[Source | Remark]:
    """The entries; where there are too many, or they are too large for what they lie in, none but one that says so."""
    found: list[Source | Remark] = []
    held = 0
    for entry in entries:
        found.append(entry)
        held += entry.size if isinstance(entry, Source) else 0
        if len(found) > MOST_ENTRIES:
            reason = f"the archive has more than {MOST_ENTRIES:,} entries; unpack it, and load it in parts"
            return [Source.unreadable(source.location, reason)]
        if is_too_much(held, source.size):
            reason = f"the archive claims to hold more than {MOST_TIMES} times its size; if that is meant, unpack it"
            return [Source.unreadable(source.location, reason)]
    return found
