"""What the graph says of an author record: name, forms, ids, worked out from its slots and from the records about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

import msgspec

from graph.decision_log.decision import NEW_RECORD
from graph.load.doubtful_names import doubt_about
from graph.load.node_rows import Row
from graph.load.stays import Stay, stays_of_person, together
from graph.load.uids import person_id_rank
from graph.names.capitals import in_small_letters
from graph.names.forms import more_specific, name_key
from graph.names.frequency import family_key, given_key
from graph.names.parsing import parse
from loaders.records import Identifier, Person

_person = msgspec.json.Decoder(Person).decode


@dataclass
class Facts:
    """What is said of an author record, gathered in any order."""

    names: set[str] = field(default_factory=set)
    ids: set[Identifier] = field(default_factory=set)
    replaces: set[str] = field(default_factory=set)
    stays: dict[str, Stay] = field(default_factory=dict)
    """By the uids of institutions."""
    kinds: set[str] = field(default_factory=set)

    def add_slot(self, names: Iterable[str], ids: Iterable[str], kind: str | None) -> None:
        """Add what documents print in a place of an author list."""
        self.names.update(names)
        self.ids.update(map(Identifier.of_curie, ids))
        self.kinds.add(kind or "person")

    def add_person(self, payload: str) -> None:
        """Add what a record about the person says."""
        person = _person(payload.encode())
        self.names.update(name for name in (person.name, *person.name_forms) if name)
        self.replaces.update(replaced.curie for replaced in person.replaces)
        self.ids.update(person.ids)
        self.stays = together(self.stays, stays_of_person(person))
        self.kinds.add("person")

    def __or__(self, other: Self) -> Self:
        return type(self)(
            self.names | other.names,
            self.ids | other.ids,
            self.replaces | other.replaces,
            together(self.stays, other.stays),
            self.kinds | other.kinds,
        )

    @property
    def kind(self) -> str:
        """person where anything says so, else organisation, else undivided."""
        return next((kind for kind in ("person", "organisation", "undivided") if kind in self.kinds), "organisation")


def author_row(uid: str, known: Facts) -> Row:
    """The row that `set_author_facts` takes."""
    ids = known.ids if uid.startswith(("name:", f"{NEW_RECORD}:")) else known.ids | {Identifier.of_curie(uid)}
    name = _display_name(uid, known.names)
    shown = in_small_letters(name) if known.kind == "person" else name
    parsed = parse(shown)
    orcids = [known_id.value for known_id in ids if known_id.scheme == "orcid"]
    properties: Row = {
        "name": shown,
        "name_key": name_key(name),
        "family": " ".join(parsed.family) or None,
        "given": " ".join(parsed.given) or None,
        "family_key": family_key(name),
        "given_key": given_key(name),
        "number": parsed.number,
        "kind": known.kind,
        "doubtful_name": doubt_about(name, known.kind),
        "orcid": orcids[0] if len(orcids) == 1 else None,
        "ids": [known_id.curie for known_id in sorted(ids, key=person_id_rank)],
        "replaces": sorted(known.replaces) or None,
        "name_forms": sorted(known.names),
    }
    return {"uid": uid, "properties": properties, "institutions": [known.stays[uid].row(uid) for uid in sorted(known.stays)]}


def _display_name(uid: str, names: set[str]) -> str:
    """The best printed form; for a record that is known by its name alone, among the spellings of that name."""
    if uid.startswith("name:"):
        key = uid.removeprefix("name:")
        names = {name for name in names if name_key(name) == key} or {key}
    return more_specific(names) if names else uid
