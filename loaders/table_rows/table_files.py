"""Rows of binary tables: workbooks of Excel and OpenDocument, and Parquet files. All need packages of the extra `tables`.

Parquet and .xlsx are read a piece at a time; .xls and .ods, which hold 65,536 and about a million rows at most, as a whole. Of a
workbook every sheet with a header is read; others that hold anything are told.
"""

import datetime
import importlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain, islice
from types import ModuleType
from typing import IO, Any, NamedTuple

from loaders.parsing.compression import MOST_TIMES, is_too_much
from loaders.parsing.misread import put_right
from loaders.parsing.source import Source
from loaders.records import Remark
from loaders.table_rows.compound_files import why_not_sound
from loaders.table_rows.delimited import NO_HEADER, PREFACE, IsHeader, Row
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
    """Whether the table has columns of which `is_header` is true, be it on one of many sheets; False also where it cannot be
    read."""
    return any(map(is_header, binary_candidates(source)))


def binary_candidates(source: Source) -> list[list[str]]:
    """The rows of the table that may be its header, or that of one of its sheets; none where it cannot be read."""
    return [list(names) for names in _first_rows(source)]


@lru_cache(maxsize=4)
def _first_rows(source: Source) -> tuple[tuple[str, ...], ...]:
    """Asked for by every table that is known."""
    try:
        with _opened(source) as tables:
            if isinstance(tables, Parquet):
                return (tables.columns(),)
            first = (islice(sheet.lines, PREFACE) for sheet in tables)
            return tuple(tuple(_text(cell).strip() for cell in cells) for lines in first for cells in lines)
    except TableFileError:
        return ()


def binary_rows(source: Source, is_header: IsHeader) -> Iterator[Row | Remark]:
    """The rows of the table, cells as text, and a remark for each sheet that is left out. Raises TableFileError where the package
    for it is missing or the file is damaged.

    The first rows of every sheet are searched for its header; where no sheet has one, the first row is that of the first sheet
    that holds anything.
    """
    has_header = is_header is NO_HEADER or binary_header(source, is_header)
    with _opened(source) as tables:
        if isinstance(tables, Parquet):
            yield from tables.rows()
        else:
            yield from _of_sheets(tables, is_header, has_header=has_header)


@contextmanager
def _opened(source: Source) -> Iterator["Parquet | Iterator[_Sheet]"]:
    start = source.start()
    with tempfile.TemporaryFile() as file, source.open_binary() as stream:
        shutil.copyfileobj(stream, file)
        file.seek(0)
        if start.startswith(_PARQUET):
            yield Parquet(file)
        elif start.startswith(_OLD_EXCEL) or _OPEN_DOCUMENT in start[:200]:
            yield _other_workbook(file)
        else:
            yield _workbook(file)


def _package(name: str, use: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError:
        top = name.partition(".")[0].replace("_", "-")
        raise TableFileError(f"{use} needs the package {top}; install it with: pip install 'scholargraph[tables]'") from None


class Parquet:
    """A Parquet file, which is one table and has its columns beside it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._package = _package("pyarrow.parquet", "reading Parquet")

    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        with _as_damage(lambda: "the Parquet file cannot be read"):
            return tuple(self._package.ParquetFile(self._file).schema_arrow.names)

    def rows(self) -> Iterator[Row]:
        """Its rows, a piece at a time."""
        number = 0
        batches = _unbroken(
            lambda: (
                batch.to_pylist() for batch in self._package.ParquetFile(self._file).iter_batches(batch_size=_ROWS_AT_A_TIME)
            ),
            lambda: f"the Parquet file cannot be read after row {number}",
        )
        for batch in batches:
            for values in batch:
                number += 1
                cells = {str(name): _text(value) for name, value in values.items()}
                yield Row(f"row {number}", cells, tuple(cells))


class _Sheet(NamedTuple):
    name: str
    lines: Iterator[Sequence[object]]


def _workbook(file: IO[bytes]) -> Iterator[_Sheet]:
    """The sheets of a workbook, to be read one after another."""
    openpyxl = _package("openpyxl", "reading Excel")
    what = "the workbook cannot be read; save it again, or as CSV"
    _check_size(file)
    with _as_damage(lambda: what):
        sheets = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets
    for sheet in sheets:
        yield _Sheet(sheet.title, _unbroken(partial(sheet.iter_rows, values_only=True), lambda: what))


def _other_workbook(file: IO[bytes]) -> Iterator[_Sheet]:
    """The same of a workbook of Excel 2003 or older (.xls), or of OpenDocument (.ods)."""
    calamine = _package("python_calamine", "reading .xls and .ods")
    what = "the workbook cannot be read; save it as .xlsx or CSV"
    _check_size(file)
    with _as_damage(lambda: what):
        book = calamine.CalamineWorkbook.from_filelike(file)
    for name in book.sheet_names:
        yield _Sheet(name, _unbroken(partial(_calamine_lines, book, name), lambda: what))


def _calamine_lines(book: Any, name: str) -> Iterator[Sequence[object]]:
    return iter(book.get_sheet_by_name(name).to_python(skip_empty_area=False))


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


def _of_sheets(sheets: Iterator[_Sheet], is_header: IsHeader, *, has_header: bool) -> Iterator[Row | Remark]:
    """The rows of every sheet that has a header; of the first that holds anything where none has."""
    is_read = False
    for sheet in sheets:
        first = list(islice(sheet.lines, PREFACE))
        texts = [[_text(cell).strip() for cell in cells] for cells in first]
        filled = next((number for number, names in enumerate(texts) if any(names)), None)
        if filled is None:
            continue
        at = next((number for number, names in enumerate(texts) if is_header(names)), None)
        if is_header is NO_HEADER and not is_read:
            header = [str(number) for number in range(1, max(map(len, texts)) + 1)]
            yield from _named(sheet.name, header, enumerate(chain(first, sheet.lines), 1))
        elif at is not None or not (has_header or is_read):
            begins = filled if at is None else at
            yield from _named(sheet.name, texts[begins], enumerate(chain(first[begins + 1 :], sheet.lines), begins + 2))
        else:
            named = ", ".join(filter(None, texts[filled]))[:_LONGEST_REASON]
            yield Remark(f"sheet {sheet.name}", f"it was left out: no row of it names the columns of works; it begins {named!r}")
            continue
        is_read = True


def _named(sheet: str, header: Sequence[str], lines: Iterator[tuple[int, Sequence[object]]]) -> Iterator[Row]:
    for number, cells in lines:
        if any(cell not in (None, "") for cell in cells):
            named = {name: as_meant(_text(cell)) for name, cell in zip(header, cells, strict=False) if name}
            yield Row(f"sheet {sheet}, row {number}", named, tuple(filter(None, header)))


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
    return put_right(str(value))
