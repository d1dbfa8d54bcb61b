"""A document while it is read: its records as claims, and what it says of itself, gathered for the report and for its node."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec

from graph.clock import now
from graph.load.bounds import bounded, cut
from graph.load.claims import Claim, ClaimId
from graph.load.entities import EntityClaim
from graph.load.node_rows import Row, Rows
from graph.load.record_numbers import RecordNumbers
from graph.load.report import DocumentReport, Note
from graph.load.uids import record_uid
from loaders.records import Entity, Header, Items, Person, Record, Rejection, Remark

AnyClaim = Claim | EntityClaim

DECLARED = "declared_"
"""How the properties of a document begin that hold the counts that it declares of itself."""


@dataclass(frozen=True)
class Document:
    """A document that is ready to be read: where it is, its checksum, its format, its items, and a mark of how they are read,
    which is the same only where the same content gives the same items."""

    location: str
    sha256: str
    format: str
    items: Callable[[], Items]
    read_by: str | None = None

    @property
    def uid(self) -> str:
        """The same content is the same document, wherever it lies."""
        return f"document:{self.sha256[:20]}"


@dataclass
class OpenDocument:
    """A document that is being loaded."""

    document: Document
    report: DocumentReport
    properties: Row
    owner: Person | None = None
    seen: RecordNumbers = field(default_factory=RecordNumbers)
    last: str = ""
    truncated: bool = False

    @classmethod
    def of(cls, document: Document) -> "OpenDocument":
        """The document before anything of it is read."""
        report = DocumentReport(document.location, document.format)
        return cls(document, report, {"sha256": document.sha256, "format": document.format})

    def claims(self) -> Iterator[AnyClaim]:
        """Read the document: its records, while everything else that it says is noted here."""
        for number, item in enumerate(self._readable()):
            if isinstance(item, Rejection | Remark):
                self.truncated = self.truncated or item.truncated
            if isinstance(item, Header):
                self._take_header(item)
            elif isinstance(item, Rejection):
                self.report.rejected.append(Note(item.where, item.reason))
            elif isinstance(item, Remark):
                self.report.warnings.append(Note(item.where, item.reason))
            else:
                self.seen.add(number)
                self.last = item.where
                yield self._claim(number, item)

    def _claim(self, number: int, item: Record | Entity) -> AnyClaim:
        place = ClaimId(self.document.uid, number)
        said, remark = bounded(item)
        if remark:
            self.report.warnings.append(Note(cut(item.where), remark))
        return Claim.of(place.document, number, said) if isinstance(said, Record) else EntityClaim(place, said)

    def row(self, *, complete: bool) -> Row:
        """The row that `merge_documents` takes; only what is read to its end has its counts."""
        counts: Row = {
            "complete": complete,
            "read": self.report.read,
            "rejected": len(self.report.rejected),
            "confirmed": self.report.confirmed,
            "truncated": self.truncated or None,
            # What has something to be said against it is read, and so told, every time.
            "read_by": None if self.report.rejected or self.report.warnings else self.document.read_by,
        }
        properties = {**self.properties, **(counts if complete else {"complete": False})}
        return {"uid": self.document.uid, "loaded_at": now(), "location": cut(self.document.location), "properties": properties}

    def _readable(self) -> Items:
        """The document's items; where it cannot be read to its end, what came before counts and the break is listed."""
        try:
            yield from self.document.items()
        except OSError as error:
            where = f"after {self.last}" if self.last else "document"
            yield Rejection(where, f"cannot be read further: {error.strerror or error}", truncated=True)

    def _take_header(self, header: Header) -> None:
        self.owner = bounded(header.about)[0] if header.about else None
        self.properties |= {"source": header.source, "about": self.owner.name if self.owner else None}
        self.properties |= dict(header.facts)
        for declared in header.declared:
            self.properties[DECLARED + declared.name] = declared.count
            self.report.declared[declared.name] = declared.count
            if declared.counts_records:
                self.report.counts_to_check.append((declared.name, declared.count))


def add_owner(rows: Rows, document: str, person: Person) -> None:
    """Add the tie of a document to the author record of the person whom all of it is about, and where that person works."""
    author = record_uid(person.ids, person.name)
    rows.owners.append({"document": document, "author": author, "said": msgspec.json.encode(person).decode()})
    for affiliation in person.affiliations:
        rows.add_affiliation(affiliation)
