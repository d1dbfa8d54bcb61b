"""GROBID: what it reads out of PDF files, as TEI.

May import: `fields`, `author_lists`, `table_rows`, `parsing`, `records`, and other sources where one format holds parts of
another.
"""
