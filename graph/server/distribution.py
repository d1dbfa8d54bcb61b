"""The server's jars in the user's cache: fetched once, in parallel, checked against the lock file, shared by all graphs."""

import hashlib
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from graph.errors import FetchError
from graph.server.jars import DEFAULT_LINE, Jar, JarList, jar_list
from graph.server.java_runtime import java_program
from graph.server.private import private_folder

Progress = Callable[[int, int, str], None]
"""Called with (bytes done, bytes in all, what is being done), from one thread only; in all 0 where nothing is counted."""

CACHE_VARIABLE = "SCHOLARGRAPH_CACHE"
WORKERS = 8
ATTEMPTS = 4


class ChecksumError(Exception):
    """A repository delivered other bytes than the lock file promises."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A complete server: its jars on disk and the Java that runs them."""

    line: str
    version: str
    main_class: str
    jars: tuple[Path, ...]
    java: Path
    digest: str
    cache: Path


def cache_folder() -> Path:
    """Where everything fetched is kept: `SCHOLARGRAPH_CACHE`, else the user's cache folder."""
    return Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_path("scholargraph")).absolute()


def fetch(line: str = DEFAULT_LINE, progress: Progress | None = None) -> Distribution:
    """The server of `line`, fetched into the user's cache if it is not there yet.

    Safe to call from several processes at once, and to be interrupted at any moment: complete jars are kept, and the rest is
    fetched by the next call. Raises `FetchError` naming the jar, the reason and the next step, and `ParameterError` for an
    unknown line.
    """
    return fetch_jars(jar_list(line), progress)


def fetch_jars(wanted: JarList, progress: Progress | None = None) -> Distribution:
    """The program that these jars make, fetched as `fetch` does; raises `FetchError`."""
    line, cache = wanted.line, cache_folder()
    marker = cache / f"neo4j-{line}-{wanted.digest}.complete"
    found = _distribution(wanted, cache)
    if _is_as_it_was(wanted, cache, marker):
        return found
    try:
        private_folder(cache)
        with _only_fetcher(cache, line, progress):
            if not _is_as_it_was(wanted, cache, marker):
                _fetch_missing(wanted, cache, progress or (lambda _done, _total, _text: None))
                marker.write_text(json.dumps({"version": wanted.version, "jars": _seen(wanted, cache)}))
    except OSError as error:
        raise FetchError(
            f"Neo4j {wanted.version} cannot be kept in {cache}: {error.strerror or error}. "
            f"Free some disk space (300 MB are needed) or name another folder in {CACHE_VARIABLE}, then try again."
        ) from error
    return found


def _distribution(wanted: JarList, cache: Path) -> Distribution:
    jars = tuple(_kept(cache, jar) for jar in wanted.jars)
    return Distribution(wanted.line, wanted.version, wanted.main_class, jars, java_program(), wanted.digest, cache)


def _kept(cache: Path, jar: Jar) -> Path:
    return cache / "jars" / jar.path


def _is_as_it_was(wanted: JarList, cache: Path, marker: Path) -> bool:
    """Whether every jar is the file whose checksum was right: of its size, and not written since."""
    try:
        checked = json.loads(marker.read_bytes())["jars"]
    except (OSError, ValueError, KeyError):
        return False
    return bool(checked == _seen(wanted, cache))


def _seen(wanted: JarList, cache: Path) -> list[list[int]]:
    """The size of each jar, and when it was written, in nanoseconds; nothing for one that is missing."""
    return [_size_and_time(_kept(cache, jar)) for jar in wanted.jars]


def _size_and_time(path: Path) -> list[int]:
    try:
        known = path.stat()
    except OSError:
        return []
    return [known.st_size, known.st_mtime_ns]


@contextmanager
def _only_fetcher(cache: Path, line: str, progress: Progress | None) -> Iterator[None]:
    lock = FileLock(cache / f"neo4j-{line}.lock")
    while True:
        try:
            lock.acquire(timeout=2)
            break
        except Timeout:
            if progress:
                progress(0, 0, "waiting for another process that is fetching Neo4j")
    try:
        yield
    finally:
        lock.release()


def _fetch_missing(wanted: JarList, cache: Path, progress: Progress) -> None:
    missing = [jar for jar in wanted.jars if not _is_good(_kept(cache, jar), jar)]
    parts = cache / f"partial-{wanted.line}"
    shutil.rmtree(parts, ignore_errors=True)
    private_folder(parts)
    done = wanted.size - sum(jar.size for jar in missing)
    text = f"fetching Neo4j {wanted.version}"
    progress(done, wanted.size, text)
    received = _Counter()
    halted = threading.Event()
    # Imported here: it takes a third of a second, and only the first use ever fetches.
    from graph.server.download import download

    get = partial(download, received.add, halted)
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="fetch") as pool:
        waiting: set[Future[None]] = {pool.submit(_fetch_one, jar, parts, _kept(cache, jar), get) for jar in missing}
        try:
            while waiting:
                finished, waiting = wait(waiting, timeout=0.1, return_when=FIRST_COMPLETED)
                for future in finished:
                    future.result()
                progress(min(done + received.total, wanted.size), wanted.size, text)
        finally:
            halted.set()
            pool.shutdown(wait=True, cancel_futures=True)
    shutil.rmtree(parts, ignore_errors=True)
    progress(wanted.size, wanted.size, text)


class _Counter:
    """Bytes received by all threads."""

    def __init__(self) -> None:
        self.total = 0
        self._lock = threading.Lock()

    def add(self, count: int) -> None:
        with self._lock:
            self.total += count


def _fetch_one(jar: Jar, parts: Path, target: Path, download: Callable[[Jar, Path], None]) -> None:
    """Fetch one jar to `target`, which appears only when it is complete and its checksum right."""
    part = parts / target.name
    for attempt in range(1, ATTEMPTS + 1):
        try:
            download(jar, part)
            if not _is_good(part, jar):
                raise ChecksumError("what arrived does not match the checksum in the lock file")
            break
        except (ConnectionError, ChecksumError) as error:
            if attempt == ATTEMPTS:
                raise FetchError(_explanation(jar, error)) from error
            time.sleep(0.5 * 2**attempt)
    private_folder(target.parent)
    part.replace(target)


def _explanation(jar: Jar, error: Exception) -> str:
    if isinstance(error, ChecksumError):
        step = (
            "It was not kept. Something between here and the repository changes files (a proxy, a mirror): "
            "try another network, or name another repository in jgo's configuration file."
        )
    else:
        step = (
            "Check the network, the proxy (HTTPS_PROXY) and the certificates (REQUESTS_CA_BUNDLE), then try again: "
            "it goes on where it stopped."
        )
    return f"{jar.coordinates} cannot be fetched: {error}. {step}"


def _is_good(path: Path, jar: Jar) -> bool:
    if _size_and_time(path)[:1] != [jar.size]:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256


def forget(line: str) -> None:
    """Remove the marker of a complete server, so that the next `fetch` checks every checksum again."""
    (cache_folder() / f"neo4j-{line}-{jar_list(line).digest}.complete").unlink(missing_ok=True)
