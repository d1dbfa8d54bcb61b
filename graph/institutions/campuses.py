"""Institutions of one name at several places, of which the place is part: "University of California, Davis"."""

import re

from graph.institutions.inner import unit_and_institution
from graph.institutions.places import is_city

_STATES = (
    "calif\\w*|texas|illinois|wisconsin|north carolina|maryland|massachusetts|michigan|colorado|minnesota|missouri|nebraska"
    "|tennessee|alabama|nevada|hawaii|arkansas|south florida|puerto rico|alaska|south carolina"
)
_INDIAN = "(?:information |info\\w*\\.? )?technol\\w*\\.?|management|science education and research"
_SYSTEM = re.compile(
    rf"(?:the )?(?:univ\w*\.? (?:of )?(?:{_STATES})|U\.? of (?:{_STATES})|UC|U\.C\.|cal(?:ifornia|if)\.?"
    r" (?:state|polytechnic) univ\w*\.?|(?:state|city) university of new york|SUNY|CUNY|pennsylvania state univ\w*\.?"
    r"|texas a ?& ?m univ\w*\.?"
    rf"|louisiana state univ\w*\.?|(?:indian|international|indraprastha) inst\w*\.? of (?:{_INDIAN})|IIT|IIIT|IISER"
    r"|national inst\w*\.? of technology|NIT|birla institute of technology and science|BITS)",
    re.IGNORECASE,
)
"""Names of institutions at several places, and beginnings of names that are told by their place."""
_LONGEST_CITY = 4
_BETWEEN = ("at", "in", "-")


def is_system(name: str) -> bool:
    """Whether a name is borne by several institutions, so that the place must be told."""
    return _SYSTEM.fullmatch(unit_and_institution(name)[1]) is not None


def campus_of(name: str) -> str | None:
    """The campus that a whole name ends with: "University of California at San Diego" is at San Diego."""
    tokens = name.replace("–", "-").split()
    if not _SYSTEM.match(name):
        return None
    for count in range(min(_LONGEST_CITY, len(tokens) - 1), 0, -1):
        campus, rest = " ".join(tokens[-count:]), tokens[:-count]
        while rest and rest[-1] in _BETWEEN:
            rest = rest[:-1]
        if tokens[-count] not in _BETWEEN and is_city(campus) and is_system(" ".join(rest).rstrip(",")):
            return campus
    return None


def with_campuses(parts: list[str]) -> list[str]:
    """The parts with each campus joined to the name before it: "University of California", "Davis" are one."""
    found: list[str] = []
    for part in parts:
        campus, rest = _campus_first(part) if found and is_system(found[-1]) else (None, part)
        if campus:
            found[-1] = f"{found[-1]}, {campus}"
        if rest:
            found.append(rest)
    return found


def _campus_first(part: str) -> tuple[str | None, str]:
    """The city that a part begins with, and what is left of it."""
    tokens = part.split()
    for count in range(min(_LONGEST_CITY, len(tokens)), 0, -1):
        campus, rest = " ".join(tokens[:count]), " ".join(tokens[count:])
        if is_city(campus) and not rest.startswith(("and ", "& ", "- ")):
            return campus, rest
    return None, part
