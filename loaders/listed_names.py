"""What is read of an author list: the names in order, and what stands beside each; and the authorships that they make."""

from dataclasses import dataclass, replace

from loaders.people_lists import family_then_initials, with_commas
from loaders.person_names import PrintedName, authorship, in_natural_order
from loaders.records import Affiliation, Authorship, Identifier


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
    for each in found.names:
        edits = is_editor or each.is_editor
        counts[edits] += 1
        people.append(authorship(each.printed, counts[edits], ids=each.ids, affiliations=each.affiliations, is_editor=edits))
    return tuple(people)


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
