"""Creators and editors of DataCite's records: people, organisations, and the many ways to say that there is none."""

import re

from loaders.author_lists.marks import is_place
from loaders.author_lists.names_in_one import authorships_in
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import PrintedName, bare_parts, is_others, natural_name
from loaders.fields.unparsed_names import is_missing, is_organisation, undivided
from loaders.parsing.json_values import JsonObject, mapping, objects, sequence, text
from loaders.records import Affiliation, Authorship, Identifier

_IN_BRACKETS = re.compile(r"\s*\((?P<place>[^()]{3,})\)\s*$")


def creators(people: object, *, is_editor: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The creators in order, and whether the list names all ("et al." is nobody)."""
    found: list[Authorship] = []
    complete = True
    for person in objects(people):
        if listed := _several(person, len(found) + 1, is_editor=is_editor):
            found, complete = [*found, *listed[0]], complete and listed[1]
            continue
        author = _authorship(person, len(found) + 1, is_editor=is_editor)
        if author is None:
            complete = complete and not is_others(text(person.get("name")) or "")
        else:
            found.append(author)
    return tuple(found), complete


def _several(person: JsonObject, position: int, *, is_editor: bool) -> tuple[tuple[Authorship, ...], bool] | None:
    """The people whom a creator's one name lists: "Besler, Basilius; Jungermann, Ludwig"; None where it is one name.

    Behind a person's name commas may stand before roles and years of life: "Feller, Adolf, Fotograf, 1879-1931".
    """
    printed = text(person.get("name")) or ""
    divided = bool(text(person.get("familyName")) and text(person.get("givenName")))
    if person.get("nameType") == "Organizational" or is_others(printed) or (divided and ";" not in printed):
        return None
    known = _orcid(person)
    ids = (Identifier("orcid", known),) if known else ()
    places = tuple(dict.fromkeys(_affiliations(person)))
    listed = authorships_in(printed, position, family_first=True, ids=ids, affiliations=places, is_editor=is_editor)
    if listed and listed[0][0].kind == "undivided" and person.get("nameType") == "Personal" and "," in printed:
        return None
    return listed


def editors(contributors: object) -> tuple[Authorship, ...]:
    """Those of the contributors who are called editors."""
    return creators([one for one in objects(contributors) if one.get("contributorType") == "Editor"], is_editor=True)[0]


def _authorship(person: JsonObject, position: int, *, is_editor: bool) -> Authorship | None:
    printed = " ".join((text(person.get("name")) or "").split())
    family, given = text(person.get("familyName")), text(person.get("givenName"))
    whole = printed or natural_name(given, family)
    if is_missing(whole) or is_others(whole):
        return None
    bracket = _IN_BRACKETS.search(whole)
    places = [*_affiliations(person)]
    if bracket and person.get("nameType") != "Organizational" and is_place(bracket["place"]):
        places.append(Affiliation(name=bracket["place"]))
        whole, given = _IN_BRACKETS.sub("", whole), _IN_BRACKETS.sub("", given) if given else given
    name = _name(person, whole, family, given)
    known = _orcid(person)
    return Authorship(
        name=name.name,
        position=position,
        family=name.family,
        given=name.given,
        ids=(Identifier("orcid", known),) if known else (),
        affiliations=tuple(dict.fromkeys(places)),
        kind="organisation" if name.is_organisation else "person",
        role="editor" if is_editor else "author",
    )


def _name(person: JsonObject, whole: str, family: str | None, given: str | None) -> PrintedName:
    kind = person.get("nameType")
    if kind == "Organizational":
        return PrintedName(whole, is_organisation=True)
    if len(whole.split()) > 3 and is_organisation(whole):
        return undivided(whole)
    if family and given:
        family, given = bare_parts(family, given)
        return PrintedName(natural_name(given, family).strip(" ,"), family, given or None)
    return undivided(whole, person=kind == "Personal")


def _orcid(person: JsonObject) -> str | None:
    for item in objects(person.get("nameIdentifiers")):
        scheme, value = text(item.get("nameIdentifierScheme")) or "", text(item.get("nameIdentifier"))
        if scheme.upper() == "ORCID" or "orcid.org" in (value or ""):
            return orcid(value)
    return None


def _affiliations(person: JsonObject) -> list[Affiliation]:
    found = []
    for item in sequence(person.get("affiliation")):
        given = mapping(item)
        name = text(item) or text(given.get("name"))
        if name and not is_missing(name):
            called, value = text(given.get("affiliationIdentifierScheme")), text(given.get("affiliationIdentifier"))
            found.append(affiliation_with(name, (called, value)))
    return found
