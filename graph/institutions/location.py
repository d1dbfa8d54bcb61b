"""Where an address says that an institution is: its last parts, or its first, that name a country, a region, a city."""

import re

from graph.institutions.campuses import with_campuses
from graph.institutions.countries import country_of, is_former
from graph.institutions.kinds import Kind, is_nothing, kind_of
from graph.institutions.places import country_of_city, is_city, region_of
from graph.institutions.postcodes import CODE, Location, code_in, without_code
from graph.institutions.tails import take_country, take_tail

_CITY_TAIL = re.compile(r"(?:\s+(?:cedex|cédex)\b.*|\s+\d{1,3}|\s+\([A-Z]{2}\)|/[A-Z]{2}|\s+[A-Z]\d?)$", re.IGNORECASE)
_CITY_STATES = frozenset(("SG", "HK", "LU", "MO", "MC", "GI", "SM"))
_LONGEST_ACRONYM = 7
_SHORTEST_WITH_CAPITALS = 6
"""McAllen and DeKalb are places."""
_LONGEST_ABBREVIATION = 3
_MOST_WORDS = 4


def location_of(parts: list[str]) -> tuple[list[str], Location]:
    """The parts that name no place, and the place. The first part is taken for a place only where it can be nothing else."""
    place = Location()
    left = with_campuses(parts)
    while left and _take_last(left, place):
        pass
    if len(left) > 1 and not place.city and not place.told:
        _take_first(left, place)
    if place.city is None and place.country in _CITY_STATES and place.told:
        place.city = next((part for part in reversed(parts) if country_of(part) == place.country and is_city(part)), None)
    if place.country is None and place.city:
        place.country = country_of_city(place.city)
    return left, place


def _take_last(parts: list[str], place: Location) -> bool:
    """Take what the last part says of the place off it; False where it says nothing of it."""
    last, alone = parts[-1], len(parts) == 1
    if alone and (kind_of(last) > Kind.CENTER or kind_of(last) is Kind.DEPARTMENT or place.named() or place.city):
        return take_tail(parts, place)
    code = code_in(last)
    bare = without_code(last) if code else last
    if not bare and not alone:
        place.note(code)
        parts.pop()
        return True
    if _take_country(parts, bare, place) or _take_region(parts, bare, place, code is not None):
        place.note(code)
        return True
    if code and not alone and kind_of(bare) is Kind.OTHER and not is_city(bare) and take_country(parts, bare.split(), place):
        return True
    if _take_city(parts, bare, place, code) or _take_nearer_city(parts, bare, place):
        place.note(code)
        return True
    is_dropped = kind_of(last) in (Kind.STREET, Kind.NOTHING) or (place.city is not None and _is_district(last))
    if is_dropped and not alone:
        parts.pop()
        return True
    return take_tail(parts, place)


def _take_country(parts: list[str], bare: str, place: Location) -> bool:
    if is_former(bare) and len(parts) > 1:
        place.told = True
        parts.pop()
        return True
    code, region = country_of(bare), region_of(bare)
    if code is None or (len(parts) == 1 and place.told):
        return False
    is_state = place.country in region.countries if region and place.told else code == "GE" and _looks_american(parts)
    if region and is_state:
        return False
    place.country, place.told = code, True
    parts.pop()
    return True


def _looks_american(parts: list[str]) -> bool:
    return (len(parts) > 1 and country_of_city(parts[-2]) == "US") or CODE.search(parts[-1]) is not None


def _take_region(parts: list[str], bare: str, place: Location, has_code: bool) -> bool:
    region, alone = region_of(bare), len(parts) == 1
    is_short = bare.isupper() and len(bare) <= _LONGEST_ABBREVIATION
    if region is None or place.region or (place.city and (is_short or alone)) or (is_short and alone):
        return False
    if place.told and place.country not in region.countries:
        return False
    if is_city(bare) and (alone or parts[-2] == bare or not is_city(_city_name(without_code(parts[-2])))):
        return False
    place.region = bare
    place.country = place.country or region.country or ("US" if has_code and "US" in region.countries else None)
    parts.pop()
    return True


def _take_city(parts: list[str], bare: str, place: Location, code: re.Match[str] | None) -> bool:
    last, alone, name = parts[-1], len(parts) == 1, _city_name(bare)
    if place.city is not None or (alone and not is_city(name)):
        return False
    has_code = code is not None
    if is_city(name) or (_may_be_city(name, place, has_code) and not _is_acronym(name, parts[0])):
        place.city = _without_region(name, place, has_code)
    elif (
        code
        and kind_of(last[: code.start()] or " ") < Kind.DEPARTMENT
        and _may_be_city(behind := last[code.end() :], place, True)
    ):
        place.city = behind.strip(" .,")
    elif code and kind_of(bare) in (Kind.OTHER, Kind.STREET):
        place.city = _known_start(name)
    if place.city is not None:
        parts.pop()
    return place.city is not None


def _take_nearer_city(parts: list[str], bare: str, place: Location) -> bool:
    """Take a city for which what has been read as one is the region: "La Plata, Buenos Aires"."""
    name, above = _city_name(bare), region_of(place.city) if place.city and not place.region else None
    if above is None or len(parts) == 1 or not is_city(name) or place.country not in (None, *above.countries):
        return False
    place.region, place.city = place.city, name
    parts.pop()
    return True


def _without_region(name: str, place: Location, has_code: bool) -> str:
    """A city without the region that stands behind it: "Berkeley California" where the country is known, "Milpitas CA 95035"."""
    words = [] if place.region or is_city(name) else name.split()
    for count in range(1, len(words)):
        city, tail = " ".join(words[:count]), " ".join(words[count:])
        region = region_of(tail)
        if region is None:
            continue
        is_american = has_code and not place.told and tail.isupper() and "US" in region.countries
        if is_american or (place.told and place.country in region.countries and (is_city(city) or count == 1)):
            place.region, place.country = tail, place.country or "US"
            return city
    return name


def _city_name(bare: str) -> str:
    shorter = _CITY_TAIL.sub("", bare)
    return shorter if not is_city(bare) and shorter else bare


def _may_be_city(name: str, place: Location, has_code: bool) -> bool:
    name = name.strip(" .,")
    if not name or not (has_code or place.named()) or name[0].islower() or len(name.split()) > _MOST_WORDS or is_nothing(name):
        return False
    if kind_of(name) is not Kind.OTHER or (len(name) < _LONGEST_ABBREVIATION and name.isascii()):
        return False
    return not any(char.isdigit() or char in "&/()+:" for char in name)


def _is_acronym(name: str, first: str) -> bool:
    """Whether a name is letters of something, not a place: in capitals where the address has others, or short with one inside."""
    is_mixed = len(name) < _SHORTEST_WITH_CAPITALS and any(map(str.isupper, name[1:])) and not name.isupper()
    return is_mixed or (name.isupper() and len(name) < _LONGEST_ACRONYM and name.isascii() and not first.isupper())


def _known_start(name: str) -> str | None:
    words = name.split()
    return next((first for count in (3, 2, 1) if count < len(words) and is_city(first := " ".join(words[:count]))), None)


def _is_district(part: str) -> bool:
    return is_city(_city_name(without_code(part))) or kind_of(part) is Kind.STREET


def _take_first(parts: list[str], place: Location) -> None:
    """Take a place that stands before the institution: "Prague, Tech. U."."""
    first, rest = parts[0], parts[1:]
    if not any(kind_of(part) > Kind.DEPARTMENT for part in rest):
        return
    if code := country_of(first):
        place.country, place.told = code, True
        parts.pop(0)
    elif is_city(first):
        place.city = first
        parts.pop(0)
