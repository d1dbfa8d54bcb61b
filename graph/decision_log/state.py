"""What the log of decisions says now: who is one person, who is not, which authorships were moved. And what would contradict it.

Pure: it knows decisions only, neither the graph nor its documents. A decision about a record that is not loaded holds all the
same and takes effect when the record comes.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.decision_log.decision import Decision

Links = defaultdict[str, dict[str, list[Decision]]]


@dataclass(frozen=True)
class Conflict:
    """Why a decision cannot be made: in words, and the decisions that stand against it."""

    reason: str
    against: tuple[Decision, ...]


@dataclass(frozen=True)
class DecidedEdge:
    """A SAME_AS or DIFFERENT_FROM between two loaded records, the smaller uid first, and the decision behind it."""

    type: Literal["SAME_AS", "DIFFERENT_FROM"]
    a: str
    b: str
    decision: Decision


class LogState:
    """The log read so far. `add` takes the next decision; it must not be in conflict."""

    def __init__(self, log: Iterable[Decision] = ()) -> None:
        self._log: dict[str, Decision] = {}
        self._undone: dict[str, Decision] = {}
        self._same: Links = defaultdict(dict)
        self._apart: Links = defaultdict(dict)
        self._slots: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in log:
            self.add(decision)

    def __len__(self) -> int:
        return len(self._log)

    def __contains__(self, uid: object) -> bool:
        return uid in self._log

    def __getitem__(self, uid: str) -> Decision:
        return self._log[uid]

    def __iter__(self) -> Iterator[Decision]:
        """The whole log, undone decisions and undoings too."""
        return iter(self._log.values())

    @property
    def active(self) -> list[Decision]:
        """The decisions that hold, in the order they were made."""
        return [found for found in self if found.action != "undo" and found.uid not in self._undone]

    @property
    def records(self) -> set[str]:
        """The uids of all records that any decision was about, undone ones too."""
        return {uid for decision in self for uid in decision.records}

    def add(self, decision: Decision) -> None:
        """Take the next decision."""
        self._log[decision.uid] = decision
        if decision.undoes is not None:
            self._undone[decision.undoes] = decision
            self._unlink(self._log[decision.undoes])
        elif decision.action == "accept":
            for other in decision.records[1:]:
                _link(self._same, decision.records[0], other, decision)
        elif decision.action in ("reject", "reassign"):
            _link(self._apart, decision.records[0], decision.records[1], decision)
        if decision.action in ("reassign", "confirm"):
            self._slots[decision.records[0]].append(decision)

    def group(self, record: str) -> set[str]:
        """The record and all that were decided to be the same person."""
        found, waiting = {record}, [record]
        while waiting:
            for other in self._same.get(waiting.pop(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def apart(self, group: Collection[str]) -> Decision | None:
        """A decision by which two of these records are different people."""
        return next((decisions[0] for a in group for b, decisions in self._apart.get(a, {}).items() if b in group), None)

    def same(self, decision: Decision) -> Decision | None:
        """The decision that holds and says this already."""
        return next((found for found in self.active if _says(found, decision)), None)

    def conflict(self, decision: Decision) -> Conflict | None:
        """What stands against a decision that is to be made."""
        if decision.undoes is not None:
            return self._conflict_of_undo(decision.undoes)
        if decision.action == "accept":
            against = self.apart({member for record in decision.records for member in self.group(record)})
            return Conflict("some of them are decided to be apart", (against,)) if against else None
        if decision.action in ("reject", "reassign"):
            path = self._path(*decision.records)
            if path:
                return Conflict("they are decided to be one person", path)
        return self._conflict_of_slots(decision)

    def _conflict_of_undo(self, uid: str) -> Conflict | None:
        if uid in self._undone:
            return Conflict("it is undone already", (self._undone[uid],))
        undone = self._log[uid]
        if undone.action == "undo":
            return Conflict("it undid something itself; decide anew instead", (undone,))
        if undone.action != "reassign":
            return None
        later = tuple(
            found
            for found in self._slots[undone.records[1]]
            if found.action == "reassign" and any(a.meets(b) for a in found.slots for b in undone.slots)
        )
        return Conflict("its papers were moved on since; undo that first", later) if later else None

    def _conflict_of_slots(self, decision: Decision) -> Conflict | None:
        if not decision.slots:
            return None
        for found in self._slots[decision.records[0]]:
            if found.action == decision.action == "confirm":
                continue
            shared = next((a for a in decision.slots for b in found.slots if a.meets(b)), None)
            if shared:
                return Conflict(f"about {shared.caption or shared.paper!r} it is decided: {found.what}", (found,))
        return None

    def _path(self, start: str, end: str) -> tuple[Decision, ...]:
        """The decisions that make two records one person, if they do."""
        came: dict[str, tuple[str, Decision] | None] = {start: None}
        waiting = deque([start])
        while waiting and end not in came:
            here = waiting.popleft()
            for other, decisions in self._same.get(here, {}).items():
                if other not in came:
                    came[other] = (here, decisions[0])
                    waiting.append(other)
        path: dict[str, Decision] = {}
        step = came.get(end)
        while step:
            path[step[1].uid] = step[1]
            step = came[step[0]]
        return tuple(path.values())

    def _unlink(self, decision: Decision) -> None:
        for links in (self._same, self._apart):
            for a in decision.records:
                for b in [b for b, decisions in links.get(a, {}).items() if decision in decisions]:
                    links[a][b] = [found for found in links[a][b] if found.uid != decision.uid]
                    if not links[a][b]:
                        del links[a][b]
        for record in decision.records:
            self._slots[record] = [found for found in self._slots[record] if found.uid != decision.uid]


def decided_edges(log_state: LogState, loaded: Collection[str]) -> list[DecidedEdge]:
    """What is to stand in the graph between the records that are loaded.

    Where a record of a person is not loaded, another of the same person stands for it: what was decided through it still holds.
    """
    place: dict[str, str | None] = {}
    for record in log_state.records:
        if record not in place:
            group = log_state.group(record)
            present = min((member for member in group if member in loaded), default=None)
            place.update({member: member if member in loaded else present for member in group})
    edges: dict[tuple[str, str, str], DecidedEdge] = {}
    for decision in log_state.active:
        kind: Literal["SAME_AS", "DIFFERENT_FROM"] = "SAME_AS" if decision.action == "accept" else "DIFFERENT_FROM"
        for other in decision.records[1:]:
            a, b = place[decision.records[0]], place[other]
            if a is not None and b is not None and a != b:
                edge = DecidedEdge(kind, min(a, b), max(a, b), decision)
                edges.setdefault((kind, edge.a, edge.b), edge)
    return [edges[key] for key in sorted(edges)]


def _link(links: Links, a: str, b: str, decision: Decision) -> None:
    links[a].setdefault(b, []).append(decision)
    links[b].setdefault(a, []).append(decision)


def _says(found: Decision, decision: Decision) -> bool:
    if found.action != decision.action:
        return False
    if found.action in ("accept", "reject"):
        return set(found.records) == set(decision.records)
    return found.records == decision.records and all(any(a.meets(b) for b in found.slots) for a in decision.slots)
