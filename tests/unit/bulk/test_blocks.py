"""Which claims lie in one block: those that share a key, one through another."""

import random

import numpy as np
import pytest

from graph.bulk.blocks import Ties, blocks_of, several
from graph.identity.union_find import UnionFind


def ties(pairs: list[tuple[int, int]]) -> Ties:
    keys, holders = zip(*pairs, strict=True) if pairs else ((), ())
    return Ties(np.array(keys, dtype=np.uint64), np.array(holders, dtype=np.int64))


def test_claims_hang_together_through_any_number_of_others() -> None:
    chain = [(key, claim) for claim in range(500) for key in (claim, claim + 1)]
    assert blocks_of(502, ties(chain)).tolist() == [0] * 500 + [500, 501]


@pytest.mark.parametrize("seed", range(20))
def test_blocks_are_those_of_a_union_find(seed: int) -> None:
    chance = random.Random(seed)
    pairs = [
        (chance.randrange(1 << 64) if chance.random() < 0.3 else chance.randrange(60), chance.randrange(100)) for _ in range(90)
    ]
    groups: UnionFind[int] = UnionFind()
    for key, claim in pairs:
        for other, beside in pairs:
            if key == other:
                groups.join(claim, beside)
    assert blocks_of(100, ties(pairs)).tolist() == [groups.root(claim) for claim in range(100)]


def test_tasks_hold_whole_blocks_in_the_order_of_loading_and_everything_once() -> None:
    chance = random.Random(1)
    block = blocks_of(300, ties([(chance.randrange(120), chance.randrange(300)) for _ in range(200)]))
    tasks = list(several(block, 16))
    assert sorted(number for task in tasks for number in task.tolist()) == list(range(300))
    for task in tasks:
        assert task.tolist() == sorted(task.tolist())
        assert all(set(np.flatnonzero(block == block[number])) <= set(task) for number in task)


def test_there_may_be_nothing() -> None:
    assert blocks_of(0, ties([])).tolist() == []
    assert list(several(blocks_of(0, ties([])), 16)) == []
    assert [task.tolist() for task in several(blocks_of(2, ties([])), 16)] == [[0, 1]]
