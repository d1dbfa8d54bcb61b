"""A load by Spark gives the rows, the graph and the report of the load in bulk on one machine.

The cluster has two executors, each a Java and a Python of its own in a folder of its own: what they share is what a real cluster
shares, the files under the same paths, and what goes from one to the other is packed and sent.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from graph import server
from graph.bulk.loading import BulkLoading, Files
from graph.bulk.mapping import Given
from graph.bulk.workers import Workers
from graph.errors import InputError
from graph.identity.union_find import UnionFind
from graph.load.reading import Document
from graph.load.report import LoadReport
from graph.load.steps import BULK_STEPS, Steps
from graph.spark.components import blocks
from graph.spark.import_files import write_import_files
from graph.spark.loading import SparkLoading
from graph.spark.session import spark_session
from tests.integration.conftest import Neo4jServer, emptied
from tests.integration.imported_files import assert_files_make_the_graph, opened
from tests.integration.mixed_documents import DEMO
from tests.integration.outcomes import Outcome, outcome
from tests.integration.test_any_order import made_up_documents
from tests.integration.test_bulk import notices_and_people

pytest.importorskip("pyspark", reason="needs the extra scholargraph[spark]")
pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "4",
    "spark.executorEnv.PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'graph' / 'public'}",
}
VOLATILE = {"changed_at:string", "loaded_at:string"}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with spark_session("local-cluster[2,1,1024]", SETTINGS) as session:
        yield session


def rows_of(files: Sequence[Files]) -> dict[str, Counter[str]]:
    """Every row of every table, as text."""
    found: dict[str, Counter[str]] = {}
    for name, paths in ((name, paths) for some in files for name, paths in some.items()):
        for path in paths:
            for row in pq.read_table(path).to_pylist():
                said = repr(sorted((key, value) for key, value in row.items() if key not in VOLATILE))
                found.setdefault(name, Counter())[said] += 1
    return found


def on_one_machine(given: Sequence[Given], folder: Path) -> tuple[dict[str, Counter[str]], LoadReport]:
    folder.mkdir()
    loading = BulkLoading(given, folder, Steps())
    with Workers(2, folder) as workers:
        nodes, relationships = loading.prepare(workers)
    cards = {key: [path] for key, path in loading.documents.write_cards(folder).items()}
    return rows_of([{**nodes, **cards}, relationships]), loading.report


def test_rows_and_report_are_those_of_one_machine(spark: Any, tmp_path: Path) -> None:
    """Entities, citations, notices, owners, works without titles, a document twice."""
    chance = random.Random(5)
    documents: list[Document] = made_up_documents(chance, 25) + notices_and_people()
    documents = chance.sample(documents, len(documents)) + documents[:2]
    given = [Given(document.location, 100, partial(replace, document)) for document in documents]
    rows, report = on_one_machine(given, tmp_path / "one")
    place = tmp_path / "many [of them]"
    place.mkdir()
    loading = SparkLoading(spark, given, place, Steps())
    nodes, relationships = loading.prepare()
    cards = {key: [path] for key, path in loading.documents.write_cards(place).items()}
    assert rows_of([{**nodes, **cards}, relationships]) == rows
    assert [one.to_dict() for one in loading.report.documents] == [one.to_dict() for one in report.documents]
    assert rows.keys() >= {"Paper", "Author", "Document", "CITES", "CORRECTS", "BROADER", "SIMILAR_PAPER", "EDITED"}
    written = {path for files in (nodes, relationships, cards) for paths in files.values() for path in paths}
    assert written == set((place / "rows").iterdir())


def test_claims_hang_together_through_any_number_of_others(spark: Any, tmp_path: Path) -> None:
    chance = random.Random(2)
    pairs = [(claim, 1000 + claim + step) for claim in range(12) for step in (0, 1)]
    pairs += [(chance.randrange(100, 200), 2000 + chance.randrange(60)) for _ in range(120)]
    groups: UnionFind[int] = UnionFind()
    for claim, key in pairs:
        groups.join(claim, key)
    expected: dict[int, set[int]] = {}
    for claim, _ in pairs:
        expected.setdefault(groups.root(claim), set()).add(claim)

    def keep(table: Any, name: str) -> Any:
        table.write.parquet(str(tmp_path / name))
        return spark.read.parquet(str(tmp_path / name))

    held = spark.createDataFrame(pairs, "id long, key long")
    found: dict[int, set[int]] = {}
    for row in blocks(held, keep).collect():
        found.setdefault(row.block, set()).add(row.id)
    assert found == {min(some): some for some in expected.values() if len(some) > 1}


@pytest.fixture(scope="module")
def import_files(spark: Any, all_formats: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LoadReport]:
    place = tmp_path_factory.mktemp("for import") / "it's all here"
    report = write_import_files(spark, all_formats, place)
    with pytest.raises(InputError, match="not an empty folder"):
        write_import_files(spark, all_formats, place)
    return place, report


@pytest.mark.parametrize("line", server.LINES)
def test_the_files_make_the_graph_on_any_server(
    import_files: tuple[Path, LoadReport], all_formats: Path, all_in_batches: Callable[[str], Outcome], line: str, tmp_path: Path
) -> None:
    assert_files_make_the_graph(*import_files, all_formats, all_in_batches(line), line, tmp_path / "imported")


def test_a_local_graph_is_filled(spark: Any, local_servers: Callable[[str], Neo4jServer], tmp_path: Path) -> None:
    by_spark = tmp_path / "by spark"
    try:
        with opened(by_spark, server.DEFAULT_LINE) as graph:
            report = graph.load(DEMO, spark=spark)
            assert list(report.seconds_by_step) == list(BULK_STEPS)
            made = outcome(graph, report)
        assert not (by_spark / "bulk").exists()
    finally:
        server.stop(by_spark, force=True)
    with emptied(local_servers(server.DEFAULT_LINE)) as graph:
        whole = outcome(graph, graph.load(DEMO, bulk=False))
    assert whole.differences(made) == []
    assert whole.documents == made.documents
