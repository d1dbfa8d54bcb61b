"""arXiv: the answers of its API and of OAI-PMH, and its snapshot.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
