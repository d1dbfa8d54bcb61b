"""`make bench`: speed and memory on this machine, as a table. `--records N` sets the size of the corpus."""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import psutil

from graph import ScholarGraph, server
from graph.identity.refresh import refresh_pending
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries
from loaders.records import Record
from tests.bench.corpus import items

NAIVE = (Path(__file__).parent / "naive_load.cypher").read_text(encoding="utf-8")
BATCH = 1000
REPEATS = 7

Rows = list[tuple[str, str, str]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    records = parser.parse_args().records
    memory = psutil.virtual_memory().total / 2**30
    print(
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
    with tempfile.TemporaryDirectory(prefix="scholargraph-bench-") as folder:
        rows = _server(Path(folder) / "graph")
        rows += _load(Path(folder) / "graph", records)
        server.stop(Path(folder) / "graph")
    print("\n| what | figure | against |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def _server(folder: Path) -> Rows:
    server.fetch()
    first = _seconds(lambda: server.join(folder).close())
    joins = median(_seconds(lambda: server.join(folder).close()) for _ in range(REPEATS))
    stop = _seconds(lambda: server.stop(folder))
    again = _seconds(lambda: server.join(folder).close())
    return [
        ("a new graph's server, until it answers", f"{first:.2f} s", ""),
        ("stopping it", f"{stop:.2f} s", ""),
        ("starting it again", f"{again:.2f} s", "a stopped server"),
        ("joining it while it runs", f"{joins * 1000:.0f} ms", f"1/{again / joins:.0f} of a start"),
    ]


def _commands(folder: Path, author: str) -> Rows:
    """Whole commands, from the start of Python to their end, against the running server."""
    python = _median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    asked = {"status": ("status",), "profile": ("profile", author), "close-collaborators": ("close-collaborators", author)}
    command = [sys.executable, "-c", "from graph.cli.main import run; run()"]
    return [
        (f"`scholargraph {name}`, the whole command", f"{seconds:.2f} s", f"Python alone takes {python:.2f} s")
        for name, arguments in asked.items()
        for seconds in [_median(lambda arguments=arguments: _quietly([*command, *arguments, "--graph", str(folder)]))]  # type: ignore[misc]
    ]


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _load(folder: Path, records: int) -> Rows:
    with ScholarGraph.open(folder) as graph:
        naive = _seconds(lambda: _load_naively(graph, records))
        graph.connection.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
        ours = _seconds(lambda: _load_document(graph, records))
        again = _seconds(lambda: _load_document(graph, records))
        compare = _seconds(lambda: refresh_pending(Queries(graph.connection)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        author = str(
            graph.cypher("MATCH (a:Author)-[:WROTE]->() RETURN a.uid AS uid, count(*) AS n ORDER BY n DESC, uid LIMIT 1")["uid"][
                0
            ]
        )
        answers = [
            (f"{name}, the most prolific author", f"{_median(ask) * 1000:.0f} ms", "median of 7, warm")
            for name, ask in _questions(graph, author).items()
        ]
        commands = _commands(folder, author)
    return [
        (
            f"loading {records:,} records",
            f"{ours:.1f} s, {records / ours:,.0f}/s",
            f"{ours / naive:.1f} × MERGE without resolution ({naive:.1f} s)",
        ),
        ("loading them again, unchanged", f"{again:.1f} s", f"{again / ours:.2f} of the first load"),
        ("comparing all names after it", f"{compare:.1f} s", ""),
        ("our peak memory", f"{peak:.0f} MiB", ""),
        *answers,
        *commands,
    ]


def _questions(graph: ScholarGraph, author: str) -> dict[str, Callable[[], object]]:
    return {
        "profile": lambda: graph.profile(author),
        "close_collaborators": lambda: graph.close_collaborators(author),
        "topic_counts": lambda: graph.topic_counts(author),
        "neighbourhood": lambda: graph.neighbourhood(author),
        "split_candidates": lambda: graph.split_candidates(author),
        "mixed_candidates": lambda: graph.mixed_candidates(author),
    }


def _load_document(graph: ScholarGraph, records: int) -> None:
    loading = Loading(Queries(graph.connection))
    loading.add(Document("bench", "b" * 64, "bench", lambda: items(records)))
    loading.finish()


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


def _median(ask: Callable[[], object]) -> float:
    ask()
    return median(_seconds(ask) for _ in range(REPEATS))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
