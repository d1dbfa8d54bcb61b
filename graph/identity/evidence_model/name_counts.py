"""For which counts of names the groups of a record's papers hold: steps around the counts of now.

How many people would bear a name follows from three counts: the records of its family name, those of its given name, and all
(`expected_namesakes`). Nearly every load changes all three a little, for nearly everybody. So each record is kept with the steps
of the three within which its groups stay as they are, and only when a count leaves its step is the record looked at again.

Steps are nested: those of a level divide each step of the level before in two, evenly on a scale of logarithms, beginning with
powers of two. A record has the widest steps, of one level for all three counts, throughout which its groups hold. So they follow
from the counts of now and from the groups, never from what the counts were when somebody looked.
"""

from collections.abc import Callable
from functools import lru_cache
from math import ceil, exp2, floor, log2
from typing import NamedTuple

from graph.names.frequency import expected_namesakes

FINEST = 30
"""The level at which a step of any count up to a thousand million is that count alone."""

Step = tuple[int, int]
"""The least and the greatest count of a step."""


class NameCounts(NamedTuple):
    """How many author records have the family name, and how many the given name, of how many in all."""

    family: int
    given: int
    authors: int

    @property
    def namesakes(self) -> float:
        """How many people would bear the name."""
        return expected_namesakes(*self)


class NameSteps(NamedTuple):
    """The steps of the three counts."""

    family: Step
    given: Step
    authors: Step

    @property
    def fewest(self) -> NameCounts:
        """The counts by which the fewest people would bear the name."""
        return NameCounts(self.family[0], self.given[0], self.authors[1])

    @property
    def most(self) -> NameCounts:
        """Those by which the most would."""
        return NameCounts(self.family[1], self.given[1], self.authors[0])


def widest_steps(counts: NameCounts, holds: Callable[[float], bool]) -> NameSteps:
    """The widest steps around these counts throughout which `holds`. It is asked of numbers of namesakes, holds for that of the
    counts themselves, and where it holds for two numbers it does for all between them."""
    least, most = 0, FINEST
    while least < most:
        level = (least + most) // 2
        steps = _steps(counts, level)
        if holds(steps.fewest.namesakes) and holds(steps.most.namesakes):
            most = level
        else:
            least = level + 1
    return _steps(counts, most)


def _steps(counts: NameCounts, level: int) -> NameSteps:
    return NameSteps(*(_step(count, level) for count in counts))


@lru_cache(maxsize=1 << 16)  # the number of all records, and common names, come again and again
def _step(count: int, level: int) -> Step:
    number = _number(count, level)
    return _first(number, level), _first(number + 1, level) - 1


def _number(count: int, level: int) -> int:
    """The number of the step that a count falls into."""
    return floor(log2(count + 0.5) * (1 << level))


def _first(number: int, level: int) -> int:
    """The least count of a step, or of the next one that holds any."""
    first = max(0, ceil(exp2(number / (1 << level)) - 0.5))
    # Rounding may miss by one.
    while first and _number(first - 1, level) >= number:
        first -= 1
    while _number(first, level) < number:
        first += 1
    return first
