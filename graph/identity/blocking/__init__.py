"""Which names meet, and `SIMILAR_NAME` kept up to date in the graph.

May import: `graph.names`, `graph.queries`, `graph.connection`, and the corpus of `evidence_model`.
"""
