"""Personal names by themselves: taken apart, compared, counted, keyed. Nothing here knows of a graph.

May import: nothing of ours but its own modules.
"""
