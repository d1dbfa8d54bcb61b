"""Damaged documents read in a process of their own, under limits of time and memory."""

import multiprocessing
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess

import psutil

from tests.hammer.blows import Blow, blow
from tests.hammer.reading import Fault, outcome_of

SECONDS_A_MEGABYTE = 10.0
SHORTEST_SECONDS = 1.0
"""What is small may take so long all the same: the first document of a format has to import what it needs."""
MEMORY = 300 * 1024 * 1024
_PATIENCE = 4
"""A process is ended when it took so many times what is allowed: it will not come to an end by itself."""
_fork = multiprocessing.get_context("fork")


@dataclass
class Tally:
    """How often what became of the documents of a format, and the faults with what showed them."""

    became: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[Blow, Fault]] = field(default_factory=list)
    slowest: float = 0.0

    @property
    def tried(self) -> int:
        return self.became.total()


def allowed(data: bytes) -> float:
    """The seconds of the processor that a document may take."""
    return max(SHORTEST_SECONDS, SECONDS_A_MEGABYTE * len(data) / 1e6)


def hammer(name: str, seed: int, numbers: Sequence[int]) -> Tally:
    """Every damage of these numbers, in worker processes: where one dies or hangs, the next goes on behind what it died of."""
    tally = Tally()
    at = 0
    while at < len(numbers):
        for number, became, fault, seconds in _results(name, seed, numbers[at:]):
            at += 1
            tally.became[became] += 1
            tally.slowest = max(tally.slowest, seconds)
            if fault:
                tally.faults.append((blow(name, seed, number), fault))
    return tally


_Result = tuple[int, str, Fault | None, float]


def _results(name: str, seed: int, numbers: Sequence[int]) -> Iterator[_Result]:
    """What a worker tells of one number after another; of the last one the parent, where the worker cannot."""
    ours, theirs = _fork.Pipe(duplex=False)
    worker = _fork.Process(target=_work, args=(theirs, name, seed, numbers), daemon=True)
    worker.start()
    theirs.close()
    told = 0
    try:
        while told < len(numbers):
            if not _has_told(worker, ours, partial(blow, name, seed, numbers[told])):
                yield numbers[told], "refused", Fault("no end in sight", "worker"), 0.0
                return
            yield ours.recv()
            told += 1
    except EOFError:
        worker.join()
        yield numbers[told], "refused", Fault(f"the process dies with {worker.exitcode}", "worker"), 0.0
    finally:
        worker.kill()
        worker.join()
        ours.close()


def _has_told(worker: ForkProcess, results: Connection, at_work_on: Callable[[], Blow]) -> bool:
    """Whether the worker tells something, be it that it ends, in the time that it may take."""
    began = _spent(worker)
    while not results.poll(1):
        if _spent(worker) - began > _PATIENCE * allowed(at_work_on().data):
            return False
    return True


def _spent(worker: ForkProcess) -> float:
    try:
        return sum(psutil.Process(worker.pid).cpu_times()[:2])
    except psutil.Error:
        return 0.0


def _work(results: Connection, name: str, seed: int, numbers: Sequence[int]) -> None:
    limit_memory()
    for number in numbers:
        struck = blow(name, seed, number)
        began = time.process_time()
        outcome = outcome_of(struck)
        seconds = time.process_time() - began
        fault = outcome.fault
        if fault is None and seconds > allowed(struck.data):
            fault = Fault(f"{seconds:.1f} seconds for {len(struck.data):,} bytes", "time")
        results.send((number, outcome.became, fault, seconds))


def limit_memory() -> None:
    """No more than `MEMORY` beside what the process has already: what asks for more gets a MemoryError, which is a fault."""
    held = psutil.Process().memory_info().data
    resource.setrlimit(resource.RLIMIT_DATA, (held + MEMORY, held + MEMORY))
