"""Worker processes: what they are sent they do, what goes wrong in them is told, and they end with us."""

import os
import time
from pathlib import Path

import pytest

from graph.bulk.spills import Block, Spill, part_of, rows_in
from graph.bulk.workers import Own, WorkerError, Workers, can_be_sent
from graph.errors import DocumentError
from tests.worker_processes import worker_processes


def twice(own: Own, number: int) -> tuple[int, int]:
    print("what a function prints is no answer")
    return own.number, 2 * number


def fail(_own: Own, message: str) -> None:
    raise DocumentError(message)


def die(_own: Own) -> None:
    os._exit(9)


def hash_of(_own: Own, word: str) -> int:
    return hash(word)


def spill(own: Own, rows: list[tuple[str, int]]) -> None:
    for key, value in rows:
        own.keep(Spill).add("numbers", key, 4, (key, value))


def finish(own: Own) -> list[Block]:
    return own.keep(Spill).finish()


def test_every_task_is_done_once(tmp_path: Path) -> None:
    with Workers(2, tmp_path) as workers:
        found = sorted(value for _, value in workers.run(twice, ((number,) for number in range(50))))
        assert found == list(range(0, 100, 2))
        assert {own for own, _ in workers.run(twice, ((number,) for number in range(50)))} <= {0, 1}
        assert len(set(workers.run(hash_of, [("ants",)] * 10))) == 1


def test_what_a_function_raises_is_raised_here_and_the_workers_go_on(tmp_path: Path) -> None:
    with Workers(1, tmp_path) as workers:
        with pytest.raises(DocumentError, match="no such page"):
            list(workers.run(fail, [("no such page",)]))
        assert list(workers.run(twice, [(1,)])) == [(0, 2)]


def test_a_worker_that_dies_is_told_of(tmp_path: Path) -> None:
    with Workers(1, tmp_path) as workers, pytest.raises(WorkerError, match="code 9"):
        list(workers.run(die, [()]))


def test_they_end_with_the_work(tmp_path: Path) -> None:
    with Workers(2, tmp_path):
        mine = list(worker_processes())
        assert len(mine) == 2
    deadline = time.monotonic() + 10
    while any(child.is_running() for child in mine) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(child.is_running() for child in mine)


def test_what_stands_in_a_script_cannot_be_sent() -> None:
    assert can_be_sent((twice, 1))
    assert not can_be_sent(lambda: None)


def test_rows_about_one_thing_are_read_together_whoever_wrote_them(tmp_path: Path) -> None:
    rows = [(f"key {number % 7}", number) for number in range(100)]
    with Workers(2, tmp_path) as workers:
        list(workers.run(spill, ((rows[start : start + 5],) for start in range(0, 100, 5))))
        blocks = [block for found in workers.each(finish) for block in found]
    by_part = {part: list(rows_in([block for block in blocks if block.part == part])) for part in range(4)}
    assert sorted(tuple(row) for found in by_part.values() for row in found) == sorted(rows)
    assert all(part_of(str(key), 4) == part for part, found in by_part.items() for key, _ in found)
