"""What divides author lists into names: semicolons, bars, line ends, signs between whole names, and words for "and"."""

import re

from loaders.author_lists.east_asian import divided_script, has_east_asian_letters
from loaders.author_lists.marks import HELD, without_wrapping
from loaders.author_lists.pieces import Form, Piece, form_of, pieces_of
from loaders.fields.name_words import DEGREE, SUFFIX, given_names

_STRONG = (";", "|", "\n", " • ", "•", " · ", " // ")
_SPACED = (" / ", " – ", " — ", " - ", " + ", "/")
_AND = re.compile(r"\s*,?\s+(?:(?:and|AND|And|&|und|och|og)\s+)+|\s*,\s*&\s*|(?<=\w\w)\s?&\s?(?=\w\w)")
_AND_ELSEWHERE = re.compile(r"\s+(?P<word>et|y|e|with)\s+")
_LEADING_AND = re.compile(r"^\s*(?:(?:and|And|AND|und|et|og|och|with|by|for|on behalf of)\s+|&\s*)")
_TRAILING_AND = re.compile(r"(?:\s+(?:and|And|AND|und|et|og|och)|\s*&)\s*$")
_EACH_BRACED = re.compile(r"\s*\{[^{}]+\}(?:\s*[,;]\s*\{[^{}]+\})+\s*")


def without_braces(text: str) -> str:
    """The list "{Lee, Ann}, {Chen, Eva}" with semicolons instead."""
    return re.sub(r"\}\s*[,;]\s*\{", "; ", text).strip(" {}") if _EACH_BRACED.fullmatch(text) else text


def separator_of(text: str) -> str:
    """What stands between the names of a list where something was left out."""
    return "; " if ";" in text else ", "


def without_and(name: str) -> str:
    """The name without the "and" of a list that was divided before or behind it."""
    return _TRAILING_AND.sub("", _LEADING_AND.sub("", name)).strip(" ,;|")


def parts_of(text: str, separator: str | None) -> list[str]:
    """The parts of a list at the separator that is plain, each still with the characters of held marks."""
    if separator:
        return _with_suffixes([part for part in text.split(separator.strip() or separator) if part.strip(" ,")])
    if has_east_asian_letters(text):
        text = divided_script(text)
    mark = next((mark for mark in _STRONG if mark in text.strip(f"{mark} ")), None)
    parts = text.split(mark) if mark else _at_signs(text)
    stripped = map(without_and, parts)
    return [without_wrapping(part) for part in stripped if part]


def _with_suffixes(parts: list[str]) -> list[str]:
    """The parts; "Jr." between separators is nobody's name, and belongs to the one before it. "PhD" is of no name."""
    found: list[str] = []
    for part in parts:
        bare = HELD.sub("", part).strip()
        if found and SUFFIX.fullmatch(bare):
            found[-1] = f"{found[-1].rstrip()} {part.strip()}"
        elif found and DEGREE.fullmatch(bare):
            found[-1] += "".join(HELD.findall(part))
        else:
            found.append(part)
    return found


def _at_signs(text: str) -> list[str]:
    """The names between slashes, dashes or plus signs, with names on all sides: "Ann Lee / Eva Chen", "Lee, A./Chen, E."."""
    for mark in _SPACED:
        parts = [part.strip() for part in text.split(mark)]
        if len(parts) > 1 and all(map(_is_family_given if "," in text else _is_full, filter(None, parts))):
            return parts
    return [text]


def _is_full(part: str) -> bool:
    return form_of(part) in (Form.FULL, Form.FAMILY_INITIALS)


def _is_family_given(part: str) -> bool:
    pieces = pieces_of(part)
    return len(pieces) == 2 and pieces[0].form is Form.WORD and pieces[1].form is not Form.ORGANISATION


def segments_of(part: str) -> list[list[Piece]]:
    """The pieces of a part, divided at "and"."""
    found = [pieces_of(text) for text in _AND.split(part)]
    divided: list[list[Piece]] = []
    for text, pieces in zip(_AND.split(part), found, strict=True):
        found_and = _AND_ELSEWHERE.search(text)
        halves = [pieces_of(half) for half in (text[: found_and.start()], text[found_and.end() :])] if found_and else []
        whole = bool(halves) and all(len(half) == 1 and half[0].form in (Form.FULL, Form.FAMILY_INITIALS) for half in halves)
        pairs = bool(halves) and all(len(half) == 2 and half[0].form is Form.WORD for half in halves)
        if found_and and whole and found_and["word"] in "ye":
            whole = halves[1][0].form is Form.FAMILY_INITIALS or halves[1][0].first in given_names() or "." in halves[1][0].first
        divided += halves if whole or pairs else [pieces]
    return [pieces for pieces in divided if pieces]
