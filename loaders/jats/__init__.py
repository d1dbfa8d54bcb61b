"""JATS: articles as publishers and PubMed Central mark them up.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
