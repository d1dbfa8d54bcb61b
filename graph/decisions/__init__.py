"""People decide: who is one person, who is not, and whose papers are whose. Every decision is kept, can be undone, and travels.

`graph.decisions` of an open ScholarGraph is a `deciding.Decisions`.
"""
