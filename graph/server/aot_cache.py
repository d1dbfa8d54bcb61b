"""Java's ahead-of-time cache: the server's classes as one run left them in memory. With it a start takes half the time.

It is made once per set of jars and Java, by a process of its own in the background, and only ever used whole. A cache that does
not fit is passed over by Java; one that makes Java crash is removed (see the supervisor). https://openjdk.org/jeps/514
"""

import base64
import contextlib
import hashlib
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from filelock import FileLock, Timeout

from graph.server.configuration import HOST
from graph.server.detach import start_detached
from graph.server.distribution import Distribution, cache_folder, fetch
from graph.server.folder import USERNAME
from graph.server.java_runtime import java_home
from graph.server.memory import Memory
from graph.server.private import private_folder
from graph.server.process import free_port, prepare_home, start_java, wait_until_ready

NEEDED_SPACE = 1 << 30
UNUSED_DAYS = 60
TRAINING_SECONDS = 1200
"""It has only what others leave of the processors: beside a long load, a start or the writing takes many times as long."""


def cache_path(distribution: Distribution) -> Path:
    """Where the cache for these jars and this Java is, once it is made."""
    release = (java_home() / "release").read_bytes()
    java = hashlib.sha256(release + str(distribution.java).encode()).hexdigest()[:8]
    return distribution.cache / "archives" / f"neo4j-{distribution.line}-{distribution.digest}-{java}.aot"


def cache_options(distribution: Distribution) -> list[str]:
    """The Java options that use the cache; none while it is not there."""
    path = cache_path(distribution)
    if not path.is_file():
        return []
    with contextlib.suppress(OSError):
        os.utime(path)
    return [f"-XX:AOTCache={path}"]


def make_in_background(distribution: Distribution) -> None:
    """Begin to make the cache, if it is not there, in a process of low priority that nobody waits for."""
    if not cache_path(distribution).exists() and not _failed_lately(distribution):
        start_detached("graph.server.aot_cache", [distribution.line], distribution.cache / "archive.log")


def was_refused(log: Path) -> bool:
    """Whether Java wrote to `log` that it cannot use the cache (half a file, another machine's). It runs without it then."""
    with log.open("rb") as file:
        return b"An error has occurred while processing the AOT cache" in file.read(65_536)


def drop(distribution: Distribution) -> None:
    """Remove the cache, after Java crashed on it or refused it; it is made anew at the next occasion."""
    cache_path(distribution).unlink(missing_ok=True)


def make(line: str) -> bool:
    """Make the cache of a line, unless it is there or being made; whether it is there afterwards."""
    distribution = fetch(line)
    target = cache_path(distribution)
    private_folder(target.parent)
    try:
        # The first lock: nobody makes one twice. The second: never two at once, each takes a processor and a gigabyte.
        with (
            FileLock(target.with_suffix(".lock")).acquire(timeout=0),
            FileLock(target.parent / "making.lock").acquire(timeout=2 * TRAINING_SECONDS),
        ):
            if target.exists() or shutil.disk_usage(target.parent).free < NEEDED_SPACE:
                return target.exists()
            _remove_leftovers(target)
            with tempfile.TemporaryDirectory(dir=target.parent, prefix=f"{target.stem}-making-") as scratch:
                made = _training_run(distribution, Path(scratch))
                if made is None:
                    _failed(distribution).touch()
                    return False
                made.replace(target)
                return True
    except Timeout:
        return False


def _failed(distribution: Distribution) -> Path:
    return cache_path(distribution).with_suffix(".failed")


def _failed_lately(distribution: Distribution) -> bool:
    try:
        return time.time() - _failed(distribution).stat().st_mtime < 86_400
    except OSError:
        return False


def _remove_leftovers(target: Path) -> None:
    """Scratch folders of runs that were killed, and caches of other versions that nobody used for long."""
    for scratch in target.parent.glob(f"{target.stem}-making-*"):
        shutil.rmtree(scratch, ignore_errors=True)
    for old in target.parent.glob("*.aot"):
        if time.time() - old.stat().st_mtime > UNUSED_DAYS * 86_400:
            old.unlink(missing_ok=True)


def _training_run(distribution: Distribution, scratch: Path) -> Path | None:
    """One start and stop of an empty server that writes down what it loaded; the finished cache, or None."""
    home, cache = scratch / "home", scratch / "made.aot"
    for name in ("conf", "data", "logs", "run", "plugins", "import"):
        private_folder(home / name)
    password, http_port = secrets.token_urlsafe(24), free_port()
    arguments = prepare_home(home, distribution, Memory("512m", "64m"), free_port(), http_port, password)
    log = home / "logs" / "console.log"
    process = start_java(distribution.java, [f"-XX:AOTCacheOutput={cache}"], arguments, home, log)
    try:
        if not wait_until_ready(process, log, TRAINING_SECONDS):
            return None
        _run_some_queries(http_port, password)
        process.terminate()
        process.wait(TRAINING_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    return cache if cache.is_file() and _is_usable(distribution, cache) else None


def _run_some_queries(http_port: int, password: str) -> None:
    """Let the empty server run the stored queries, so that what the first ones of a user load is in the cache too."""
    login = base64.b64encode(f"{USERNAME}:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json", "Accept": "application/json"}
    for text in _stored_queries():
        parameters = dict.fromkeys(re.findall(r"\$(\w+)", text))
        body = json.dumps({"statement": text, "parameters": parameters}).encode()
        request = urllib.request.Request(f"http://{HOST}:{http_port}/db/neo4j/query/v2", body, headers)
        # Some need values to run; what they load until they are refused is worth having all the same.
        with contextlib.suppress(OSError), urllib.request.urlopen(request, timeout=20) as response:  # noqa: S310
            response.read()


def _stored_queries() -> list[str]:
    package = Path(__file__).parents[1]
    folders = (package / "cypher", package.parent / "cypher")
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("**/*.cypher"))]


def _is_usable(distribution: Distribution, cache: Path) -> bool:
    """Whether Java itself accepts the cache."""
    classes = os.pathsep.join(str(jar) for jar in distribution.jars)
    command = [str(distribution.java), "-XX:+UseG1GC", f"-XX:AOTCache={cache}", "-cp", classes, "-version"]
    return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0


def step_back() -> None:
    """Have only what others leave of the processors. Linux divides them among sessions first where it groups by them, and among
    the processes of a session only then: this process has one of its own, so the group steps back as well (man 7 sched)."""
    if hasattr(os, "nice"):
        os.nice(19)
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text("19")


if __name__ == "__main__":
    step_back()
    print(f"{time.strftime('%F %T')} {sys.argv[1]} in {cache_folder()}: {'made' if make(sys.argv[1]) else 'not made'}")
