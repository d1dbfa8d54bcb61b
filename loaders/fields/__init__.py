"""What single fields of a record hold (an identifier, a date, a venue, a name), in one spelling for all formats.

May import: `loaders.parsing`, `loaders.records`, `loaders.schemes`.
"""
