"""Authors and affiliations in answers of Scopus's APIs."""

import re
from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.links import orcid_ids
from loaders.fields.person_names import natural_name
from loaders.parsing.json_values import JsonObject, mapping, number, objects, sequence, text, within
from loaders.records import Affiliation, Identifier

_NUMBER = re.compile(r"(?:AUTHOR_ID:|9-s2\.0-)?(\d+)")


def scopus_author(printed: str | None) -> tuple[Identifier, ...]:
    """The identifier of an author ("7004212771", "AUTHOR_ID:7004212771", "9-s2.0-7004212771"), or nothing."""
    match = _NUMBER.fullmatch(printed or "")
    return (Identifier("scopus", match[1]),) if match else ()


def affiliation(place: JsonObject) -> Affiliation | None:
    """An affiliation with its city and country, as Scopus prints it; None without a name."""
    name = text(place.get("affilname")) or text(place.get("affiliation-name"))
    behind = (text(place.get("affiliation-city")), text(place.get("affiliation-country")))
    number_ = text(place.get("afid")) or text(place.get("@id")) or text(place.get("affiliation-id"))
    printed = ", ".join(part for part in (name, *behind) if part)
    return affiliation_with(printed, ("scopus", number_), city=behind[0], country=behind[1]) if name else None


def affiliations_by_id(listed: object) -> dict[str, Affiliation]:
    """The affiliations of a work by the numbers that its authors refer to."""
    found = {}
    for place in objects(listed):
        key, known = text(place.get("afid")) or text(place.get("@id")), affiliation(place)
        if key and known:
            found[key] = known
    return found


def people(value: JsonObject, core: JsonObject, places: dict[str, Affiliation]) -> People:
    """The authors of a work, groups behind the people. The views STANDARD and META name the first alone, COMPLETE a hundred."""
    listed, whole = list(_listed(value)), True
    if not listed:
        listed, whole = list(_first(core)), False
    entries = [_entry(author, places) for author in listed]
    if not entries:
        return _names_only(value, core)
    found, complete = people_of((*entries, *_groups(value)))
    total = number(within(value, "author-count", "@total"))
    return found, complete and whole and (total is None or total <= len(listed))


def _listed(value: JsonObject) -> Iterator[JsonObject]:
    """The entries of the author list, in the order of their numbers."""
    for given in (value.get("author"), within(value, "authors", "author")):
        people_ = [one for one in objects(given) if "$" not in one]
        if people_:
            yield from sorted(people_, key=lambda one: number(one.get("@seq")) or 0)
            return


def _first(core: JsonObject) -> Iterator[JsonObject]:
    """The first author, whom an answer without its author list names among its core data."""
    return objects(within(core, "dc:creator", "author"))


def _groups(value: JsonObject) -> Iterator[AuthorEntry]:
    """Collaborations, which the full view names among the groups of authors with one address, and not in the author list."""
    named = set()
    for group in objects(within(value, "item", "bibrecord", "head", "author-group")):
        for body in objects(group.get("collaboration")):
            name = text(body.get("ce:text")) or text(body.get("ce:indexed-name"))
            if name and name not in named:
                named.add(name)
                yield AuthorEntry(name=name, is_organisation=True)


def _names_only(value: JsonObject, core: JsonObject) -> People:
    """Names without more: the list of ScienceDirect's search, else the first author of the view STANDARD."""
    listed = sequence(within(value, "authors", "author"))
    if names := [name for one in listed if (name := text(one) or text(mapping(one).get("$")))]:
        return people_of(AuthorEntry(name=name, initials_behind=True) for name in names)
    return people_of([AuthorEntry(name=text(core.get("dc:creator")) or "", initials_behind=True)])[0], False


def _entry(author: JsonObject, places: dict[str, Affiliation]) -> AuthorEntry:
    family = text(author.get("surname")) or text(author.get("ce:surname"))
    given = (text(author.get("given-name")) or text(author.get("ce:given-name"))
             or text(author.get("initials")) or text(author.get("ce:initials")))  # fmt: skip
    whole = text(author.get("authname")) or text(author.get("ce:indexed-name"))
    keys = [text(mapping(one).get("$")) or text(mapping(one).get("@id")) or text(one) for one in _places(author)]
    ids = (*scopus_author(text(author.get("authid")) or text(author.get("@auid"))), *orcid_ids(_orcid(author)))
    return AuthorEntry(
        name="" if family and given else whole or "",
        family=family or "",
        given=given or "",
        ids=ids,
        affiliations=tuple(dict.fromkeys(places[key] for key in keys if key in places)),
        initials_behind=True,
        other_names=_preferred(author),
    )


def _preferred(author: JsonObject) -> tuple[str, ...]:
    """The name under which Scopus keeps the author, beside the one that the work prints."""
    name = mapping(author.get("preferred-name"))
    given = text(name.get("given-name")) or text(name.get("ce:given-name")) or text(name.get("initials"))
    family = text(name.get("surname")) or text(name.get("ce:surname"))
    return (natural_name(given or text(name.get("ce:initials")), family),) if family else ()


def _orcid(author: JsonObject) -> str | None:
    return text(author.get("orcid")) or text(author.get("@orcid"))


def _places(author: JsonObject) -> list[object]:
    return sequence(author.get("afid")) or sequence(author.get("affiliation"))
