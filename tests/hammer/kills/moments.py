"""One moment: work begun, something killed, and what must hold afterwards."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from graph import ScholarGraph, server
from graph.transfer.fingerprint import Fingerprint
from tests.hammer.kills.works import Work

PATIENCE = 300
VICTIMS = ("us", "the server", "its supervisor", "all")
HIDDEN = "Traceback (most recent call last)"


@dataclass(frozen=True)
class Undisturbed:
    """What a work comes to when nothing is killed, and how long it takes."""

    fingerprint: Fingerprint
    seconds: float


@dataclass(frozen=True)
class Moment:
    """After how many seconds what was killed, and what of the promises did not hold, in words."""

    after: float
    victim: str
    in_time: bool
    broken: list[str]


def undisturbed(work: Work, begun: Path, place: Path) -> Undisturbed:
    """The work done to its end in a copy of the state that it begins in."""
    _copied(begun, place)
    # The command joins a server that is up, as it does where something is killed.
    server.join(place / "graph").close()
    started = time.monotonic()
    done = _start(work.arguments, place)
    _, told = done.communicate(timeout=PATIENCE)
    seconds = time.monotonic() - started
    if done.returncode:
        raise AssertionError(f"{work.name} fails by itself: {told[-1000:]}")
    found = _fingerprint(place)
    server.stop(place / "graph", force=True)
    return Undisturbed(found, seconds)


def killed(work: Work, begun: Path, place: Path, chance: random.Random, right: Undisturbed) -> Moment:
    """Kill somebody anywhere between the beginning and the end of the work, and see what holds."""
    after, victim = chance.uniform(0, right.seconds), chance.choice(VICTIMS)
    _copied(begun, place)
    server.join(place / "graph").close()
    process = _start(work.arguments, place)
    with suppress(subprocess.TimeoutExpired):
        process.wait(after)
    in_time = process.poll() is None
    _kill(place / "graph", process, victim)
    printed, told = process.communicate(timeout=PATIENCE)
    broken = [f"a traceback: {told[-800:]}"] if HIDDEN in told and victim != "us" else []
    broken += _broken(work, place, printed, right)
    server.stop(place / "graph", force=True)
    return Moment(after, victim, in_time, broken)


def _broken(work: Work, place: Path, printed: str, right: Undisturbed) -> list[str]:
    """What does not hold of: nothing acknowledged is lost, the same again works, and then the graph is as if nothing had been."""
    broken = []
    if work.is_answered_line_by_line:
        with ScholarGraph.open(place / "graph") as graph:
            acknowledged, kept = len(printed.splitlines()), len(graph.decisions.log())
        if kept < acknowledged:
            broken.append(f"{acknowledged} decisions were acknowledged and {kept} are there")
    again = _start(work.again or work.arguments, place)
    try:
        _, told = again.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        again.kill()
        return [*broken, f"the same again is not done after {PATIENCE} s"]
    if again.returncode and not _is_done_already(told):
        broken.append(f"the same again ends with {again.returncode}: {told[-800:]}")
    return broken + _differences(work, _fingerprint(place), right.fingerprint)


def _differences(work: Work, found: Fingerprint, right: Fingerprint) -> list[str]:
    """What differs; of decisions that are made anew each time (their names and times are), only how many there are."""
    if not work.is_answered_line_by_line:
        return found.differences(right)
    counts, wanted = {**found.nodes, **found.relationships}, {**right.nodes, **right.relationships}
    return [f"{name}: {counts.get(name)} for {count}" for name, count in wanted.items() if counts.get(name) != count]


def _is_done_already(told: str) -> bool:
    """Whether the work had been done before something was killed: what is taken out already, or restored, is refused."""
    return "no document" in told or "not empty" in told


def _copied(begun: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(begun, place)


def _start(arguments: Callable[[Path], list[str]], place: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *arguments(place)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=place,
    )


def _kill(graph: Path, process: "subprocess.Popen[str]", victim: str) -> None:
    status = server.status(graph)
    kills: Mapping[str, Callable[[], None]] = {
        "us": process.kill,
        "its supervisor": lambda: _shoot(status.supervisor_pid),
        "the server": lambda: _shoot(status.pid),
    }
    for name, kill in kills.items():
        if victim in (name, "all"):
            kill()


def _shoot(pid: int) -> None:
    if pid:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _fingerprint(place: Path) -> Fingerprint:
    with ScholarGraph.open(place / "graph") as graph:
        return graph.fingerprint()
