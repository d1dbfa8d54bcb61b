"""Lists of decisions for programs."""

from typing import Any, cast

from graph.cli.deciding import whole_rows
from graph.decision_log.decision import Decision, SlotName, row_of


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
