"""An institution and a part of it that stand in one piece: "Department of Statistics University of California"."""

import re

from graph.institutions.kinds import OF_TECHNOLOGY, Kind, kind_of, known, words_of
from graph.names.transliteration import is_east_asian_script

_EAST_ASIAN = re.compile(r"(.{1,40}?(?:大学|大學|대학교))\s*([^院校\s].*)")
_OF = frozenset(("of", "de", "di", "do", "da", "du", "degli", "della", "des", "la"))
_FOR_A_SUBJECT = (("of",), ("for",), ("fur",), ("de",), ("di",))
_END = re.compile(r"(?:\s+(?:of|at|de|der|di|in|the|del|della|von|da|do|for|and|,|-|–))+$|[\s,–-]+$", re.IGNORECASE)
_SHARED = frozenset(("cas", "ras"))
"""Letters of several academies: alone they tell less than the institute before them."""
_HEADED = frozenset((Kind.DEPARTMENT, Kind.CENTER, Kind.INSTITUTE, Kind.SCHOOL, Kind.UNIT))


def unit_and_institution(part: str) -> tuple[str | None, str]:
    """The part of an institution that stands before or behind its name, and the name; None and the piece where none does."""
    if is_east_asian_script(part):
        found = _EAST_ASIAN.fullmatch(part)
        return (found[2], found[1]) if found else (None, part)
    tokens = part.split()
    at = next((at for at, token in enumerate(tokens) if _is_university(token)), None)
    if at is None:
        return _before_the(tokens) or (None, part)
    start = _start(tokens, at)
    if start and tokens[start - 1] == "The":
        start -= 1
    before = _END.sub("", " ".join(tokens[:start]))
    if start and before and _is_unit(before, tokens[at + 1 : at + 2]):
        end = _end(tokens, at)
        behind = f", {' '.join(tokens[end:])}" if end is not None else ""
        return before + behind, _END.sub("", " ".join(tokens[start:end]))
    if (end := _end(tokens, at)) is not None:
        name = _END.sub("", " ".join(tokens[:end]))
        if name and name.casefold() != "university":
            return " ".join(tokens[end:]), name
    return None, part


def _before_the(tokens: list[str]) -> tuple[str, str] | None:
    """ "Center for Tree Science The Morton Arboretum" without a comma between."""
    at = tokens.index("The", 2) if "The" in tokens[2:] else None
    unit = " ".join(tokens[:at]) if at else ""
    return (unit, " ".join(tokens[at:])) if at and at + 1 < len(tokens) and kind_of(unit) in _HEADED else None


def _is_university(token: str) -> bool:
    words = words_of(token)
    if not words or words[-1] in _SHARED:
        return False
    return words[-1] in known("university") or token in ("U.",) or (token.isupper() and words[-1] in known("letters"))


def _is_unit(before: str, behind: list[str]) -> bool:
    """Whether the words before a university's name are a part of it, and not of the name."""
    kind, words = kind_of(before), words_of(before)
    if kind is Kind.BODY:
        return words[0] == "the" or words_of(" ".join(behind))[:1] == ("of",)
    return kind in _HEADED and len(words) > 1


def _start(tokens: list[str], at: int) -> int:
    """Where the name of a university begins whose word "university" stands at a place."""
    behind = words_of(tokens[at + 1])[:1] if at + 1 < len(tokens) else ()
    is_named_behind = bool(behind) and behind[0] in _OF
    start = at
    while start and (_goes_before(tokens[start - 1]) if is_named_behind else _may_be_name(tokens[start - 1])):
        start -= 1
    return start


def _goes_before(token: str) -> bool:
    """Whether a word goes before "University of": National, Technical."""
    return words_of(token)[:1] != () and words_of(token)[0] in known("before")


def _may_be_name(token: str) -> bool:
    """Whether a word may be a university's name, not the subject of the department before it."""
    words = words_of(token)
    if not words or not token[0].isupper() or token.endswith(",") or words[-1] in known("prepositions"):
        return False
    if known("department").any(words) or known("center").any(words):
        return False
    return words[-1] not in known("topic") or words[-1] in known("before")


def _end(tokens: list[str], at: int) -> int | None:
    """Where a part of a university begins that stands behind its name; None where nothing but the name does."""
    for place in range(at + 1, len(tokens)):
        if not _begins_part(tokens, place):
            continue
        while place > at + 1 and known("modifier").any(words_of(tokens[place - 1])[-1:]):
            place -= 1
        return place
    return None


def _begins_part(tokens: list[str], place: int) -> bool:
    words, before = words_of(tokens[place])[:1], words_of(tokens[place - 1])[-1:]
    behind = words_of(tokens[place + 1])[:1] if place + 1 < len(tokens) else ()
    if not known("head").any(words) or known("prepositions").any(before):
        return False
    if behind not in _FOR_A_SUBJECT and (behind or words[0].startswith("institut")) and not known("head").any(behind):
        return False  # University College London; University of Maryland, College Park
    return OF_TECHNOLOGY.match(" ".join(tokens[place:])) is None
