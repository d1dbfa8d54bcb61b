"""The cells of one row of a table as text, line by line, also where quotes are not doubled inside a quoted cell.

Grammar: RFC 4180, and what programs write beyond it: spaces around quotes, quotes that stand single inside a cell, and
backslashes before them. Python's csv module gives up such a row together with the lines behind it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True)
class Cell:
    """The text of a cell, and whether it stood in quotes."""

    text: str
    is_quoted: bool = False


@dataclass
class RowCells:
    """Cells as far as a row was read; `feed` takes its lines one by one.

    A quote closes a cell where the delimiter or the line's end follows. `doubtful_from` is the number of the first cell in which
    a quote stood where the grammar does not allow one. `is_open` says that a quoted cell has not ended.
    """

    delimiter: str
    has_backslashes: bool = False
    cells: list[Cell] = field(default_factory=list)
    doubtful_from: int | None = None
    is_open: bool = False
    _held: list[str] = field(default_factory=list)
    _single_quotes: int = 0

    @property
    def is_strict(self) -> bool:
        """Whether every quote stands where the grammar allows one."""
        return self.doubtful_from is None

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    def feed(self, line: str) -> "RowCells":
        """Reads a line: the first of the row, or the next one where a cell is open."""
        at: int | None = 0
        if self.is_open:
            at = self._quoted(line, 0)
        while at is not None:
            opening = _OPENING.match(line, at)
            if opening:
                self.is_open = True
                at = self._quoted(line, opening.end())
            else:
                at = self._plain(line, at)
        return self

    def _plain(self, line: str, at: int) -> int | None:
        """Reads a cell without quotes; where the next one begins, or None at the end of the row."""
        end = line.find(self.delimiter, at)
        text = line[at : end if end >= 0 else len(line)]
        self._look_at(is_allowed='"' not in text)
        self.cells.append(Cell(text))
        return end + len(self.delimiter) if end >= 0 else None

    def _quoted(self, line: str, at: int) -> int | None:
        """Reads a quoted cell to its end, or to the end of the line.

        Behind a single quote inside the cell, two quotes at its end are the one that closes the words and the one that closes it.
        """
        seen = at
        while (quote := line.find('"', seen)) >= 0:
            if self.has_backslashes and line.endswith("\\", 0, quote):
                seen = quote + 1
                continue
            is_double = line.startswith('""', quote)
            end = quote + 1 if is_double and self._single_quotes % 2 else quote
            after = None if is_double and end == quote else self._after(line, end + 1)
            if after is not None:
                self.cells.append(Cell(self._unescaped("\n".join([*self._held, line[at:end]])), is_quoted=True))
                self._held, self.is_open, self._single_quotes = [], False, 0
                return after if after <= len(line) else None
            self._single_quotes += not is_double
            self._look_at(is_allowed=is_double)
            seen = quote + (2 if is_double else 1)
        self._held.append(line[at:])
        return None

    def _look_at(self, *, is_allowed: bool) -> None:
        if not is_allowed and self.doubtful_from is None:
            self.doubtful_from = len(self.cells)

    def _after(self, line: str, at: int) -> int | None:
        """Where the next cell begins if a delimiter follows, behind the line if it ends here, None if anything else follows."""
        spaces = _SPACES.match(line, at)
        end = spaces.end() if spaces else at
        if end >= len(line):
            return len(line) + 1
        return end + len(self.delimiter) if line.startswith(self.delimiter, end) else None

    def _unescaped(self, text: str) -> str:
        text = text.replace('""', '"')
        return _ESCAPED.sub('"', text) if self.has_backslashes else text


_ESCAPED = re.compile(r'(?<!\{)\\"(?!\{)')
"""A quote behind a backslash, but for the accent of TeX in braces."""
_OPENING = re.compile(r" *\"")
_SPACES = re.compile(" *")


@lru_cache(maxsize=2048)
def cells_of(line: str, delimiter: str) -> tuple[Cell, ...] | None:
    """The cells of a row of one line in which all quotes are where they may be; None for any other line."""
    read = RowCells(delimiter).feed(line)
    return tuple(read.cells) if read.is_strict and not read.is_open else None
