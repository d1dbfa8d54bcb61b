"""Rows of binary tables: workbooks of Excel and OpenDocument, and Parquet files. All need packages of the extra `tables`.

Parquet and .xlsx are read a piece at a time; .xls and .ods, which hold 65,536 and about a million rows at most, as a whole.
"""

import datetime
import importlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from types import ModuleType
from typing import IO, Any

from loaders.parsing.compression import MOST_TIMES, is_too_much
from loaders.parsing.source import Source
from loaders.table_rows.compound_files import why_not_sound
from loaders.table_rows.delimited import PREFACE, IsHeader, Row
from loaders.table_rows.formulas import as_meant

_PARQUET = b"PAR1"
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ROWS_AT_A_TIME = 1000
_PANIC = "pyo3_runtime"
"""Where the class lies with which packages in Rust panic."""
_DAMAGED = "the workbook is damaged; save it again, or as CSV"
_LONGEST_REASON = 200


class TableFileError(ValueError):
    """A binary table cannot be read; the message says why and what to do."""


def is_binary_table(start: bytes) -> bool:
    """Whether the first bytes are those of a Parquet file or a workbook."""
    is_workbook = start.startswith(_ZIP) and (b"[Content_Types].xml" in start or b"xl/" in start or _OPEN_DOCUMENT in start[:200])
    return is_workbook or start.startswith((_PARQUET, _OLD_EXCEL))


def binary_header(source: Source, is_header: IsHeader) -> bool:
    """Whether the table has columns of which `is_header` is true; False also where it cannot be read."""
    try:
        return any(is_header(list(row.header)) for row in islice(binary_rows(source, is_header), 1))
    except TableFileError:
        return False


def binary_rows(source: Source, is_header: IsHeader) -> Iterator[Row]:
    """The rows of the table, cells as text. Raises TableFileError where the package for it is missing or the file is damaged.

    The first rows of a workbook are searched for its header; where none is one, the first row is.
    """
    start = source.start()
    with tempfile.TemporaryFile() as file, source.open_binary() as stream:
        shutil.copyfileobj(stream, file)
        file.seek(0)
        if start.startswith(_PARQUET):
            yield from _parquet(file)
        elif start.startswith(_OLD_EXCEL) or _OPEN_DOCUMENT in start[:200]:
            yield from _other_workbook(file, is_header)
        else:
            yield from _workbook(file, is_header)


def _package(name: str, use: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError:
        top = name.partition(".")[0].replace("_", "-")
        raise TableFileError(f"{use} needs the package {top}; install it with: pip install 'scholargraph[tables]'") from None


def _parquet(file: IO[bytes]) -> Iterator[Row]:
    parquet = _package("pyarrow.parquet", "reading Parquet")
    number = 0
    batches = _unbroken(
        lambda: (batch.to_pylist() for batch in parquet.ParquetFile(file).iter_batches(batch_size=_ROWS_AT_A_TIME)),
        lambda: f"the Parquet file cannot be read after row {number}",
    )
    for batch in batches:
        for values in batch:
            number += 1
            cells = {str(name): _text(value) for name, value in values.items()}
            yield Row(f"row {number}", cells, tuple(cells))


def _workbook(file: IO[bytes], is_header: IsHeader) -> Iterator[Row]:
    """The rows of the first sheet."""
    openpyxl = _package("openpyxl", "reading Excel")

    def lines() -> Iterator[Sequence[object]]:
        return iter(openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True))

    _check_size(file)
    yield from _named(_unbroken(lines, lambda: "the workbook cannot be read; save it again, or as CSV"), is_header)


def _other_workbook(file: IO[bytes], is_header: IsHeader) -> Iterator[Row]:
    """The same of a workbook of Excel 2003 or older (.xls), or of OpenDocument (.ods)."""
    calamine = _package("python_calamine", "reading .xls and .ods")

    def lines() -> Iterator[Sequence[object]]:
        return iter(calamine.CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python(skip_empty_area=False))

    _check_size(file)
    yield from _named(_unbroken(lines, lambda: "the workbook cannot be read; save it as .xlsx or CSV"), is_header)


def _unbroken(open_rows: Callable[[], Iterator[Any]], what: Callable[[], str]) -> Iterator[Any]:
    """The rows that a package reads, whatever it raises told as damage of the file."""
    with _as_damage(what):
        yield from open_rows()


@contextmanager
def _as_damage(what: Callable[[], str]) -> Iterator[None]:
    """Raises TableFileError, in these words, for whatever a package raises: for what that is there is no rule, and a package in
    Rust panics with what is no `Exception`."""
    try:
        yield
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__module__ != _PANIC:
            raise
        raise TableFileError(f"{what()} ({str(error)[:_LONGEST_REASON] or type(error).__name__})") from None


def _check_size(file: IO[bytes]) -> None:
    """Raises TableFileError for a workbook that would take more memory than it can need."""
    data = file.read(len(_OLD_EXCEL))
    if data == _OLD_EXCEL:
        reason = why_not_sound(data + file.read())
        if reason:
            raise TableFileError(f"the workbook cannot be read: {reason}; save it as .xlsx or CSV")
    else:
        size = file.seek(0, io.SEEK_END)
        with _as_damage(lambda: _DAMAGED):
            held = sum(part.file_size for part in zipfile.ZipFile(file).infolist())
        if is_too_much(held, size):
            raise TableFileError(
                f"the workbook claims to hold more than {MOST_TIMES} times its size; save it as CSV if that is meant"
            )
    file.seek(0)


def _named(lines: Iterator[Sequence[object]], is_header: IsHeader) -> Iterator[Row]:
    first = list(islice(lines, PREFACE))
    texts = [[_text(cell).strip() for cell in cells] for cells in first]
    at = next((number for number, names in enumerate(texts) if is_header(names)), 0)
    header = texts[at] if texts else []
    for number, cells in enumerate(chain(first[at + 1 :], lines), at + 2):
        if any(cell not in (None, "") for cell in cells):
            named = {name: as_meant(_text(cell)) for name, cell in zip(header, cells, strict=False) if name}
            yield Row(f"row {number}", named, tuple(filter(None, header)))


def _text(value: object) -> str:
    """A cell as it would stand in a CSV file: lists with semicolons, whole numbers without a point, dates in ISO 8601."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return next((_text(value[key]) for key in ("name", "display_name", "value", "id") if value.get(key)), "")
    return str(value)
