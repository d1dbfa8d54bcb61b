"""Identifiers of institutions as exports spell them, in the usual spelling of their scheme."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from loaders.fields.identifiers import openalex, ror
from loaders.records import Affiliation, Identifier

_GRID = re.compile(r"(?:\S*/|grid:\s*)?(?P<id>grid\.\d+\.[0-9a-f]+)/?", re.IGNORECASE)
_ISNI = re.compile(r"(?:\S*isni\.org/(?:isni/)?|isni:?\s*)?(?P<id>(?:\d{4}[\s-]?){3}\d{3}[\dX])/?", re.IGNORECASE)
_WIKIDATA = re.compile(r"(?:\S*wikidata\.org/(?:wiki|entity)/|wikidata:\s*)?(?P<id>Q[1-9]\d*)/?", re.IGNORECASE)
_FUNDER = re.compile(r"(?:\S*doi\.org/|doi:\s*)?(?:10\.13039/)?(?P<id>\d{6,12})/?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\S*/)?(?P<id>\d+)/?")
_LEI = re.compile(r"(?P<id>[A-Z0-9]{18}\d{2})", re.IGNORECASE)
_LONGEST = 200
_AMINER = re.compile(r"(?P<id>[0-9a-f]{24})", re.IGNORECASE)
_ADS = re.compile(r"(?P<id>A\d{5})")
_SCHEMES = {
    "grid.ac": "grid", "magid": "mag", "ringgold id": "ringgold", "rin": "ringgold", "rgid": "ringgold", "afid": "scopus",
    **dict.fromkeys(("crossref funder", "crossref funder id", "open-funder-registry", "crossref-fundref"), "fundref"),
}  # fmt: skip
"""Schemes by what formats call them, where that is another word."""
_SIGNS = {
    "ror": "ror.org",
    "grid": "grid.",
    "isni": "isni",
    "wikidata": "wikidata",
    "openalex": "openalex",
    "fundref": "10.13039/",
}
"""What stands in identifiers of these schemes, or in their addresses, and tells them."""


def institution_id(called: str | None, value: object) -> Identifier | None:
    """The identifier that `value` is in the scheme that a format calls so ("GRID", "Ringgold"), else the one that its address or
    its form tells; None where it is none of those that are kept."""
    if isinstance(value, str) and 0 < len(value) <= _LONGEST:
        return _known(called or "", value)
    return _known(called or "", str(value)) if type(value) is int else None


@lru_cache(maxsize=16 * 1024)
def _known(called: str, value: str) -> Identifier | None:
    """The same; a few institutions stand in most records of a document."""
    text, word = " ".join(value.split()), called.strip().casefold()
    scheme = _SCHEMES.get(word, word)
    telling = [each for each, sign in _SIGNS.items() if sign in text.casefold()]
    tried = [*([scheme] if scheme in _READINGS else []), *telling, *([] if word else ["ror"])]
    return next((Identifier(each, found) for each in tried if (found := _READINGS[each](text))), None)


def affiliation_with(name: str, *given: tuple[str | None, object], country: object = None, city: object = None) -> Affiliation:
    """An affiliation of that name with the identifiers that `given` are, each with what the format calls its scheme, and with the
    country and the city that stand in fields of their own."""
    ror_id: str | None = None
    others: dict[Identifier, None] = {}
    for called, value in given:
        found = institution_id(called, value)
        if found and found.scheme == "ror":
            ror_id = ror_id or found.value
        elif found:
            others[found] = None
    return Affiliation(" ".join(name.split()), ror_id, tuple(others), stated_place(country), stated_place(city))


def stated_place(value: object) -> str | None:
    """The country or the city that stands in a field of its own, in its words; None where it is empty or longer than a name."""
    words = " ".join(value.split()).strip(" ,;.") if isinstance(value, str) and len(value) <= _LONGEST else ""
    return words or None


def _reading(pattern: re.Pattern[str], spelling: Callable[[str], str] = str) -> Callable[[str], str | None]:
    def read(text: str) -> str | None:
        match = pattern.fullmatch(text)
        return spelling(match["id"]) if match else None

    return read


def _openalex(text: str) -> str | None:
    known = openalex(text)
    return known if known and known.startswith("I") else None


_READINGS: Mapping[str, Callable[[str], str | None]] = {
    "ror": ror,
    "grid": _reading(_GRID, str.lower),
    "isni": _reading(_ISNI, lambda number: re.sub(r"[\s-]", "", number).upper()),
    "wikidata": _reading(_WIKIDATA, str.upper),
    "fundref": _reading(_FUNDER),
    "openalex": _openalex,
    "lei": _reading(_LEI, str.upper),
    "aminer": _reading(_AMINER, str.lower),
    "ads": _reading(_ADS),
    **dict.fromkeys(("ringgold", "mag", "scopus", "hal", "inspire"), _reading(_NUMBER)),
}
