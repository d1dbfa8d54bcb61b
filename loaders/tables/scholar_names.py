"""Names, titles and venues as Google Scholar prints them: initials before the family name, and "…" where it cut something off."""

import re
from collections.abc import Iterable

from loaders.author_lists.dividers import without_and
from loaders.author_lists.names_in_one import read_one
from loaders.fields.person_names import PrintedName, authorship, divided, is_others
from loaders.records import Authorship

_INITIALS_FIRST = re.compile(r"(?P<initials>[A-ZÀ-ÖØ-Þ]{1,4})\s+(?P<family>[^\W\d_].*[^\W\d_A-Z].*)")
_AND = re.compile(r"\s+(?:and|&)\s+")
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*")


def is_cut(text: str) -> bool:
    """Whether a text begins or ends with the mark of something truncated."""
    stripped = text.strip()
    return stripped.startswith(("...", "…")) or stripped.endswith(("...", "…"))


def scholar_people(names: Iterable[str]) -> tuple[tuple[Authorship, ...], bool]:
    """The people of a list, and whether it is whole. A name that is truncated ("A Lee…") is whole itself; others follow it."""
    found: list[Authorship] = []
    complete = True
    for printed in names:
        if is_others(printed) or is_cut(printed):
            complete = False
        for name in _one_by_one(without_and(_CUT.sub(" ", printed))):
            found += [authorship(each, position) for position, each in enumerate(_people_of(name), len(found) + 1)]
    return tuple(found), complete and bool(found)


def _one_by_one(names: str) -> list[str]:
    """ "A Lee and B Chen" are two; an organisation's name stays whole."""
    parts = _AND.split(names)
    return parts if all(map(_INITIALS_FIRST.fullmatch, parts)) else [names]


def _people_of(name: str) -> list[PrintedName]:
    match = _INITIALS_FIRST.fullmatch(name) if "," not in name else None
    if match:
        return [divided(match["family"], match["initials"], only_initials=True)]
    return [each.printed for each in read_one(name)]
