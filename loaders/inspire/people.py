"""Authors in INSPIRE: of works, and records of their own."""

import re

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.identifiers import orcid, ror
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
    places = [text(place.get("value")) for place in objects(one.get("affiliations"))]
    printed = [text(place.get("value")) for place in objects(one.get("raw_affiliations"))]
    rors = [
        ror(text(given.get("value"))) for given in objects(one.get("affiliations_identifiers")) if given.get("schema") == "ROR"
    ]
    names = [name for name in (printed or places) if name]
    only = rors if len(rors) == len(names) else [None] * len(names)
    return AuthorEntry(
        name=text(one.get("full_name")) or "",
        ids=_ids(one, text(within(one, "record", "$ref")), text(one.get("bai"))),
        affiliations=tuple(dict.fromkeys(Affiliation(name=name, ror=known) for name, known in zip(names, only, strict=True))),
        role="editor" if "editor" in texts(one.get("inspire_roles")) else "author",
    )


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
    places = [text(one.get("institution")) for one in objects(record.get("positions")) if one.get("hidden") is not True]
    return Person(
        name=preferred,
        where=where,
        ids=_ids(record, f"/authors/{key}" if key else None, None),
        name_forms=tuple(form for form in forms if form != preferred),
        affiliations=tuple(Affiliation(name=place) for place in dict.fromkeys(places) if place),
    )
