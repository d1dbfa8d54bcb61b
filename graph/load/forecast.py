"""How long a load still takes: what its stages take of loads that were measured, held against how long this one took so far."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

LEAST_DONE = 0.02
"""Before so much of a load is done, nothing is said."""
MOST_GUESSED = 0.95
"""How much of a stage that does not tell how far it is may be taken for done before it ends."""


class Stage(NamedTuple):
    """Steps that follow each other, or alternate, and how long they take beside the other stages."""

    steps: frozenset[str]
    share: float


class Forecast:
    """The seconds that are left, for stages in their order."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._stages = stages
        self._whole = sum(stage.share for stage in stages)

    def stage_of(self, step: str) -> int | None:
        """The number of the stage that a step belongs to."""
        return next((number for number, stage in enumerate(self._stages) if step in stage.steps), None)

    def left(self, seconds: Mapping[str, float], step: str, done: float | None) -> float | None:
        """The seconds until the end, in a step of whose stage so much is `done` (None: it does not tell), after each step took
        the seconds given. None as long as nothing can be said."""
        number = self.stage_of(step)
        if number is None:
            return None
        before, now = self._stages[:number], self._stages[number]
        share_before = sum(stage.share for stage in before)
        took_before, took_now = sum(_took(stage, seconds) for stage in before), _took(now, seconds)
        if done is None:
            done = min(took_now * share_before / (took_before * now.share), MOST_GUESSED) if took_before * share_before else 0.0
        share = share_before + done * now.share
        if share < LEAST_DONE * self._whole:
            return None
        return (took_before + took_now) / share * (self._whole - share)


def _took(stage: Stage, seconds: Mapping[str, float]) -> float:
    return sum(seconds.get(step, 0.0) for step in stage.steps)
