"""Dates as pages print them, to ISO 8601."""

import re
from calendar import monthrange

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
PRINTED_DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}|{MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{4}-\d{2})"
)
YEAR = r"(?:1[5-9]|20)\d\d"

_DAY = re.compile(rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})")
_DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})\s+(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})")
_MONTH_ONLY = re.compile(rf"(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")


def iso_date(printed: str) -> str | None:
    """`printed` ("Nov 8, 2023", "8 November 2023", "Nov 2023") as ISO 8601, to the month when the month has no such day.

    None when it is not a date.
    """
    for pattern in (_DAY, _DAY_FIRST, _MONTH_ONLY, _ISO):
        match = pattern.fullmatch(printed.strip())
        if match:
            parts = match.groupdict()
            month = int(parts["month"]) if parts["month"].isdigit() else _MONTHS.index(parts["month"][:3].lower()) + 1
            return _iso(int(parts["year"]), month, int(parts["day"]) if parts.get("day") else None)
    return None


def _iso(year: int, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12 or year < 1:
        return None
    if day is None or not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def first_year(text: str) -> int | None:
    """The first number in `text` that can be a year (1500 to 2099)."""
    match = _YEAR.search(text)
    return int(match.group()) if match else None
