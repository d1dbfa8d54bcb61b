"""Names, titles and venues as Google Scholar prints them: initials before the family name, and "…" where it cut something off."""

import re

from loaders.author_lists.dividers import without_and
from loaders.author_lists.listed import authorships_of
from loaders.author_lists.names_in_one import read_one
from loaders.author_lists.reading import read_names
from loaders.fields.name_words import DEGREE, RARE_DEGREE, SHORT_DEGREE, SUFFIX, given_names
from loaders.fields.person_names import PrintedName, authorship, divided, is_others
from loaders.records import Authorship

_INITIALS_FIRST = re.compile(r"(?P<initials>[A-ZÀ-ÖØ-Þ]{1,4})\s+(?P<family>[^\W\d_].*[^\W\d_A-Z].*)")
_AND = re.compile(r"\s+(?:and|&)\s+")
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*")


def is_cut(text: str) -> bool:
    """Whether a text begins or ends with the mark of something truncated."""
    stripped = text.strip()
    return stripped.startswith(("...", "…")) or stripped.endswith(("...", "…"))


def scholar_people(printed: str, *, at_commas: bool = False) -> tuple[tuple[Authorship, ...], bool]:
    """The people of a list, and whether it is whole. A name that is truncated ("A Lee…") is whole itself; others follow it.

    Names stand between semicolons, or `at_commas` where initials stand before some of them ("A Lee, BC Chen"); any other list is
    read as lists are everywhere ("Lee, A., Chen, B.", "Lee A, Chen B").
    """
    names = _at_commas(printed) if at_commas and ";" not in printed else printed.split(";")
    if names is None:
        listed = read_names(printed)
        return authorships_of(listed), listed.complete
    found: list[Authorship] = []
    complete = True
    for name in names:
        if is_others(name) or is_cut(name):
            complete = False
        for one in _one_by_one(without_and(_CUT.sub(" ", name))):
            found += [authorship(each, position) for position, each in enumerate(_people_of(one), len(found) + 1)]
    return tuple(found), complete and bool(found)


def _at_commas(printed: str) -> list[str] | None:
    """The names between commas, each with the suffix behind it and without degrees; None where names stand otherwise."""
    parts = [part.strip() for part in printed.split(",") if part.strip()]
    if not any(_INITIALS_FIRST.fullmatch(without_and(_CUT.sub(" ", part)).split(" and ")[0].strip()) for part in parts):
        alone = all(re.fullmatch(r"[^\W\d_]{2,}", part) and not part.isupper() for part in parts)
        return parts if alone and not (len(parts) == 2 and parts[1].casefold() in given_names()) else None
    names: list[str] = []
    for part in parts:
        if names and SUFFIX.fullmatch(part):
            names[-1] += f" {part}"
        elif not (names and (DEGREE.fullmatch(part) or SHORT_DEGREE.fullmatch(part) or RARE_DEGREE.fullmatch(part))):
            names.append(part)
    return names


def _one_by_one(names: str) -> list[str]:
    """ "A Lee and B Chen" are two; an organisation's name stays whole."""
    parts = _AND.split(names)
    return parts if all(map(_INITIALS_FIRST.fullmatch, parts)) else [names]


def _people_of(name: str) -> list[PrintedName]:
    match = _INITIALS_FIRST.fullmatch(name) if "," not in name else None
    if match:
        family, _, last = match["family"].rpartition(" ")
        family, suffix = (family, last) if family and SUFFIX.fullmatch(last) else (match["family"], "")
        return [divided(family, match["initials"], suffix, only_initials=True)]
    return [each.printed for each in read_one(name)]
