"""Printed affiliations taken apart: which institution, which part of it, where.

    addresses_in("Dept. of Physics, Lund University, SE-221 00 Lund, Sweden")
    (Address(organisation="Lund University", unit="Dept. of Physics", city="Lund", region=None, country="SE"),)

Only the first `LONGEST` characters of a text are read, in time that grows with their number.
"""

from functools import partial

import msgspec

from graph.institutions.campuses import campus_of
from graph.institutions.choosing import Named, institutions_in
from graph.institutions.cleaning import LONGEST, cleaned, wholes
from graph.institutions.countries import country_name
from graph.institutions.keys import organisation_key
from graph.institutions.location import location_of
from graph.institutions.places import country_of_city
from graph.institutions.postcodes import Location

__all__ = ["LONGEST", "Address", "addresses_in", "country_name", "organisation_key"]

_MOST = 50
"""How many addresses one text gives at most."""


class Address(msgspec.Struct, frozen=True, gc=False):
    """One institution as an address names it; every part is words of the text, but the country's code (ISO 3166-1 alpha-2)."""

    organisation: str | None = None
    unit: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None


def addresses_in(text: str) -> tuple[Address, ...]:
    """The addresses that a text names, one for each organisation, in its order; none where it names nothing."""
    found: list[Address] = []
    for parts in wholes(cleaned(text)):
        left, place = location_of(parts)
        found += (_address(place, named) for named in institutions_in(left))
    return tuple(_distinct([one for one in found if one != Address()]))[:_MOST]


def _address(place: Location, named: Named) -> Address:
    city = place.city or (campus_of(named.organisation) if named.organisation and place.region is None else None)
    country = place.country or (country_of_city(city) if city else None)
    return Address(named.organisation, named.unit, city, place.region, country)


def _distinct(addresses: list[Address]) -> list[Address]:
    """The addresses, without those whose organisation another names with as much or more beside it."""
    kept: list[Address] = []
    for one in addresses:
        key = organisation_key(one.organisation) if one.organisation else None
        same = partial(_says_as_much, one, key)
        if not any(map(same, kept)):
            kept.append(one)
    return kept


def _says_as_much(one: Address, key: str | None, other: Address) -> bool:
    if other.organisation is None or key is None:
        return one == other
    said = ((one.unit, other.unit), (one.city, other.city), (one.country, other.country))
    return organisation_key(other.organisation) == key and all(own in (None, known) for own, known in said)
