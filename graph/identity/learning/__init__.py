"""What evidence is worth in the graph at hand: tables fitted to its rare names, what would change by them, how right they are.

May import: `graph.names`, `graph.queries`, `graph.decision_log`, and the rest of `graph.identity`.
"""
