"""What a load is busy with, how long, and how long still: every moment belongs to exactly one step, so the parts add up to the
whole."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graph.load.forecast import Forecast, Stage

START, READING, WRITING, TOPICS, NAMES = "start", "reading", "writing", "topics", "names"
STEPS = (START, READING, WRITING, TOPICS, NAMES)
PLANNING, IMPORTING, INDEXING = "planning", "importing", "indexing"
BULK_STEPS = (START, READING, PLANNING, TOPICS, IMPORTING, INDEXING, WRITING, NAMES)
"""The steps of a first load in bulk, in their order."""

TellStep = Callable[[str], None]
"""Told what is being done from now on, in words for a person."""

WORDS = {
    START: "starting", READING: "reading", PLANNING: "planning", IMPORTING: "importing", INDEXING: "building indexes",
    WRITING: "writing", TOPICS: "finding topics", NAMES: "comparing names",
}  # fmt: skip

READING_IN_BULK, TOPICS_IN_BULK, NAMES_IN_BULK = "reading in bulk", "finding topics in bulk", "comparing names in bulk"
NOTHING_WRITTEN = frozenset({READING_IN_BULK, WORDS[PLANNING], TOPICS_IN_BULK, NAMES_IN_BULK, WORDS[IMPORTING]})
"""What a load in bulk does before the graph changes, in words."""
CREATING_IN_BULK = "creating what was read"
EVERYTHING_WRITTEN = frozenset({WORDS[INDEXING]})

STAGES = (Stage(frozenset({READING, WRITING}), 80), Stage(frozenset({TOPICS}), 6), Stage(frozenset({NAMES}), 14))
"""The shares of 10,000 records of the ACL Anthology, into a graph of as many."""
BULK_STAGES = (
    Stage(frozenset({READING}), 75), Stage(frozenset({PLANNING}), 55), Stage(frozenset({TOPICS}), 3),
    Stage(frozenset({IMPORTING}), 34), Stage(frozenset({INDEXING, WRITING}), 32), Stage(frozenset({NAMES}), 45),
)  # fmt: skip
"""The seconds of the whole ACL Anthology on two processors."""


class Steps:
    """The clock of one load. It runs from the beginning, for `reading` where nothing else is said."""

    def __init__(self, tell: TellStep | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.tell = tell
        self._clock = clock
        self._seconds = dict.fromkeys(STEPS, 0.0)
        self._step, self._words = READING, ""
        self._since = clock()
        self.go_by(STAGES)

    def go_by(self, stages: tuple[Stage, ...]) -> None:
        """Reckon the time that is left by these stages from now on."""
        self._forecast = Forecast(stages)
        self._done: dict[int, float] = {}

    @property
    def step(self) -> str:
        """The step of now."""
        return self._step

    @contextmanager
    def during(self, step: str, words: str | None = None) -> Iterator[None]:
        """Count what is done inside as `step`; afterwards the step before goes on."""
        before = self._step, self._words
        self._turn(step, words or WORDS[step])
        try:
            yield
        finally:
            self._turn(*before)

    def advance(self, done: float) -> None:
        """Note how much of the stage of now is done, between 0 and 1."""
        stage = self._forecast.stage_of(self._step)
        if stage is not None:
            self._done[stage] = min(max(done, 0.0), 1.0)

    def seconds(self) -> dict[str, float]:
        """The seconds of each step until now; those of a load in bulk only where there was one."""
        self._turn(self._step, self._words)
        order = BULK_STEPS if self._seconds.keys() - {*STEPS} else STEPS
        return {step: self._seconds.get(step, 0.0) for step in order}

    def seconds_left(self) -> float | None:
        """About how many seconds it will be until the end, all stages together; None as long as nothing can be said."""
        stage = self._forecast.stage_of(self._step)
        return self._forecast.left(self.seconds(), self._step, None if stage is None else self._done.get(stage))

    def _turn(self, step: str, words: str) -> None:
        now = self._clock()
        self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._since
        self._since = now
        self._step = step
        if self.tell and words and words != self._words:
            self._words = words
            self.tell(words)
        self._words = words
