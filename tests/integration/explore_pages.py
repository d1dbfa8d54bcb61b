"""The application's pages over a graph, as tests ask for them."""

from collections.abc import Iterator
from contextlib import contextmanager

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
