"""An environment of its own for each peer: none of their packages is imported by the project, or stands beside its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
_MIB_IN_KIB = 1024
_LINES_OF_FAILURE = 3


class PeerError(Exception):
    """A peer cannot be installed, or does not come to an end; says why in its own words."""


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds of the processors, and the largest memory of a process of it in MiB."""

    cpu_seconds: float
    peak_mib: float


def environment(folder: Path, peer: str) -> Path:
    """The Python of the environment of `programs/PEER.txt`, made with these very versions where it is not there yet.

    Raises PeerError where they cannot be had, or not for this Python.
    """
    wanted = (PROGRAMS / f"{peer}.txt").read_text(encoding="utf-8")
    home = folder / "environments" / peer
    stamp, python = home / "installed.txt", home / "bin" / "python"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        home.parent.mkdir(parents=True, exist_ok=True)
        log = folder / f"{peer}-installing.log"
        run([sys.executable, "-m", "venv", "--clear", str(home)], log)
        run([str(python), "-m", "pip", "install", "--quiet", "-r", str(PROGRAMS / f"{peer}.txt")], log)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def run(command: Sequence[str], log: Path) -> Cost:
    """Run a program to its end and tell what it took; what it says goes into `log`. Raises PeerError where it fails."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=kept)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        end = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
        raise PeerError(f"exit code {process.returncode}: {' / '.join(end[-_LINES_OF_FAILURE:])} (all of it is in {log})")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / _MIB_IN_KIB)
