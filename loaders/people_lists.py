"""Lists of names in one cell, split by whatever stands between them."""

import re

from loaders.person_names import PrintedName, divided, in_natural_order

_INITIALS = r"(?:[^\W\d_a-z]\.?[-‐ ]?){1,5}"
_FAMILY_INITIALS = re.compile(r"(?P<family>\S.*?\S|\S+)\s+(?P<initials>(?:[^\W\d_]{1,2}\.[-‐ ]?){1,5})")
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


def family_then_initials(printed: str) -> PrintedName:
    """The name "van der Berg J.A." or "Berg, J.A." in natural order: the given names are initials and stand behind."""
    text = " ".join(printed.split())
    match = _FAMILY_INITIALS.fullmatch(text) if "," not in text else None
    return divided(match["family"], match["initials"].strip()) if match else in_natural_order(text)
