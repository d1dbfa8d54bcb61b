"""The ACL Anthology read for an evaluation: every authorship has only its printed name, the ids are kept apart as gold.

https://github.com/acl-org/acl-anthology (`data/xml`, CC BY 4.0)
"""

import tarfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import msgspec

from graph.errors import InputError
from graph.identity.evidence_model.corpus import Corpus, PaperRow, RecordRow, SlotRow
from graph.load.uids import venue_uid
from graph.names.affiliation_words import informative_words
from graph.names.forms import more_specific, name_key
from graph.names.frequency import family_key, given_key
from graph.topics.phrases import phrases
from loaders import Source
from loaders.acl.anthology import read
from loaders.records import Record

_PROCESSES = 2
_WAITING = 4


class Writer(msgspec.Struct, frozen=True, array_like=True):
    """An authorship; `position` counts from 1. `orcid` and `id`, the Anthology's own for the person, are gold and never shown to
    the system."""

    name: str
    position: int
    words: list[str] = []
    orcid: str | None = None
    id: str | None = None


class Paper(msgspec.Struct, frozen=True, array_like=True):
    """What identity evidence is drawn from."""

    id: str
    title: str
    year: int | None
    venues: list[str]
    topics: list[str]
    writers: list[Writer]


def papers_of(place: Path, cache: Path | None = None) -> list[Paper]:
    """The papers of a folder of XML files, or of the tar archive of one, in the order of the files' names.

    With `cache` what was found is kept in that file, and taken from there the next time. Raises InputError where there is no such
    place, or no paper in it.
    """
    if cache and cache.exists():
        return msgspec.msgpack.decode(cache.read_bytes(), type=list[Paper])
    if not place.exists():
        raise InputError(f"there is no {place}; give the folder of the Anthology's XML files, or the archive of it")
    with ProcessPoolExecutor(_PROCESSES) as pool:
        found = [paper for papers in _ahead(pool, files_of(place)) for paper in papers]
    if not found:
        raise InputError(
            f"{place} holds no papers; give the folder of the Anthology's XML files (data/xml), or the archive of it"
        )
    if cache:
        cache.write_bytes(msgspec.msgpack.encode(found))
    return found


def corpus_of(papers: Iterable[Paper]) -> Corpus:
    """The corpus that the system sees: one record for each printed name, no ids."""
    papers = list(papers)
    forms: dict[str, set[str]] = {}
    for paper in papers:
        for writer in paper.writers:
            forms.setdefault(record_uid(writer.name), set()).add(writer.name)
    corpus = Corpus()
    corpus.add_records(_record(uid, more_specific(names)) for uid, names in sorted(forms.items()))
    corpus.add_papers(_paper(paper) for paper in papers)
    return corpus


def record_uid(name: str) -> str:
    """The uid of the record of a printed name, as loading gives it to a name without an id."""
    return f"name:{name_key(name)}"


def _record(uid: str, name: str) -> RecordRow:
    return RecordRow(uid, name, uid.partition(":")[2], family_key(name), given_key(name), uid)


def _paper(paper: Paper) -> PaperRow:
    slots = [SlotRow(record_uid(writer.name), writer.position, writer.name, writer.words) for writer in paper.writers]
    return PaperRow(paper.id, (f"acl:{paper.id}",), paper.year, slots, paper.venues, paper.topics)


def files_of(place: Path) -> Iterator[tuple[str, bytes]]:
    if place.is_dir():
        for path in sorted(place.rglob("*.xml")):
            yield path.name, path.read_bytes()
        return
    try:
        with tarfile.open(place, "r|*") as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() and member.name.endswith(".xml") else None
                if file:
                    yield member.name, file.read()
    except (tarfile.TarError, OSError) as error:
        raise InputError(
            f"{place} cannot be read as a tar archive: {error}; give the archive of the Anthology's XML files"
        ) from None


def _ahead(pool: ProcessPoolExecutor, files: Iterator[tuple[str, bytes]]) -> Iterator[list[Paper]]:
    """The papers of the files in order, while a few more are being read."""
    waiting: deque[Future[list[Paper]]] = deque(pool.submit(_read, *file) for file in islice(files, _WAITING))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(pool.submit(_read, *file) for file in islice(files, 1))


def _read(name: str, data: bytes) -> list[Paper]:
    records = (item for item in read(Source.of(data, name)) if isinstance(item, Record))
    return [_of(record) for record in records]


def _of(record: Record) -> Paper:
    writers = [
        Writer(
            author.name,
            author.position or 0,
            informative_words(affiliation.name for affiliation in author.affiliations),
            next((held.value for held in author.ids if held.scheme == "orcid"), None),
            next((held.value for held in author.ids if held.scheme == "acl"), None),
        )
        for author in record.authors
        if author.role == "author" and author.kind == "person"
    ]
    identifier = next((held.value for held in record.ids if held.scheme == "acl"), "")
    venues = [venue_uid(publication.venue) for publication in record.publications if publication.kind != "preprint"]
    topics = [f"phrase:{phrase.key}" for phrase in phrases(record.title, record.abstract)]
    return Paper(identifier, record.title or "", record.year, list(dict.fromkeys(venues)), topics, writers)
