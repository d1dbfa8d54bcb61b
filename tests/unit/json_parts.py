"""What the tests of the data loaders share: reading a fixture into its parts, by kind of item."""

from dataclasses import dataclass
from pathlib import Path

from loaders import Source, recognise
from loaders.records import (
    Header,
    InstitutionRecord,
    Item,
    Person,
    Record,
    Rejection,
    Remark,
    TopicRecord,
    VenueRecord,
)
from tests.unit.page_parts import ROOT

DATA = ROOT / "tests" / "data"


@dataclass(frozen=True)
class Loaded:
    """A document as read. Every item but the header is a record, an entity, a rejection or a remark."""

    header: Header
    items: tuple[Item, ...]

    @property
    def records(self) -> list[Record]:
        return [item for item in self.items if isinstance(item, Record)]

    @property
    def people(self) -> list[Person]:
        return [item for item in self.items if isinstance(item, Person)]

    @property
    def venues(self) -> list[VenueRecord]:
        return [item for item in self.items if isinstance(item, VenueRecord)]

    @property
    def institutions(self) -> list[InstitutionRecord]:
        return [item for item in self.items if isinstance(item, InstitutionRecord)]

    @property
    def topics(self) -> list[TopicRecord]:
        return [item for item in self.items if isinstance(item, TopicRecord)]

    @property
    def rejected(self) -> list[tuple[str, str]]:
        return [(item.where, item.reason) for item in self.items if isinstance(item, Rejection)]

    @property
    def remarks(self) -> list[tuple[str, str]]:
        return [(item.where, item.reason) for item in self.items if isinstance(item, Remark)]

    def titled(self, title: str) -> Record:
        """The one record with that title."""
        [found] = [record for record in self.records if record.title == title]
        return found


def loaded(content: str | bytes | Path, expected_format: str) -> Loaded:
    """A document read as the format that its content shows, which must be the expected one."""
    source = Source.at(content) if isinstance(content, Path) else Source.of(content)
    known = recognise(source)
    assert known is not None, "not recognised"
    assert known.name == expected_format
    header, *items = known.read(source)
    assert isinstance(header, Header)
    assert not any(isinstance(item, Header) for item in items)
    return Loaded(header, tuple(items))


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
