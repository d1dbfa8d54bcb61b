"""Years and counts of citations that can be none, and what stands in their place: told once a document, with how many records it
is."""

from collections import Counter
from datetime import UTC, datetime

from msgspec.structs import replace

from loaders.records import Items, Record, Remark

FIRST = 1000
_YEARS_AHEAD = 2
"""What is to appear has a year soon; a later one is a mistake."""
_SHOWN = 20
_LONGEST = 60


class _Unread:
    """What stands where a value should and is none, and the place of the first."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._texts: Counter[str] = Counter()
        self._where = ""

    def add(self, where: str, text: str | None) -> None:
        if text:
            self._where = self._where or where
            self._texts[text[:_LONGEST]] += 1

    def remarks(self) -> Items:
        if self._texts:
            shown = self._texts.most_common(_SHOWN)
            named = ", ".join(f"{text!r}{f' ({times} times)' if times > 1 else ''}" for text, times in shown)
            more = f" and {len(self._texts) - _SHOWN} others" if len(self._texts) > _SHOWN else ""
            total = self._texts.total()
            records = "1 record, which is" if total == 1 else f"{total:,} records, which are"
            yield Remark(self._where, f"no {self._value} could be read of {records} kept without one: {named}{more}")


def with_unread_remarks(items: Items) -> Items:
    """The items without years that can be none, then a remark that counts the records which have a year that is none, and one for
    counts of citations."""
    years, counts = _Unread("year"), _Unread("count of citations")
    latest = datetime.now(UTC).year + _YEARS_AHEAD
    for item in items:
        if isinstance(item, Record):
            item = _with_possible_years(item, latest)
            years.add(item.where, item.unread_year)
            counts.add(item.where, item.unread_cited_by)
            if item.unread_year or item.unread_cited_by:
                item = replace(item, unread_year=None, unread_cited_by=None)
        yield item
    yield from years.remarks()
    yield from counts.remarks()


def _with_possible_years(record: Record, latest: int) -> Record:
    """Numbers that are no year, such as 20144 or one far ahead, are none of the work nor of where it appeared."""
    if record.year is not None and not FIRST <= record.year <= latest:
        year = str(record.year)
        date = None if (record.date or "").startswith(year) else record.date
        record = replace(record, year=None, date=date, unread_year=record.unread_year or year)
    if any(place.year is not None and not FIRST <= place.year <= latest for place in record.publications):
        places = (
            place if place.year is None or FIRST <= place.year <= latest else replace(place, year=None)
            for place in record.publications
        )
        record = replace(record, publications=tuple(places))
    return record
