"""What the graph says of an institution, worked out from all that is said of it: name, ids, country, and by what it is found."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import msgspec

from graph.organisations.grouping import commonest
from graph.organisations.named import Place, compared, country_in, place_of, places_of
from loaders.records import Affiliation, InstitutionRecord

MOST_ALIASES = 12
"""How many other names an institution keeps."""
MOST_SPELLINGS = 12
"""How many spellings of an institution are kept with how often each is used, the commonest ones."""
MOST_KEYS = 60
_SIGNS = re.compile(r'["\\]')
"""What would end the word in a question of the index."""
_LONGEST_KEY = 120
"""Letters of a word that the full-text index takes whole; longer ones are hashed."""

_affiliation = msgspec.json.Decoder(Affiliation).decode
_record = msgspec.json.Decoder(InstitutionRecord).decode


@dataclass
class Said:
    """What is said of an institution, gathered in any order: how often it is spelt how and placed in which country, its ids, and
    the names in records of its own."""

    uid: str
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)
    own: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)

    def add(self, name: str, country: str | None, ids: Iterable[str], times: int = 1) -> None:
        """Add what authorships say."""
        self.names[name] += times
        if country:
            self.countries[country] += times
        self.ids.update(ids)

    def add_affiliation(self, said: str) -> None:
        """Add what a record about a person says, given as JSON, if it is about this institution."""
        for place in places_of(_affiliation(said)):
            if place.uid == self.uid:
                self._add_place(place)

    def add_record(self, said: str) -> None:
        """Add what a record about the institution says, given as JSON."""
        record = _record(said)
        place = place_of(record)
        self._add_place(place)
        self.own[place.name] += 1
        self.aliases.update(record.aliases)

    def _add_place(self, place: Place) -> None:
        self.add(place.name, place.country, place.ids)

    @property
    def name(self) -> str:
        """The name that most records of its own give, else the spelling that is most in use."""
        return commonest(self.own or self.names) or self.uid

    @property
    def country(self) -> str | None:
        """The country of the uid, else the one that is said most often, of several the first in alphabetical order."""
        told = country_in(self.uid)
        return told or min(self.countries, key=lambda code: (-self.countries[code], code), default=None)

    def row(self) -> dict[str, object]:
        """The row that `set_institution_facts` takes: of the record by itself, whatever its organisation is."""
        scheme, _, value = self.uid.partition(":")
        ids = self.ids | ({self.uid} if scheme == "grid" else set())
        ordered = sorted(self.names, key=lambda name: (-self.names[name], name))
        others = dict.fromkeys([*ordered, *sorted(self.own), *sorted(self.aliases)])
        aliases = [other for other in others if other.casefold() != self.name.casefold()]
        return {
            "uid": self.uid,
            "name": self.name,
            "said_name": None,
            "spellings": ordered[:MOST_SPELLINGS] or None,
            "spelt": [self.names[name] for name in ordered[:MOST_SPELLINGS]] or None,
            "described": self.own[self.name] or None,
            "ror": value if scheme == "ror" else None,
            "ids": sorted(ids) or None,
            "aliases": aliases[:MOST_ALIASES] or None,
            "said_country": self.country,
            "mentions": sum(self.names.values()),
            "keys": self._keys(ids, [self.name, *ordered]),
        }

    def _keys(self, ids: Iterable[str], names: Sequence[str]) -> list[str]:
        """The ids, and the names as they are compared: what institutions that may be one are found by."""
        scheme, _, name = self.uid.partition(":")
        held = {self.uid, *ids} if scheme in ("ror", "grid") else {*ids}
        if scheme == "institution":
            known = {name_key(name.rpartition("|")[0] if country_in(self.uid) else name)}
        else:
            known = {name_key(compared(one)) for one in names[:MOST_KEYS]}
        return [*sorted(held), *sorted(known)]


def name_key(compared_name: str) -> str:
    """A compared name as one word."""
    if len(compared_name) > _LONGEST_KEY:
        return f"name:{blake2b(compared_name.encode(), digest_size=16).hexdigest()}"
    return "name:" + "_".join(_SIGNS.sub(" ", compared_name).split())
