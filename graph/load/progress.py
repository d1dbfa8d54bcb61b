"""How far a load is, as whoever asked for it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.load.steps import READING, WRITING, Steps


@dataclass(frozen=True, slots=True)
class LoadProgress:
    """What a load is doing and how far it is.

    `step` says it in words ("reading page.txt", "writing", "comparing names"). `records` were read so far, `documents` to their
    end, out of `of_documents`. `seconds` it took, `reading_seconds` of them while documents were read and written, and about
    `seconds_left` are left until its end, all stages together (None as long as nothing can be said). `memory` is what this
    process and its workers hold, in bytes, and `server_memory` what the server of a local graph does (None of another).
    """

    step: str
    records: int = 0
    documents: int = 0
    of_documents: int = 0
    seconds: float = 0.0
    reading_seconds: float = 0.0
    seconds_left: float | None = None
    memory: int = 0
    server_memory: int | None = None


class Telling:
    """The clock of a load whose progress is told. It is told itself, called as a load's `Progress`, what was read."""

    def __init__(
        self, of_documents: int, tell: Callable[[LoadProgress], None] | None, memory: Callable[[], tuple[int, int | None]]
    ) -> None:
        self.steps = Steps(self._begin)
        self._of_documents = of_documents
        self._told = tell
        self._memory = memory
        self._words, self._records, self._documents = "loading", 0, 0

    @property
    def is_heard(self) -> bool:
        """Whether anybody is told."""
        return self._told is not None

    def __call__(self, records: int, documents: int) -> None:
        """So many records were read, and so many documents to their end."""
        self._records, self._documents = records, documents
        self._tell()

    def _begin(self, words: str) -> None:
        self._words = words
        self._tell()

    def _tell(self) -> None:
        if not self._told:
            return
        seconds, (memory, server_memory) = self.steps.seconds(), self._memory()
        self._told(
            LoadProgress(
                step=self._words,
                records=self._records,
                documents=self._documents,
                of_documents=self._of_documents,
                seconds=sum(seconds.values()),
                reading_seconds=seconds[READING] + seconds[WRITING],
                seconds_left=self.steps.seconds_left(),
                memory=memory,
                server_memory=server_memory,
            )
        )
