"""Tables as text (commas, tabs, semicolons) row by row, with the line of each row, so that a broken row is rejected alone.

pandas reads such files too, but does not know the line of a row, and one quote too many swallows the rows behind it.
"""

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from loaders.entities import decoded
from loaders.records import Rejection, Remark
from loaders.text_lines import Line

LARGEST_CELL = 16 * 1024 * 1024
_LONGEST_ROW = 500
_PREFACE = 12
_DELIMITERS = ("\t", ",", ";", "|")

csv.field_size_limit(max(csv.field_size_limit(), LARGEST_CELL))

_OPEN: list[str] = []
IsHeader = Callable[[list[str]], bool]


@dataclass(frozen=True)
class Row:
    """A row's cells by column name; `where` names its place in the file."""

    where: str
    cells: dict[str, str]

    def get(self, *columns: str) -> str:
        """The first of these columns that is not empty in this row, its entities decoded."""
        return next((cell for column in columns if (cell := decoded(self.cells.get(column, "")).strip())), "")


def header_of(head: str, is_header: IsHeader) -> tuple[list[str], str] | None:
    """The column names and the delimiter of the table with which a text begins; a few lines may stand before ("sep=;")."""
    for line in head.split("\n")[:_PREFACE]:
        if (found := _header(line, is_header)) is not None:
            return found
    return None


def _header(line: str, is_header: IsHeader) -> tuple[list[str], str] | None:
    for delimiter in _DELIMITERS:
        if delimiter in line:
            columns = [name.strip().strip('"').strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
            if is_header(columns):
                return columns, delimiter
    return None


def rows(lines: Iterable[Line], is_header: IsHeader) -> Iterator[Row | Rejection | Remark]:
    """The rows below the header; a rejection for one that does not fit it, a remark for one that was filled up.

    Empty rows are none.
    """
    waiting = _Waiting(lines)
    found = None
    for line in waiting:
        found = _header(line.text, is_header)
        if found or line.number > _PREFACE:
            break
    if found is None:
        yield Rejection("line 1", "no header row was found; the first line must name the columns")
        return
    yield from _Table(found[0], found[1]).rows(waiting)


class _Waiting:
    """Lines, of which some can be put back."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._returned: deque[Line] = deque()

    def __iter__(self) -> Iterator[Line]:
        while True:
            if self._returned:
                yield self._returned.popleft()
            elif (line := next(self._lines, None)) is not None:
                yield line
            else:
                return

    def put_back(self, lines: list[Line]) -> None:
        self._returned.extendleft(reversed(lines))


class _Table:
    def __init__(self, columns: list[str], delimiter: str) -> None:
        while columns and not columns[-1]:
            columns = columns[:-1]
        self._columns = columns
        self._delimiter = delimiter

    def rows(self, lines: _Waiting) -> Iterator[Row | Rejection | Remark]:
        within_broken = False
        for line in lines:
            if not line.text.strip(f'{self._delimiter} "'):
                continue
            held, cells = self._row(line, lines)
            where = f"line {line.number}"
            if cells is not None and len(cells) == len(self._columns):
                yield Row(where, self._named(cells))
                within_broken = False
            elif cells is not None and len(self._columns) > len(cells) >= (len(self._columns) + 1) // 2 and not within_broken:
                yield Row(where, self._named(cells))
                yield Remark(where, f"the row has {len(cells)} of {len(self._columns)} columns; the others were taken as empty")
            elif cells is None:
                yield Rejection(where, f"a quote is opened here and not closed where a row of {len(self._columns)} columns ends")
                within_broken = True
                lines.put_back(held[1:])
            elif not within_broken:
                yield Rejection(where, f"the row has {len(cells)} columns where the header has {len(self._columns)}")

    def _named(self, cells: list[str]) -> dict[str, str]:
        named: dict[str, str] = {}
        for name, cell in zip(self._columns, cells, strict=False):
            if not named.get(name):
                named[name] = cell
        return named

    def _row(self, first: Line, lines: _Waiting) -> tuple[list[Line], list[str] | None]:
        """The lines of a row and its cells: one line, or more where a quoted cell goes on; None where that leads nowhere."""
        if self._delimiter == "\t" and (tabbed := self._tabbed(first.text)):
            return [first], tabbed
        cells = self._cells(first.text)
        if cells is not _OPEN:
            return [first], cells
        held, size = [first], len(first.text)
        for line in lines:
            held.append(line)
            size += len(line.text)
            if '"' in line.text and (cells := self._cells("\n".join(part.text for part in held), (True,))) is not _OPEN:
                break
            if len(held) > _LONGEST_ROW or size > LARGEST_CELL:
                break
        return held, cells if cells is not _OPEN and cells is not None and len(cells) == len(self._columns) else None

    def _tabbed(self, text: str) -> list[str] | None:
        """Cells between tabs, where quotes are characters unless they surround a cell; None if they do not fit the header."""
        cells = text.split("\t")
        if len(cells) < len(self._columns) and '"' not in text:
            cells += [""] * (len(self._columns) - len(cells))
        cells = self._without_empty_end(cells)
        if len(cells) != len(self._columns):
            return None
        return [cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in cells]

    def _cells(self, text: str, strictly: tuple[bool, ...] = (True, False)) -> list[str] | None:
        """The cells of a row; `_OPEN` where a quoted cell has not ended, None where they cannot be told.

        Strictly first; else characters behind a closing quote are forgiven, but not in a row of several lines: it may be two.
        """
        lines = [f"{line}\n" for line in text.split("\n")]
        for strict in strictly:
            try:
                parsed = list(csv.reader(lines, delimiter=self._delimiter, strict=strict))
            except csv.Error as error:
                if strict and "unexpected end" in str(error):
                    return _OPEN
                continue
            return self._without_empty_end(parsed[0]) if len(parsed) == 1 else None
        return None

    def _without_empty_end(self, cells: list[str]) -> list[str]:
        while len(cells) > len(self._columns) and not cells[-1].strip():
            cells = cells[:-1]
        return cells
