"""A table that is known by its columns: how it is told from others, and how its rows are read, as text or as a workbook."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.fields.export_dates import exported
from loaders.parsing.source import Source
from loaders.parsing.text_lines import TextLines
from loaders.records import Header, Item, Items, Rejection, Remark
from loaders.table_rows.column_words import column_key
from loaders.table_rows.delimited import IsHeader, Row, header_of, rows
from loaders.table_rows.odd_rows import OddRows
from loaders.table_rows.query_results import is_query_result, query_rows
from loaders.table_rows.table_files import TableFileError, binary_rows, is_binary_table
from loaders.tables.columns import Columns, is_usual
from loaders.tables.overriding import Works, with_given
from loaders.tables.work import work


@dataclass(frozen=True)
class KnownTable:
    """A table by the name of its format. `telling` are sets of columns: a header with all of one set, in any order and case, is
    of this table. `works` gives what a row holds, `facts` what the beginning of a text says of the whole of it."""

    name: str
    about: str
    site: str
    telling: tuple[frozenset[str], ...]
    works: Callable[[Row], Iterable[Item]]
    facts: Callable[[str], tuple[tuple[str, str], ...]] = exported

    def is_header(self, columns: list[str]) -> bool:
        """Whether these columns are of this table."""
        present = {column_key(name) for name in columns}
        return any(names <= present for names in self.telling)

    def recognise(self, head: str) -> bool:
        """Whether a text begins with a header row of this table; a few lines may stand before."""
        return header_of(head, self.is_header) is not None

    def read(
        self,
        source: Source,
        *,
        columns: Mapping[str, str | Sequence[str]] | None = None,
        author_separator: str | None = None,
    ) -> Items:
        """The header, then a record or rejection for each row, then remarks about odd rows.

        `columns` says of some columns what they hold instead, as `loaders.tables.table.read` takes it. Raises ColumnsError at
        once for a mapping that cannot be meant.
        """
        return self._read(source, None if columns is None else Columns.given(columns, author_separator))

    def _read(self, source: Source, given: Columns | None) -> Items:
        yield Header(format=self.name, source=self.site, facts=self.facts(source.head()))
        yield from table_items(source, *self.header_and_works(source, given))

    def header_and_works(self, source: Source, given: Columns | None) -> tuple[IsHeader, Works]:
        """What tells the header, and what reads the work of a row; in workbooks also of sheets with columns of usual names."""
        works = self.works if given is None else _Given(self.name, self.works, given).of
        if not is_binary_table(source.start()):
            return self.is_header, works

        def of_any_sheet(row: Row) -> Iterable[Item]:
            return works(row) if self.is_header([*row.header]) else [work(row, Columns.usual(row.header))]

        return lambda names: self.is_header(names) or is_usual(names), of_any_sheet


class _Given:
    """The works of a known table with the columns that are given, where the table has these."""

    def __init__(self, name: str, works: Works, given: Columns) -> None:
        self._name = name
        self._own = works
        self._given = given
        self._header: tuple[str, ...] = ()
        self._works = works

    def of(self, row: Row) -> Iterable[Item]:
        """What the row holds; of each header once a remark, where columns that were named are not there."""
        if row.header != self._header:
            self._header = row.header
            fits = self._given.fits(row.header)
            self._works = with_given(self._own, self._given) if fits else self._own
            yield from not_there(self._given, row.header, f"it was read as {self._name}, by its own columns")
        yield from self._works(row)


def not_there(given: Columns, header: Sequence[str], instead: str) -> Iterator[Remark]:
    """Which of the columns that were named a table does not have, and what was done `instead`."""
    if not given.fits(header):
        yield Remark("document", f"the columns that were named are not those of this table; {instead}")
        return
    here = given.as_spelled_in(header).of
    for name, named in given.of.items():
        if named and not here[name]:
            spelled = " or ".join(map(repr, named))
            yield Remark("document", f"there is no column {spelled} for {name}; the columns are: {', '.join(header)}")


def columns(*names: str) -> frozenset[str]:
    """A set of column names to tell a table by."""
    return frozenset(map(column_key, names))


def table_items(source: Source, is_header: Callable[[list[str]], bool], works: Callable[[Row], Iterable[Item]]) -> Iterator[Item]:
    """What the rows of a table hold, whether it is a text, a workbook or the JSON of a query's results.

    Where a row has too many or too few cells, the rejection of its work says so. What is to be remarked of several rows in the
    same words is said once.
    """
    lines, remarks = TextLines(source), OddRows()
    found: Iterator[Row | Rejection | Remark]
    if is_binary_table(source.start()):
        found = binary_rows(source, is_header)
    else:
        found = query_rows(source) if is_query_result(source.head()) else rows(lines, is_header)
    try:
        for row in found:
            if isinstance(row, Row):
                for item in works(row):
                    if isinstance(item, Remark):
                        remarks.add(item.where, item.reason)
                    else:
                        yield _with_cause(item, row)
            else:
                yield row
    except TableFileError as error:
        yield Rejection("document", str(error))
    yield from remarks.remarks()
    yield from lines.remarks


def _with_cause(item: Item, row: Row) -> Item:
    if row.odd and isinstance(item, Rejection):
        return Rejection(item.where, f"{row.odd}; as far as its cells are sure, {item.reason}", item.truncated)
    return item
