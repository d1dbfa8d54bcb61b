"""Documents that the graph holds as they are: read to their end before, in the same way, with nothing to be said against them."""

import msgspec

from graph.load.reading import DECLARED, OpenDocument
from graph.queries.bound import Queries
from graph.queries.rows import rows_as


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
    document, report = opened.document, opened.report
    if document.read_by is None:
        return False
    held = rows_as(_AsRead, queries.read, "document_as_read", document=document.uid, read_by=document.read_by)
    if not held or held[0].records != held[0].read:
        return False
    [known] = held
    report.as_before, report.unchanged, report.confirmed = True, known.read, known.confirmed
    report.declared = {name.removeprefix(DECLARED): count for name, count in known.declared}
    return True
