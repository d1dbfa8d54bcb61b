"""Where an address says that an institution is: the parts at its end (or its beginning) that name a country, a region, a city."""

import re

import msgspec

from graph.institutions.campuses import is_system, with_campuses
from graph.institutions.countries import country_of, is_former
from graph.institutions.kinds import Kind, is_nothing, kind_of, known, words_of
from graph.institutions.places import country_of_city, is_city, region_of

_CODE = re.compile(
    r"\b(?:(?P<land>[A-Z]{1,3}|Fin)[-–‐])?(?P<digits>\d{3} ?\d{2}(?![\d‐–-])|\d[\d‐–-]{2,9}\d)\b(?: (?:[A-Z]{2})(?= [A-Z][a-z]))?"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z][ -]?\d[A-Z]\d\b|\bD-\d{2}\b|〒\s?\d{3}-\d{4}",
)
_LANDS = {
    "F": "FR",
    "D": "DE",
    "DE": "DE",
    "CH": "CH",
    "A": "AT",
    "AT": "AT",
    "I": "IT",
    "IT": "IT",
    "B": "BE",
    "BE": "BE",
    "E": "ES",
    "S": "SE",
    "SE": "SE",
}
_LANDS |= {
    "NL": "NL",
    "DK": "DK",
    "FIN": "FI",
    "FI": "FI",
    "N": "NO",
    "NO": "NO",
    "L": "LU",
    "PL": "PL",
    "CZ": "CZ",
    "SK": "SK",
    "FR": "FR",
    "H": "HU",
    "GR": "GR",
}
_CITY_TAIL = re.compile(r"(?:\s+(?:cedex|cédex)\b.*|\s+\d{1,2}|\s+\([A-Z]{2}\)|/[A-Z]{2}|\s+[A-Z]\d?)$", re.IGNORECASE)
_CITY_STATES = frozenset(("SG", "HK", "LU", "MO", "MC", "GI", "SM"))
_ZIP_STATES = frozenset(("US", "CA", "AU", "BR"))
_LONGEST_COUNTRY = 5
_LONGEST_CITY = 5
_LONGEST_ACRONYM = 7
_SURE_TAIL = frozenset(("US", "GB"))


class Location(msgspec.Struct):
    """What has been found of a place so far; `told` is whether a name or a code of a country has been read."""

    city: str | None = None
    region: str | None = None
    country: str | None = None
    told: bool = False

    def named(self) -> bool:
        """Whether a country or a region is known."""
        return self.told or self.region is not None


def location_of(parts: list[str]) -> tuple[list[str], Location]:
    """The parts that name no place, and the place. The first part is taken for a place only where it can be nothing else."""
    place = Location()
    left, campus = with_campuses(parts)
    left = list(left)
    while left and _take_last(left, place):
        pass
    if len(left) > 1 and not place.city and not place.told:
        _take_first(left, place)
    place.city = place.city or campus
    if place.city is None and place.country in _CITY_STATES and place.told:
        place.city = next((part for part in reversed(parts) if country_of(part) == place.country and is_city(part)), None)
    if place.country is None and place.city:
        place.country = country_of_city(place.city)
    return left, place


def _take_last(parts: list[str], place: Location) -> bool:
    """Take what the last part says of the place off it; False where it says nothing of it."""
    last = parts[-1]
    alone = len(parts) == 1
    if alone and (kind_of(last) > Kind.CENTER or kind_of(last) is Kind.DEPARTMENT or place.named() or place.city):
        return _take_tail(parts, place)
    code = _CODE.search(last) if len(last) < 80 else None
    bare = _without_code(last) if code else last
    if not bare and not alone:
        _note_land(code, place)
        parts.pop()
        return True
    if _take_country(parts, bare, place) or _take_region(parts, bare, place, code is not None):
        _note_land(code, place)
        return True
    if (
        code
        and not alone
        and kind_of(bare) is Kind.OTHER
        and not is_city(bare)
        and _take_tail_country(parts, bare.split(), place)
    ):
        return True
    if _take_city(parts, bare, place, code):
        _note_land(code, place)
        return True
    if not alone and kind_of(last) in (Kind.STREET, Kind.NOTHING) or place.city and not alone and _is_district(last):
        parts.pop()
        return True
    return _take_tail(parts, place)


def _without_code(part: str) -> str:
    return " ".join(_CODE.sub(" ", part).split()).strip(" .,-–")


def _note_land(code: re.Match[str] | None, place: Location) -> None:
    if code and code["land"] and not place.country:
        place.country = _LANDS.get(code["land"].upper())


