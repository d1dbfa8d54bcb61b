"""From records to the graph: claims, works, slots, and what a batch of them changes.

May import: `graph.names`, `graph.topics`, `graph.decision_log`, `graph.queries`, `graph.connection`, `graph.clock`, and the
records and identifiers of `loaders`.
"""
