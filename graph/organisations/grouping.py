"""Which records of institutions are one organisation: a function of all of them, in whatever order they come.

Equal identifiers make one organisation of records, but never of two ROR ids: an id that two of them bear ties nothing, and where
a chain of ids would tie two of them, none of the chain is tied. Then a name joins whom alone it can mean: with a country the one
record of that name that has a ROR or GRID id and is in that country, or nowhere known, while the name stands for nobody in
another country; without a country the one organisation of that name. A name that fits several stays alone.

A record of which no country is said is where its organisation is if an id says so, or where a fair share of the addresses of that
name do: of 830 addresses of Google in the ACL Anthology the five that print a country print Japan.

An organisation is called as records of their own call it, else as most affiliations of all its records spell it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

_IDENTIFIED = ("ror:", "grid:")
_NAME = "name:"
LEAST_SHARE = 0.1
"""Which share of the addresses of a name must print a country for the others to be there."""


class Known(msgspec.Struct, frozen=True, gc=False):
    """A record of an institution: the country that is said of it, its ids and, as `name:…`, its compared names, and how often it
    is named. `name` is what it is called by itself, and `described` by how many records of its own; `spelt` is how often it is
    spelt how."""

    uid: str
    country: str | None
    keys: Sequence[str]
    mentions: int = 1
    name: str = ""
    spelt: Mapping[str, int] = {}
    described: int = 0

    @property
    def is_identified(self) -> bool:
        """Whether it is known by an id and not by its name."""
        return self.uid.startswith(_IDENTIFIED)


class Organisation(msgspec.Struct, gc=False):
    """Records that are one, and the countries and names that they bear."""

    records: list[Known]

    @property
    def is_identified(self) -> bool:
        return any(record.is_identified for record in self.records)

    @property
    def countries(self) -> set[str]:
        return {record.country for record in self.records if record.country}

    @property
    def names(self) -> set[str]:
        return {key for record in self.records for key in record.keys if key.startswith(_NAME)}


class Grouped(msgspec.Struct, frozen=True, gc=False):
    """The organisation of a record: the uid of the record that stands for it, and its country. `name` is what the record is
    called, of the one that stands for the organisation what that is called."""

    organisation: str
    country: str | None
    name: str = ""


def organisations(records: Iterable[Known]) -> dict[str, Grouped]:
    """The organisation of each record, by uid. `records` must be all that share ids or names with one another."""
    tied = [Organisation(some) for some in _by_ids(sorted(records, key=lambda record: record.uid))]
    of_name: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(tied):
        for name in one.names:
            of_name[name].append(number)
    joined = _join_by_country(tied, of_name)
    joined |= _join_by_name(tied, of_name, joined)
    together: defaultdict[int, list[Known]] = defaultdict(list)
    for number, one in enumerate(tied):
        together[_end(joined, number)] += one.records
    return {record.uid: grouped for some in together.values() for record, grouped in _grouped(some)}


def _by_ids(records: Sequence[Known]) -> list[list[Known]]:
    """Records by the ids that they share."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for key in record.keys:
            if not key.startswith(_NAME):
                holders[key].append(number)
    root = list(range(len(records)))

    def top(number: int) -> int:
        while root[number] != number:
            root[number] = number = root[root[number]]
        return number

    for held_by in holders.values():
        if len(held_by) > 1 and _rors(records[number] for number in held_by) < 2:
            for number in held_by[1:]:
                a, b = sorted((top(held_by[0]), top(number)))
                root[b] = a
    found: defaultdict[int, list[Known]] = defaultdict(list)
    for number, record in enumerate(records):
        found[top(number)].append(record)
    return [some for tied in found.values() for some in ([tied] if _rors(tied) < 2 else [[one] for one in tied])]


def _rors(records: Iterable[Known]) -> int:
    return len({record.uid for record in records if record.uid.startswith("ror:")})


def _join_by_country(tied: Sequence[Organisation], of_name: Mapping[str, Collection[int]]) -> dict[int, int]:
    """Which of those that are known by their names in a country are one that is known by an id."""
    joined: dict[int, int] = {}
    for number, one in enumerate(tied):
        if one.is_identified or not one.countries:
            continue
        fitting = [_the_one(one, tied, of_name[name]) for name in one.names]
        found = {other for other in fitting if other is not None}
        if len(found) == 1:
            joined[number] = found.pop()
    return joined


def _the_one(one: Organisation, tied: Sequence[Organisation], bearing: Collection[int]) -> int | None:
    """Of those that bear a name, the one that is known by an id and that it means in the countries that are said of `one`."""
    fitting = [number for number in bearing if tied[number].is_identified and tied[number].countries <= one.countries]
    if len(fitting) != 1:
        return None
    if tied[fitting[0]].countries:
        return fitting[0]
    others = {country for number in bearing for country in tied[number].countries}
    return fitting[0] if others <= one.countries else None


def _join_by_name(
    tied: Sequence[Organisation], of_name: Mapping[str, Collection[int]], joined: Mapping[int, int]
) -> dict[int, int]:
    """Which of those that are known by their names and no country are the one other organisation of that name."""
    found: dict[int, int] = {}
    for number, one in enumerate(tied):
        if one.is_identified or one.countries:
            continue
        others = {joined.get(other, other) for name in one.names for other in of_name[name] if other != number}
        if len(others) == 1:
            found[number] = others.pop()
    # Two of several names each and no country may name each other: the first in order stands for both.
    return {number: other for number, other in found.items() if found.get(other) != number or other < number}


def _end(joined: Mapping[int, int], number: int) -> int:
    seen = set()
    while number in joined and number not in seen:
        seen.add(number)
        number = joined[number]
    return number


def _grouped(records: Sequence[Known]) -> list[tuple[Known, Grouped]]:
    """Each with its organisation: a ROR id stands for it before a GRID id, an id before a name, then the smallest uid."""
    first = min(records, key=lambda record: (*(not record.uid.startswith(scheme) for scheme in _IDENTIFIED), record.uid))
    country, name = _country(records), _name(records, first)
    return [
        (record, Grouped(first.uid, record.country or country, name if record is first else record.name)) for record in records
    ]


def _name(records: Sequence[Known], first: Known) -> str:
    """What most records of their own call an organisation, of several the one that stands for it; else its commonest spelling."""
    if len(records) == 1:
        return first.name
    described, spelt = Counter[str](), Counter[str]()
    for record in records:
        spelt.update(record.spelt)
        if record.described:
            described[record.name] += record.described
    if described and described[first.name] == max(described.values()):
        return first.name
    return commonest(described or spelt) or first.name


def commonest(names: Mapping[str, int]) -> str | None:
    """The name that is most in use; of several the one that is not all in capitals or small letters, then the first in
    alphabetical order; None of none."""
    return min(names, key=lambda name: (-names[name], name.isupper() or name.islower(), name), default=None)


def _country(records: Sequence[Known]) -> str | None:
    """Where those records of an organisation are of which no country is said."""
    by_id = {record.country for record in records if record.country and record.is_identified}
    told = {record.country for record in records if record.country}
    if len(told) != 1:
        return by_id.pop() if len(by_id) == 1 else None
    saying = sum(record.mentions for record in records if record.country)
    is_told = bool(by_id) or saying >= LEAST_SHARE * sum(record.mentions for record in records)
    return told.pop() if is_told else None
