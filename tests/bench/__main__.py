"""`make bench`: speed and memory on this machine, as a table; the last line is one JSON object with all figures.

`--records N` sets the size of the made-up corpus (`tests.bench.corpus`), `--growth 0.1 3` at which multiples of it loading in
bulk is measured as well. Where the environment names the ACL Anthology (`SCHOLARGRAPH_ACL`), its load in bulk is measured too.
"""

import argparse
import json
import os
import platform
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median

import psutil

from graph import ScholarGraph, server
from graph.bulk.first_load import load_in_bulk
from graph.bulk.mapping import Given
from graph.connection import Connection
from graph.documents import document_of, find, size_of
from graph.load.loading import Loading
from graph.load.steps import NAMES, Steps
from graph.queries.bound import Queries
from loaders.records import Record
from tests.bench import comparisons, latencies
from tests.bench.corpus import document, items
from tests.bench.measuring import Stages, peak_memory_mib

NAIVE = (Path(__file__).parent / "naive_load.cypher").read_text(encoding="utf-8")
BATCH = 1000
REPEATS = 7
RECORDS_A_PART = 2000
NEOMODEL_RECORDS = 200
HEAP = "1g"


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, the figure with its unit, and what it is compared with."""

    what: str
    value: float
    unit: str
    against: str = ""

    def __str__(self) -> str:
        return f"| {self.what} | {self.value:,.{0 if self.value >= 100 else 2}f} {self.unit} | {self.against} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--growth", type=float, nargs="*", default=[0.1, 3])
    parser.add_argument("--authors", type=int, default=latencies.AUTHORS, help="of how many authors every question is asked")
    given = parser.parse_args()
    memory = psutil.virtual_memory().total / 2**30
    machine = (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
    print(machine)
    print("\n| what | figure | against |\n|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="scholargraph-bench-") as folder:
        place = Path(folder)
        figures = _told(_server(place / "graph"))
        figures += _told(_batches(place / "graph", given.records))
        figures += _told(_bulk(place, given.records, given.growth))
        with ScholarGraph.open(place / "graph") as graph:
            asked = [
                *latencies.about_authors(graph, given.authors),
                *latencies.about_everything(graph),
                *latencies.commands(graph, place / "graph"),
            ]
        server.stop(place / "graph")
    print("\n" + latencies.table(asked))
    print(
        json.dumps({"machine": machine, "figures": [asdict(one) for one in figures], "latencies": [asdict(one) for one in asked]})
    )


def _told(figures: list[Figure]) -> list[Figure]:
    for figure in figures:
        print(figure, flush=True)
    return figures


def _server(folder: Path) -> list[Figure]:
    server.fetch()
    first = _seconds(lambda: server.join(folder, heap=HEAP).close())
    joins = median(_seconds(lambda: server.join(folder).close()) for _ in range(REPEATS))
    stop = _seconds(lambda: server.stop(folder))
    again = _seconds(lambda: server.join(folder, heap=HEAP).close())
    return [
        Figure("a new graph's server, until it answers", first, "s"),
        Figure("stopping it", stop, "s"),
        Figure("starting it again", again, "s", "a stopped server"),
        Figure("joining it while it runs", joins * 1000, "ms", f"1/{again / joins:.0f} of a start"),
    ]


def _batches(folder: Path, records: int) -> list[Figure]:
    """A load in batches, beside the load that one writes first and objects of neomodel; the graph stays."""
    with ScholarGraph.open(folder) as graph:
        few = comparisons.neomodel_seconds(NEOMODEL_RECORDS) * records / NEOMODEL_RECORDS
        _empty(graph)
        naive = _seconds(lambda: _load_naively(graph, records))
        _empty(graph)
        stages, queries = Stages(psutil.Process(graph._session.pid)), Queries(graph.connection)  # type: ignore[union-attr]
        with stages.during("loading in batches"):
            _load(queries, records)
        with stages.during("topics found, names compared and papers grouped after it"):
            graph.compare_names()
        with stages.during("loading the same again, unchanged"):
            _load(queries, records)
        figures = [
            Figure(f"{stage}, {records:,} records", found.wall, "s", f"CPU: server {found.server:.1f} s, ours {found.ours:.1f} s")
            for stage, found in stages.seconds.items()
        ]
        load = stages.seconds["loading in batches"].wall
        return [
            *figures,
            Figure(
                "MERGE without resolution (naive_load.cypher)",
                naive,
                "s",
                f"loading in batches takes {load / naive:.1f} times that",
            ),
            Figure("neomodel, object by object", few, "s", f"reckoned from {NEOMODEL_RECORDS} records"),
            *_memory(graph, f"{records:,} records"),
        ]


def _bulk(place: Path, records: int, growth: list[float]) -> list[Figure]:
    """First loads in bulk: of the corpus at several sizes, of which that of full size is compared, and of the ACL Anthology."""
    figures: list[Figure] = []
    for some in sorted({int(records * share) for share in (*growth, 1)}):
        figures += _one_bulk(place, f"{some:,} records", _given(some), compared=some == records)
    if acl := os.environ.get("SCHOLARGRAPH_ACL"):
        given = [Given(source.location, size_of(source), partial(document_of, source)) for source in find(acl).sources]
        figures += _one_bulk(place, "the ACL Anthology", given, compared=True)
    return figures


def _one_bulk(place: Path, what: str, given: list[Given], *, compared: bool) -> list[Figure]:
    folder = Path(tempfile.mkdtemp(dir=place))
    with ScholarGraph.open(folder / "graph", heap=HEAP) as graph:
        steps = Steps()
        started = time.perf_counter()
        load_in_bulk(graph.connection, graph._session, given, steps)  # type: ignore[arg-type]
        with steps.during(NAMES):
            graph.compare_names()
        seconds = time.perf_counter() - started
        by_step = ", ".join(f"{step} {found:.1f}" for step, found in steps.seconds().items() if found >= 0.1)
        figures = [Figure(f"loading in bulk, {what}", seconds, "s", by_step), *_memory(graph, what)]
        if compared:
            figures += _same_rows(folder, graph, seconds)
    server.stop(folder / "graph")
    return figures


def _same_rows(place: Path, graph: ScholarGraph, seconds: float) -> list[Figure]:
    """What the importer and CREATE take for the rows that this load in bulk came to."""
    nodes, ties = comparisons.rows_of(graph)
    rows = f"{sum(map(len, nodes.values())):,} nodes, {sum(map(len, ties.values())):,} relationships"
    (place / "floor").mkdir()
    floor = comparisons.import_seconds(place / "floor", nodes, ties, HEAP)
    with (
        server.join(place / "ceiling", heap=HEAP) as session,
        Connection.open(session.bolt_uri, session.username, session.password) as connection,
    ):
        ceiling = comparisons.create_seconds(connection, nodes, ties)
    server.stop(place / "ceiling")
    return [
        Figure("the importer on the same rows", floor, "s", f"{rows}; loading in bulk takes {seconds / floor:.1f} times that"),
        Figure("UNWIND and CREATE of the same rows", ceiling, "s", f"loading in bulk takes {seconds / ceiling:.1f} times that"),
    ]


def _given(records: int) -> list[Given]:
    return [
        Given(f"part {first}", 0, partial(document, min(RECORDS_A_PART, records - first), first))
        for first in range(0, records, RECORDS_A_PART)
    ]


def _memory(graph: ScholarGraph, what: str) -> list[Figure]:
    pids = {"our": None, "the server's": graph._session.pid if graph._session else None}
    found = {whose: peak_memory_mib(pid) for whose, pid in pids.items()}
    return [Figure(f"{whose} peak memory until then, {what}", peak, "MiB") for whose, peak in found.items() if peak]


def _load(queries: Queries, records: int) -> None:
    loading = Loading(queries)
    loading.add(document(records))
    loading.finish()


def _empty(graph: ScholarGraph) -> None:
    graph.connection.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")


def _load_naively(graph: ScholarGraph, records: int) -> None:
    rows = [
        {
            "uid": item.where, "title": item.title, "abstract": item.abstract, "year": item.year,
            "venue": item.publications[0].venue,
            "authors": [{"name": author.name, "position": author.position} for author in item.authors],
        }
        for item in items(records)
        if isinstance(item, Record)
    ]  # fmt: skip
    for start in range(0, len(rows), BATCH):
        graph.connection.write(NAIVE, {"rows": rows[start : start + BATCH]})


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
