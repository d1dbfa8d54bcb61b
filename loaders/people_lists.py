"""Lists of names in one cell, split by whatever stands between them."""

import re

from loaders.person_names import PrintedName, divided, in_natural_order, is_others

_INITIALS = r"(?:[^\W\d_a-z]\.?[-‐ ]?){1,5}"
_FAMILY_INITIALS = re.compile(r"(?P<family>\S.*?\S|\S+)\s+(?P<initials>(?:[^\W\d_]{1,2}\.[-‐ ]?){1,5})")
_FAMILY_GLUED = re.compile(
    r"(?P<family>[^\W\d_][^,.]*?)\s+(?P<initials>[A-ZÀ-ÖØ-Þ]{1,3})(?:\s+(?P<suffix>Jr|Sr|2nd|3rd|II|III))?"
)
_VOWEL = re.compile(r"[AEIOUYÀ-ÏÒ-ÖØ-Ý]")
_GIVEN_PIECE = re.compile(_INITIALS)


def split_people(text: str, separator: str | None = None) -> list[str]:
    """The names of a list. Without a separator: semicolons, bars or line ends where there are any, else "and", else commas.

    Commas stand between names where every piece has two words ("Ann Lee, Bo Chen"); every second one does where initials follow
    ("Lee, A., Chen, B."); otherwise they are part of one name.
    """
    if separator:
        return _stripped(text.split(separator.strip() or separator))
    for mark in (";", "|", "\n"):
        if mark in text:
            return _stripped(text.split(mark))
    parts = re.split(r",?\s+(?:and|&)\s+", text.strip())
    return [name for part in parts for name in _at_commas(part)]


def _at_commas(text: str) -> list[str]:
    pieces = _stripped(text.split(","))
    if len(pieces) < 2:
        return pieces
    if len(pieces) % 2 == 0 and len(pieces) > 2 and all(_GIVEN_PIECE.fullmatch(piece) for piece in pieces[1::2]):
        return [f"{family}, {given}" for family, given in zip(pieces[::2], pieces[1::2], strict=True)]
    if all(" " in piece for piece in pieces) or len(pieces) > 3:
        return pieces
    return [text.strip()]


def _stripped(pieces: list[str]) -> list[str]:
    return [piece.strip(" ,") for piece in pieces if piece.strip(" ,")]


def with_commas(names: list[str]) -> list[str]:
    """The names of one list, "Ruiz AB" or "Ruiz A.B." as "Ruiz, AB" where all are written so, as PubMed, Ovid and Embase do.

    One name alone must have two initials; and as "Bo LI" may be a family name in capitals, some initials must be none.
    """
    people = [name for name in names if not in_natural_order(name).is_organisation and not is_others(name)]
    found = {name: _FAMILY_GLUED.fullmatch(name) or _FAMILY_INITIALS.fullmatch(name) for name in people}
    written = [match for match in found.values() if match]
    if not written or len(written) < len(found) or any("," in name for name in people):
        return names
    initials = [match["initials"] for match in written]
    if all(len(letters) > 1 and letters.isalpha() and _VOWEL.search(letters) for letters in initials):
        return names
    if len(people) < 2 and sum(map(str.isalpha, initials[0])) < 2:
        return names
    return [", ".join(filter(None, match.groups())) if (match := found.get(name)) else name for name in names]


def family_then_initials(printed: str) -> PrintedName:
    """The name "van der Berg J.A." or "Berg, J.A." in natural order: the given names are initials and stand behind."""
    text = " ".join(printed.split())
    match = _FAMILY_INITIALS.fullmatch(text) if "," not in text else None
    return divided(match["family"], match["initials"].strip()) if match else in_natural_order(text)
