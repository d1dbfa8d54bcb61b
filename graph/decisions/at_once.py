"""Many decisions in one transaction: candidates accepted together, decisions undone together. Each stands in the log alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.decision_log.decision import Decision
from graph.decision_log.edges import read_log
from graph.decision_log.state import LogState
from graph.decisions.asking import Groups, check_groups
from graph.decisions.candidates import Candidate
from graph.decisions.drafting import Grounds, drafted, found_decision, groups_of, names_of
from graph.decisions.writing import check_means_something, check_not_contradicted, take, write_down, write_together
from graph.errors import ContradictionError, UnconfirmedError
from graph.queries.bound import Queries, Run

Group = dict[str, str | None]


@dataclass(frozen=True)
class LeftOut:
    """A candidate that is not accepted with the others, and why."""

    candidate: Candidate
    reason: str


@dataclass
class Acceptance:
    """What became of some split candidates: found = accepted + settled + left out.

    `accepted` are those with a decision of their own, in the order of `decisions`, which in a dry run are none and have no
    numbers; `settled` became one person by decisions about others; `left_out` would have to be asked about, or something decided
    stands against them.
    """

    dry_run: bool
    accepted: list[Candidate] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    settled: list[Candidate] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def found(self) -> int:
        """How many candidates there were."""
        return len(self.accepted) + len(self.settled) + len(self.left_out)


def accept_candidates(queries: Queries, found: Sequence[Candidate], by: str, reason: str, *, dry_run: bool) -> Acceptance:
    """Accept split candidates in their order, each as a decision with its own evidence, all in one transaction; with `dry_run`
    only say what that would do. Raises ParameterError where `by` names nobody."""
    if dry_run:
        return _planned(queries.read, read_log(queries.read), found, by, reason)[0]

    def work(run: Run) -> Acceptance:
        log_state = read_log(run)
        outcome, added = _planned(run, log_state, found, by, reason)
        write_down(run, log_state, added)
        outcome.dry_run, outcome.decisions = False, added
        return outcome

    return write_together(queries, work)


def undo_decisions(queries: Queries, named: Sequence[Decision | int | str], by: str, reason: str) -> list[Decision]:
    """Undo earlier decisions, all or none, the latest first; the undoings, in that order. Raises UnknownNameError for one that is
    not in the log, ContradictionError for one that cannot be undone."""

    def work(run: Run) -> list[Decision]:
        log_state = read_log(run)
        undone = {found.uid: found for found in (found_decision(log_state, one) for one in named)}
        added: list[Decision] = []
        for found in sorted(undone.values(), key=lambda one: -one.number):
            draft = drafted("undo", Grounds(by, reason, [str(found)]), (), (), undoes=found.uid)
            check_means_something(draft)
            check_not_contradicted(draft, log_state)
            added.append(take(draft, log_state))
        write_down(run, log_state, added)
        return added

    return write_together(queries, work)


def _planned(
    run: Run, log_state: LogState, found: Sequence[Candidate], by: str, reason: str
) -> tuple[Acceptance, list[Decision]]:
    """What would become of candidates, and the decisions, which `log_state` has taken."""
    outcome, added = Acceptance(dry_run=True), list[Decision]()
    uids = sorted({uid for one in found for uid in (one.a, one.b)})
    names = dict(zip(uids, names_of(run, uids), strict=True))
    groups = _Groups(groups_of(run, uids))
    for one in found:
        if groups.are_one(one.a, one.b):
            outcome.settled.append(one)
            continue
        decision = drafted(
            "accept", Grounds(by, reason, one.evidence, one.probability), (one.a, one.b), (names[one.a], names[one.b])
        )
        check_means_something(decision)
        try:
            check_not_contradicted(decision, log_state)
            check_groups(run, log_state, decision, groups.of(one.a, one.b), {})
        except (UnconfirmedError, ContradictionError) as error:
            outcome.left_out.append(LeftOut(one, str(error)))
            continue
        added.append(take(decision, log_state))
        groups.join(one.a, one.b)
        outcome.accepted.append(one)
    return outcome, added


class _Groups:
    """The records of each person with their ORCIDs, as they become one, decision after decision, before anything is written."""

    def __init__(self, groups: Groups) -> None:
        self._of: dict[str, Group] = {}
        for group in groups:
            known = dict(group)
            self._of.update(dict.fromkeys(known, known))

    def of(self, a: str, b: str) -> list[Group]:
        """The groups of two records."""
        return [self._of[a], self._of[b]]

    def are_one(self, a: str, b: str) -> bool:
        """Whether two records are one person's already."""
        return self._of[a] is self._of[b]

    def join(self, a: str, b: str) -> None:
        """Make one group of the two."""
        joined = self._of[a] | self._of[b]
        self._of.update(dict.fromkeys(joined, joined))
