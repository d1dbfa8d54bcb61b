"""Names, titles and venues as Google Scholar prints them: initials before the family name, and "…" where it cut something off."""

import re
from collections.abc import Iterable

from loaders.person_names import PrintedName, authorship, divided, in_natural_order, is_nobody, is_others
from loaders.records import Authorship

_INITIALS_FIRST = re.compile(r"(?P<initials>[A-ZÀ-ÖØ-Þ]{1,4})\s+(?P<family>[^\W\d_].*[^\W\d_A-Z].*)")
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*")


def is_cut(text: str) -> bool:
    """Whether a text begins or ends with the mark of something cut off."""
    stripped = text.strip()
    return stripped.startswith(("...", "…")) or stripped.endswith(("...", "…"))


def scholar_people(names: Iterable[str]) -> tuple[tuple[Authorship, ...], bool]:
    """The people of a list, and whether it is whole. A name that is cut off ("A Lee…") is whole itself; others follow it."""
    found: list[Authorship] = []
    complete = True
    for printed in names:
        if is_others(printed) or is_cut(printed):
            complete = False
        name = _CUT.sub(" ", printed).strip(" ,")
        if name and not is_nobody(name) and not is_others(name):
            found.append(authorship(_natural(name), len(found) + 1))
    return tuple(found), complete and bool(found)


def _natural(name: str) -> PrintedName:
    match = _INITIALS_FIRST.fullmatch(name) if "," not in name else None
    return divided(match["family"], match["initials"], only_initials=True) if match else in_natural_order(name)
