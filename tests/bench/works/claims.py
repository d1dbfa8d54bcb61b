"""The claims of documents and of the ACL Anthology, read for a measurement; no graph and no server are needed."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from msgspec.structs import replace

from graph.load.claims import Claim
from loaders import Source
from loaders.acl.anthology import read
from loaders.records import Record
from tests.bench.documents_at import records_at
from tests.bench.identity.anthology import files_of

_PROCESSES = 2
_FILES_AT_ONCE = 8


def claims_of(anthology: Path | None, places: Iterable[Path], hidden: str | None = None) -> Iterator[Claim]:
    """What the Anthology's files (a folder, or the tar archive of it) and all documents at the places say.

    Identifiers of the scheme `hidden` are left out, so that a work has to be told by the rest.
    Files of no known format are named and left out. Raises InputError where there is no such place.
    """
    if anthology:
        with ProcessPoolExecutor(_PROCESSES) as pool:
            for name, records in pool.map(_anthology_records, files_of(anthology), chunksize=_FILES_AT_ONCE):
                yield from _claims(name, records, hidden)
    for location, found in records_at(places):
        yield from _claims(location, found, hidden)


def _anthology_records(file: tuple[str, bytes]) -> tuple[str, list[Record]]:
    name, data = file
    return f"acl:{Path(name).name}", [item for item in read(Source.of(data, name)) if isinstance(item, Record)]


def _claims(location: str, records: Iterable[Record], hidden: str | None) -> Iterator[Claim]:
    for number, record in enumerate(records):
        shown = tuple(known for known in record.ids if known.scheme != hidden)
        yield Claim.of(location, number, replace(record, ids=shown))
