"""The institutions that a printed affiliation names, each with its uid and with what the address says besides."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from graph.institutions.addresses import Address, addresses_in, organisation_key
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
    countries are two.
    """
    found = [address for address in addresses_in(affiliation.name) if address.organisation]
    if affiliation.ror or affiliation.ids:
        return (_identified(affiliation, found[0] if found else _NOWHERE),)
    places = (
        _place(name_uid(one.organisation, one.country), one.organisation, affiliation, one) for one in found if one.organisation
    )
    return tuple({(place.uid, place.unit): place for place in places}.values())


def place_of(record: InstitutionRecord) -> Place:
    """The institution that a record of its own describes: its name is one, whatever it looks like."""
    others = tuple(known for known in record.ids if known.scheme != "ror")
    affiliation = Affiliation(record.name, record.ror, others)
    addresses = [address for address in addresses_in(record.name) if address.organisation]
    return _identified(affiliation, addresses[0] if len(addresses) == 1 else _NOWHERE)


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
