"""Any table of works: CSV and TSV, workbooks (.xlsx, .xls, .ods) and Parquet, by a mapping of its columns."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from loaders.delimited import Row, header_of, rows
from loaders.records import Header, Item, Items, Rejection, Remark
from loaders.source import Source
from loaders.table_columns import Columns, is_usual
from loaders.table_files import TableFileError, binary_rows, is_binary_table
from loaders.table_work import work
from loaders.text_lines import TextLines

NAME = "table"
ABOUT = "any table with a row for each work (CSV, TSV, Excel, .ods, Parquet), its columns named by the reader or by usual names"
SITE = "table"


def recognise(head: str) -> bool:
    """Whether a header row names a title and authors by usual names. Any other table is read with `columns`."""
    return header_of(head, is_usual) is not None


def read(
    source: Source, *, columns: Mapping[str, str | Sequence[str]] | None = None, author_separator: str | None = None
) -> Items:
    """The header, then a record or rejection for each row.

    `columns` says which column holds what: {"title": "Article Name", "authors": "Creators", "year": "Published", …}; the fields
    are those of `table_columns.FIELDS`, the columns are found in any case. Without it the usual names count. `author_separator`
    stands between names (and affiliations and ORCIDs) in one cell; without it semicolons, bars, "and" and commas are tried.
    Raises ColumnsError at once for a mapping that cannot be meant. A column that the file lacks rejects the file.
    """
    given = None if columns is None else Columns.given(columns, author_separator)
    return _read(source, given, author_separator)


def _read(source: Source, given: Columns | None, author_separator: str | None) -> Items:
    yield Header(format=NAME, source=SITE)
    lines = TextLines(source)
    found: Iterator[Row | Rejection | Remark]
    found = (
        binary_rows(source)
        if is_binary_table(source.start())
        else rows(lines, lambda names: len(names) > 1 and _fits(names, given))
    )
    try:
        yield from _works(found, given, author_separator)
    except TableFileError as error:
        yield Rejection("row 1", str(error))
    yield from lines.remarks


def _fits(names: list[str], given: Columns | None) -> bool:
    """Whether a line can be the header: it has a mapped column, or usual ones."""
    if given is None:
        return is_usual(names)
    named = {column for columns in given.of.values() for column in columns}
    return len(set(given.missing_from(names))) < len(named)


def _works(found: Iterator[Row | Rejection | Remark], given: Columns | None, author_separator: str | None) -> Iterator[Item]:
    first = None
    for first in found:
        if isinstance(first, Row):
            break
        yield first
    if not isinstance(first, Row):
        return
    header = list(first.cells)
    missing = given.missing_from(header) if given else []
    if given is None and not is_usual(header):
        yield Rejection(
            first.where,
            f"no column has the name of a title and of authors; say which hold what (columns=). There are: {', '.join(header)}",
        )
        return
    if missing:
        yield Rejection(first.where, f"there is no column {missing[0]!r}; the columns are: {', '.join(header)}")
        return
    columns = given.as_spelled_in(header) if given else Columns.usual(header, author_separator)
    for item in chain([first], found):
        yield work(item, columns) if isinstance(item, Row) else item
