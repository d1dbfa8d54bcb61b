"""Years that can be none, and what stands in their place: told once a document, with how many records it is."""

from collections import Counter

from msgspec.structs import replace

from loaders.records import Items, Record, Remark

FIRST, LAST = 1000, 2099
_SHOWN = 20
_LONGEST = 60


def with_year_remarks(items: Items) -> Items:
    """The items without years that can be none, then one remark that counts the records which have a year that is none."""
    unread: Counter[str] = Counter()
    where = ""
    for item in items:
        if isinstance(item, Record):
            item = _with_possible_years(item)
            if item.unread_year:
                where = where or item.where
                unread[item.unread_year[:_LONGEST]] += 1
                item = replace(item, unread_year=None)
        yield item
    if unread:
        named = ", ".join(f"{text!r}{f' ({times} times)' if times > 1 else ''}" for text, times in unread.most_common(_SHOWN))
        more = f" and {len(unread) - _SHOWN} others" if len(unread) > _SHOWN else ""
        records = "1 record, which is" if unread.total() == 1 else f"{unread.total():,} records, which are"
        yield Remark(where, f"no year could be read of {records} kept without one: {named}{more}")


def _with_possible_years(record: Record) -> Record:
    """Numbers that are no year, such as 20144, are none of the work nor of where it appeared."""
    if record.year is not None and not FIRST <= record.year <= LAST:
        date = None if record.date == str(record.year) else record.date
        record = replace(record, year=None, date=date, unread_year=record.unread_year or str(record.year))
    if any(place.year is not None and not FIRST <= place.year <= LAST for place in record.publications):
        places = (
            place if place.year is None or FIRST <= place.year <= LAST else replace(place, year=None)
            for place in record.publications
        )
        record = replace(record, publications=tuple(places))
    return record
