"""How many works cite a work, as sources give it: a number, a cell of a table, or a note of an export."""

import re

from loaders.parsing.json_values import number

_CELL = re.compile(r"(?P<count>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(?:\.0*)?")
_NOTE = re.compile(
    r"(?:^|[.;\n])\s*(?:total times cited|times cited(?: in web of science[\w ]*)?|cited by)\s*(?:\([^()]*\))?\s*[:=]?\s*"
    r"(?P<count>\d[\d,]*)",
    re.IGNORECASE,
)
_LARGEST = 2**53


def citation_count(value: object) -> int | None:
    """The count that a member of JSON or a cell holds (12, "12", "1,234", "12.0"); None where it is none, or cannot be one."""
    found = number(value)
    if found is None and isinstance(value, str) and (match := _CELL.fullmatch(value.strip())):
        found = number(re.sub(r"\D", "", match["count"]))
    return found if found is not None and 0 <= found < _LARGEST else None


def noted_citation_count(*notes: str | None) -> int | None:
    """The count in the notes that Scopus and the Web of Science put beside a work: "Cited By (since 1996):2", "cited By 12",
    "Times Cited in Web of Science Core Collection:  12"."""
    found = (match["count"] for note in notes if note for match in [_NOTE.search(note)] if match)
    return next((count for text in found if (count := citation_count(text.rstrip(","))) is not None), None)
