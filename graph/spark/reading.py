"""Documents as claims, in two steps: each document is read by one task, and its records, divided evenly, are prepared by all.

Reading is the smaller part of the work, so a corpus that is one file of some gigabytes keeps every executor busy all the same.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import pyarrow as pa

from graph.bulk.claim_files import WORK, claim_of, packed
from graph.bulk.mapping import Given, entity_of, is_found_by_words, keys_of, without_items, words_of
from graph.errors import DocumentError
from graph.load.claims import Claim, prepare
from graph.load.reading import OpenDocument

RECORD_BITS = 36
"""A claim's number holds the number of its document, and in so many bits that of the record in it: numbers rise in the order of
loading."""
ROWS_A_BATCH = 500
PIECES_A_SLOT = 4
BYTES_A_PIECE = 16 << 20
"""Compressed documents hold five to ten times what they have in bytes."""

RECORDS = "id long, document string, kind string, payload binary, opened binary"
"""A record as it was read; or, with `opened`, a document that was read to its end, or what is wrong with it."""
CLAIMS = "id long, packed binary, entity long, keys array<long>, words array<long>, seeks boolean, opened binary"
"""A claim with the numbers by which it meets others; `seeks` says that it is found by the words of its abstract."""

Batches = Iterator[pa.RecordBatch]
Share = Sequence[tuple[int, Given]]
Opened = OpenDocument | DocumentError

_RECORDS = pa.schema([
    ("id", pa.int64()), ("document", pa.string()), ("kind", pa.string()), ("payload", pa.binary()), ("opened", pa.binary()),
])  # fmt: skip
_CLAIMS = pa.schema([
    ("id", pa.int64()), ("packed", pa.binary()), ("entity", pa.int64()), ("keys", pa.list_(pa.int64())),
    ("words", pa.list_(pa.int64())), ("seeks", pa.bool_()), ("opened", pa.binary()),
])  # fmt: skip


def pieces(given: Sequence[Given], slots: int) -> int:
    """In how many pieces the records are divided among `slots` that work at a time. By size as well: a cluster that has just been
    started says how many slots it has before all of them are there."""
    return max(PIECES_A_SLOT * slots, sum(one.size for one in given) // BYTES_A_PIECE)


def shares_of(given: Sequence[Given], most: int) -> list[Share]:
    """The documents divided into shares of about the same size, each document whole; at most so many."""
    shares: list[list[tuple[int, Given]]] = [[] for _ in range(min(most, len(given)))]
    filled = [0] * len(shares)
    for number in sorted(range(len(given)), key=lambda number: -given[number].size):
        least = filled.index(min(filled))
        shares[least].append((number, given[number]))
        filled[least] += given[number].size + 1
    return [sorted(share, key=lambda one: one[0]) for share in shares]


def reading(shares: Sequence[Share]) -> Callable[[Batches], Batches]:
    """What reads the shares whose numbers come; rows as `RECORDS`."""

    def read(batches: Batches) -> Batches:
        for batch in batches:
            for share in batch.column(0).to_pylist():
                rows = (row for number, given in shares[share] for row in _records_of(number, given))
                yield from _in_batches(rows, _RECORDS)

    return read


def preparing(batches: Batches) -> Batches:
    """Records as claims with their keys; rows as `CLAIMS`."""
    for batch in batches:
        yield from _in_batches(map(_prepared, zip(*batch.to_pydict().values(), strict=True)), _CLAIMS)


def opened_in(row: bytes) -> tuple[int, Opened]:
    """The number of a document, and what was found out of it."""
    number, opened = pickle.loads(row)  # noqa: S301 - from a task of ours
    return number, opened


def signed(number: int) -> int:
    """A hash of 64 bits as Spark keeps it, which knows no numbers without a sign."""
    return number - (1 << 64) if number >= 1 << 63 else number


def _records_of(number: int, given: Given) -> Iterator[tuple[object, ...]]:
    try:
        document = OpenDocument.of(given.open())
    except DocumentError as error:
        yield None, None, None, None, pickle.dumps((number, error))
        return
    uid = document.document.uid
    for claim in document.claims():
        kind = WORK if isinstance(claim, Claim) else claim.label
        yield number << RECORD_BITS | claim.id.record, uid, kind, claim.payload.encode(), None
    yield None, None, None, None, pickle.dumps((number, without_items(document)))


def _prepared(row: tuple[int, str, str, bytes, bytes | None]) -> tuple[object, ...]:
    id, document, kind, payload, opened = row
    if opened is not None:
        return None, None, None, None, None, None, opened
    claim = claim_of(document, id & ((1 << RECORD_BITS) - 1), kind, payload.decode())
    if isinstance(claim, Claim):
        prepare(claim)
    keys = [signed(key) for key in keys_of(claim)]
    return id, packed(claim), signed(entity_of(claim)), keys, words_of(claim), is_found_by_words(claim), None


def _in_batches(rows: Iterable[Sequence[object]], schema: pa.Schema) -> Batches:
    left = iter(rows)
    while some := list(islice(left, ROWS_A_BATCH)):
        columns = zip(*some, strict=True)
        yield pa.record_batch([pa.array(column, type=kind) for column, kind in zip(columns, schema.types, strict=True)], schema)
