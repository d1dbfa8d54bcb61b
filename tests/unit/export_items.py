"""What the tests of export loaders share: reading a fixture through recognition into its items, by kind."""

from dataclasses import dataclass

from loaders import Source, recognise
from loaders.records import Header, Item, Person, Record, Rejection, Remark
from tests.unit.page_parts import ROOT

DATA = ROOT / "tests" / "data"


@dataclass(frozen=True)
class Export:
    """An export as read."""

    header: Header
    items: list[Item]

    @property
    def records(self) -> list[Record]:
        return [item for item in self.items if isinstance(item, Record)]

    @property
    def people(self) -> list[Person]:
        return [item for item in self.items if isinstance(item, Person)]

    @property
    def rejections(self) -> list[Rejection]:
        return [item for item in self.items if isinstance(item, Rejection)]

    @property
    def remarks(self) -> list[Remark]:
        return [item for item in self.items if isinstance(item, Remark)]

    def ids(self, number: int) -> list[str]:
        """The identifiers of a record as scheme:value."""
        return [f"{known.scheme}:{known.value}" for known in self.records[number].ids]

    def names(self, number: int) -> list[tuple[str, int | None, str, str]]:
        """Name, position, kind and role of each author of a record."""
        return [(one.name, one.position, one.kind, one.role) for one in self.records[number].authors]


def export(data: str | bytes, format_name: str) -> Export:
    """The items of an export that is recognised as `format_name`; the header comes first and only once."""
    source = Source.of(data)
    known = recognise(source)
    assert known is not None, "not recognised"
    assert known.name == format_name
    header, *items = known.read(source)
    assert isinstance(header, Header)
    assert header.format == format_name
    assert not any(isinstance(item, Header) for item in items)
    return Export(header, items)


def fixture(path: str, format_name: str) -> Export:
    """The items of a file below tests/data."""
    return export((DATA / path).read_bytes(), format_name)
