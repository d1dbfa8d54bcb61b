"""Printed affiliations taken apart: which institution, which part of it, where.

    addresses_in("Dept. of Physics, Lund University, SE-221 00 Lund, Sweden")
    (Address(organisation="Lund University", unit="Dept. of Physics", city="Lund", region=None, country="SE"),)

A text is divided where a whole address ends (semicolons, lines, numbers, brackets of names, "and" or a slash between two
institutions, a country that another institution follows), each address at its commas, and every part is told by its words
(`kinds`). The place is taken off its end (`location`, `tails`); of what is left, the surest kind is the institution and the rest
are its units (`choosing`).

What was decided, where one could decide otherwise:

- a college, an institute, a hospital in the address of a university is a unit; so is an institute of an academy of
  sciences;
- two universities are two institutions, and so is a company or a council of research (CNRS, INFN) beside anything else; a
  laboratory that stands before two or between them and a council is both's; a supercomputing centre beside a university is
  taken for its unit;
- the place at the end is the last institution's, and that of the councils, which have none of their own;
- a campus that tells institutions of one name apart is part of the name ("University of California, Davis", "IIT Patna"),
  and the city;
- a centre or a laboratory that nothing greater stands beside is the institution; a department or a faculty alone is a unit
  of none;
- a text that is a city or a region ("Oxford") is a place and no institution; any other that says nothing ("LRI", and a
  person's name, which looks the same) is an institution's name;
- ranks, streets, boxes, districts, postal codes, e-mail addresses are left out; a federal university behind its college
  goes without saying ("University College London, University of London");
- the country is told by its name, by a region that only one has, by a postal code ("F-91405"), or else by a city that is
  the only one of its name in `cities.txt`; never by the institution's name. A city without country, region or code must
  stand in that list.

Only the first `LONGEST` characters of a text are read, at most `MOST` addresses come back, in time that grows with what is read.
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

__all__ = ["LONGEST", "MOST", "Address", "addresses_in", "country_name", "organisation_key"]

MOST = 50
"""How many addresses one text gives at most."""


class Address(msgspec.Struct, frozen=True, gc=False):
    """One institution as an address names it: every part is words of the text, but the country, a code of ISO 3166-1."""

    organisation: str | None = None
    unit: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None


def addresses_in(text: str) -> tuple[Address, ...]:
    """The addresses that a text names, one for each organisation, in its order, each once; none where it names nothing.

    Nothing is what has no letter, "NA", "none", "Institute" alone, a rank ("Independent Researcher"), an e-mail address, a link.
    """
    found: list[Address] = []
    for parts in wholes(cleaned(text)):
        left, place = location_of(parts)
        found += (_address(place, named) for named in institutions_in(left))
    return tuple(_distinct([one for one in found if one != Address()]))[:MOST]


def _address(place: Location, named: Named) -> Address:
    there = place if named.is_there else Location()
    city = there.city or (campus_of(named.organisation) if named.organisation else None)
    country = there.country or (country_of_city(city) if city else None)
    return Address(named.organisation, named.unit, city, there.region, country)


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
