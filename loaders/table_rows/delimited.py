"""Tables as text (commas, tabs, semicolons, bars) row by row, with the line of each row.

Every row of the file comes out once: as a row, as a row of which only the sure cells are left, or as a rejection. pandas reads
such files too, but does not know the line of a row, and one quote too many swallows the rows behind it.
"""

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from loaders.counted import counted
from loaders.parsing.html_entities import decoded
from loaders.parsing.text_lines import Line
from loaders.records import Rejection, Remark
from loaders.table_rows.column_shapes import ColumnShapes
from loaders.table_rows.column_words import column_key
from loaders.table_rows.formulas import as_meant
from loaders.table_rows.odd_rows import OddRows
from loaders.table_rows.row_alignment import aligned
from loaders.table_rows.row_cells import RowCells
from loaders.table_rows.row_lines import NOTE, ReadRow, RowLines, Waiting

PREFACE = 12
_DELIMITERS = ("\t", ",", ";", "|")
_EXAMPLES = 200
_EXAMPLES_SIZE = 4 * 1024 * 1024

_SUM = re.compile(r"(?:grand )?(?:totals?|sum|count|average|mean|summe|gesamt|totale?s?)\s*:?", re.IGNORECASE)
_RULE = re.compile(r":?[-=_+]*:?")
"""A cell of the rule between the header of a Markdown table and its rows: "---", ":--:"."""
_NUMBER = re.compile(r"[\d.,\s]*\d[\d.,\s]*%?")

IsHeader = Callable[[list[str]], bool]


def NO_HEADER(_: list[str]) -> bool:  # noqa: N802 - a value that is no line's header
    """Of a table without a header line: its columns go by their numbers, from "1" on."""
    return False


@dataclass(frozen=True)
class Row:
    """A row's cells by column name; `where` names its place in the file.

    `header` are the names of all columns, also of those of which the row gives no cell; `odd` says why it does not.
    """

    where: str
    cells: dict[str, str]
    header: tuple[str, ...] = ()
    odd: str = ""

    @cached_property
    def _by_key(self) -> dict[str, str]:
        return {column_key(name): name for name in reversed(self.cells)}

    def get(self, *columns: str) -> str:
        """The first of these columns, in any case, that is not empty in this row, its entities decoded."""
        names = (self._by_key.get(column_key(column)) for column in columns)
        return next((cell for name in names if name is not None and (cell := decoded(self.cells[name]).strip())), "")


def header_of(head: str, is_header: IsHeader) -> tuple[list[str], str] | None:
    """The column names and the delimiter of the table with which a text begins; a few lines may stand before ("sep=;")."""
    return next(((list(names), delimiter) for names, delimiter in _first_rows(head) if is_header(list(names))), None)


def candidates(head: str) -> list[list[str]]:
    """The rows with which a text begins and of which one may be the header of a table, as each delimiter divides them."""
    return [list(names) for names, _ in _first_rows(head)]


