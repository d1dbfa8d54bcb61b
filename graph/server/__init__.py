"""The local Neo4j server of a graph's folder.

    with join("my-graph") as session:            # fetched, started or joined, as need be
        ...                                      # session.bolt_uri, session.username, session.password

The server is a real Neo4j Community, a process of its own on loopback. Everybody who opens the folder shares it; it stops by
itself some minutes after the last user left. `stop` ends it at once, unless others use it; `status` tells how it is, `exists`
whether there is a graph; `serve` keeps the server up, `fetch` only fetches it.
"""

from graph.server.distribution import Distribution, Progress, fetch
from graph.server.jars import DEFAULT_LINE, LINES
from graph.server.leases import User
from graph.server.session import Session, exists, join, serve, stop
from graph.server.status import Status, log_tail, status

__all__ = [
    "DEFAULT_LINE",
    "LINES",
    "Distribution",
    "Progress",
    "Session",
    "Status",
    "User",
    "exists",
    "fetch",
    "join",
    "log_tail",
    "serve",
    "status",
    "stop",
]
