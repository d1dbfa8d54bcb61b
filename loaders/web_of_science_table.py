"""The Web of Science's exports as a table: tab-delimited with field tags for columns, or CSV with their names."""

from loaders.delimited import Row, header_of, rows
from loaders.records import Header, Items
from loaders.source import Source
from loaders.text_lines import TextLines
from loaders.wos_work import SITE, WosWork

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
}  # fmt: skip
_LISTS = frozenset({"AU", "AF", "BA", "BF", "BE", "CA", "GP", "ED", "CR"})


def recognise(head: str) -> bool:
    """Whether a header row names the columns of the Web of Science, by tag or by name."""
    return header_of(head, _is_header) is not None


def _is_header(columns: list[str]) -> bool:
    named = set(columns)
    return named >= {"PT", "AU", "TI", "SO"} or named >= {"Publication Type", "Authors", "Article Title", "Source Title"}


def read(source: Source) -> Items:
    """The header, then a record or rejection for each row."""
    yield Header(format=NAME, source=SITE)
    lines = TextLines(source)
    for row in rows(lines, _is_header):
        if isinstance(row, Row):
            yield from WosWork(row.where, _fields(row)).read()
        else:
            yield row
    yield from lines.remarks


def _fields(row: Row) -> dict[str, list[str]]:
    """The row by tags, lists divided at semicolons; addresses only where no list of authors in brackets stands before them."""
    fields: dict[str, list[str]] = {}
    for column in row.cells:
        tag, cell = _TAGS.get(column, column), row.get(column)
        if cell.strip() and tag not in fields:
            divide = tag in _LISTS or (tag == "C1" and "[" not in cell)
            fields[tag] = [part.strip() for part in cell.split(";")] if divide else [cell]
    return fields
