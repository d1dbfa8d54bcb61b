"""The log of decisions: what one says, what all of them say now, and the edges that show it.

May import: `graph.names`, `graph.queries`, `graph.connection`, and the identifiers of `loaders`.
"""
