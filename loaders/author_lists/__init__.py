"""Author lists as people and programs print them, read in one place for all formats.

May import: `loaders.fields`, `loaders.parsing`, `loaders.records`.
"""
