"""Decisions added to the log of a graph, with what they change in it, in one transaction."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from graph.decision_log.decision import Decision, flaw, row_of
from graph.decision_log.edges import read_log, sync_decided_edges, whole
from graph.decision_log.state import Conflict, LogState
from graph.errors import ContradictionError, ParameterError
from graph.identity.refresh import refresh_pending
from graph.identity.rule_merges import merge_conclusive
from graph.load.batch import rewrite_papers
from graph.load.named_slots import papers_named_by
from graph.queries.bound import Queries, Run
from graph.schema.form import hold
from graph.topics.refresh import refresh_topics
from graph.upgrades import ready_to_write

Draft = Callable[[Run, LogState], Decision]


def decide(queries: Queries, draft: Draft) -> Decision:
    """Add the decision that `draft` makes of the graph and the log; where the log says the same already, that one comes back.

    Raises ParameterError for a decision that means nothing, ContradictionError where others stand against it.
    """

    def work(run: Run) -> Decision:
        hold(run)
        log_state = read_log(run)
        decision = draft(run, log_state)
        wrong = flaw(decision)
        if wrong:
            raise ParameterError(wrong)
        earlier = log_state.same(decision) if decision.action != "undo" else None
        if earlier:
            return whole(run, [earlier.uid])[earlier.uid]
        conflict = log_state.conflict(decision)
        if conflict:
            raise contradiction(decision, conflict)
        return append(run, log_state, [decision])[0]

    ready_to_write(queries)
    decision = queries.write_together(work)
    refresh(queries)
    return decision


def refresh(queries: Queries) -> None:
    """Bring up to date what is derived of the records and papers that decisions touched."""
    refresh_topics(queries)
    refresh_pending(queries)


def append(run: Run, log_state: LogState, decisions: Sequence[Decision]) -> list[Decision]:
    """Write decisions, none of which is in conflict, and bring the graph in line; as they stand in the log."""
    added = [replace(decision, number=len(log_state) + place) for place, decision in enumerate(decisions, 1)]
    for decision in added:
        log_state.add(decision)
    write_down(run, log_state, added)
    return added


def write_down(run: Run, log_state: LogState, added: Sequence[Decision]) -> None:
    """Write decisions that `log_state` has taken already, and what they change in the graph."""
    if not added:
        return
    run("create_decisions", rows=[row_of(decision) for decision in added])
    about = [log_state[decision.undoes] if decision.undoes else decision for decision in added]
    slots = [decision for decision in about if decision.slots]
    if slots:
        rewrite_papers(run, papers_named_by(run, slots))
    merge_conclusive(run, sync_decided_edges(run, log_state))


def contradiction(decision: Decision, conflict: Conflict) -> ContradictionError:
    """The error that shows both sides."""
    against = [str(found) for found in conflict.against]
    message = f"this cannot be decided: {decision.what}; {conflict.reason}. Against it stands {'; '.join(against)}."
    advice = "" if decision.undoes else " Undo that first if it is wrong (`scholargraph undo NUMBER`)."
    return ContradictionError(message + advice, decision.what, against)
