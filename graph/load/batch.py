"""One batch in one transaction: look up what it touches, plan what it changes, write that."""

from collections.abc import Collection, Sequence

from graph.load.claims import Claim, ClaimId
from graph.load.entities import EntityClaim
from graph.load.lookup import look_up
from graph.load.plan import Plan, plan_batch
from graph.load.writing import write_plan
from graph.queries.bound import Run


def write_batch(run: Run, claims: Sequence[Claim | EntityClaim], removed: Collection[ClaimId] = ()) -> Plan:
    """Have the graph say these claims, and no longer what the removed records said; what that changed."""
    plan = plan_batch(claims, look_up(run, claims, removed), removed)
    write_plan(run, plan)
    return plan


def rewrite_papers(run: Run, papers: Collection[str]) -> None:
    """Write these papers anew from what documents say of them and what was decided about their slots."""
    if papers:
        write_plan(run, plan_batch([], look_up(run, [], redo=papers), redo=papers))
