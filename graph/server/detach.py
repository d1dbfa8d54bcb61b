"""A Python module of ours as a process of its own, that outlives its starter and has no terminal."""

import os
import subprocess
import sys
from pathlib import Path

from graph.server.private import UMASK, private_log

_started: list[subprocess.Popen[bytes]] = []


def start_detached(module: str, arguments: list[str], log: Path) -> subprocess.Popen[bytes]:
    """Start `python -m module arguments`, writing to `log` (for its owner's eyes alone)."""
    with private_log(log) as output:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],
            cwd=log.parent,
            env=our_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            umask=UMASK,
            start_new_session=True,
            creationflags=_detached_flags(),
        )
    # Kept, so that those that ended are collected and none is reported as left behind when this process ends.
    _started[:] = [child for child in _started if child.poll() is None] + [process]
    return process


def our_environment() -> dict[str, str]:
    """The environment, with the place of the running package where the interpreter would not find it by itself, and without the
    logins of other servers, which a process that stays would go on holding."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    root = str(Path(__file__).parents[2])
    known = environment.get("PYTHONPATH", "")
    if Path(root).name in ("site-packages", "dist-packages"):
        return environment
    return {**environment, "PYTHONPATH": os.pathsep.join(part for part in (known, root) if part)}


def _detached_flags() -> int:
    if sys.platform == "win32":
        return subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0
