"""A short form of `python -m tests.hammer.kills`: some commands, one moment of each, on the default line."""

import random
from pathlib import Path

import pytest

from graph import server
from tests.hammer.kills.moments import killed, undisturbed
from tests.hammer.kills.works import WORKS, Work, prepared

SHORT = [work for work in WORKS if work.name in ("load in bulk", "decide")]


@pytest.mark.slow
@pytest.mark.parametrize("work", SHORT, ids=lambda work: work.name)
def test_what_is_killed_is_made_good_by_the_same_command(work: Work, tmp_path: Path) -> None:
    begun = prepared(work, tmp_path / "begun", server.DEFAULT_LINE)
    right = undisturbed(work, begun, tmp_path / "now")
    found = killed(work, begun, tmp_path / "now", random.Random(work.name), right)
    assert found.broken == []
