"""What the graph says of an author record: name, forms, ids, worked out from its slots and from the pages about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import msgspec

from graph.decision_log.decision import NEW_RECORD
from graph.load.doubtful_names import doubt_about
from graph.load.rows import institution_uid
from graph.load.slots import person_id_rank
from graph.names.capitals import in_small_letters
from graph.names.forms import more_specific, name_key
from graph.names.frequency import family_key, given_key
from graph.names.parsing import parse
from loaders.records import Identifier, Person

Row = dict[str, object]

_person = msgspec.json.Decoder(Person).decode


@dataclass
class _Facts:
    names: set[str] = field(default_factory=set)
    ids: set[Identifier] = field(default_factory=set)
    replaces: set[str] = field(default_factory=set)
    institutions: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """person where anything says so, else organisation, else undivided."""
        return next((kind for kind in ("person", "organisation", "undivided") if kind in self.kinds), "organisation")


def author_row(facts: Mapping[str, object]) -> Row:
    """The row that `set_author_facts` takes, from one that `author_facts` returns."""
    uid = cast(str, facts["uid"])
    known = _collected(cast(Sequence[Sequence[object]], facts["slots"]), cast(Sequence[str], facts["said"]))
    if not uid.startswith(("name:", f"{NEW_RECORD}:")):
        known.ids.add(Identifier.of_curie(uid))
    name = _display_name(uid, known.names)
    shown = in_small_letters(name) if known.kind == "person" else name
    parsed = parse(shown)
    orcids = [identifier.value for identifier in known.ids if identifier.scheme == "orcid"]
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
        "ids": [identifier.curie for identifier in sorted(known.ids, key=person_id_rank)],
        "replaces": sorted(known.replaces) or None,
        "name_forms": sorted(known.names),
    }
    return {"uid": uid, "properties": properties, "institutions": sorted(known.institutions)}


def _collected(slots: Iterable[Sequence[object]], payloads: Iterable[str]) -> _Facts:
    known = _Facts()
    for names, ids, kind, institutions in slots:
        known.names.update(cast(Sequence[str], names))
        known.ids.update(map(Identifier.of_curie, cast(Sequence[str], ids or ())))
        known.institutions.update(cast(Sequence[str], institutions or ()))
        known.kinds.add(cast(str, kind or "person"))
    for text in payloads:
        owner = _person(text.encode())
        known.names.update(name for name in (owner.name, *owner.name_forms) if name)
        known.replaces.update(identifier.curie for identifier in owner.replaces)
        known.ids.update(owner.ids)
        known.institutions.update(institution_uid(affiliation) for affiliation in owner.affiliations)
        known.kinds.add("person")
    return known


def _display_name(uid: str, names: set[str]) -> str:
    """The best printed form; for a record that is known by its name alone, among the spellings of that name."""
    if uid.startswith("name:"):
        key = uid.removeprefix("name:")
        names = {name for name in names if name_key(name) == key} or {key}
    return more_specific(names) if names else uid
