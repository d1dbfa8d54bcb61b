"""Catalogues of libraries: MODS, MARC 21 and MARCXML.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
