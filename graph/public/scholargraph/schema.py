"""The graph's nodes as neomodel classes, on the connection of the graph that was opened last; see `graph.schema.nodes`."""

from graph.schema import *  # noqa: F403 - the names of its __all__
