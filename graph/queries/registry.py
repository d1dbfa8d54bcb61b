"""The stored queries by name, their parameters, and the tables that their results make."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from graph.errors import ParameterError, StoredQueryError, UnknownQueryError
from graph.queries.header import Column, Parameter, StoredQuery, read_query
from graph.queries.types import Type

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Column", "Parameter", "Registry", "Rows", "StoredQuery", "Type", "frame_of", "limited"]

Rows = list[dict[str, object]]
WORKED_OUT = frozenset({"split_groups", "authorships", "unlinkable_records", "name_blocks", "calibration"})
"""Questions that are no stored queries."""
_LIMIT = Type("count", nullable=True)
Item = TypeVar("Item")


class Registry(Mapping[str, StoredQuery]):
    """Stored queries by name. `registry["purpose/name"]` finds them as well."""

    def __init__(self, queries: Mapping[str, StoredQuery]) -> None:
        self._queries = dict(queries)

    @classmethod
    def shipped(cls) -> "Registry":
        """The queries that come with the package; read once in a process. Raises StoredQueryError if a file is malformed."""
        return _shipped()

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """The queries of `folder/PURPOSE/NAME.cypher`. Raises StoredQueryError if a file is malformed or a name stands twice."""
        queries: dict[str, StoredQuery] = {}
        for path in sorted(folder.glob("*/*.cypher")):
            query = read_query(path, path.parent.name)
            if query.name in queries:
                raise StoredQueryError(f"{path}:1: {queries[query.name].path} has the name {query.name!r} already")
            queries[query.name] = query
        return cls(queries)

    def __getitem__(self, name: str) -> StoredQuery:
        """The query of that name. Raises UnknownQueryError with the nearest names."""
        purpose, _, bare = name.rpartition("/")
        query = self._queries.get(bare)
        if query is None or (purpose and query.purpose != purpose):
            if bare in WORKED_OUT:
                raise UnknownQueryError(
                    f"{bare!r} is no stored query, since all candidates at once are worked out in memory: use "
                    f"`scholargraph {bare.replace('_', '-')}`, or `{bare}` in Python"
                )
            nearest = difflib.get_close_matches(bare, [one.name for one in self.questions()], n=3, cutoff=0.5)
            hint = f"did you mean {' or '.join(nearest)}?" if nearest else "list them with `scholargraph queries`"
            raise UnknownQueryError(f"There is no stored query {name!r}; {hint}")
        return query

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    def __contains__(self, name: object) -> bool:
        return name in self._queries

    def questions(self) -> list[StoredQuery]:
        """The queries that users ask, by purpose and name: those that read and do not only serve the program itself."""
        asked = [query for query in self._queries.values() if not query.internal]
        return sorted(asked, key=lambda query: (query.purpose, query.name))

    def question(self, name: str) -> StoredQuery:
        """The query that a user asks by that name. Raises UnknownQueryError, also for one that only serves the program itself."""
        query = self[name]
        if query.internal:
            raise UnknownQueryError(
                f"The stored query {query.name!r} only serves scholargraph itself; list those to ask with `scholargraph queries`"
            )
        return query

    def arguments(
        self, name: str, params: Mapping[str, object], *, from_text: bool = False, kept: Mapping[str, object] | None = None
    ) -> dict[str, object]:
        """Every parameter of the query with its value: given, or its default, which is the one in `kept`, else the declared one.

        With `from_text`, strings given for other types are parsed, as a command line needs it. Raises ParameterError naming what
        is unknown (with the nearest declared name), what is missing, and what has a value of another type.
        """
        query = self[name]
        declared = {parameter.name: parameter for parameter in query.params}
        for given in params:
            if given not in declared:
                raise ParameterError(_unknown_parameter(query, given))
        missing = [parameter.name for parameter in query.params if parameter.required and parameter.name not in params]
        if missing:
            raise ParameterError(f"{query.name} needs {', '.join(missing)}; it takes {_signature(query)}")
        own = {key: replace(declared[key], default=value) for key, value in (kept or {}).items()}
        return {key: _value(query, parameter, params, from_text) for key, parameter in {**declared, **own}.items()}


def limited(rows: list[Item], limit: int | None) -> list[Item]:
    """The first `limit` rows, all where it is 0 or None: what the `limit` of a stored query means, for rows that are made here.
    Raises ParameterError."""
    try:
        most = _LIMIT.accept(limit)
    except ParameterError as error:
        raise ParameterError(f"limit: {error}") from None
    return rows[:limit] if most else rows


def frame_of(columns: Sequence[Column], rows: Rows) -> "pd.DataFrame":
    """Rows as a DataFrame with exactly these columns, of their types, even when empty."""
    import pandas as pd

    return pd.DataFrame(
        {column.name: pd.Series([row[column.name] for row in rows], dtype=_dtype(column.type)) for column in columns}
    )


@cache
def _shipped() -> Registry:
    package = Path(__file__).parents[1]
    installed = package / "cypher"
    return Registry.from_folder(installed if installed.is_dir() else package.parent / "cypher")


def _value(query: StoredQuery, parameter: Parameter, params: Mapping[str, object], from_text: bool) -> object:
    if parameter.name not in params:
        return parameter.default
    given = params[parameter.name]
    try:
        value = parameter.type.parse(given) if from_text and isinstance(given, str) else parameter.type.accept(given)
        return _over_defaults(parameter, value)
    except ParameterError as error:
        raise ParameterError(f"{query.name}, parameter {parameter.name}: {error}") from None


def _over_defaults(parameter: Parameter, value: object) -> object:
    """A map given for a parameter whose default is a map changes only the keys it names (some weights out of many)."""
    if not isinstance(value, dict) or not isinstance(parameter.default, dict):
        return value
    return _merged(parameter.default, value, "")


def _merged(default: Mapping[str, object], given: Mapping[str, object], place: str) -> dict[str, object]:
    """The default with what is given put in, in the maps inside it as well; `place` is where in the whole the two stand."""
    merged = dict(default)
    for key, value in given.items():
        if key not in default:
            raise ParameterError(
                f"{place + str(key)!r} is not a key of it; the keys are {', '.join(place + one for one in default)}"
            )
        inner = default[key]
        if isinstance(inner, Mapping):
            if not isinstance(value, Mapping):
                raise ParameterError(f"{place + key!r} is not a map; its keys are {', '.join(inner)}")
            value = _merged(inner, value, f"{place}{key}.")
        merged[key] = value
    return merged


def _unknown_parameter(query: StoredQuery, given: str) -> str:
    nearest = difflib.get_close_matches(given, [parameter.name for parameter in query.params], n=1, cutoff=0.5)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"it takes {_signature(query)}"
    return f"{query.name} has no parameter {given!r}; {hint}"


def _signature(query: StoredQuery) -> str:
    return ", ".join(f"{parameter.name}: {parameter.type}" for parameter in query.params) or "none"


def _dtype(declared: Type) -> str:
    if declared.name == "int":
        return "Int64" if declared.nullable else "int64"
    if declared.name == "bool":
        return "boolean" if declared.nullable else "bool"
    return {"float": "float64", "str": "str"}.get(declared.name, "object")
