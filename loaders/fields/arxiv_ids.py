"""arXiv identifiers: how they are written, and the month they give.

Formats: https://info.arxiv.org/help/arxiv_identifier.html. From 2007-04 to 2014-12 yymm.nnnn with four digits after the dot, from
2015-01 five; before that archive/yymmnnn, also written with a subject class (math.GT/0309136).
"""

import re
from dataclasses import dataclass

from loaders.fields.arxiv_categories import categories

_NEW = re.compile(r"(?P<year>\d{2})(?P<month>0[1-9]|1[0-2])\.(?P<digits>\d{4,5})")
_OLD = re.compile(r"(?P<archive>[a-z]+(?:-[a-z]+)?)(?:\.(?P<ending>[A-Z]{2}|[a-z]{2,}(?:-[a-z]+)?))?/(?P<number>\d{7})")
_VERSION = re.compile(r"v(?P<long>[1-9]\d)(?=$|\s|[A-Z](?!\b))|v[1-9](?!\d*\.\d)")


@dataclass(frozen=True)
class ArxivId:
    """An identifier at the beginning of a text: `value` without version ("2101.08692", "math/0309136"), `end` where it ends.

    `date` is the month it was first submitted ("2021-01"), `subject` the category that an old identifier names ("math.GT").
    """

    value: str
    date: str
    subject: str | None
    end: int


def arxiv_id(text: str) -> ArxivId | None:
    """The identifier with which `text` begins, its version included in `end`; None when it begins with none.

    The number of digits follows from the month, so that text may follow directly: "2101.086923D point clouds" is 2101.08692
    and "3D point clouds".
    """
    return _new(text) or _old(text)


def _new(text: str) -> ArxivId | None:
    match = _NEW.match(text)
    if match is None:
        return None
    year, month = 2000 + int(match["year"]), match["month"]
    if (year, month) < (2007, "04"):
        return None
    length = 5 if year >= 2015 else 4
    if len(match["digits"]) < length:
        return None
    end = match.start("digits") + length
    return ArxivId(text[:end], f"{year}-{month}", None, _after_version(text, end))


def _old(text: str) -> ArxivId | None:
    match = _OLD.match(text)
    if match is None or match["archive"] not in categories():
        return None
    number = match["number"]
    year = int(number[:2]) + (1900 if int(number[:2]) >= 91 else 2000)
    if not 1991 <= year <= 2007 or not 1 <= int(number[2:4]) <= 12:
        return None
    subject = f"{match['archive']}.{match['ending']}" if match["ending"] else match["archive"]
    known = subject if subject in categories() else match["archive"]
    return ArxivId(f"{match['archive']}/{number}", f"{year}-{number[2:4]}", known, _after_version(text, match.end()))


def _after_version(text: str, at: int) -> int:
    match = _VERSION.match(text, at)
    if match is None:
        return at
    return match.end("long") if match["long"] else at + 2
