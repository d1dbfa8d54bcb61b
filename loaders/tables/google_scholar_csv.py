"""The CSV export of a profile or library of Google Scholar."""

from collections.abc import Iterable

from loaders.records import Authorship, Item, Remark
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns
from loaders.tables.scholar_names import is_cut, scholar_people

NAME = "google_scholar_csv"
ABOUT = "the CSV export of Google Scholar"


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    return scholar_people(row.get("Authors"))


def _works(row: Row) -> Iterable[Item]:
    venue = row.get("Publication")
    cells = {name: cell for name, cell in row.cells.items() if not (is_cut(venue) and name.casefold() == "publication")}
    yield from _MAP.works(Row(row.where, cells, row.header, row.odd))
    if is_cut(venue):
        yield Remark(row.where, "the name of the venue is truncated in the export and was left out")


_MAP = TableMap(
    fields={
        "title": ("Title",), "year": ("Year",), "venue": ("Publication",), "arxiv": ("Publication",), "volume": ("Volume",),
        "issue": ("Number",), "pages": ("Pages",), "publisher": ("Publisher",),
    },
    people=_people,
)  # fmt: skip
_TELLING = columns("Authors", "Title", "Publication", "Volume", "Number", "Pages", "Year", "Publisher")
TABLE = KnownTable(NAME, ABOUT, "Google Scholar", (_TELLING,), _works)
