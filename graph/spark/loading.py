"""A first load in bulk by Spark, from documents to the importer's files."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.bulk.columns import tables
from graph.bulk.loading import CLAIMS_A_PART, Files, Progress, divided
from graph.bulk.mapping import Given, hashed
from graph.bulk.planning import write_owners
from graph.bulk.read_documents import ReadDocuments
from graph.bulk.tables import FOLDER, write_tables
from graph.bulk.uniting import FIRST, SECOND, Uniting
from graph.errors import BulkLoadError, DocumentError
from graph.load.report import LoadReport
from graph.load.steps import PLANNING, READING, READING_IN_BULK, Steps
from graph.load.uids import record_uid
from graph.spark.components import blocks
from graph.spark.reading import CLAIMS, RECORD_BITS, RECORDS, opened_in, pieces, preparing, reading, shares_of, signed
from graph.spark.stages import FILES, JOINED, ROWS, Outbox, planning, uniting
from graph.spark.task_errors import as_raised

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

WORK = "work"
OWNERS = -2
"""In place of the number of a task's attempt."""


class SparkLoading:
    """Reads documents and makes the importer's files of them, in a folder that all executors share; then `report` is complete."""

    def __init__(
        self, spark: SparkSession, given: Sequence[Given], folder: Path, steps: Steps, progress: Progress | None = None
    ) -> None:
        self._spark = spark
        self._given = given
        self._folder = folder
        self._steps = steps
        self._progress = progress
        self._slots = spark.sparkContext.defaultParallelism
        self.documents = ReadDocuments(given)
        self.report = LoadReport()

    def prepare(self) -> tuple[Files, Files]:
        """The files of nodes and of relationships, but for those of the documents themselves. Raises DocumentError where the only
        document cannot be read, BulkLoadError where the folder is not the same on all machines."""
        with as_raised(), self._steps.during(READING, READING_IN_BULK):
            claims = self._read()
        with as_raised(), self._steps.during(PLANNING):
            write_tables(self._folder, tables())
            parts = max(2 * self._slots, self.documents.records // CLAIMS_A_PART)
            planned = self._plan(claims, parts)
            written = [planned, *self._unite(planned, parts)]
            self._count(claims, planned)
            return divided(self._files(written))

    def drop_work(self) -> None:
        """Remove what the importer needs not."""
        shutil.rmtree(self._folder / WORK, ignore_errors=True)

    def _keep(self, table: DataFrame, name: str, *by: str) -> DataFrame:
        """A table as it lies in the work folder: what follows starts from there, and nothing is worked out twice."""
        path = f"file://{self._folder / WORK / name}"
        table.write.partitionBy(*by).parquet(path)
        return self._spark.read.schema(table.schema).parquet(re.sub(r"([\[\]{}*?\\])", r"\\\1", path))

    def _read(self) -> DataFrame:
        """All claims, each content once."""
        from pyspark.sql import functions as F  # noqa: N812

        count = pieces(self._given, self._slots)
        shares = shares_of(self._given, count)
        numbers = self._spark.range(0, len(shares), 1, len(shares))
        records = numbers.mapInArrow(reading(shares), RECORDS).repartition(count)
        claims = self._keep(records.mapInArrow(preparing, CLAIMS), "claims")
        for row in claims.where("opened IS NOT NULL").select("opened").toLocalIterator():
            number, opened = opened_in(bytes(row.opened))
            if isinstance(opened, DocumentError):
                self.documents.add_unreadable(number, opened)
            else:
                self.documents.add(number, opened)
        if (len(self.documents), claims.count()) != (len(self._given), len(self._given) + self.documents.records):
            raise BulkLoadError(
                f"What the machines of the cluster wrote into {self._folder} is not all there: it must lie on a file system that "
                "all of them share, under the same path. Name such a folder and load again."
            )
        self.report.documents = self.documents.reports
        if self._progress:
            self._progress(self.documents.records, len(self.documents))
        found = claims.where("opened IS NULL").drop("opened").withColumn("document", F.shiftright("id", RECORD_BITS))
        repeated = sorted(self.documents.repeated)
        return found.where(~found.document.isin(repeated)) if repeated else found

    def _plan(self, claims: DataFrame, parts: int) -> DataFrame:
        """The rows of all papers and of all that hangs on them, with those of whom documents are about."""
        block = blocks(self._held(claims), self._keep)
        blocked = claims.select("id", "packed").join(block, "id", "left").select("id", "block", "packed")
        # A claim that shares no key is planned where it lies.
        alone = blocked.where("block IS NULL")
        tied = blocked.where("block IS NOT NULL").repartition(parts, "block").sortWithinPartitions("block", "id")
        together = alone.selectExpr("id", "id AS block", "packed").union(tied)
        planned = self._keep(together.mapInArrow(planning(str(self._folder)), ROWS), "planned", "kind")
        return planned.select("kind", "key", "row", "id").union(self._owners())

    def _held(self, claims: DataFrame) -> DataFrame:
        """Which claim holds which key. A work without a title meets others by the words of its abstract."""
        from pyspark.sql import functions as F  # noqa: N812

        keys = claims.select("id", F.explode("keys").alias("key"))
        words = claims.select("id", "seeks", F.explode("words").alias("key"))
        sought = words.where("seeks").select("key").distinct()
        return keys.union(words.select("id", "key").join(sought, "key", "left_semi").select("id", "key"))

    def _owners(self) -> DataFrame:
        """The rows of whom documents are about; there are no more of them than documents, so they are written here."""
        outbox = Outbox(self._folder, OWNERS)
        write_owners(outbox.output, self.documents.owners)
        rows = [tuple(row.values()) for batch in outbox.finish() for row in batch.to_pylist()]
        return self._spark.createDataFrame(rows, ROWS)

    def _unite(self, planned: DataFrame, parts: int) -> tuple[DataFrame, DataFrame]:
        """What unites the rows of one uid, and the rows that come of that."""
        first = self._united(planned, FIRST, parts, "united")
        return first, self._united(first, SECOND, parts, "cited")

    def _united(self, rows: DataFrame, how: Mapping[tuple[str, ...], Uniting], parts: int, name: str) -> DataFrame:
        kinds = [kind for together in how for kind in together]
        some = rows.where(rows.kind.isin(kinds)).repartition(parts, "key").sortWithinPartitions("kind").select("kind", "row")
        united = self._keep(some.mapInArrow(uniting(str(self._folder), how), ROWS), name, "kind")
        return united.select("kind", "key", "row", "id")

    def _count(self, claims: DataFrame, planned: DataFrame) -> None:
        """Count what became of each document's records."""
        from pyspark.sql import functions as F  # noqa: N812

        entities = claims.where("entity != 0").select("id", "entity")
        firsts = entities.groupBy("entity").agg(F.min("id").alias("first"))
        # Whom documents are about is there before their records are.
        there = {signed(hashed(record_uid(owner.ids, owner.name))) for _, owner in self.documents.owners}
        owners = self._spark.createDataFrame([(uid, True) for uid in there], "entity long, is_owner boolean")
        again = entities.join(firsts, "entity").join(owners, "entity", "left").where("id > first OR is_owner").select("id")
        works = planned.where(planned.kind == JOINED).select("id").join(entities, "id", "left_anti")
        counted = again.union(works).groupBy(F.shiftright("id", RECORD_BITS).alias("document")).count()
        self.documents.count({row.document: row["count"] for row in counted.collect()})

    def _files(self, written: Iterable[DataFrame]) -> dict[str, list[Path]]:
        """The files that count, by table; others, of attempts that failed, are removed."""
        rows, found = self._folder / FOLDER, defaultdict[str, list[Path]](list)
        for table in written:
            for row in table.where(table.kind == FILES).collect():
                found[row.key].append(rows / bytes(row.row).decode())
        wanted = {path for paths in found.values() for path in paths}
        for path in rows.iterdir():
            if path not in wanted:
                path.unlink()
        return {key: sorted(paths) for key, paths in found.items()}
