"""Author lists of several documents aligned into slots: one slot a person on a paper.

The most complete list lays out the slots; every other list adds its forms and ids to them. A name that fits no slot gets one of
its own, so that nothing is lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.load.claims import Claim
from graph.load.long_lists import LONG, Places, parsed
from graph.load.uids import person_id_rank, record_uid
from graph.names.comparison import compare
from graph.names.forms import more_specific, name_key
from graph.organisations.named import united
from loaders.records import Affiliation, Authorship, Identifier

_UNDIVIDED = "undivided"


@dataclass(slots=True)
class Slot:
    """One place in a paper's author list, with all that the documents print there.

    A decision may have moved it from the record that the documents give it to another one, or say that it is rightly there.
    """

    position: int | None
    forms: list[Authorship] = field(default_factory=list)
    moved_from: str | None = None
    moved_to: str | None = None
    decision: str | None = None
    kept: bool = False

    @property
    def names(self) -> list[str]:
        """All printed names, sorted, distinct."""
        return sorted({form.name for form in self.forms})

    @property
    def other_names(self) -> list[str]:
        """Names that sources give whoever stands here beside the printed ones; none of a moved slot: they are of whom it left."""
        return [] if self.moved_to else sorted({name for form in self.forms for name in form.other_names})

    @property
    def name(self) -> str:
        """The most complete printed name."""
        names = self.names
        return names[0] if len(names) == 1 else more_specific(names)

    @property
    def ids(self) -> list[Identifier]:
        """All person ids, sorted by scheme's rank; none of a moved slot: they are those of whom it left."""
        return [] if self.moved_to else sorted({known for form in self.forms for known in form.ids}, key=person_id_rank)

    @property
    def affiliations(self) -> list[Affiliation]:
        """All affiliations, sorted by name, distinct, with all that any document gives beside them: ids, country, city."""
        found: dict[tuple[str, str], dict[Affiliation, None]] = {}
        for affiliation in (each for form in self.forms for each in form.affiliations):
            found.setdefault((affiliation.name, affiliation.ror or ""), {})[affiliation] = None
        return [united(list(found[key])) for key in sorted(found)]

    @property
    def kind(self) -> str:
        """person where any document says so, else organisation where any does, else undivided: what could not be told apart."""
        kinds = {form.kind for form in self.forms}
        return next(kind for kind in ("person", "organisation", "undivided") if kind in kinds)

    @property
    def owner(self) -> str:
        """The uid of the author record that the slot belongs to: the one a person decided on, else the most specific that any
        document gives."""
        return self.moved_to or record_uid(self.ids, self.name)


def align(claims: Sequence[Claim]) -> list[Slot]:
    """The slots of one work, known positions first. The result depends on the set of claims only."""
    ordered = sorted((claim for claim in claims if claim.authors), key=_list_rank)
    told = any(claim.has_list for claim in ordered)
    return _aligned([claim.authors for claim in ordered], told=told)


def align_editors(claims: Sequence[Claim]) -> list[Slot]:
    """The same for the editors that documents name; the longest list lays out the slots."""
    ordered = sorted(
        (claim for claim in claims if claim.editors), key=lambda claim: (-len(claim.editors), claim.anchor, claim.hash)
    )
    lists = [claim.editors for claim in ordered]
    return _aligned(lists, told=any(all(editor.kind != _UNDIVIDED for editor in editors) for editors in lists))


def _aligned(lists: Sequence[Sequence[Authorship]], *, told: bool) -> list[Slot]:
    """`told` says that a document names everybody; then what others print and nobody could tell apart says nothing more."""
    layout = _Layout(is_long=any(len(people) > LONG for people in lists))
    for people in lists:
        _place([author for author in people if author.kind != _UNDIVIDED], layout)
    slots = layout.slots
    if not told:
        _keep_undivided([author for people in lists for author in people if author.kind == _UNDIVIDED], slots)
    return sorted(slots, key=lambda slot: (slot.position is None, slot.position or 0, slot.name))


