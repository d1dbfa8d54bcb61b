"""AMiner: its citation network (DBLP-Citation) and the Open Academic Graph, as JSON and as tagged text.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
