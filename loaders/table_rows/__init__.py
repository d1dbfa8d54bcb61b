"""Rows of tables as text and in workbooks, laid against the columns of their header.

May import: `loaders.fields`, `loaders.parsing`, `loaders.records`, `loaders.counted`.
"""
