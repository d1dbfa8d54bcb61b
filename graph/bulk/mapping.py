"""Documents as claims on disk, with the keys by which they meet: worked out in the workers, a document at a time."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from graph.bulk.claim_files import WORK, ClaimReader, ClaimWriter, Place, claim_of
from graph.bulk.workers import Own, Workers, can_be_sent
from graph.documents import Hints, document_of, size_of
from graph.errors import DocumentError
from graph.load.claims import Claim, prepare
from graph.load.lookup import meeting_keys
from graph.load.reading import AnyClaim, Document, OpenDocument
from loaders.parsing.source import Source
from loaders.records import Items

LARGE_DOCUMENT = 8 << 20
"""Bytes from which a document is divided among the workers, where it would keep one of them busy when the others are done."""
CHUNK = 500

Sent = tuple[int, str, str]
"""A record as workers get it: its number, the label of what it is about, and its JSON as it is kept, so that its hash stays."""


def _nowhere() -> int:
    return 0


class Given(NamedTuple):
    """A document that was named: its location, its size in bytes, what opens it or raises DocumentError, what tells how many
    bytes were read of it here, and whether it is read fastest in its turn."""

    location: str
    size: int
    open: Callable[[], Document]
    position: Callable[[], int] = _nowhere
    comes_in_turn: bool = False


def given_of(sources: Iterable[Source], hints: Hints) -> list[Given]:
    """What was named, ready to be read by any process or machine."""
    return [
        Given(
            source.location,
            size_of(source),
            partial(document_of, source, hints),
            partial(getattr, source, "position"),
            source.comes_in_turn,
        )
        for source in sources
    ]


def total_size(given: Iterable[Given]) -> int:
    """The bytes of all that was named."""
    return sum(one.size for one in given)


@dataclass
class Mapped:
    """Claims of one document that lie on disk, in order, and their keys as numbers.

    `keys` are hashes of the words of which each claim, by its number in `holders`, has some; `words` and `word_holders` are the
    pieces of abstracts of works without a title. `entities` has the hash of what an entity is about, 0 for a work.
    """

    document: int
    opened: OpenDocument | None = None
    records: "array[int]" = field(default_factory=lambda: array("q"))
    worker: int = 0
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    lengths: "array[int]" = field(default_factory=lambda: array("q"))
    entities: "array[int]" = field(default_factory=lambda: array("Q"))
    keys: "array[int]" = field(default_factory=lambda: array("Q"))
    holders: "array[int]" = field(default_factory=lambda: array("q"))
    words: "array[int]" = field(default_factory=lambda: array("Q"))
    word_holders: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, claim: AnyClaim, place: Place) -> None:
        """Add a claim that was written."""
        number = len(self.records)
        self.records.append(claim.id.record)
        self.worker = place.worker
        self.starts.append(place.start)
        self.lengths.append(place.length)
        self.entities.append(entity_of(claim))
        for key in keys_of(claim):
            self.keys.append(key)
            self.holders.append(number)
        if is_found_by_words(claim):
            words = words_of(claim)
            self.words.extend(words)
            self.word_holders.extend([number] * len(words))


class Unreadable(NamedTuple):
    """A document of which nothing can be read, and why."""

    document: int
    error: DocumentError


def hashed(word: str) -> int:
    """A word as a number of 64 bits."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def entity_of(claim: AnyClaim) -> int:
    """The hash of what an entity is about, 0 for a work."""
    return 0 if isinstance(claim, Claim) else hashed(claim.uid)


def keys_of(claim: AnyClaim) -> list[int]:
    """The hashes of the keys by which a work meets others; an entity meets none."""
    return [hashed(key) for key in meeting_keys(claim)] if isinstance(claim, Claim) else []


def is_found_by_words(claim: AnyClaim) -> bool:
    """Whether it is a work without a title, which meets others by the words of its abstract."""
    return isinstance(claim, Claim) and claim.title_key is None


def words_of(claim: AnyClaim) -> list[int]:
    """The words of an abstract's sketch as the numbers of 48 bits that they are.

    No hash of a key but by chance is one, and chance does no harm.
    """
    return [int(word, 16) for word in claim.sketch.split()] if isinstance(claim, Claim) and claim.sketch else []


def map_all(workers: Workers, given: Sequence[Given]) -> Iterator[Mapped | Unreadable]:
    """Every document's claims, in any order; those of a large document in several parts, of which one holds the document."""
    opened: list[Mapped | Unreadable] = []
    yield from workers.run(_map, _tasks(given, len(workers), opened))
    yield from opened
    workers.each(_flush)


def _tasks(given: Sequence[Given], workers: int, opened: list[Mapped | Unreadable]) -> Iterator[tuple[object, ...]]:
    """Small documents as they are, the largest first; the claims of others, which are read here, in chunks: of large ones, of
    what cannot be sent, and of what is read in its turn."""
    size = total_size(given)
    largest = max(LARGE_DOCUMENT, size // (2 * workers))
    order = sorted(range(len(given)), key=lambda number: (-given[number].size, number))
    in_turn = [number for number, one in enumerate(given) if one.comes_in_turn]
    alone = [number for number in order if not given[number].comes_in_turn]
    here = in_turn + [number for number in alone if given[number].size > largest or not can_be_sent(given[number].open)]
    for number in here:
        try:
            document = OpenDocument.of(given[number].open())
        except DocumentError as error:
            opened.append(Unreadable(number, error))
            continue
        claims = document.claims()
        while chunk := [_sent(claim) for claim in islice(claims, CHUNK)]:
            yield number, document.document.uid, chunk
        opened.append(Mapped(number, without_items(document)))
    apart = frozenset(here)
    yield from ((number, given[number].open, None) for number in order if number not in apart)


def _sent(claim: AnyClaim) -> Sent:
    return claim.id.record, WORK if isinstance(claim, Claim) else claim.label, claim.payload


def _map(own: Own, number: int, of: Callable[[], Document] | str, records: Iterable[Sent] | None) -> Mapped | Unreadable:
    """A document, or some records that were read of one, given by its uid."""
    if isinstance(of, str):
        return _written(own, Mapped(number), (claim_of(of, *sent) for sent in records or ()))
    try:
        document = OpenDocument.of(of())
    except DocumentError as error:
        return Unreadable(number, error)
    found = _written(own, Mapped(number), document.claims())
    found.opened = without_items(document)
    return found


def _written(own: Own, mapped: Mapped, claims: Iterable[AnyClaim]) -> Mapped:
    writer = own.keep(ClaimWriter)
    for claim in claims:
        if isinstance(claim, Claim):
            prepare(claim)
        mapped.add(claim, writer.add(claim))
    return mapped


def _flush(own: Own) -> None:
    own.keep(ClaimWriter).flush()


def _no_items() -> Items:
    return iter(())


def without_items(opened: OpenDocument) -> OpenDocument:
    """The document without what it was read from, which may be large or bound to a process."""
    return replace(opened, document=replace(opened.document, items=_no_items))


def with_words(own: Own, places: Sequence[tuple[int, Place]], words: "array[int]") -> "tuple[array[int], array[int]]":
    """Of some claims, each with a number: the words of abstracts that are among `words`, and the numbers of their holders."""
    wanted, found, holders = frozenset(words), array("Q"), array("q")
    claims = own.keep(ClaimReader).read(place for _, place in places)
    for (number, _), claim in zip(places, claims, strict=True):
        shared = wanted.intersection(words_of(claim))
        found.extend(shared)
        holders.extend([number] * len(shared))
    return found, holders
