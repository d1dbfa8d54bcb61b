"""The documents of known formats at some places, for benches that read whatever there is."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph import documents
from graph.errors import UnknownFormatError
from loaders.records import Record


def records_at(places: Iterable[Path]) -> Iterator[tuple[str, Iterator[Record]]]:
    """The locations of documents and their records of works. Files of no known format are named and left out. Raises InputError
    where there is no such place."""
    for place in places:
        for source in documents.find(place).sources:
            try:
                document = documents.document_of(source)
            except UnknownFormatError:
                print(f"left out, of no known format: {source.location}")
                continue
            yield source.location, (item for item in document.items() if isinstance(item, Record))
