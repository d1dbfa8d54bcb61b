"""A decision: what a person said of author records, once and for all. Later ones may undo it; nothing changes or deletes it.

    accept   two or more records are one person
    reject   two records are two people
    reassign some authorships of a record are another's: of a new record, or of one that is there
    confirm  these authorships of a record, which looked like several people's, are one person's
    undo     an earlier decision no longer holds

The log of all decisions and the loaded documents together make the graph what it is; `state` works out what the log says now.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast, get_args

import msgspec

from graph.names.forms import name_key
from loaders.counted import counted
from loaders.records import Identifier
from loaders.schemes import EXCLUSIVE_SCHEMES

Action = Literal["accept", "reject", "reassign", "confirm", "undo"]
ACTIONS: tuple[Action, ...] = get_args(Action)

EARLIER_WORDS: Mapping[object, Action] = {"split": "reassign", "keep": "confirm"}
"""What two actions were called in logs that were written earlier. They are read as what they are called now."""

Evidence = str | dict[str, object]
"""A piece of evidence that the person saw: words, or {feature, value, weight, shared} as candidates have it. Earlier logs hold
{what, weight, uids}, with the words in `what`; they stay as they are."""

RULE = "rule"
"""The `by` of what no person decided."""

NEW_RECORD = "split"
"""The scheme in the uids of records that a reassignment made; graphs and logs hold it, so it stays."""

YEARS_APART_SAME_AUTHORS = 6
"""How many years may lie between two descriptions of one work whose authors agree."""

_encode = msgspec.json.Encoder().encode


class SlotName(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """An authorship, named so that it is found again whatever the paper's uid becomes and whatever else is loaded.

    `paper` is the paper's uid and `caption` its title when the decision was made; `ids` its identifiers ("doi:10.1/x"), `keys`
    its title keys; `names` are the printed names in the slot.
    """

    paper: str
    caption: str = ""
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    year: int | None = None
    names: tuple[str, ...] = ()
    position: int | None = None

    def is_on(self, paper: str, ids: Iterable[str], keys: Iterable[str], year: int | None) -> bool:
        """Whether the paper that goes by these names is the one that is meant."""
        theirs = set(ids)
        if paper == self.paper or theirs & set(self.ids):
            return True
        if not set(self.keys) & set(keys) or _exclude_each_other(self.ids, theirs):
            return False
        return not (year and self.year) or abs(year - self.year) <= YEARS_APART_SAME_AUTHORS

    def meets(self, other: "SlotName") -> bool:
        """Whether two names may be of one slot, both of them a slot of the same record."""
        if not self.is_on(other.paper, other.ids, other.keys, other.year):
            return False
        return self.position is None or other.position is None or self.position == other.position


class Decision(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One line of the log. `number` is its place in the log, from 1.

    `records` are the uids that it is about: of a `reassign` the record that loses the slots and the one that gets them. `names`
    are what these records were called, for people who read the log. `probability` and `evidence` are what the person saw.
    """

    uid: str
    action: Action
    by: str
    at: str
    number: int = 0
    records: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    slots: tuple[SlotName, ...] = ()
    undoes: str | None = None
    reason: str = ""
    probability: float | None = None
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        """The decision in one line of words."""
        why = f" ({self.reason})" if self.reason else ""
        return f"decision {self.number or self.uid}: {self.by} {self.at[:10]}, {self.what}{why}"

    @property
    def what(self) -> str:
        """What was decided, in words."""
        if self.action == "accept":
            return f"{' and '.join(self.records)} are one person"
        if self.action == "reject":
            return f"{' and '.join(self.records)} are different people"
        if self.action == "reassign":
            return f"{self._papers} of {self.records[0]} went to {self.records[1]}"
        if self.action == "confirm":
            return f"{self._papers} of {self.records[0]} are one person's"
        return f"undid {self.evidence[0] if self.evidence else self.undoes}"

    @property
    def _papers(self) -> str:
        papers = counted(len({slot.paper for slot in self.slots}), "paper")
        is_once_each = len({slot.paper for slot in self.slots}) == len(self.slots)
        return papers if is_once_each else f"{counted(len(self.slots), 'authorship')} on {papers}"


