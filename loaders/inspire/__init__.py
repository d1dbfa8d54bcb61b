"""INSPIRE: literature and authors of high-energy physics as JSON.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
