"""A document as its loader gives it, by kind of item."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from loaders import Source, recognise
from loaders.records import Header, Item, Person, Record
from tests.unit.loaders.page_parts import ROOT

DATA = ROOT / "tests" / "data"

Kind = TypeVar("Kind", bound=Item)


@dataclass(frozen=True)
class Read:
    """A document as read. Every item but the header is a record, an entity, a rejection or a remark."""

    header: Header
    items: tuple[Item, ...]

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The items of one kind, in order."""
        return [item for item in self.items if isinstance(item, kind)]

    @property
    def records(self) -> list[Record]:
        return self.of(Record)

    @property
    def people(self) -> list[Person]:
        return self.of(Person)


def read_as(content: str | bytes | Path, expected_format: str) -> tuple[Header, tuple[Item, ...]]:
    """The header and the items of a document whose content shows the expected format; the header comes first and only once."""
    source = Source.at(content) if isinstance(content, Path) else Source.of(content)
    known = recognise(source)
    assert known is not None, "not recognised"
    assert known.name == expected_format
    header, *items = known.read(source)
    assert isinstance(header, Header)
    assert not any(isinstance(item, Header) for item in items)
    return header, tuple(items)
