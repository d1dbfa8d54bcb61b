"""Stored Cypher: found by name, checked against its header, run in the transaction that its mode asks for, documented.

May import: `graph.connection`, `graph.errors`, `graph.names` and `loaders.fields`, by which users name what they mean.
"""
