"""The SAME_AS and DIFFERENT_FROM of the graph brought in line with the log of decisions."""

from collections.abc import Collection

import msgspec

from graph.decision_log.decision import Decision, log_of
from graph.decision_log.state import DecidedEdge, LogState, decided_edges
from graph.evidence_words import in_words
from graph.queries.bound import Run
from graph.queries.rows import rows_as, uids_from


class EdgeKey(msgspec.Struct, frozen=True, order=True, gc=False):
    """A SAME_AS or DIFFERENT_FROM that a decision gives: what tells it from all others."""

    type: str
    a: str
    b: str
    decision: str


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
    loaded = set(uids_from(run, "authors_that_exist", uids=records))
    stored = set(rows_as(EdgeKey, run, "decided_edges", uids=sorted(loaded)))
    wanted = {EdgeKey(edge.type, edge.a, edge.b, edge.decision.uid): edge for edge in decided_edges(log_state, loaded)}
    stale, missing = stored - wanted.keys(), wanted.keys() - stored
    if stale:
        run("delete_decided_edges", rows=[msgspec.structs.asdict(key) for key in sorted(stale)])
    if missing:
        decisions = whole(run, {key.decision for key in missing})
        run("create_decided_edges", rows=[_row(wanted[key], decisions[key.decision]) for key in sorted(missing)])
    return {uid for key in stale | missing for uid in (key.a, key.b)}


def _row(edge: DecidedEdge, decision: Decision) -> dict[str, object]:
    return {"type": edge.type, "a": edge.a, "b": edge.b, "properties": _properties(decision)}


def _properties(decision: Decision) -> dict[str, object]:
    return {
        "by": decision.by,
        "at": decision.at,
        "reason": decision.reason,
        "evidence": [in_words(piece) for piece in decision.evidence],
        "decision": decision.uid,
    }
