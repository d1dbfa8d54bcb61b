"""The application's pages over a graph, as tests ask for them."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.testclient import TestClient

from graph import ScholarGraph
from graph.explore.application import application
from graph.explore.asking import Asking
from graph.queries.bound import Queries


@contextmanager
def pages_of(graph: ScholarGraph) -> Iterator[TestClient]:
    """A client of the application, as from this machine."""
    with TestClient(application(Asking(Queries(graph.connection))), base_url="http://127.0.0.1:8480") as client:
        yield client


@contextmanager
def served(graph: ScholarGraph, waiting: int = 128) -> Iterator[str]:
    """The application served to any client of this machine, of whom so many may wait to be heard; its address."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=waiting)
    server = uvicorn.Server(uvicorn.Config(application(Asking(Queries(graph.connection))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
