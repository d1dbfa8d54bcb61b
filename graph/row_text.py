"""Rows of answers as text for programs: JSON, and CSV, whose lists and maps are JSON."""

import csv
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TextIO

from graph.plain_text import plain_text
from loaders.table_rows.formulas import no_formula

_UNSEEN_IN_JSON = re.compile("[\x7f-\x9f\ud800-\udfff\u2028\u2029]")
"""What json.dumps leaves as it is: a terminal obeys some of it, and halves of characters no file can hold."""


def to_json(value: object, indent: int | None = None) -> str:
    """A value as JSON: on one line, or with `indent` on many."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_json_default)
    return _UNSEEN_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def write_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows of these columns under a header, in which no text begins a spreadsheet's formula."""
    write_cells(file, [list(columns)])
    write_cells(file, ([row[column] for column in columns] for row in rows))


def write_cells(file: TextIO, rows: Iterable[Sequence[object]], *, delimiter: str = ",") -> None:
    """Write rows of cells. Texts begin no formula and hold no control character; None is empty; numbers stay numbers."""
    # Only what may end a line is put in quotes, and a single return ends one for many readers: so both must be able to.
    writer = csv.writer(_Lines(file), delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)


def number(value: object) -> object:
    """The value, or None for what is not a number: JSON has no word for it."""
    return None if isinstance(value, float) and math.isnan(value) else value


class _Lines:
    """Takes rows from a CSV writer, one at a time, and ends them as the lines of a text file."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: str) -> int:
        return self._file.write(row.removesuffix("\r\n") + "\n")


def _cell(value: object) -> object:
    if isinstance(value, list | dict | bool):
        return to_json(value)
    return no_formula(plain_text(value)) if isinstance(value, str) else value


def _json_default(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
