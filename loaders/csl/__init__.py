"""CSL-JSON and CSL-YAML, and Zotero's items beside them.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
