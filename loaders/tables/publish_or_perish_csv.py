"""The CSV export of Publish or Perish: https://harzing.com/resources/publish-or-perish/manual"""

import csv
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.fields.dates import parsed_date
from loaders.fields.export_dates import export_fact
from loaders.fields.links import each_once, work_link_ids
from loaders.records import Authorship, Item, Record, Remark
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns
from loaders.tables.scholar_names import is_cut, scholar_people

NAME = "publish_or_perish_csv"
ABOUT = "the CSV export of Publish or Perish"

_KINDS_OF_LINK = {"citation", "pdf", "html", "doc", "ps", "rtf", "xls", "ppt", "full view"}


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    return scholar_people(row.get("Authors"), at_commas=True)


def _works(row: Row) -> Iterable[Item]:
    """What Google Scholar truncated is left out where half of it would be wrong: the venue's name, and a snippet of the text."""
    cut = [name for name in ("Source", "Abstract") if is_cut(row.get(name))]
    out = {name.casefold() for name in (*cut, *(["Type"] if row.get("Type").casefold() in _KINDS_OF_LINK else []))}
    cells = {name: cell for name, cell in row.cells.items() if name.casefold() not in out}
    yield from _MAP.works(Row(row.where, cells, row.header, row.odd))
    if "Source" in cut:
        yield Remark(row.where, "the name of the venue is truncated in the export and was left out")


def _last(row: Row, record: Record) -> Iterable[Item]:
    ids = each_once(*record.ids, *work_link_ids(row.get("ArticleURL")))
    cut = [Remark(row.where, "the title is truncated in the export")] if record.title and is_cut(record.title) else []
    return [replace(record, ids=ids), *cut]


def _queried(head: str) -> tuple[tuple[str, str], ...]:
    """The day on which the rows were searched, where all of the first ones say the same."""
    lines = head.removeprefix("\ufeff").splitlines()
    found = csv.DictReader(lines[:-1] if len(lines) > 2 else lines)  # the last row of a head may be torn
    try:
        return export_fact({parsed_date(row.get("QueryDate")) for row in found})
    except csv.Error:
        return ()


_MAP = TableMap(
    fields={
        "title": ("Title",), "year": ("Year",), "venue": ("Source",), "kind": ("Type",), "abstract": ("Abstract",),
        "doi": ("DOI",),
        "issn": ("ISSN",), "volume": ("Volume",), "issue": ("Issue",), "first_page": ("StartPage",), "last_page": ("EndPage",),
        "arxiv": ("Source", "ArticleURL"), "cited_by": ("Cites",), "publisher": ("Publisher",),
        "url": ("ArticleURL",),
    },
    people=_people,
    last=_last,
)  # fmt: skip
TABLE = KnownTable(
    NAME, ABOUT, "Publish or Perish", (columns("Cites", "Authors", "Title", "Year", "Source", "ArticleURL"),), _works, _queried
)
