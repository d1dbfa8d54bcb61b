"""What is read of an author list: the names in order, and what stands beside each; and the authorships that they make."""

import re
from dataclasses import dataclass, replace

from loaders.author_lists.trailing_initials import family_then_initials, with_commas
from loaders.fields.name_words import given_names
from loaders.fields.person_names import PrintedName, authorship, in_natural_order, set_apart
from loaders.records import Affiliation, Authorship, Identifier

_INITIALS_ONLY = re.compile(r"(?:[^\W\d_]\.[-‐ ]?)+")
_SHORT_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2}")


@dataclass(frozen=True)
class Listed:
    """A name of a list, and what the list gives beside it."""

    printed: PrintedName
    ids: tuple[Identifier, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    is_editor: bool = False


@dataclass(frozen=True)
class NameList:
    """The names of a list in order, and whether it names everybody and could be read."""

    names: tuple[Listed, ...] = ()
    complete: bool = True


def authorships_of(found: NameList, *, is_editor: bool = False) -> tuple[Authorship, ...]:
    """The authorships of a list, authors and editors counted from 1 each."""
    counts = {False: 0, True: 0}
    people: list[Authorship] = []
    for each in _with_initials_alike(found.names):
        edits = is_editor or each.is_editor
        counts[edits] += 1
        people.append(authorship(each.printed, counts[edits], ids=each.ids, affiliations=each.affiliations, is_editor=edits))
    return tuple(people)


def _with_initials_alike(names: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """The names; "BO" behind a family name in capitals are initials where others of the list have no more than initials, a name
    where others are written out, and without others to tell by what it is usually."""
    given = [each.printed.given or "" for each in names]
    if not any(map(_SHORT_CAPITALS.fullmatch, given)):
        return names
    others = [name for name in given if name and not _SHORT_CAPITALS.fullmatch(name)]
    initials = any(map(_INITIALS_ONLY.fullmatch, others))
    return tuple(
        _with_initials(each, letters)
        if _SHORT_CAPITALS.fullmatch(letters) and (initials or not (others or letters.casefold() in given_names()))
        else each
        for each, letters in zip(names, given, strict=True)
    )


def _with_initials(listed: Listed, letters: str) -> Listed:
    apart = set_apart(letters)
    return replace(listed, printed=replace(listed.printed, name=listed.printed.name.replace(letters, apart, 1), given=apart))


def with_initials_first(names: tuple[Listed, ...], *, dotted: bool = False) -> tuple[Listed, ...]:
    """The names, turned round where all have their initials behind the family name ("Ruiz AB", "Gatti G.N.").

    `dotted` says that one initial with its full stop is enough for that.
    """
    plain = [
        each.printed.name
        for each in names
        if not (each.printed.family or each.printed.is_organisation or each.printed.is_undivided)
    ]
    turned = with_commas(plain)
    several = [name for name in plain if " " in name]
    if dotted and turned == plain and all(family_then_initials(name).family for name in several):
        found = dict(zip(plain, map(family_then_initials, plain), strict=True))
    else:
        found = {name: in_natural_order(other) for name, other in zip(plain, turned, strict=True) if name != other}
    return tuple(replace(each, printed=found.get(each.printed.name, each.printed)) for each in names)
