"""Worker processes of our own: each runs the functions that it is sent, one after another, until it is told to end.

They are started as `python -m graph.bulk.workers`, and not by `multiprocessing`, whose children import the caller's script again:
a script that loads documents without `if __name__ == "__main__"` would load them again in each. They end with the process that
started them, and Ctrl-C reaches that one only. Strings hash alike in all of them.
"""

import contextlib
import gc
import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Lock, Thread
from typing import IO, Any, TypeVar, cast

from graph.errors import ScholarGraphError
from graph.server.detach import our_environment
from graph.server.private import UMASK

Result = TypeVar("Result")
Kept = TypeVar("Kept")
Task = Callable[..., object]

POLL_SECONDS = 0.5
GARBAGE_THRESHOLDS = (200_000, 20, 100)


class Own:
    """What a worker has of its own: a number, the folder that it writes to, and whatever it keeps from one task to the next."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder
        self.number = number
        self._kept: dict[object, object] = {}

    def keep(self, make: Callable[["Own"], Kept]) -> Kept:
        """What `make` makes of this worker, made once."""
        if make not in self._kept:
            self._kept[make] = make(self)
        return cast(Kept, self._kept[make])

    def let_go(self, make: Callable[["Own"], Kept]) -> Kept | None:
        """The same, which the next task finds no more; None where there is none."""
        return cast("Kept | None", self._kept.pop(make, None))


class WorkerError(ScholarGraphError):
    """A worker process broke down; the message says how."""


class _FailedError(Exception):
    """What went wrong in a worker, as text, where the error itself could not be sent."""


class Workers:
    """Some worker processes. Use it as a context manager: they end with it, whatever they are doing."""

    def __init__(self, count: int, folder: Path) -> None:
        self._log = folder / "workers.log"
        with self._log.open("ab") as log:
            self._processes = [_start(folder, number, log) for number in range(count)]

    def __len__(self) -> int:
        return len(self._processes)

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, function: Callable[..., Result], tasks: Iterable[tuple[object, ...]]) -> Iterator[Result]:
        """What `function(own, *task)` gives for each task, in the order in which they are done.

        Tasks are taken when a worker is free, so they may be made as they are needed. Raises what the function raises, and
        WorkerError where a process dies.
        """
        left, lock = iter(tasks), Lock()
        results: Queue[tuple[bool, Any]] = Queue(2 * len(self))
        threads = [
            Thread(target=self._serve, args=(process, function, left, lock, results), daemon=True) for process in self._processes
        ]
        for thread in threads:
            thread.start()
        working = len(threads)
        while working:
            with contextlib.suppress(Empty):
                good, value = results.get(timeout=POLL_SECONDS)
                if not good and value is None:
                    working -= 1
                elif good:
                    yield cast(Result, value)
                else:
                    raise value

    def each(self, function: Callable[[Own], Result]) -> list[Result]:
        """What the function gives in every worker, in the order of the workers."""
        return [cast(Result, self._call(process, function, ())) for process in self._processes]

    def close(self) -> None:
        """End the processes at once."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    with contextlib.suppress(OSError):
                        stream.close()

    def _serve(
        self, process: "subprocess.Popen[bytes]", function: Task, left: Iterator[tuple[object, ...]], lock: Lock,
        results: "Queue[tuple[bool, Any]]",
    ) -> None:  # fmt: skip
        try:
            while True:
                with lock:
                    task = next(left, None)
                if task is None:
                    break
                results.put((True, self._call(process, function, task)))
        except BaseException as error:
            results.put((False, error))
        results.put((False, None))

    def _call(self, process: "subprocess.Popen[bytes]", function: Task, task: tuple[object, ...]) -> object:
        message = pickle.dumps((function, task), pickle.HIGHEST_PROTOCOL)
        try:
            _write(cast("IO[bytes]", process.stdin), message)
            good, value = pickle.load(cast("IO[bytes]", process.stdout))  # noqa: S301 - from a process of ours
        except (OSError, EOFError) as error:
            raise WorkerError(self._death(process)) from error
        if good:
            return value
        raise value

    def _death(self, process: "subprocess.Popen[bytes]") -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(POLL_SECONDS)
        tail = self._log.read_text(errors="replace")[-1000:] if self._log.exists() else ""
        return (
            f"A worker process ended with code {process.returncode} before its work was done, perhaps for want of memory. "
            f"Load again with --no-bulk (bulk=False), or with fewer workers. {tail}".rstrip()
        )


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_be_sent(value: object) -> bool:
    """Whether a worker can be given this: what stands in a script or a notebook cannot."""
    try:
        return b"__main__" not in pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except Exception:  # whatever the parts of a value raise when they are asked for their state
        return False


def _start(folder: Path, number: int, log: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "graph.bulk.workers", str(folder), str(number)],
        env={**our_environment(), "PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        start_new_session=True,
        umask=UMASK,
    )


def _write(stream: IO[bytes], message: bytes) -> None:
    stream.write(message)
    stream.flush()


def main() -> None:
    """Run what comes over standard input until it ends."""
    own = Own(Path(sys.argv[1]), int(sys.argv[2]))
    # Claims and rows come and go by the million and hold no circles: looking for these often takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anybody prints is no answer
    while True:
        try:
            function, task = pickle.load(tasks)  # noqa: S301 - from the process that started this one
        except EOFError:
            return
        try:
            answer = pickle.dumps((True, function(own, *task)), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            traceback.print_exc()
            answer = pickle.dumps((False, _sendable(error)), pickle.HIGHEST_PROTOCOL)
        _write(answers, answer)


def _sendable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - what was pickled just now
        return error
    except Exception:
        return _FailedError(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    # Under its own name: what is kept in one module is not found in another of another name.
    from graph.bulk import workers

    workers.main()
