"""What the tests of the data loaders share: reading a fixture into its parts, by kind of item."""

from dataclasses import dataclass
from pathlib import Path

from loaders.records import InstitutionRecord, Person, Record, Rejection, Remark, TopicRecord, VenueRecord
from tests.unit.loaders.read_items import DATA, Read, read_as

__all__ = ["DATA", "Loaded", "ids", "loaded", "names", "places"]


@dataclass(frozen=True)
class Loaded(Read):
    """A document as read, with what the tests of data formats ask of it."""

    @property
    def venues(self) -> list[VenueRecord]:
        return self.of(VenueRecord)

    @property
    def institutions(self) -> list[InstitutionRecord]:
        return self.of(InstitutionRecord)

    @property
    def topics(self) -> list[TopicRecord]:
        return self.of(TopicRecord)

    @property
    def rejected(self) -> list[tuple[str, str]]:
        return [(item.where, item.reason) for item in self.of(Rejection)]

    @property
    def remarks(self) -> list[tuple[str, str]]:
        return [(item.where, item.reason) for item in self.of(Remark)]

    def titled(self, title: str) -> Record:
        """The one record with that title."""
        [found] = [record for record in self.records if record.title == title]
        return found


def loaded(content: str | bytes | Path, expected_format: str) -> Loaded:
    """A document read as the format that its content shows, which must be the expected one."""
    return Loaded(*read_as(content, expected_format))


def ids(record: Record | Person | VenueRecord | InstitutionRecord) -> dict[str, list[str]]:
    """The identifiers by scheme."""
    found: dict[str, list[str]] = {}
    for identifier in record.ids:
        found.setdefault(identifier.scheme, []).append(identifier.value)
    return found


def names(record: Record, role: str = "author") -> list[tuple[int | None, str]]:
    """The names in a role with their positions."""
    return [(author.position, author.name) for author in record.authors if author.role == role]


def places(record: Record) -> list[tuple[str, str, int | None]]:
    """The publications as (venue, kind, year)."""
    return [(place.venue, place.kind, place.year) for place in record.publications]
