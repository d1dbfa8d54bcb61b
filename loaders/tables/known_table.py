"""A table that is known by its columns: how it is told from others, and how its rows are read, as text or as a workbook."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from loaders.fields.export_dates import exported
from loaders.parsing.source import Source
from loaders.parsing.text_lines import TextLines
from loaders.records import Header, Item, Items, Rejection, Remark
from loaders.table_rows.column_words import column_key
from loaders.table_rows.delimited import Row, header_of, rows
from loaders.table_rows.odd_rows import OddRows
from loaders.table_rows.query_results import is_query_result, query_rows
from loaders.table_rows.table_files import TableFileError, binary_rows, is_binary_table


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

    def read(self, source: Source) -> Items:
        """The header, then a record or rejection for each row, then remarks about odd rows."""
        yield Header(format=self.name, source=self.site, facts=self.facts(source.head()))
        yield from table_items(source, self.is_header, self.works)


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
        yield Rejection("row 1", str(error))
    yield from remarks.remarks()
    yield from lines.remarks


def _with_cause(item: Item, row: Row) -> Item:
    if row.odd and isinstance(item, Rejection):
        return Rejection(item.where, f"{row.odd}; as far as its cells are sure, {item.reason}")
    return item
