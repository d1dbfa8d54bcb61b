"""The session in which Spark works: a user's own, or one that is started here."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import SparkUnavailableError
from graph.spark.java import find_java

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*]"
ON_THIS_MACHINE = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1", "spark.ui.enabled": "false"}
"""Where nobody named a cluster, nobody else needs to reach Spark, or to see on a page of its what is being loaded."""
SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set where spark-submit started this process: it has chosen the cluster and runs the Java."""
SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
}


@contextmanager
def spark_session(master: str | None = None, settings: Mapping[str, str] | None = None) -> Iterator[SparkSession]:
    """A session on the cluster of `master`, else on that of spark-submit, else on this machine's processors; one that is there
    already is used and left. Raises SparkUnavailableError where PySpark or a Java is missing, or the session cannot start."""
    # It warns of what it cannot do yet with a new pandas, of which nothing is used here.
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SparkUnavailableError("PySpark is not installed: pip install 'scholargraph[spark]'") from error
    if there := SparkSession.getActiveSession():
        yield there
        return
    builder = SparkSession.builder.appName("scholargraph")
    here = ON_THIS_MACHINE if not master and SUBMITTED not in os.environ else {}
    if SUBMITTED not in os.environ:
        os.environ["JAVA_HOME"] = str(find_java())
        builder = builder.master(master or LOCAL)
    elif master:
        builder = builder.master(master)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in {**SETTINGS, **here, **(settings or {})}.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # Java's own words, in whatever class PySpark brings them
        raise SparkUnavailableError(f"Spark does not start: {str(error).strip() or type(error).__name__}") from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()
