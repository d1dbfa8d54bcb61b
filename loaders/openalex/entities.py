"""OpenAlex entities other than works: authors, sources, topics (and concepts), institutions.

Format: https://docs.openalex.org/api-entities/entities-overview.
"""

import re
from collections.abc import Callable

from loaders.fields import identifiers
from loaders.fields.identifiers import openalex, orcid
from loaders.fields.institution_ids import affiliation_with, institution_id, stated_place
from loaders.fields.links import issn_ids
from loaders.fields.publication_types import publication_kind
from loaders.fields.venues import venue, venue_name
from loaders.parsing.json_values import JsonObject, mapping, objects, score, text, texts, within
from loaders.records import (
    Affiliation,
    Entity,
    Identifier,
    InstitutionRecord,
    Person,
    Rejection,
    Subject,
    TopicRecord,
    VenueRecord,
)

IGNORED = {"P": "a publisher", "F": "a funder", "G": "an award"}
"""Kinds of entity by the letter of their id that are recognised and not kept."""

LEVELS = ("domain", "field", "subfield")
"""What stands above a topic, from the top."""

_SCOPUS = re.compile(r"authorID=(\d+)|^(\d+)$")


def bare_id(value: object) -> str | None:
    """The id without its address: "https://openalex.org/W2741809807" is W2741809807; None for anything else."""
    return openalex(text(value))


def affiliation_of(name: str, institution: JsonObject) -> Affiliation:
    """The affiliation that an institution is beside an author."""
    ids = ("ror", institution.get("ror")), ("openalex", institution.get("id"))
    return affiliation_with(name, *ids, country=institution.get("country_code"), city=within(institution, "geo", "city"))


def topic_subject(value: JsonObject, code: str | None = None) -> Subject | None:
    """A topic with what is above it (subfield, field, domain), or a concept; `code` stands for an id that it has not."""
    code, label = _topic_code(value.get("id")) or code, text(value.get("display_name"))
    if code is None:
        return None
    above: Subject | None = None
    for level in LEVELS:
        upper = mapping(value.get(level))
        upper_code = _topic_code(upper.get("id"), level)
        if upper_code:
            above = Subject(scheme="openalex", code=upper_code, label=text(upper.get("display_name")), broader=above)
    return Subject(scheme="openalex", code=code, label=label, score=score(value.get("score")), broader=above)


def _topic_code(value: object, level: str | None = None) -> str | None:
    known = bare_id(value)
    if known:
        return known
    given = text(value)
    if not given:
        return None
    tail = given.rstrip("/").removeprefix("https://openalex.org/")
    return tail if "/" in tail else f"{level}s/{tail}" if level else None


def _author(value: JsonObject, where: str, key: str | None) -> Entity | Rejection:
    name = text(value.get("display_name"))
    if name is None:
        return Rejection(where, "the author has no display_name; ask for that field too")
    ids = mapping(value.get("ids"))
    scopus = _SCOPUS.search(text(ids.get("scopus")) or "")
    given = (
        ("openalex", key),
        ("orcid", orcid(text(value.get("orcid")) or text(ids.get("orcid")))),
        ("scopus", (scopus[1] or scopus[2]) if scopus else None),
    )
    held = [mapping(entry.get("institution")) for entry in objects(value.get("affiliations"))]
    held += [*objects(value.get("last_known_institutions")), *objects(value.get("last_known_institution"))]
    affiliations = (
        affiliation_of(place, institution) for institution in held if (place := text(institution.get("display_name")))
    )
    return Person(
        where=where,
        name=" ".join(name.split()),
        ids=tuple(Identifier(scheme, found) for scheme, found in given if found),
        name_forms=tuple(form for form in texts(value.get("display_name_alternatives")) if form != name),
        affiliations=tuple(dict.fromkeys(affiliations)),
    )


def _source(value: JsonObject, where: str, key: str | None) -> Entity | Rejection:
    name = text(value.get("display_name"))
    if name is None:
        return Rejection(where, "the source has no display_name; ask for that field too")
    others = (name, *texts(value.get("abbreviated_title")), *texts(value.get("alternate_titles")))
    known = venue(name)
    kind = "book" if text(value.get("type")) in ("book series", "ebook platform") else publication_kind(text(value.get("type")))
    return VenueRecord(
        where=where,
        name=venue_name(name),
        kind=known.kind if known else kind,
        ids=(*((Identifier("openalex", key),) if key else ()), *issn_ids(text(value.get("issn_l")), *texts(value.get("issn")))),
        aliases=tuple(dict.fromkeys(other for other in others if other != venue_name(name))),
    )


def _institution(value: JsonObject, where: str, key: str | None) -> Entity | Rejection:
    name = text(value.get("display_name"))
    if name is None:
        return Rejection(where, "the institution has no display_name; ask for that field too")
    ids = mapping(value.get("ids"))
    ror = identifiers.ror(value.get("ror")) or identifiers.ror(ids.get("ror"))
    given = [("openalex", key), ("ror", ror), *((scheme, ids.get(scheme)) for scheme in ("grid", "wikidata", "mag"))]
    others = (*texts(value.get("display_name_alternatives")), *texts(value.get("display_name_acronyms")))
    return InstitutionRecord(
        where=where,
        name=name,
        ror=ror,
        ids=tuple(found for scheme, value in given if (found := institution_id(scheme, value))),
        aliases=tuple(other for other in dict.fromkeys(others) if other != name),
        country=stated_place(value.get("country_code")) or stated_place(within(value, "geo", "country_code")),
        city=stated_place(within(value, "geo", "city")),
    )


def _topic(value: JsonObject, where: str, key: str | None) -> Entity | Rejection:
    subject = topic_subject(value)
    if subject is None or subject.label is None:
        return Rejection(where, f"the topic {key} has no display_name; ask for that field too")
    return TopicRecord(where=where, subject=subject)


ENTITY_READERS: dict[str, Callable[[JsonObject, str, str | None], Entity | Rejection]] = {
    "A": _author,
    "S": _source,
    "I": _institution,
    "T": _topic,
    "C": _topic,
}
"""The reader of each kind of entity by the first letter of its id."""
