"""What a graph is made of while it moves: nodes, relationships, and pages of either.

A graph is the nodes of the model's labels, with every label and property they have, and the relationships of the model's types
between them. What users keep in the same database beside it is not part of it. The GraphState card is not either: it says what
happened to a graph in its place, and every place has its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from graph.schema import nodes

LABELS = tuple(name for node in nodes.NODES if (name := str(node.__label__)) != "GraphState")
TYPES = nodes.relationship_types()


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node: the label it is found by, its uid, all its labels in order, all its properties."""

    label: str
    uid: str
    labels: tuple[str, ...]
    properties: dict[str, object]


@dataclass(frozen=True, slots=True)
class RelationshipRow:
    """A relationship between two nodes, each named by label and uid. Several may have the same ends and type."""

    start_label: str
    start: str
    type: str
    end_label: str
    end: str
    properties: dict[str, object]

    @property
    def owner(self) -> tuple[str, str]:
        """The label and uid of the node it is read and written with: its start, or its end if it starts at a Document, which may
        have a million of them."""
        return (self.end_label, self.end) if self.start_label == "Document" else (self.start_label, self.start)


Element = TypeVar("Element")


@dataclass(frozen=True, slots=True)
class Page(Generic[Element]):
    """All there is with (an owner with) this label and a uid after `after` and up to `upto`; None: to the end of the label."""

    label: str
    after: str
    upto: str | None
    rows: list[Element]


class Source(Protocol):
    """Where a graph comes from. The pages of a label are ascending and leave no gap."""

    def nodes(self) -> Iterator[Page[NodeRow]]:
        """All nodes."""
        ...

    def relationships(self) -> Iterator[Page[RelationshipRow]]:
        """All relationships, by their owners."""
        ...


class Sink(Protocol):
    """Where a graph goes. All nodes come before all relationships."""

    def put_nodes(self, page: Page[NodeRow]) -> None:
        """Have exactly these nodes on this page."""
        ...

    def put_relationships(self, page: Page[RelationshipRow]) -> None:
        """Have exactly these relationships on this page."""
        ...
