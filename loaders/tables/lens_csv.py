"""The CSV export of The Lens (scholarly works): https://support.lens.org/knowledge-base/scholar-search-fields/"""

from collections.abc import Iterator

from loaders.records import Identifier
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "lens_csv"
ABOUT = "the CSV export of The Lens (scholarly works)"


def _cites(row: Row) -> Iterator[Identifier]:
    return (Identifier("lens", value.strip()) for value in row.get("References").split(";") if value.strip())


_MAP = TableMap(
    fields={
        "title": ("Title",), "authors": ("Author/s", "Authors"), "year": ("Publication Year",), "date": ("Date Published",),
        "kind": ("Publication Type",), "venue": ("Source Title", "Conference Name"), "abstract": ("Abstract",),
        "issn": ("ISSNs",), "volume": ("Volume",), "issue": ("Issue Number",), "first_page": ("Start Page",),
        "last_page": ("End Page",),
        "lens": ("Lens ID",), "doi": ("DOI",), "pmid": ("PMID",), "pmcid": ("PMCID",), "mag": ("Microsoft Academic ID",),
        "openalex": ("OpenAlex ID",), "url": ("Source URLs", "External URL"),
        "publisher": ("Publisher",), "language": ("Language", "Languages"),
        "cited_by": ("Citing Works Count", "Scholarly Citation Count"),
    },
    subjects={"lens": ("Fields of Study",), "keyword": ("Keywords",), "mesh": ("MeSH Terms",)},
    author_separator=";",
    cites=_cites,
)  # fmt: skip
TABLE = KnownTable(
    NAME,
    ABOUT,
    "The Lens",
    (columns("Lens ID", "Title", "Author/s"), columns("Lens ID", "Title", "Publication Type", "Source Title")),
    _MAP.works,
)
