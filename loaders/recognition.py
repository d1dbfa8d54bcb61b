"""How a document's format is told from its content, and what a document of none of them looks like."""

import csv
import io
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from loaders.formats import FORMATS, Format
from loaders.parsing.source import Source, why_not_text
from loaders.table_rows.table_files import binary_header, is_binary_table


class Look(NamedTuple):
    """What a document looks like, in a few words, and the columns of its header where it looks like a table; of one without a
    header `cells` are how many its rows have. `examples` are the cells below each column in the rows that were looked at."""

    words: str
    columns: tuple[str, ...] = ()
    cells: int = 0
    examples: tuple[tuple[str, ...], ...] = ()


_WORKBOOKS = (".xls", ".xlsx", ".ods")
_AS_WORKBOOK = "an HTML page in the place of a workbook; open it in a spreadsheet and save it as CSV"
_LOOKS = (
    (r"(?s:\s*<(?:html|meta|table)\b.{0,3000}?schemas-microsoft-com:office:excel)", _AS_WORKBOOK),
    (r"\s*(?:<!doctype html|<html|<head|<body)", "an HTML page; save it as plain text"),
    (
        r"(?s:\s*<\?xml.{0,500}?(?:<\?mso-application progid=\"Excel|<Workbook\b))",
        "XML of a spreadsheet; open it in a spreadsheet and save it as CSV",
    ),
    (
        r"(?s:\s*(?:<\?xml.*?\?>\s*)?<(?:\w+:)?OAI-PMH\b.{0,3000}?<(?:\w+:)?error\b)",
        "an error of OAI-PMH, which holds no records; ask again",
    ),
    (r"\s*<\?xml|\s*<[a-zA-Z][\w:-]*[\s>]", "XML"),
    (r"\s*\{\s*\"(?:errors?|detail|fault)\"", "JSON that says an error; ask again"),
    (r"\s*\{\s*(?:\"|\})", "JSON"),
    (r"\s*\[\s*(?:[\[{\"]|\])", "JSON"),
    (r"(?:\s*%[^\n]*\n)*\s*@[A-Za-z]+\s*\{", "BibTeX"),
    (r"\s*TY  - ", "RIS"),
    (r"version https://git-lfs\.github\.com/", "a pointer of Git LFS to a file that is not here; `git lfs pull` fetches it"),
)
_PACKED = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x1f\x9d", "a file compressed by compress"),
    (b"\x04\x22\x4d\x18", "a file compressed by LZ4"),
    (b"LZIP", "a file compressed by lzip"),
    (b"MSCF", "a cabinet of Windows"),
)
"""What is packed by means that are not read."""
_DELIMITERS = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}
_VALUE = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d){0,2}|(?:https?:\S*?|doi:\s*)?10\.\d{4,9}/\S+|https?://\S+", re.IGNORECASE)
"""What stands in the rows of a table and names no column."""
_ROWS_LOOKED_AT = 4
_LONGEST_COLUMN_NAME = 60


def fitting(source: Source) -> tuple[Format, ...]:
    """The formats that `source` may be of, from its content alone: none, one, or several where the content does not tell which.

    A format that is told by less than another that fits is not among them. May raise `OSError`.
    """
    return _most_telling(every_fitting(source))


def every_fitting(source: Source) -> tuple[Format, ...]:
    """The same with those that are told by less than another. May raise `OSError`."""
    head = source.head()
    if is_binary_table(source.start()):
        fit = [known for known in FORMATS if known.known_table and binary_header(source, known.known_table.is_header)]
        return (*fit, *(known for known in FORMATS if known.takes_columns))
    if head.strip():
        return tuple(known for known in FORMATS if known.recognise(head)) or _told_by_more(source, head)
    return tuple(known for known in FORMATS if known.is_start and known.is_start(source.start()))


def _told_by_more(source: Source, head: str) -> tuple[Format, ...]:
    """The formats of JSON or XML whose first record, or what stands before it, is longer than a head."""
    if head.lstrip("\ufeff\x1e \t\r\n")[:1] not in ("{", "[", "<"):
        return ()
    more = source.long_head()
    return tuple(known for known in FORMATS if more and known.recognise(more))


def recognise(source: Source) -> Format | None:
    """The one format that fits `source`; None where none does, or several do. May raise `OSError`."""
    fit = fitting(source)
    return fit[0] if len(fit) == 1 else None


def _most_telling(fit: Sequence[Format]) -> tuple[Format, ...]:
    outdone = {name for known in fit for name in known.instead_of}
    telling = [known for known in fit if known.name not in outdone]
    return tuple([known for known in telling if not known.is_general] or telling)


def describe(source: Source) -> Look:
    """What a document of no known format looks like."""
    start = source.start()
    if not start:
        return Look("an empty file")
    if packed := next((words for magic, words in _PACKED if start.startswith(magic)), None):
        return Look(f"{packed}; unpack it, and load what it holds")
    if start.startswith(b"%PDF-"):
        return Look("a PDF file, which is not read; load what GROBID makes of it (TEI), or the export of a reference manager")
    reason = why_not_text(start)
    if reason:
        return Look(f"a binary file, not text ({reason})")
    head = source.head()
    if not head.strip():
        return Look("a file of blank lines")
    for pattern, look in _LOOKS:
        if re.match(pattern, head, re.IGNORECASE):
            is_called_workbook = look.startswith("an HTML page") and source.location.casefold().endswith(_WORKBOOKS)
            return Look(_AS_WORKBOOK if is_called_workbook else look)
    for delimiter, called in _DELIMITERS.items():
        columns, others = _columns(head, delimiter)
        if columns and any(map(_VALUE.fullmatch, columns)):
            return Look(f"a table with {called}", cells=len(columns))
        if columns:
            return Look(f"a table with {called}", columns, examples=tuple(zip(*others, strict=True)))
    first = next(line.strip() for line in head.split("\n") if line.strip())
    return Look(f"plain text that begins {first[:60]!r}")


def _columns(head: str, delimiter: str) -> tuple[tuple[str, ...], list[list[str]]]:
    """The names in the first row and the next rows, where they look like a table's."""
    rows = csv.reader(io.StringIO(head), delimiter=delimiter)
    try:
        first, *others = islice((row for row in rows if any(cell.strip() for cell in row)), _ROWS_LOOKED_AT)
    except (ValueError, csv.Error):
        return (), []
    names = tuple(name.strip() for name in first)
    are_names = len({*names}) == len(names) and all(map(_may_name_a_column, names))
    is_table = len(names) > 1 and others and are_names and all(len(row) == len(names) for row in others)
    return (names, others) if is_table else ((), [])


def _may_name_a_column(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_COLUMN_NAME and not text.endswith((".", "?", "!"))
