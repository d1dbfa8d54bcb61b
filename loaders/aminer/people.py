"""Authors of AMiner's papers: names alone, or objects with ids and the places where they work."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from loaders.author_lists.names_in_one import authorships_in
from loaders.author_lists.reading import plain_name
from loaders.fields.identifiers import orcid
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import PrintedName, authorship, is_others
from loaders.fields.unparsed_names import is_missing
from loaders.parsing.json_values import JsonObject, mapping, sequence, text, texts
from loaders.records import Affiliation, Authorship, Identifier

_BETWEEN_PLACES = re.compile(r"\s*#tab#\s*", re.IGNORECASE)
"""What AMiner's programs left between the affiliations of an author."""


def authors(listed: object, identifier: Callable[[object], Identifier | None]) -> tuple[tuple[Authorship, ...], bool]:
    """The authors in order, and whether every entry names somebody."""
    found: list[Authorship] = []
    complete, position = True, 0
    for entry in sequence(listed):
        position += 1
        author = mapping(entry)
        name = " ".join((text(entry) or text(author.get("name")) or text(author.get("name_zh")) or "").split())
        if is_missing(name) or is_others(name):
            complete = False
            continue
        ids, places = _ids(author, identifier), places_of(author)
        people, whole = authorships_in(name, position, ids=ids, affiliations=places) or (
            (_with_others(authorship(PrintedName(plain_name(name)), position, ids=ids, affiliations=places), author),),
            True,
        )
        found += people
        complete, position = complete and whole, position + max(0, len(people) - 1)
    return tuple(found), complete


def other_names(author: JsonObject, name: str) -> tuple[str, ...]:
    """The same name in the other script."""
    given = (" ".join((text(author.get(key)) or "").split()) for key in ("name", "name_zh"))
    return tuple(other for other in dict.fromkeys(given) if other and other != name)


def _with_others(person: Authorship, author: JsonObject) -> Authorship:
    return replace(person, other_names=other_names(author, person.name))


def _ids(author: JsonObject, identifier: Callable[[object], Identifier | None]) -> tuple[Identifier, ...]:
    key, known = identifier(author.get("id") or author.get("_id")), orcid(text(author.get("orcid")))
    return tuple(filter(None, (key, Identifier("orcid", known) if known else None)))


def places_of(author: JsonObject) -> tuple[Affiliation, ...]:
    """The affiliations of an author, distinct."""
    printed = (*texts(author.get("org")), *texts(author.get("orgs")), *texts(author.get("last_known_aff_name")))
    names = (" ".join(name.split()).strip(" ,;") for text in printed for name in _BETWEEN_PLACES.split(text))
    distinct = [*dict.fromkeys(name for name in names if name and not is_missing(name))]
    key = text(author.get("orgid")) or text(author.get("org_id"))
    return tuple(affiliation_with(name, *([("aminer", key)] if len(distinct) == 1 else ())) for name in distinct)
