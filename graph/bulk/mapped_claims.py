"""All claims of a load as numbers, in the order of loading: where each lies, what document it is of, which keys it has."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from graph.bulk.blocks import Keys, Numbers, Ties
from graph.bulk.claim_files import Place
from graph.bulk.mapping import Mapped

Number = TypeVar("Number", np.int64, np.uint64)


@dataclass(frozen=True)
class Claims:
    """A claim's number is its place in all of these. `entities` has the hash of what an entity is about, 0 for a work."""

    documents: Numbers
    records: Numbers
    workers: Numbers
    starts: Numbers
    lengths: Numbers
    entities: Keys
    keys: Ties
    words: Ties

    def places(self, numbers: Numbers) -> list[Place]:
        """Where these claims lie."""
        columns = (self.workers[numbers], self.starts[numbers], self.lengths[numbers])
        return [Place(*place) for place in zip(*(column.tolist() for column in columns), strict=True)]

    def joined_entities(self, there: Collection[int]) -> NDArray[np.bool_]:
        """Which claims are about somebody or something that an entity before them is about, or whose hash is in `there`."""
        found = np.isin(self.entities, np.array([*there], dtype=np.uint64))
        numbers = np.flatnonzero(self.entities)
        order = numbers[np.argsort(self.entities[numbers], kind="stable")]
        found[order[1:][self.entities[order[1:]] == self.entities[order[:-1]]]] = True
        return found


def gathered(mapped: Iterable[Mapped], without: Collection[int]) -> Claims:
    """The claims of all documents but those left out."""
    ordered = sorted(
        (some for some in mapped if some.document not in without and len(some.records)),
        key=lambda some: (some.document, some.records[0]),
    )
    firsts = np.cumsum([0, *(len(some.records) for some in ordered)])

    def numbers(arrays: Iterable[object]) -> Numbers:
        return _together(arrays, np.int64)

    def ties(keys: Iterable[object], holders: Iterable[Numbers]) -> Ties:
        moved = (held + first for held, first in zip(holders, firsts.tolist(), strict=False))
        return Ties(_together(keys, np.uint64), _together(moved, np.int64))

    return Claims(
        documents=numbers(np.full(len(some.records), some.document) for some in ordered),
        records=numbers(some.records for some in ordered),
        workers=numbers(np.full(len(some.records), some.worker) for some in ordered),
        starts=numbers(some.starts for some in ordered),
        lengths=numbers(some.lengths for some in ordered),
        entities=_together((some.entities for some in ordered), np.uint64),
        keys=ties((some.keys for some in ordered), (np.asarray(some.holders) for some in ordered)),
        words=ties((some.words for some in ordered), (np.asarray(some.word_holders) for some in ordered)),
    )


def _together(arrays: Iterable[object], kind: type[Number]) -> NDArray[Number]:
    found = [np.asarray(some, dtype=kind) for some in arrays]
    return np.concatenate(found) if found else np.empty(0, dtype=kind)
