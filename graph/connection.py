"""The one place that opens a Neo4j driver: run Cypher over Bolt, get tables of plain Python back."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, Self, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as refused

from graph.errors import GraphUnavailableError, LoginError, ParameterError, QueryError, ScholarGraphError
from graph.notices import notices_of
from graph.values import plain

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10.0
RETRY_SECONDS = 15.0

# What the driver logs on a failed connection is raised as well; without a handler Python would print it to stderr.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

Parameters = Mapping[str, object]
Result = TypeVar("Result")


@dataclass(frozen=True)
class Table:
    """The rows that a query returned, values as plain Python (see `graph.values.plain`)."""

    columns: tuple[str, ...] = ()
    rows: list[dict[str, object]] = field(default_factory=list)
    notices: tuple[str, ...] = ()
    """What the server has to say about the query, where `Connection.read` was asked to bring it."""


Statement = Callable[[str, Parameters], Table]
"""Runs one Cypher text in a transaction that is under way."""


class Connection:
    """A connection to one database of one Neo4j server. Threads may share it; use it as a context manager or close it."""

    def __init__(self, driver: neo4j.Driver, uri: str, database: str) -> None:
        self._driver = driver
        self._uri = uri
        self._database = database

    @classmethod
    def open(cls, uri: str, username: str, password: str, database: str = "neo4j") -> Self:
        """Connect and log in at once, so that mistakes show here and not at the first query.

        Raises GraphUnavailableError where nothing answers at `uri` or the database does not exist there, LoginError where the
        server refuses the credentials.
        """
        _check_address(uri)
        try:
            driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(username, password) if username else None,
                connection_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
                user_agent="scholargraph",
            )
        except (refused.DriverError, ValueError) as error:
            raise GraphUnavailableError(f"{uri} is not an address that the Neo4j driver takes: {error}") from None
        connection = cls(driver, uri, database)
        try:
            with _plain_errors(uri, database):
                connection._touch()
        except ScholarGraphError:
            driver.close()
            raise
        return connection

    def renew(self, uri: str, username: str, password: str) -> None:
        """Connect anew to the same database of a server that was started again, perhaps elsewhere. Raises as `open` does."""
        renewed = type(self).open(uri, username, password, self._database)
        before, self._driver, self._uri = self._driver, renewed._driver, uri
        before.close()

    @property
    def driver(self) -> neo4j.Driver:
        """The open driver, for libraries that bring their own queries (neomodel)."""
        return self._driver

    @property
    def uri(self) -> str:
        """The address, without any credentials."""
        return self._uri

    @property
    def database(self) -> str:
        """The name of the database."""
        return self._database

    def read(self, text: str, parameters: Parameters | None = None, *, notices: bool = False) -> Table:
        """Run Cypher in a read transaction, which the server holds to reading; transient errors are retried.

        `notices` asks what the server has to say about the query (labels that are not there, cartesian products, what is
        deprecated), each thing once with the places in the text. Raises QueryError where the server refuses the text (writing
        included), ParameterError where a value cannot be sent, GraphUnavailableError where the server does not answer.
        """
        with self._session(neo4j.READ_ACCESS, "INFORMATION" if notices else "OFF") as session:
            fetched, summary = session.execute_read(partial(_read, text=text, parameters=dict(parameters or {})))
        return replace(_table(fetched), notices=notices_of(summary.gql_status_objects) if notices else ())

    def pieces(self, text: str, parameters: Parameters, size: int) -> Iterator[Table]:
        """What `read` gives, at most so many rows at a time, read from the server as they are asked for. Never retried."""
        with self._session(neo4j.READ_ACCESS) as session, session.begin_transaction() as transaction:
            result = transaction.run(text, dict(parameters))
            columns = tuple(result.keys())
            while records := result.fetch(size):
                yield _table((columns, [record.values() for record in records]))

    def write(self, text: str, parameters: Parameters | None = None) -> Table:
        """Run Cypher in a write transaction; transient errors are retried.

        Raises as `read` does, but what is written is ours to make: a value that cannot be sent is the driver's own error.
        """
        with self._session(neo4j.WRITE_ACCESS) as session:
            fetched = session.execute_write(lambda transaction: _fetch(transaction.run(text, dict(parameters or {}))))
        return _table(fetched)

    def write_together(self, work: Callable[[Statement], Result]) -> Result:
        """Run several statements in one write transaction, all or none: `work` gets a function that runs one.

        `work` is called again when the server asks for a retry, so it must do nothing else. Raises as `write` does, and
        whatever `work` raises.
        """
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(
                lambda transaction: work(lambda text, parameters: _table(_fetch(transaction.run(text, dict(parameters)))))
            )

    @contextmanager
    def held_transaction(self) -> Iterator[Statement]:
        """A write transaction that stays open while a block runs, and keeps what it locked from others; what it gives runs a
        statement in it. Committed at the end, rolled back where the block raises, never tried again. Raises as `write` does."""
        with self._session(neo4j.WRITE_ACCESS) as session, session.begin_transaction() as transaction:
            yield lambda text, parameters: _table(_fetch(transaction.run(text, dict(parameters))))
            transaction.commit()

    def run(self, text: str, parameters: Parameters | None = None) -> Table:
        """Run Cypher that commits by itself: schema commands, CALL … IN TRANSACTIONS. Never retried. Raises as `write` does."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            fetched = _fetch(session.run(text, dict(parameters or {})))
        return _table(fetched)

    def mark(self) -> str:
        """A text that is another one once anything was committed to the database: what is read after it was asked for holds as
        long as it stays the same. Raises as `read` does."""
        with self._session(neo4j.READ_ACCESS) as session:
            session.execute_read(lambda _: None)
            return " ".join(sorted(session.last_bookmarks().raw_values))

    def close(self) -> None:
        """Close the driver; closing twice does no harm."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Connection({self._uri!r}, database={self._database!r})"

    def _touch(self) -> None:
        # An empty transaction proves address, login and database; the driver's own check looks at the first two only.
        with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            session.begin_transaction().commit()

    @contextmanager
    def _session(self, access: str, notices: Literal["INFORMATION", "OFF"] = "OFF") -> Iterator[neo4j.Session]:
        # One bookmark manager for all sessions: on a cluster, a read sees what this connection wrote before.
        with (
            _plain_errors(self._uri, self._database),
            self._driver.session(
                database=self._database,
                default_access_mode=access,
                bookmark_manager=self._driver.execute_query_bookmark_manager,
                notifications_min_severity=notices,
            ) as session,
        ):
            yield session


_Fetched = tuple[tuple[str, ...], list[list[object]]]


def _read(
    transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, object]
) -> tuple[_Fetched, neo4j.ResultSummary]:
    try:
        result = transaction.run(text, parameters)
    except (TypeError, ValueError, OverflowError) as error:  # the driver's, as it packs the values: nothing else runs here
        raise ParameterError(f"A parameter's value cannot be sent to the server: {error}") from None
    return _fetch(result), result.consume()


def _fetch(result: neo4j.Result) -> _Fetched:
    return tuple(result.keys()), [record.values() for record in result]


def _table(fetched: _Fetched) -> Table:
    columns, rows = fetched
    return Table(columns, [dict(zip(columns, map(plain, row), strict=True)) for row in rows])


def _check_address(uri: str) -> None:
    try:
        parts = urlsplit(uri)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise GraphUnavailableError(f"{without_login(uri)!r} is not a Neo4j address ({error}); {_EXAMPLE}") from None
    if "@" in uri:
        raise GraphUnavailableError(
            f"{without_login(uri)!r}: give the login as NEO4J_USERNAME and NEO4J_PASSWORD, not inside the address"
        )
    if parts.scheme not in SCHEMES or not host:
        raise GraphUnavailableError(f"{uri!r} is not a Neo4j address; {_EXAMPLE}")


_EXAMPLE = "use one like bolt://localhost:7687 or neo4j+s://example.databases.neo4j.io"


def without_login(uri: str) -> str:
    """An address to be shown: a login that was written into it is left out."""
    head, separator, tail = uri.partition("://")
    return head + separator + tail.rpartition("@")[2]


@contextmanager
def _plain_errors(uri: str, database: str) -> Iterator[None]:
    try:
        yield
    # What lies under the driver's errors is its own affair: the message says it all, and no chain of tracebacks comes with it.
    except refused.Neo4jError as error:
        raise _refusal(error, uri, database) from None
    except refused.BrokenRecordError as error:
        raise QueryError(f"The result holds a value that Python has no type for: {error.__cause__ or error}") from None
    except refused.DriverError as error:
        raise GraphUnavailableError(_unavailable(error, uri)) from None


def _refusal(error: refused.Neo4jError, uri: str, database: str) -> ScholarGraphError:
    code, message = error.code or "", error.message or str(error)
    if code.startswith("Neo.ClientError.Security.") and not code.endswith("Forbidden"):
        return LoginError(f"{uri} refuses the login: {_sentence(message)} Check NEO4J_USERNAME and NEO4J_PASSWORD.")
    if code in _NO_DATABASE:
        return GraphUnavailableError(
            f"Database {database!r} of {uri} cannot be used: {_sentence(message)} Check NEO4J_DATABASE (usually 'neo4j')."
        )
    if code == "Neo.ClientError.Statement.ParameterMissing":
        names = re.findall(r"\w+", message.rpartition(":")[2])
        return ParameterError(
            f"The query needs a value for {', '.join(f'${name}' for name in names)}: give it as --param {names[0]}=VALUE on the "
            f"command line, as {names[0]}=… in Python"
        )
    if code == "Neo.ClientError.Statement.AccessMode":
        return QueryError(f"Only reading is allowed here: {message}")
    return QueryError(f"{message} ({code})")


_NO_DATABASE = (
    "Neo.ClientError.Database.DatabaseNotFound",
    "Neo.TransientError.General.DatabaseUnavailable",
    "Neo.TransientError.Database.DatabaseUnavailable",
)


def _unavailable(error: refused.DriverError, uri: str) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    if "Driver closed" in lines[-1]:
        return f"The connection to {uri} is closed already; open the graph again."
    advice = "Check that it is running and that the address and port are right."
    return f"No Neo4j server answers at {uri}: {_sentence(lines[-1])} {advice}"


def _sentence(text: str) -> str:
    return text.rstrip(" .:") + "."
