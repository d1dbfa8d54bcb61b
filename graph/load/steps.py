"""What a load is busy with, and how long: every moment belongs to exactly one step, so the parts add up to the whole."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

START, READING, WRITING, NAMES = "start", "reading", "writing", "names"
STEPS = (START, READING, WRITING, NAMES)
PLANNING, IMPORTING, INDEXING = "planning", "importing", "indexing"
BULK_STEPS = (START, READING, PLANNING, IMPORTING, INDEXING, WRITING, NAMES)
"""The steps of a first load in bulk, in their order."""

TellStep = Callable[[str], None]
"""Told what is being done from now on, in words for a person."""

WORDS = {
    START: "starting", READING: "reading", PLANNING: "planning", IMPORTING: "importing", INDEXING: "building indexes",
    WRITING: "writing", NAMES: "comparing names",
}  # fmt: skip

READING_IN_BULK = "reading in bulk"
NOTHING_WRITTEN = frozenset({READING_IN_BULK, WORDS[PLANNING], WORDS[IMPORTING]})
"""What a load in bulk does before the graph changes, in words."""
EVERYTHING_WRITTEN = frozenset({WORDS[INDEXING]})


class Steps:
    """The clock of one load. It runs from the beginning, for `reading` where nothing else is said."""

    def __init__(self, tell: TellStep | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.tell = tell
        self._clock = clock
        self._seconds = dict.fromkeys(STEPS, 0.0)
        self._step, self._words = READING, ""
        self._since = clock()

    @contextmanager
    def during(self, step: str, words: str | None = None) -> Iterator[None]:
        """Count what is done inside as `step`; afterwards the step before goes on."""
        before = self._step, self._words
        self._turn(step, words or WORDS[step])
        try:
            yield
        finally:
            self._turn(*before)

    def seconds(self) -> dict[str, float]:
        """The seconds of each step until now; those of a load in bulk only where there was one."""
        self._turn(self._step, self._words)
        order = BULK_STEPS if self._seconds.keys() - {*STEPS} else STEPS
        return {step: self._seconds.get(step, 0.0) for step in order}

    def _turn(self, step: str, words: str) -> None:
        now = self._clock()
        self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._since
        self._since = now
        if self.tell and words and words != self._words:
            self.tell(words)
        self._step, self._words = step, words
