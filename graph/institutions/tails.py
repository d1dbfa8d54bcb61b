"""A place that stands in one piece with an institution, behind it: "University of California Davis CA 95616 USA"."""

from graph.institutions.campuses import is_system
from graph.institutions.countries import country_of
from graph.institutions.kinds import Kind, kind_of, known, words_of
from graph.institutions.places import is_city, region_of
from graph.institutions.postcodes import CODE, Location

_LONGEST_COUNTRY = 5
_LONGEST_CITY = 5
_LONGEST_REGION = 3
_TOLD_BY_LETTERS = frozenset(("US", "CA", "AU", "BR"))
_LETTERS_OF_COUNTRIES = frozenset(("US", "GB"))
_QUARTERS = frozenset(("south", "north", "east", "west", "new", "southern", "northern", "western", "central", "eastern"))


def take_tail(parts: list[str], place: Location) -> bool:
    """Take a country, a postal code, a region or a city off the end of the last part; False where none stands there."""
    last = parts[-1]
    tokens = last.split()
    if len(tokens) < 2:
        return False
    if take_country(parts, tokens, place):
        place.in_one_piece = True
        return True
    is_placed = place.told or len(parts) > 1 or CODE.search(last) is not None
    if (is_placed or _ends_american(tokens)) and (_take_code(parts, place) or _take_region(parts, tokens, place)):
        place.in_one_piece = True
        return True
    return (place.in_one_piece or place.region is not None) and _take_city(parts, tokens, place)


def take_country(parts: list[str], tokens: list[str], place: Location) -> bool:
    """Take a country off the end of the last part, whose words are given."""
    for count in range(min(_LONGEST_COUNTRY, len(tokens) - 1), 0, -1):
        code = None if place.told else country_of(" ".join(tokens[-count:]).strip("()"))
        if code and _is_where(tokens, count, code, parts):
            place.country, place.told = code, True
            parts[-1] = _cut(tokens, count)
            return True
    return False


def _cut(tokens: list[str], count: int) -> str:
    return " ".join(tokens[:-count]).rstrip(" ,-–")


def _is_where(tokens: list[str], count: int, code: str, parts: list[str]) -> bool:
    """Whether a country's name at the end of a part is where it is, not what it is called: not "University of Jordan"."""
    before, tail = words_of(tokens[-count - 1])[-1:], "".join(tokens[-count:])
    if not before or before[0] in known("prepositions") or before[0] in _QUARTERS:
        return False
    if tokens[-count].startswith("(") or CODE.search(tokens[-count - 1]):
        return True
    if code == "GE" or (len(tail) == 2 and not tail.isupper()):
        return False
    kind, left = kind_of(" ".join(tokens[:-count])), len(tokens) - count
    if code in _LETTERS_OF_COUNTRIES and tail.replace(".", "").isupper():
        return True
    if (len(parts) > 1 and kind in (Kind.OTHER, Kind.STREET)) or (left > 2 and is_city(tokens[-count - 1])):
        return True
    is_placed = kind < Kind.BODY or is_city(tokens[-count - 1]) or region_of(tokens[-count - 1]) is not None
    return left > 3 and kind not in (Kind.COMPANY, Kind.OTHER) and is_placed


def _ends_american(tokens: list[str]) -> bool:
    region = region_of(tokens[-1]) if len(tokens) > 3 and len(tokens[-1]) == 2 else None
    return region is not None and region.country == "US" and is_city(tokens[-2])


def _take_code(parts: list[str], place: Location) -> bool:
    last = parts[-1]
    code = CODE.search(last)
    rest = last[: code.start()].rstrip(" ,-–") if code else ""
    if not code or last[code.end() :].strip(" .,") or not rest:
        return False
    parts[-1] = rest
    place.note(code)
    words = rest.split()
    region = region_of(words[-1]) if len(words) > 1 and words[-1].isupper() else None
    if not place.told and region and "US" in region.countries:
        place.country = "US"
    return True


def _take_region(parts: list[str], tokens: list[str], place: Location) -> bool:
    for count in range(min(_LONGEST_REGION, len(tokens) - 1), 0, -1):
        tail, before = " ".join(tokens[-count:]), words_of(tokens[-count - 1])[-1:]
        region = None if place.region else region_of(tail)
        if region is None or (before and before[0] in known("prepositions")):
            continue
        is_letters = region.country in _TOLD_BY_LETTERS and (tail.isupper() or is_city(tokens[-count - 1]))
        fits = place.country in region.countries if place.country else is_letters
        if fits and (not is_city(tail) or _ends_with_city(tokens[:-count])):
            place.region, place.country = tail, place.country or region.country
            parts[-1] = _cut(tokens, count)
            return True
    return False


def _ends_with_city(tokens: list[str]) -> bool:
    return any(is_city(" ".join(tokens[-count:])) for count in range(1, min(_LONGEST_CITY, len(tokens)) + 1))


def _take_city(parts: list[str], tokens: list[str], place: Location) -> bool:
    """Take a known city off the end of an institution's name.

    Only where a country stood behind it without a comma, or a region: "Ruhr-Universität Bochum, Germany" is named so.
    """
    if place.city is not None or (kind_of(parts[-1]) is Kind.OTHER and len(parts) == 1 and len(tokens) < 3):
        return False
    for count in range(min(_LONGEST_CITY, len(tokens) - 1), 0, -1):
        tail, before = " ".join(tokens[-count:]), words_of(tokens[-count - 1])[-1:]
        if is_city(tail) and before and before[0] not in known("prepositions") and not _is_of_the_name(tokens[:-count]):
            place.city, rest = tail, _cut(tokens, count)
            if is_system(rest):
                return False
            parts[-1] = rest
            return True
    return False


def _is_of_the_name(before: list[str]) -> bool:
    """Whether a city behind these words is part of the name: "Technical University Munich", but not "Rice University Houston"."""
    words = words_of(" ".join(before))
    return words[-1] in known("university") and (len(words) == 1 or words[-2] in known("before") or words[-2] in known("topic"))
