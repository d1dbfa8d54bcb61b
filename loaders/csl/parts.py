"""What Crossref's works and CSL-JSON share: names in parts, and dates in parts.

Formats: https://api.crossref.org/swagger-ui/index.html (Work), https://docs.citationstyles.org/en/stable/specification.html.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.author_lists.names_in_one import authorships_in, in_parts
from loaders.fields.dates import iso, parsed_date, year_of
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.name_words import ENDS_LIKE_AN_ORGANISATION
from loaders.fields.person_names import PrintedName, authorship, bare_parts, is_others, natural_name
from loaders.fields.unparsed_names import is_missing, undivided
from loaders.parsing.json_values import JsonObject, mapping, number, objects, sequence, text
from loaders.records import Affiliation, Authorship, Identifier

_LEAD_IN = re.compile(r"^(?:for|on behalf of)\s+(?:the\s+)?", re.IGNORECASE)
_EMPTY = {"-", "--", ".", "_", "*", "n/a"}


def date_in_parts(value: object) -> str | None:
    """The ISO date of `{"date-parts": [[2020, 5, 1]]}`, of its `raw` or `literal` text, or of a text; None without a year."""
    given = mapping(value)
    parts = sequence(given.get("date-parts"))
    first = [number(part) for part in sequence(parts[0])] if parts else []
    if first and first[0]:
        year, month, day = (*first, None, None)[:3]
        return iso(year or 0, month, day)
    printed = text(given.get("raw")) or text(given.get("literal")) or text(value)
    return parsed_date(printed) or (str(year) if (year := year_of(printed)) else None)


def date_text(value: object) -> str | None:
    """What stands for a date, as it stands there."""
    given = mapping(value)
    parts = sequence(given.get("date-parts"))
    first = next((str(part) for part in (sequence(parts[0]) if parts else ()) if part), None)
    return first or text(given.get("raw")) or text(given.get("literal")) or text(value)


def first_date(value: JsonObject, names: Iterable[str]) -> str | None:
    """The first of these dates that has a year."""
    return next((found for name in names if (found := date_in_parts(value.get(name)))), None)


def contributors(people: object, *, is_editor: bool = False, whole_names: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The people of a list in their order, and whether it names all of them (no "et al." in it).

    A name in one piece is an organisation's, unless `whole_names`: there it may be a person's too.
    """
    found: list[Authorship] = []
    complete = True
    for person in objects(people):
        listed, whole = _people(person, len(found) + 1, whole_names=whole_names, is_editor=is_editor)
        found, complete = [*found, *listed], complete and whole
    return tuple(found), complete


def _people(person: JsonObject, position: int, *, whole_names: bool, is_editor: bool) -> tuple[tuple[Authorship, ...], bool]:
    """Whom an entry names, and whether that is everybody ("et al." is not): one name may list several ("Lee, A.; Chen, B.")."""
    known, places = orcid(text(person.get("ORCID"))), _affiliations(person)
    ids = (Identifier("orcid", known),) if known else ()
    whole = _part(person, "literal") or _part(person, "name")
    family, given = _part(person, "family") or "", _part(person, "given") or ""
    if several := in_parts(given, family) if family and given and not whole else ():
        return tuple(
            replace(authorship(each.printed, at, affiliations=places, is_editor=is_editor), shared_ids=ids)
            for at, each in enumerate(several, position)
        ), True
    only = whole or (family if not given else None)
    listed = (
        authorships_in(only, position, family_first=True, ids=ids, affiliations=places, is_editor=is_editor) if only else None
    )
    if listed and (whole_names or not whole or len(listed[0]) > 1):
        return listed
    printed = _name(person, whole_names=whole_names)
    if printed is None or is_others(printed.name):
        return (), printed is None
    return (authorship(printed, position, ids=ids, affiliations=places, is_editor=is_editor),), True


def _name(person: JsonObject, *, whole_names: bool) -> PrintedName | None:
    family, given = _part(person, "family"), _part(person, "given")
    whole = _part(person, "name") or _part(person, "literal")
    if whole is None and family and given and not is_missing(f"{given} {family}"):
        family, given = bare_parts(family, given)
        family = " ".join(filter(None, (_part(person, "non-dropping-particle"), family)))
        before = " ".join(filter(None, (given, _part(person, "dropping-particle"))))
        return PrintedName(natural_name(before, family, _part(person, "suffix")), family, given or None)
    only = whole or family or given
    if only is None or is_missing(only):
        return None
    if whole and not whole_names:
        return PrintedName(whole, is_organisation=not is_others(whole))
    if whole or ENDS_LIKE_AN_ORGANISATION.search(only):
        return undivided(_LEAD_IN.sub("", only))
    return PrintedName(only, family=family)


def _part(person: JsonObject, name: str) -> str | None:
    found = " ".join((text(person.get(name)) or "").split()).strip(",;* ")
    return found if found and found.casefold() not in _EMPTY else None


def _affiliations(person: JsonObject) -> tuple[Affiliation, ...]:
    found: list[Affiliation] = []
    for item in sequence(person.get("affiliation")):
        given = mapping(item)
        name = text(item) or text(given.get("name"))
        if name:
            ids = ((text(one.get("id-type")), text(one.get("id"))) for one in objects(given.get("id")))
            found.append(affiliation_with(name, *ids))
    return tuple(dict.fromkeys(found))
