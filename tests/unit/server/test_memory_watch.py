"""The memory of a piece of work, seen while it goes on."""

import subprocess
import sys
import time

from graph.server.memory_watch import MemoryWatch

HELD = 60_000_000
CHILD = f"held = bytearray({HELD}); print('ready', flush=True); input()"


def test_the_most_of_each_step_counts_here_and_in_the_processes_that_were_started() -> None:
    step = "alone"
    watch = MemoryWatch(None)
    with watch.during(lambda: step):
        _wait_for(watch, "alone")
        step = "with a child"
        with subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdin is not None
            child.stdout.readline()
            _wait_for(watch, "with a child", watch.peaks["alone"].here + HELD // 2)
            child.communicate("\n")
    assert watch.peaks["with a child"].here > watch.peaks["alone"].here + HELD // 2
    assert watch.latest().server is None


def _wait_for(watch: MemoryWatch, step: str, least: int = 1) -> None:
    ends = time.monotonic() + 30
    while step not in watch.peaks or watch.peaks[step].here < least:
        assert time.monotonic() < ends
        time.sleep(0.05)
