"""Answers that took their time, kept for the next page that asks the same, as long as nothing was written to the graph."""

import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock

from graph.queries.registry import Rows

WORTH_SECONDS = 0.05
"""What is answered sooner is asked again: finding out whether the graph has changed takes a tenth of that."""
MOST_ROWS = 60_000
"""So many rows are kept in all; what was not asked for longest goes first."""


@dataclass
class _Answer:
    mark: str
    rows: Future[Rows] = field(default_factory=Future)


class KeptAnswers:
    """Answers by their question. `mark` gives a text that is another one once anything was written; it is asked before each
    question is, so that an answer is at least as new as the mark that it is kept under."""

    def __init__(self, mark: Callable[[], str]) -> None:
        self._mark = mark
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._lock = Lock()

    def rows(self, question: str, ask: Callable[[], Rows]) -> Rows:
        """The rows that `ask` finds, or found since anything was last written; who asks while somebody else does waits for their
        answer. Raises what `ask` raises."""
        mark = self._mark()
        with self._lock:
            known = self._answers.get(question)
            answer = known if known and known.mark == mark else _Answer(mark)
            self._answers[question] = answer
            self._answers.move_to_end(question)
        if answer is not known:
            self._find(question, answer, ask)
        return answer.rows.result()

    def _find(self, question: str, answer: _Answer, ask: Callable[[], Rows]) -> None:
        since = time.monotonic()
        try:
            rows = ask()
        except BaseException as error:
            self._forget(question, answer)
            answer.rows.set_exception(error)
            return
        answer.rows.set_result(rows)
        if time.monotonic() - since < WORTH_SECONDS:
            self._forget(question, answer)
        else:
            self._make_room()

    def _forget(self, question: str, answer: _Answer) -> None:
        with self._lock:
            if self._answers.get(question) is answer:
                del self._answers[question]

    def _make_room(self) -> None:
        with self._lock:
            rows = {question: len(one.rows.result()) for question, one in self._answers.items() if _is_found(one)}
            for question in list(rows):
                if sum(rows.values()) <= MOST_ROWS:
                    return
                del rows[question], self._answers[question]


def _is_found(answer: _Answer) -> bool:
    return answer.rows.done() and answer.rows.exception() is None
