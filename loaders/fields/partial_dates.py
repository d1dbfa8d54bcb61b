"""Dates in pieces, as exports give them: a year, perhaps a month in some spelling, perhaps a day."""

import re
from calendar import monthrange

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"), 1
    )
    for name in names.split()
}
_ISO_LIKE = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?!\d)(?:[-/.](?P<day>\d{1,2})(?!\d))?)?")
_DAY_MONTH_YEAR = re.compile(r"(?P<day>\d{1,2})[ .-]+(?P<month>[^\W\d]{3,})\.?[ ,.-]+(?P<year>\d{4})")
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d]{3,})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})|(?P<m>[^\W\d]{3,})\.?,?\s+(?P<y>\d{4})"
)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")


def date_of(year: str | int | None, month: str | None = None, day: str | None = None) -> str | None:
    """The ISO date of these pieces, as exact as they are; None without a year.

    The month may be a number, a name in any length, or carry the day: "JUN 8", "8 June". Of a range ("SEP-OCT") the first counts.
    """
    found = _YEAR.search(str(year or ""))
    if found is None:
        return None
    number = month_number(month)
    if number is None:
        return found.group()
    days = _DAY.findall(day or "") or ([] if (month or "").strip().isdigit() else _DAY.findall(month or ""))
    return iso(int(found.group()), number, int(days[0]) if days else None)


def month_number(text: str | None) -> int | None:
    """The month that `text` names or numbers."""
    for word in re.findall(r"[^\W\d_]+", (text or "").casefold()):
        if (number := _MONTHS.get(word[:3])) is not None:
            return number
    stripped = (text or "").strip()
    return int(stripped) if stripped.isdigit() and 1 <= int(stripped) <= 12 else None


def parsed_date(text: str | None) -> str | None:
    """The ISO date at the beginning of `text` ("2021/02/01/", "1984/1986", "2020///nan", "28 Jul 2020"); None without a year."""
    stripped = (text or "").strip()
    if match := _ISO_LIKE.match(stripped):
        month, day = match["month"], match["day"]
        return iso(int(match["year"]), int(month) if month else None, int(day) if day else None)
    if match := _DAY_MONTH_YEAR.match(stripped):
        return date_of(match["year"], match["month"], match["day"])
    if match := _MONTH_FIRST.match(stripped):
        return date_of(match["year"] or match["y"], match["month"] or match["m"], match["day"])
    return None


def year_of(*texts: str | None) -> int | None:
    """The first year in the first of `texts` that has one."""
    return next((int(found.group()) for text in texts if (found := _YEAR.search(text or ""))), None)


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """ISO 8601 to the piece that can be; None for a year that cannot."""
    if not 1000 <= year <= 2099:
        return None
    if not month or not 1 <= month <= 12:
        return f"{year:04}"
    if not day or not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"
