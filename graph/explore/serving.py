"""The application served on this machine only, until somebody ends it."""

import socket
from collections.abc import Callable

import uvicorn

from graph.errors import PagesUnavailableError
from graph.explore.access import Access
from graph.explore.application import application
from graph.explore.asking import Asking
from graph.explore.guard import Guard
from graph.explore.warming import warm

HOST = "127.0.0.1"
FIRST_PORT = 8480
PORTS = 20
"""Where no port is asked for, the first free one of so many is taken, so that addresses stay the same from day to day."""


def serve(asking: Asking, port: int | None, ready: Callable[[str], None], access: Access | None = None) -> None:
    """Serve until Ctrl-C; `ready` is told the address once it is taken, and `access` who may write. Raises PagesUnavailableError
    where the port is taken."""
    with _listening(port) as listening:
        address = f"http://{HOST}:{listening.getsockname()[1]}"
        warm(asking)
        ready(address)
        server_of(application(asking, access)).run(sockets=[listening])


def server_of(app: Guard) -> uvicorn.Server:
    """What serves an application. It logs no addresses: one of them lets its visitor write."""
    return uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, ws="none"))


def _listening(port: int | None) -> socket.socket:
    ports = range(FIRST_PORT, FIRST_PORT + PORTS) if port is None else (port,)
    for one in ports:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, one))
        except OSError as error:
            listening.close()
            if port is not None:
                raise PagesUnavailableError(
                    f"port {port} of {HOST} cannot be used: {error.strerror}; --port names another"
                ) from None
            continue
        listening.listen()
        return listening
    raise PagesUnavailableError(f"the ports {ports[0]} to {ports[-1]} of {HOST} are all taken; --port names another")
