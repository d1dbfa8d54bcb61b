"""Continuous integration runs a share of the slow tests: each is in one, and what needs the same servers is in the same one."""

import pytest

from tests.conftest import in_share

TESTS = [
    f"tests/integration/test_{name}.py::test_{number}[{line}-{seed}]"
    for name in ("bulk", "kills", "moving")
    for number in range(10)
    for line in ("2026", "5.26")
    for seed in (0, 1)
]


@pytest.mark.parametrize("of", [1, 4])
def test_each_test_is_in_one_share(of: int) -> None:
    assert [sum(in_share(test, (number, of)) for number in range(1, of + 1)) for test in TESTS] == [1] * len(TESTS)


def test_what_differs_in_its_parameters_alone_is_in_one_share() -> None:
    mine = [test for test in TESTS if in_share(test, (1, 4))]
    assert 0 < len(mine) < len(TESTS)
    assert {test.partition("[")[0] for test in mine}.isdisjoint(test.partition("[")[0] for test in TESTS if test not in mine)


def test_a_cluster_is_started_for_one_share_alone() -> None:
    shares = {
        number
        for number in range(1, 5)
        for test in "abcdefgh"
        if in_share(f"tests/integration/test_spark.py::{test}", (number, 4))
    }
    assert len(shares) == 1
