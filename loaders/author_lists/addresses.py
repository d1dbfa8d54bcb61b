"""Addresses that a record lists apart from its authors, and whose they are.

Databases put the name of the corresponding author before the address: "Mack, David R.: Children's Hospital, …, dmack@example.org"
(PsycINFO), "T. Yamada, Department of Gastroenterological Surgery, …" (Embase).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from loaders.fields.person_names import in_natural_order
from loaders.records import Affiliation, Authorship

_BEFORE_E_MAIL = re.compile(r"(?:^|[\s,;.])e-?mail(?: address)?:?$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")


def with_addresses(authors: tuple[Authorship, ...], printed: Iterable[str]) -> tuple[Authorship, ...]:
    """The authors with these addresses. One that names its author is that one's; the others are everybody's where there is one
    of them alone, or one author alone, and otherwise nobody's. Addresses of e-mail are none."""
    own: dict[int, list[Affiliation]] = {}
    shared: list[Affiliation] = []
    known = _by_last_word(authors)
    for address in printed:
        at, place = _named(known, " ".join(address.split()))
        if "@" in place:
            place = _BEFORE_E_MAIL.sub("", " ".join(word for word in place.split() if "@" not in word)).strip(" ,;.")
        if place:
            (shared if at is None else own.setdefault(at, [])).append(Affiliation(place))
    if len(set(shared)) != 1 and len(authors) != 1:
        shared = []
    return tuple(
        replace(author, affiliations=tuple(dict.fromkeys((*author.affiliations, *shared, *own.get(at, ())))))
        if author.kind == "person"
        else author
        for at, author in enumerate(authors)
    )


class _Known(NamedTuple):
    """An author by what a name before an address is compared with: the family name in lower case, the initials of the others."""

    at: int
    family: str
    initials: str


def _by_last_word(authors: tuple[Authorship, ...]) -> Mapping[str, list[_Known]]:
    """The people by the last word of their family name: hundreds of addresses are not compared with hundreds of people each."""
    found: dict[str, list[_Known]] = {}
    for at, author in enumerate(authors):
        if author.kind == "person":
            printed = in_natural_order(author.name)
            family, given = author.family or printed.family, author.given or printed.given
            if not family or not given:
                given, _, family = author.name.rpartition(" ")
            family = family.casefold()
            found.setdefault(family.split()[-1] if family.split() else "", []).append(_Known(at, family, _initials(given)))
    return found


def _named(known: Mapping[str, list[_Known]], address: str) -> tuple[int | None, str]:
    """The number of the author whose name stands before an address, and the address; None where no one author's does."""
    for name, place in _divided(address):
        last, comma, first = name.strip(" .").partition(",")
        plain = " ".join(last.split()).casefold()
        alike = known.get(plain.rpartition(" ")[2], ())
        found = [each.at for each in alike if _is_name_of(plain, first if comma else None, each)]
        if len(found) == 1:
            return found[0], place
    return None, address


def _divided(address: str) -> Iterator[tuple[str, str]]:
    """What may be a name, and the address behind it: before a colon, one comma, or two."""
    name, colon, place = address.partition(":")
    if colon:
        yield name, place.strip()
    first, _, rest = address.partition(",")
    yield first, rest.strip()
    second, comma, place = rest.partition(",")
    if comma:
        yield f"{first},{second}", place.strip()


def _is_name_of(last: str, first: str | None, known: _Known) -> bool:
    """Whether a name is this author's: what stands before its comma and behind it, or the whole of a name without one."""
    if first is None:
        if not last.endswith(f" {known.family}"):
            return False
        first = last.removesuffix(known.family)
    elif last != known.family:
        return False
    one, other = _initials(first), known.initials
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _initials(given: str) -> str:
    return "".join(word[0] for word in _WORDS.findall(given)).casefold()
