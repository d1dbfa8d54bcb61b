"""One crowd on one graph, and whether the graph is afterwards what its documents and decisions make it."""

import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from graph import ScholarGraph, server
from tests.hammer.crowd.roles import Done, Watch, compare_names, load_and_unload, read, review
from tests.hammer.kills.works import PAGES, bibtex

PARTS, OVERLAP = 8, 40
"""Into how many documents the bibliography is divided, and how many entries of each stand in the next one too."""


@dataclass(frozen=True)
class Crowd:
    """What came of it: who did what, how long readers waited alone and in the crowd (seconds, sorted), and what did not hold."""

    done: dict[str, Done]
    alone: list[float]
    crowded: list[float]
    broken: list[str]


def written(place: Path, records: int) -> list[Path]:
    """The documents: the pages, which nobody takes out, and the parts of a bibliography, each with the beginning of the next."""
    entries, size = bibtex(records).splitlines(), records // PARTS
    documents = list(PAGES)
    for number in range(PARTS):
        path = place / f"part {number}.bib"
        path.write_text("\n".join(entries[number * size : (number + 1) * size + OVERLAP]), encoding="utf-8")
        documents.append(path)
    return documents


def gather(place: Path, line: str, seconds: float, readers: int, records: int, seed: int) -> Crowd:
    """Let all of them work on a new graph for some seconds."""
    documents, folder = written(place, records), place / "graph"
    with ScholarGraph.open(folder, line=line) as graph:
        graph.load(PAGES, bulk=False)
        authors = list(graph.cypher("MATCH (a:Author) WHERE a.kind = 'person' RETURN a.uid AS uid ORDER BY uid")["uid"])
        broken: list[str] = []
        alone = _readers_alone(folder, seconds / 4, readers, authors, broken)
        watch = Watch(time.monotonic() + seconds)
        with ThreadPoolExecutor(readers + 5) as all_of_them:
            workers: dict[str, Future[Done]] = {
                "loader": all_of_them.submit(load_and_unload, folder, watch, documents, len(PAGES), seed),
                "another loader": all_of_them.submit(load_and_unload, folder, watch, documents[::-1], PARTS, seed + 1),
                "reviewer": all_of_them.submit(review, folder, watch, "ana", seed + 2),
                "another reviewer": all_of_them.submit(review, folder, watch, "ben", seed + 3),
                "comparison of names": all_of_them.submit(compare_names, folder, watch),
            }
            asked = [all_of_them.submit(read, folder, watch, authors, seed + 10 + number) for number in range(readers)]
            done = {role: future.result() for role, future in workers.items()}
            crowded = sorted(second for future in asked for second in future.result().seconds)
        broken += watch.broken + _lost(graph, done) + _differs(graph, place, line, documents)
    server.stop(folder, force=True)
    return Crowd(done, alone, crowded, broken)


def _readers_alone(folder: Path, seconds: float, readers: int, authors: Sequence[str], broken: list[str]) -> list[float]:
    """What readers wait, once the server has warmed up."""
    for part in (seconds / 2, seconds / 2):
        watch = Watch(time.monotonic() + part)
        with ThreadPoolExecutor(readers) as all_of_them:
            asked = [all_of_them.submit(read, folder, watch, authors, number) for number in range(readers)]
        broken += watch.broken
    return sorted(second for future in asked for second in future.result().seconds)


def _lost(graph: ScholarGraph, done: dict[str, Done]) -> list[str]:
    """Decisions that were acknowledged and are not in the log."""
    there = graph.decisions.log_state()
    return [f"a decision of the {role} is lost" for role, one in done.items() for uid in one.acknowledged if uid not in there]


def _differs(graph: ScholarGraph, place: Path, line: str, documents: Sequence[Path]) -> list[str]:
    """What differs from a graph into which one person loaded the documents and took in the decisions."""
    graph.load(documents, bulk=False)
    log, quiet = place / "log.jsonl", place / "quiet"
    graph.decisions.export(log)
    with ScholarGraph.open(quiet, line=line) as other:
        other.load(documents, bulk=False)
        report = other.decisions.apply(log)
        refused = [f"a decision of the log is refused: {one}" for one in report.refused]
        differences = graph.fingerprint().differences(other.fingerprint())
    server.stop(quiet, force=True)
    return refused + differences
