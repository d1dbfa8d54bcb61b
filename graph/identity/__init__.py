"""Whose every authorship is: which records may be one person's, which several people's, and what that makes derived data of.

May import: `graph.names`, `graph.decision_log`, `graph.queries`, `graph.connection`, `graph.clock`, `graph.errors`,
and the identifiers of `loaders.records`.
"""