class _Layout:
    """Slots as they come about, found by their position (no two have the same) and by the names that may fit them."""

    def __init__(self, *, is_long: bool) -> None:
        self.slots: list[Slot] = []
        self._at: dict[int, int] = {}
        self._is_long = is_long
        self._places: Places | None = None

    def at(self, position: int | None) -> int | None:
        """The slot of that position."""
        return None if position is None else self._at.get(position)

    def worth_comparing(self, author: Authorship) -> Iterable[int]:
        """The slots that a name may fit."""
        if not self._is_long:
            return range(len(self.slots))
        if self._places is None:
            self._places = Places()
            for index, slot in enumerate(self.slots):
                for form in slot.forms:
                    self._places.add(index, form)
        return self._places.meeting(author)

    def fill(self, index: int | None, author: Authorship) -> int:
        """Add a name to a slot, or to a new one; its number. A position that no slot has becomes the slot's."""
        if index is None:
            index = len(self.slots)
            self.slots.append(Slot(None))
        slot = self.slots[index]
        slot.forms.append(author)
        if author.position and not slot.position and author.position not in self._at:
            slot.position = author.position
            self._at[author.position] = index
        if self._places is not None:
            self._places.add(index, author)
        return index


def _keep_undivided(printed: Sequence[Authorship], slots: list[Slot]) -> None:
    """A slot for each text that could not be told apart, whoever prints it."""
    kept: dict[str, Slot] = {}
    for author in printed:
        taken = any(slot.position == author.position for slot in slots)
        slot = kept.setdefault(name_key(author.name), Slot(None if taken else author.position))
        if not slot.forms:
            slots.append(slot)
        slot.forms.append(author)


def _list_rank(claim: Claim) -> tuple[object, ...]:
    placed = sum(author.position is not None for author in claim.authors)
    with_ids = sum(bool(author.ids) for author in claim.authors)
    return (not claim.has_list, -placed, -with_ids, claim.anchor, claim.hash)


def _place(authors: Sequence[Authorship], layout: _Layout) -> None:
    """Add one document's list to the slots: first who stands where a fitting name stands, then the others by name; last who fits
    none, but has the place and the family name of one: the given name is another of theirs, as of "Helena M." called Lenny."""
    taken: set[int] = set()
    moved: list[Authorship] = []
    for author in authors:
        index = layout.at(author.position)
        if index is None or index in taken or _fit(author, layout.slots[index]) is None:
            moved.append(author)
        else:
            taken.add(layout.fill(index, author))
    left: list[tuple[int, Authorship]] = []
    for author in sorted(moved, key=lambda author: (author.position is None, author.position or 0)):
        # A name without a position says "wrote it too", so it may be anybody in the list, those placed just now included.
        index = _best_fit(author, layout, taken if author.position else set())
        there = layout.at(author.position)
        if index is None and there is not None and there not in taken and _has_family(layout.slots[there], author):
            left.append((there, author))
        else:
            taken.add(layout.fill(index, author))
    for there, author in left:
        taken.add(layout.fill(None if there in taken else there, author))


def _best_fit(author: Authorship, layout: _Layout, taken: set[int]) -> int | None:
    if len(taken) == len(layout.slots):
        return None
    free = (index for index in layout.worth_comparing(author) if index not in taken)
    score, negative = max(((_fit(author, layout.slots[index]) or 0.0, -index) for index in free), default=(0.0, 0))
    return -negative if score > 0 else None


def _has_family(slot: Slot, author: Authorship) -> bool:
    """Whether a person of that family name stands there, with no other person id of one scheme."""
    family = name_key(" ".join(parsed(author).family))
    schemes = {known.scheme for known in author.ids}
    return (
        bool(family)
        and any(name_key(" ".join(parsed(form).family)) == family for form in slot.forms)
        and not any(known.scheme in schemes for form in slot.forms for known in form.ids)
    )


def _fit(author: Authorship, slot: Slot) -> float | None:
    """How well a name fits a slot: 2 by a shared id, else the likeness of the names, 0 where they say nothing about each
    other, None where they contradict."""
    best = 0.0
    for form in slot.forms:
        if set(author.ids) & set(form.ids):
            return 2.0
        if name_key(author.name) == name_key(form.name):
            best = max(best, 1.0)
            continue
        verdict = compare(parsed(author), parsed(form))
        if verdict.contradictory:
            return None
        if verdict.compatible:
            best = max(best, verdict.score)
    return best
