"""The steps of the counts of names within which a record's groups hold."""

import random
from collections.abc import Callable

import pytest

from graph.identity.evidence_model.name_counts import NameCounts, NameSteps, widest_steps

MADE = random.Random(1)
CASES = [
    (
        NameCounts(MADE.randint(0, 3000), MADE.randint(0, 3000), MADE.randint(3000, 500_000)),
        MADE.uniform(0.2, 1),
        MADE.uniform(1, 5),
    )
    for _ in range(100)
]


def within(least: float, most: float) -> Callable[[float], bool]:
    return lambda namesakes: least <= namesakes <= most


def some_within(steps: NameSteps, number: int) -> list[NameCounts]:
    return [NameCounts(*(MADE.randint(least, most) for least, most in steps)) for _ in range(number)]


@pytest.mark.parametrize(("counts", "fewer", "more"), CASES)
def test_what_holds_for_the_counts_holds_for_all_counts_of_their_steps(counts: NameCounts, fewer: float, more: float) -> None:
    holds = within(counts.namesakes * fewer, counts.namesakes * more)
    steps = widest_steps(counts, holds)
    assert all(least <= count <= most for count, (least, most) in zip(counts, steps, strict=True))
    assert all(holds(some.namesakes) for some in some_within(steps, 20))


@pytest.mark.parametrize(("counts", "fewer", "more"), CASES)
def test_whoever_looks_within_the_steps_finds_the_same_steps(counts: NameCounts, fewer: float, more: float) -> None:
    holds = within(counts.namesakes * fewer, counts.namesakes * more)
    steps = widest_steps(counts, holds)
    assert {widest_steps(some, holds) for some in some_within(steps, 5)} == {steps}


def test_the_more_room_there_is_the_wider_the_steps() -> None:
    counts = NameCounts(300, 40, 100_000)
    rooms = [widest_steps(counts, within(counts.namesakes / room, counts.namesakes * room)) for room in (1.0001, 1.1, 2, 1000)]
    widths = [most - least for _, _, (least, most) in rooms]
    assert widths == sorted(widths)
    assert widths[0] < 20
    assert rooms[-1].authors == (65_536, 131_071)


def test_what_holds_for_the_counts_alone_gives_steps_of_one_count_each() -> None:
    counts = NameCounts(3, 0, 12_345_678)
    assert widest_steps(counts, lambda namesakes: namesakes == counts.namesakes) == ((3, 3), (0, 0), (12_345_678, 12_345_678))
