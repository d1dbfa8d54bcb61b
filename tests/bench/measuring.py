"""Seconds and memory of what is measured: on the wall, of our process and of the server's, and where they go."""

import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import psutil

from graph.connection import Connection, Parameters, Statement, Table
from graph.queries.registry import Registry

Result = TypeVar("Result")


@dataclass(frozen=True)
class Seconds:
    """Seconds on the wall, and of processor time: ours with our workers, and the server's."""

    wall: float
    ours: float
    server: float

    def __sub__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.wall - other.wall, self.ours - other.ours, self.server - other.server)


@dataclass
class Stages:
    """The seconds of each stage of a load into the graph whose server has this process id."""

    server: psutil.Process
    seconds: dict[str, Seconds] = field(default_factory=dict)

    @contextmanager
    def during(self, stage: str) -> Iterator[None]:
        """Count what is done inside as this stage."""
        before = self._now()
        yield
        self.seconds[stage] = self._now() - before

    def _now(self) -> Seconds:
        own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        java = self.server.cpu_times()
        ours = own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime
        return Seconds(time.perf_counter(), ours, java.user + java.system)


def peak_memory_mib(pid: int | None = None) -> float | None:
    """The peak memory of a process (ours where none is named) in MiB; None where the system does not tell."""
    try:
        lines = open(f"/proc/{pid or 'self'}/status", encoding="ascii").read().splitlines()  # noqa: PTH123, SIM115
    except OSError:
        return None
    peaks = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")]
    return peaks[0] if peaks else None


class ClockedConnection(Connection):
    """A connection that counts the milliseconds of each stored query, by its name: those of the server's processors, once it is
    told which process that is in `server`, else those on the wall."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.server: psutil.Process | None = None
        self.milliseconds: Counter[str] = Counter()
        registry = Registry.shipped()
        self._names = {registry[name].text: name for name in registry}

    def read(self, text: str, parameters: Parameters | None = None, *, notices: bool = False) -> Table:
        return self._clocked(text, lambda: super(ClockedConnection, self).read(text, parameters, notices=notices))

    def write(self, text: str, parameters: Parameters | None = None) -> Table:
        return self._clocked(text, lambda: super(ClockedConnection, self).write(text, parameters))

    def run(self, text: str, parameters: Parameters | None = None) -> Table:
        return self._clocked(text, lambda: super(ClockedConnection, self).run(text, parameters))

    def write_together(self, work: Callable[[Statement], Result]) -> Result:
        def clocked(statement: Statement) -> Result:
            return work(lambda text, parameters: self._clocked(text, lambda: statement(text, parameters)))

        return super().write_together(clocked)

    def _clocked(self, text: str, work: Callable[[], Result]) -> Result:
        started = self._clock()
        try:
            return work()
        finally:
            self.milliseconds[self._names.get(text, text[:40])] += round(1000 * (self._clock() - started))

    def _clock(self) -> float:
        if self.server is None:
            return time.perf_counter()
        times = self.server.cpu_times()
        return float(times.user + times.system)
