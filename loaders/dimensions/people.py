"""Authors of Dimensions' publications with their ids and institutions, and researchers by themselves."""

import re
from collections.abc import Iterator

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import natural_name
from loaders.parsing.json_values import JsonObject, number, objects, sequence, text, texts
from loaders.records import Affiliation, Identifier, Person, Rejection

RESEARCHER = re.compile(r"ur\.[\d.]+")
_EDITORS_APART = re.compile(r"\s*;\s*")


def people(value: JsonObject) -> People:
    """The authors in their order, then the editors. In answers of former years the authors stand in a list within a list."""
    authors = list(_authors(value))
    entries = [_entry(author) for author in authors]
    found, complete = people_of([*entries, *_editors(value.get("editors"))])
    counted = number(value.get("authors_count"))
    return found, complete and (counted is None or counted <= len(authors))


def _authors(value: JsonObject) -> Iterator[JsonObject]:
    for name in ("authors", "author_affiliations"):
        listed = [one for part in sequence(value.get(name)) for one in objects(part)]
        if listed:
            yield from listed
            return


def known_researchers(value: JsonObject) -> tuple[AuthorEntry, ...]:
    """The authors whom Dimensions knows, in no order that says anything."""
    return tuple(_entry(one) for one in objects(value.get("researchers")))


def _entry(author: JsonObject) -> AuthorEntry:
    family, given = text(author.get("last_name")) or "", text(author.get("first_name")) or ""
    whole = text(author.get("raw_name")) or text(author.get("name")) or ""
    is_divided = bool(family and given)
    return AuthorEntry(
        name="" if is_divided else whole or family or given,
        family=family if is_divided else "",
        given=given if is_divided else "",
        ids=ids_of(author),
        affiliations=_affiliations(author),
    )


def ids_of(author: JsonObject) -> tuple[Identifier, ...]:
    """The id of the researcher ("null" is none), and the ORCID where there is one alone."""
    keys = (text(author.get("researcher_id")), text(author.get("id")))
    key = next((one for one in keys if one and RESEARCHER.fullmatch(one)), None)
    given = (*texts(author.get("orcid")), *texts(author.get("orcid_id")))
    known = tuple(dict.fromkeys(found for one in given if (found := orcid(one))))
    return (
        *((Identifier("dimensions", key),) if key else ()),
        *((Identifier("orcid", known[0]),) if len(known) == 1 else ()),
    )


def _affiliations(author: JsonObject) -> tuple[Affiliation, ...]:
    """The institutions with their GRID ids; what Dimensions found none for, as printed."""
    found: list[Affiliation] = []
    for place in objects(author.get("affiliations")):
        key, name, printed = (text(place.get(part)) for part in ("id", "name", "raw_affiliation"))
        name = name if key or not printed else printed
        found += [_placed(name, key, place)] if name else []
    if not found:
        found = [affiliation_with(line) for line in texts(author.get("raw_affiliation"))]
    return tuple(dict.fromkeys(found))


def _editors(listed: object) -> Iterator[AuthorEntry]:
    for one in objects(listed):
        family, given = text(one.get("last_name")) or "", text(one.get("first_name")) or ""
        yield AuthorEntry(name="" if family and given else family or given, family=family, given=given, role="editor")
    for printed in texts(listed):
        yield from (AuthorEntry(name=name, role="editor") for name in _EDITORS_APART.split(printed) if name)


def researcher(value: JsonObject, where: str) -> Person | Rejection:
    """A researcher by themselves. One whose id was given up goes by the one that stands for it."""
    family, given = text(value.get("last_name")), text(value.get("first_name"))
    name = natural_name(given or "", family or "") or text(value.get("name"))
    if not name:
        return Rejection(where, "the researcher has no name; ask for first_name and last_name too")
    ids, moved = ids_of(value), [one for one in texts(value.get("redirect")) if RESEARCHER.fullmatch(one)]
    own = tuple(one for one in ids if one.scheme == "dimensions")
    if len(moved) == 1 and own and own[0].value != moved[0]:
        others = tuple(one for one in ids if one not in own)
        return Person(
            name=name, where=where, ids=(Identifier("dimensions", moved[0]), *others), affiliations=_places(value), replaces=own
        )
    return Person(name=name, where=where, ids=ids, affiliations=_places(value))


def _places(value: JsonObject) -> tuple[Affiliation, ...]:
    listed = [*objects(value.get("current_research_org")), *objects(value.get("research_orgs"))]
    found = (_placed(name, text(one.get("id")), one) for one in listed if (name := text(one.get("name"))))
    return tuple(dict.fromkeys(found))


def _placed(name: str, key: str | None, place: JsonObject) -> Affiliation:
    """An affiliation with its country and city, which authors' affiliations and organizations have under different names."""
    country = next((found for part in ("country_code", "country", "country_name") if (found := text(place.get(part)))), None)
    city = text(place.get("city")) or text(place.get("city_name"))
    return affiliation_with(name, ("grid", key), country=country, city=city)
