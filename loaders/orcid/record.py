"""ORCID records as the public API gives them in JSON: the person, their works, or both; and the answers of its searches.

Format: https://github.com/ORCID/orcid-model, record 2.0 to 3.0.
"""

from collections.abc import Iterator, Mapping

from loaders.fields.identifiers import digits, orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import natural_name
from loaders.orcid.works import full_work, grouped_work
from loaders.parsing.json_head import envelope, first_records
from loaders.parsing.json_items import matches, object_items
from loaders.parsing.json_values import JsonObject, mapping, number, numbered, objects, text, texts, within
from loaders.parsing.source import Source
from loaders.records import Affiliation, Authorship, Header, Identifier, Item, Items, Person, Record, Rejection, Remark

NAME = "orcid"
ABOUT = "ORCID records as JSON: a person, their works, or both"
SITE = "ORCID"

_LISTS = (("expanded-result",), ("result",), ("bulk",))
_OWN_KEYS = {
    "orcid-identifier",
    "activities-summary",
    "other-names",
    "external-identifiers",
    "orcid-id",
    "put-code",
    "work-summary",
}
_SECTIONS = ("employments", "educations", "qualifications", "invited-positions", "distinctions", "memberships", "services")
_SCHEMES = {"scopus author id": "scopus", "researcherid": "wos"}


def recognise(head: str) -> bool:
    """Whether the first record has ORCID's own members."""
    if {"num-found", "expanded-result"} <= envelope(head).keys() or {"num-found", "result"} <= envelope(head).keys():
        return True
    return any(_OWN_KEYS & record.keys() or _is_works(record) for record in first_records(head, _LISTS))


def _is_works(record: JsonObject) -> bool:
    """Whether it has works in full, or groups of summaries."""
    in_full = isinstance(record.get("work"), Mapping | list)
    return in_full or any("work-summary" in group for group in objects(record.get("group")))


def read(source: Source) -> Items:
    """The header, then a `Person` for every person and a record for every work (a group of summaries is one work)."""
    found = number(envelope(source.head()).get("num-found"))
    yield Header(format=NAME, source=SITE, declared=matches(found))
    yield from object_items(source, _LISTS, items_of)


def items_of(value: JsonObject, place: str) -> Iterator[Item]:
    """What a record, a person, a work or an answer of the API gives."""
    key = _own_orcid(value)
    where = numbered(place, key)
    if "error-code" in value or "response-code" in value:
        yield Rejection(where, f"ORCID answered with an error: {str(value.get('user-message') or value)[:200]}")
    elif "work" in value or ("put-code" in value and "title" in value):
        yield full_work(mapping(value.get("work")) or value, where, None)
    elif _is_works(value) or "group" in value:
        yield from _works(value, where, None)
        yield Remark(where, "the works do not say the name of the person; load the whole record to tie them to it")
    else:
        yield from _record(value, where, key)


def _record(value: JsonObject, where: str, key: str | None) -> Iterator[Item]:
    person = _expanded(value, where, key) if "given-names" in value else _person(value, where, key)
    works = mapping(within(value, "activities-summary", "works"))
    if person is None:
        yield Rejection(where, "the record makes no name public; nothing can be said of the person")
        yield from _works(works, where, None)
        return
    yield person
    yield from _works(works, where, Authorship(name=person.name, ids=person.ids))


def _works(works: JsonObject, where: str, owner: Authorship | None) -> Iterator[Record | Rejection]:
    for place, group in enumerate(objects(works.get("group")), 1):
        yield grouped_work(group, f"{where}, work {place}", owner)


def _own_orcid(value: JsonObject) -> str | None:
    places = (within(value, "orcid-identifier", "path"), value.get("orcid-id"), within(value, "name", "path"), value.get("path"))
    return next((found for place in places if (found := orcid(text(place)))), None)


def _person(value: JsonObject, where: str, key: str | None) -> Person | None:
    person = mapping(value.get("person")) or value
    name = mapping(person.get("name"))
    given, family = text(within(name, "given-names", "value")), text(within(name, "family-name", "value"))
    credit = text(within(name, "credit-name", "value"))
    natural = " ".join(natural_name(given, family).split())
    others = [text(other.get("content")) for other in objects(within(person, "other-names", "other-name"))]
    shown = natural or credit
    if not shown:
        return None
    forms = (form for form in (credit, *others) if form and form != shown)
    ids = [Identifier("orcid", key)] if key else []
    for other in objects(within(person, "external-identifiers", "external-identifier")):
        scheme = _SCHEMES.get((text(other.get("external-id-type")) or "").casefold())
        number_ = text(other.get("external-id-value"))
        if scheme and number_:
            ids.append(Identifier(scheme, (digits(number_) or number_) if scheme == "scopus" else number_.upper()))
    affiliations = _affiliations(mapping(value.get("activities-summary")))
    return Person(where=where, name=shown, ids=tuple(ids), name_forms=tuple(dict.fromkeys(forms)), affiliations=affiliations)


def _expanded(value: JsonObject, where: str, key: str | None) -> Person | None:
    name = " ".join(filter(None, (text(value.get("given-names")), text(value.get("family-names")))))
    credit = text(value.get("credit-name"))
    if not (name or credit):
        return None
    forms = (form for form in (*([credit] if credit else []), *texts(value.get("other-name"))) if form != name)
    return Person(
        where=where,
        name=name or credit or "",
        ids=(Identifier("orcid", key),) if key else (),
        name_forms=tuple(dict.fromkeys(forms)),
        affiliations=tuple(Affiliation(name=place) for place in texts(value.get("institution-name"))),
    )


def _affiliations(activities: JsonObject) -> tuple[Affiliation, ...]:
    """The organisations of employments and education, from the flat lists of 2.0 or the groups of 3.0 (in JSON or XML)."""
    found: list[Affiliation] = []
    for section in _SECTIONS:
        for summary in _summaries(activities.get(section), f"{section.removesuffix('s')}-summary"):
            place = mapping(summary.get("organization"))
            known = mapping(place.get("disambiguated-organization"))
            name = text(place.get("name"))
            if name:
                given = text(known.get("disambiguation-source")), known.get("disambiguated-organization-identifier")
                country, city = within(place, "address", "country"), within(place, "address", "city")
                found.append(affiliation_with(name, given, country=country, city=city))
    return tuple(dict.fromkeys(found))


def _summaries(section: object, name: str) -> Iterator[JsonObject]:
    yield from objects(mapping(section).get(name))
    for group in objects(mapping(section).get("affiliation-group")):
        for item in objects(group.get("summaries")):
            yield mapping(item.get(name))
        yield from objects(group.get(name))
