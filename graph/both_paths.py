"""One load by the path that serves it: in bulk into an empty graph (by the importer into a local one, else over Bolt) where that
is faster or asked for, else in batches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.bulk import first_load, over_bolt
from graph.bulk.mapping import Given, given_of
from graph.bulk.preparing import Preparing
from graph.documents import Hints, document_of, share_read
from graph.errors import BulkLoadError, DocumentError
from graph.load.loading import Loading
from graph.load.progress import Telling
from graph.load.report import LoadReport
from graph.queries.bound import Queries
from graph.server import Session
from loaders import Source

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def load_by_either_path(
    queries: Queries,
    session: Session | None,
    named: Sequence[Source],
    hints: Hints,
    telling: Telling,
    *,
    bulk: bool | None = None,
    spark: SparkSession | None = None,
) -> LoadReport:
    """The report of a load; what the facade does at the end of any load is still to be done.

    `session` is that of a local graph. `bulk` True, or `spark`, insists on the bulk path and raises BulkLoadError or
    ServerInUseError where it cannot be taken; False forbids it. Raises DocumentError where the only document cannot be read.
    """
    insist = bulk is True or spark is not None
    report = _load_in_bulk(queries, session, named, hints, telling, spark, insist=insist) if insist or bulk is None else None
    return report or _load_in_batches(queries, named, hints, telling)


def _load_in_bulk(
    queries: Queries,
    session: Session | None,
    named: Sequence[Source],
    hints: Hints,
    telling: Telling,
    spark: SparkSession | None,
    *,
    insist: bool,
) -> LoadReport | None:
    """The report of a load in bulk; None where it is not worthwhile, or cannot be."""
    given = given_of(named, hints)
    if not insist and not _is_worthwhile(queries, session, given):
        return None
    connection, steps = queries.connection, telling.steps
    try:
        if spark is not None:
            if session is None:
                raise BulkLoadError("Spark fills a local graph only: have it write files for the importer (spark --to FOLDER).")
            from graph.spark.local_graph import load_by_spark

            return load_by_spark(spark, connection, session, given, steps, telling)
        make = first_load.made_of(given, steps, telling)
        return first_load.fill(connection, session, steps, make) if session else over_bolt.fill_over_bolt(connection, steps, make)
    except BulkLoadError:
        if insist:
            raise
        return None


def _is_worthwhile(queries: Queries, session: Session | None, given: Sequence[Given]) -> bool:
    """Whether a load in bulk is faster, and nothing speaks against it."""
    if session:
        return first_load.is_worthwhile(given) and first_load.can_be(queries.connection, session)
    return over_bolt.is_worthwhile(given) and over_bolt.obstacle(queries) is None


def _load_in_batches(queries: Queries, named: Sequence[Source], hints: Hints, telling: Telling) -> LoadReport:
    over_bolt.clear_broken_load(queries)
    share = share_read(named)

    def tell(records: int, finished: int) -> None:
        telling.steps.advance(share(finished))
        telling(records, finished)

    with Preparing() as preparing:
        loading = Loading(queries, tell if telling.is_heard else None, telling.steps, preparing)
        for source in named:
            try:
                loading.add(document_of(source, hints))
            except DocumentError as error:
                if len(named) == 1:
                    raise
                loading.add_unreadable(source.location, error)
        return loading.finish()
