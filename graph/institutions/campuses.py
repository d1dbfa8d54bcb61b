"""Institutions of one name at several places, of which the place is part: "University of California, Davis"."""

import re

from graph.institutions.inner import unit_and_institution
from graph.institutions.places import is_city

_STATES = (
    "calif\\w*|texas|illinois|wisconsin|north carolina|maryland|massachusetts|michigan|colorado|minnesota|missouri|nebraska|tennessee"
    "|alabama|nevada|hawaii|arkansas|houston|south florida|puerto rico|alaska|south carolina"
)
_SYSTEM = re.compile(
    rf"(?:the )?(?:univ\w*\.? (?:of )?(?:{_STATES})|U\.? of (?:{_STATES})|UC|U\.C\.|cal(?:ifornia|if)\.? (?:state|polytechnic) univ\w*\.?|(?:state|city) university of new york"
    r"|SUNY|CUNY|pennsylvania state univ\w*\.?|texas a ?& ?m univ\w*\.?|louisiana state univ\w*\.?"
    r"|(?:indian|international|indraprastha) inst\w*\.? of (?:information technology|technol\w*\.?|management|science education and research|info\w*\.? technol\w*\.?)"
    r"|IIT|IIIT|IISER|national inst\w*\.? of technology|NIT|birla institute of technology and science|BITS)",
    re.IGNORECASE,
)
_LONGEST_CITY = 4


def is_system(name: str) -> bool:
    """Whether a name is borne by several institutions, so that the place must be told."""
    return _SYSTEM.fullmatch(unit_and_institution(name)[1]) is not None


def campus_of(name: str) -> str | None:
    """The campus that a whole name ends with: "University of California at San Diego" is at San Diego."""
    tokens = name.replace("–", "-").split()
    if len(tokens) == 1 or not _SYSTEM.match(name):
        return None
    for count in range(min(_LONGEST_CITY, len(tokens) - 1), 0, -1):
        campus = " ".join(tokens[-count:])
        rest = tokens[:-count]
        while rest and rest[-1] in ("at", "in", "-", "–"):
            rest = rest[:-1]
        if is_city(campus) and is_system(" ".join(rest).rstrip(",")):
            return campus
    return None


def with_campuses(parts: list[str]) -> tuple[list[str], str | None]:
    """The parts with a campus joined to the name before it, and the campus; None where no name has one behind it."""
    for at, (name, behind) in enumerate(zip(parts, parts[1:], strict=False)):
        if not is_system(name):
            continue
        tokens = behind.split()
        for count in range(min(_LONGEST_CITY, len(tokens)), 0, -1):
            campus = " ".join(tokens[:count])
            rest = " ".join(tokens[count:])
            if is_city(campus) and not rest.startswith(("and ", "& ", "- ")):
                joined = [*parts[:at], f"{name}, {campus}", *([rest] if rest else []), *parts[at + 2 :]]
                return joined, campus
    return parts, None
