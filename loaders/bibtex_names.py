"""Author and editor lists as BibTeX and BibLaTeX write them."""

import re

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts, split_multiple_persons_names

from loaders.markup import plain_markup
from loaders.person_names import PrintedName, authorship, divided, in_natural_order, is_nobody, is_others
from loaders.records import Authorship
from loaders.tex import plain_tex

_EXTENDED = re.compile(
    r"\s*(?P<part>family|given|prefix|suffix|given-i|family-i|prefix-i|useprefix|id)\s*=\s*(?P<value>.*)", re.DOTALL
)
_BRACED_COMMA = re.compile(r"\{[^{}]*\}")


def names(value: str, *, is_editor: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The people and organisations of a list in order, and whether the list is complete ("and others" is missing)."""
    printed = [part.strip() for part in _split(value) if part.strip(" ,;")]
    people = [part for part in printed if not is_others(plain_tex(part)) and not is_nobody(plain_tex(part))]
    complete = not any(is_others(plain_tex(part)) for part in printed)
    named = [name for name in map(_name, people) if name.name]
    return tuple(authorship(name, number, is_editor=is_editor) for number, name in enumerate(named, 1)), complete


def _split(value: str) -> list[str]:
    """At "and"; where there is none, at semicolons; a last name "Doe et al." gives the list's end away too."""
    value = re.sub(r",?\s+et\.?\s+al\.?\s*$", " and others", value.strip())
    parts = list(split_multiple_persons_names(re.sub(r"\s+AND\s+", " and ", value)))
    if len(parts) == 1 and ";" in _BRACED_COMMA.sub("", plain_markup(value)):
        return value.split(";")
    split: list[str] = []
    for part in parts:
        split += _at_commas(part)
    return split


def _at_commas(part: str) -> list[str]:
    """A list that is separated by commas ("Ann Lee, Bo Chen, Cy Dean") has full names between them, and more than two commas or
    no name of one word."""
    bare = _BRACED_COMMA.sub("X", part)
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if bare.count(",") != part.count(",") or len(pieces) < 3 or _EXTENDED.match(part):
        return [part]
    return pieces if len(pieces) > 3 or all(" " in piece for piece in pieces) else [part]


def _name(printed: str) -> PrintedName:
    if _is_one_group(printed):
        return PrintedName(plain_markup(plain_tex(printed)), is_organisation=True)
    if _EXTENDED.match(printed):
        return _extended(printed)
    whole = plain_markup(plain_tex(printed))
    try:
        parts = parse_single_name_into_parts(printed, strict=False)
    except (InvalidNameError, IndexError, ValueError):
        return in_natural_order(whole)
    if "," in printed or (len(parts.last) == 1 and parts.last[0].startswith("{") and " " in parts.last[0] and parts.first):
        return divided(_plain([*parts.von, *parts.last]), _plain(parts.first), _plain(parts.jr))
    return in_natural_order(whole)


def _plain(words: list[str]) -> str:
    return plain_markup(plain_tex(" ".join(words)))


def _extended(printed: str) -> PrintedName:
    """BibLaTeX's extended form: "family=Last, given=First, prefix=von"."""
    parts = {}
    for piece in re.split(r",\s*(?=[a-z-]+\s*=)", printed):
        if match := _EXTENDED.match(piece.strip(' "')):
            parts[match["part"]] = plain_markup(plain_tex(match["value"].strip(' "')))
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return divided(family, parts.get("given", ""), parts.get("suffix", ""))


def _is_one_group(printed: str) -> bool:
    """Whether the whole name stands in braces; not so the accent with which one may begin."""
    text = printed.strip()
    if not text.startswith("{") or not text.endswith("}") or text.startswith("{\\"):
        return False
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return at == len(text) - 1
    return False
