"""Any table of works: CSV and TSV, workbooks (.xlsx, .xls, .ods) and Parquet, by a mapping of its columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from loaders.parsing.source import Source
from loaders.records import Header, Item, Items, Rejection
from loaders.table_rows.delimited import IsHeader, Row, header_of
from loaders.table_rows.table_files import is_binary_table
from loaders.tables.columns import Columns, is_usual
from loaders.tables.known_table import table_items
from loaders.tables.work import work

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
    is_header, works = header_and_works(source, given, author_separator)
    yield from table_items(source, is_header, works)


def header_and_works(
    source: Source, given: Columns | None, author_separator: str | None
) -> tuple[IsHeader, Callable[[Row], Iterable[Item]]]:
    """What tells the header of a table, and what reads the work of a row."""

    def is_header(names: list[str]) -> bool:
        return len(names) > 1 and _fits(names, given)

    is_there = is_binary_table(source.start()) or header_of(source.head(), is_header) is not None
    return is_header if is_there else _FirstLine().is_header, _Works(given, author_separator).of


def has_columns(source: Source, columns: Mapping[str, str | Sequence[str]]) -> bool:
    """Whether it is a table that may have some of the named columns. Raises ColumnsError for a mapping that cannot be meant."""
    given = Columns.given(columns)
    return is_binary_table(source.start()) or header_of(source.head(), lambda names: _fits(names, given)) is not None


class _FirstLine:
    """Takes the first line of several cells for the header where none has the columns looked for, so that it can be said which
    columns there are."""

    def __init__(self) -> None:
        self._header: list[str] = []

    def is_header(self, names: list[str]) -> bool:
        """Whether it is that line, or that line again."""
        if not self._header and len(names) > 1:
            self._header = names
        return names == self._header


def _fits(names: list[str], given: Columns | None) -> bool:
    """Whether a line can be the header: it has a mapped column, or usual ones."""
    if given is None:
        return is_usual(names)
    named = {column for columns in given.of.values() for column in columns}
    return len(set(given.missing_from(names))) < len(named)


class _Works:
    """The works of rows, by the mapping that their header allows."""

    def __init__(self, given: Columns | None, author_separator: str | None) -> None:
        self._given = given
        self._author_separator = author_separator
        self._header: tuple[str, ...] = ()
        self._columns: Columns | None = None

    def of(self, row: Row) -> Iterable[Item]:
        """The record or rejection of a row; where the header lacks what is needed, one rejection for all rows below it."""
        if row.header != self._header:
            self._header = row.header
            self._columns, why_not = self._mapping(list(row.header))
            if self._columns is None:
                return [Rejection(row.where, why_not)]
        return [work(row, self._columns)] if self._columns else []

    def _mapping(self, header: list[str]) -> tuple[Columns | None, str]:
        listed = ", ".join(header)
        if self._given is None:
            if is_usual(header):
                return Columns.usual(header, self._author_separator), ""
            return None, f"no column has the name of a title and of authors; say which hold what (columns=). There are: {listed}"
        if missing := self._given.missing_from(header):
            return None, f"there is no column {missing[0]!r}; the columns are: {listed}"
        return self._given.as_spelled_in(header), ""
