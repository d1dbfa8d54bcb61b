"""Author lists that a source itself divides into people, one entry for each, with what it says of each: parts of the name, ids,
affiliations, role.

An entry may hold a name in one piece all the same, several names, an organisation, or nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from loaders.author_lists.names_in_one import authorships_in, in_parts
from loaders.author_lists.reading import plain_name
from loaders.author_lists.trailing_initials import with_commas
from loaders.fields.name_words import ENDS_LIKE_AN_ORGANISATION
from loaders.fields.person_names import PrintedName, authorship, divided, in_natural_order, is_others
from loaders.fields.unparsed_names import is_called_like_a_body, is_missing, undivided
from loaders.records import Affiliation, Authorship, Identifier

People = tuple[tuple[Authorship, ...], bool]
"""Authorships in order, and whether the list names everybody."""


@dataclass(frozen=True)
class AuthorEntry:
    """One entry of an author list. `name` is the whole name as printed, where the source gives one; `family` and `given` are its
    parts, where it divides it.

    `initials_behind` says that the name in one piece ends in initials ("Ruiz AB"). `other_names` are further names that the
    source gives the person.
    """

    name: str = ""
    family: str = ""
    given: str = ""
    suffix: str = ""
    ids: tuple[Identifier, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    is_organisation: bool = False
    role: Literal["author", "editor"] = "author"
    initials_behind: bool = False
    other_names: tuple[str, ...] = ()


def people_of(entries: Iterable[AuthorEntry]) -> People:
    """The people of these entries, authors and editors counted from 1 each, and whether the list names all authors: it names one
    at least, and no "et al."."""
    found: list[Authorship] = []
    complete = True
    counts = {"author": 0, "editor": 0}
    for entry in entries:
        people, whole = _named(entry, counts[entry.role] + 1)
        counts[entry.role] += len(people)
        found += people
        complete = complete and whole
    return tuple(found), complete and counts["author"] > 0


def _named(entry: AuthorEntry, position: int) -> People:
    """Whom an entry names, and whether that is everybody."""
    if entry.family and entry.given and not entry.is_organisation:
        return _divided(entry, position), True
    printed = " ".join((entry.name or entry.family or entry.given).split())
    if is_others(printed):
        return (), False
    if is_missing(printed):
        return (), True
    if entry.is_organisation:
        return (_authorship(entry, PrintedName(printed, is_organisation=True), position),), True
    listed = authorships_in(
        printed, position, family_first=True, ids=entry.ids, affiliations=entry.affiliations, is_editor=entry.role == "editor"
    )
    return listed or ((_alone(entry, _in_one_piece(entry, plain_name(printed)), position),), True)


def _divided(entry: AuthorEntry, position: int) -> tuple[Authorship, ...]:
    if is_missing(f"{entry.given} {entry.family}"):
        return ()
    if several := in_parts(entry.given, entry.family):
        people = (_authorship(entry, each.printed, at) for at, each in enumerate(several, position))
        return tuple(replace(person, ids=(), shared_ids=entry.ids) for person in people)
    return (_alone(entry, divided(entry.family.strip(" ,;"), entry.given.strip(" ,;"), entry.suffix), position),)


def _in_one_piece(entry: AuthorEntry, printed: str) -> PrintedName:
    if entry.family and not entry.name:
        organisation = bool(ENDS_LIKE_AN_ORGANISATION.search(printed))
        return PrintedName(printed, None if organisation else printed, is_organisation=organisation)
    if entry.initials_behind and "," not in printed:
        turned = with_commas([printed, "Lee B"])[0]
        return in_natural_order(turned) if turned != printed else undivided(printed)
    return in_natural_order(printed) if entry.ids and is_called_like_a_body(printed) else undivided(printed)


def _alone(entry: AuthorEntry, printed: PrintedName, position: int) -> Authorship:
    """The one person whom an entry names."""
    found = _authorship(entry, printed, position)
    others = tuple(name for name in dict.fromkeys(entry.other_names) if name and name != found.name)
    return replace(found, other_names=others) if others and found.kind == "person" else found


def _authorship(entry: AuthorEntry, printed: PrintedName, position: int) -> Authorship:
    return authorship(printed, position, ids=entry.ids, affiliations=entry.affiliations, is_editor=entry.role == "editor")
