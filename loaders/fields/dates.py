"""Dates as exports give them, in pieces or in one (a year, perhaps a month in some spelling, perhaps a day), and as pages print
them."""

import re
from calendar import monthrange

from loaders.parsing.whole_numbers import whole

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"), 1
    )
    for name in names.split()
}
_ISO_LIKE = re.compile(r"(?P<year>\d{4})(?!\d)(?:[-/.](?P<month>\d{1,2})(?!\d)(?:[-/.](?P<day>\d{1,2})(?!\d))?)?")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_MONTH_YEAR = re.compile(r"(?P<day>\d{1,2})[ .-]+(?P<month>[^\W\d]{3,})\.?[ ,.-]+(?P<year>\d{4})(?!\d)")
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d]{3,})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})(?!\d)|(?P<m>[^\W\d]{3,})\.?,?\s+(?P<y>\d{4})(?!\d)"
)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_NEGATIVE = re.compile(r"\s*[-−]\d")
_PUBLISHED = re.compile(r"\b(?:published|erschienen|publi[ée]e?)\b[^;,]{0,30}?(?<!\d)(?P<year>\d{4})(?!\d)", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SEASONS = frozenset(["spring", "summer", "autumn", "fall", "winter", "christmas"])

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
PRINTED_DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}|{MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{4}-\d{2})"
)
YEAR = r"(?:1[5-9]|20)\d\d"
"""A year within other text; a number from before 1500 is then something else ("IEEE 1394")."""

_PRINTED_DATE = re.compile(PRINTED_DATE)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?!\d)[ ,-]+(?P<month>{MONTH})(?![^\W\d])(?:[ ,-]+(?P<day>\d{{1,2}})(?!\d))?", re.IGNORECASE
)
_YEAR_IN_TEXT = re.compile(rf"(?<!\d){YEAR}(?!\d)")


def date_of(year: str | int | None, month: str | None = None, day: str | None = None) -> str | None:
    """The ISO date of these pieces, as exact as they are; None without a year.

    The month may be a number, a name in any length, or carry the day: "JUN 8", "8 June". Of a range ("SEP-OCT") the first counts.
    """
    found = year_of(str(year or ""))
    if found is None:
        return None
    number = month_number(month)
    if number is None:
        return f"{found:04}"
    days = _DAY.findall(day or "") or ([] if (month or "").strip().isdigit() else _DAY.findall(month or ""))
    return iso(found, number, int(days[0]) if days else None)


def month_number(text: str | None) -> int | None:
    """The month that `text` names or numbers."""
    for word in re.findall(r"[^\W\d_]+", (text or "").casefold()):
        if (number := _MONTHS.get(word[:3])) is not None:
            return number
    number = whole(text or "")
    return number if number is not None and 1 <= number <= 12 else None


def parsed_date(text: str | None) -> str | None:
    """The ISO date at the beginning of `text` ("2021/02/01/", "1984/1986", "2020///nan", "28 Jul 2020", "2005 Sep 15"); None
    without a year."""
    stripped = (text or "").strip()
    if _tells_of_several(stripped):
        return str(year) if (year := _year_in(stripped)) else None
    if match := _YEAR_FIRST.match(stripped):
        return date_of(match["year"], match["month"], match["day"])
    if match := _ISO_LIKE.match(stripped) or _COMPACT.match(stripped):
        month, day = match["month"], match["day"]
        return iso(int(match["year"]), int(month) if month else None, int(day) if day else None)
    if match := _DAY_MONTH_YEAR.match(stripped):
        return date_of(match["year"], match["month"], match["day"])
    if match := _MONTH_FIRST.match(stripped):
        return date_of(match["year"] or match["y"], match["month"] or match["m"], match["day"])
    return None


def year_of(*texts: str | None) -> int | None:
    """The first year in the first of `texts` that has one, also where a text is a date of digits alone ("20200401")."""
    return next((year for text in texts if text and (year := _year_in(text))), None)


def _year_in(text: str) -> int | None:
    if _NEGATIVE.match(text):
        return None
    if _tells_of_several(text):
        return _published(text)
    found = _YEAR.search(text) or _COMPACT.fullmatch(text.strip())
    year = int(found.group()[:4]) if found else 0
    return year if 1000 <= year <= 2099 else None


def _tells_of_several(text: str) -> bool:
    """Whether words say what each of several years is ("accepted 2020; published 2021"); those of "Dec 2019/Jan 2020" do not."""
    if len(set(_YEAR.findall(text))) < 2:
        return False
    return any(word[:3] not in _MONTHS and word not in _SEASONS for word in _LONG_WORD.findall(text.casefold()))


def _published(text: str) -> int | None:
    """The year behind "published", where one alone is."""
    found = {int(match["year"]) for match in _PUBLISHED.finditer(text)}
    return found.pop() if len(found) == 1 else None


def unread_year(year: int | None, *texts: str | None) -> str | None:
    """What stands where the year should, of which none could be read ("in press", "n.d.", "20144"); None where there is a year,
    or nothing."""
    given = (" ".join(text.split()) for text in texts if text)
    return None if year else next((text for text in given if text.strip("-/.?[]()")), None)


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """ISO 8601 to the piece that can be; None for a year that cannot."""
    if not 1000 <= year <= 2099:
        return None
    if not month or not 1 <= month <= 12:
        return f"{year:04}"
    if not day or not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def iso_date(printed: str) -> str | None:
    """`printed` ("Nov 8, 2023", "8 November 2023", "Nov 2023") as ISO 8601, to the month when the month has no such day.

    None when it is not a date.
    """
    date = parsed_date(printed) if _PRINTED_DATE.fullmatch(printed.strip()) else None
    return date if date and len(date) > len("2023") else None


def first_year(text: str) -> int | None:
    """The first number in `text` that can be a year (1500 to 2099)."""
    match = _YEAR_IN_TEXT.search(text)
    return int(match.group()) if match else None
