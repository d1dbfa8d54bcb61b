"""A first load in bulk, from documents to a database that is ready to take the place of an empty one."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from graph.bulk.blocks import Numbers, Ties, blocks_of, several
from graph.bulk.columns import tables
from graph.bulk.mapped_claims import Claims, gathered
from graph.bulk.mapping import LARGE_DOCUMENT, Given, Mapped, Unreadable, hashed, map_all, total_size, with_words
from graph.bulk.planning import plan_claims, plan_owners
from graph.bulk.read_documents import ReadDocuments
from graph.bulk.spills import Block
from graph.bulk.tables import write_tables
from graph.bulk.uniting import FIRST, SECOND, finish_spills, finish_tables, unite
from graph.bulk.workers import Workers
from graph.load.report import LoadReport
from graph.load.steps import PLANNING, READING, READING_IN_BULK, Steps
from graph.load.uids import record_uid

CLAIMS_A_TASK = 400
PLANNED_SHARE = 0.6
"""How much of the time for planning passes before rows are united."""
CLAIMS_A_PART = 25_000
"""How many claims' rows are united at a time: what one worker holds of them."""

Progress = Callable[[int, int], None]
Files = dict[str, list[Path]]
"""The files of each label, or relationship type."""


class Made(Protocol):
    """What is to be known of documents whose rows are files, but for their own nodes."""

    documents: ReadDocuments
    report: LoadReport

    def drop_work(self) -> None:
        """Remove what the importer needs not."""
        ...


Make = Callable[[Path], tuple[Made, Files, Files]]
"""Writes the rows of documents into a folder: files of nodes and of relationships, and what is to be known of the documents."""


