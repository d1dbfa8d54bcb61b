"""What a reviewer's press does: decide a candidate as it was seen, put it off, take back. What has changed is not decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from graph.decision_log.decision import RULE, Decision
from graph.decision_log.state import LogState
from graph.decisions.candidates import Candidate, Judgement, Kind
from graph.decisions.deciding import Decisions
from graph.errors import InputError, UnconfirmedError
from graph.explore.access import Form, Made, Session
from graph.explore.review.queue import as_it_is, seen
from graph.explore.review.sides import assignable

LONGEST_NAME = 200
UNDOING = "taken back at once"
MEANT = tuple(question.flag for question in UnconfirmedError.__subclasses__())


@dataclass(frozen=True)
class Question:
    """What is asked before a decision: whether all of it is meant. `fields` are those of the form that says so."""

    text: str
    fields: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Outcome:
    """What came of a press: in words; whether it was refused, so that nothing was written; what is asked first."""

    said: str = ""
    refused: bool = False
    question: Question | None = None


class _ChangedError(Exception):
    """The candidate is not as it was seen any more."""


@dataclass(frozen=True)
class Judged:
    """A form about a candidate, and the log when it came. `ticked` are the papers that it says are somebody else's."""

    candidate: Candidate
    log_state: LogState
    form: Form
    ticked: Sequence[str] = ()


