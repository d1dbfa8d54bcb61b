"""`python -m tests.bench.latencies --graph FOLDER`: how long every stored question takes on a graph.

Questions about an author are asked of authors drawn at random and of the most prolific ones, each once, after a few that warm the
server; questions about the whole graph three times. Prints tables of milliseconds, and as the last line one JSON object.
"""

import argparse
import contextlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from graph import ScholarGraph
from graph.errors import ScholarGraphError
from graph.queries.header import StoredQuery

AUTHORS, PROLIFIC, WARMING, REPEATS = 100, 40, 10, 3
SECONDS = 60.0
"""After so long no further authors are asked one question, nor a question about the whole graph repeated."""

Values = dict[str, object]


@dataclass(frozen=True)
class Latency:
    """Milliseconds of one question, asked of so many."""

    question: str
    about: str
    asked: int
    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, question: str, about: str, seconds: Iterable[float]) -> "Latency":
        """The percentiles of some seconds."""
        ordered = sorted(1000 * one for one in seconds)
        p50, p95, p99 = (ordered[min(len(ordered) - 1, int(share * len(ordered)))] for share in (0.5, 0.95, 0.99))
        return cls(question, about, len(ordered), round(p50, 1), round(p95, 1), round(p99, 1))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.latencies", description=__doc__)
    parser.add_argument("--graph", type=Path, required=True)
    parser.add_argument("--authors", type=int, default=AUTHORS)
    given = parser.parse_args()
    with ScholarGraph.open(given.graph, create=False) as graph:
        found = [*about_authors(graph, given.authors), *about_everything(graph), *commands(graph, given.graph)]
    print(table(found))
    print(json.dumps([asdict(one) for one in found]))


def table(found: Iterable[Latency]) -> str:
    """The latencies as a table."""
    rows = [f"| {one.question} | {one.about} | {one.asked} | {one.p50:.0f} | {one.p95:.0f} | {one.p99:.0f} |" for one in found]
    return "\n".join(("| question | about | asked | p50 ms | p95 ms | p99 ms |", "|---|---|---|---|---|---|", *rows))


def about_authors(graph: ScholarGraph, authors: int = AUTHORS) -> list[Latency]:
    """Every stored question that takes an author, or what says who or where somebody is."""
    everybody = graph.cypher("MATCH (a:Author) WHERE EXISTS { (a)-[:WROTE]->() } RETURN a.uid AS uid ORDER BY uid")[
        "uid"
    ].tolist()
    drawn = random.Random(1).sample(everybody, min(authors, len(everybody)))
    prolific = [str(uid) for uid in graph.query("prolific_authors", limit=PROLIFIC)["uid"]]
    samples = {f"{len(drawn)} authors": _values(graph, drawn), f"{len(prolific)} most prolific": _values(graph, prolific)}
    found = []
    for question in _questions(graph):
        names = [parameter.name for parameter in question.params]
        for about, values in samples.items():
            asked = [{name: value[name] for name in names if name in value} for value in values]
            if any(asked):
                seconds = _each([partial(graph.plain.query, question.name, **one) for one in asked if one])
                found.append(Latency.of(question.name, about, seconds))
    return found


def about_everything(graph: ScholarGraph) -> list[Latency]:
    """Every question that can be asked of the whole graph."""
    plain = graph.plain
    asked: dict[str, Callable[[], object]] = {
        question.name: partial(plain.query, question.name)
        for question in _questions(graph)
        if not any(parameter.required for parameter in question.params)
    }
    asked |= {
        "authorships": lambda: plain.authorships(),
        "authorships, 0.5": lambda: plain.authorships(0.5),
        "split_groups": lambda: plain.split_groups(),
        "unlinkable_records": lambda: plain.unlinkable_records(),
        "name_blocks": lambda: plain.name_blocks(),
    }
    return [Latency.of(name, "everything", _repeated(ask)) for name, ask in asked.items()]


def _questions(graph: ScholarGraph) -> list[StoredQuery]:
    """The stored queries that users are offered."""
    return [question for question in graph.queries().values() if not question.internal]


def commands(graph: ScholarGraph, folder: Path) -> list[Latency]:
    """Whole commands, from the start of Python to their end, against the running server."""
    [author] = graph.query("prolific_authors", limit=1)["uid"]
    asked = {"status": ("status",), "profile": ("profile", author), "close-collaborators": ("close-collaborators", author)}
    command = [sys.executable, "-c", "from graph.cli.main import run; run()"]
    runs: dict[str, list[str]] = {"Python alone": [sys.executable, "-c", "pass"]}
    runs |= {f"`scholargraph {name}`": [*command, *arguments, "--graph", str(folder)] for name, arguments in asked.items()}
    return [Latency.of(name, "a command", _repeated(partial(_quietly, run), 7)) for name, run in runs.items()]


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _values(graph: ScholarGraph, uids: list[str]) -> list[Values]:
    """Of each author what questions ask by: the parameters that a stored query may have, with their values."""
    text = """
        UNWIND $uids AS uid MATCH (a:Author {uid: uid})
        RETURN a.uid AS author, a.name_key AS name_key, a.name AS text, [a.uid] AS uids,
          head(COLLECT { MATCH (a)-[:WROTE]->()<-[:WROTE]-(b) WHERE b <> a RETURN b.uid ORDER BY b.uid LIMIT 1 }) AS other
    """
    rows = graph.plain.cypher(text, uids=uids).rows
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


def _each(asks: list[Callable[[], object]]) -> list[float]:
    for ask in asks[:WARMING]:
        _seconds(ask)
    found: list[float] = []
    until = time.perf_counter() + SECONDS
    for ask in asks:
        if time.perf_counter() < until or not found:
            found.append(_seconds(ask))
    return found


def _repeated(ask: Callable[[], object], times: int = REPEATS) -> list[float]:
    first = _seconds(ask)
    return [first] if first > SECONDS / times else [_seconds(ask) for _ in range(times)]


def _seconds(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    # A question that cannot be asked of somebody (a path to nobody) is answered with an error, which takes its time as well.
    with contextlib.suppress(ScholarGraphError):
        ask()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