def _take_country(parts: list[str], bare: str, place: Location) -> bool:
    code = country_of(bare)
    if code is None and is_former(bare) and len(parts) > 1:
        place.told = True
        parts.pop()
        return True
    if code is None:
        return False
    region = region_of(bare)
    if region and (
        place.told and place.country in region.countries or code == "GE" and not place.told and _looks_american(parts)
    ):
        return False
    if len(parts) == 1 and place.told:
        return False
    place.country, place.told = code, True
    parts.pop()
    return True


def _looks_american(parts: list[str]) -> bool:
    return len(parts) > 1 and country_of_city(parts[-2]) == "US" or _CODE.search(parts[-1]) is not None


def _take_region(parts: list[str], bare: str, place: Location, has_code: bool) -> bool:
    region = region_of(bare)
    if region is None or place.region or place.city and bare.isupper() and len(bare) < 4:
        return False
    if place.told and place.country not in region.countries:
        return False
    before = parts[-2] if len(parts) > 1 else ""
    if is_city(bare) and not (len(parts) > 1 and (is_city(_city_name(_without_code(before))) and before != bare)):
        return False
    if bare.isupper() and len(bare) < 4 and len(parts) == 1:
        return False
    if len(parts) == 1 and place.city:
        return False
    place.region = bare
    place.country = place.country or region.country or ("US" if has_code and "US" in region.countries else None)
    parts.pop()
    return True


def _take_city(parts: list[str], bare: str, place: Location, code: re.Match[str] | None) -> bool:
    last, alone = parts[-1], len(parts) == 1
    name = _city_name(bare)
    if place.city is None:
        if is_city(name) or (not alone and _may_be_city(name, place, code is not None) and not _is_acronym(name, parts[0])):
            place.city = _with_region_off(name, place, code is not None)
            parts.pop()
            return True
        behind = last[code.end() :].strip(" .,") if code else ""
        if (
            code
            and behind
            and not alone
            and kind_of(last[: code.start()] or " ") in (Kind.STREET, Kind.NOTHING)
            and _may_be_city(behind, place, True)
        ):
            place.city = behind
            parts.pop()
            return True
        if code and not alone and kind_of(bare) in (Kind.OTHER, Kind.STREET) and (start := _known_start(name)):
            place.city = start
            parts.pop()
            return True
        return False
    if (
        not alone
        and is_city(name)
        and place.region is None
        and (above := region_of(place.city))
        and place.country in (None, *above.countries)
    ):
        place.region, place.city = place.city, name
        parts.pop()
        return True
    return False


def _with_region_off(name: str, place: Location, has_code: bool) -> str:
    """A city without the region that stands behind it: "Berkeley California", where the country is known."""
    words = name.split()
    for count in range(1, len(words)):
        city, tail = " ".join(words[:count]), " ".join(words[count:])
        region = None if place.region or is_city(name) else region_of(tail)
        is_american = has_code and not place.told and tail.isupper() and region is not None and "US" in region.countries
        fits = region is not None and place.told and place.country in region.countries and (is_city(city) or count == 1)
        if fits or is_american:
            place.region, place.country = tail, place.country or "US"
            return city
    return name


def _city_name(bare: str) -> str:
    shorter = _CITY_TAIL.sub("", bare)
    return shorter if not is_city(bare) and shorter else bare


def _may_be_city(name: str, place: Location, has_code: bool) -> bool:
    words = name.split()
    if not words or kind_of(name) is not Kind.OTHER or any(map(str.isdigit, name)) or len(words) > 4:
        return False
    if any(char in name for char in "&/()+:") or len(name) < 3 and name.isascii() or is_nothing(name):
        return False
    return (has_code or place.named()) and (name[0].isupper() or not name[0].islower())


def _is_acronym(name: str, first: str) -> bool:
    """Whether a name in capitals is letters of something, not a place, as the address has small letters elsewhere."""
    return name.isupper() and len(name) < _LONGEST_ACRONYM and name.isascii() and not first.isupper()


def _known_start(name: str) -> str | None:
    words = name.split()
    return next((first for count in (3, 2, 1) if count < len(words) and is_city(first := " ".join(words[:count]))), None)


def _is_district(part: str) -> bool:
    return is_city(_city_name(_without_code(part))) or kind_of(part) is Kind.STREET


def _take_tail(parts: list[str], place: Location) -> bool:
    """Take a place off the end of a part that names more than it: "Storrs CT", "Berkeley CA 94720 USA"."""
    last = parts[-1]
    tokens = last.split()
    if len(tokens) < 2:
        return False
    if _take_tail_country(parts, tokens, place):
        return True
    if place.told or _CODE.search(last) or len(parts) > 1:
        return _take_code_or_region(parts, tokens, place)
    if (
        len(tokens) > 3
        and len(tokens[-1]) == 2
        and (region := region_of(tokens[-1]))
        and region.country == "US"
        and is_city(tokens[-2])
    ):
        return _take_code_or_region(parts, tokens, place)
    return place.named() and _take_city_off(parts, tokens, place)


