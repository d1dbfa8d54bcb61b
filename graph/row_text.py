"""Rows of answers as text for programs: JSON, and CSV, whose lists and maps are JSON."""

import csv
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TextIO

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the beginning of a formula."""


def to_json(value: object, indent: int | None = None) -> str:
    """A value as JSON: on one line, or with `indent` on many."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_json_default)


def write_csv(
    file: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, for_spreadsheets: bool = False
) -> None:
    """Write rows of these columns under a header. `for_spreadsheets` no text begins a formula there."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = [_cell(row[column]) for column in columns]
        writer.writerow([no_formula(value) if for_spreadsheets and isinstance(value, str) else value for value in values])


def number(value: object) -> object:
    """The value, or None for what is not a number: JSON has no word for it."""
    return None if isinstance(value, float) and math.isnan(value) else value


def no_formula(text: str) -> str:
    """Text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULAS) else text


def _cell(value: object) -> object:
    return to_json(value) if isinstance(value, list | dict | bool) else value


def _json_default(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
