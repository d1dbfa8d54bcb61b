"""What Crossref's works and CSL-JSON share: names in parts, and dates in parts.

Formats: https://api.crossref.org/swagger-ui/index.html (Work), https://docs.citationstyles.org/en/stable/specification.html.
"""

import re
from collections.abc import Iterable, Iterator

from loaders.identifiers import orcid
from loaders.json_values import JsonObject, mapping, number, objects, sequence, text
from loaders.listed_names import Listed
from loaders.name_lists import read_names, several_people
from loaders.name_words import ENDS_LIKE_AN_ORGANISATION
from loaders.openalex_entities import ror_id
from loaders.partial_dates import iso, parsed_date
from loaders.person_names import PrintedName, bare_parts, is_others, kind_of
from loaders.records import Affiliation, Authorship, Identifier
from loaders.undivided_names import is_missing, undivided

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
    return parsed_date(text(given.get("raw")) or text(given.get("literal")) or text(value))


def first_date(value: JsonObject, names: Iterable[str]) -> str | None:
    """The first of these dates that has a year."""
    return next((found for name in names if (found := date_in_parts(value.get(name)))), None)


def contributors(people: object, *, is_editor: bool = False, whole_names: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The people of a list in their order, and whether it names all of them (no "et al." in it).

    A name in one piece is an organisation's, unless `whole_names`: there it may be a person's too.
    """
    found: list[Authorship] = []
    complete = True
    for person, printed in _named(people, whole_names=whole_names):
        if printed is None or is_others(printed.name):
            complete = complete and printed is None
            continue
        known = orcid(text(person.get("ORCID")))
        found.append(
            Authorship(
                name=printed.name,
                position=len(found) + 1,
                family=printed.family,
                given=printed.given,
                ids=(Identifier("orcid", known),) if known else (),
                affiliations=_affiliations(person),
                kind=kind_of(printed),
                role="editor" if is_editor else "author",
            )
        )
    return tuple(found), complete


def _named(people: object, *, whole_names: bool) -> Iterator[tuple[JsonObject, PrintedName | None]]:
    """Each person with the name; where one name lists several people ("Lee, A.; Chen, B."), each of them, without what the
    source says of the one."""
    for person in objects(people):
        whole = _part(person, "literal") or _part(person, "name") if whole_names else None
        only = whole or (_part(person, "family") if not _part(person, "given") else None)
        several = several_people(only) if only else _two_in_one(person)
        yield from (({}, each.printed) for each in several)
        if not several:
            yield person, _name(person, whole_names=whole_names)


def _two_in_one(person: JsonObject) -> tuple[Listed, ...]:
    """The people of a name that was divided at its first word: given "Ann", family "Lee and Bo Chen"."""
    family, given = _part(person, "family") or "", _part(person, "given") or ""
    _, and_, second = family.partition(" and ")
    return read_names(f"{given} {family}").names if and_ and " " in second else ()


def _name(person: JsonObject, *, whole_names: bool) -> PrintedName | None:
    family, given = _part(person, "family"), _part(person, "given")
    whole = _part(person, "name") or _part(person, "literal")
    if whole is None and family and given and not is_missing(f"{given} {family}"):
        family, given = bare_parts(family, given)
        family = " ".join(filter(None, (_part(person, "non-dropping-particle"), family)))
        before = " ".join(filter(None, (given, _part(person, "dropping-particle"))))
        return PrintedName(" ".join(filter(None, (before, family, _part(person, "suffix")))), family, given)
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
        ids = (ror_id(identifier.get("id")) for identifier in objects(given.get("id")))
        if name:
            found.append(Affiliation(name=" ".join(name.split()), ror=next(filter(None, ids), None)))
    return tuple(dict.fromkeys(found))