def _take_tail_country(parts: list[str], tokens: list[str], place: Location) -> bool:
    for count in range(min(_LONGEST_COUNTRY, len(tokens) - 1), 0, -1):
        tail = " ".join(tokens[-count:]).strip("()")
        if not place.told and (code := country_of(tail)) and _may_end(tokens, count, code, parts):
            place.country, place.told = code, True
            parts[-1] = " ".join(tokens[:-count]).rstrip(" ,-–")
            return True
    return False


def _may_end(tokens: list[str], count: int, code: str, parts: list[str]) -> bool:
    """Whether a country's name at the end of a part is where it is, not what it is called: not "University of Jordan"."""
    before = words_of(tokens[-count - 1])[-1:]
    if (
        not before
        or before[0] in known("prepositions")
        or before[0] in ("south", "north", "east", "west", "new", "southern", "northern", "western", "central", "eastern")
    ):
        return False
    if tokens[-count].startswith("(") or _CODE.search(tokens[-count - 1]):
        return True
    tail = "".join(tokens[-count:])
    if code == "GE" or len(tail) == 2 and not tail.isupper():
        return False
    before_text = " ".join(tokens[:-count])
    kind = kind_of(before_text)
    if code in _SURE_TAIL and tail.replace(".", "").isupper():
        return True
    if len(parts) > 1 and kind in (Kind.OTHER, Kind.STREET) or len(tokens) - count > 2 and is_city(tokens[-count - 1]):
        return True
    return (
        len(tokens) - count > 3
        and kind not in (Kind.COMPANY, Kind.OTHER)
        and (is_city(tokens[-count - 1]) or region_of(tokens[-count - 1]) is not None or kind < Kind.BODY)
    )


def _take_code_or_region(parts: list[str], tokens: list[str], place: Location) -> bool:
    last = parts[-1]
    if (code := _CODE.search(last)) and not last[code.end() :].strip(" .,"):
        rest = last[: code.start()].rstrip(" ,-–")
        if rest:
            parts[-1] = rest
            _note_land(code, place)
            words = rest.split()
            if (
                not place.told
                and len(words) > 1
                and (region := region_of(words[-1]))
                and "US" in region.countries
                and words[-1].isupper()
            ):
                place.country = "US"
            return True
    for count in (3, 2, 1):
        tail = " ".join(tokens[-count:])
        region = region_of(tail) if len(tokens) > count and not place.region else None
        if region is None or words_of(tokens[-count - 1])[-1:] and words_of(tokens[-count - 1])[-1] in known("prepositions"):
            continue
        fits = (
            place.country in region.countries
            if place.country
            else region.country in _ZIP_STATES and (tail.isupper() or is_city(tokens[-count - 1]))
        )
        if fits and not (is_city(tail) and not _ends_with_city(tokens[:-count])):
            place.region, place.country = tail, place.country or region.country
            parts[-1] = " ".join(tokens[:-count]).rstrip(" ,-–")
            return True
    return place.named() and _take_city_off(parts, tokens, place)


def _ends_with_city(tokens: list[str]) -> bool:
    return any(is_city(" ".join(tokens[-count:])) for count in range(1, _LONGEST_CITY) if len(tokens) >= count)


def _take_city_off(parts: list[str], tokens: list[str], place: Location) -> bool:
    """Take a known city off the end of an institution's name, where a country or a region stood behind it."""
    if place.city is not None or kind_of(parts[-1]) is Kind.OTHER and len(parts) == 1 and len(tokens) < 3:
        return False
    for count in range(min(_LONGEST_CITY, len(tokens) - 1), 0, -1):
        tail = " ".join(tokens[-count:])
        before = words_of(tokens[-count - 1])[-1:]
        if is_city(tail) and before and before[0] not in known("prepositions") and not _belongs(tokens, count):
            place.city = tail
            rest = " ".join(tokens[:-count]).rstrip(" ,-–")
            if is_system(rest):
                return False
            parts[-1] = rest
            return True
    return False


def _belongs(tokens: list[str], count: int) -> bool:
    """Whether the city is part of the name: "Technical University Munich", but not "Rice University Houston"."""
    rest = words_of(" ".join(tokens[:-count]))
    return rest[-1] in known("university") and (len(rest) == 1 or rest[-2] in known("before") or rest[-2] in known("topic"))


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
