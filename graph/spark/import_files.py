"""The files for any server's importer, made on many machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from graph.bulk.import_files import write_files
from graph.bulk.loading import Files, Made
from graph.bulk.mapping import given_of
from graph.documents import Hints, Named, find
from graph.load.progress import LoadProgress, Telling
from graph.load.report import LoadReport

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def write_import_files(
    spark: SparkSession,
    documents: Named | Iterable[Named],
    folder: str | Path,
    hints: Hints | None = None,
    progress: Callable[[LoadProgress], None] | None = None,
) -> LoadReport:
    """Write what `graph.bulk.import_files.write_import_files` writes, by Spark. The folder and the documents must have the same
    paths on all machines of the cluster. Raises what that raises."""
    from graph.spark.loading import SparkLoading

    found = find(documents, hints)
    given = given_of(found.sources, hints or Hints())

    def make(place: Path, telling: Telling) -> tuple[Made, Files, Files]:
        loading = SparkLoading(spark, given, place, telling.steps, telling)
        return loading, *loading.prepare()

    return write_files(found, folder, progress, make)
