"""How much memory the server gets: what was asked for, else a share of what the machine has."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import psutil

from graph.errors import ParameterError

HEAP_VARIABLE = "SCHOLARGRAPH_HEAP"
PAGE_CACHE_VARIABLE = "SCHOLARGRAPH_PAGE_CACHE"

MEBIBYTE = 1 << 20
UNITS = {"k": 1 << 10, "m": MEBIBYTE, "g": 1 << 30}
LEAST_HEAP = 256
LEAST_PAGE_CACHE = 16


@dataclass(frozen=True, slots=True)
class Memory:
    """Sizes in mebibytes, as Java and Neo4j take them: `heap="2048m"`."""

    heap: str
    page_cache: str


def choose_memory(heap: str | None = None, page_cache: str | None = None) -> Memory:
    """The sizes given, else those in the environment, else a fifth of the memory for the heap and a tenth for the page cache.

    Raises `ParameterError` for a size that cannot be read, is too small to run on, or more than the machine has.
    """
    total = total_memory() // MEBIBYTE
    heap_size = _asked("heap", heap, HEAP_VARIABLE, LEAST_HEAP) or min(2048, max(512, total // 5))
    cache_size = _asked("page cache", page_cache, PAGE_CACHE_VARIABLE, LEAST_PAGE_CACHE) or min(1024, max(64, total // 10))
    if heap_size + cache_size > total:
        raise ParameterError(
            f"A heap of {heap_size}m and a page cache of {cache_size}m are more than the {total}m of memory here. "
            f"Give smaller ones, or set {HEAP_VARIABLE} and {PAGE_CACHE_VARIABLE}."
        )
    return Memory(f"{heap_size}m", f"{cache_size}m")


def total_memory() -> int:
    """Bytes of memory this process may use: the machine's, or a container's limit if that is lower."""
    total = int(psutil.virtual_memory().total)
    for limit in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            total = min(total, int(Path(limit).read_text()))
        except (OSError, ValueError):
            continue
    return total


def _asked(what: str, value: str | None, variable: str, least: int) -> int | None:
    """Mebibytes asked for, or None if nothing was."""
    source = f"{variable}=" if value is None else f"{what} "
    text = value if value is not None else os.environ.get(variable, "")
    if not text.strip():
        return None
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kmg])(?:i?b)?", text.strip().lower())
    if match is None:
        raise ParameterError(f"{source}{text!r} is not a size. Write a number and a unit, such as 512m or 2g.")
    size = int(float(match[1]) * UNITS[match[2]]) // MEBIBYTE
    if size < least:
        raise ParameterError(f"{source}{text!r} is too little for Neo4j to run on. Give at least {least}m.")
    return size
