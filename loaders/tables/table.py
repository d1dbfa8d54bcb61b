"""Any table of works: CSV and TSV, workbooks (.xlsx, .xls, .ods) and Parquet, by a mapping of its columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from loaders.parsing.source import Source
from loaders.records import Header, Item, Items, Rejection, Remark
from loaders.table_rows.delimited import NO_HEADER, IsHeader, Row, candidates, header_of
from loaders.table_rows.table_files import binary_candidates, is_binary_table
from loaders.tables.columns import NAMING, Columns, is_usual
from loaders.tables.known_table import not_there, table_items
from loaders.tables.work import work

NAME = "table"
ABOUT = "any table with a row for each work (CSV, TSV, Excel, .ods, Parquet), its columns named by the reader or by usual names"
SITE = "table"

_SAY = (
    "say which hold what: --column title=NAME --column authors=NAME (in Python columns=), by number where the first line is a "
    "record and names no columns: --column title=1."
)


def recognise(head: str) -> bool:
    """Whether a header row names a title and authors by usual names. Any other table is read with `columns`."""
    return header_of(head, is_usual) is not None


def read(
    source: Source, *, columns: Mapping[str, str | Sequence[str]] | None = None, author_separator: str | None = None
) -> Items:
    """The header, then a record or rejection for each row.

    `columns` says which column holds what: {"title": "Article Name", "authors": "Creators", "year": "Published", …}; the fields
    are those of `loaders.tables.columns.FIELDS`, the columns are found in any case, or by their number; "" says that none holds
    it. For other fields the usual names count. Of a table without a header line all columns are named by number.
    `author_separator` stands between names (and affiliations and ORCIDs) in one cell; without it semicolons, bars, "and" and
    commas are tried. Raises ColumnsError at once for a mapping that cannot be meant. A table that has no column by which works
    can be known is rejected; columns that were named and are not there are remarked.
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

    if given is not None and given.are_numbers and not any(map(is_usual, header_candidates(source))):
        return NO_HEADER, _Works(given, author_separator).of

    def is_header(names: list[str]) -> bool:
        return len(names) > 1 and _fits(names, given)

    is_there = is_binary_table(source.start()) or header_of(source.head(), is_header) is not None
    return is_header if is_there else _FirstLine().is_header, _Works(given, author_separator).of


def header_candidates(source: Source) -> list[list[str]]:
    """The rows of a table that may be its header, or that of one of its sheets, as each delimiter divides them."""
    return binary_candidates(source) if is_binary_table(source.start()) else candidates(source.head())


def has_columns(source: Source, given: Columns) -> bool:
    """Whether it is a table for which these columns can be meant."""
    if given.are_numbers:
        most = max(int(column) for columns in given.of.values() for column in columns)
        return any(len(names) >= most for names in header_candidates(source))
    return any(len(names) > 1 and given.fits(names) for names in header_candidates(source))


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
    """Whether a line can be the header: the columns that were named are meant for it, or it has usual ones."""
    return (given is not None and not given.are_numbers and given.fits(names)) or is_usual(names)


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
                yield Rejection(f"header above {row.where}", why_not)
            elif self._given is not None:
                yield from not_there(self._given, row.header, "it was read by its columns of usual names")
                if self._given.are_numbers and row.header[0] == "1":
                    yield Remark("document", "its columns were named by number: its first line was read as a record")
        if self._columns:
            yield work(row, self._columns)

    def _mapping(self, header: list[str]) -> tuple[Columns | None, str]:
        listed = ", ".join(header)
        usual = Columns.usual(header, self._author_separator)
        if self._given is not None and self._given.fits(header):
            found = self._given.over(usual, header)
            if set(NAMING) & found.of.keys():
                return found, ""
            return None, f"no column holds a title or an identifier; {_SAY} There are: {listed}"
        if is_usual(header):
            return usual, ""
        if self._given is not None:
            return None, f"there is no column {self._given.missing_from(header)[0]!r}; the columns are: {listed}"
        return None, f"no column has the name of a title and of authors; {_SAY} There are: {listed}"
