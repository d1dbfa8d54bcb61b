"""Authors in INSPIRE: of works, and records of their own."""

import re

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import in_natural_order
from loaders.parsing.json_values import JsonObject, mapping, number, objects, text, texts, within
from loaders.records import Affiliation, Identifier, Person, Rejection

_RECORD = re.compile(r"/authors/(?P<id>\d+)")
_NO_AUTHORS = {"supervisor"}


def people(work: JsonObject) -> People:
    """The authors and editors, then collaborations and corporate authors. A page of the API may give only some authors."""
    given = list(objects(work.get("authors")))
    listed = [one for one in given if not _NO_AUTHORS & set(texts(one.get("inspire_roles")))]
    groups = [text(one.get("value")) for one in objects(work.get("collaborations"))]
    bodies = [*texts(work.get("corporate_author")), *(f"{name} Collaboration" for name in groups if name)]
    entries = [_entry(one) for one in listed] + [AuthorEntry(name=name, is_organisation=True) for name in bodies]
    found, complete = people_of(entries)
    total = number(work.get("author_count"))
    return found, complete and (total is None or total <= len(given))


def _entry(one: JsonObject) -> AuthorEntry:
    return AuthorEntry(
        name=text(one.get("full_name")) or "",
        ids=_ids(one, text(within(one, "record", "$ref")), text(one.get("bai"))),
        affiliations=_places(one),
        role="editor" if "editor" in texts(one.get("inspire_roles")) else "author",
    )


def _places(one: JsonObject) -> tuple[Affiliation, ...]:
    """The affiliations as printed, with ids where each has one; else by INSPIRE's names, whose the ids are, where these say all
    that is printed: one address may speak of several institutions ("NIC - DESY, Zeuthen")."""
    places, given = list(objects(one.get("affiliations"))), list(objects(one.get("affiliations_identifiers")))
    columns: list[list[tuple[str, object]]] = [[("inspire", within(place, "record", "$ref")) for place in places]]
    for scheme in ("ROR", "GRID"):
        columns.append([(scheme, item.get("value")) for item in given if item.get("schema") == scheme])
    printed = [name for place in objects(one.get("raw_affiliations")) if (name := text(place.get("value")))]
    known = [name for place in places if (name := text(place.get("value")))]
    if len(printed) == len(places):
        return _with_ids(printed, columns)
    beside = () if len(known) > len(printed) else _with_ids(printed, [])
    return tuple(dict.fromkeys((*beside, *_with_ids(known, columns))))


def _with_ids(names: list[str], columns: list[list[tuple[str, object]]]) -> tuple[Affiliation, ...]:
    """The affiliations of these names with the ids of each scheme that has one for each."""
    whole = [column for column in columns if len(column) == len(names)]
    found = (affiliation_with(name, *(column[at] for column in whole)) for at, name in enumerate(names))
    return tuple(dict.fromkeys(found))


def _ids(one: JsonObject, address: str | None, bai: str | None) -> tuple[Identifier, ...]:
    """The number of the author's record, the name by which INSPIRE knows the author ("A.Ruiz.1"), and the ORCID."""
    given = {(text(item.get("schema")) or "").upper(): text(item.get("value")) for item in objects(one.get("ids"))}
    linked = _RECORD.search(address or "")
    known = orcid(given.get("ORCID"))
    found = (
        ("inspire", linked["id"] if linked else None),
        ("inspire_bai", bai or given.get("INSPIRE BAI")),
        ("orcid", known),
    )
    return tuple(Identifier(scheme, value) for scheme, value in found if value)


def author(record: JsonObject, where: str, key: str | None) -> Person | Rejection:
    """The person of an author's record."""
    name = mapping(record.get("name"))
    printed = text(name.get("preferred_name")) or text(name.get("value"))
    if printed is None:
        return Rejection(where, "the author has no name; leave it out")
    others = [*texts(name.get("name_variants")), *texts(name.get("native_names"))]
    if (divided := text(name.get("value"))) is not None:
        others.insert(0, divided)
    preferred = in_natural_order(printed).name
    forms = dict.fromkeys(in_natural_order(other).name for other in others)
    places = (
        affiliation_with(place, ("inspire", within(one, "record", "$ref")))
        for one in objects(record.get("positions"))
        if one.get("hidden") is not True and (place := text(one.get("institution")))
    )
    return Person(
        name=preferred,
        where=where,
        ids=_ids(record, f"/authors/{key}" if key else None, None),
        name_forms=tuple(form for form in forms if form != preferred),
        affiliations=tuple(dict.fromkeys(places)),
    )
