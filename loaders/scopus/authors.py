"""Authors by themselves in answers of Scopus's APIs: of the author search, and of the author retrieval."""

from loaders.fields.institution_ids import affiliation_with
from loaders.fields.links import orcid_ids
from loaders.fields.person_names import natural_name
from loaders.parsing.json_values import JsonObject, mapping, objects, text, within
from loaders.records import Affiliation, Person, Rejection
from loaders.scopus.people import affiliation, scopus_author


def person(value: JsonObject, core: JsonObject, where: str) -> Person | Rejection:
    """The person of an author's record. The retrieval has name and places in a profile beside the core data."""
    profile = mapping(value.get("author-profile")) or value
    variants = objects(profile.get("name-variant"))
    printed, *others = map(_natural, (mapping(profile.get("preferred-name")), *variants))
    if not printed:
        return Rejection(where, "the author has no name; leave it out")
    ids = (*scopus_author(text(core.get("dc:identifier")) or text(core.get("eid"))), *orcid_ids(text(core.get("orcid"))))
    forms = dict.fromkeys(form for form in others if form and form != printed)
    return Person(name=printed, where=where, ids=ids, name_forms=tuple(forms), affiliations=_places(value, profile))


def _natural(name: JsonObject) -> str:
    return natural_name(text(name.get("given-name")) or text(name.get("initials")), text(name.get("surname")))


def _places(value: JsonObject, profile: JsonObject) -> tuple[Affiliation, ...]:
    """The present affiliations: of a profile, each in a document of its own, else by name alone."""
    documents = map(_in_profile, objects(within(profile, "affiliation-current", "affiliation")))
    by_name = map(affiliation, objects(value.get("affiliation-current")))
    return tuple(dict.fromkeys(filter(None, documents))) or tuple(dict.fromkeys(filter(None, by_name)))


def _in_profile(place: JsonObject) -> Affiliation | None:
    """The affiliation with the institution that it is a part of, city and country, as Scopus prints it."""
    inside = mapping(place.get("ip-doc"))
    name = text(inside.get("afdispname")) or text(within(inside, "preferred-name", "$"))
    above, address = text(within(inside, "parent-preferred-name", "$")), mapping(inside.get("address"))
    city, country = text(address.get("city")), text(address.get("country"))
    printed = ", ".join(part for part in dict.fromkeys((name, above, city, country)) if part)
    number_ = text(place.get("@affiliation-id")) or text(inside.get("@id"))
    return affiliation_with(printed, ("scopus", number_), country=country, city=city) if name else None
