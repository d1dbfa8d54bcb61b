"""Tables of works: known ones, one module each with its own map of columns, and any other by a mapping that is given.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
