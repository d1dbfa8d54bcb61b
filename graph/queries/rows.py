"""Rows of stored queries as typed values, for the Python that goes on with them.

Each row takes the driver longer than what stands in it (about 60 µs), so a query that only the program asks and that has very
many gives them in lists. A row that Python reads has a type of its own, whose fields are the columns that the query's header
declares (of a question that users ask as well, those that are needed). It stands beside the code that reads it, or here where
several rooms do. A test compares each type with the header that it is read by, so the query is named by a literal at each call.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

import msgspec

from graph.errors import StoredQueryError
from graph.queries.bound import Run

Value = TypeVar("Value")


class NamedUid(msgspec.Struct, frozen=True, gc=False):
    """A node and what it is called."""

    uid: str
    name: str


class UidPair(msgspec.Struct, frozen=True, gc=False):
    """Two nodes."""

    a: str
    b: str


class GraphState(msgspec.Struct, frozen=True, gc=False):
    """When a graph changed last, what was begun on it and not finished, the form of the data model that it is in, and whether it
    keeps weights of its own."""

    changed_at: str | None = None
    unfinished: str | None = None
    form: int | None = None
    keeps_weights: bool = False


class FormHeld(msgspec.Struct, frozen=True, gc=False):
    """The form of the data model that a graph is in, None where it was written before graphs said so, and what was begun on it
    and not finished."""

    form: int | None
    unfinished: str | None = None


class WeightsHeld(msgspec.Struct, frozen=True, gc=False):
    """What a graph's card says of weights of its own: these, and what they were learned from, both as JSON."""

    weights: str | None = None
    learned: str | None = None


class PaperText(msgspec.Struct, frozen=True, gc=False):
    """A paper's title and abstract."""

    uid: str
    title: str | None
    abstract: str | None


class DatabaseCounts(msgspec.Struct, frozen=True, gc=False):
    """How many nodes and relationships a whole database holds, and how many of these nodes are cards of a graph's state."""

    nodes: int
    relationships: int
    states: int

    @property
    def besides(self) -> int:
        """How many nodes there are besides these cards."""
        return self.nodes - self.states

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there but perhaps a card."""
        return not (self.besides or self.relationships)


def rows_as(kind: type[Value], run: Run, query: str, /, **params: object) -> list[Value]:
    """The rows of a stored query, each as one value of `kind`.

    Raises what `run` raises, and StoredQueryError where a row is not what the header of the query declares.
    """
    found = run(query, **params)
    try:
        return cast("list[Value]", msgspec.convert(found, list[kind]))  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise StoredQueryError(f"{query} gave what its header does not declare: {error}") from None


def in_pages(page: Callable[[str], list[Value]], uid: Callable[[Value], str], most: int) -> Iterator[Value]:
    """What a query gives in parts of `most`, in the order of uids: `page` gives the part that comes after a uid."""
    after = ""
    while True:
        found = page(after)
        yield from found
        if len(found) < most:
            return
        after = uid(found[-1])


def state_from(run: Run) -> GraphState:
    """The graph's card; an empty one where nothing was loaded yet. Raises as `run` does."""
    return next(iter(rows_as(GraphState, run, "graph_state")), GraphState())


def weights_from(run: Run) -> WeightsHeld:
    """What the graph's card says of weights; nothing where nothing was loaded yet. Raises as `run` does."""
    return next(iter(rows_as(WeightsHeld, run, "kept_weights")), WeightsHeld())


def uids_from(run: Run, query: str, /, **params: object) -> list[str]:
    """The column `uid` of a stored query. Raises as `run` does."""
    return [cast(str, row["uid"]) for row in run(query, **params)]


def count_from(run: Run, query: str, /, **params: object) -> int:
    """The number in the one row of a stored query that has one column. Raises as `run` does."""
    [row] = run(query, **params)
    [number] = row.values()
    return cast(int, number)