class BulkLoading:
    """Reads documents and makes the importer's files of them, in a folder of its own; then `report` is complete."""

    def __init__(self, given: Sequence[Given], folder: Path, steps: Steps, progress: Progress | None = None) -> None:
        self._given = given
        self._folder = folder
        self._steps = steps
        self._progress = progress
        self.documents = ReadDocuments(given)
        self.report = LoadReport()

    def prepare(self, workers: Workers) -> tuple[Files, Files]:
        """The files of nodes and of relationships, but for those of the documents themselves. Raises DocumentError where the only
        document cannot be read."""
        with self._steps.during(READING, READING_IN_BULK):
            claims = self._map(workers)
        with self._steps.during(PLANNING):
            write_tables(self._folder, tables())
            parts = max(2 * len(workers), len(claims.records) // CLAIMS_A_PART)
            joined = self._plan(workers, claims, parts)
            self._unite(workers, parts)
            self._count(claims, joined)
            found: defaultdict[str, list[Path]] = defaultdict(list)
            for written in workers.each(finish_tables):
                for key, path in written.items():
                    found[key].append(path)
        return divided(found)

    def drop_work(self) -> None:
        """Remove what the importer needs not: the disk is to hold the rows and the new database."""
        for path in self._folder.iterdir():
            if path.is_file():
                path.unlink()

    def _map(self, workers: Workers) -> Claims:
        """Read everything."""
        mapped: list[Mapped] = []
        read, records = _Read(self._given), 0
        for found in map_all(workers, self._given):
            if isinstance(found, Unreadable):
                self.documents.add_unreadable(found.document, found.error)
                read.finish(found.document)
            else:
                mapped.append(found)
                records += len(found.records)
                if found.opened:
                    self.documents.add(found.document, found.opened)
                    read.finish(found.document)
            self._steps.advance(read.share)
            if self._progress:
                self._progress(records, len(self.documents))
        self.report.documents = self.documents.reports
        return gathered(mapped, self.documents.repeated)

    def _plan(self, workers: Workers, claims: Claims, parts: int) -> Numbers:
        """Plan all blocks; the numbers of the claims that joined another one."""
        block = blocks_of(len(claims.records), self._ties(workers, claims))
        tasks = ((parts, some.tolist(), claims.places(some)) for some in several(block, CLAIMS_A_TASK))
        joined: list[int] = []
        for done, numbers in enumerate(workers.run(plan_claims, tasks), 1):
            joined += numbers
            self._steps.advance(PLANNED_SHARE * done * CLAIMS_A_TASK / len(claims.records))
        for _ in workers.run(plan_owners, ((parts, some) for some in _some(self.documents.owners, CLAIMS_A_TASK))):
            pass
        return np.array(joined, dtype=np.int64)

    def _ties(self, workers: Workers, claims: Claims) -> Ties:
        """All keys of all claims. A work without a title meets others by the words of its abstract, so these are looked through
        where there is one."""
        if not len(claims.words.keys):
            return claims.keys
        words = np.unique(claims.words.keys)
        sent = array("Q", words.tobytes())
        every = np.arange(len(claims.records))
        tasks = (
            ([*zip(some.tolist(), claims.places(some), strict=True)], sent)
            for some in np.array_split(every, max(1, len(every) // CLAIMS_A_TASK))
        )
        found = list(workers.run(with_words, tasks))
        keys = [np.frombuffer(keys, dtype=np.uint64) for keys, _ in found]
        holders = [np.frombuffer(holders, dtype=np.int64) for _, holders in found]
        return Ties(np.concatenate([claims.keys.keys, *keys]), np.concatenate([claims.keys.holders, *holders]))

    def _unite(self, workers: Workers, parts: int) -> None:
        for turn, kinds in enumerate((FIRST, SECOND)):
            blocks: defaultdict[tuple[tuple[str, ...], int], list[Block]] = defaultdict(list)
            of_kind = {kind: together for together in kinds for kind in together}
            for spilled in workers.each(finish_spills):
                for block in spilled:
                    blocks[of_kind[block.kind], block.part].append(block)
            tasks = ((parts, together, some) for (together, _), some in blocks.items())
            for done, _ in enumerate(workers.run(unite, tasks), 1):
                self._steps.advance(PLANNED_SHARE + (1 - PLANNED_SHARE) * (turn + done / len(blocks)) / 2)

    def _count(self, claims: Claims, joined: Numbers) -> None:
        """Count what became of each document's records."""
        # Whom documents are about is there before their records are.
        is_joined = claims.joined_entities([hashed(record_uid(owner.ids, owner.name)) for _, owner in self.documents.owners])
        is_joined[joined[claims.entities[joined] == 0]] = True
        joined_of = np.bincount(claims.documents[is_joined], minlength=len(self._given))
        self.documents.count(dict(enumerate(joined_of.tolist())))


class _Read:
    """How much was read of all documents: those that are finished, and of large ones, which are read here, what was so far."""

    def __init__(self, given: Sequence[Given]) -> None:
        self._given = given
        self._whole = total_size(given)
        self._finished = 0
        self._large = {number: one for number, one in enumerate(given) if one.size > LARGE_DOCUMENT}

    def finish(self, number: int) -> None:
        """Count a document as read."""
        self._finished += self._given[number].size
        self._large.pop(number, None)

    @property
    def share(self) -> float:
        """The share of all bytes, 0 to 1."""
        return (self._finished + sum(one.position() for one in self._large.values())) / max(self._whole, 1)


def _some(items: Sequence[object], most: int) -> Iterator[Sequence[object]]:
    return (items[start : start + most] for start in range(0, len(items), most))


def divided(found: dict[str, list[Path]]) -> tuple[Files, Files]:
    """Files by label, and by type of relationship."""
    nodes: defaultdict[str, list[Path]] = defaultdict(list)
    relationships: defaultdict[str, list[Path]] = defaultdict(list)
    for key, paths in sorted(found.items()):
        name, *type_and_end = key.split("-")
        if type_and_end:
            relationships[type_and_end[0]] += paths
        else:
            nodes[name] += paths
    return nodes, relationships
