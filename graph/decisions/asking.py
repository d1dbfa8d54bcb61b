"""What is asked before records become one person: whether all of it is meant that a person may not see."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypedDict

import msgspec

from graph.decision_log.decision import Decision
from graph.decision_log.state import Conflict, LogState
from graph.decisions.drafting import groups_of
from graph.decisions.writing import contradiction
from graph.errors import CoauthorsError, JoinsGroupsError, OrcidsDifferError
from graph.queries.bound import Run
from graph.queries.rows import rows_as

Groups = Sequence[Mapping[str, str | None]]
"""The records of each person to be joined, by uid, with their ORCIDs."""


class SharedPaper(msgspec.Struct, frozen=True, gc=False):
    """A paper on which several of some author records stand."""

    uid: str
    title: str
    records: list[str]


class Meant(TypedDict, total=False):
    """What the caller says is meant; each is the `flag` of the error that asks for it."""

    join_groups: bool
    join_orcids: bool
    join_coauthors: bool


def check_meant(run: Run, log_state: LogState, decision: Decision, meant: Meant) -> None:
    """Refuse what conclusive merges turn into a contradiction, and ask about everything else that is not said to be meant.

    What the log says already is not asked again, and what earlier decisions stand against is not asked at all. Raises
    ContradictionError, and an UnconfirmedError for the first thing that is not meant.
    """
    if log_state.same(decision) or log_state.conflict(decision):
        return
    check_groups(run, log_state, decision, groups_of(run, decision.records), meant)


def check_groups(run: Run, log_state: LogState, decision: Decision, groups: Groups, meant: Meant) -> None:
    """The same for a decision that the log does not have, of which the records of each person are known. Raises likewise."""
    against = log_state.apart({uid for group in groups for uid in group})
    if against:
        raise contradiction(decision, Conflict("records that are merged with them are decided to be apart", (against,)))
    if not meant.get("join_groups"):
        _ask_about_groups(groups)
    if not meant.get("join_orcids"):
        _ask_about_orcids(groups)
    if not meant.get("join_coauthors"):
        _ask_about_coauthors(run, groups)


def _ask_about_groups(groups: Sequence[Collection[str]]) -> None:
    large = [group for group in groups if len(group) > 1]
    if len(large) > 1:
        listed = " and ".join(f"{{{', '.join(group)}}}" for group in large)
        raise JoinsGroupsError(
            f"this would join groups of several records each into one person: {listed}. If all of them are one person, say so: "
            "join_groups=True, or --yes on the command line",
            [list(group) for group in large],
        )


def _ask_about_orcids(groups: Groups) -> None:
    """Ask before records of different ORCIDs become one person, unless they are one already."""
    known = [{orcid for orcid in group.values() if orcid} for group in groups]
    if len(set().union(*known)) <= max(map(len, known), default=0):
        return
    orcids = {uid: orcid for group in groups for uid, orcid in sorted(group.items()) if orcid}
    listed = ", ".join(f"{uid} has {orcid}" for uid, orcid in orcids.items())
    raise OrcidsDifferError(
        f"these records have different ORCIDs: {listed}. If all of them are one person all the same, say so: join_orcids=True, "
        "or --yes on the command line",
        orcids,
    )


def _ask_about_coauthors(run: Run, groups: Groups) -> None:
    """Ask before records become one person that stand together on a paper, unless they are one already."""
    number = {uid: place for place, group in enumerate(groups) for uid in group}
    papers = {}
    for paper in rows_as(SharedPaper, run, "papers_together", uids=sorted(number)):
        if len({number[uid] for uid in paper.records}) > 1:
            papers[paper.uid] = (paper.title, paper.records)
    if papers:
        raise CoauthorsError(papers)
