"""`python -m tests.hammer.recognising`: documents of every format in disguise, and whether each is still taken for what it is, or
for nothing; never for another format in silence.

`--tries N` says how often each way is tried on each document, `--seed S` with which chance, `--only FORMAT …` on which formats.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from loaders import FORMATS, Source, fitting
from tests.hammer.disguises import HARMFUL, HARMLESS, OF_COLUMNS
from tests.hammer.documents import documents_of

NAMES = tuple(known.name for known in FORMATS)
HELD = {"unarxive": ("arxiv_snapshot",)}
"""Formats that hold records of others whole, which may be all that is left of them."""
TABLES = frozenset(known.name for known in FORMATS if known.known_table)


class Taken(NamedTuple):
    """What a document of `format` was taken for in a disguise; `fault` where that is wrong."""

    format: str
    way: str
    number: int
    names: tuple[str, ...]
    data: bytes

    @property
    def fault(self) -> str:
        """What is wrong, in a few words; empty where nothing is."""
        if self.format in self.names:
            return ""
        if not self.names:
            return "it is not recognised any more" if self.way in HARMLESS else ""
        if self.names == ("table",) and self.format in TABLES and self.way in OF_COLUMNS:
            return ""
        if self.way == "its beginning lost" and self.names == HELD.get(self.format):
            return ""
        return f"it is taken for {' or '.join(self.names)}"


def taken(name: str, seed: int, tries: int) -> Iterator[Taken]:
    """The documents of a format in all disguises."""
    for number, data in enumerate(documents_of(name)):
        if name not in _names(data):
            continue
        for way, change in {**HARMLESS, **HARMFUL}.items():
            for trial in range(tries):
                changed = change(data, random.Random(f"{name} {seed} {number} {way} {trial}"))
                if changed != data:
                    yield Taken(name, way, number, _names(changed), changed)
                else:
                    break


def _names(data: bytes) -> tuple[str, ...]:
    return tuple(known.name for known in fitting(Source.of(data)))


def main() -> int:
    """Try, print what is wrong, and tell by the exit code whether anything is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="FORMAT")
    given = parser.parse_args()
    told: Counter[str] = Counter()
    faults: dict[tuple[str, str, str], list[Taken]] = {}
    for name in given.only:
        for one in taken(name, given.seed, given.tries):
            told["as it is" if name in one.names else "as nothing" if not one.names else "as another"] += 1
            told["with another beside it"] += len(one.names) > 1 and name in one.names
            if one.fault:
                faults.setdefault((name, one.way, one.fault), []).append(one)
    print(", ".join(f"{count:,} taken {what}" for what, count in sorted(told.items())))
    for (name, way, fault), cases in faults.items():
        print(f"{name}, {way}: {fault} ({len(cases)} times)\n    {cases[0].data[:300]!r}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
