"""Who wrote a work, as the Lens gives it: names in parts, collectives, ids, and institutions with their ids."""

from collections.abc import Iterator

from msgspec.structs import replace

from loaders.author_lists.names_in_one import authorships_in, in_parts
from loaders.author_lists.reading import plain_name
from loaders.fields.identifiers import mag, openalex, orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import PrintedName, authorship, divided, is_others
from loaders.fields.unparsed_names import is_missing, undivided
from loaders.parsing.json_values import JsonObject, first_text, objects, text, within
from loaders.records import Affiliation, Authorship, Identifier


def people(listed: object) -> tuple[tuple[Authorship, ...], bool]:
    """The authors in order, and whether each entry names who it is."""
    found: list[Authorship] = []
    complete = True
    for entry in objects(listed):
        named, whole = _named(entry, len(found) + 1)
        found += named
        complete = complete and whole
    return tuple(found), complete


def _named(entry: JsonObject, position: int) -> tuple[tuple[Authorship, ...], bool]:
    """Whom an entry names: a person, a body, several people, or nobody; and whether that is everybody."""
    given = text(entry.get("first_name")) or text(entry.get("initials")) or ""
    family = text(entry.get("last_name")) or ""
    whole = text(entry.get("collective_name")) or text(entry.get("display_name")) or f"{given} {family}".strip()
    if is_missing(whole) or is_others(whole):
        return (), not is_others(whole)
    ids, places = _ids(entry), _affiliations(entry)
    if family and given:
        if several := in_parts(given, family):
            people = (authorship(each.printed, at, affiliations=places) for at, each in enumerate(several, position))
            return tuple(replace(person, shared_ids=ids) for person in people), True
        return (authorship(divided(family, given), position, ids=ids, affiliations=places),), True
    if text(entry.get("collective_name")):
        name = PrintedName(" ".join(whole.split()), is_organisation=True)
        return (authorship(name, position, ids=ids, affiliations=places),), True
    if found := authorships_in(whole, position, ids=ids, affiliations=places):
        return found
    return (authorship(undivided(plain_name(whole)), position, ids=ids, affiliations=places),), True


def _ids(entry: JsonObject) -> tuple[Identifier, ...]:
    """ORCID, and the numbers of the Microsoft Academic Graph and of OpenAlex."""
    found: list[Identifier] = []
    for item in objects(entry.get("ids")):
        kind, value = (text(item.get("type")) or "").casefold(), first_text(item.get("value"))
        readings = {"orcid": ("orcid", orcid(value)), "openalex": ("openalex", openalex(value))}
        scheme, known = readings.get(kind, ("mag", mag(value)) if kind in ("magid", "mag") else ("", None))
        found += [Identifier(scheme, known)] if known else []
    return tuple(dict.fromkeys(found))


def _affiliations(entry: JsonObject) -> tuple[Affiliation, ...]:
    found = (
        affiliation_with(name, *_place_ids(place), country=place.get("country_code"))
        for place in objects(entry.get("affiliations"))
        if (name := text(place.get("name")) or text(place.get("name_original")))
    )
    return tuple(dict.fromkeys(found))


def _place_ids(place: JsonObject) -> Iterator[tuple[str | None, str | None]]:
    """Of older answers `grid_id`, or an object with the GRID id and the addresses of the institution."""
    yield "ror", text(place.get("ror_id"))
    yield "grid", text(place.get("grid_id")) or text(within(place, "grid", "id"))
    for item in objects(place.get("ids")):
        yield text(item.get("type")), first_text(item.get("value"))
