"""EndNote and RefWorks: EndNote's XML, and the tagged exports of both.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
