"""The Web of Science's exports as a table: tab-delimited with field tags for columns, or CSV with their names."""

from loaders.table_rows.column_words import column_key
from loaders.table_rows.delimited import Row
from loaders.tables.known_table import KnownTable, columns
from loaders.web_of_science.work import SITE, WosWork

NAME = "web_of_science_table"
ABOUT = "the table export of the Web of Science (tab-delimited or CSV)"

_TAGS = {
    "Publication Type": "PT", "Authors": "AU", "Author Full Names": "AF", "Group Authors": "CA", "Book Authors": "BA",
    "Book Author Full Names": "BF", "Book Group Authors": "GP", "Book Editors": "BE", "Article Title": "TI", "Source Title": "SO",
    "Book Series Title": "SE", "Document Type": "DT", "Author Keywords": "DE", "Keywords Plus": "ID", "Abstract": "AB",
    "Addresses": "C1", "Researcher Ids": "RI", "ORCIDs": "OI", "Cited References": "CR", "Publication Date": "PD",
    "Publication Year": "PY", "DOI": "DI", "Book DOI": "D2", "Early Access Date": "EA", "ISBN": "BN", "Article Number": "AR",
    "WoS Categories": "WC", "Web of Science Categories": "WC", "UT (Unique WOS ID)": "UT", "UT (Unique ID)": "UT",
    "Pubmed Id": "PM", "Volume": "VL", "Issue": "IS", "Start Page": "BP", "End Page": "EP", "Supplement": "SU",
    "Times Cited, WoS Core": "TC", "Publisher": "PU", "Publisher City": "PI", "Language": "LA", "ISSN": "SN", "eISSN": "EI",
}  # fmt: skip
_TAG_OF = {column_key(name): tag for name, tag in _TAGS.items()}
_LISTS = frozenset({"AU", "AF", "BA", "BF", "BE", "CA", "GP", "ED", "CR"})


def _fields(row: Row) -> dict[str, list[str]]:
    """The row by tags, lists divided at semicolons; addresses only where no list of authors in brackets stands before them."""
    fields: dict[str, list[str]] = {}
    for column in row.cells:
        tag, cell = _TAG_OF.get(column_key(column), column.upper()), row.get(column)
        if cell.strip() and tag not in fields:
            divide = tag in _LISTS or (tag == "C1" and "[" not in cell)
            fields[tag] = [part.strip() for part in cell.split(";")] if divide else [cell]
    return fields


_TELLING = columns("PT", "AU", "TI", "SO"), columns("Publication Type", "Authors", "Article Title", "Source Title")
TABLE = KnownTable(NAME, ABOUT, SITE, _TELLING, lambda row: WosWork(row.where, _fields(row)).read())
"""Recognised by its header row: field tags, or their names."""
