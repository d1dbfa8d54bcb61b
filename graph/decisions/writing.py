"""Decisions added to the log of a graph, with what they change in it, in one transaction."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from graph.decision_log.decision import Decision, flaw, row_of
from graph.decision_log.edges import read_log, sync_decided_edges, whole
from graph.decision_log.state import Conflict, LogState
from graph.errors import ContradictionError, ParameterError
from graph.identity.refresh import refresh_pending
from graph.identity.rule_merges import merge_conclusive
from graph.load.batch import rewrite_papers
from graph.load.named_slots import papers_named_by
from graph.organisations.refresh import refresh_institutions
from graph.queries.bound import Queries, Run
from graph.schema.form import hold
from graph.topics.refresh import refresh_topics
from graph.upgrades import ready_to_write

Draft = Callable[[Run, LogState], Decision]
Result = TypeVar("Result")


def decide(queries: Queries, draft: Draft) -> Decision:
    """Add the decision that `draft` makes of the graph and the log; where the log says the same already, that one comes back.

    Raises ParameterError for a decision that means nothing, ContradictionError where others stand against it.
    """

    def work(run: Run) -> Decision:
        log_state = read_log(run)
        decision = draft(run, log_state)
        check_means_something(decision)
        earlier = log_state.same(decision)
        if earlier:
            return whole(run, [earlier.uid])[earlier.uid]
        check_not_contradicted(decision, log_state)
        added = take(decision, log_state)
        write_down(run, log_state, [added])
        return added

    return write_together(queries, work)


def write_together(queries: Queries, work: Callable[[Run], Result]) -> Result:
    """What comes of work on the log that is one transaction and that nobody else's comes between. What is derived of the records
    and papers that decisions touched is brought up to date afterwards."""

    def held(run: Run) -> Result:
        hold(run)
        return work(run)

    ready_to_write(queries)
    result = queries.write_together(held)
    refresh_topics(queries)
    refresh_institutions(queries)
    refresh_pending(queries)
    return result


def check_means_something(decision: Decision) -> None:
    """Raise ParameterError for a decision that means nothing."""
    if wrong := flaw(decision):
        raise ParameterError(wrong)


def check_not_contradicted(decision: Decision, log_state: LogState) -> None:
    """Raise ContradictionError where earlier decisions stand against one."""
    if conflict := log_state.conflict(decision):
        raise contradiction(decision, conflict)


def take(decision: Decision, log_state: LogState) -> Decision:
    """Have the log take a decision that nothing stands against; as it stands there."""
    added = replace(decision, number=len(log_state) + 1)
    log_state.add(added)
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
