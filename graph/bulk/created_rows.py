"""Rows of the importer's files created in a database over Bolt, by several sessions at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from graph.bulk.columns import Table
from graph.bulk.loading import Files
from graph.bulk.row_files import count_rows, rows_of, table_of, ties_of
from graph.errors import ScholarGraphError
from graph.queries.bound import Queries
from graph.queries.rows import count_from

SESSIONS = 4
ROWS_AT_ONCE = 5000
"""How many rows a transaction creates: those that say what a document said of a paper have some kilobytes each."""
STILL_SECONDS = 20
"""After how long somebody is told at the latest that it goes on."""

Item = TypeVar("Item")
Create = Callable[[], int]
"""Creates some rows; their number."""


class RowCreator:
    """Creates the nodes and relationships of some files, of these tables by their keys, in an empty database."""

    def __init__(self, queries: Queries, tables: dict[str, Table], nodes: Files, relationships: Files) -> None:
        self._queries = queries
        self._tables = tables
        self._nodes = nodes
        self._relationships = relationships

    def create_all(self, advance: Callable[[float], None], still: Callable[[], object]) -> None:
        """Create everything, nodes first. `advance` is told which share is done, `still` is called at least every twenty seconds.

        Raises ScholarGraphError where a relationship finds not both its ends.
        """
        whole = sum(map(count_rows, chain(self._nodes.values(), self._relationships.values())))
        done = 0
        for creates in (self._of_nodes(), self._of_relationships()):
            for count in _in_parallel(creates, still):
                done += count
                advance(done / max(whole, 1))

    def _of_nodes(self) -> Iterator[Create]:
        for label, paths in self._nodes.items():
            for rows in _some(rows_of(paths, self._tables[label])):
                yield partial(self._create_nodes, label, rows)

    def _of_relationships(self) -> Iterator[Create]:
        for path in chain.from_iterable(self._relationships.values()):
            pattern = table_of(path)
            for rows in _some(ties_of([path], self._tables[pattern])):
                yield partial(self._create_relationships, pattern, rows)

    def _create_nodes(self, label: str, rows: Sequence[object]) -> int:
        self._queries.write("create_nodes", label=label, rows=rows)
        return len(rows)

    def _create_relationships(self, pattern: str, rows: Sequence[object]) -> int:
        written = count_from(self._queries.write, "create_relationships", pattern=pattern, rows=rows)
        if written != len(rows):
            raise ScholarGraphError(
                f"{len(rows) - written} relationships of {pattern} did not find both their ends: somebody else removed "
                f"nodes from the database at {self._queries.connection.uri} meanwhile. Load again while nobody does."
            )
        return written


def _in_parallel(creates: Iterable[Create], still: Callable[[], object]) -> Iterator[int]:
    """How many rows each created, when it is done. Some are made ahead, so that no session waits."""
    left = iter(creates)
    waiting: set[Future[int]] = set()
    with ThreadPoolExecutor(SESSIONS) as pool:
        try:
            while True:
                waiting |= {pool.submit(create) for create in islice(left, 2 * SESSIONS - len(waiting))}
                if not waiting:
                    return
                done, waiting = wait(waiting, STILL_SECONDS, FIRST_COMPLETED)
                if not done:
                    still()
                yield from (one.result() for one in done)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _some(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while some := list(islice(left, ROWS_AT_ONCE)):
        yield some
