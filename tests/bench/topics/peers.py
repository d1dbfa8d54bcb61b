"""Other people's methods on the same texts, run as programs of an environment of their own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from graph.errors import InputError
from graph.server.distribution import cache_folder

PEERS = ("RAKE", "YAKE")
_HERE = Path(__file__).parent
_PROGRAM, _REQUIREMENTS = _HERE / "peer_program.py", _HERE / "peers.txt"
_READY = "ready"
_PROCESSES = 2


class Told(NamedTuple):
    """The phrases of each text, the best first, and the processor's seconds that they took."""

    phrases: list[list[str]]
    seconds: float


def environment() -> Path:
    """The Python that has the peers, in an environment under the cache folder, which is made where it is not there yet.

    Raises InputError where it cannot be, with what pip said.
    """
    digest = hashlib.sha256(_REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = cache_folder() / "bench" / f"topic-peers-{digest}"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (folder / _READY).exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)])
        _run([str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", str(_REQUIREMENTS)])
        (folder / _READY).touch()
    return python


def told(python: Path, peer: str, texts: Sequence[str], most: int, processes: int = _PROCESSES) -> Told:
    """What a peer finds in these texts, at most so many phrases in each. Raises InputError where its program fails."""
    shares = [texts[first::processes] for first in range(processes)]  # dealt out, since texts of one time are alike in length
    with ThreadPoolExecutor(processes) as pool:
        found = [*pool.map(lambda share: _told(python, peer, share, most), shares)]
    phrases: list[list[str]] = [[] for _ in texts]
    for first, one in enumerate(found):
        phrases[first::processes] = one.phrases
    return Told(phrases, sum(one.seconds for one in found))


def _told(python: Path, peer: str, texts: Sequence[str], most: int) -> Told:
    lines = _run([str(python), str(_PROGRAM), peer, str(most)], "".join(f"{json.dumps(text)}\n" for text in texts)).splitlines()
    *phrases, seconds = map(json.loads, lines)
    if len(phrases) != len(texts):
        raise InputError(f"{peer} gave phrases for {len(phrases)} of {len(texts)} texts")
    return Told(phrases, seconds)


def _run(command: Sequence[str], given: str = "") -> str:
    # Our own code is none of theirs: what PYTHONPATH names stays out.
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", env=ours, check=False)
    if done.returncode:
        raise InputError(f"{' '.join(command)} failed: {done.stderr.strip()[-2000:]}")
    return done.stdout
