"""Printed affiliations taken apart: which institution, which part of it, where.

Only the first `LONGEST` characters of a text are read, in time that grows with their number.
"""

import re

import msgspec

from graph.institutions.countries import country_name, country_of
from graph.institutions.keys import organisation_key
from graph.institutions.kinds import Kind, kind_of
from graph.institutions.places import country_of_city, is_city, region_of

__all__ = ["LONGEST", "Address", "addresses_in", "country_name", "organisation_key"]

LONGEST = 4096
"""How many characters of a text are read."""

_MOST = 50
"""How many addresses one text gives at most."""

_EMAIL = re.compile(
    r"(?:electronic address|e-?mail|corresponding author)?s?\s*[:.]?\s*[^\s,;@]{1,64}@[^\s,;@]{1,255}|\bhttps?://\S+|\belectronic address:?|\be-?mail:",
    re.IGNORECASE,
)
_EDGES = " \t,;.:-–—*†‡§¶#|"
_WHOLE = re.compile(r";|\[[^\]]*\]|\n")
_COMMA = re.compile(r",(?![^(]*\))")
_ZIP = re.compile(
    r"(?:\b[A-Z]{1,3}[-–‐])?\b\d{2,3} \d{2}\b|(?:\b[A-Z]{1,3}[-–‐])?\b\d[\d‐–-]{2,9}\d\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b\d{4} ?[A-Z]{2}\b"
)


class Address(msgspec.Struct, frozen=True, gc=False):
    """One institution as an address names it; every part is words of the text, but the country's code."""

    organisation: str | None = None
    unit: str | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None


def addresses_in(text: str) -> tuple[Address, ...]:
    """The addresses that a text names, one for each organisation, none where the text names nothing."""
    cleaned = _EMAIL.sub(" ", text[:LONGEST])
    found: list[Address] = []
    for whole in _WHOLE.split(cleaned):
        found += _read(" ".join(whole.split()).strip(_EDGES))
    return tuple(dict.fromkeys(found))[:_MOST]


def _read(text: str) -> list[Address]:
    parts = [part for piece in _COMMA.split(text) if (part := piece.strip(_EDGES))]
    country = region = city = None
    while len(parts) > 1 or (parts and country_of(parts[0])):
        last = parts[-1]
        bare = " ".join(_ZIP.sub(" ", last).split())
        words = bare.split()
        tail = next((n for n in (4, 3, 2, 1) if len(words) > n and country_of(" ".join(words[-n:]))), 0)
        if not country and (code := country_of(bare)):
            country = code
            if is_city(bare) and city is None:
                city = bare
            parts.pop()
        elif not country and tail and kind_of(last) in (Kind.OTHER, Kind.STREET):
            country, parts[-1] = country_of(" ".join(words[-tail:])), " ".join(words[:-tail])
        elif not bare:
            parts.pop()
        elif not region and (known := region_of(bare)) and not (is_city(bare) and not city):
            region, country = bare, country or known.country
            parts.pop()
        elif not city and (is_city(bare) or (country or region) and kind_of(bare) is Kind.OTHER and len(words) < 4):
            city, country = bare, country or country_of_city(bare)
            parts.pop()
        elif kind_of(last) in (Kind.STREET, Kind.NOTHING):
            parts.pop()
        else:
            break
    kinds = [kind_of(part) for part in parts]
    best = max(kinds, default=Kind.NOTHING)
    organisation = parts[kinds.index(best)] if best > Kind.DEPARTMENT else None
    units = [p for p, k in zip(parts, kinds, strict=True) if p != organisation and k > Kind.STREET]
    if not (organisation or units or city or country):
        return []
    return [Address(organisation, ", ".join(units) or None, city, region, country)]
