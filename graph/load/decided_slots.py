"""Decisions about authorships, applied to the slots of a paper: a moved slot stays moved whatever documents come and go."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.decision_log.decision import Decision, SlotName
from graph.load.claims import work_id_rank
from graph.load.slots import Slot
from graph.load.works import Work
from graph.names.comparison import compare
from graph.names.forms import name_key


class DecidedSlots:
    """The reassignments and confirmations that hold, found by the papers that they name."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._named: list[tuple[Decision, SlotName]] = []
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        for decision in decisions:
            for slot in decision.slots:
                for name in {slot.paper, *slot.ids, *slot.keys}:
                    self._by_name[name].append(len(self._named))
                self._named.append((decision, slot))

    def apply(self, work: Work, slots: Sequence[Slot]) -> None:
        """Mark the slots of a work that decisions name, in the order of the log."""
        if not self._named:
            return  # as it is nearly always: the names of a work are not worked out for nothing
        ids, keys, year = names_of(work)
        places = {place for name in (work.uid, *ids, *keys) for place in self._by_name.get(name, ())}
        for place in sorted(places):
            decision, named = self._named[place]
            if named.is_on(work.uid, ids, keys, year):
                _apply(decision, named, slots)


NOTHING_DECIDED = DecidedSlots()


def names_of(work: Work) -> tuple[tuple[str, ...], tuple[str, ...], int | None]:
    """What a work goes by in decisions: its own identifiers, its title keys and hashes of what documents say, its first year."""
    curies = tuple(known.curie for known in sorted(work.own_ids, key=work_id_rank))
    keys = {key for claim in work.claims for key in (claim.join_key, claim.anchor) if key}.difference(curies, work.borrowed)
    years = [claim.record.year for claim in work.claims if claim.record.year]
    return curies, tuple(sorted(keys)), min(years, default=None)


def name_slot(work: Work, slot: Slot) -> SlotName:
    """The name by which a decision remembers a slot."""
    ids, keys, year = names_of(work)
    title = next((claim.record.title for claim in work.claims if claim.record.title), None)
    return SlotName(
        paper=work.uid, caption=title or "", ids=ids, keys=keys, year=year, names=tuple(slot.names), position=slot.position
    )


def _apply(decision: Decision, named: SlotName, slots: Sequence[Slot]) -> None:
    record = decision.records[0]
    own = [slot for slot in slots if slot.owner == record]
    if decision.action == "confirm":
        slot = _nearest(named, own)
        if slot:
            slot.kept = True
        return
    # Another document may have given the slot an id since, and so another record: it is the same slot all the same.
    slot = _nearest(named, own) or _nearest(named, [slot for slot in slots if _may_be(named, slot)])
    if slot:
        slot.moved_from = slot.moved_from or slot.owner
        slot.moved_to = decision.records[1]
        slot.decision = decision.uid


def _nearest(named: SlotName, slots: Sequence[Slot]) -> Slot | None:
    keys = {name_key(name) for name in named.names}

    def distance(slot: Slot) -> tuple[bool, bool, int]:
        known = any(name_key(name) in keys for name in slot.names)
        return (slot.position != named.position, not known, slot.position or 0)

    return min(slots, key=distance, default=None)


def _may_be(named: SlotName, slot: Slot) -> bool:
    if {name_key(name) for name in named.names} & {name_key(name) for name in slot.names}:
        return True
    same_place = named.position is not None and slot.position == named.position
    return same_place and any(compare(a, b).compatible for a in named.names for b in slot.names)
