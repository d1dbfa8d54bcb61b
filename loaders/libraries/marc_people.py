"""Who made a work, by the name entries of MARC 21 (100 to 111, 700 to 711): https://www.loc.gov/marc/bibliographic/"""

import re

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.links import orcid_ids
from loaders.fields.name_words import SUFFIX
from loaders.libraries.marc_record import MarcField, MarcRecord, unpunctuated
from loaders.libraries.roles import role_of
from loaders.records import Affiliation, Identifier

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_BAI = re.compile(r"\S+\.\d+")
_INITIAL = re.compile(r"(?:^|\s|\.)[^\W\d_]\.?$")


def people(record: MarcRecord) -> People:
    """Authors and editors: main entries first, then added ones. An added entry for another work ($t) or without a relator behind
    the name of a body is no author."""
    of_invenio = any(field.first("a") for field in record.of("980"))
    entries = [_entry(field, of_invenio) for field in record.of("100", "110", "700", "710")]
    return people_of(entry for entry in entries if entry)


def _entry(field: MarcField, of_invenio: bool) -> AuthorEntry | None:
    is_body, is_added = field.tag.endswith("10"), field.tag.startswith("7")
    relators = [*field.all("e"), *field.all("4")]
    role = role_of(map(unpunctuated, relators))
    if role is None or field.first("t") or (is_body and is_added and not relators):
        return None
    name = unpunctuated(field.first("a"))
    if is_body:
        name = ". ".join((name, *map(unpunctuated, field.all("b"))))
    elif _INITIAL.search(name) and not name.endswith("."):
        name += "."
    suffix = next((text for one in (*field.all("b"), *field.all("c")) if SUFFIX.fullmatch(text := unpunctuated(one))), "")
    places = dict.fromkeys(map(unpunctuated, field.all("v" if of_invenio and field.first("v") else "u")))
    family, comma, given = (part.strip() for part in _BRACKETS.sub("", name).partition(","))
    is_divided = field.indicators[:1] in ("1", " ") and comma and given and not is_body
    return AuthorEntry(
        name="" if is_divided else name,
        family=family if is_divided else "",
        given=given if is_divided else "",
        suffix=suffix,
        ids=_ids(field, of_invenio),
        affiliations=tuple(Affiliation(name=place) for place in places if place),
        is_organisation=is_body,
        role=role,
    )


def _ids(field: MarcField, of_invenio: bool) -> tuple[Identifier, ...]:
    """The ORCID; in INSPIRE the number of the author's record too, and the name by which it knows the author ("A.Ruiz.1")."""
    number, name = field.first("x"), field.first("w")
    known = next((one for one in (*field.all("1"), *field.all("0"), *field.all("j")) if "orcid" in one.lower()), None)
    is_inspire = of_invenio and bool(_BAI.fullmatch(name))
    return (
        *((Identifier("inspire", number),) if is_inspire and number.isdigit() else ()),
        *((Identifier("inspire_bai", name),) if is_inspire else ()),
        *orcid_ids(known),
    )
