"""Lists of decisions for programs."""

from typing import Any, cast

import pytest

from graph.cli.deciding import whole_rows
from graph.cli.many_decisions import from_ranges, in_ranges
from graph.decision_log.decision import Decision, SlotName, row_of
from graph.errors import ParameterError


def test_authorships_and_evidence_are_objects_and_no_texts_of_json() -> None:
    slot = SlotName(paper="doi:10.1/x", ids=("doi:10.1/x",), names=("Ada Berg",), position=1)
    piece: dict[str, object] = {"feature": "years", "weight": 1.5}
    made = Decision(
        uid="decision:1", action="confirm", by="ana", at="2026-01-01T00:00:00+00:00", number=1, records=("name:ada berg",),
        names=("Ada Berg",), slots=(slot,), evidence=("seen", piece),
    )  # fmt: skip
    [row] = whole_rows([{**row_of(made), "undone_by": None}])
    assert row["evidence"] == ["seen", piece]
    [shown] = cast(list[dict[str, Any]], row["slots"])
    assert (shown["paper"], list(shown["ids"]), shown["position"]) == ("doi:10.1/x", ["doi:10.1/x"], 1)
    assert row["undone_by"] is None


def test_runs_of_decisions_are_named_shortly_and_read_as_what_they_stand_for() -> None:
    assert in_ranges([7, 1, 2, 3, 9, 10]) == ["1-3", "7", "9-10"]
    assert from_ranges(["1-3", "#7", "decision:9f", "#9-#10"]) == ["1", "2", "3", "#7", "decision:9f", "9", "10"]


@pytest.mark.parametrize("text", ["3-1", "1-99999999"])
def test_a_run_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ParameterError, match="no range of decisions"):
        from_ranges([text])
