"""Which damage a number stands for: the same for the same format, seed and number, wherever and whenever it is asked for."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from tests.hammer.byte_damage import DAMAGES, OF_THE_WHOLE, RARE, Damage
from tests.hammer.documents import PACKED, documents_of, joined, kinds_of, parts_of
from tests.hammer.value_damage import damages_for
from tests.unit.loaders.counted_documents import Kind

DAMAGED = 3
"""The number of the record that is damaged where the others are to stay as they are."""
_RARELY = 0.004


@dataclass(frozen=True)
class Blow:
    """One damaged document. Of a `kind`, only the record `DAMAGED` is damaged, and is now `record`; otherwise anything may be."""

    format: str
    seed: int
    number: int
    damages: tuple[str, ...]
    data: bytes
    kind: Kind | None = None
    record: bytes = b""

    @property
    def name(self) -> str:
        """How to ask for it again."""
        return f"--only {self.format} --seed {self.seed} --number {self.number}"


def blow(format_name: str, seed: int, number: int) -> Blow:
    """The damage of that number: an even one's to one record of several, where the format has such, all others' anywhere."""
    chance = random.Random(f"{format_name} {seed} {number}")
    kinds = kinds_of(format_name)
    if kinds and number % 2 == 0:
        kind = chance.choice(kinds)
        records = [part.encode() for part in parts_of(kind)]
        damages, records[DAMAGED] = _struck(records[DAMAGED], chance, DAMAGES)
        return Blow(format_name, seed, number, damages, joined(kind, records), kind, records[DAMAGED])
    data = chance.choice(documents_of(format_name))
    usual = DAMAGES if format_name in PACKED else {**DAMAGES, **OF_THE_WHOLE}
    damages, data = _struck(data, chance, RARE if chance.random() < _RARELY else usual)
    return Blow(format_name, seed, number, damages, data)


def _struck(data: bytes, chance: random.Random, usual: Mapping[str, Damage]) -> tuple[tuple[str, ...], bytes]:
    """The data after one damage, or several, of all kinds that it can have."""
    ways = {**usual, **(damages_for(data) if usual is not RARE else {})}
    names = tuple(chance.choice(list(ways)) for _ in range(1 if usual is RARE else chance.choice((1, 1, 1, 2, 3))))
    for name in names:
        data = ways[name](data, chance)
    return names, data
