"""Which lines of a table as text make a row: one, or more where a quoted cell goes on, and never those of the next row."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.parsing.text_lines import Line
from loaders.table_rows.column_shapes import FITS, ColumnShapes
from loaders.table_rows.row_cells import Cell, RowCells, cells_of

LARGEST_ROW = 16 * 1024 * 1024
_MOST_LINES = 500
_TEXT = re.compile(r"abstract|summary|description|notes?\b|comments?|résumé|resumen|zusammenfassung|kurzfassung", re.IGNORECASE)
NOTE = re.compile(
    r"\W*(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4})|sep\s*=|about the data|(?:data )?(?:export(?:ed)?|download(?:ed)?|retrieved)"
    r" ?(?:date|on|from|at|by|:|\d)|search (?:query|string|strategy|date)|(?:query|source)\s*:|total(?: \w+)?\s*[:=]?\s*\d+$"
    r"|\d+ (?:results|records|documents|rows)|page \d+|end of (?:file|export|data|results)|this (?:file|export)"
    r"|all rights reserved)",
    re.IGNORECASE,
)
"""What programs write below a table."""
_OPENED = re.compile(r'"(?:[^"\s]|""[^"])')


class Waiting:
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

    def put_back(self, lines: Sequence[Line]) -> None:
        """These lines come next."""
        self._returned.extendleft(reversed(lines))


@dataclass
class ReadRow:
    """The cells of a row that begins at `line`. With `is_broken` a quote is never closed behind them, and the row has no more.

    `through` is the last line that is of it.
    """

    line: int
    cells: list[Cell]
    is_broken: bool = False
    through: int = 0


@dataclass
class RowLines:
    """Reads rows of these columns."""

    columns: Sequence[str]
    delimiter: str
    shapes: ColumnShapes
    _quoted_starts: int = 0
    _plain_starts: int = 0

    def rows(self, lines: Waiting) -> Iterator[ReadRow]:
        """Each row of the file once; empty rows are none."""
        for read in self._each(lines):
            self._go_on(read, lines)
            yield read

    def _go_on(self, read: ReadRow, lines: Waiting) -> None:
        """Takes the lines without delimiters behind a row that are the rest of the text in its last cell, which has no quotes."""
        is_text = len(self.columns) > 2 and bool(_TEXT.search(self.columns[-1])) and len(read.cells) == len(self.columns)
        if not is_text or read.is_broken or read.cells[-1].is_quoted or not read.cells[-1].text.strip():
            return
        for line in lines:
            if self.delimiter in line.text or '"' in line.text or not line.text.strip() or NOTE.match(line.text):
                lines.put_back([line])
                return
            read.cells[-1] = Cell(f"{read.cells[-1].text}\n{line.text}")
            read.through = line.number

    def _each(self, lines: Waiting) -> Iterator[ReadRow]:
        broken: ReadRow | None = None
        for line in lines:
            if not line.text.strip(f'{self.delimiter} "') and line.text.count('"') % 2 == 0:
                continue
            if broken and not self._may_begin(line.text):
                broken.through = line.number
                continue
            if broken:
                yield broken
                broken = None
            read = self._row(line, lines)
            if read.is_broken:
                broken = read
            else:
                self._count_start(line.text, read)
                yield read
        if broken:
            yield broken

    def _count_start(self, text: str, read: ReadRow) -> None:
        if len(read.cells) == len(self.columns):
            self._quoted_starts += text.startswith('"')
            self._plain_starts += not text.startswith('"')

    def _may_begin(self, text: str) -> bool:
        """Whether a line behind a broken row can be the next row: where rows begin with a quote, others are the rest of it."""
        return text.startswith('"') or not self._are_quoted() or self._is_row(text)

    def _row(self, first: Line, lines: Waiting) -> ReadRow:
        read = RowCells(self.delimiter).feed(first.text)
        if self.delimiter == "\t" and (tabbed := self._tabbed(first.text)):
            several = self._of_several(first, read, lines, must_fit=True) if read.is_open else None
            return several if several and not several.is_broken else ReadRow(first.number, tabbed, through=first.number)
        if read.is_open:
            even = self._even(first.text)
            return ReadRow(first.number, even, through=first.number) if even else self._of_several(first, read, lines)
        if '\\"' in first.text and not read.is_strict:
            escaped = self._escaped([first])
            read = escaped if not escaped.is_open and len(escaped.cells) == len(self.columns) else read
        return self._read(first, read, first)

    def _read(self, first: Line, read: RowCells, last: Line) -> ReadRow:
        """The row as read. Where its cells are too many or too few, those behind a quote that should not be there are none."""
        if read.doubtful_from is None or self._are_all(read.cells):
            return ReadRow(first.number, read.cells, through=last.number)
        return ReadRow(first.number, read.cells[: read.doubtful_from], is_broken=True, through=last.number)

    def _of_several(self, first: Line, read: RowCells, lines: Waiting, *, must_fit: bool = False) -> ReadRow:
        """A row whose quoted cell goes on in the next lines, or is never closed. With `must_fit` it is whole or broken."""
        held, size, is_doubtful = [first], len(first.text), False
        escaped: RowCells | None = None
        for line in lines:
            held.append(line)
            size += len(line.text)
            if len(held) > _MOST_LINES or size > LARGEST_ROW or self._begins(line.text) or self._is_row(line.text):
                break
            is_doubtful = is_doubtful or self._has_all_cells(line.text)
            if escaped is None and any('\\"' in part.text for part in held[-2:]):
                escaped = self._escaped(held[:-1])
            for reading in (read, escaped):
                if reading and reading.is_open and not reading.feed(line.text).is_open:
                    is_whole, is_odd = self._are_all(reading.cells), reading is read and not must_fit
                    if (is_whole and reading.is_strict) or (not is_doubtful and (is_whole or is_odd)):
                        return self._read(first, reading, line)
            if not read.is_open and not (escaped and escaped.is_open):
                break
        lines.put_back(held[1:])
        begun = RowCells(self.delimiter).feed(first.text)
        return ReadRow(first.number, begun.cells[: begun.doubtful_from], is_broken=True, through=first.number)

    def _begins(self, text: str) -> bool:
        """Whether a line begins like a row where all rows begin with a quote. Inside a cell such a quote would be doubled."""
        return text[1:2] != self.delimiter and bool(_OPENED.match(text)) and self._are_quoted()

    def _are_quoted(self) -> bool:
        """Whether rows of this table begin with a quote."""
        return self._quoted_starts > 4 * self._plain_starts

    def _escaped(self, held: Sequence[Line]) -> RowCells:
        """The lines read so that a quote behind a backslash is part of its cell."""
        reading = RowCells(self.delimiter, has_backslashes=True)
        for line in held:
            if not reading.cells or reading.is_open:
                reading.feed(line.text)
        return reading

    def _is_row(self, text: str) -> bool:
        """Whether a line is surely a row by itself: one with quoted cells, or one whose cells have the form of their columns."""
        cells = cells_of(text, self.delimiter)
        if cells is None or len(cells) < 2:
            return False
        if any(cell.is_quoted for cell in cells):
            return True
        return len(cells) == len(self.columns) and self._fit(cells)

    def _fit(self, cells: Sequence[Cell]) -> bool:
        placed = [(column, cell.text) for column, cell in enumerate(cells)]
        return any(self.shapes.by_name(*each) >= FITS for each in placed) and not any(
            self.shapes.contradicts(*each) for each in placed
        )

    def _has_all_cells(self, text: str) -> bool:
        cells = cells_of(text, self.delimiter)
        return cells is not None and len(self.columns) > 1 and self._are_all(cells)

    def _tabbed(self, text: str) -> list[Cell] | None:
        """Cells between tabs, where quotes are characters unless they surround a cell; None if they do not fit the header."""
        parts = text.split("\t")
        if 1 < len(parts) < len(self.columns) and '"' not in text:
            fit = not any(self.shapes.contradicts(column, part) for column, part in enumerate(parts))
            parts += [""] * (len(self.columns) - len(parts) if fit else 0)
        cells = [_unquoted(part) for part in parts]
        return cells if self._are_all(cells) else None

    def _even(self, text: str) -> list[Cell] | None:
        """Cells of which one goes on behind its closing quote ('"Open" access'), where all are on this line."""
        parts = text.split(self.delimiter)
        fits = len(parts) == len(self.columns) and all(part.count('"') % 2 == 0 for part in parts)
        return [_unquoted(part) for part in parts] if fits else None

    def _are_all(self, cells: Sequence[Cell]) -> bool:
        """Whether there is a cell for each column, and nothing behind."""
        return len(cells) >= len(self.columns) and not any(cell.text.strip() for cell in cells[len(self.columns) :])


def _unquoted(text: str) -> Cell:
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return Cell(text[1:-1].replace('""', '"'), True) if is_quoted else Cell(text)
