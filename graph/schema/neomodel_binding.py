"""Which connection the neomodel classes of this process speak to.

neomodel holds one driver for the process, but the name of the database by thread, where a new thread starts with none. So it is
given a driver that names the database itself.

Importing neomodel takes long and few programs use it. So it is told of connections once it is imported: `nodes`, which imports
it, calls `follow`.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import neo4j

from graph.connection import Connection

_lock = threading.RLock()
_attached: list[Connection] = []


class _DatabaseDriver:
    """A driver whose sessions are all on one database."""

    def __init__(self, driver: neo4j.Driver, database: str) -> None:
        self._driver = driver
        self._database = database

    def session(self, **settings: Any) -> neo4j.Session:
        """A session on the database, whatever `settings` say of one."""
        return self._driver.session(**{**settings, "database": self._database})

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


def attach(connection: Connection) -> None:
    """Point the neomodel classes at this connection, for all threads. The last one attached holds."""
    with _lock:
        _forget(connection)
        _attached.append(connection)
        _point()


def follow() -> None:
    """Point the neomodel classes, imported by now, at the connection attached last."""
    with _lock:
        _point()


def detach(connection: Connection) -> None:
    """Take the neomodel classes off this connection before it is closed; they go back to the one attached before it, if any."""
    with _lock:
        was_last = bool(_attached) and _attached[-1] is connection
        _forget(connection)
        if was_last:
            _point()


@contextmanager
def attached(connection: Connection) -> Iterator[None]:
    """The neomodel classes on this connection for a while, and then back where they were."""
    with _lock:
        before = list(_attached)
        attach(connection)
        try:
            yield
        finally:
            _attached[:] = before
            _point()


def _forget(connection: Connection) -> None:
    _attached[:] = [other for other in _attached if other is not connection]


def _point() -> None:
    if "neomodel" not in sys.modules:
        return
    from neomodel import db

    last = _attached[-1] if _attached else None
    # Not db.set_connection: it asks the server for its version at once, and an older connection may be broken by now.
    db.driver = cast(neo4j.Driver, _DatabaseDriver(last.driver, last.database)) if last else None
    db._owns_driver = False
    db._database_version = db._database_edition = None
