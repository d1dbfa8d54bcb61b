"""Claims that share a key, one through another, as blocks: what is about one work, or touches it, always lies in one block.

Keys are numbers of 64 bits. Two words of one number put claims together that have nothing to do with each other, which costs
time and changes nothing: planning looks at the words themselves.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Keys = NDArray[np.uint64]


class Ties(NamedTuple):
    """Which claim, by its number, holds which key."""

    keys: Keys
    holders: Numbers


def blocks_of(count: int, ties: Ties) -> Numbers:
    """For each of `count` claims the number of its block: the smallest number of a claim in it."""
    order = np.lexsort((ties.holders, ties.keys))
    keys, holders = ties.keys[order], ties.holders[order]
    same = keys[1:] == keys[:-1]
    ones, others = holders[:-1][same], holders[1:][same]
    block = np.arange(count, dtype=np.int64)
    while True:
        before = block
        block = before.copy()
        # Each hands its block to its neighbours, and to the head of the block they were in; then all follow to the end.
        smaller = np.minimum(before[ones], before[others])
        for side in (ones, others):
            np.minimum.at(block, side, smaller)
            np.minimum.at(block, before[side], smaller)
        while True:
            head = block[block]
            if np.array_equal(head, block):
                break
            block = head
        if np.array_equal(block, before):
            return block


def several(block: Numbers, most: int) -> Iterator[Numbers]:
    """The claims of whole blocks, each time about `most` of them (more where one block has more), in the order of their numbers.

    Blocks of one claim come in the order of the claims, so that those that lie together are read together.
    """
    sizes = np.bincount(block, minlength=len(block)) if len(block) else np.empty(0, dtype=np.int64)
    alone = sizes[block] == 1
    # Sorted by block, blocks of one first.
    order = np.lexsort((np.arange(len(block)), block, ~alone))
    start = 0
    while start < len(order):
        end = min(start + most, len(order))
        # To the end of a block.
        while end < len(order) and block[order[end]] == block[order[end - 1]]:
            end += 1
        yield np.sort(order[start:end])
        start = end
