"""Columns that a user names, looked for in all tables that are named with them, before anything is read."""

import difflib
from collections.abc import Iterable, Sequence

from graph.documents.hints import ColumnNames
from graph.errors import ParameterError
from loaders import Source, describe
from loaders.tables.columns import Columns
from loaders.tables.table import has_columns, header_candidates

_LISTED = 40
BY_NUMBER = (
    "--column title=1 --column authors=2 says by number what they hold (in Python columns=, in a file of columns title = 1), or "
    "write names above it"
)
"""What to do with a table without a header line."""


def check_columns(columns: ColumnNames, sources: Iterable[Source]) -> None:
    """Raises ParameterError where the named columns are meant for none of these documents, or one of them is in none of those for
    which they are: a slip of the pen there would leave the field empty in silence."""
    given = Columns.given(columns)
    named = [column for names in given.of.values() for column in names]
    if not named:
        return
    missing: dict[str, None] | None = None
    seen: dict[str, tuple[str, ...]] = {}
    first: Source | None = None
    for source in sources:
        try:
            fits, headers = has_columns(source, given), header_candidates(source)
        except OSError:
            continue  # whoever reads it is told
        if headers:
            seen.setdefault(source.location, _likeliest(headers))
            first = first or source
        if fits:
            here = set.intersection(*(set(given.missing_from(names)) for names in headers))
            missing = dict.fromkeys(column for column in (named if missing is None else missing) if column in here)
            if not missing:
                return
    if missing is None:
        raise ParameterError(f"the columns that were named are those of no document here{_such(given, seen)}{_as_record(first)}")
    if not given.are_numbers:
        raise ParameterError(f"there is no column {next(iter(missing))!r}{_of(next(iter(missing)), seen)}")


def _such(given: Columns, seen: dict[str, tuple[str, ...]]) -> str:
    column = next(names[0] for name, names in given.of.items() if names and (name == "title" or not given.of.get("title")))
    if not seen:
        return ", and none is a table"
    return f": there is no column {column!r}{_of(column, seen)}"


def _as_record(source: Source | None) -> str:
    """What is said of a table whose first line names no columns."""
    is_record = source is not None and describe(source).cells > 0
    return f". Its first line looks like a record and names no columns: {BY_NUMBER}" if is_record else ""


def _of(column: str, seen: dict[str, tuple[str, ...]]) -> str:
    location, names = next(iter(seen.items()))
    every = [name for header in seen.values() for name in header]
    near = difflib.get_close_matches(column, every, n=1, cutoff=0.75)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    more = " …" if len(names) > _LISTED else ""
    return f"{meant}; the columns of {location} are: {', '.join(names[:_LISTED])}{more}"


def _likeliest(headers: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The first row of the most names."""
    return tuple(filter(None, max(headers, key=lambda names: len([*filter(None, names)]))))
