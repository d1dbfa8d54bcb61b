"""What is looked at from time to time during a soak, and whether it stayed as it was."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph import server

MIB = 1 << 20
FIFTHS = 5
ALLOWED_GROWTH = 1.1
LARGEST_LOGS = 200 * MIB
"""Neo4j turns over its own logs (https://neo4j.com/docs/operations-manual/current/monitoring/logging/)."""
FLAT = ("this process", "pages", "server")


@dataclass(frozen=True)
class Look:
    """Bytes that are held at one moment, by whom or where, and the number of files in the temporary folder."""

    seconds: float
    held: Mapping[str, int]
    temporary: int


def look(seconds: float, folder: Path, pages: int, temporary: Path) -> Look:
    """What is held now: by this process, by the one that serves the pages and by the server; by logs, and by the database with
    its transaction logs."""
    home = folder / "neo4j"
    logs = (home / "logs", folder / "server")
    return Look(
        seconds,
        {
            "this process": psutil.Process().memory_info().rss,
            "pages": psutil.Process(pages).memory_info().rss,
            "server": psutil.Process(server.status(folder).pid).memory_info().rss,
            "logs": sum(map(size_of, logs)),
            "database": size_of(home / "data"),
        },
        sum(1 for path in temporary.rglob("*") if path.is_file()),
    )


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder; what goes meanwhile counts for nothing."""
    return sum(_size(path) for path in folder.rglob("*") if path.is_file())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def grown(looks: Sequence[Look]) -> list[str]:
    """What did not stay as it was, in words: memory whose median in the last fifth of the time is more than a tenth above that
    of the second fifth (in the first everything warms up), and logs without bounds."""
    size = len(looks) // FIFTHS
    if not size:
        return ["too short to say anything"]
    found = []
    for name in FLAT:
        before = statistics.median(one.held[name] for one in looks[size : 2 * size])
        after = statistics.median(one.held[name] for one in looks[-size:])
        if after > ALLOWED_GROWTH * before:
            found.append(f"{name} grew from {before / MIB:,.0f} to {after / MIB:,.0f} MiB")
    if looks[-1].held["logs"] > LARGEST_LOGS:
        found.append(f"logs take {looks[-1].held['logs'] / MIB:,.0f} MiB")
    return found
