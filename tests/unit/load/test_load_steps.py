"""How a load divides its time: every second belongs to one step, and the steps add up to the whole."""

import random

import pytest

from graph.load.report import LoadReport
from graph.load.steps import NAMES, READING, STEPS, WRITING, Steps


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_time_belongs_to_reading_where_nothing_else_is_said_and_to_the_innermost_step(clock: Clock) -> None:
    steps = Steps(clock=clock)
    clock.now += 1
    with steps.during(READING, "reading a.txt"):
        clock.now += 2
        with steps.during(WRITING):
            clock.now += 4
        clock.now += 8
    with steps.during(NAMES):
        clock.now += 16
    assert steps.seconds() == {"start": 0, "reading": 11, "writing": 4, "topics": 0, "names": 16}


def test_a_step_that_fails_has_taken_its_time_too(clock: Clock) -> None:
    steps = Steps(clock=clock)

    def fail_after(seconds: float) -> None:
        with steps.during(WRITING):
            clock.now += seconds
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        fail_after(3)
    clock.now += 1
    assert steps.seconds()[WRITING] == 3
    assert steps.seconds()[READING] == 1


def test_what_is_being_done_is_told_once_and_again_when_it_goes_on(clock: Clock) -> None:
    told: list[str] = []
    steps = Steps(told.append, clock)
    with steps.during(READING, "reading a.txt"):
        for _batch in range(2):
            with steps.during(WRITING):
                pass
    with steps.during(NAMES):
        steps.seconds()
    assert told == ["reading a.txt", "writing", "reading a.txt", "writing", "reading a.txt", "comparing names"]


@pytest.mark.parametrize("seed", range(20))
def test_the_report_adds_up_to_the_last_digit_that_it_shows(seed: int) -> None:
    chance = random.Random(seed)
    report = LoadReport(seconds_by_step={step: chance.random() * 10 ** chance.randint(-3, 4) for step in STEPS})
    before = report.seconds
    report.add_start(started := chance.random())
    assert report.seconds == pytest.approx(before + started)
    shown = report.to_dict()
    assert isinstance(steps := shown["seconds_by_step"], dict)
    assert list(steps) == ["start", "reading", "writing", "topics", "names"]
    assert shown["seconds"] == round(sum(steps.values()), 3)
    assert shown["seconds"] == pytest.approx(report.seconds, abs=0.003)
