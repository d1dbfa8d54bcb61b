"""Documents that the graph holds as they are: read to their end before, in the same way, with nothing to be said against them."""

import msgspec

from graph.load.reading import OpenDocument
from graph.queries.bound import Queries
from graph.queries.rows import rows_as

DECLARED = "declared_"
"""How the properties of a document begin that hold what it declares of itself."""


class _AsRead(msgspec.Struct, frozen=True, gc=False):
    """What a document was when it was read: its records, whether they are as many as it declares, what it declares (name and
    count, each), and how many of its records the graph holds now."""

    read: int
    confirmed: bool
    declared: list[tuple[str, int]]
    records: int


def take_as_before(queries: Queries, opened: OpenDocument) -> bool:
    """Whether the graph holds all records of a document, so that it need not be read again; then its report says so.

    Where records are missing, by whatever hand, it is read again, which brings them back.
    """
    mark = opened.document.read_by
    if mark is None:
        return False
    held = rows_as(_AsRead, queries.read, "document_as_read", document=opened.document.uid, read_by=mark)
    for known in held:
        if known.records == known.read:
            report = opened.report
            report.as_before, report.unchanged, report.confirmed = True, known.read, known.confirmed
            report.declared = {name.removeprefix(DECLARED): count for name, count in known.declared}
            return True
    return False
