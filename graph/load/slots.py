"""Author lists of several documents aligned into slots: one slot a person on a paper.

The most complete list lays out the slots; every other list adds its forms and ids to them. A name that fits no slot gets one of
its own, so that nothing is lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.identity.names import compare, more_specific, name_key, parse
from graph.load.claims import Claim
from loaders.records import Affiliation, Authorship

PERSON_SCHEMES = ("openalex", "s2", "dblp", "acl", "arxiv", "scopus", "wos", "orcid")
"""Person ids, the one that names a record best first. A source's own id stands before an ORCID, which few of its slots carry."""


@dataclass
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
        """All printed names, sorted, each once."""
        return sorted({form.name for form in self.forms})

    @property
    def name(self) -> str:
        """The most complete printed name."""
        names = self.names
        return names[0] if len(names) == 1 else more_specific(names)

    @property
    def ids(self) -> list[tuple[str, str]]:
        """All person ids as (scheme, value), sorted by scheme's rank; none of a moved slot: they are those of whom it left."""
        if self.moved_to:
            return []
        pairs = {(identifier.scheme, identifier.value) for form in self.forms for identifier in form.ids}
        return sorted(pairs, key=lambda pair: (scheme_rank(pair[0]), pair[1]))

    @property
    def affiliations(self) -> list[Affiliation]:
        """All affiliations, sorted by name, each once."""
        found = {affiliation for form in self.forms for affiliation in form.affiliations}
        return sorted(found, key=lambda affiliation: (affiliation.name, affiliation.ror or ""))

    @property
    def kind(self) -> str:
        """person, unless every document calls it an organisation."""
        return "organisation" if all(form.kind == "organisation" for form in self.forms) else "person"

    @property
    def owner(self) -> str:
        """The uid of the author record that the slot belongs to: the one a person decided on, else the most specific that any
        document gives."""
        return self.moved_to or record_uid(self.ids, self.name)


def scheme_rank(scheme: str) -> int:
    """The place of a scheme among those that name a person."""
    return PERSON_SCHEMES.index(scheme) if scheme in PERSON_SCHEMES else len(PERSON_SCHEMES)


def record_uid(ids: Iterable[tuple[str, str]], name: str) -> str:
    """The uid of an author record: its best id, else its name."""
    best = min(ids, key=lambda pair: (scheme_rank(pair[0]), pair), default=None)
    return f"{best[0]}:{best[1]}" if best else f"name:{name_key(name)}"


def align(claims: Sequence[Claim]) -> list[Slot]:
    """The slots of one work, known positions first. The result depends on the set of claims only."""
    ordered = sorted((claim for claim in claims if claim.authors), key=_list_rank)
    return _aligned(claim.authors for claim in ordered)


def align_editors(claims: Sequence[Claim]) -> list[Slot]:
    """The same for the editors that documents name; the longest list lays out the slots."""
    ordered = sorted(
        (claim for claim in claims if claim.editors), key=lambda claim: (-len(claim.editors), claim.anchor, claim.hash)
    )
    return _aligned(claim.editors for claim in ordered)


def _aligned(lists: Iterable[Sequence[Authorship]]) -> list[Slot]:
    slots: list[Slot] = []
    for people in lists:
        _place(people, slots)
    return sorted(slots, key=lambda slot: (slot.position is None, slot.position or 0, slot.name))


def _list_rank(claim: Claim) -> tuple[object, ...]:
    placed = sum(author.position is not None for author in claim.authors)
    with_ids = sum(bool(author.ids) for author in claim.authors)
    return (not claim.has_list, -placed, -with_ids, claim.anchor, claim.hash)


def _place(authors: Sequence[Authorship], slots: list[Slot]) -> None:
    """Add one document's list to the slots: first who stands where a fitting name stands, then the others by name."""
    taken: set[int] = set()
    moved: list[Authorship] = []
    for author in authors:
        index = _same_place(author, slots, taken) if author.position else None
        if index is None:
            moved.append(author)
        else:
            taken.add(index)
            slots[index].forms.append(author)
    for author in sorted(moved, key=lambda author: (author.position is None, author.position or 0)):
        # A name without a position says "wrote it too", so it may be anybody in the list, those placed just now included.
        index = _best_fit(author, slots, taken if author.position else set())
        position = author.position if all(slot.position != author.position for slot in slots) else None
        if index is None:
            index = len(slots)
            slots.append(Slot(position))
        taken.add(index)
        slots[index].forms.append(author)
        slots[index].position = slots[index].position or position


def _same_place(author: Authorship, slots: Sequence[Slot], taken: set[int]) -> int | None:
    for index, slot in enumerate(slots):
        if slot.position == author.position and index not in taken and _fit(author, slot) is not None:
            return index
    return None


def _best_fit(author: Authorship, slots: Sequence[Slot], taken: set[int]) -> int | None:
    fits = [(_fit(author, slot) or 0.0, -index) for index, slot in enumerate(slots) if index not in taken]
    score, negative = max(fits, default=(0.0, 0))
    return -negative if score > 0 else None


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
        verdict = compare(parse(author.name, author.family, author.given), parse(form.name, form.family, form.given))
        if verdict.contradictory:
            return None
        if verdict.compatible:
            best = max(best, verdict.score)
    return best
