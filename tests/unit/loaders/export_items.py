"""What the tests of export loaders share: reading a fixture through recognition into its items, by kind."""

from dataclasses import dataclass

from loaders.records import Rejection, Remark
from tests.unit.loaders.read_items import DATA, Read, read_as


@dataclass(frozen=True)
class Export(Read):
    """An export as read, with what the tests of exports ask of it."""

    @property
    def rejections(self) -> list[Rejection]:
        return self.of(Rejection)

    @property
    def remarks(self) -> list[Remark]:
        return self.of(Remark)

    def ids(self, number: int) -> list[str]:
        """The identifiers of a record as scheme:value."""
        return [known.curie for known in self.records[number].ids]

    def names(self, number: int) -> list[tuple[str, int | None, str, str]]:
        """Name, position, kind and role of each author of a record."""
        return [(one.name, one.position, one.kind, one.role) for one in self.records[number].authors]


def export(data: str | bytes, format_name: str) -> Export:
    """The items of an export that is recognised as `format_name`."""
    found = Export(*read_as(data, format_name))
    assert found.header.format == format_name
    return found


def fixture(path: str, format_name: str) -> Export:
    """The items of a file below tests/data."""
    return export((DATA / path).read_bytes(), format_name)
