"""Claims on disk, with the keys that were worked out for them: a file a worker, each claim found by its place in it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from graph.bulk.workers import Own
from graph.load.claims import Claim, ClaimId, prepare, take_prepared
from graph.load.entities import LABEL, EntityClaim
from graph.load.reading import AnyClaim
from graph.topics.phrases import TextTopics

_KINDS: dict[str, Any] = {label: kind for kind, label in LABEL.items()}
WORK = ""


class Place(NamedTuple):
    """Where a claim lies: the number of the worker that wrote it, where it begins, its length in bytes."""

    worker: int
    start: int
    length: int


class _Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A claim and what `prepare` worked out for it. `kind` is the label of what an entity is about, nothing for a work."""

    document: str
    record: int
    kind: str
    payload: str
    join_key: str | None = None
    anchor: str = ""
    sketch: str | None = None
    text_topics: TextTopics = TextTopics((), (), ())


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Kept).decode


def path_of(folder: Path, worker: int) -> Path:
    """The file of a worker."""
    return folder / f"claims-{worker}"


class ClaimWriter:
    """Writes a worker's claims, one behind the other."""

    def __init__(self, own: Own) -> None:
        self._worker = own.number
        self._file = path_of(own.folder, own.number).open("wb")
        self._at = 0

    def add(self, claim: AnyClaim) -> Place:
        """Keep a claim, a work's with all that `prepare` works out; its place."""
        data = packed(claim)
        place = Place(self._worker, self._at, len(data))
        self._file.write(data)
        self._at += len(data)
        return place

    def flush(self) -> None:
        """Have everything on disk, where other workers read it."""
        self._file.flush()


class ClaimReader:
    """Reads claims that any worker has kept."""

    def __init__(self, own: Own) -> None:
        self._folder = own.folder
        self._files: dict[int, BinaryIO] = {}

    def read(self, places: Iterable[Place]) -> list[AnyClaim]:
        """The claims at these places, in order."""
        return [unpacked(self._bytes(Place(*place))) for place in places]

    def _bytes(self, place: Place) -> bytes:
        if place.worker not in self._files:
            self._files[place.worker] = path_of(self._folder, place.worker).open("rb")
        file = self._files[place.worker]
        file.seek(place.start)
        return file.read(place.length)


def packed(claim: AnyClaim) -> bytes:
    """A claim as bytes, a work's with all that `prepare` works out."""
    return _encode(_of_work(claim) if isinstance(claim, Claim) else _of_entity(claim))


def _of_work(claim: Claim) -> _Kept:
    return _Kept(claim.id.document, claim.id.record, WORK, claim.payload, *prepare(claim))


def _of_entity(claim: EntityClaim) -> _Kept:
    return _Kept(claim.id.document, claim.id.record, claim.label, claim.payload)


def claim_of(document: str, record: int, kind: str, payload: str) -> AnyClaim:
    """The claim of a record by its JSON: of a work, or with `kind` the label of what an entity is about."""
    if kind == WORK:
        return Claim.from_json(document, record, payload)
    return EntityClaim(ClaimId(document, record), msgspec.json.decode(payload, type=_KINDS[kind]))


def unpacked(data: bytes) -> AnyClaim:
    """The claim that was packed."""
    kept = _decode(data)
    claim = claim_of(kept.document, kept.record, kept.kind, kept.payload)
    if not isinstance(claim, Claim):
        return claim
    take_prepared(claim, (kept.join_key, kept.anchor, kept.sketch, kept.text_topics))
    return claim
