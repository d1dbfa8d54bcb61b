"""How many works cite a work, as sources give it: a number, a cell of a table, or a note of an export."""

import re
from typing import TypedDict

from loaders.parsing.json_values import number

_CELL = re.compile(r"(?P<count>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d{1,3}(?:['’]\d{3})+|\d+)(?:\.0{0,2})?")
_POINTS = re.compile(r"(?!\d+\.000$)[1-9]\d{0,2}(?:\.\d{3})+")
"""A number with points between its thousands ("1.234"); "1.000" may be 1 as well, and is not read."""
_ABSENT = frozenset({"", "-", "–", "—", "n/a", "na", "nan", "none", "null", "nil", "unknown", "?"})
_NOTE = re.compile(
    r"(?:^|[.;\n])\s*(?:total times cited|times cited(?: in web of science[\w ]*)?|cited by)\s*(?:\([^()]*\))?\s*[:=]?\s*"
    r"(?P<count>\d[\d,]*)",
    re.IGNORECASE,
)
_LARGEST = 2**53


def citation_count(value: object) -> int | None:
    """The count that a member of JSON or a cell holds (12, "12", "1,234", "1.234", "12.0"); None where it is none, or cannot be
    one."""
    found = number(value)
    if found is None and isinstance(value, str) and (match := _CELL.fullmatch(value.strip()) or _POINTS.fullmatch(value.strip())):
        found = number(re.sub(r"\D", "", match["count"] if "count" in match.re.groupindex else match.group()))
    return found if found is not None and 0 <= found < _LARGEST else None


class Counted(TypedDict):
    """The members of a `Record` that say how many works cite it, and what stands there that is no count."""

    cited_by: int | None
    unread_cited_by: str | None


def counted_citations(value: object) -> Counted:
    """The count that a member of JSON or a cell holds, or what it holds that is none ("many", "1.5", -3); neither where it is
    empty or says that there is nothing."""
    count = citation_count(value)
    told = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
    return Counted(cited_by=count, unread_cited_by=told if count is None and told.casefold() not in _ABSENT else None)


def noted_citation_count(*notes: str | None) -> int | None:
    """The count in the notes that Scopus and the Web of Science put beside a work: "Cited By (since 1996):2", "cited By 12",
    "Times Cited in Web of Science Core Collection:  12"."""
    found = (match["count"] for note in notes if note for match in [_NOTE.search(note)] if match)
    return next((count for text in found if (count := citation_count(text.rstrip(","))) is not None), None)
