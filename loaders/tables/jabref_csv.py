"""The CSV export of JabRef ("OpenOffice/LibreOffice CSV"), whose columns are those of OpenOffice's bibliography.

Types: https://www.openoffice.org/api/docs/common/ref/com/sun/star/text/BibliographyDataType.html
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from loaders.fields.links import each_once, work_link_ids
from loaders.fields.publication_types import PublicationKind
from loaders.fields.tex import plain_tex
from loaders.parsing.whole_numbers import whole
from loaders.records import Item, Record
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "jabref_csv"
ABOUT = "the OpenOffice CSV export of JabRef"

_TYPES: tuple[tuple[str, PublicationKind], ...] = (
    ("article", "journal"), ("book", "book"), ("booklet", "book"), ("conference", "conference"), ("inbook", "book"),
    ("incollection", "book"), ("inproceedings", "conference"), ("article", "journal"), ("manual", "other"),
    ("mastersthesis", "thesis"), ("misc", "other"), ("phdthesis", "thesis"), ("proceedings", "conference"),
    ("techreport", "report"), ("unpublished", "other"),
    ("email", "other"), ("www", "other"),
)  # fmt: skip


def _works(row: Row) -> Iterable[Item]:
    """The cells without TeX, and the type in a word; each kind of work has its place in a column of its own."""
    cells = {name: plain_tex(cell) if re.search(r"[\\{}$]", cell) else cell for name, cell in row.cells.items()}
    number = whole(row.get("BibliographyType"))
    if number is not None and number < len(_TYPES):
        cells["Kind"] = _TYPES[number][0]
    return _MAP.works(Row(row.where, cells, row.header, row.odd))


def _last(row: Row, record: Record) -> Iterable[Item]:
    return [replace(record, ids=each_once(*record.ids, *work_link_ids(row.get("URL"))))]


_MAP = TableMap(
    fields={
        "title": ("Title", "Booktitle"), "authors": ("Author",), "editors": ("Editor",), "year": ("Year",), "month": ("Month",),
        "venue": ("Journal", "Booktitle", "School", "Institution", "Howpublished"), "kind": ("Kind",), "isbn": ("ISBN",),
        "volume": ("Volume",), "issue": ("Number",), "pages": ("Pages",),
        "publisher": ("Publisher", "School", "Institution"), "place": ("Address",), "url": ("URL",),
    },
    kinds=dict(_TYPES),
    last=_last,
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "JabRef", (columns("BibliographyType", "Identifier", "Author", "Title", "Booktitle"),), _works)
