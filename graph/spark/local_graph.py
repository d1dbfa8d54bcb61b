"""An empty local graph filled with what Spark makes of documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.bulk.first_load import fill
from graph.bulk.loading import Files, Progress
from graph.bulk.mapping import Given
from graph.connection import Connection
from graph.load.report import LoadReport
from graph.load.steps import Steps
from graph.server import Session
from graph.spark.loading import SparkLoading

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def load_by_spark(
    spark: SparkSession,
    connection: Connection,
    session: Session,
    given: Sequence[Given],
    steps: Steps,
    progress: Progress | None = None,
) -> LoadReport:
    """Fill the empty graph with these documents; its folder and theirs must have the same paths on all machines of the cluster.

    Papers are still to be grouped, and what ends it is of no harm, as with `load_in_bulk`, whose errors it raises.
    """

    def made(folder: Path) -> tuple[SparkLoading, Files, Files]:
        loading = SparkLoading(spark, given, folder, steps, progress)
        nodes, relationships = loading.prepare()
        return loading, nodes, relationships

    return fill(connection, session, steps, made)
