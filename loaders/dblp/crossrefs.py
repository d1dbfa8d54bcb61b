"""What a work in dblp inherits from the proceedings or book that it names by `crossref`, where it does not say it itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from loaders.records import Identifier, Item, Publication, Record

MOST_WAITING = 100_000


@dataclass(frozen=True)
class Inheriting:
    """A work that lacks its venue, its year or its publisher, and the key of what it stands in. Without the last alone it waits
    for nothing: a volume that comes behind its papers does not hold them up."""

    record: Record
    parent: str

    @property
    def waits(self) -> bool:
        """Whether the volume is needed to place the work at all."""
        return not (self.record.year and self.record.publications)


@dataclass(frozen=True)
class _Volume:
    publications: tuple[Publication, ...]
    year: int | None
    publisher: str | None
    isbns: tuple[Identifier, ...]


def with_parents(items: Iterable[Item | Inheriting]) -> Iterator[Item]:
    """The items, works completed by their volumes. One whose volume comes later in the file comes at the end.

    No more than 100,000 wait; further ones stay as they are.
    """
    volumes: dict[str, _Volume] = {}
    waiting: list[Inheriting] = []
    for item in items:
        if isinstance(item, Inheriting):
            if item.waits and item.parent not in volumes and len(waiting) < MOST_WAITING:
                waiting.append(item)
            else:
                yield _completed(item, volumes)
            continue
        if isinstance(item, Record) and item.kind and item.kind.partition(",")[0] in ("proceedings", "book"):
            key = next((known.value for known in item.ids if known.scheme == "dblp"), None)
            if key and (item.publications or item.year):
                isbns = tuple(known for known in item.ids if known.scheme == "isbn")
                volumes[key] = _Volume(item.publications, item.year, item.publisher, isbns)
        yield item
    yield from (_completed(item, volumes) for item in waiting)


def _completed(item: Inheriting, volumes: dict[str, _Volume]) -> Record:
    record, volume = item.record, volumes.get(item.parent)
    if volume is None:
        return record
    year = record.year or volume.year
    places = record.publications or tuple(msgspec.structs.replace(place, year=year) for place in volume.publications)
    return msgspec.structs.replace(
        record,
        year=year,
        date=record.date or (str(year) if year else None),
        publications=places,
        publisher=record.publisher or volume.publisher,
        ids=(*record.ids, *(known for known in volume.isbns if known not in record.ids)),
    )
