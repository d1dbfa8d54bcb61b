"""Dublin Core as repositories and journals give it, in answers of OAI-PMH and by itself.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
