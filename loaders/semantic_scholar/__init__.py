"""Semantic Scholar: answers of its API, and its data sets.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
