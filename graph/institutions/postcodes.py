"""Postal codes, and the place of an address as far as it has been read."""

import re

import msgspec

CODE = re.compile(
    r"\b(?:(?P<land>[A-Z]{1,3}|Fin)[-–‐])?(?P<digits>\d{3} ?\d{2}(?![\d‐–-])|\d[\d‐–-]{2,9}\d)\b(?: (?:[A-Z]{2})(?= [A-Z][a-z]))?"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z][ -]?\d[A-Z]\d\b|\bD-\d{2}\b|〒\s?\d{3}-\d{4}",
)
_SPELT_LANDS = "F:FR D:DE CH:CH A:AT I:IT B:BE E:ES S:SE NL:NL DK:DK FIN:FI N:NO L:LU H:HU DE:DE AT:AT IT:IT BE:BE SE:SE FI:FI"
_LANDS = dict(pair.split(":") for pair in f"{_SPELT_LANDS} NO:NO PL:PL CZ:CZ SK:SK FR:FR GR:GR".split())
_LONGEST = 80


class Location(msgspec.Struct):
    """What has been found of a place so far; `told` is whether a country's name has been read.

    `in_one_piece` is whether it stood behind the institution's name without a comma.
    """

    city: str | None = None
    region: str | None = None
    country: str | None = None
    told: bool = False
    in_one_piece: bool = False

    def named(self) -> bool:
        """Whether a country or a region has been read."""
        return self.told or self.region is not None

    def note(self, code: re.Match[str] | None) -> None:
        """Take the country that a postal code begins with ("F-75005") where none is known."""
        if code and code["land"] and not self.country:
            self.country = _LANDS.get(code["land"].upper())


def code_in(part: str) -> re.Match[str] | None:
    """The postal code in a part, None where none is, or where the part is too long to be a place."""
    return CODE.search(part) if len(part) < _LONGEST else None


def without_code(part: str) -> str:
    """The part without its postal codes."""
    return " ".join(CODE.sub(" ", part).split()).removeprefix("s/n").strip(" .,-–")
