"""The sums of evidence for a library of one field: people told apart by collaborators, venues, topics, years and affiliations.

May import: `graph.names`, `graph.queries`, `graph.connection`, and `graph.identity.union_find`.
"""
