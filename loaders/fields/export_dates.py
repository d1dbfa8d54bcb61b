"""The day on which a document was exported, where it says so: what it counts, it counts as of then."""

import re

from loaders.fields.dates import parsed_date

EXPORTED = "exported"
"""The name of the fact."""

_SAID = re.compile(
    r"\bexport(?:ed on|[ -]date:?)\s+(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|\d{4}-\d\d-\d\d)\b",
    re.IGNORECASE,
)
"""As Dimensions ("Exported on Nov 05, 2024") and Scopus ("Export Date: 1 March 2021") write it."""


def exported(head: str) -> tuple[tuple[str, str], ...]:
    """The fact that a document whose beginning this is was exported on that day (ISO 8601); none where it does not say so, or
    names several days, as exports that were put together do."""
    return export_fact({parsed_date(match["date"]) for match in _SAID.finditer(head)})


def export_fact(days: set[str | None]) -> tuple[tuple[str, str], ...]:
    """The same of the days that a document names."""
    [day] = days if len(days) == 1 else {None}
    return ((EXPORTED, day),) if day and len(day) == len("2024-11-05") else ()
