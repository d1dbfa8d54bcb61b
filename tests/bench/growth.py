"""`python -m tests.bench.growth`: whether a load costs the same whatever the graph holds already.

Loads the same records into graphs of several sizes and prints the seconds of all stages, loading and what is derived from it
(topics; names and groups): on the wall, of the server, ours; then the stored queries that took the longest. The last line is one
JSON object with all figures. Graphs are kept in `--keep`, if given, and are filled once: one of 400,000 papers takes a while.
"""

import argparse
import json
import platform
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import asdict
from functools import partial
from pathlib import Path

import psutil

from graph import ScholarGraph, server
from graph.bulk.first_load import load_in_bulk
from graph.bulk.mapping import Given
from graph.bulk.preparing import Preparing
from graph.identity.refresh import refresh_pending
from graph.load.loading import Loading
from graph.load.steps import Steps
from graph.queries.bound import Queries
from graph.topics.refresh import refresh_topics
from tests.bench.corpus import CAREER, document
from tests.bench.measuring import ClockedConnection, Seconds, Stages

LOADED_AT = 400_000
"""The number of the first record that is loaded; those before it fill the graphs."""
RECORDS_A_PART = 5000
WORDS_OF_ABSTRACTS = 20
"""In the graphs that are loaded into. What is loaded has whole abstracts."""
WARMING = 300
"""Records that are loaded before, with nothing in common with what is measured: a server that has just started is slow."""
QUERIES_SHOWN = 12


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, 100_000, 400_000])
    parser.add_argument("--records", type=int, nargs="*", default=[5000, 100])
    parser.add_argument("--graph", type=Path, nargs="*", default=[], help="folders of stopped graphs, to be loaded into as well")
    parser.add_argument("--keep", type=Path, help="where filled graphs are kept, and found again")
    parser.add_argument("--line", choices=("2026", "5.26"))
    parser.add_argument("--heap", default="2g")
    given = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory(prefix="scholargraph-growth-") as folder:
        kept = given.keep or Path(folder)
        graphs = {f"{size:,} papers": filled(kept, size, given.line, given.heap) for size in given.sizes}
        graphs |= {graph.name: graph for graph in given.graph}
        for records in given.records:
            for name, graph in graphs.items():
                figures.append({"graph": name, "records": records, **_loaded(graph, Path(folder) / "copy", records, given.heap)})
                _tell(figures[-1])
    _print(figures)


def filled(kept: Path, papers: int, line: str | None = None, heap: str = "2g") -> Path:
    """The folder of a stopped graph of so many papers, made where it is not there yet."""
    folder = kept / f"{papers}-{line or 'default'}"
    ready = kept / f"{folder.name}.ready"
    if ready.exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    with ScholarGraph.open(folder, line=line, heap=heap) as graph:
        if papers:
            _fill(graph, papers)
    server.stop(folder)
    ready.touch()
    return folder


def _fill(graph: ScholarGraph, papers: int) -> None:
    steps = Steps(lambda words: print(f"{papers:,} papers: {words}", file=sys.stderr))
    given = [
        Given(f"part {first}", 0, partial(document, min(RECORDS_A_PART, LOADED_AT - first), first, WORDS_OF_ABSTRACTS))
        for first in range(LOADED_AT - papers, LOADED_AT, RECORDS_A_PART)
    ]
    load_in_bulk(graph.connection, graph._session, given, steps)  # type: ignore[arg-type]
    with steps.during("names"):
        _derive(Queries(graph.connection))


def _loaded(folder: Path, copy: Path, records: int, heap: str) -> dict[str, object]:
    """The figures of a load into a copy of a graph, whose server has loaded a little before."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    try:
        with server.join(copy, heap=heap) as session:
            connection = ClockedConnection.open(session.bolt_uri, session.username, session.password)
            with connection:
                connection.server = psutil.Process(session.pid)
                stages = Stages(connection.server)
                queries, milliseconds = Queries(connection), connection.milliseconds
                _load(queries, WARMING, LOADED_AT + 2 * CAREER)
                _derive(queries)
                milliseconds.clear()
                with stages.during("load"):
                    _load(queries, records, LOADED_AT)
                in_load = Counter(milliseconds)
                with stages.during("topics"):
                    refresh_topics(queries)
                in_topics = milliseconds - in_load
                with stages.during("names"):
                    refresh_pending(queries)
                in_names = milliseconds - in_load - in_topics
    finally:
        server.stop(copy)
    by_query = {"load": dict(in_load), "topics": dict(in_topics), "names": dict(in_names)}
    return {"stages": {stage: asdict(found) for stage, found in stages.seconds.items()}, "queries": by_query}


def _derive(queries: Queries) -> None:
    refresh_topics(queries)
    refresh_pending(queries)


def _load(queries: Queries, records: int, first: int) -> None:
    with Preparing() as preparing:
        loading = Loading(queries, prepare_all=preparing)
        loading.add(document(records, first))
        loading.finish()


def _tell(figure: dict[str, object]) -> None:
    print(f"{figure['records']} records into {figure['graph']}: {_words(figure)}", file=sys.stderr, flush=True)


def _words(figure: dict[str, object]) -> str:
    stages = {stage: Seconds(**found) for stage, found in figure["stages"].items()}  # type: ignore[attr-defined]
    return ", ".join(
        f"{stage} {found.wall:.1f} s (server {found.server:.1f}, ours {found.ours:.1f})" for stage, found in stages.items()
    )


def _print(figures: list[dict[str, object]]) -> None:
    memory = psutil.virtual_memory().total / 2**30
    print(f"{psutil.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}")
    print("\n| records | into | stage | wall s | server s | ours s |\n|---|---|---|---|---|---|")
    for figure in figures:
        for stage, found in figure["stages"].items():  # type: ignore[attr-defined]
            cells = [f"{found[key]:.1f}" for key in ("wall", "server", "ours")]
            print("| " + " | ".join([f"{figure['records']:,}", str(figure["graph"]), stage, *cells]) + " |")
    print("\n| records | into | stage | stored queries that took the server longest, seconds |\n|---|---|---|---|")
    for figure in figures:
        for stage, queries in figure["queries"].items():  # type: ignore[attr-defined]
            longest = ", ".join(f"{name} {found / 1000:.1f}" for name, found in Counter(queries).most_common(QUERIES_SHOWN))
            print(f"| {figure['records']:,} | {figure['graph']} | {stage} | {longest} |")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