_line = msgspec.json.Decoder(dict[str, object]).decode
_slot = msgspec.json.Decoder(SlotName).decode
_piece = msgspec.json.Decoder(Evidence).decode


def new_uid() -> str:
    """A uid for a decision, used by no other graph either."""
    return f"decision:{secrets.token_hex(8)}"


def new_record(name: str) -> str:
    """A uid for a record that a reassignment makes."""
    return f"{NEW_RECORD}:{name_key(name)} {secrets.token_hex(4)}"


def row_of(decision: Decision) -> dict[str, object]:
    """The decision as the properties of its node: slots and pieces of evidence as JSON."""
    row: dict[str, object] = msgspec.structs.asdict(decision)
    row["records"], row["names"] = list(decision.records), list(decision.names)
    row["papers"] = list({slot.paper: slot.caption or slot.paper for slot in decision.slots}.values())
    row["slots"] = [_encode(slot).decode() for slot in decision.slots]
    row["evidence"] = [_encode(piece).decode() for piece in decision.evidence]
    return row


def decision_of_line(line: bytes) -> Decision:
    """A decision from a line of an exported log. Raises msgspec.DecodeError."""
    return msgspec.convert(_in_todays_words(_line(line)), Decision)


def log_of(rows: Iterable[Mapping[str, object]]) -> list[Decision]:
    """Decisions from rows of the graph, in the order of the rows."""
    return [_decision_of(_in_todays_words(row)) for row in rows]


def _in_todays_words(row: Mapping[str, object]) -> Mapping[str, object]:
    action = row.get("action")
    return {**row, "action": EARLIER_WORDS[action]} if isinstance(action, str) and action in EARLIER_WORDS else row


def _decision_of(row: Mapping[str, object]) -> Decision:
    slots = tuple(_slot(text.encode()) for text in cast(Sequence[str], row.get("slots") or ()))
    evidence = tuple(_piece(text.encode()) for text in cast(Sequence[str], row.get("evidence") or ()))
    plain = {key: row[key] for key in Decision.__struct_fields__ if row.get(key) is not None}
    lists = {key: tuple(cast(Sequence[str], row.get(key) or ())) for key in ("records", "names")}
    return Decision(**{**plain, **lists, "slots": slots, "evidence": evidence})  # type: ignore[arg-type]


def flaw(decision: Decision) -> str | None:
    """What is wrong with the form of a decision, in words, or None."""
    records = decision.records
    wanted = {"reject": 2, "reassign": 2, "confirm": 1, "undo": 0}.get(decision.action)
    if not decision.uid or not decision.at:
        return "it lacks a uid or a time"
    if not decision.by.strip() or decision.by == RULE:
        return f"by={decision.by!r} names nobody; say who decides"
    if wanted is None and len(records) < 2:
        return "accept takes two records or more"
    if wanted is not None and len(records) != wanted:
        return f"{decision.action} takes {counted(wanted, 'record')}, not {len(records)}"
    if len(set(records)) < len(records):
        return f"{_repeated(records)} is named twice; a record is one person with itself"
    if (decision.action in ("reassign", "confirm")) != bool(decision.slots):
        return f"{decision.action} takes papers" if not decision.slots else f"{decision.action} takes no papers"
    if (decision.action == "undo") != bool(decision.undoes):
        return "undo takes the uid of a decision, and nothing else does"
    return None


def _repeated(records: Sequence[str]) -> str:
    return next(uid for uid in records if records.count(uid) > 1)


def _exclude_each_other(ids: Iterable[str], others: Iterable[str]) -> bool:
    """Whether both have an identifier of a scheme that gives a work one, and share none."""
    mine, theirs = set(map(Identifier.of_curie, ids)), set(map(Identifier.of_curie, others))
    for scheme in EXCLUSIVE_SCHEMES:
        here, there = ({known for known in side if known.scheme == scheme} for side in (mine, theirs))
        if here and there and not here & there:
            return True
    return False
