"""The measures for a library of many fields that holds little but titles and venues.

May import: `graph.names` and `evidence_model`.
"""
