"""The institutions that a printed affiliation names, each with its uid and with what the address says besides."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from graph.institutions.addresses import Address, addresses_in, organisation_key
from graph.institutions.countries import country_stated
from loaders.records import Affiliation, Identifier, InstitutionRecord

_NOWHERE = Address(None, None, None, None, None)


class Place(msgspec.Struct, frozen=True, gc=False):
    """An institution as one affiliation names it. `ids` are all its identifiers but the ROR id, each as one word; `address` is
    the affiliation as printed."""

    uid: str
    name: str
    address: str
    ror: str | None = None
    ids: tuple[str, ...] = ()
    unit: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None


@lru_cache(maxsize=32 * 1024)
def places_of(affiliation: Affiliation) -> tuple[Place, ...]:
    """The institutions of an affiliation: none where its text names none ("NA") and no identifier does.

    One with identifiers is one institution, whatever stands in its text: whoever gives them says which. Its uid is the ROR id,
    else the GRID id, else the name as names are compared, with the country where the address has one, so that namesakes in two
    countries are two. The country and the city that the document gives in fields of their own come before those of the text.
    """
    found = _placed([address for address in addresses_in(affiliation.name) if address.organisation], affiliation)
    if affiliation.ror or affiliation.ids:
        return (_identified(affiliation, found[0] if found else _stated(_NOWHERE, affiliation)),)
    places = (
        _place(name_uid(one.organisation, one.country), one.organisation, affiliation, one) for one in found if one.organisation
    )
    return tuple({(place.uid, place.unit): place for place in places}.values())


def place_of(record: InstitutionRecord) -> Place:
    """The institution that a record of its own describes: its name is one, whatever it looks like."""
    others = tuple(known for known in record.ids if known.scheme != "ror")
    affiliation = Affiliation(record.name, record.ror, others, record.country, record.city)
    addresses = [address for address in addresses_in(record.name) if address.organisation]
    return _identified(affiliation, _stated(addresses[0] if len(addresses) == 1 else _NOWHERE, affiliation))


def _placed(found: list[Address], affiliation: Affiliation) -> list[Address]:
    """The addresses of an affiliation with what is said of its place apart: of several, the country goes to those whose text has
    none, and whose city it is nobody says."""
    if len(found) == 1:
        return [_stated(found[0], affiliation)]
    return [one if one.country else _stated(one, affiliation, has_city=False) for one in found]


def _stated(address: Address, affiliation: Affiliation, *, has_city: bool = True) -> Address:
    """An address where fields of their own say that it is; a text that says another country tells nothing of the place."""
    country = country_stated(affiliation.country) if affiliation.country else None
    if country and address.country and country != address.country:
        address = replace(address, city=None, region=None)
    city = (affiliation.city if has_city else None) or address.city
    return replace(address, city=city, country=country or address.country)


def united(said: Sequence[Affiliation]) -> Affiliation:
    """One affiliation of several of one name, with all that they give beside it; of two countries or cities the first in
    alphabetical order, whichever came first. The country is a code then. `said` must not be empty."""
    if len(said) == 1:
        return said[0]
    places = [(country_stated(each.country) if each.country else None, each.city) for each in said]
    country = min((country for country, _ in places if country), default=None)
    city = min((city for there, city in places if city and there in (None, country)), default=None)
    ids = sorted({known for each in said for known in each.ids})
    return replace(said[0], ids=tuple(ids), country=country, city=city)


def name_uid(name: str, country: str | None) -> str:
    """The uid of the institution of a name in a country, where that is known."""
    key = compared(name)
    return f"institution:{key}|{country.lower()}" if country else f"institution:{key}"


def compared(name: str) -> str:
    """A name as names of institutions are compared; never empty."""
    return organisation_key(name) or " ".join(name.replace("|", " ").split()).casefold() or "?"


def country_in(uid: str) -> str | None:
    """The country that the uid of an institution says, which is known by its name."""
    _, bar, code = uid.rpartition("|")
    return code.upper() if bar and uid.startswith("institution:") else None


def _identified(affiliation: Affiliation, address: Address) -> Place:
    name = address.organisation or " ".join(affiliation.name.split()) or (affiliation.ror or affiliation.ids[0].curie)
    uid = _uid_by_id(affiliation.ror, affiliation.ids) or name_uid(name, address.country)
    return _place(uid, name, affiliation, address)


def _uid_by_id(ror: str | None, ids: Iterable[Identifier]) -> str | None:
    if ror:
        return f"ror:{ror}"
    return min((known.curie for known in ids if known.scheme == "grid"), default=None)


def _place(uid: str, name: str, affiliation: Affiliation, address: Address) -> Place:
    return Place(
        uid=uid,
        name=name,
        address=affiliation.name,
        ror=affiliation.ror,
        ids=tuple(sorted(known.curie for known in affiliation.ids)),
        unit=address.unit,
        city=address.city,
        region=address.region,
        country=address.country,
    )
