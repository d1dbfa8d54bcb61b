"""What goes to the server with a stored query."""

from typing import cast

from graph.connection import Connection, Parameters, Table
from graph.queries.bound import Queries
from graph.queries.registry import Registry

COLUMNS = tuple(column.name for column in Registry.shipped()["author_papers"].returns)


class Remembering:
    """Takes the place of a connection and remembers what it was sent."""

    def __init__(self) -> None:
        self.sent: Parameters = {}

    def read(self, _: str, parameters: Parameters) -> Table:
        self.sent = parameters
        return Table(COLUMNS)


def test_a_count_of_null_goes_as_0_so_that_the_server_plans_one_type() -> None:
    connection = Remembering()
    queries = Queries(cast(Connection, connection))
    for limit, sent in ((None, 0), (0, 0), (3, 3)):
        queries.read("author_papers", author="a", limit=limit)
        assert connection.sent == {"author": "a", "together": [], "limit": sent}
