"""Regions and cities that addresses name (`regions.txt`, `cities.txt`), and the country that they tell where it is sure."""

import re
from functools import cache

import msgspec

from graph.institutions.countries import LONGEST, key, listed

_ABBREVIATION = re.compile(r"[A-Z]{2,4}|[A-Z][a-z]{2,5}")


class Region(msgspec.Struct, frozen=True, gc=False):
    """Where a region may be: `countries` that have one of this name, and `country` where naming it is enough."""

    countries: frozenset[str]
    country: str | None


@cache
def _regions() -> dict[str, Region]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for line in listed("regions.txt"):
        code, sure, names = line[:2], line[3] == "+", line[3:].removeprefix("+ ")
        for region in names.split(";"):
            for at, name in enumerate(region.strip().split("/")):
                kept = name if _is_abbreviation(name, at) else key(name)
                found.setdefault(kept, []).append((code, sure and not (at and code == "BR")))
    return {name: _region(known) for name, known in found.items()}


def _is_abbreviation(name: str, at: int) -> bool:
    return at > 0 and _ABBREVIATION.fullmatch(name) is not None and len(name) <= 5


def _region(known: list[tuple[str, bool]]) -> Region:
    sure = {code for code, is_sure in known if is_sure}
    return Region(frozenset(code for code, _ in known), sure.pop() if len(sure) == 1 else None)


def region_of(text: str) -> Region | None:
    """What the whole text names as a state or province: a name in any case, an abbreviation in its own; None where none."""
    if len(text) > LONGEST:
        return None
    bare = text.replace(".", "")
    return _regions().get(bare) or _regions().get(key(text))


@cache
def _cities() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for line in listed("cities.txt"):
        sure = line[3] == "+"
        for name in line[3:].removeprefix("+ ").split(";"):
            at = key(name)
            found[at] = line[:2] if sure and found.get(at, line[:2]) == line[:2] else None
    return found


def is_city(text: str) -> bool:
    """Whether the whole text is a known city's name."""
    return len(text) <= LONGEST and key(text) in _cities()


def country_of_city(text: str) -> str | None:
    """The code of the country that a city is in, where the list has no other city of this name and calls it sure."""
    return _cities().get(key(text)) if len(text) <= LONGEST else None
