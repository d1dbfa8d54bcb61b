"""Mixed work on one graph by one process that lives as long as it, by pages that are asked for, and by commands."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

import httpx

from graph import ScholarGraph
from graph.errors import UnknownDocumentError
from tests.commands import PATIENCE, PROGRAM
from tests.hammer.crowd.roles import READ, Done, Watch, tried
from tests.hammer.soak.looks import Look, look

PAUSE = 0.2
QUESTIONS = ("profile", "topic-counts", "close-collaborators", "split-candidates")
EXPORTS = (("network", "collaboration", "graphml"), ("references", None, "bib"))
KINDS = ("author", "collaborators", "research")


@dataclass(frozen=True)
class Soaked:
    """What was done, by whom; what was seen meanwhile; what broke, and which temporary files were left."""

    done: dict[str, Done]
    looks: list[Look]
    broken: list[str]
    left: list[str]


def soak(
    folder: Path,
    documents: Sequence[Path],
    temporary: Path,
    seconds: float,
    every: float,
    seed: int,
    tell: Callable[[Look], None],
) -> Soaked:
    """Work on the graph for so many seconds, and look every so many. The documents are taken out at the end."""
    watch, looks = Watch(time.monotonic() + seconds), []
    with ScholarGraph.open(folder) as graph, _pages(folder) as (address, process):
        authors = _some_authors(graph, seed)
        with ThreadPoolExecutor(5) as everybody:
            working = {
                "loads and unloads": everybody.submit(_over_and_over, watch, "loader", _loading(graph, documents, seed)),
                "decisions, taken back": everybody.submit(_over_and_over, watch, "reviewer", _deciding(graph, authors, seed + 1)),
                "questions": everybody.submit(_over_and_over, watch, "reader", _asking(graph, authors, seed + 2)),
                "pages": everybody.submit(_over_and_over, watch, "visitor", _visiting(address, authors, seed + 3)),
                "commands": everybody.submit(_over_and_over, watch, "command", _commands(folder, authors, temporary, seed + 4)),
            }
            began = time.monotonic()
            while watch.is_on:
                looks.append(look(time.monotonic() - began, folder, process, temporary))
                tell(looks[-1])
                time.sleep(min(every, max(watch.ends - time.monotonic(), 0) + 0.1))
            done = {role: future.result() for role, future in working.items()}
        for document in documents:
            with suppress(UnknownDocumentError):
                graph.unload(document)
    left = [str(path.relative_to(temporary)) for path in temporary.rglob("*") if path.is_file()]
    return Soaked(done, looks, watch.broken, left)


def _over_and_over(watch: Watch, role: str, works: Iterator[Callable[[], object]]) -> Done:
    done = Done()
    while watch.is_on:
        tried(watch, role, done, next(works), own=())
        time.sleep(PAUSE)
    return done


def _some_authors(graph: ScholarGraph, seed: int) -> list[str]:
    """The most prolific people, and as many others."""
    counted = graph.cypher(
        "MATCH (a:Author) WHERE a.kind = 'person' RETURN a.uid AS uid ORDER BY COUNT { (a)-[:WROTE]->() } DESC, uid LIMIT 4000"
    )
    people = list(counted["uid"])
    return people[:40] + random.Random(seed).sample(people, min(60, len(people)))


def _loading(graph: ScholarGraph, documents: Sequence[Path], seed: int) -> Iterator[Callable[[], object]]:
    chance = random.Random(seed)
    while True:
        document = chance.choice(documents)
        yield partial(graph.load, document, bulk=False)
        if chance.random() < 0.5:
            yield partial(graph.unload, document)


def _deciding(graph: ScholarGraph, authors: Sequence[str], seed: int) -> Iterator[Callable[[], object]]:
    chance = random.Random(seed)
    while True:
        yield partial(_decide_and_undo, graph, chance.choice(authors), chance)


def _decide_and_undo(graph: ScholarGraph, author: str, chance: random.Random) -> None:
    for pair in graph.plain.split_candidates(author, min_probability=0.0, limit=1).rows:
        verb = graph.decisions.accept if chance.random() < 0.5 else graph.decisions.reject
        graph.decisions.undo(verb(str(pair["uid_a"]), str(pair["uid_b"]), by="soak"), by="soak")


def _asking(graph: ScholarGraph, authors: Sequence[str], seed: int) -> Iterator[Callable[[], object]]:
    chance = random.Random(seed)
    while True:
        _, ask = chance.choice(READ)
        yield partial(ask, graph, chance.choice(authors))


def _visiting(address: str, authors: Sequence[str], seed: int) -> Iterator[Callable[[], object]]:
    chance = random.Random(seed)
    with httpx.Client(timeout=PATIENCE) as browser:
        while True:
            page = f"{address}/{chance.choice(KINDS)}/{quote(chance.choice(authors), safe='')}"
            yield partial(_visit, browser, page)


def _visit(browser: httpx.Client, page: str) -> None:
    answer = browser.get(page, follow_redirects=True)
    # A person who is decided about at this moment may have no page of their own.
    if answer.status_code not in (200, 404):
        raise RuntimeError(f"{page} answers {answer.status_code}")


def _commands(folder: Path, authors: Sequence[str], temporary: Path, seed: int) -> Iterator[Callable[[], object]]:
    chance = random.Random(seed)
    while True:
        author = chance.choice(authors)
        yield partial(_call, folder, temporary, (chance.choice(QUESTIONS), author))
        command, kind, ending = chance.choice(EXPORTS)
        output = temporary / f"{command}.{ending}"
        yield partial(_export, folder, output, (command, *([kind] if kind else ()), "--author", author, "--output", str(output)))


def _export(folder: Path, output: Path, arguments: Sequence[str]) -> None:
    _call(folder, output.parent, arguments)
    output.unlink(missing_ok=True)


def _call(folder: Path, temporary: Path, arguments: Sequence[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--graph", str(folder), *arguments],
        capture_output=True, text=True, timeout=PATIENCE, env={**os.environ, "TMPDIR": str(temporary)}, check=False,
    )  # fmt: skip
    # Somebody who is decided about at this moment may be known by another uid: the user is told so.
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-300:]}")


@contextmanager
def _pages(folder: Path) -> Iterator[tuple[str, int]]:
    """The address of the pages, and the number of the process that serves them."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--graph", str(folder), "explore", "--no-open", "--read-only"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        yield process.stdout.readline().split()[-1], process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
