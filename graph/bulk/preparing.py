"""Claims of a load in batches prepared by all processors: keys and topics take longer than all else that is done here."""

import contextlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.bulk.workers import Own, WorkerError, Workers, processors
from graph.load.claims import Claim, Prepared, prepare, prepare_each, take_prepared

WORTH_WORKERS = 500
"""From how many claims to prepare at once on worker processes are started, which takes as long as preparing some hundred."""
CLAIMS_A_TASK = 50

Sent = tuple[str, int, str]
"""A claim as workers get it: document, number of the record, and its JSON."""


class Preparing:
    """Prepares claims, in worker processes where there are many. Use it as a context manager: the processes end with it."""

    def __init__(self) -> None:
        self._ending = contextlib.ExitStack()
        self._workers: Workers | None = None
        self._alone = processors() < 2

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ending.close()

    def __call__(self, claims: Sequence[Claim]) -> None:
        """Prepare these claims."""
        if not self._alone and (self._workers or len(claims) >= WORTH_WORKERS):
            # A machine that has no room for more processes loads all the same.
            with contextlib.suppress(WorkerError, OSError):
                self._in_workers(claims)
                return
            self._alone = True
            self._ending.close()
        prepare_each(claims)

    def _in_workers(self, claims: Sequence[Claim]) -> None:
        if self._workers is None:
            folder = self._ending.enter_context(tempfile.TemporaryDirectory(prefix="scholargraph-"))
            # One processor is the server's, and this process's.
            self._workers = self._ending.enter_context(Workers(processors() - 1, Path(folder)))
        tasks = (
            (start, [(claim.id.document, claim.id.record, claim.payload) for claim in claims[start : start + CLAIMS_A_TASK]])
            for start in range(0, len(claims), CLAIMS_A_TASK)
        )
        for start, prepared in self._workers.run(_prepared, tasks):
            for claim, values in zip(claims[start : start + CLAIMS_A_TASK], prepared, strict=True):
                take_prepared(claim, values)


def _prepared(_: Own, start: int, claims: Sequence[Sent]) -> tuple[int, list[Prepared]]:
    return start, [prepare(Claim.from_json(*claim)) for claim in claims]
