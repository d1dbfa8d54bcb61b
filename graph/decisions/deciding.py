"""The log of decisions as the facade offers it: accept, reject, reassign, confirm, undo."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from graph.decision_log.decision import Decision, log_of, new_record
from graph.decision_log.state import LogState
from graph.decisions.asking import Meant, check_meant
from graph.decisions.at_once import Acceptance, accept_candidates, undo_decisions
from graph.decisions.candidates import Candidate, Judgement, Kind, candidates
from graph.decisions.drafting import (
    Grounds,
    HeldSlot,
    Seen,
    drafted,
    names_of,
    others_slots,
    own_slots,
    papers_of,
)
from graph.decisions.exchange import apply_log, export_log
from graph.decisions.report import DecisionReport
from graph.decisions.sheet import read_sheet, write_sheet
from graph.decisions.writing import Draft, decide
from graph.errors import ParameterError
from graph.identity.candidates import Order
from graph.queries.author_lookup import author_uid
from graph.queries.bound import Queries, Run
from graph.queries.rows import rows_as, uids_from

if TYPE_CHECKING:
    import pandas as pd


class Decisions:
    """What people decided about the author records of a graph.

    Every verb takes `by` (who decides), a `reason`, and what the person saw: `evidence` (words, or pieces as candidates have
    them) and a `probability`. Each gives the decision as it stands in the log; one that says what already holds adds nothing and
    gives the earlier one. Records are named by uid; a name stands for the record of the whole person.

    All raise UnknownAuthorError or AmbiguousAuthorError, ParameterError for what means nothing, and ContradictionError where
    earlier decisions stand against it; then nothing is changed.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    def accept(
        self, *authors: str, by: str, reason: str = "", evidence: Seen = (), probability: float | None = None,
        **meant: Unpack[Meant],
    ) -> Decision:  # fmt: skip
        """These author records are one person.

        What may not be meant is asked by an UnconfirmedError, and a flag says that it is (see `asking.Meant`): two of them stand
        for several records each (JoinsGroupsError, `join_groups=True`), they have different ORCIDs (OrcidsDifferError,
        `join_orcids=True`), or they stand on one paper together (CoauthorsError, `join_coauthors=True`).
        """
        uids, grounds = [self._uid(author) for author in authors], Grounds(by, reason, evidence, probability)

        def draft(run: Run, log_state: LogState) -> Decision:
            decision = drafted("accept", grounds, uids, names_of(run, uids))
            check_meant(run, log_state, decision, meant)
            return decision

        return self._decide(draft)

    def accept_all(
        self, *, min_probability: float = 0.99, author: str | None = None, by: str, reason: str = "", dry_run: bool = False
    ) -> Acceptance:
        """Accept all split candidates of at least this probability, likeliest first, each as a decision of its own with its
        evidence, all in one transaction. What `accept` would ask about is left out and listed with the reason, as is what
        earlier decisions stand against. With `dry_run` nothing is decided: the answer says what would be. `undo_all` takes the
        `decisions` back together."""
        found = self.candidates("split", author=author, min_probability=min_probability)
        return accept_candidates(self._queries, found, by, reason, dry_run=dry_run)

    def reject(
        self, author: str, other: str, *, by: str, reason: str = "", evidence: Seen = (), probability: float | None = None
    ) -> Decision:
        """These two author records are different people. A merge of the two by conclusive evidence is undone at once."""
        uids, grounds = [self._uid(author), self._uid(other)], Grounds(by, reason, evidence, probability)
        return self._decide(lambda run, _: drafted("reject", grounds, uids, names_of(run, uids)))

    def reassign(
        self, author: str, papers: Sequence[str], *, to: str | None = None, by: str, reason: str = "", evidence: Seen = (),
        probability: float | None = None,
    ) -> Decision:  # fmt: skip
        """These papers (named by uid or by an identifier such as "doi:10.1/x") of an author record are somebody else's.

        They go to the record `to`, else to a new one: `.records[1]` of what comes back. The two are different people from now on.
        """
        record, target = self._uid(author), self._uid(to) if to is not None else None
        grounds = Grounds(by, reason, evidence, probability)

        def draft(run: Run, _: LogState) -> Decision:
            if target == record:
                raise ParameterError(f"{record} has these papers already; name another record, or none for a new one")
            owner, slots = own_slots(run, record, papers_of(run, papers), target)
            held = rows_as(HeldSlot, run, "slots_of_author", author=owner)
            slots = others_slots(slots, held)
            if target is None and len(slots) == len(held):
                raise ParameterError(f"these are all papers of {owner}: nothing would be left of it to tell apart")
            [name] = names_of(run, [owner])
            named = names_of(run, [target]) if target else [name]
            return drafted("reassign", grounds, [owner, target or new_record(name)], [name, *named], slots)

        return self._decide(draft)

    def confirm(
        self, author: str, papers: Sequence[str] | None = None, *, by: str, reason: str = "", evidence: Seen = (),
        probability: float | None = None,
    ) -> Decision:  # fmt: skip
        """These papers of an author record, or all it has now, are one person's: it is not a mixed candidate because of them."""
        record, grounds = self._uid(author), Grounds(by, reason, evidence, probability)

        def draft(run: Run, _: LogState) -> Decision:
            uids = papers_of(run, papers) if papers is not None else uids_from(run, "papers_of_authors", uids=[record])
            owner, slots = own_slots(run, record, uids)
            return drafted("confirm", grounds, [owner], names_of(run, [owner]), slots)

        return self._decide(draft)

    def undo(self, decision: Decision | int | str, *, by: str, reason: str = "") -> Decision:
        """An earlier decision, named by its number or uid, no longer holds. It stays in the log."""

        [made] = self.undo_all([decision], by=by, reason=reason)
        return made

    def undo_all(self, decisions: Sequence[Decision | int | str], *, by: str, reason: str = "") -> list[Decision]:
        """Earlier decisions no longer hold, all of these or none; the undoings, the latest decision's first."""
        return undo_decisions(self._queries, decisions, by, reason)

    def log(self) -> "pd.DataFrame":
        """The log, oldest first, one row a decision (the columns of the stored query `decisions`)."""
        return self._queries.frame("decisions")

    def export(self, file: str | Path, *, overwrite: bool = False) -> int:
        """Write the log into a file of JSON lines, which appears whole or not at all; the number of decisions. "-" is standard
        output. Raises InputError where it cannot be written."""
        return export_log(self._queries, file, overwrite=overwrite)

    def apply(self, file: str | Path) -> DecisionReport:
        """Take in the decisions of an exported log; those that are there already change nothing. The report lists every line that
        is broken or that contradicts. Raises InputError where the file cannot be read."""
        return apply_log(self._queries, file)

    def candidates(
        self,
        kind: Kind | None = None,
        *,
        author: str | None = None,
        min_probability: float | None = None,
        order: Order = "probability",
        limit: int | None = None,
    ) -> list[Candidate]:
        """What waits for a decision: split and mixed candidates, or one kind; a mixed one for each group. Likeliest first, by
        `order` "worth" those of which a decision changes most, by "teaching" those that tell the weights most."""
        kinds: tuple[Kind, ...] = ("split", "mixed") if kind is None else (kind,)
        return candidates(self._queries, kinds, author, min_probability, limit, order)

    def answer(self, candidate: Candidate, answer: Judgement, *, by: str, reason: str = "", **meant: Unpack[Meant]) -> Decision:
        """Decide a candidate with the evidence that it shows. "same": accept the two records, confirm the group of papers.
        "different": reject the two, reassign the group to a new record."""
        one = candidate
        seen: dict[str, Any] = {"by": by, "reason": reason, "evidence": one.evidence, "probability": one.probability}
        if one.kind == "split":
            if answer == "same":
                return self.accept(one.a, one.b, **seen, **meant)
            return self.reject(one.a, one.b, **seen)
        if answer == "same":
            return self.confirm(one.a, one.papers, **seen)
        return self.reassign(one.a, one.papers, **seen)

    def log_state(self) -> LogState:
        """What the log says now. Its decisions lack what people saw; `log` has that."""
        return LogState(log_of(self._queries.read("decision_log")))

    def export_candidates(
        self, file: str | Path, kind: Kind | None = None, *, author: str | None = None, min_probability: float | None = None,
        order: Order = "probability", limit: int | None = None, overwrite: bool = False,
    ) -> int:  # fmt: skip
        """Write candidates into a CSV sheet whose columns `decision` (same or different) and `reason` are to be filled in; the
        number of rows. Raises InputError where it cannot be written."""
        found = self.candidates(kind, author=author, min_probability=min_probability, order=order, limit=limit)
        return write_sheet(found, file, overwrite=overwrite)

    def import_answers(self, file: str | Path, *, by: str, **meant: Unpack[Meant]) -> DecisionReport:
        """Decide what was filled in in such a sheet. The report lists every row that cannot be decided, with its line; importing
        again does nothing more. Raises InputError where the file cannot be read."""

        def decide(candidate: Candidate, answer: Judgement, reason: str) -> bool:
            log_state = self.log_state()
            if candidate.is_answered(answer, log_state):
                return False
            made = self.answer(candidate, answer, by=by, reason=reason, **meant)
            return made.uid not in log_state

        return read_sheet(file, decide)

    def _decide(self, draft: Draft) -> Decision:
        return decide(self._queries, draft)

    def _uid(self, author: str) -> str:
        return author_uid(self._queries, author)
