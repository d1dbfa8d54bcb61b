"""How long a load still takes, told from how long it took so far."""

from itertools import pairwise

import pytest

from graph.load.forecast import Forecast, Stage
from graph.load.steps import NAMES, READING, TOPICS, WRITING, Steps

STAGES = (Stage(frozenset({"read", "write"}), 60), Stage(frozenset({"plan"}), 30), Stage(frozenset({"names"}), 10))


@pytest.fixture
def forecast() -> Forecast:
    return Forecast(STAGES)


def test_a_load_that_goes_twice_as_slowly_takes_twice_as_long_to_its_end(forecast: Forecast) -> None:
    assert forecast.left({"read": 20, "write": 10}, "write", 0.5) == pytest.approx(30 + 30 + 10)
    assert forecast.left({"read": 40, "write": 20}, "read", 0.5) == pytest.approx(60 + 60 + 20)


def test_what_is_over_is_not_reckoned_again(forecast: Forecast) -> None:
    assert forecast.left({"read": 60, "plan": 15}, "plan", 0.5) == pytest.approx(15 + 10)
    assert forecast.left({"read": 60, "plan": 30, "names": 10}, "names", 1) == pytest.approx(0)


def test_a_stage_that_does_not_tell_how_far_it_is_is_taken_to_go_as_those_before_it(forecast: Forecast) -> None:
    assert forecast.left({"read": 120, "plan": 30}, "plan", None) == pytest.approx(30 + 20)
    took_longer = forecast.left({"read": 60, "plan": 90}, "plan", None)
    assert took_longer is not None
    assert took_longer > 10, "something is left of it as long as it goes on"


def test_nothing_is_said_at_the_beginning_and_of_a_step_that_is_in_no_stage(forecast: Forecast) -> None:
    assert forecast.left({"read": 5}, "read", 0.01) is None
    assert forecast.left({"read": 5}, "read", None) is None
    assert forecast.left({"read": 50}, "something else", None) is None


def test_time_that_is_left_never_grows_while_a_load_goes_evenly() -> None:
    now = [0.0]
    steps, told = Steps(clock=lambda: now[0]), []
    for hundredth in range(1, 101):
        now[0] += 0.5
        with steps.during(WRITING):
            now[0] += 0.3
        steps.advance(hundredth / 100)
        told.append(steps.seconds_left())
    for step, seconds in ((TOPICS, 6), (NAMES, 14)):
        with steps.during(step):
            for _second in range(seconds):
                now[0] += 1
                told.append(steps.seconds_left())
    said = [left for left in told if left is not None]
    assert len(said) > 100
    assert all(later <= earlier + 1e-9 for earlier, later in pairwise(said))
    assert steps.step == READING
