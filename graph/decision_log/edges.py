"""The SAME_AS and DIFFERENT_FROM of the graph brought in line with the log of decisions."""

from collections.abc import Collection, Mapping
from typing import cast

from graph.decision_log.decision import Decision, Evidence, log_of
from graph.decision_log.state import DecidedEdge, LogState, decided_edges
from graph.queries.bound import Run

_Key = tuple[str, str, str, str]


def read_log(run: Run) -> LogState:
    """What the log says now. Its decisions lack what people saw; `whole` has that."""
    return LogState(log_of(run("decision_log")))


def whole(run: Run, uids: Collection[str]) -> dict[str, Decision]:
    """These decisions with everything that the log keeps of them."""
    found = log_of(run("decisions", uids=sorted(uids))) if uids else []
    return {decision.uid: decision for decision in found}


def sync_decided_edges(run: Run, log_state: LogState) -> set[str]:
    """Have the graph say what the log says of the records that are loaded; the uids of the records between which that changed."""
    records = sorted(log_state.records)
    if not records:
        return set()
    loaded = {cast(str, row["uid"]) for row in run("authors_that_exist", uids=records)}
    stored = {_key(row) for row in run("decided_edges", uids=sorted(loaded))}
    wanted = {(edge.type, edge.a, edge.b, edge.decision.uid): edge for edge in decided_edges(log_state, loaded)}
    stale, missing = stored - wanted.keys(), wanted.keys() - stored
    if stale:
        run("delete_decided_edges", rows=[dict(zip(("type", "a", "b", "decision"), key, strict=True)) for key in sorted(stale)])
    if missing:
        decisions = whole(run, {decision for *_, decision in missing})
        run("create_decided_edges", rows=[_row(wanted[key], decisions[key[3]]) for key in sorted(missing)])
    return {uid for _, a, b, _ in stale | missing for uid in (a, b)}


def _key(row: Mapping[str, object]) -> _Key:
    return cast(_Key, tuple(row[name] for name in ("type", "a", "b", "decision")))


def _row(edge: DecidedEdge, decision: Decision) -> dict[str, object]:
    return {"type": edge.type, "a": edge.a, "b": edge.b, "properties": _properties(decision)}


def _properties(decision: Decision) -> dict[str, object]:
    return {
        "by": decision.by,
        "at": decision.at,
        "reason": decision.reason,
        "evidence": [_in_words(piece) for piece in decision.evidence],
        "decision": decision.uid,
    }


def _in_words(piece: Evidence) -> str:
    return piece if isinstance(piece, str) else str(piece.get("what", piece))
