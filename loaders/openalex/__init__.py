"""OpenAlex: works, the entities around them, and lists of merged ids.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
