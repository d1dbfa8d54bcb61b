"""What a decision is made of, looked up in the graph: records, people, papers, slots."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from graph.clock import now
from graph.decision_log.decision import Action, Decision, Evidence, SlotName, new_uid, row_of
from graph.decision_log.state import LogState
from graph.errors import ParameterError, UnknownAuthorError, UnknownNameError
from graph.load.named_slots import papers_called, slots_on
from graph.plain_text import shell_word
from graph.queries.bound import Run
from graph.queries.rows import rows_as

Seen = Iterable[Evidence | Mapping[str, object]]


class LoadedAuthor(msgspec.Struct, frozen=True, gc=False):
    """An author record that the graph holds, and the person it is part of."""

    uid: str
    name: str
    person: str


class PersonRecord(msgspec.Struct, frozen=True, gc=False):
    """An author record of a person."""

    person: str
    uid: str
    orcid: str | None


class HeldSlot(msgspec.Struct, frozen=True, gc=False):
    """An authorship of a record: its paper and place, and the group of the record's papers that it is in (0 for the main one)."""

    paper: str
    position: int | None
    part: int


@dataclass(frozen=True)
class Grounds:
    """Who decides, why, and what they saw."""

    by: str
    reason: str = ""
    evidence: Seen = ()
    probability: float | None = None


def drafted(
    action: Action,
    grounds: Grounds,
    records: Sequence[str],
    names: Sequence[str],
    slots: Sequence[SlotName] = (),
    undoes: str | None = None,
) -> Decision:
    """A decision that is not yet in the log."""
    evidence = tuple(piece if isinstance(piece, str) else dict(piece) for piece in grounds.evidence)
    probability = None if grounds.probability is None else float(grounds.probability)
    made = Decision(
        uid=new_uid(), action=action, by=grounds.by.strip(), at=now(), records=tuple(records), names=tuple(names),
        slots=tuple(slots), undoes=undoes, reason=grounds.reason.strip(), probability=probability, evidence=evidence,
    )  # fmt: skip
    _check_kept(made)
    return made


def _check_kept(decision: Decision) -> None:
    """Refuse what a graph cannot keep: evidence that is not JSON, and text that is none (bytes of another encoding)."""
    try:
        row = row_of(decision)
    except (TypeError, UnicodeEncodeError) as error:
        raise ParameterError(
            f"evidence is words, or pieces of {{feature, value, weight, shared}}; this cannot be kept: {error}"
        ) from None
    for what in ("by", "reason"):
        try:
            str(row[what]).encode()
        except UnicodeEncodeError:
            raise ParameterError(f"{what} {row[what]!r} is not text; write it in UTF-8") from None


def names_of(run: Run, records: Sequence[str]) -> list[str]:
    """The names of these author records. Raises UnknownAuthorError for one that is not in the graph."""
    names = {author.uid: author.name for author in rows_as(LoadedAuthor, run, "authors_that_exist", uids=list(records))}
    for uid in records:
        if uid not in names:
            raise UnknownAuthorError(f"There is no author record {uid!r} in the graph any more")
    return [names[uid] for uid in records]


def groups_of(run: Run, records: Sequence[str]) -> list[Mapping[str, str | None]]:
    """The records of each person whom these records belong to, decided and merged ones, each with its ORCID."""
    persons = sorted({author.person for author in rows_as(LoadedAuthor, run, "authors_that_exist", uids=list(records))})
    groups: dict[str, dict[str, str | None]] = {person: {} for person in persons}
    for record in rows_as(PersonRecord, run, "people_records", persons=persons):
        groups[record.person][record.uid] = record.orcid
    return list(groups.values())


def papers_of(run: Run, named: Sequence[str]) -> list[str]:
    """The uids of papers that are named by uid or identifier. Raises UnknownNameError for one that is not there."""
    papers: set[str] = set()
    for name in named:
        uids = papers_called(run, name)
        if len(uids) != 1:
            hint = f"several have it: {', '.join(uids)}" if uids else "`scholargraph papers AUTHOR -f csv` lists an author's"
            raise UnknownNameError(f"There is no one paper {name!r}; {hint}")
        papers.update(uids)
    return sorted(papers)


def own_slots(run: Run, record: str, papers: Sequence[str], target: str | None = None) -> tuple[str, list[SlotName]]:
    """The slots that a person has on these papers, and the one record of the person that holds them. They are all slots where the
    name stands on a paper twice: two people, until somebody says otherwise.

    Raises ParameterError where one of the papers is not this person's, where several records share them, or where `target` has
    written one of them too.
    """
    if not papers:
        raise ParameterError(f"{record} has no papers to decide about")
    records = next((list(group) for group in groups_of(run, [record]) if record in group), [record])
    owners: dict[str, SlotName] = {}
    slots_of: dict[str, list[SlotName]] = {}
    for paper, slots in slots_on(run, papers).items():
        owners = dict(slots)
        if target in owners:
            raise ParameterError(f"{target} stands on {paper} already; one person has one place in an author list")
        owner = record if record in owners else next((uid for uid in records if uid in owners), None)
        if owner is None:
            raise ParameterError(
                f"{record} is not an author of {paper}; its papers are listed by `scholargraph papers {shell_word(record)}`"
            )
        slots_of.setdefault(owner, []).extend(slot for uid, slot in slots if uid == owner)
    if len(slots_of) > 1:
        listed = "; ".join(f"{uid}: {', '.join(slot.paper for slot in slots)}" for uid, slots in slots_of.items())
        raise ParameterError(f"decide about one record at a time; these papers are of {len(slots_of)} records: {listed}")
    return next(iter(slots_of.items()))


def others_slots(slots: Sequence[SlotName], held: Sequence[HeldSlot]) -> list[SlotName]:
    """Of some slots of a record those that are to go to somebody else: of two on one paper the one that is grouped apart from the
    record's main group, else the last. `held` are all slots of the record, as `slots_of_author` has them."""
    apart = {(slot.paper, slot.position) for slot in held if slot.part}
    chosen: dict[str, SlotName] = {}
    for slot in slots:
        known = chosen.get(slot.paper)
        if known is None or (known.paper, known.position) not in apart:
            chosen[slot.paper] = slot
    return list(chosen.values())


def found_decision(log_state: LogState, named: Decision | int | str) -> Decision:
    """The decision of that number or uid. Raises UnknownNameError."""
    if isinstance(named, Decision):
        named = named.uid
    text = str(named).strip()
    if text in log_state:
        return log_state[text]
    number = re.fullmatch(r"#?(\d+)", text)
    for decision in log_state if number else ():
        if number and decision.number == int(number[1]):
            return decision
    raise UnknownNameError(f"There is no decision {text!r}; `scholargraph decisions list` shows them all")