@lru_cache(maxsize=4)
def _first_rows(head: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The rows that may be the header of a table, as each delimiter divides them; asked for by every table that is known."""
    return tuple((tuple(names), delimiter) for line in head.split("\n")[:PREFACE] for names, delimiter in _divided(line))


def _header(line: str, is_header: IsHeader) -> tuple[list[str], str] | None:
    return next((found for found in _divided(line) if is_header(found[0])), None)


def _numbered(lines: Waiting) -> tuple[list[str], str] | None:
    """Numbers for the columns of a table without a header, as many as its first line has cells, and its delimiter."""
    for line in lines:
        if line.text.strip():
            lines.put_back([line])
            divided = [(names, delimiter) for names, delimiter in _divided(line.text) if len(names) > 1]
            most, delimiter = max(divided, key=lambda each: len(each[0]), default=([], ","))
            return ([str(number) for number in range(1, len(most) + 1)], delimiter) if most else None
    return None


def _divided(line: str) -> Iterator[tuple[list[str], str]]:
    for delimiter in _DELIMITERS:
        if delimiter in line:
            yield [name.strip().strip('"').strip() for name in RowCells(delimiter).feed(line).texts], delimiter


def rows(lines: Iterable[Line], is_header: IsHeader) -> Iterator[Row | Rejection | Remark]:
    """The rows below the header, then remarks that list the odd ones; a rejection for one of which nothing can be told.

    Empty rows, the header where it is repeated, and notes of the program that wrote the file are not rows. A further header with
    other columns, as in exports that were put together, holds for the rows below it.
    """
    waiting = Waiting(lines)
    found = _numbered(waiting) if is_header is NO_HEADER else None
    for line in () if found else waiting:
        found = _header(line.text, is_header)
        if found or line.number > PREFACE:
            break
    if found is None:
        yield Rejection("line 1", f"no header row was found among the first {PREFACE} lines; one must name the columns")
        return
    yield from _Table(found[0], found[1], is_header).rows(waiting)


class _Table:
    """The rows below one header, and below those that follow in the same file."""

    def __init__(self, columns: list[str], delimiter: str, is_header: IsHeader) -> None:
        self._begin(columns)
        self._delimiter = delimiter
        self._is_header = is_header
        self._odd = OddRows()

    def _begin(self, columns: list[str]) -> None:
        self._width = len(columns)
        while columns and not columns[-1]:
            columns = columns[:-1]
        self._columns = columns
        self._names = tuple(dict.fromkeys(filter(None, columns)))
        self._shapes = ColumnShapes(columns)

    def rows(self, lines: Waiting) -> Iterator[Row | Rejection | Remark]:
        further = True
        while further:
            further = yield from self._part(lines)
        yield from self._odd.remarks()

    def _part(self, lines: Waiting) -> Generator[Row | Rejection, None, bool]:
        """The rows up to the end, or to a header with other columns; whether there is one.

        The rows at the beginning that fit the header are examples of what its columns hold.
        """
        reading = RowLines(self._columns, self._delimiter, self._shapes)
        found = _Rows(reading.rows(lines), self._passed)
        examples = list(found.some())
        if self._have_row_names(examples):
            self._begin(["", *self._columns])
            reading.columns, reading.shapes = self._columns, self._shapes
            self._odd.add(
                f"line {examples[0].line}", "the first cell of every row is its number, for which the header has no column"
            )
        for read in examples:
            if self._is_whole(read):
                self._shapes.learn(cell.text for cell in read.cells[: len(self._columns)])
        for read, is_last in _with_last(chain(examples, found)):
            yield self._row(read, is_last)
        if found.header is None:
            return False
        self._begin(found.header)
        return True

    def _have_row_names(self, examples: list[ReadRow]) -> bool:
        """Whether every row has one cell more than the header, counting the rows, as R writes a table with its row names."""
        if not examples or any(len(read.cells) != len(self._columns) + 1 for read in examples):
            return False
        first = [read.cells[0].text.strip() for read in examples]
        counted_rows = [int(text) for text in first if re.fullmatch(r"\d{1,9}", text)]
        return counted_rows == list(range(counted_rows[0], counted_rows[0] + len(first))) if counted_rows else False

    def _is_whole(self, read: ReadRow) -> bool:
        """Whether there is a cell for each column; empty ones may follow where the header has such, too."""
        behind = read.cells[len(self._columns) :]
        has_all = len(self._columns) <= len(read.cells) <= self._width and not any(cell.text.strip() for cell in behind)
        return has_all and not read.is_broken

    def _passed(self, read: ReadRow) -> list[str] | None:
        """The columns that a row names for those below it, empty where it is not a work either; None for a work."""
        texts = [cell.text.strip() for cell in read.cells]
        if all(_RULE.fullmatch(text) for text in texts) and any(texts):
            return []
        if self._is_header(texts):
            if list(map(column_key, texts)) != list(map(column_key, self._columns)):
                return texts
            self._odd.add(f"line {read.line}", "the header is repeated; no work was read from it")
            return []
        begins, *others = list(filter(None, texts)) or [""]
        is_short = len(texts) * 2 < len(self._columns) or (not others and len(self._columns) > 2)
        is_sum = bool(others) and _SUM.fullmatch(begins) and all(map(_NUMBER.fullmatch, others))
        if (is_short and NOTE.match(begins)) or is_sum:
            self._odd.add(f"line {read.line}", "a note of the program that wrote the file is not a work", details=[begins[:60]])
            return []
        return None

    def _row(self, read: ReadRow, is_last: bool) -> Row | Rejection:
        where = f"line {read.line}"
        if self._is_whole(read):
            return Row(where, self._named(dict(enumerate(cell.text for cell in read.cells))), self._names)
        if (put_together := self._put_together(read)) is not None:
            self._odd.add(where, "a delimiter with a space behind it and no quotes around was read as part of its cell")
            return Row(where, self._named(put_together), self._names)
        cells = self._named(aligned(read.cells, len(self._columns), self._shapes, is_last=is_last))
        odd = self._why_odd(read)
        if cells.keys() == set(self._names) and not any(cell.text.strip() for cell in read.cells[len(self._columns) :]):
            return Row(where, cells, self._names)
        if not any(cell.strip() for cell in cells.values()):
            step = "close it, or write it twice" if read.is_broken else "of none of them it is sure to what column it belongs"
            return Rejection(where, f"{odd}; {step}", truncated=is_last and read.is_broken)
        missing = [f"without {name}" for name in self._names if name not in cells]
        self._odd.add(where, self._kind_of(read), through=read.through, details=missing, truncated=is_last and read.is_broken)
        return Row(where, cells, self._names, odd)

    def _why_odd(self, read: ReadRow) -> str:
        if read.is_broken:
            lines = f" (the row was left out up to line {read.through})" if read.through > read.line else ""
            return f"a quote is opened here and not closed where a row of {counted(len(self._columns), 'column')} ends{lines}"
        return f"the row has {counted(len(read.cells), 'cell')} where the header has {counted(len(self._columns), 'column')}"

    def _kind_of(self, read: ReadRow) -> str:
        if read.is_broken:
            return "a quote is opened and not closed; the cells before it were read"
        what = "more" if len(read.cells) > len(self._columns) else "fewer"
        kept = "those were read of which it is sure to what column they belong"
        return f"{what} cells than the {counted(len(self._columns), 'column')} of the header; {kept}"

    def _put_together(self, read: ReadRow) -> dict[int, str] | None:
        """The cells of a row in which just the odd ones begin with a space behind a comma, joined to those before."""
        extra = len(read.cells) - len(self._columns)
        begun = [at for at, cell in enumerate(read.cells) if cell.text[:1] == " " and cell.text.strip() and not cell.is_quoted]
        if extra < 1 or read.is_broken or len(begun) != extra or begun[0] == 0 or self._delimiter == "\t":
            return None
        joined: list[str] = []
        for at, cell in enumerate(read.cells):
            if at in begun:
                joined[-1] += self._delimiter + cell.text
            else:
                joined.append(cell.text)
        fits = not any(self._shapes.contradicts(column, text) for column, text in enumerate(joined))
        return dict(enumerate(joined)) if fits else None

    def _named(self, cells: dict[int, str]) -> dict[str, str]:
        named: dict[str, str] = {}
        for column, cell in cells.items():
            name = self._columns[column] if column < len(self._columns) else ""
            if name and not named.get(name):
                named[name] = as_meant(cell)
        return named


class _Rows:
    """The works among rows: repeated headers and notes left out, up to a header with other columns."""

    def __init__(self, found: Iterator[ReadRow], passed: Callable[[ReadRow], list[str] | None]) -> None:
        self._found = found
        self._passed = passed
        self.header: list[str] | None = None

    def __iter__(self) -> Iterator[ReadRow]:
        while self.header is None and (read := next(self._found, None)) is not None:
            columns = self._passed(read)
            if columns is None:
                yield read
            elif columns:
                self.header = columns

    def some(self) -> Iterator[ReadRow]:
        """The first rows, as many as may be held."""
        size = 0
        for number, read in enumerate(self, 1):
            yield read
            size += sum(len(cell.text) for cell in read.cells)
            if number >= _EXAMPLES or size > _EXAMPLES_SIZE:
                return


def _with_last(found: Iterable[ReadRow]) -> Iterator[tuple[ReadRow, bool]]:
    """Each row, and whether it is the last."""
    held: ReadRow | None = None
    for read in found:
        if held is not None:
            yield held, False
        held = read
    if held is not None:
        yield held, True
