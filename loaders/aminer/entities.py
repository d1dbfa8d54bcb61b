"""Authors, venues and affiliations of the Open Academic Graph, each with a record of its own."""

from loaders.aminer.people import other_names, places_of
from loaders.fields.venues import venue as listed_venue
from loaders.fields.venues import venue_name
from loaders.parsing.json_values import JsonObject, text
from loaders.records import Identifier, InstitutionRecord, Person, Rejection, VenueRecord

_NO_NAME = "it has no name; leave it out"


def person(value: JsonObject, where: str, key: Identifier | None) -> Person | Rejection:
    """An author with the affiliations and the number of the graph."""
    name = text(value.get("name"))
    if name is None:
        return Rejection(where, _NO_NAME)
    return Person(
        name=" ".join(name.split()),
        where=where,
        ids=(key,) if key else (),
        affiliations=places_of(value),
        name_forms=other_names(value, " ".join(name.split())),
    )


def venue(value: JsonObject, where: str, key: Identifier | None) -> VenueRecord | Rejection:
    """A journal or a conference."""
    name = text(value.get("DisplayName"))
    if name is None:
        return Rejection(where, _NO_NAME)
    known = listed_venue(name)
    by_number = "journal" if value.get("JournalId") else "conference" if value.get("ConferenceId") else "other"
    return VenueRecord(
        where=where,
        name=venue_name(name),
        kind=known.kind if known else by_number,
        ids=(key,) if key else (),
        aliases=(name,) if name != venue_name(name) else (),
    )


def affiliation(value: JsonObject, where: str, key: Identifier | None) -> InstitutionRecord | Rejection:
    """An institution."""
    name = text(value.get("DisplayName"))
    return InstitutionRecord(where=where, name=name, ids=(key,) if key else ()) if name else Rejection(where, _NO_NAME)
