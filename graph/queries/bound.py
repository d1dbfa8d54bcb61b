"""The stored queries bound to the graph that they are asked of, each run in the transaction that its mode asks for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

from graph.connection import Connection, Statement, Table
from graph.errors import QueryError, StoredQueryError
from graph.queries.header import StoredQuery
from graph.queries.kept_weights import WEIGHTS, weights_kept
from graph.queries.registry import Registry, Rows, frame_of

if TYPE_CHECKING:
    import pandas as pd

Result = TypeVar("Result")
Ask = Callable[[str, Mapping[str, object]], Table]
"""Runs Cypher with its parameters."""
Run = Callable[..., Rows]
"""Runs a stored query, given by name with its parameters, in a transaction that is under way."""


class Queries:
    """Asks the stored queries, those that come with the package if no others are given, of the graph that a connection leads to.

    Every method raises UnknownQueryError, ParameterError, QueryError and GraphUnavailableError.
    """

    def __init__(self, connection: Connection, registry: Registry | None = None) -> None:
        self.connection = connection
        self.registry = registry or Registry.shipped()

    def read(self, name: str, /, **params: object) -> Rows:
        """The rows of a read query; QueryError for a query that writes."""
        query = self.registry[name]
        if query.mode != "read":
            raise QueryError(f"{query.name} is a {query.mode} query; only read queries can be asked here")
        table = self.connection.read(query.text, self._sent(query, params, self.connection.read))
        return _checked(query, table.columns, table.rows)

    def pieces(self, name: str, size: int, /, **params: object) -> Iterator[Rows]:
        """The rows of a read query, at most so many at a time, read from the server as they are asked for."""
        query = self.registry[name]
        for table in self.connection.pieces(query.text, self._sent(query, params, self.connection.read), size):
            yield _checked(query, table.columns, table.rows)

    def write(self, name: str, /, **params: object) -> Rows:
        """Run a query of any mode for what it writes; its rows.

        Schema commands and CALL … IN TRANSACTIONS commit by themselves; everything else runs in one write transaction.
        """
        query = self.registry[name]
        run = self.connection.run if query.commits_itself else self.connection.write
        table = run(query.text, self._sent(query, params, self.connection.read))
        return _checked(query, table.columns, table.rows)

    def write_together(self, work: Callable[[Run], Result]) -> Result:
        """Run several queries in one write transaction, all or none: `work` gets a function that runs one by name.

        `work` is called again when the server asks for a retry, so it must do nothing else.
        """

        return self.connection.write_together(lambda statement: work(self._by_name(statement)))

    @contextmanager
    def held_transaction(self) -> Iterator[Run]:
        """One write transaction that stays open while a block runs, which gets a function that runs a query in it by name.

        It is committed at the end, rolled back where the block raises, and never tried again.
        """
        with self.connection.held_transaction() as statement:
            yield self._by_name(statement)

    def _by_name(self, statement: Statement) -> Run:
        def run(name: str, /, **params: object) -> Rows:
            query = self.registry[name]
            # What is committed is asked where writes go: elsewhere it may not have arrived.
            ask = self.connection.write if query.committed else statement
            table = ask(query.text, self._sent(query, params, statement))
            return _checked(query, table.columns, table.rows)

        return run

    def arguments(self, name: str, params: Mapping[str, object], *, from_text: bool = False) -> dict[str, object]:
        """Every parameter of a query with its value, as `Registry.arguments` has them, with the weights that the graph keeps of
        its own in the place of the shipped ones."""
        kept = self.kept(name)
        return self.registry.arguments(name, params, from_text=from_text, kept=kept)

    def kept(self, name: str) -> dict[str, object]:
        """What the graph keeps of its own for parameters of a query, by their names, in the place of the declared defaults."""
        return self._kept(self.registry[name], self.connection.read)

    def _kept(self, query: StoredQuery, ask: Ask) -> dict[str, object]:
        declared = next((one for one in query.params if one.name == WEIGHTS and one.default_file), None)
        if declared is None:
            return {}
        rows = ask(Registry.shipped()["kept_weights"].text, {}).rows
        kept = weights_kept(cast("str | None", rows[0]["weights"]), declared.default) if rows else None
        return {} if kept is None else {WEIGHTS: kept}

    def _sent(self, query: StoredQuery, params: Mapping[str, object], ask: Ask) -> dict[str, object]:
        """Every parameter with its value. A count of null and one of 0 both leave nothing out, and a server plans a query anew
        for each type that a parameter comes with: 0 goes for both."""
        values = self.registry.arguments(query.name, params, kept=self._kept(query, ask))
        counts = {parameter.name for parameter in query.params if parameter.type.name == "count"}
        return {name: 0 if value is None and name in counts else value for name, value in values.items()}

    def frame(self, name: str, /, **params: object) -> "pd.DataFrame":
        """The result of a read query as a DataFrame with exactly the declared columns, even when empty."""
        return frame_of(self.registry[name].returns, self.read(name, **params))


def _checked(query: StoredQuery, columns: tuple[str, ...], rows: Rows) -> Rows:
    declared = tuple(column.name for column in query.returns)
    if columns != declared:
        raise StoredQueryError(
            f"{query.path}: the header declares the columns {', '.join(declared) or 'none'}, "
            f"and the statement returns {', '.join(columns) or 'none'}"
        )
    return rows
