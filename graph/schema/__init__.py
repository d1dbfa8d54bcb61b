"""The graph model: what nodes and relationships there are, and the constraints and indexes that the database must hold for them.

`from scholargraph.schema import Author` (or `graph.schema`) gives the neomodel classes, on the connection of the graph that was
opened last. They are imported when they are first asked for: neomodel takes long to import, and few programs use it.

`form` says by which version of the model a graph was written.

May import: `graph.connection`, and `graph.queries` to install what is missing and to ask for the form.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.schema.nodes import Author, Decision, Document, GraphState, Institution, Paper, Phrase, Topic, Venue

__all__ = ["Author", "Decision", "Document", "GraphState", "Institution", "Paper", "Phrase", "Topic", "Venue"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("graph.schema.nodes"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