class Judging:
    """The verbs of a review, over the decisions of a graph."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._steps: Mapping[str, Callable[[Session, Form], Outcome]] = {
            "who": self._who,
            "same": self._answer,
            "different": self._answer,
            "later": self._later,
            "again": self._again,
            "undo": self._undo,
        }

    def press(self, session: Session, form: Form) -> Outcome:
        """Do what a form says. What cannot be done is told, with what stands against it."""
        step = self._steps.get(_one(form, "step"))
        if step is None:
            return Outcome("Nothing was done: the form does not say what to do.", refused=True)
        try:
            return step(session, form)
        except _ChangedError as error:
            return Outcome(f"Not decided: {error}", refused=True)
        except InputError as error:
            return Outcome(f"Not decided: {error}", refused=True)

    def _who(self, session: Session, form: Form) -> Outcome:
        by = _one(form, "by").strip()
        if not by or by == RULE or len(by) > LONGEST_NAME:
            told = f"{by[:40]!r} names nobody" if by else "No name is given"
            return Outcome(f"{told}; say who decides, as the log is to tell it.", refused=True)
        session.by = by
        return Outcome()

    def _later(self, session: Session, form: Form) -> Outcome:
        session.later.add(_one(form, "about"))
        return Outcome()

    def _again(self, session: Session, _: Form) -> Outcome:
        session.later.clear()
        session.queue = None
        return Outcome()

    def _answer(self, session: Session, form: Form) -> Outcome:
        if not session.by:
            return Outcome("Not decided: nobody has said yet who decides.", refused=True)
        judged, answer = self._as_seen(form), cast(Judgement, _one(form, "step"))
        try:
            made = self._decide(session, judged, answer)
        except UnconfirmedError as question:
            return Outcome(question=_question(form, question))
        own = [one for one in made if one.uid not in judged.log_state and one.by == session.by]
        words = "; ".join(map(str, made))
        if not own:
            return Outcome(f"Not decided: it was decided already: {words}", refused=True)
        session.made.append(Made(tuple(one.uid for one in own), words))
        return Outcome()

    def _decide(self, session: Session, judged: Judged, answer: Judgement) -> list[Decision]:
        one, reason = judged.candidate, _one(judged.form, "reason").strip()
        whole = set(judged.ticked) == set(one.papers)
        if one.kind == "split" or (whole and answer == "different" and not _one(judged.form, "to").strip()):
            meant: dict[str, Any] = {flag: True for flag in judged.form.get("meant", ()) if flag in MEANT}
            return [self._decisions.answer(one, answer, by=session.by, reason=reason, **meant)]
        if answer == "same":
            if not whole:
                raise _ChangedError("you ticked papers, and said that all are one person’s. Say one of the two.")
            return [self._decisions.answer(one, answer, by=session.by, reason=reason)]
        return self._divide(session, judged, reason)

    def _divide(self, session: Session, judged: Judged, reason: str) -> list[Decision]:
        """Paper by paper: those that are ticked are somebody else's, and what is left of the group is rightly there."""
        one, to = judged.candidate, _one(judged.form, "to").strip()
        if not judged.ticked:
            raise _ChangedError("no paper is ticked. Tick those of somebody else, or say that all are one person’s.")
        grounds: dict[str, Any] = {"by": session.by, "reason": reason, "evidence": one.evidence, "probability": one.probability}
        made = [self._decisions.reassign(one.a, list(judged.ticked), to=to or None, **grounds)]
        left = [paper for paper in one.papers if paper not in judged.ticked]
        if left:
            try:
                made.append(self._decisions.confirm(one.a, left, **grounds))
            except InputError as error:
                session.said = f"That the others of the group are one person’s was not decided: {error}"
        return made

    def _as_seen(self, form: Form) -> Judged:
        """What a form judges, if that is still as it was seen. Raises _ChangedError."""
        a, kind, about = _one(form, "a"), _one(form, "kind"), _one(form, "about")
        log_state = self._decisions.log_state()
        one = as_it_is(self._decisions, cast(Kind, kind), a, about) if kind in ("split", "mixed") else None
        if one is None or one.is_decided(log_state):
            raise _ChangedError(f"this is no question any more. {_meanwhile(log_state, form)}")
        if seen(one) != _one(form, "seen"):
            raise _ChangedError(f"what speaks for and against it has changed since you saw it. {_meanwhile(log_state, form)}")
        fields = assignable(one)
        if not set(form.get("other", ())) <= set(fields):
            raise _ChangedError("the form names papers that are not in question.")
        ticked = [fields[name] for name in dict.fromkeys(form.get("other", ()))]
        return Judged(one, log_state, form, ticked)

    def _undo(self, session: Session, form: Form) -> Outcome:
        """Take back the last decision of this session, if it is that which the form means: a second press means no other."""
        if not session.made:
            return Outcome("Nothing was undone: nothing was decided in this session yet.", refused=True)
        if _one(form, "made") != session.made[-1].uids[0]:
            return Outcome("Nothing was undone: this is not the last decision of the session any more.", refused=True)
        last = session.made.pop()
        try:
            undone = self._decisions.undo_all(last.uids, by=session.by, reason=UNDOING)
        except InputError as error:
            return Outcome(f"Not undone: {error}", refused=True)
        if session.queue is not None:
            session.queue.look_again()
        return Outcome("; ".join(map(str, undone)))


def _question(form: Form, question: UnconfirmedError) -> Question:
    """What a decision asks, and the same form that also says that it is meant."""
    meant = {*form.get("meant", ()), question.flag}
    kept = [(name, value) for name, values in form.items() for value in values if name not in ("meant", "csrf")]
    return Question(question.question or str(question), [*kept, *(("meant", flag) for flag in sorted(meant))])


def _meanwhile(log_state: LogState, form: Form) -> str:
    """The decisions about these records that were made since the form was drawn."""
    drawn, records = _one(form, "log"), {_one(form, "a"), _one(form, "b")} - {""}
    after = int(drawn) if drawn.isascii() and drawn.isdigit() and len(drawn) < 12 else 0
    group = set().union(*(log_state.group(uid) for uid in records))
    since = [one for one in log_state if one.number > after and group & set(one.records)]
    undone = [one for one in log_state if one.number > after and one.undoes and group & set(log_state[one.undoes].records)]
    found = [str(one) for one in [*since, *undone]]
    return f"Meanwhile: {'; '.join(found)}" if found else "The records or their papers have changed meanwhile."


def _one(form: Form, name: str) -> str:
    """The one value of a field; nothing where it is not there."""
    return next(iter(form.get(name, ())), "")
