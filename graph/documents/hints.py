"""What users say of documents that do not say it themselves, and the file in which a mapping of columns is kept."""

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import loaders
from graph.errors import ParameterError
from loaders.parsing.decoding import text_encoding
from loaders.tables.columns import Columns

SEPARATOR = "author_separator"
"""The key of a mapping file that is no field: what stands between names in one cell."""

ColumnNames = Mapping[str, str | Sequence[str]]
"""The column of each field, or several in order of preference; "" or an empty list where no column holds it."""


@dataclass(frozen=True)
class Hints:
    """Whose listing a document is, which column of a table holds what, what stands between names in a cell, of which format it
    is, and of which encoding its text. `Hints.of` makes them of what a user gives."""

    author: str | None = None
    columns: ColumnNames | None = None
    author_separator: str | None = None
    format: str | None = None
    encoding: str | None = None

    @classmethod
    def of(
        cls,
        author: str | None = None,
        columns: ColumnNames | str | Path | None = None,
        author_separator: str | None = None,
        format: str | None = None,
        encoding: str | None = None,
    ) -> Self:
        """The same, checked before anything is read. `columns` may be a mapping file. Raises ParameterError for one that cannot
        be meant, and for a format or an encoding that there is not."""
        file = columns if isinstance(columns, str | Path) else None
        if isinstance(columns, str | Path):
            columns, separator = columns_in(columns)
            author_separator = separator if author_separator is None else author_separator
        known = None if format is None else format_named(format)
        if columns is not None:
            if known and not (known.takes_columns or known.known_table):
                raise ParameterError(f"{known.name} takes no mapping of columns; leave it out, or name the format table")
            try:
                Columns.given(columns)
            except loaders.ColumnsError as error:
                raise ParameterError(f"{file}: {error}" if file else str(error)) from None
        return cls(
            author, columns, author_separator, known.name if known else None, encoding_named(encoding) if encoding else None
        )


def encoding_named(name: str) -> str:
    """The encoding of texts that goes by this name. Raises ParameterError."""
    try:
        return text_encoding(name)
    except (LookupError, ValueError):
        raise ParameterError(
            f"there is no encoding {name!r}; names are those of Python: utf-8, cp1252 (Windows), mac_roman, cp1250 and iso8859-2 "
            "(Central Europe), cp1251 and koi8-r (Cyrillic), gb18030 (China), shift_jis (Japan), euc_kr (Korea)"
        ) from None


def format_named(name: str) -> loaders.Format:
    """The format of that name. Raises ParameterError with the nearest ones."""
    known = {one.name: one for one in loaders.FORMATS}
    spelled = name.strip().lower().replace("-", "_").replace(" ", "_")
    if spelled in known:
        return known[spelled]
    nearest = difflib.get_close_matches(spelled, known, n=3, cutoff=0.5)
    meant = f"did you mean {' or '.join(nearest)}? " if nearest else ""
    raise ParameterError(f"there is no format {name!r}; {meant}`scholargraph formats` lists all")


def columns_in(file: str | Path) -> tuple[dict[str, str | list[str]], str | None]:
    """The mapping that a TOML file holds, and what it says to stand between names.

    A line for each field, `title = "Article Name"`, of several columns a list, `doi = ["DOI", "Link"]`; beside them, if need be,
    `author_separator = ";"`. A table `[columns]` may hold them as well. Raises ParameterError.
    """
    try:
        held = tomllib.loads(Path(file).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ParameterError(f"{file}: the mapping of columns cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise ParameterError(f"{file}: the mapping of columns is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ParameterError(
            f'{file}: the mapping of columns is not TOML ({error}); it has lines such as title = "Article Name"'
        ) from None
    inner = held.pop("columns", {})
    if not isinstance(inner, dict):
        raise ParameterError(f"{file}: columns is no table; write [columns] above the fields, or leave it out")
    mapping = held | inner
    separator = mapping.pop(SEPARATOR, None)
    if not mapping:
        raise ParameterError(f'{file}: the mapping names no column; write a line for each field, such as title = "Article Name"')
    if separator is not None and not (isinstance(separator, str) and separator):
        raise ParameterError(f'{file}: {SEPARATOR} is {separator!r}; it has to be a text, such as {SEPARATOR} = ";"')
    for field, columns in mapping.items():
        if not isinstance(columns, str) and not (isinstance(columns, list) and all(isinstance(one, str) for one in columns)):
            raise ParameterError(f'{file}: {field} has to be the name of a column, or a list of them: {field} = "Article Name"')
    return mapping, separator
