"""What took its time to answer is asked once, by however many, as long as nothing is written."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from graph.errors import QueryError
from graph.explore import kept
from graph.explore.kept import WORTH_SECONDS, KeptAnswers
from graph.queries.registry import Rows


class Graph:
    """A graph that takes its time, and counts what it was asked."""

    def __init__(self, seconds: float = WORTH_SECONDS * 2) -> None:
        self.written, self.asked, self.seconds = 0, 0, seconds

    def mark(self) -> str:
        return str(self.written)

    def ask(self) -> Rows:
        self.asked += 1
        seen = self.written
        time.sleep(self.seconds)
        return [{"written": seen}]


def test_an_answer_is_kept_until_something_is_written() -> None:
    graph = Graph()
    answers = KeptAnswers(graph.mark)
    assert [answers.rows("q", graph.ask) for _ in range(3)] == [[{"written": 0}]] * 3
    graph.written = 1
    assert [answers.rows("q", graph.ask) for _ in range(3)] == [[{"written": 1}]] * 3
    assert graph.asked == 2


def test_what_is_written_while_it_is_found_makes_it_old() -> None:
    graph = Graph()
    answers = KeptAnswers(graph.mark)

    def written_meanwhile() -> Rows:
        rows = graph.ask()
        graph.written = 1
        return rows

    answers.rows("q", written_meanwhile)
    assert answers.rows("q", graph.ask) == [{"written": 1}]


def test_what_is_answered_at_once_is_asked_again() -> None:
    graph = Graph(seconds=0)
    answers = KeptAnswers(graph.mark)
    for _ in range(3):
        answers.rows("q", graph.ask)
    assert graph.asked == 3


def test_who_asks_meanwhile_waits_for_the_same_answer() -> None:
    graph, together = Graph(), Barrier(6)
    answers = KeptAnswers(graph.mark)

    def ask(_: int) -> Rows:
        together.wait()
        return answers.rows("q", graph.ask)

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(ask, range(6))) == [[{"written": 0}]] * 6
    assert graph.asked == 1


def test_a_failure_is_told_and_not_kept() -> None:
    graph = Graph()
    answers = KeptAnswers(graph.mark)

    def refused() -> Rows:
        raise QueryError("the server has no memory left")

    with pytest.raises(QueryError, match="no memory left"):
        answers.rows("q", refused)
    assert answers.rows("q", graph.ask) == [{"written": 0}]


def test_so_many_rows_are_kept_and_what_was_not_asked_for_longest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_ROWS", 2)
    graph = Graph()
    answers = KeptAnswers(graph.mark)
    for question in ("a", "b", "a", "c"):
        answers.rows(question, graph.ask)
    assert graph.asked == 3
    answers.rows("a", graph.ask)
    assert graph.asked == 3
    answers.rows("b", graph.ask)
    assert graph.asked == 4
