"""`python -m tests.bench.large_collaborations`: seconds of every stored query on papers of thousands of authors, with 1 GB."""

import argparse
import tempfile
import time
from functools import partial
from pathlib import Path

from neo4j import Query
from neo4j.exceptions import Neo4jError

from graph import ScholarGraph, server
from graph.identity.refresh import refresh_pending
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries
from graph.queries.registry import Registry
from tests import atlas
from tests.atlas_questions import questions

HEAP = "1g"
MOST_SECONDS = 120


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large_collaborations", description=__doc__)
    parser.add_argument("--line", choices=server.LINES, default=server.LINES[0])
    parser.add_argument("--authors", type=int, default=atlas.AUTHORS)
    parser.add_argument("--papers", type=int, default=atlas.PAPERS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scholargraph-bench-") as place:
        folder = Path(place) / "graph"
        with server.join(folder, line=asked.line, heap=HEAP, page_cache="128m") as session:
            with ScholarGraph.connect(session.bolt_uri, session.username, session.password) as graph:
                _measure(graph, asked.authors, asked.papers)
            server.stop(folder)


def _measure(graph: ScholarGraph, authors: int, papers: int) -> None:
    registry = Registry.shipped()
    print("| what | seconds | again | rows |\n|---|---|---|---|")
    loading = Loading(Queries(graph.connection))
    started = time.perf_counter()
    loading.add(Document("atlas", "a" * 64, "atlas", partial(atlas.items, authors, papers)))
    loading.finish()
    loaded = time.perf_counter()
    refresh_pending(Queries(graph.connection))
    print(f"| loading | {loaded - started:.2f} | | |\n| comparing the names | {time.perf_counter() - loaded:.2f} | | |")
    for name, params in questions(registry):
        first, rows = _asked(graph, registry, name, params)
        again, _ = _asked(graph, registry, name, params)
        print(f"| {name} {', '.join(f'{key}={value}' for key, value in params.items())} | {first:.2f} | {again:.2f} | {rows} |")


def _asked(graph: ScholarGraph, registry: Registry, name: str, params: dict[str, object]) -> tuple[float, str]:
    """The seconds until the last row came, and how many rows there were."""
    text, values = registry[name].text, registry.arguments(name, params)
    started = time.perf_counter()
    try:
        with graph.connection.driver.session(database=graph.connection.database) as session:
            rows = str(len(session.run(Query(text, timeout=MOST_SECONDS), values).data()))
    except Neo4jError as error:
        rows = error.code or "failed"
    return time.perf_counter() - started, rows


if __name__ == "__main__":
    main()
